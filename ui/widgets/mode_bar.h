// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/icons.h"
#include <QButtonGroup>
#include <QFrame>
#include <QToolButton>

class QVBoxLayout;

namespace assize::ui {

/// One mode: icon over a name, an accent edge while it is the current one.
class ModeButton final : public QToolButton {
    Q_OBJECT

public:
    explicit ModeButton(Icon icon, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {60, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
};

/// The column of modes at the left of the window. One tab stop; arrows move inside.
class ModeBar final : public QFrame {
    Q_OBJECT

public:
    explicit ModeBar(QWidget* parent = nullptr);

    /// Adds a mode at the end; its text and names are the caller's to set.
    ModeButton* addMode(Icon icon, int id);
    /// Marks a mode as the current one without announcing it; −1 for none.
    void setCurrent(int id);

Q_SIGNALS:
    void modeChosen(int id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup m_group;
    QVBoxLayout* m_column;
};

} // namespace assize::ui
