// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include <QWidget>
#include <optional>

class QPainter;

namespace assize::ui {

/// A score from 0 to 1 in a side's colour, with a tick where the same score stands with other weights.
class ScoreBar final : public QWidget {
    Q_OBJECT

public:
    explicit ScoreBar(Label side, QWidget* parent = nullptr);
    void setValues(std::optional<double> score, std::optional<double> other);

    [[nodiscard]] QSize sizeHint() const override { return {160, 12}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label m_side;
    std::optional<double> m_score;
    std::optional<double> m_other;
};

/// A margin from +0.5 (A, left) to −0.5 (B, right) around a middle line; an arrow marks larger values, a tick the
/// margin with other weights.
class MarginBar final : public QWidget {
    Q_OBJECT

public:
    explicit MarginBar(QWidget* parent = nullptr);
    void setValues(std::optional<double> margin, std::optional<double> other);

    [[nodiscard]] QSize sizeHint() const override { return {160, 14}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_margin;
    std::optional<double> m_other;
};

/// Paints a diverging bar of a value in [−range, range] around the middle of the area: positive to the left in A's
/// colour, negative to the right in B's.
void paintDiverging(QPainter& painter, const QRectF& area, double value, double range);

} // namespace assize::ui
