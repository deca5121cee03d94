// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/icons.h"
#include <QAbstractButton>
#include <QFrame>

class QVBoxLayout;

namespace assize::ui {

/// A framed group of rows with a line between each two.
class Card final : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);
    void addRow(QWidget* row);
    /// Takes all rows away and deletes them.
    void clear();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
};

/// A row of a card that can be pressed: icon, text() in semibold over a line of detail, the key that does the same.
/// Arrows go to the row before and after; Enter and Space press.
class CardButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit CardButton(Icon icon, QWidget* parent = nullptr);

    void setDetail(const QString& detail);
    void setKeyHint(const QString& key);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Icon m_icon;
    QString m_detail;
    QString m_keyHint;
};

/// Paints what every pressable row of a card has behind its words: hover, focus, both within the card's round corners.
void paintCardRow(const QWidget& row, QPainter& painter);

} // namespace assize::ui
