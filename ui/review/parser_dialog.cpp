// SPDX-License-Identifier: Apache-2.0
#include "ui/review/parser_dialog.h"

#include "core/base/ulid.h"
#include "core/judge/lint.h"
#include "core/judge/validate.h"
#include "core/reply/reply_format.h"
#include "ui/bridge/document.h"
#include "ui/models/parsed_text.h"
#include "ui/models/run_words.h"
#include "ui/review/raw_view.h"
#include "ui/review/verdict_headline.h"
#include "ui/support/dialogs.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/panes.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace assize::ui {
namespace {

constexpr QSize ParserSize(760, 560);
constexpr int LabelRows = 3;
const QString Means = QStringLiteral(" = "); ///< labels have the sign themselves, without spaces

/// Formats that can hold what the judge is asked for.
QStringList formatsFor(Judge judge) {
    QStringList names;
    judge.reply.pattern = "."; // any: that one is missing is no fault of the format
    for (const ReplyFormat& format : replyFormats()) {
        judge.reply.format = format.name;
        const auto problem = findDefinitionProblem(judge);
        if (!problem || problem->path != "reply.format")
            names << fromUtf8(format.name);
    }
    return names;
}

QString labelLines(const std::map<std::string, std::string>& labels) {
    QStringList lines;
    for (const auto& [token, label] : labels)
        lines << fromUtf8(token) + Means + fromUtf8(label);
    return lines.join(QLatin1Char('\n'));
}

struct LabelsRead {
    std::map<std::string, std::string> labels;
    int badLine = 0; ///< the first one that is not "words = label"; 0: none
};

LabelsRead labelsFrom(const QString& text) {
    LabelsRead read;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (int index = 0; index < lines.size() && read.badLine == 0; ++index) {
        const QString line = lines[index].trimmed();
        if (line.isEmpty())
            continue;
        const auto at = line.indexOf(Means);
        const std::string label = at < 1 ? std::string() : toUtf8(line.mid(at + Means.size()).trimmed());
        if (!labelFromText(label))
            read.badLine = index + 1;
        else
            read.labels[toUtf8(line.left(at).trimmed())] = label;
    }
    return read;
}

bool takesLabels(const Judge& judge) {
    return judge.task == Task::Pairwise || judge.task == Task::ScorePair;
}

std::vector<Judgement> readAll(const ParserSetup& setup, const Judge& judge) {
    std::vector<Judgement> judgements;
    judgements.reserve(setup.replies.size());
    for (const Verdict& verdict : setup.replies)
        judgements.push_back(rereadReply(verdict, judge, setup.item));
    return judgements;
}

} // namespace

Result<ParserSetup> readParserSetup(SessionReader& reader, const std::string& runId, RowKey itemKey) {
    auto run = reader.run(runId);
    if (!run)
        return tl::unexpected(run.error());
    auto version = reader.judgeVersion(run->run.judgeVersionKey);
    if (!version)
        return tl::unexpected(version.error());
    auto item = reader.item(itemKey);
    if (!item)
        return tl::unexpected(item.error());
    auto verdicts = reader.verdictsOf(itemKey);
    if (!verdicts)
        return tl::unexpected(verdicts.error());
    std::erase_if(
        *verdicts, [&](const Verdict& verdict) { return verdict.runKey != run->run.key || verdict.rawReply.empty(); });
    return ParserSetup{*std::move(run), *std::move(version), *std::move(item), *std::move(verdicts)};
}

ParserDialog::ParserDialog(Document& document, Dialogs& dialogs, ParserSetup setup, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_dialogs(dialogs)
    , m_setup(std::move(setup)) {
    setObjectName(QStringLiteral("parserDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(ParserSize);
    build();
    fill();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ParserDialog::onEdited);
    connect(m_pattern, &QLineEdit::textChanged, this, &ParserDialog::onEdited);
    connect(m_labels, &QPlainTextEdit::textChanged, this, &ParserDialog::onEdited);
    connect(m_save, &QPushButton::clicked, this, &ParserDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &ParserDialog::reject);
    connect(&m_rereader, &ReplyRereader::advanced, m_progress, [this](qint64 replies) {
        m_progress->setValue(static_cast<int>(std::min<qint64>(replies, m_progress->maximum())));
    });
    translated(this, [this] { retranslate(); });
}

ParserDialog::~ParserDialog() = default;

void ParserDialog::build() {
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("parserFormat"));
    m_pattern = new QLineEdit(this);
    m_pattern->setObjectName(QStringLiteral("parserPattern"));
    m_labels = new QPlainTextEdit(this);
    m_labels->setObjectName(QStringLiteral("parserLabels"));
    m_labels->setTabChangesFocus(true);
    for (QWidget* field : std::initializer_list<QWidget*>{m_pattern, m_labels})
        field->setFont(fontFor(TextRole::Mono));
    m_labels->setFixedHeight(m_labels->fontMetrics().lineSpacing() * LabelRows + 16);
    m_form = new QFormLayout;
    for (QWidget* field : std::initializer_list<QWidget*>{m_format, m_pattern, m_labels})
        m_form->addRow(plainLabel(this, true), field);
    m_note = plainLabel(this, true);
    m_note->setObjectName(QStringLiteral("parserNote"));
    m_note->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(QStringLiteral("parserCancel"));
    m_save = new PrimaryButton(this);
    m_save->setObjectName(QStringLiteral("parserSave"));
    m_save->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(m_form);
    column->addWidget(buildTexts(), 1);
    column->addWidget(m_note);
    column->addLayout(buttons);
    m_progress->hide();
}

QWidget* ParserDialog::buildTexts() {
    auto* texts = new QWidget(this);
    auto* row = new QHBoxLayout(texts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    const auto add = [&](QLabel*& title, RawView*& view, const char* name) {
        title = plainLabel(texts, true);
        view = new RawView(texts);
        view->setObjectName(QLatin1String(name));
        title->setBuddy(view);
        auto* column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(title);
        column->addWidget(view, 1);
        row->addLayout(column, 1);
    };
    add(m_repliesTitle, m_replies, "parserReplies");
    add(m_readTitle, m_read, "parserRead");
    return texts;
}

void ParserDialog::fill() {
    const Judge& judge = m_setup.version.definition;
    m_format->addItems(formatsFor(judge));
    m_format->setCurrentText(fromUtf8(judge.reply.format));
    m_pattern->setText(fromUtf8(judge.reply.pattern));
    m_labels->setPlainText(labelLines(judge.reply.labels));
    m_labels->setEnabled(takesLabels(judge));
}

void ParserDialog::retranslate() {
    setWindowTitle(
        tr("Parser of %1 v%2").arg(withVisibleControls(fromUtf8(m_setup.run.judgeName))).arg(m_setup.version.number));
    const auto name = [this](QWidget* field, const QString& text) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    name(m_format, tr("Reply format"));
    name(m_pattern, tr("Pattern"));
    name(m_labels, tr("Labels"));
    m_pattern->setPlaceholderText(tr("Its first group is the verdict; two groups are a score pair"));
    m_labels->setPlaceholderText(tr("One a line: what the judge writes = A>B, B>A, A=B or both bad"));
    m_repliesTitle->setText(tr("What the judge wrote"));
    m_readTitle->setText(tr("What is read in it"));
    m_replies->setPlaceholderText(tr("No reply of this judge to this item is stored."));
    m_replies->setAccessibleName(m_repliesTitle->text());
    m_read->setAccessibleName(m_readTitle->text());
    m_progress->setAccessibleName(tr("Replies read anew"));
    m_save->setText(tr("Save as a new version"));
    m_cancel->setText(tr("Cancel"));
    std::vector<RawReply> replies;
    replies.reserve(m_setup.replies.size());
    for (const Verdict& verdict : m_setup.replies)
        replies.push_back({orderWords(verdict.presentation), {}, verdict.rawReply, 0});
    m_replies->setReplies(std::move(replies));
    onEdited();
}

Judge ParserDialog::edited() const {
    Judge judge = m_setup.version.definition;
    judge.reply.format = toUtf8(m_format->currentText());
    judge.reply.pattern = toUtf8(m_pattern->text());
    judge.reply.labels = labelsFrom(m_labels->toPlainText()).labels;
    return judge;
}

/// The first thing that stands in the way of saving; empty for nothing.
QString ParserDialog::problem() const {
    if (const int line = labelsFrom(m_labels->toPlainText()).badLine; line > 0)
        return tr("Line %1 of the labels is not “what the judge writes = label”.").arg(line);
    const Judge judge = edited();
    if (judge.reply.format == "regex" && judge.reply.pattern.empty())
        return tr("The regex format needs a pattern.");
    if (judge == m_setup.version.definition)
        return tr("Change how replies are read; what comes of it shows at once, and nothing is sent.");
    return {};
}

bool ParserDialog::suitsPrompt() const {
    const auto findings = lintJudge(edited());
    return std::none_of(findings.begin(), findings.end(), [](const LintFinding& finding) {
        return finding.rule == LintRule::ContractMismatch || finding.rule == LintRule::NoOutputContract;
    });
}

void ParserDialog::onEdited() {
    m_pattern->setEnabled(!m_isBusy && m_format->currentText() == QLatin1String("regex"));
    const QString problem = this->problem();
    m_save->setEnabled(!m_isBusy && problem.isEmpty());
    if (!problem.isEmpty())
        m_note->setText(problem);
    else if (suitsPrompt())
        m_note->setText(tr("Saving makes the judge's next version and reads all stored replies of the run with it."));
    else
        m_note->setText(tr("Saving reads all stored replies of the run with it. The prompt asks for another format, so "
                           "what the judge writes from now on may not be readable."));
    readNow();
}

void ParserDialog::readNow() {
    m_background.run<std::vector<Judgement>>(
        "read", this, [setup = m_setup, judge = edited()] { return readAll(setup, judge); },
        [this](const std::vector<Judgement>& judgements) {
            std::vector<RawReply> read;
            read.reserve(judgements.size());
            for (std::size_t index = 0; index < judgements.size(); ++index)
                read.push_back({orderWords(m_setup.replies[index].presentation), outcomeWords(judgements[index]),
                    parsedText(judgements[index]), 0});
            m_read->setReplies(std::move(read));
        });
}

void ParserDialog::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    m_format->setEnabled(!isBusy);
    m_labels->setEnabled(!isBusy && takesLabels(m_setup.version.definition));
    m_progress->setVisible(isBusy);
    m_cancel->setEnabled(true);
    onEdited();
}

void ParserDialog::save() {
    const std::string batch = newUlid();
    const QString name = tr("%1, read anew", "name of a run").arg(fromUtf8(m_setup.run.run.name));
    m_progress->setRange(0, static_cast<int>(m_setup.run.planned));
    m_progress->setValue(0);
    setBusy(true);
    m_rereader.reread(m_document, m_setup.run.run, edited(), {toUtf8(name), batch, {}, {}},
        [this, batch](const Result<Reread>& reread) {
            setBusy(false);
            if (reread) {
                Q_EMIT saved(*reread, batch);
                QDialog::accept();
            } else if (reread.error().code != ErrorCode::Cancelled) {
                m_dialogs.showError(this, reread.error());
            }
        });
}

void ParserDialog::reject() {
    if (!m_isBusy)
        return QDialog::reject();
    m_rereader.stop(); // back to the form; what was stored is taken back
    m_cancel->setEnabled(false);
}

} // namespace assize::ui
