// SPDX-License-Identifier: Apache-2.0
// Pickers, menu and banners of the verdict panel: which run is shown, and what other weights make of it.
#include "ui/models/rubric_model.h"
#include "ui/models/run_words.h"
#include "ui/review/rubric_header.h"
#include "ui/review/verdict_headline.h"
#include "ui/review/verdict_panel.h"
#include "ui/support/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/verdict_glyph.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

namespace assize::ui {
namespace {

QString percent(std::optional<double> share) {
    return share ? VerdictPanel::tr("%1 %", "percentage").arg(number(*share * 100, 1)) : QStringLiteral("–");
}

Label withoutBothBad(Label label) {
    return label == Label::BothBad ? Label::Tie : label;
}

} // namespace

void VerdictPanel::setAgreements(const std::map<RowKey, RunAgreement>& agreements) {
    m_agreements = agreements;
    fillPickers();
    showWhatIf();
}

void VerdictPanel::setTried(std::shared_ptr<const TriedRun> tried) {
    m_tried = std::move(tried);
    showWhatIf();
}

void VerdictPanel::setTieBand(double tieBand) {
    m_tieBand = tieBand;
    showWhatIf();
}

void VerdictPanel::setWeightings(const QStringList& names) {
    m_weightings = names;
}

QString VerdictPanel::versionText(const RunSummary& summary) const {
    const auto isTwin = [&](const RunSummary& other) {
        return other.run.key != summary.run.key && other.judgeName == summary.judgeName &&
               other.judgeNumber == summary.judgeNumber;
    };
    QStringList parts{tr("v%1", "version of a judge").arg(summary.judgeNumber)};
    if (std::any_of(m_runs.begin(), m_runs.end(), isTwin))
        parts << withVisibleControls(fromUtf8(summary.run.name));
    if (const auto known = m_agreements.find(summary.run.key); known != m_agreements.end())
        parts << percent(known->second.agreement);
    return parts.join(QStringLiteral(" · "));
}

QString VerdictPanel::versionToolTip(const RunSummary& summary) const {
    const QString run = tr("Run %1").arg(withVisibleControls(fromUtf8(summary.run.name)));
    const auto known = m_agreements.find(summary.run.key);
    if (known == m_agreements.end())
        return run;
    const RunAgreement& agreement = known->second;
    const QLocale locale;
    return run + QLatin1Char('\n') +
           tr("Agrees with people on %1, κ %2; %3 items with both. A person's label is yours, else gold.")
               .arg(
                   percent(agreement.agreement), numberOrDash(agreement.kappa, 2), locale.toString(agreement.labelled));
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
            m_judges->addItem(withVisibleControls(judge), judge);
        if (current == nullptr || summary.judgeName != current->judgeName)
            continue;
        m_versions->addItem(versionText(summary), QVariant::fromValue<qint64>(summary.run.key));
        m_versions->setItemData(m_versions->count() - 1, plainToolTip(versionToolTip(summary)), Qt::ToolTipRole);
    }
    if (current != nullptr)
        m_judges->setCurrentIndex(m_judges->findData(fromUtf8(current->judgeName)));
    m_versions->setCurrentIndex(m_versions->findData(QVariant::fromValue<qint64>(m_runKey)));
    m_versions->setToolTip(current == nullptr ? QString() : plainToolTip(versionToolTip(*current)));
    m_judges->setEnabled(!m_runs.empty());
    m_versions->setEnabled(!m_runs.empty());
}

void VerdictPanel::fillMenu() {
    QMenu* menu = m_more->menu();
    menu->clear();
    const bool isShown = !m_summary.orders.empty() && !m_isCovered;
    QAction* again = menu->addAction(tr("Judge this item with the built-in baseline"));
    again->setEnabled(m_judgeAgain->isEnabled());
    connect(again, &QAction::triggered, this, &VerdictPanel::judgeRequested);
    QAction* judge = menu->addAction(tr("Judge this item…"));
    judge->setEnabled(!m_isReadOnly && m_review.item.key != 0);
    connect(judge, &QAction::triggered, this, &VerdictPanel::runRequested);
    QAction* copy = menu->addAction(tr("Copy the verdict"));
    copy->setEnabled(isShown);
    connect(copy, &QAction::triggered, this, &VerdictPanel::copyVerdict);
    QAction* request = menu->addAction(tr("Show the request…"));
    request->setEnabled(run() != nullptr && m_review.item.key != 0 && !m_isCovered);
    connect(request, &QAction::triggered, this, &VerdictPanel::requestAsked);
    QAction* parser = menu->addAction(tr("Edit the parser…"));
    parser->setEnabled(isShown && !m_isReadOnly);
    connect(parser, &QAction::triggered, this, &VerdictPanel::parserAsked);
    menu->addSeparator();
    QMenu* use = menu->addMenu(tr("Use saved weights"));
    QMenu* forget = menu->addMenu(tr("Forget saved weights"));
    use->setEnabled(!m_weightings.isEmpty() && isShown);
    forget->setEnabled(!m_weightings.isEmpty() && !m_isReadOnly);
    for (const QString& name : std::as_const(m_weightings)) {
        QString text = withVisibleControls(name);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(use->addAction(text), &QAction::triggered, this, [this, name] { Q_EMIT weightingChosen(name); });
        connect(forget->addAction(text), &QAction::triggered, this, [this, name] { Q_EMIT weightingRemoved(name); });
    }
}

void VerdictPanel::copyVerdict() const {
    if (m_summary.orders.empty())
        return;
    const Judgement& judgement = m_summary.orders[m_order]->judgement;
    QStringList lines{verdictWords(m_summary)};
    for (const CriterionScore& score : judgement.criteria) {
        lines << QStringLiteral("%1: A %2, B %3")
                     .arg(fromUtf8(score.criterion.name), scoreText(score.scoreA), scoreText(score.scoreB));
        lines << QStringLiteral("  A: ") + fromUtf8(score.justificationA);
        lines << QStringLiteral("  B: ") + fromUtf8(score.justificationB);
    }
    lines << fromUtf8(judgement.overallJustification);
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void VerdictPanel::showProblem() {
    const auto failed = std::find_if(m_summary.orders.begin(), m_summary.orders.end(),
        [](const Verdict* verdict) { return verdict->judgement.outcome != Outcome::Verdict; });
    m_problemBanner->setVisible(failed != m_summary.orders.end());
    if (failed == m_summary.orders.end())
        return;
    m_editParser->setVisible(!m_isReadOnly && !(*failed)->rawReply.empty());
    const QString order = orderWords((*failed)->presentation);
    m_problemBanner->setTexts(
        m_summary.orders.size() > 1 ? tr("No verdict with %1", "order").arg(order) : tr("No verdict"),
        outcomeWords((*failed)->judgement));
}

QString VerdictPanel::whatIfDetail(const WeightedScores& tried, std::optional<Label> label) const {
    if (!tried.margin)
        return tr("No criterion is switched on");
    QString item = tr("Margin %1").arg(signedNumber(*tried.margin, 3));
    if (const auto human = humanLabelOf(m_review, m_annotator))
        item = label && withoutBothBad(*label) == withoutBothBad(*human)
                   ? tr("Margin %1, matches human").arg(signedNumber(*tried.margin, 3))
                   : tr("Margin %1, ≠ human").arg(signedNumber(*tried.margin, 3));
    const auto judged = m_agreements.find(m_runKey);
    if (m_tried == nullptr || judged == m_agreements.end())
        return item;
    const auto changed = static_cast<int>(m_tried->changed);
    return item + QLatin1Char('\n') +
           tr("Agreement %1 → %2, %n label(s) change", "judge's weights, your weights", changed)
               .arg(percent(judged->second.agreement), percent(m_tried->agreement));
}

void VerdictPanel::showWhatIf() {
    if (m_summary.orders.empty())
        return;
    const Judgement& judgement = m_summary.orders[m_order]->judgement;
    const WeightedScores tried = weightedScores(judgement.criteria, m_whatIf);
    const bool isTried = m_whatIf.isActive() && !judgement.criteria.empty();
    m_headline->show(m_summary, m_order, form(),
        {humanLabelOf(m_review, m_annotator), humanResultOf(m_review, m_annotator)}, isTried ? m_whatIf : WhatIf());
    m_partialBanner->setVisible(tried.leftOut > 0);
    m_partialBanner->setTexts(
        tr("%n criteria lack a score", nullptr, tried.leftOut), tr("Their weight is left out of the sums below."));
    m_whatIfBanner->setVisible(isTried);
    const auto label = whatIfLabel(m_summary, m_whatIf, m_tieBand);
    const QString detail = whatIfDetail(tried, label);
    m_whatIfFrom->setGlyph({VerdictGlyph::Owner::Judge, m_summary.label}, tr("Judge"));
    m_whatIfTo->setGlyph({VerdictGlyph::Owner::Judge, label}, tr("With your weights"));
    m_whatIfBanner->setTexts(tr("With your weights"), detail);
    m_totals->setVisible(!judgement.criteria.empty());
    m_totals->setTexts(isTried ? tr("Margin, your weights") : tr("Margin"),
        tried.margin ? QStringLiteral("1.00") : QStringLiteral("–"),
        tried.margin ? signedNumber(*tried.margin, 3) : QStringLiteral("–"));
}

} // namespace assize::ui
