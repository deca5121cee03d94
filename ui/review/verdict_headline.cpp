// SPDX-License-Identifier: Apache-2.0
#include "ui/review/verdict_headline.h"

#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/verdict_glyph.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

Label folded(Label label) {
    return label == Label::BothBad ? Label::Tie : label;
}

QString withTried(std::optional<double> judged, std::optional<double> tried, bool isSigned) {
    const auto text = [isSigned](std::optional<double> value) {
        if (!value)
            return QStringLiteral("–");
        return isSigned ? signedNumber(*value, 3) : number(*value, 3);
    };
    return tried ? QStringLiteral("%1 → %2").arg(text(judged), text(tried)) : text(judged);
}

void clearRow(QHBoxLayout* row) {
    while (QLayoutItem* item = row->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
}

} // namespace

VerdictHeadline::VerdictHeadline(QWidget* parent)
    : QWidget(parent) {
    build();
}

void VerdictHeadline::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    m_glyph = new GlyphLabel(VerdictGlyph::HeadlineSize, this);
    m_glyph->setObjectName(QStringLiteral("verdictGlyph"));
    m_title = plainLabel(this);
    m_title->setObjectName(QStringLiteral("verdictTitle"));
    m_title->setFont(strongFont(TextRole::Title));
    m_subtitle = plainLabel(this, true);
    m_subtitle->setObjectName(QStringLiteral("verdictSubtitle"));
    m_subtitle->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_match = new Chip(Chip::Tone::Info, this);
    m_match->setFocusPolicy(Qt::NoFocus);
    m_humanGlyph = new GlyphLabel(VerdictGlyph::HeadlineSize, this);
    top->addWidget(m_glyph, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    top->addWidget(m_match);
    top->addWidget(m_humanGlyph);
    m_orders = new QHBoxLayout;
    m_orders->setSpacing(6);
    column->addLayout(top);
    column->addLayout(m_orders);
    column->addWidget(buildScores());
}

QWidget* VerdictHeadline::buildScores() {
    m_scores = new QWidget(this);
    auto* grid = new QGridLayout(m_scores);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(5);
    m_scoresTitle = plainLabel(m_scores, true);
    grid->addWidget(m_scoresTitle, 0, 0, 1, 3);
    const auto addRow = [&](int row, Label side, ScoreBar*& bar, QLabel*& value) {
        auto* glyph = new GlyphLabel(VerdictGlyph::ChipSize, m_scores);
        glyph->setGlyph({VerdictGlyph::Owner::Judge, side});
        bar = new ScoreBar(side, m_scores);
        value = plainLabel(m_scores);
        value->setFont(fontFor(TextRole::Mono));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(glyph, row, 0);
        grid->addWidget(bar, row, 1);
        grid->addWidget(value, row, 2);
    };
    addRow(1, Label::A, m_barA, m_valueA);
    addRow(2, Label::B, m_barB, m_valueB);
    m_marginBar = new MarginBar(m_scores);
    m_marginBar->setObjectName(QStringLiteral("marginBar"));
    m_valueMargin = plainLabel(m_scores);
    m_valueMargin->setObjectName(QStringLiteral("marginValue"));
    m_valueMargin->setFont(fontFor(TextRole::Mono));
    m_valueMargin->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_marginBar, 3, 1);
    grid->addWidget(m_valueMargin, 3, 2);
    grid->setColumnStretch(1, 1);
    return m_scores;
}

void VerdictHeadline::setCompact(bool isCompact) {
    m_isCompact = isCompact;
}

void VerdictHeadline::show(
    const VerdictSummary& summary, std::size_t shownOrder, std::optional<Label> human, const WhatIf& whatIf) {
    const Verdict& shown = *summary.orders.at(shownOrder);
    m_glyph->setGlyph({VerdictGlyph::Owner::Judge, summary.label}, tr("Verdict"));
    showTitle(summary, shown);
    showHuman(summary, human);
    showOrders(summary, shownOrder);
    showScores(shown, whatIf);
}

void VerdictHeadline::showTitle(const VerdictSummary& summary, const Verdict& shown) {
    m_title->setText(verdictWords(summary));
    QStringList lines;
    const Judgement& judgement = shown.judgement;
    if (judgement.outcome != Outcome::Verdict)
        lines << outcomeWords(judgement);
    else if (judgement.label)
        lines << tr("judge label %1", "the label as the judge gave it")
                     .arg(QStringLiteral("[[%1]]").arg(fromUtf8(labelText(*judgement.label))));
    if (judgement.scores.size() == 2)
        lines << tr("scores %1 and %2").arg(scoreText(judgement.scores[0]), scoreText(judgement.scores[1]));
    for (const std::string& flag : judgement.flags)
        lines << flagWords(flag);
    m_subtitle->setText(lines.join(QLatin1Char('\n')));
}

void VerdictHeadline::showHuman(const VerdictSummary& summary, std::optional<Label> human) {
    m_humanGlyph->setVisible(human.has_value());
    m_match->setVisible(human.has_value() && (summary.label || !summary.orders.empty()));
    if (!human)
        return;
    m_humanGlyph->setGlyph({VerdictGlyph::Owner::Human, human}, tr("Human"));
    const bool isSame = summary.label && folded(*summary.label) == folded(*human);
    m_match->setTone(isSame ? Chip::Tone::Info : Chip::Tone::Warning);
    m_match->setText(isSame ? tr("matches human") : tr("≠ human"));
    m_match->setAccessibleName(isSame ? tr("Matches the human label") : tr("Differs from the human label"));
}

void VerdictHeadline::showOrders(const VerdictSummary& summary, std::size_t shownOrder) {
    clearRow(m_orders);
    for (std::size_t index = 0; index < summary.orders.size(); ++index) {
        const Verdict& verdict = *summary.orders[index];
        auto* chip = new Chip(Chip::Tone::Plain, this);
        chip->setObjectName(QStringLiteral("order%1").arg(fromUtf8(verdict.presentation)));
        chip->setCheckable(summary.orders.size() > 1);
        chip->setChecked(index == shownOrder && summary.orders.size() > 1);
        const QString first = tr("%1 first", "presentation order").arg(fromUtf8(verdict.presentation.substr(0, 1)));
        const VerdictGlyph glyph(VerdictGlyph::Owner::Judge, verdict.judgement.label);
        QString text = QStringLiteral("%1 › %2").arg(first, glyph.letters());
        if (verdict.judgement.scoreMargin && !m_isCompact)
            text += QLatin1Char(' ') + signedNumber(*verdict.judgement.scoreMargin, 2);
        chip->setText(text);
        chip->setAccessibleName(tr("%1: %2", "order, verdict").arg(first, glyph.words()));
        connect(chip, &Chip::clicked, this, [this, index] { Q_EMIT orderChosen(static_cast<int>(index)); });
        m_orders->addWidget(chip);
    }
    if (summary.reconciled.agreement != OrderAgreement::Incomplete) {
        const bool isConsistent = summary.reconciled.agreement == OrderAgreement::Consistent;
        auto* chip = new Chip(isConsistent ? Chip::Tone::Info : Chip::Tone::Warning, this);
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setLeadingIcon(isConsistent ? Icon::Check : Icon::Flip);
        chip->setText(isConsistent                                              ? tr("Consistent")
                      : summary.reconciled.agreement == OrderAgreement::Flipped ? tr("Flipped by order")
                                                                                : tr("Mixed"));
        m_orders->addWidget(chip);
    }
    m_orders->addStretch(1);
}

void VerdictHeadline::showScores(const Verdict& shown, const WhatIf& whatIf) {
    const Judgement& judgement = shown.judgement;
    const bool hasScores = judgement.weightedScoreA && judgement.weightedScoreB;
    m_scores->setVisible(hasScores);
    if (!hasScores)
        return;
    const WeightedScores tried = whatIf.isActive() ? weightedScores(judgement.criteria, whatIf) : WeightedScores();
    m_scoresTitle->setText(
        whatIf.isActive() ? tr("Weighted score and margin: judge → your weights") : tr("Weighted score and margin"));
    m_barA->setValues(judgement.weightedScoreA, tried.a);
    m_barB->setValues(judgement.weightedScoreB, tried.b);
    m_marginBar->setValues(judgement.scoreMargin, tried.margin);
    m_valueA->setText(withTried(judgement.weightedScoreA, tried.a, false));
    m_valueB->setText(withTried(judgement.weightedScoreB, tried.b, false));
    m_valueMargin->setText(withTried(judgement.scoreMargin, tried.margin, true));
    m_barA->setAccessibleName(tr("Weighted score of A: %1").arg(m_valueA->text()));
    m_barB->setAccessibleName(tr("Weighted score of B: %1").arg(m_valueB->text()));
    m_marginBar->setAccessibleName(tr("Margin: %1, positive favours A").arg(m_valueMargin->text()));
}

} // namespace assize::ui
