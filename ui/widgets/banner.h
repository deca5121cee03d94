// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/icons.h"
#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace assize::ui {

/// A strip across a pane that says one thing: icon, one or two lines of plain text, at most two buttons.
class Banner final : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Information, Alert };

    explicit Banner(Tone tone, Icon icon, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& detail = {});
    /// A widget beside the title, after its text (glyphs).
    void addBesideTitle(QWidget* widget);
    /// A button at the end; its text is the caller's to set.
    QPushButton* addButton(const QString& objectName);
    /// A button in a line of its own under the words, which keep the whole width.
    QPushButton* addButtonBelow(const QString& objectName);
    void addAtEnd(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    Icon m_icon;
    QHBoxLayout* m_row;
    QHBoxLayout* m_titleRow;
    QVBoxLayout* m_texts;
    QHBoxLayout* m_below = nullptr;
    QLabel* m_title;
    QLabel* m_detail;
};

} // namespace assize::ui
