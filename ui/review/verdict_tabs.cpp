// SPDX-License-Identifier: Apache-2.0
// What is behind the tabs of the verdict panel beside the verdict itself: raw replies, other judges, earlier attempts.
#include "ui/models/run_words.h"
#include "ui/review/other_judges.h"
#include "ui/review/raw_view.h"
#include "ui/review/verdict_headline.h"
#include "ui/review/verdict_panel.h"
#include "ui/support/text.h"
#include "ui/widgets/verdict_glyph.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

namespace assize::ui {
namespace {

constexpr int TableRowHeight = 30;

QString timeOf(std::int64_t milliseconds) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds), QLocale::ShortFormat);
}

/// Where reading stopped: at the end of a reply that was cut off, else at the line that the reason names.
int problemLine(const Judgement& judgement) {
    if (judgement.outcome == Outcome::Verdict)
        return 0;
    if (judgement.outcome == Outcome::Truncated)
        return -1;
    static const QRegularExpression line(QStringLiteral("line (\\d+)"));
    const QRegularExpressionMatch match = line.match(fromUtf8(judgement.reason));
    return match.hasMatch() ? match.captured(1).toInt() : 1;
}

} // namespace

void VerdictPanel::setHistory(const std::vector<Verdict>& attempts) {
    m_attempts = attempts;
    showHistory();
}

void VerdictPanel::showHistory() {
    const QString count = m_attempts.empty() ? QString() : QLatin1Char('\t') + QString::number(m_attempts.size());
    m_tabs->setTabText(HistoryTab, tr("History") + count);
    fitTabs();
    m_history->clear();
    for (const Verdict& attempt : m_attempts) {
        const VerdictGlyph glyph(VerdictGlyph::Owner::Judge, attempt.judgement.label);
        auto* row = new QTreeWidgetItem(m_history);
        row->setText(0, QString::number(attempt.attempt));
        row->setSizeHint(0, {0, TableRowHeight});
        row->setText(1, orderWords(attempt.presentation));
        row->setText(
            2, attempt.judgement.outcome == Outcome::Verdict ? glyph.words() : outcomeWords(attempt.judgement));
        row->setText(3, timeOf(attempt.createdAt));
        row->setToolTip(2, plainToolTip(row->text(2)));
    }
    for (int column = 0; column < 2; ++column)
        m_history->resizeColumnToContents(column);
}

void VerdictPanel::showRaws() {
    if (!std::exchange(m_isRawStale, false))
        return;
    std::vector<RawReply> replies;
    for (const Verdict* verdict : m_summary.orders) {
        RawReply& reply = replies.emplace_back();
        if (m_summary.orders.size() > 1)
            reply.heading = orderWords(verdict->presentation);
        QStringList notes;
        if (verdict->judgement.outcome != Outcome::Verdict)
            notes << outcomeWords(verdict->judgement);
        for (const std::string& repair : verdict->judgement.recovered)
            notes << tr("Repaired while reading: %1").arg(withVisibleControls(fromUtf8(repair)));
        reply.note = notes.join(QLatin1Char('\n'));
        reply.text = verdict->rawReply;
        reply.problemLine = problemLine(verdict->judgement);
    }
    m_raw->setReplies(std::move(replies));
}

void VerdictPanel::showOthers() {
    m_others->show(m_review, m_runs, m_runKey);
    m_compare->show(m_review, m_runs, 0);
}

void VerdictPanel::showMessage(const QString& text, bool offersJudging) {
    m_messageText->setText(text);
    m_judgeItem->setVisible(offersJudging && m_judgeAgain->isEnabled());
    m_addToRun->setVisible(offersJudging && !m_isReadOnly);
    m_stack->setCurrentWidget(m_message);
}

void VerdictPanel::showTab(int tab) {
    m_others->setVisible(tab == VerdictTab && !m_isShort && !m_isCovered && !m_others->isEmpty());
    if (m_review.item.key == 0)
        return showMessage(tr("No item is shown."), false);
    if (m_runs.empty()) // there is nothing to hide
        return showMessage(tr("No judge has judged this session yet."), true);
    if (m_isCovered)
        return showMessage(tr("Hidden until you label this item."), false);
    if (m_summary.orders.empty() && tab != CompareTab) {
        const RunSummary* current = run();
        const QString name =
            current == nullptr
                ? QString()
                : tr("%1 v%2", "judge, version").arg(fromUtf8(current->judgeName)).arg(current->judgeNumber);
        return showMessage(tr("Not judged by %1.").arg(withVisibleControls(name)), true);
    }
    if (tab == RawTab)
        showRaws();
    m_stack->setCurrentIndex(tab);
}

} // namespace assize::ui
