// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/try_dialog.h"

#include "ui/bridge/document.h"
#include "ui/models/run_words.h"
#include "ui/review/verdict_headline.h"
#include "ui/support/announce.h"
#include "ui/support/dialogs.h"
#include "ui/support/error_text.h"
#include "ui/support/fonts.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextCursor>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <utility>

namespace assize::ui {
namespace {

constexpr QSize TrySize(820, 520);

/// What a model thinks aloud stands before its answer, as it does in stored replies.
QString wholeText(const TryProgress& progress) {
    const QString text = fromUtf8(progress.text);
    return withVisibleControls(
        progress.reasoning.empty() ? text : fromUtf8(progress.reasoning) + QStringLiteral("\n\n――――\n\n") + text);
}

/// The judge's own label or result, whatever the task has; empty while there is none.
QString saidSoFar(const Judgement& judgement) {
    if (judgement.label)
        return labelWords(*judgement.label);
    if (!judgement.result.empty())
        return withVisibleControls(fromUtf8(judgement.result));
    QStringList scores;
    for (const double score : judgement.scores)
        scores << scoreText(score);
    return scores.join(QStringLiteral(" · "));
}

} // namespace

TryDialog::TryDialog(ModelServers& servers, Document& document, Dialogs& dialogs, Trial trial, QWidget* parent)
    : QDialog(parent)
    , m_document(&document)
    , m_dialogs(dialogs)
    , m_trial(std::move(trial))
    , m_trier(servers) {
    setObjectName(QStringLiteral("tryDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(TrySize);
    build();
    connect(&m_trier, &Trier::advanced, this, &TryDialog::showProgress);
    connect(&m_trier, &Trier::ended, this, &TryDialog::showEnd);
    connect(m_again, &QPushButton::clicked, this, [this] { m_trier.isBusy() ? m_trier.stop() : start(); });
    connect(m_keep, &QPushButton::clicked, this, &TryDialog::keep);
    connect(m_close, &QPushButton::clicked, this, [this] { done(Rejected); });
    translated(this, [this] { retranslate(); });
    start();
}

TryDialog::~TryDialog() = default;

void TryDialog::build() {
    m_subject = new ElidedLabel(this);
    m_outcome = plainLabel(this);
    m_outcome->setObjectName(QStringLiteral("tryOutcome"));
    m_outcome->setWordWrap(true);
    m_facts = plainLabel(this, true);
    m_facts->setObjectName(QStringLiteral("tryFacts"));
    m_again = new QPushButton(this);
    m_again->setObjectName(QStringLiteral("tryAgain"));
    m_keep = new QPushButton(this);
    m_keep->setObjectName(QStringLiteral("tryKeep"));
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("tryClose"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_facts, 1);
    for (QPushButton* button : {m_again, m_keep, m_close}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_subject);
    column->addWidget(buildTexts(), 1);
    column->addWidget(m_outcome);
    column->addLayout(buttons);
}

QWidget* TryDialog::buildTexts() {
    auto* texts = new QWidget(this);
    m_text = new QPlainTextEdit(texts);
    m_text->setObjectName(QStringLiteral("tryText"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFont(fontFor(TextRole::Mono));
    m_read = new QTreeWidget(texts);
    m_read->setObjectName(QStringLiteral("tryRead"));
    m_read->setRootIsDecorated(false);
    m_read->setUniformRowHeights(true);
    m_read->setColumnCount(3);
    m_read->header()->setStretchLastSection(false);
    m_read->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2})
        m_read->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_textTitle = plainLabel(texts, true);
    m_textTitle->setBuddy(m_text);
    m_readTitle = plainLabel(texts, true);
    m_readTitle->setBuddy(m_read);
    auto* row = new QHBoxLayout(texts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    const auto add = [&](QLabel* title, QWidget* view, int stretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(title);
        column->addWidget(view, 1);
        row->addLayout(column, stretch);
    };
    add(m_textTitle, m_text, 3);
    add(m_readTitle, m_read, 2);
    return texts;
}

void TryDialog::retranslate() {
    setWindowTitle(tr("Try on one item"));
    const Item& item = m_trial.item;
    const QString name = withVisibleControls(fromUtf8(item.sourceId.empty() ? item.id : item.sourceId));
    const Endpoint& endpoint = m_trial.request.endpoint;
    const QString judge = withVisibleControls(fromUtf8(m_trial.request.judge.name));
    const QString place = endpoint.model.empty() ? fromUtf8(endpoint.name) : fromUtf8(endpoint.model);
    m_subject->setText(tr("%1 by %2 on %3, %4", "judge, model, item, order")
                           .arg(judge, withVisibleControls(place), name, orderWords(m_trial.call.presentation)));
    m_textTitle->setText(tr("Reply"));
    m_readTitle->setText(tr("What is read in it"));
    m_text->setAccessibleName(m_textTitle->text());
    m_read->setAccessibleName(m_readTitle->text());
    m_read->setHeaderLabels({tr("Criterion"), tr("A"), tr("B")});
    m_close->setText(tr("Close"));
    if (m_end)
        showOutcome();
    updateButtons();
}

void TryDialog::start() {
    m_end.reset();
    m_isKept = false;
    m_shownText.clear();
    m_text->clear();
    m_read->clear();
    m_facts->clear();
    m_outcome->setText(tr("Waiting for the first words…"));
    m_trier.start(m_trial);
    updateButtons();
}

void TryDialog::updateButtons() {
    const bool isBusy = m_trier.isBusy();
    m_again->setText(isBusy ? tr("Stop") : tr("Try again"));
    m_keep->setText(m_isKept ? tr("Kept") : tr("Keep"));
    m_keep->setToolTip(plainToolTip(tr("Stores this verdict as the run would")));
    m_keep->setEnabled(!isBusy && !m_isKept && hasReply());
}

bool TryDialog::hasReply() const {
    return m_end && !m_end->error && !m_end->failure;
}

void TryDialog::showProgress(const TryProgress& progress) {
    showText(progress);
    showRead(progress.judgement);
    const QString said = saidSoFar(progress.judgement);
    m_outcome->setText(said.isEmpty() ? tr("The reply is coming…") : tr("So far: %1").arg(said));
    m_facts->setText(tr("%1 s", "seconds").arg(number(progress.seconds, 1)));
}

/// Adds what is new; the view follows only if it was at the end.
void TryDialog::showText(const TryProgress& progress) {
    const QString text = wholeText(progress);
    QScrollBar* bar = m_text->verticalScrollBar();
    const bool follows = bar->value() == bar->maximum();
    if (text.startsWith(m_shownText)) {
        QTextCursor end(m_text->document());
        end.movePosition(QTextCursor::End);
        end.insertText(text.mid(m_shownText.size()));
    } else {
        m_text->setPlainText(text);
    }
    m_shownText = text;
    if (follows)
        bar->setValue(bar->maximum());
}

void TryDialog::showRead(const Judgement& judgement) {
    for (std::size_t row = 0; row < judgement.criteria.size(); ++row) {
        const CriterionScore& score = judgement.criteria[row];
        const auto index = static_cast<int>(row);
        QTreeWidgetItem* line =
            index < m_read->topLevelItemCount() ? m_read->topLevelItem(index) : new QTreeWidgetItem(m_read);
        const QString name = withVisibleControls(fromUtf8(score.criterion.name));
        line->setText(0, name);
        line->setToolTip(0, plainToolTip(name));
        line->setText(1, scoreText(score.scoreA));
        line->setText(2, scoreText(score.scoreB));
    }
    while (m_read->topLevelItemCount() > static_cast<int>(judgement.criteria.size()))
        delete m_read->takeTopLevelItem(m_read->topLevelItemCount() - 1);
}

void TryDialog::showEnd(const TryEnd& end, const RunRequest& request) {
    m_end = end;
    m_trial.request = request;
    if (hasReply()) {
        showText(end.last);
        showRead(end.last.judgement);
    }
    retranslate();
    announce(m_outcome, m_outcome->text());
}

void TryDialog::showOutcome() {
    if (m_end->error) {
        const ErrorSentences sentences = errorSentences(*m_end->error);
        m_outcome->setText(sentences.what + QLatin1Char('\n') + sentences.advice);
        return;
    }
    if (m_end->failure) {
        const bool isStopped = m_end->failure->kind == FailureClass::Cancelled;
        m_outcome->setText(
            isStopped ? tr("Stopped. Nothing is stored.") : tr("No reply: %1").arg(worded(m_end->failure->sentence())));
        return;
    }
    const Judgement& judgement = m_end->last.judgement;
    const QString said = saidSoFar(judgement);
    m_outcome->setText(judgement.outcome == Outcome::Verdict ? tr("Verdict: %1").arg(said) : outcomeWords(judgement));
    m_facts->setText(costText());
}

QString TryDialog::costText() const {
    const QLocale locale;
    QStringList parts{tr("%1 s", "seconds").arg(number(m_end->last.seconds, 1))};
    if (m_end->usage.outputTokens > 0)
        parts << tr("%1 tokens in, %2 out")
                     .arg(locale.toString(static_cast<qlonglong>(m_end->usage.inputTokens)),
                         locale.toString(static_cast<qlonglong>(m_end->usage.outputTokens)));
    if (m_end->cost > 0)
        parts << moneyWords(m_end->cost, fromUtf8(m_trial.request.endpoint.price.currency));
    return parts.join(QStringLiteral(" · "));
}

void TryDialog::keep() {
    if (m_document == nullptr)
        return;
    m_keep->setEnabled(false);
    keepTrial(*m_document, m_trial, *m_end, this, [this](const Result<>& kept) {
        m_isKept = kept.has_value();
        updateButtons();
        if (kept)
            Q_EMIT m_document->contentChanged();
        else
            m_dialogs.showError(this, kept.error());
    });
}

void TryDialog::reject() {
    if (m_trier.isBusy())
        m_trier.stop();
    else
        QDialog::reject();
}

} // namespace assize::ui
