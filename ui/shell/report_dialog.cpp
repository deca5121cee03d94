// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/report_dialog.h"

#include "core/chart/registry.h"
#include "core/report/report_texts.h"
#include "core/session/session_reader.h"
#include "ui/bridge/document.h"
#include "ui/models/chart_words.h"
#include "ui/shell/language.h"
#include "ui/support/dialogs.h"
#include "ui/support/error_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QUrl>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr QSize ReportDialogSize(760, 560);
constexpr int MostDisagreements = 500;
constexpr const char* ChartsSection = "charts";
const QString HtmlEnding = QStringLiteral(".html");
const QString PdfEnding = QStringLiteral(".pdf");

/// Beside the session, under its name.
QString suggestedFile(const std::filesystem::path& session, const QString& ending) {
    std::filesystem::path file = session;
    file.replace_extension();
    return fromUtf8(file.string()) + QStringLiteral("-report") + ending;
}

QListWidgetItem* addChecked(QListWidget* list, const QString& text, const QString& name) {
    auto* entry = new QListWidgetItem(text, list);
    entry->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    entry->setCheckState(Qt::Checked);
    entry->setData(Qt::UserRole, name);
    return entry;
}

std::vector<std::string> checkedNames(const QListWidget& list) {
    std::vector<std::string> names;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            names.push_back(toUtf8(list.item(row)->data(Qt::UserRole).toString()));
    }
    return names;
}

QVBoxLayout* labelled(QLabel* label, QWidget* field) {
    label->setBuddy(field);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(field, 1);
    return column;
}

} // namespace

ReportDialog::ReportDialog(
    Document& document, Dialogs& dialogs, const QString& language, std::vector<Endpoint> prices, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_dialogs(dialogs)
    , m_prices(std::move(prices)) {
    setObjectName(QStringLiteral("reportDialog"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(ReportDialogSize);
    build();
    for (const LanguageChoice& choice : languageChoices())
        m_language->addItem(choice.name, choice.code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
    m_file->setText(suggestedFile(document.path(), HtmlEnding));
    m_title->setPlaceholderText(QFileInfo(fromUtf8(document.path().string())).completeBaseName());
    connect(m_next, &QPushButton::clicked, this, [this] { m_stage == Stage::Done ? accept() : write(); });
    connect(m_cancel, &QPushButton::clicked, this, &ReportDialog::reject);
    connect(m_pdf, &QRadioButton::toggled, this, &ReportDialog::followFormat);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        m_dialogs.pickReportTarget(this, m_file->text(), [this](const QString& path) { m_file->setText(path); });
    });
    connect(m_file, &QLineEdit::textChanged, this, &ReportDialog::updateButtons);
    connect(m_sections, &QListWidget::itemChanged, this, &ReportDialog::updateButtons);
    connect(m_charts, &QListWidget::itemChanged, this, &ReportDialog::updateButtons);
    connect(m_runs, &QListWidget::itemChanged, this, &ReportDialog::updateButtons);
    connect(m_openFile, &QPushButton::clicked, this,
        [this] { m_dialogs.openAddress(QUrl::fromLocalFile(m_file->text()).toString(QUrl::FullyEncoded)); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        m_dialogs.openAddress(
            QUrl::fromLocalFile(QFileInfo(m_file->text()).absolutePath()).toString(QUrl::FullyEncoded));
    });
    connect(&m_writer, &ReportWriter::advanced, this, &ReportDialog::onAdvanced);
    fillRuns();
    translated(this, [this] { updateTexts(); });
    setStage(Stage::Setup);
}

void ReportDialog::build() {
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(buildSetup());
    m_pages->addWidget(buildProgress());
    m_pages->addWidget(buildDone());
    m_next = new PrimaryButton(this);
    m_next->setObjectName(QStringLiteral("reportNext"));
    m_next->setDefault(true);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("reportCancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
}

QWidget* ReportDialog::buildSetup() {
    auto* page = new QWidget(this);
    m_problem = plainLabel(page);
    m_problem->setObjectName(QStringLiteral("reportProblem"));
    m_problem->setWordWrap(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(buildTitleRow(page));
    column->addLayout(buildLists(page), 1);
    column->addLayout(buildFileRow(page));
    column->addWidget(m_problem);
    return page;
}

QLayout* ReportDialog::buildTitleRow(QWidget* page) {
    m_title = new QLineEdit(page);
    m_title->setObjectName(QStringLiteral("reportTitle"));
    m_language = new QComboBox(page);
    m_language->setObjectName(QStringLiteral("reportLanguage"));
    m_html = new QRadioButton(page);
    m_html->setObjectName(QStringLiteral("reportHtml"));
    m_html->setChecked(true);
    m_pdf = new QRadioButton(page);
    m_pdf->setObjectName(QStringLiteral("reportPdf"));
    auto* formats = new QWidget(page);
    auto* formatRow = new QHBoxLayout(formats);
    formatRow->setContentsMargins(0, 0, 0, 0);
    formatRow->addWidget(m_html);
    formatRow->addWidget(m_pdf);
    formatRow->addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(labelled(m_titleLabel = plainLabel(page, true), m_title), 2);
    row->addLayout(labelled(m_languageLabel = plainLabel(page, true), m_language), 1);
    row->addLayout(labelled(m_formatLabel = plainLabel(page, true), formats), 1);
    return row;
}

QLayout* ReportDialog::buildLists(QWidget* page) {
    m_sections = new QListWidget(page);
    m_sections->setObjectName(QStringLiteral("reportSections"));
    m_charts = new QListWidget(page);
    m_charts->setObjectName(QStringLiteral("reportCharts"));
    m_runs = new QListWidget(page);
    m_runs->setObjectName(QStringLiteral("reportRuns"));
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(labelled(m_sectionsLabel = plainLabel(page, true), m_sections), 1);
    row->addLayout(labelled(m_chartsLabel = plainLabel(page, true), m_charts), 1);
    row->addLayout(labelled(m_runsLabel = plainLabel(page, true), m_runs), 1);
    return row;
}

QLayout* ReportDialog::buildFileRow(QWidget* page) {
    m_file = new QLineEdit(page);
    m_file->setObjectName(QStringLiteral("reportFile"));
    m_browse = new QPushButton(page);
    m_browse->setObjectName(QStringLiteral("reportBrowse"));
    m_by = new QComboBox(page);
    m_by->setObjectName(QStringLiteral("reportBy"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_count = new QSpinBox(page);
    m_count->setObjectName(QStringLiteral("reportDisagreements"));
    m_count->setRange(0, MostDisagreements);
    m_count->setValue(ReportOptions().mostDisagreements);
    auto* files = new QWidget(page);
    auto* fileRow = new QHBoxLayout(files);
    fileRow->setContentsMargins(0, 0, 0, 0);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_browse);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(labelled(m_fileLabel = plainLabel(page, true), files), 3);
    row->addLayout(labelled(m_byLabel = plainLabel(page, true), m_by), 1);
    row->addLayout(labelled(m_countLabel = plainLabel(page, true), m_count), 1);
    return row;
}

QWidget* ReportDialog::buildProgress() {
    auto* page = new QWidget(this);
    m_progressText = plainLabel(page);
    m_progressText->setObjectName(QStringLiteral("reportProgressText"));
    m_progressText->setWordWrap(true);
    m_progress = new QProgressBar(page);
    m_progress->setTextVisible(false);
    auto* column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_progressText);
    column->addWidget(m_progress);
    column->addStretch();
    return page;
}

QWidget* ReportDialog::buildDone() {
    auto* page = new QWidget(this);
    m_doneText = plainLabel(page);
    m_doneText->setObjectName(QStringLiteral("reportDoneText"));
    m_doneText->setWordWrap(true);
    m_openFile = new QPushButton(page);
    m_openFile->setObjectName(QStringLiteral("reportOpenFile"));
    m_openFolder = new QPushButton(page);
    m_openFolder->setObjectName(QStringLiteral("reportOpenFolder"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_openFile);
    row->addWidget(m_openFolder);
    row->addStretch();
    auto* column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_doneText);
    column->addLayout(row);
    column->addStretch();
    return page;
}

/// Under the names that the report itself gives them, in the window's language.
void ReportDialog::fillSections() {
    const QSignalBlocker quiet(m_sections);
    const ReportTexts& texts = ReportTexts::in(toUtf8(QLocale().name()));
    if (m_sections->count() == 0) {
        for (const ReportSectionName& section : reportSections())
            addChecked(m_sections, {}, fromUtf8(section.name));
    }
    for (int row = 0; row < m_sections->count(); ++row)
        m_sections->item(row)->setText(fromUtf8(texts.text(reportSections()[static_cast<std::size_t>(row)].titleKey)));
}

/// As the menu of Insights calls them.
void ReportDialog::fillCharts() {
    const QSignalBlocker quiet(m_charts);
    const std::vector<const ChartKind*> charts = reportCharts();
    for (std::size_t at = 0; at < charts.size(); ++at) {
        const int row = static_cast<int>(at);
        if (m_charts->count() == row)
            addChecked(m_charts, {}, QStringLiteral("charts.") + fromUtf8(charts[at]->id));
        m_charts->item(row)->setText(worded(phrase(charts[at]->titleKey)));
    }
}

/// What the main figures may be broken down by, as the report heads such tables.
void ReportDialog::fillBreakdowns() {
    const ReportTexts& texts = ReportTexts::in(toUtf8(QLocale().name()));
    for (const SliceBy by : AllSliceBys) {
        const QString words = fromUtf8(texts.text("figures.by_" + std::string(sliceByName(by))));
        if (const int row = m_by->findData(static_cast<int>(by)); row >= 0)
            m_by->setItemText(row, words);
        else
            m_by->addItem(words, static_cast<int>(by));
    }
}

void ReportDialog::fillRuns() {
    m_document.read<std::vector<RunSummary>>(
        Document::Lane::Later, "report runs", this, [](SessionReader& reader) { return reader.runs(); },
        [this](const Result<std::vector<RunSummary>>& runs) {
            if (!runs) {
                m_problem->setText(errorSentences(runs.error()).what);
                return;
            }
            for (const RunSummary& run : *runs)
                addChecked(m_runs, withVisibleControls(fromUtf8(run.run.name)), fromUtf8(run.run.id));
            updateButtons();
        });
}

void ReportDialog::followFormat() {
    QString path = m_file->text();
    const QString wanted = m_pdf->isChecked() ? PdfEnding : HtmlEnding;
    const QString other = m_pdf->isChecked() ? HtmlEnding : PdfEnding;
    if (path.endsWith(other, Qt::CaseInsensitive))
        path.chop(other.size());
    if (!path.isEmpty() && !path.endsWith(wanted, Qt::CaseInsensitive))
        m_file->setText(path + wanted);
}

ReportOptions ReportDialog::chosen() const {
    ReportOptions options;
    options.title = toUtf8(m_title->text().trimmed());
    options.sessionName = m_document.path().filename().string();
    options.language = toUtf8(m_language->currentData().toString());
    options.sections = chosenSections();
    options.runs = checkedNames(*m_runs);
    if (options.runs.size() == static_cast<std::size_t>(m_runs->count()))
        options.runs.clear();
    if (const auto by = static_cast<SliceBy>(m_by->currentData().toInt()); by != SliceBy::Category)
        options.by = by;
    options.mostDisagreements = m_count->value();
    options.prices = m_prices;
    return options;
}

/// Charts one by one only where some are not wanted: together they leave out those that say nothing.
std::vector<std::string> ReportDialog::chosenSections() const {
    std::vector<std::string> sections = checkedNames(*m_sections);
    const std::vector<std::string> charts = checkedNames(*m_charts);
    const bool hasAllCharts = charts.size() == static_cast<std::size_t>(m_charts->count());
    const auto section = std::find(sections.begin(), sections.end(), ChartsSection);
    if (section != sections.end() && !hasAllCharts) {
        const auto place = sections.erase(section);
        sections.insert(place, charts.begin(), charts.end());
    } else if (sections.size() == static_cast<std::size_t>(m_sections->count())) {
        sections.clear(); // all of them, also those that will be added
    }
    return sections;
}

void ReportDialog::write() {
    const QString path = m_file->text();
    const auto start = [this, path] {
        setStage(Stage::Writing);
        m_writer.write(m_document, chosen(), path, [this](const Result<void>& written) { onFinished(written); });
    };
    if (QFileInfo(path) == QFileInfo(fromUtf8(m_document.path().string()))) {
        m_problem->setText(tr("This is the session itself. Choose another file."));
        return;
    }
    if (QFileInfo::exists(path))
        m_dialogs.confirm(this, tr("Replace “%1”?").arg(withVisibleControls(QFileInfo(path).fileName())),
            tr("A file of this name is there already."), tr("Replace"), start);
    else
        start();
}

void ReportDialog::onAdvanced(const ReportProgress& progress) {
    if (m_stage != Stage::Writing)
        return;
    m_progress->setRange(0, progress.steps);
    m_progress->setValue(progress.step);
    m_progressText->setText(progress.run.empty()
                                ? tr("Writing the report…")
                                : tr("Counting %1…", "a run").arg(withVisibleControls(fromUtf8(progress.run))));
}

void ReportDialog::onFinished(const Result<void>& written) {
    if (written) {
        m_doneText->setText(
            tr("The report is in %1.").arg(withVisibleControls(QDir::toNativeSeparators(m_file->text()))));
        setStage(Stage::Done);
        return;
    }
    const ErrorSentences sentences = errorSentences(written.error());
    const bool isStopped = written.error().code == ErrorCode::Cancelled;
    m_problem->setText(
        isStopped ? tr("Stopped; no report was written.") : sentences.what + QLatin1Char(' ') + sentences.advice);
    setStage(Stage::Setup);
}

void ReportDialog::setStage(Stage stage) {
    m_stage = stage;
    if (stage == Stage::Writing) {
        m_problem->clear();
        m_progress->setRange(0, 0);
        m_progressText->setText(tr("Writing the report…"));
    }
    m_pages->setCurrentIndex(static_cast<int>(stage));
    updateButtons();
}

void ReportDialog::reject() {
    if (m_stage != Stage::Writing) {
        QDialog::reject();
        return;
    }
    m_cancel->setEnabled(false); // until it has stopped
    m_writer.stop();
}

void ReportDialog::updateTexts() {
    setWindowTitle(tr("Write a report"));
    m_titleLabel->setText(tr("&Title"));
    m_languageLabel->setText(tr("&Language"));
    m_formatLabel->setText(tr("Format"));
    m_html->setText(tr("Web page"));
    m_pdf->setText(tr("PDF", "file format"));
    m_sectionsLabel->setText(tr("&Sections"));
    m_chartsLabel->setText(tr("&Charts"));
    m_runsLabel->setText(tr("&Runs"));
    m_byLabel->setText(tr("&Main figures"));
    m_countLabel->setText(tr("&Disagreements shown"));
    m_fileLabel->setText(tr("&File"));
    m_browse->setText(tr("Browse…"));
    m_openFile->setText(tr("Open the report"));
    m_openFolder->setText(tr("Open its folder"));
    m_sections->setAccessibleName(tr("Sections of the report"));
    m_charts->setAccessibleName(tr("Charts of the report"));
    m_charts->setToolTip(tr("Charts that have nothing to compare are left out unless you choose among them."));
    m_runs->setAccessibleName(tr("Runs the report is about"));
    m_count->setAccessibleName(tr("Disagreements shown for each run"));
    fillSections();
    fillCharts();
    fillBreakdowns();
    updateButtons();
}

void ReportDialog::updateButtons() {
    m_next->setText(m_stage == Stage::Done ? tr("Close") : tr("Write"));
    m_cancel->setText(m_stage == Stage::Writing ? tr("Stop") : tr("Cancel"));
    m_cancel->setEnabled(true);
    m_cancel->setVisible(m_stage != Stage::Done);
    const bool hasRun = m_runs->count() == 0 || !checkedNames(*m_runs).empty();
    const std::vector<std::string> sections = checkedNames(*m_sections);
    m_charts->setEnabled(std::find(sections.begin(), sections.end(), ChartsSection) != sections.end());
    const bool hasPart = sections.size() > 1 || (!sections.empty() && !m_charts->isEnabled()) ||
                         (!sections.empty() && !checkedNames(*m_charts).empty());
    const bool isReady = !m_file->text().trimmed().isEmpty() && hasPart && hasRun;
    m_next->setEnabled(m_stage == Stage::Done || (m_stage == Stage::Setup && isReady));
}

} // namespace assize::ui
