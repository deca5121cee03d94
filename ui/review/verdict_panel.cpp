// SPDX-License-Identifier: Apache-2.0
#include "ui/review/verdict_panel.h"

#include "ui/bridge/judge_item.h"
#include "ui/models/criterion_words.h"
#include "ui/models/rubric_model.h"
#include "ui/review/criterion_detail.h"
#include "ui/review/other_judges.h"
#include "ui/review/raw_view.h"
#include "ui/review/rubric_view.h"
#include "ui/review/verdict_headline.h"
#include "ui/support/app_style.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>

namespace assize::ui {
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
    connect(m_tabs, &QTabBar::currentChanged, this, &VerdictPanel::tabChanged);
    connect(m_judges, &QComboBox::activated, this, [this] { chooseJudge(m_judges->currentData().toString()); });
    connect(
        m_versions, &QComboBox::activated, this, [this] { Q_EMIT runChosen(m_versions->currentData().toLongLong()); });
    connect(m_judgeAgain, &QToolButton::clicked, this, &VerdictPanel::judgeRequested);
    connect(m_judgeItem, &QPushButton::clicked, this, &VerdictPanel::judgeRequested);
    connect(m_addToRun, &QPushButton::clicked, this, &VerdictPanel::runRequested);
    connect(m_editParser, &QPushButton::clicked, this, &VerdictPanel::parserAsked);
    connect(m_judgeOnceMore, &QPushButton::clicked, this, &VerdictPanel::runRequested);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &VerdictPanel::fillMenu);
    connect(m_reset, &QPushButton::clicked, this, &VerdictPanel::resetWeights);
    connect(m_saveWeights, &QPushButton::clicked, this, &VerdictPanel::saveWeightsRequested);
    connect(m_showRaw, &QPushButton::clicked, this, [this] {
        m_tabs->setCurrentIndex(RawTab);
        m_raw->revealProblem();
    });
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
    m_detail->setOwn(currentAnnotation(review, annotator).criteria);
    if (isOther) {
        m_order = 0;
        m_attempts.clear();
    }
    showAll();
}

void VerdictPanel::setWhatIf(const WhatIf& whatIf) {
    m_whatIf = whatIf;
    m_rubric->setWhatIf(whatIf);
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
    updateJudging();
    m_judgeOnceMore->setVisible(!isReadOnly);
    m_saveWeights->setEnabled(!isReadOnly);
    m_rubricView->setEnabled(!isReadOnly);
}

void VerdictPanel::updateJudging() {
    m_judgeAgain->setEnabled(!m_isReadOnly && !baselineFor(m_review.item.responses.size(), false).empty());
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

/// Of a judge that is not known any more: a pairwise one.
JudgeForm VerdictPanel::form() const {
    const RunSummary* current = run();
    const auto known = current == nullptr ? m_forms.end() : m_forms.find(current->run.judgeVersionKey);
    return known == m_forms.end() ? JudgeForm() : known->second;
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
    updateJudging();
    m_isRawStale = true;
    showVerdict();
    showOthers();
    showHistory();
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
    showProblem();
    selectCriterion(std::clamp(selected, 0, std::max(0, m_rubric->rowCount() - 1)));
    showWhatIf();
    Q_EMIT quotesChanged();
}

void VerdictPanel::selectCriterion(int criterion) {
    if (criterion >= 0 && criterion < m_rubric->rowCount())
        m_rubricView->setCurrentIndex(m_rubric->index(criterion, 0));
}

int VerdictPanel::tab() const {
    return m_tabs->currentIndex();
}

void VerdictPanel::setTab(int tab) {
    m_tabs->setCurrentIndex(tab);
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
    m_saveWeights->setVisible(!isCompact);
    m_rubricView->setCompact(isCompact);
    m_headline->setCompact(isCompact);
    if (!m_summary.orders.empty())
        showWhatIf();
}

void VerdictPanel::resizeEvent(QResizeEvent* event) {
    Pane::resizeEvent(event);
    fitTabs();
}

/// Tabs stand closer where they would not all be seen.
void VerdictPanel::fitTabs() {
    setDense(m_tabs, false);
    setDense(m_tabs, m_tabs->sizeHint().width() > width());
}

void VerdictPanel::setShort(bool isShort) {
    m_isShort = isShort;
    showOthers();
    showTab(m_tabs->currentIndex());
}

QStringList VerdictPanel::criterionNames() const {
    QStringList names;
    for (const CriterionScore& score : m_rubric->criteria())
        names << fromUtf8(score.criterion.name);
    return names;
}

QStringList VerdictPanel::criterionTitles() const {
    QStringList titles;
    for (const CriterionScore& score : m_rubric->criteria())
        titles << criterionName(score.criterion);
    return titles;
}

int VerdictPanel::currentCriterion() const {
    return m_rubricView->currentIndex().row();
}

const std::vector<QuotedWords>& VerdictPanel::quotes() const {
    return m_detail->quotes();
}

void VerdictPanel::setQuotesFound(const std::vector<bool>& isFound) {
    m_detail->setQuotesFound(isFound);
}

} // namespace assize::ui
