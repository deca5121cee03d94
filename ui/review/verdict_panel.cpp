// SPDX-License-Identifier: Apache-2.0
#include "ui/review/verdict_panel.h"

#include "ui/models/rubric_model.h"
#include "ui/review/criterion_detail.h"
#include "ui/review/other_judges.h"
#include "ui/review/rubric_view.h"
#include "ui/review/verdict_headline.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/verdict_glyph.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr qsizetype LongestRaw = 400'000; ///< characters shown of a reply; the rest is in the export

VerdictGlyph judgeGlyphOf(std::optional<Label> label) {
    return {VerdictGlyph::Owner::Judge, label};
}

QString timeOf(std::int64_t milliseconds) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds), QLocale::ShortFormat);
}

} // namespace

VerdictPanel::VerdictPanel(QWidget* parent)
    : Pane(parent) {
    setObjectName(QStringLiteral("verdictPanel"));
    build();
    connectParts();
    translated(this, [this] { retranslate(); });
}

VerdictPanel::~VerdictPanel() = default;

void VerdictPanel::connectParts() {
    connect(m_tabs, &QTabBar::currentChanged, this, &VerdictPanel::showTab);
    connect(m_judges, &QComboBox::activated, this, [this] { chooseJudge(m_judges->currentData().toString()); });
    connect(
        m_versions, &QComboBox::activated, this, [this] { Q_EMIT runChosen(m_versions->currentData().toLongLong()); });
    connect(m_judgeAgain, &QToolButton::clicked, this, &VerdictPanel::judgeRequested);
    connect(m_judgeItem, &QPushButton::clicked, this, &VerdictPanel::judgeRequested);
    connect(m_reset, &QPushButton::clicked, this, &VerdictPanel::resetWeights);
    connect(m_rubric, &RubricModel::whatIfEdited, this, &VerdictPanel::whatIfEdited);
    connect(m_rubricView, &RubricView::criterionChosen, this, [this](int row) {
        m_detail->setCriterion(row);
        Q_EMIT criterionSelected(row);
    });
    connect(m_detail, &CriterionDetail::quoteActivated, this, &VerdictPanel::quoteActivated);
    connect(m_headline, &VerdictHeadline::orderChosen, this, [this](int order) {
        m_order = static_cast<std::size_t>(order);
        showVerdict();
    });
    connect(m_flipOrders, &SegmentedControl::chosen, this, [this](int order) {
        m_order = static_cast<std::size_t>(order);
        showVerdict();
    });
    connect(m_others, &OtherJudges::runChosen, this, &VerdictPanel::runChosen);
    connect(m_compare, &OtherJudges::runChosen, this, &VerdictPanel::runChosen);
}

void VerdictPanel::setRuns(std::vector<RunSummary> runs, RowKey current) {
    m_runs = std::move(runs);
    m_runKey = current;
    fillPickers();
    showAll();
}

void VerdictPanel::setReview(const ReviewItem& review, const std::string& annotator) {
    const bool isOther = review.item.key != m_review.item.key;
    m_review = review;
    m_annotator = annotator;
    if (isOther) {
        m_order = 0;
        m_attempts.clear();
    }
    showAll();
}

void VerdictPanel::setHistory(const std::vector<Verdict>& attempts) {
    m_attempts = attempts;
    m_tabs->setTabText(HistoryTab, tr("History %1", "tab, number of attempts").arg(attempts.size()));
    m_history->clear();
    for (const Verdict& attempt : attempts) {
        auto* row = new QTreeWidgetItem(m_history);
        row->setText(0, QString::number(attempt.attempt));
        row->setText(1, fromUtf8(attempt.presentation));
        row->setText(2, attempt.judgement.outcome == Outcome::Verdict ? judgeGlyphOf(attempt.judgement.label).words()
                                                                      : outcomeWords(attempt.judgement));
        row->setText(3, timeOf(attempt.createdAt));
    }
}

void VerdictPanel::setWhatIf(const WhatIf& whatIf) {
    m_whatIf = whatIf;
    m_rubric->setWhatIf(whatIf);
    showWhatIf();
}

void VerdictPanel::setAgreement(const QString& judged, const QString& tried) {
    m_judgedAgreement = judged;
    m_triedAgreement = tried;
    fillPickers();
    showWhatIf();
}

void VerdictPanel::setCovered(bool isCovered) {
    if (m_isCovered == isCovered)
        return;
    m_isCovered = isCovered;
    showAll();
}

void VerdictPanel::setReadOnly(bool isReadOnly) {
    m_isReadOnly = isReadOnly;
    m_judgeAgain->setEnabled(!isReadOnly);
    m_judgeItem->setVisible(!isReadOnly);
    m_rubricView->setEnabled(!isReadOnly);
}

void VerdictPanel::clear() {
    m_review = {};
    m_attempts.clear();
    showAll();
}

const RunSummary* VerdictPanel::run() const {
    const auto known = std::find_if(
        m_runs.begin(), m_runs.end(), [this](const RunSummary& summary) { return summary.run.key == m_runKey; });
    return known == m_runs.end() ? nullptr : &*known;
}

void VerdictPanel::fillPickers() {
    const QSignalBlocker quietJudges(m_judges);
    const QSignalBlocker quietVersions(m_versions);
    m_judges->clear();
    m_versions->clear();
    const RunSummary* current = run();
    for (const RunSummary& summary : m_runs) {
        const QString judge = fromUtf8(summary.judgeName);
        if (m_judges->findData(judge) < 0)
            m_judges->addItem(judge, judge);
        if (current == nullptr || summary.judgeName != current->judgeName)
            continue;
        QString text = tr("v%1 · %2", "version, run").arg(summary.judgeNumber).arg(fromUtf8(summary.run.name));
        if (summary.run.key == m_runKey && !m_judgedAgreement.isEmpty())
            text = tr("v%1 · %2", "version, agreement").arg(summary.judgeNumber).arg(m_judgedAgreement);
        m_versions->addItem(text, QVariant::fromValue<qint64>(summary.run.key));
    }
    if (current != nullptr)
        m_judges->setCurrentIndex(m_judges->findData(fromUtf8(current->judgeName)));
    m_versions->setCurrentIndex(m_versions->findData(QVariant::fromValue<qint64>(m_runKey)));
    m_judges->setEnabled(!m_runs.empty());
    m_versions->setEnabled(!m_runs.empty());
}

void VerdictPanel::chooseJudge(const QString& name) {
    for (auto summary = m_runs.rbegin(); summary != m_runs.rend(); ++summary) {
        if (fromUtf8(summary->judgeName) == name)
            return Q_EMIT runChosen(summary->run.key);
    }
}

void VerdictPanel::showAll() {
    m_summary = summarise(m_review, m_runKey);
    m_order = std::min(m_order, m_summary.orders.empty() ? 0 : m_summary.orders.size() - 1);
    m_tabs->setEnabled(!m_isCovered);
    showVerdict();
    showRaws();
    showOthers();
    setHistory(std::vector<Verdict>(m_attempts));
    showTab(m_tabs->currentIndex());
}

void VerdictPanel::showVerdict() {
    if (m_summary.orders.empty()) {
        m_rubric->setCriteria({});
        m_detail->setJudgement({});
        Q_EMIT quotesChanged();
        return;
    }
    const Judgement& judgement = m_summary.orders[m_order]->judgement;
    const bool isFlipped = m_summary.reconciled.agreement == OrderAgreement::Flipped;
    m_flipBanner->setVisible(isFlipped);
    m_flipOrders->setCurrent(static_cast<int>(m_order));
    const int selected = m_rubricView->currentIndex().row();
    m_rubric->setCriteria(judgement.criteria);
    m_rubricView->setVisible(!judgement.criteria.empty());
    m_rubricView->fitHeight();
    m_detail->setJudgement(judgement);
    selectCriterion(std::clamp(selected, 0, std::max(0, m_rubric->rowCount() - 1)));
    showWhatIf();
    Q_EMIT quotesChanged();
}

void VerdictPanel::showWhatIf() {
    if (m_summary.orders.empty())
        return;
    const Judgement& judgement = m_summary.orders[m_order]->judgement;
    const WeightedScores tried = weightedScores(judgement.criteria, m_whatIf);
    m_headline->show(m_summary, m_order, humanLabelOf(m_review, m_annotator), m_whatIf);
    m_partialBanner->setVisible(tried.leftOut > 0);
    m_partialBanner->setTexts(
        tr("%n criteria lack a score", nullptr, tried.leftOut), tr("Their weight is left out of the sums below."));
    m_whatIfBanner->setVisible(m_whatIf.isActive() && !judgement.criteria.empty());
    const auto label = whatIfLabel(m_summary, m_whatIf);
    const QString from = judgeGlyphOf(m_summary.label).letters();
    QString detail =
        tried.margin ? tr("Margin %1").arg(signedNumber(*tried.margin, 3)) : tr("No criterion is switched on");
    if (!m_triedAgreement.isEmpty())
        detail += QStringLiteral(" · ") + m_triedAgreement;
    m_whatIfBanner->setTexts(
        tr("With your weights %1 → %2", "label before, label after").arg(from, judgeGlyphOf(label).letters()), detail);
    m_totals->setVisible(!judgement.criteria.empty());
    m_totalsWeight->setText(tried.margin ? QStringLiteral("1.00") : QStringLiteral("–"));
    m_totalsMargin->setText(tried.margin ? signedNumber(*tried.margin, 3) : QStringLiteral("–"));
}

void VerdictPanel::showRaws() {
    QString text;
    for (const Verdict* verdict : m_summary.orders) {
        if (m_summary.orders.size() > 1)
            text += tr("— %1 first —", "heading over a raw reply").arg(fromUtf8(verdict->presentation.substr(0, 1))) +
                    QStringLiteral("\n\n");
        if (verdict->judgement.outcome != Outcome::Verdict)
            text += outcomeWords(verdict->judgement) + QStringLiteral("\n\n");
        for (const std::string& repair : verdict->judgement.recovered)
            text += tr("Repaired while reading: %1").arg(fromUtf8(repair)) + QLatin1Char('\n');
        const QString raw = withVisibleControls(fromUtf8(verdict->rawReply));
        text += raw.size() > LongestRaw ? raw.left(LongestRaw) + QChar(0x2026) : raw;
        text += QStringLiteral("\n\n");
    }
    m_raw->setPlainText(text);
}

void VerdictPanel::showOthers() {
    m_others->show(m_review, m_runs, m_runKey);
    m_compare->show(m_review, m_runs, 0);
    m_others->setVisible(!m_isShort && !m_others->isEmpty());
}

void VerdictPanel::showTab(int tab) {
    const auto message = [this](const QString& text, bool offersJudging) {
        m_messageText->setText(text);
        m_judgeItem->setVisible(offersJudging && !m_isReadOnly);
        m_stack->setCurrentWidget(m_message);
    };
    if (m_review.item.key == 0)
        return message(tr("No item is shown."), false);
    if (m_isCovered)
        return message(tr("Hidden until you label this item."), false);
    if (m_runs.empty())
        return message(tr("No judge has judged this session yet."), true);
    if (m_summary.orders.empty() && tab != CompareTab) {
        const RunSummary* current = run();
        const QString name = current == nullptr ? QString() : fromUtf8(current->run.name);
        return message(tr("Not judged by %1.").arg(name), true);
    }
    m_stack->setCurrentIndex(tab);
}

void VerdictPanel::selectCriterion(int criterion) {
    if (criterion >= 0 && criterion < m_rubric->rowCount())
        m_rubricView->setCurrentIndex(m_rubric->index(criterion, 0));
}

void VerdictPanel::stepCriterion(int direction) {
    const int count = m_rubric->rowCount();
    if (count > 0)
        selectCriterion((m_rubricView->currentIndex().row() + direction + count) % count);
}

void VerdictPanel::switchOrder() {
    if (m_summary.orders.size() < 2)
        return;
    m_order = (m_order + 1) % m_summary.orders.size();
    showVerdict();
}

void VerdictPanel::nextJudge() {
    const auto current = std::find_if(
        m_runs.begin(), m_runs.end(), [this](const RunSummary& summary) { return summary.run.key == m_runKey; });
    if (m_runs.empty())
        return;
    const auto next = current == m_runs.end() || current + 1 == m_runs.end() ? m_runs.begin() : current + 1;
    Q_EMIT runChosen(next->run.key);
}

void VerdictPanel::showRaw() {
    m_tabs->setCurrentIndex(m_tabs->currentIndex() == RawTab ? VerdictTab : RawTab);
}

void VerdictPanel::resetWeights() {
    if (m_whatIf.isActive())
        Q_EMIT whatIfEdited({}, {});
}

void VerdictPanel::setCompact(bool isCompact) {
    m_rubricView->setCompact(isCompact);
    m_headline->setCompact(isCompact);
    if (!m_summary.orders.empty())
        showWhatIf();
}

void VerdictPanel::setShort(bool isShort) {
    m_isShort = isShort;
    showOthers();
}

QStringList VerdictPanel::criterionNames() const {
    QStringList names;
    for (const CriterionScore& score : m_rubric->criteria())
        names << fromUtf8(score.criterion.name);
    return names;
}

const std::vector<QuotedWords>& VerdictPanel::quotes() const {
    return m_detail->quotes();
}

void VerdictPanel::setQuotesFound(const std::vector<bool>& isFound) {
    m_detail->setQuotesFound(isFound);
}

} // namespace assize::ui
