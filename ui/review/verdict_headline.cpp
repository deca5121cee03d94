// SPDX-License-Identifier: Apache-2.0
#include "ui/review/verdict_headline.h"

#include "core/model/presentation.h"
#include "ui/models/run_words.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/verdict_glyph.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

Label folded(Label label) {
    return label == Label::BothBad ? Label::Tie : label;
}

QString valueText(std::optional<double> value, bool isSigned) {
    if (!value)
        return QStringLiteral("–");
    return isSigned ? signedNumber(*value, 3) : number(*value, 3);
}

void clearRow(QLayout* row) {
    while (QLayoutItem* item = row->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
}

} // namespace

/// What the marks in the bars stand for, while other weights are tried: "▬ judge  ▏your weights".
class BarLegend final : public QWidget {
public:
    using QWidget::QWidget;

    void setWords(const QString& judge, const QString& own) {
        m_judge = judge;
        m_own = own;
        updateGeometry();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override {
        const QFontMetrics metrics(fontFor(TextRole::Small));
        return {metrics.horizontalAdvance(m_judge) + metrics.horizontalAdvance(m_own) + Swatch + Tick + 4 * Gap, 16};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = currentTheme();
        QPainter painter(this);
        painter.setFont(fontFor(TextRole::Small));
        double x = width() - sizeHint().width();
        painter.fillRect(QRectF(x, 4, Swatch, height() - 8), theme.a.fill);
        x += Swatch + Gap;
        painter.setPen(theme.text2);
        const auto word = [&](const QString& said) {
            painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, said);
            x += painter.fontMetrics().horizontalAdvance(said) + 2 * Gap;
        };
        word(m_judge);
        painter.fillRect(QRectF(x, 2, Tick, height() - 4), theme.text);
        x += Tick + Gap;
        word(m_own);
    }

private:
    static constexpr int Swatch = 14;
    static constexpr int Tick = 2;
    static constexpr int Gap = 5;
    QString m_judge;
    QString m_own;
};

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
    m_match->setObjectName(QStringLiteral("humanMatch"));
    m_match->setFocusPolicy(Qt::NoFocus);
    m_humanGlyph = new GlyphLabel(VerdictGlyph::HeadlineSize, this);
    top->addWidget(m_glyph, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    top->addWidget(m_match);
    top->addWidget(m_humanGlyph);
    m_orders = new FlowLayout;
    column->addLayout(top);
    column->addLayout(m_orders);
    column->addWidget(buildScores());
}

QWidget* VerdictHeadline::buildScores() {
    m_scores = new QWidget(this);
    auto* grid = new QGridLayout(m_scores);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    m_scoresTitle = new ElidedLabel(m_scores);
    m_scoresTitle->setRole(QPalette::PlaceholderText);
    m_scoresTitle->setFont(fontFor(TextRole::Table));
    m_legend = new BarLegend(m_scores);
    auto* title = new QHBoxLayout;
    title->addWidget(m_scoresTitle);
    title->addWidget(m_legend, 1);
    grid->addLayout(title, 0, 0, 1, 4);
    const auto addRow = [&](int row, Label side, ScoreBar*& bar, ScoreValue& value) {
        auto* glyph = new GlyphLabel(VerdictGlyph::ChipSize, m_scores);
        glyph->setGlyph({VerdictGlyph::Owner::Judge, side});
        bar = new ScoreBar(side, m_scores);
        grid->addWidget(glyph, row, 0);
        grid->addWidget(bar, row, 1);
        addValue(*grid, row, value);
    };
    addRow(1, Label::A, m_barA, m_valueA);
    addRow(2, Label::B, m_barB, m_valueB);
    m_marginBar = new MarginBar(m_scores);
    m_marginBar->setObjectName(QStringLiteral("marginBar"));
    grid->addWidget(m_marginBar, 3, 1);
    addValue(*grid, 3, m_valueMargin);
    m_valueMargin.judged->setObjectName(QStringLiteral("marginValue"));
    grid->setColumnStretch(1, 1);
    return m_scores;
}

void VerdictHeadline::addValue(QGridLayout& grid, int row, ScoreValue& value) {
    value.judged = plainLabel(m_scores);
    value.tried = plainLabel(m_scores);
    value.judged->setFont(fontFor(TextRole::Mono));
    value.tried->setFont(strongFont(TextRole::Mono));
    for (QLabel* label : {value.judged, value.tried})
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid.addWidget(value.judged, row, 2);
    grid.addWidget(value.tried, row, 3);
}

void VerdictHeadline::setCompact(bool isCompact) {
    m_isCompact = isCompact;
}

void VerdictHeadline::show(const VerdictSummary& summary, std::size_t shownOrder, const JudgeForm& form,
    const Human& human, const WhatIf& whatIf) {
    const Verdict& shown = *summary.orders.at(shownOrder);
    m_glyph->setGlyph({VerdictGlyph::Owner::Judge, summary.label}, tr("Verdict"));
    const bool hasSide = !isSideless(form.task) || shown.judgement.outcome != Outcome::Verdict;
    m_glyph->setVisible(hasSide);
    showTitle(summary, shown, form);
    if (hasSide)
        showHuman(summary, human.label);
    else
        showHumanResult(shown.judgement, human.result);
    showOrders(summary, shownOrder);
    showScores(shown, whatIf);
}

void VerdictHeadline::showTitle(const VerdictSummary& summary, const Verdict& shown, const JudgeForm& form) {
    const Judgement& judgement = shown.judgement;
    const QString native = isSideless(form.task) ? nativeTitle(judgement, form.task) : QString();
    m_title->setText(native.isEmpty() ? verdictWords(summary) : native);
    QStringList lines;
    if (judgement.outcome != Outcome::Verdict)
        lines << outcomeWords(judgement);
    else if (const QString detail = nativeDetail(judgement, form); !detail.isEmpty())
        lines << detail;
    if (summary.reconciled.agreement == OrderAgreement::Flipped)
        lines.prepend(tr("each order names another side"));
    for (const std::string& flag : judgement.flags)
        lines << flagWords(flag);
    m_subtitle->setText(lines.join(QLatin1Char('\n')));
}

void VerdictHeadline::showHuman(const VerdictSummary& summary, std::optional<Label> human) {
    m_humanGlyph->setVisible(human.has_value());
    if (human)
        m_humanGlyph->setGlyph({VerdictGlyph::Owner::Human, human}, tr("Human"));
    const bool isFlipped = summary.reconciled.agreement == OrderAgreement::Flipped;
    const bool isCompared = human && (summary.label || isFlipped); // no verdict differs from nobody
    m_match->setVisible(isCompared);
    if (isCompared)
        showMatch(summary.label && folded(*summary.label) == folded(*human), tr("matches human"), tr("≠ human"));
}

void VerdictHeadline::showHumanResult(const Judgement& judgement, const QString& human) {
    m_humanGlyph->hide();
    m_match->setVisible(!human.isEmpty());
    const bool isSame = fromUtf8(judgement.result).compare(human, Qt::CaseInsensitive) == 0;
    showMatch(isSame, tr("matches human"), tr("≠ human %1", "what people say").arg(human));
}

void VerdictHeadline::showMatch(bool isSame, const QString& same, const QString& other) {
    m_match->setTone(isSame ? Chip::Tone::Info : Chip::Tone::Warning);
    m_match->setText(isSame ? same : other);
    constexpr int Longest = 160;
    m_match->setMinimumWidth(std::min(Longest, m_match->sizeHint().width())); // the words beside it can wrap
    m_match->setAccessibleName(isSame ? tr("Matches the human label") : tr("Differs from the human label"));
}

void VerdictHeadline::showOrders(const VerdictSummary& summary, std::size_t shownOrder) {
    const QWidget* focusedChip = QApplication::focusWidget();
    const QString focused = isAncestorOf(focusedChip) ? focusedChip->objectName() : QString();
    clearRow(m_orders);
    if (summary.orders.size() == 1 && lettersOf(summary.orders.front()->presentation).size() < 2)
        return; // one answer has no order
    for (std::size_t index = 0; index < summary.orders.size(); ++index) {
        const Verdict& verdict = *summary.orders[index];
        auto* chip = new Chip(Chip::Tone::Plain, this);
        chip->setObjectName(QStringLiteral("order%1").arg(fromUtf8(verdict.presentation)));
        chip->setCheckable(summary.orders.size() > 1);
        chip->setChecked(index == shownOrder && summary.orders.size() > 1);
        const QString first = orderWords(verdict.presentation);
        const VerdictGlyph glyph(VerdictGlyph::Owner::Judge, verdict.judgement.label);
        const bool hasMargin = verdict.judgement.scoreMargin && !m_isCompact;
        chip->setSmall(true);
        chip->setShowsCheck(false);
        chip->setText(first + QStringLiteral(" ›"));
        chip->setVerdict(glyph, hasMargin ? signedNumber(*verdict.judgement.scoreMargin, 2) : QString());
        chip->setAccessibleName(tr("%1: %2", "order, verdict").arg(first, glyph.words()));
        connect(chip, &Chip::clicked, this, [this, index] { Q_EMIT orderChosen(static_cast<int>(index)); });
        m_orders->addWidget(chip);
        if (chip->objectName() == focused)
            chip->setFocus(Qt::OtherFocusReason);
    }
    if (summary.reconciled.agreement != OrderAgreement::Incomplete) {
        const bool isConsistent = summary.reconciled.agreement == OrderAgreement::Consistent;
        auto* chip = new Chip(isConsistent ? Chip::Tone::Info : Chip::Tone::Warning, this);
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setSmall(true);
        chip->setLeadingIcon(isConsistent ? Icon::Check : Icon::Flip);
        chip->setText(isConsistent                                              ? tr("Consistent")
                      : summary.reconciled.agreement == OrderAgreement::Flipped ? tr("Flipped by order")
                                                                                : tr("Mixed"));
        m_orders->addWidget(chip);
    }
}

void VerdictHeadline::showScores(const Verdict& shown, const WhatIf& whatIf) {
    const Judgement& judgement = shown.judgement;
    const bool hasScores = judgement.weightedScoreA && judgement.weightedScoreB;
    m_scores->setVisible(hasScores);
    if (!hasScores)
        return;
    const WeightedScores tried = whatIf.isActive() ? weightedScores(judgement.criteria, whatIf) : WeightedScores();
    m_scoresTitle->setText(tr("Weighted score and margin"));
    m_legend->setWords(tr("judge", "legend of the bars"), tr("your weights", "legend of the bars"));
    m_legend->setVisible(whatIf.isActive());
    m_barA->setValues(judgement.weightedScoreA, tried.a);
    m_barB->setValues(judgement.weightedScoreB, tried.b);
    m_marginBar->setValues(judgement.scoreMargin, tried.margin);
    const auto show = [&](const ScoreValue& value, std::optional<double> judged, std::optional<double> other,
                          bool isSigned) {
        value.judged->setText(valueText(judged, isSigned));
        value.tried->setText(QStringLiteral("→ ") + valueText(other, isSigned));
        value.tried->setVisible(whatIf.isActive());
        return whatIf.isActive() ? value.judged->text() + QLatin1Char(' ') + value.tried->text() : value.judged->text();
    };
    m_barA->setAccessibleName(
        tr("Weighted score of A: %1").arg(show(m_valueA, judgement.weightedScoreA, tried.a, false)));
    m_barB->setAccessibleName(
        tr("Weighted score of B: %1").arg(show(m_valueB, judgement.weightedScoreB, tried.b, false)));
    m_marginBar->setAccessibleName(
        tr("Margin: %1, positive favours A").arg(show(m_valueMargin, judgement.scoreMargin, tried.margin, true)));
}

} // namespace assize::ui
