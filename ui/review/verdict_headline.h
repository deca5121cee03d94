// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/review/native_form.h"
#include <QWidget>

class QGridLayout;
class QLabel;

namespace assize::ui {

class BarLegend;
class Chip;
class ElidedLabel;
class FlowLayout;
class GlyphLabel;
class MarginBar;
class ScoreBar;

/// The top of the verdict: final label after both orders, the human label beside it, what each order said, weighted
/// scores and margin with ticks at the person's weights. Shows values; asks for the other order. GUI thread.
class VerdictHeadline final : public QWidget {
    Q_OBJECT

public:
    explicit VerdictHeadline(QWidget* parent = nullptr);

    /// What people say of the item: a side, or what else they were asked for, in words.
    struct Human {
        std::optional<Label> label;
        QString result;
    };

    /// shownOrder is an index into summary.orders.
    void show(const VerdictSummary& summary, std::size_t shownOrder, const JudgeForm& form, const Human& human,
        const WhatIf& whatIf);
    void setCompact(bool isCompact);

Q_SIGNALS:
    void orderChosen(int order);

private:
    /// A value with the judge's weights, and with the person's while they try some.
    struct ScoreValue {
        QLabel* judged = nullptr;
        QLabel* tried = nullptr;
    };

    void build();
    QWidget* buildScores();
    void addValue(QGridLayout& grid, int row, ScoreValue& value);
    void showTitle(const VerdictSummary& summary, const Verdict& shown, const JudgeForm& form);
    void showHuman(const VerdictSummary& summary, std::optional<Label> human);
    void showHumanResult(const Judgement& judgement, const QString& human);
    void showMatch(bool isSame, const QString& same, const QString& other);
    void showOrders(const VerdictSummary& summary, std::size_t shownOrder);
    void showScores(const Verdict& shown, const WhatIf& whatIf);

    GlyphLabel* m_glyph = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    Chip* m_match = nullptr;
    GlyphLabel* m_humanGlyph = nullptr;
    FlowLayout* m_orders = nullptr;
    QWidget* m_scores = nullptr;
    ElidedLabel* m_scoresTitle = nullptr;
    BarLegend* m_legend = nullptr;
    ScoreBar* m_barA = nullptr;
    ScoreBar* m_barB = nullptr;
    MarginBar* m_marginBar = nullptr;
    ScoreValue m_valueA;
    ScoreValue m_valueB;
    ScoreValue m_valueMargin;
    bool m_isCompact = false;
};

/// "A is better", "Tie", "Both bad", "The orders disagree", "No verdict".
[[nodiscard]] QString verdictWords(const VerdictSummary& summary);

/// "A is better", "Tie", "Both bad".
[[nodiscard]] QString labelWords(Label label);

/// What became of a call, in words for a person: "cut off before the verdict", with the reader's reason.
[[nodiscard]] QString outcomeWords(const Judgement& judgement);

/// Why there is no verdict, as readers of replies put it in a word of theirs, in words for a person. What follows the
/// word's colon names the place.
[[nodiscard]] QString reasonWords(const QString& reason);

/// One audit flag in a sentence.
[[nodiscard]] QString flagWords(const std::string& flag);

} // namespace assize::ui
