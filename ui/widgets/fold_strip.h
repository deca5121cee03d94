// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QAbstractButton>

namespace assize::ui {

/// What is left of a folded pane: a narrow upright button with its name, that unfolds it.
class FoldStrip final : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int Width = 28;

    /// The pane stands at the left of the window, or at its right: where the line and the arrow are.
    enum class Side { Left, Right };
    explicit FoldStrip(Side side, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Side m_side;
};

} // namespace assize::ui
