// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/models/verdict_summary.h"
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace assize::ui {

class Banner;
class Chip;
class GlyphLabel;
class MarginBar;
class ScoreBar;

/// The top of the verdict: final label after both orders, the human label beside it, what each order said, weighted
/// scores and margin with ticks at the person's weights. Shows values; asks for the other order. GUI thread.
class VerdictHeadline final : public QWidget {
    Q_OBJECT

public:
    explicit VerdictHeadline(QWidget* parent = nullptr);

    /// shownOrder is an index into summary.orders.
    void show(const VerdictSummary& summary, std::size_t shownOrder, std::optional<Label> human, const WhatIf& whatIf);
    void setCompact(bool isCompact);

Q_SIGNALS:
    void orderChosen(int order);

private:
    void build();
    QWidget* buildScores();
    void showTitle(const VerdictSummary& summary, const Verdict& shown);
    void showHuman(const VerdictSummary& summary, std::optional<Label> human);
    void showOrders(const VerdictSummary& summary, std::size_t shownOrder);
    void showScores(const Verdict& shown, const WhatIf& whatIf);

    GlyphLabel* m_glyph = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    Chip* m_match = nullptr;
    GlyphLabel* m_humanGlyph = nullptr;
    QHBoxLayout* m_orders = nullptr;
    QWidget* m_scores = nullptr;
    QLabel* m_scoresTitle = nullptr;
    ScoreBar* m_barA = nullptr;
    ScoreBar* m_barB = nullptr;
    MarginBar* m_marginBar = nullptr;
    QLabel* m_valueA = nullptr;
    QLabel* m_valueB = nullptr;
    QLabel* m_valueMargin = nullptr;
    bool m_isCompact = false;
};

/// "A is better", "Tie", "Both bad", "The orders disagree", "No verdict".
[[nodiscard]] QString verdictWords(const VerdictSummary& summary);

/// What became of a call, in words for a person: "cut off before the verdict", with the reader's reason.
[[nodiscard]] QString outcomeWords(const Judgement& judgement);

/// One audit flag in a sentence.
[[nodiscard]] QString flagWords(const std::string& flag);

} // namespace assize::ui
