// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QFrame>
#include <QLabel>

class QHBoxLayout;

namespace assize::ui {

/// A horizontal strip of a pane: one row of controls with a line under it. 36 px unless said otherwise.
class PaneHeader : public QFrame {
    Q_OBJECT

public:
    static constexpr int Height = 36;

    explicit PaneHeader(QWidget* parent = nullptr, int height = Height);
    [[nodiscard]] QHBoxLayout* row() const { return m_row; }
    /// Panes' headers are on the alt colour; strips inside a pane may take the pane's own.
    void setOnBase(bool isOnBase);
    /// Something of the same pane is above, which a line parts it from.
    void setBelowOther(bool isBelowOther);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    bool m_isOnBase = false;
    bool m_isBelowOther = false;
};

/// A pane's area in the base colour.
class Pane : public QFrame {
    Q_OBJECT

public:
    explicit Pane(QWidget* parent = nullptr);
};

/// One line of plain text that is cut with an ellipsis where it does not fit; the whole text is its tooltip then.
class ElidedLabel final : public QFrame {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    void setAlignment(Qt::Alignment alignment);
    /// The colour is a theme's: QPalette::WindowText for body, PlaceholderText for labels, Link for accent.
    void setRole(QPalette::ColorRole role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString m_text;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    QPalette::ColorRole m_role = QPalette::WindowText;
};

/// A label for our own words: plain text, never interpreted. Secondary ones are in the colour of labels and units.
[[nodiscard]] QLabel* plainLabel(QWidget* parent, bool isSecondary = false);

} // namespace assize::ui
