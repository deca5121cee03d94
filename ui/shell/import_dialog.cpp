// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/import_dialog.h"

#include "core/base/ulid.h"
#include "ui/bridge/document.h"
#include "ui/shell/import_report.h"
#include "ui/shell/import_setup.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QStackedWidget>

namespace assize::ui {
namespace {

constexpr QSize ImportSize(820, 560);

std::vector<std::string> pathsOf(const QStringList& paths) {
    std::vector<std::string> all;
    for (const QString& path : paths)
        all.push_back(toUtf8(path));
    return all;
}

} // namespace

ImportDialog::ImportDialog(const QStringList& paths, Document* document, QWidget* parent)
    : QDialog(parent)
    , m_paths(paths)
    , m_document(document)
    , m_setup(new ImportSetup(paths, this))
    , m_report(new ImportReport(this)) {
    setObjectName(QStringLiteral("importDialog"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(ImportSize);
    build();
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(&m_runner, &ImportRunner::advanced, this, &ImportDialog::onAdvanced);
    const auto look = [this] {
        m_isReadable = false;
        m_setup->showLoading();
        m_runner.preview(m_setup->previewPath(), pathsOf(m_paths), m_setup->options(),
            [this](const Result<ImportPreview>& preview) { onPreviewed(preview); });
        updateTexts();
    };
    connect(m_setup, &ImportSetup::previewNeeded, this, look);
    translated(this, [this] { updateTexts(); });
    setStage(Stage::Setup);
    look();
}

void ImportDialog::build() {
    m_pages = new QStackedWidget(this);
    m_progressPage = buildProgress();
    m_pages->addWidget(m_setup);
    m_pages->addWidget(m_progressPage);
    m_pages->addWidget(m_report);
    m_next = new PrimaryButton(this);
    m_next->setObjectName(QStringLiteral("importNext"));
    m_next->setDefault(true);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("importCancel"));
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

QWidget* ImportDialog::buildProgress() {
    auto* page = new QWidget(this);
    m_progressText = plainLabel(page);
    m_progressText->setObjectName(QStringLiteral("importProgressText"));
    m_progressText->setWordWrap(true);
    m_progress = new QProgressBar(page);
    m_progress->setTextVisible(false);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch();
    column->addWidget(m_progressText);
    column->addWidget(m_progress);
    column->addStretch();
    return page;
}

void ImportDialog::setStage(Stage stage) {
    m_stage = stage;
    switch (stage) {
    case Stage::Setup:
        m_pages->setCurrentWidget(m_setup);
        break;
    case Stage::WaitingForSession:
    case Stage::Checking:
    case Stage::Importing:
        m_progress->setRange(0, 0);
        m_pages->setCurrentWidget(m_progressPage);
        break;
    case Stage::Problems:
    case Stage::Done:
        m_pages->setCurrentWidget(m_report);
        break;
    }
    updateTexts();
}

void ImportDialog::goOn() {
    switch (m_stage) {
    case Stage::Setup:
        m_options = m_setup->options();
        m_options.batch = newUlid();
        if (m_document != nullptr) {
            startReading(true);
        } else {
            setStage(Stage::WaitingForSession);
            Q_EMIT sessionNeeded();
        }
        return;
    case Stage::Problems:
        startReading(false);
        return;
    case Stage::Done:
        accept();
        return;
    case Stage::WaitingForSession:
    case Stage::Checking:
    case Stage::Importing:
        return; // the button is off
    }
}

void ImportDialog::setDocument(Document* document) {
    m_document = document;
    if (m_stage != Stage::WaitingForSession)
        return;
    if (document != nullptr)
        startReading(true);
    else
        setStage(Stage::Setup);
}

void ImportDialog::startReading(bool dryRun) {
    m_options.dryRun = dryRun;
    setStage(dryRun ? Stage::Checking : Stage::Importing);
    m_runner.import(*m_document, pathsOf(m_paths), m_options,
        [this](const Result<ImportSummary>& summary) { onFinished(summary); });
}

void ImportDialog::onPreviewed(const Result<ImportPreview>& preview) {
    m_isReadable = preview.has_value();
    m_setup->showPreview(preview);
    updateTexts();
}

void ImportDialog::onAdvanced(const ImportProgress& progress) {
    constexpr int Steps = 1000;
    if (progress.bytesTotal > 0) {
        m_progress->setRange(0, Steps);
        m_progress->setValue(static_cast<int>(progress.bytesRead * Steps / progress.bytesTotal));
    }
    const QString file = withVisibleControls(QFileInfo(fromUtf8(progress.file)).fileName());
    const QString count = QLocale().toString(static_cast<qlonglong>(progress.records));
    if (m_stage == Stage::Checking)
        m_progressText->setText(tr("Reading %1: %2 records so far. Nothing is stored yet.").arg(file, count));
    else if (m_stage == Stage::Importing)
        m_progressText->setText(tr("Importing %1: %2 records so far.").arg(file, count));
}

void ImportDialog::onFinished(const Result<ImportSummary>& summary) {
    const bool wasCheck = m_stage == Stage::Checking;
    if (!wasCheck)
        Q_EMIT imported(m_options.batch, m_paths.size() == 1
                                             ? tr("import of %1").arg(QFileInfo(m_paths.front()).fileName())
                                             : tr("import of %n file(s)", nullptr, static_cast<int>(m_paths.size())));
    if (!summary && wasCheck && summary.error().code == ErrorCode::Cancelled) {
        setStage(Stage::Setup);
    } else if (!summary) {
        m_report->showFailed(summary.error(), !wasCheck);
        setStage(Stage::Done);
    } else if (!wasCheck) {
        m_report->showDone(*summary);
        setStage(Stage::Done);
    } else if (summary->skippedCount > 0) {
        m_report->showProblems(*summary);
        setStage(Stage::Problems);
    } else {
        startReading(false);
    }
}

void ImportDialog::reject() {
    switch (m_stage) {
    case Stage::Checking:
    case Stage::Importing:
        m_cancel->setEnabled(false); // until it has stopped
        m_runner.stop();
        return;
    case Stage::WaitingForSession:
        return;
    case Stage::Setup:
    case Stage::Problems:
    case Stage::Done:
        QDialog::reject();
    }
}

void ImportDialog::updateTexts() {
    setWindowTitle(tr("Import data"));
    const bool isBusy = m_pages->currentWidget() == m_progressPage;
    m_next->setText(m_stage == Stage::Problems ? tr("Import the rest")
                    : m_stage == Stage::Done   ? tr("Close")
                                               : tr("Import"));
    m_next->setEnabled(!isBusy && (m_stage != Stage::Setup || m_isReadable));
    m_cancel->setText(isBusy ? tr("Stop") : tr("Cancel"));
    m_cancel->setEnabled(m_stage != Stage::WaitingForSession);
    m_cancel->setVisible(m_stage != Stage::Done);
    if (isBusy)
        m_progressText->setText(tr("Opening the files…"));
}

} // namespace assize::ui
