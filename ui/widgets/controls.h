// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QAbstractButton>
#include <QButtonGroup>
#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

class QHBoxLayout;

namespace assize::ui {

/// Exclusive buttons in one frame ("Rendered | Source"). One tab stop; arrows move inside.
class SegmentedControl final : public QFrame {
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    /// Adds a segment; its text and accessible name are the caller's to set.
    QToolButton* addSegment(int id, const QString& objectName);
    void setCurrent(int id);
    [[nodiscard]] int current() const { return m_group.checkedId(); }

Q_SIGNALS:
    void chosen(int id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup m_group;
    QHBoxLayout* m_row;
};

/// A switch with a knob; the words beside it are a label of its own.
class ToggleSwitch final : public QAbstractButton {
    Q_OBJECT

public:
    explicit ToggleSwitch(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {28, 22}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The one filled button of a place, with the key that presses it.
class PrimaryButton final : public QPushButton {
    Q_OBJECT

public:
    explicit PrimaryButton(QWidget* parent = nullptr);
    void setKeyHint(const QString& key);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_keyHint;
};

/// A search field: lens, text, and the key that focuses it while it is empty. Esc clears it, then gives the focus back.
class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(QWidget* parent = nullptr);
    void setKeyHint(const QString& key);

Q_SIGNALS:
    void escaped();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_keyHint;
};

} // namespace assize::ui
