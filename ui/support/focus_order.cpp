// SPDX-License-Identifier: Apache-2.0
#include "ui/support/focus_order.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QWidget>

namespace assize::ui {
namespace {

void collect(QWidget* widget, QList<QWidget*>& stops);

/// What is inside it is none of its parent's business.
bool isWhole(const QWidget* widget) {
    return qobject_cast<const QAbstractScrollArea*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QTabBar*>(widget) != nullptr;
}

void collectFrom(const QLayout* layout, QList<QWidget*>& stops) {
    for (int index = 0; index < layout->count(); ++index) {
        const QLayoutItem* item = layout->itemAt(index);
        if (item->widget() != nullptr)
            collect(item->widget(), stops);
        else if (const QLayout* inner = layout->itemAt(index)->layout())
            collectFrom(inner, stops);
    }
}

void collect(QWidget* widget, QList<QWidget*>& stops) {
    if (!widget->isVisible() || !widget->isEnabled())
        return;
    if ((widget->focusPolicy() & Qt::TabFocus) != 0)
        stops << widget;
    if (const auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int index = 0; index < splitter->count(); ++index)
            collect(splitter->widget(index), stops);
    } else if (const auto* area = qobject_cast<QScrollArea*>(widget)) {
        if (area->widget() != nullptr)
            collect(area->widget(), stops);
    } else if (widget->layout() != nullptr) {
        collectFrom(widget->layout(), stops);
    } else if (!isWhole(widget)) {
        for (QObject* child : widget->children()) {
            if (auto* inside = qobject_cast<QWidget*>(child))
                collect(inside, stops);
        }
    }
}

} // namespace

QList<QWidget*> tabStops(QWidget* part) {
    QList<QWidget*> stops;
    collect(part, stops);
    return stops;
}

bool isArrowKey(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

void makeStop(const QList<QWidget*>& row, const QWidget* stop) {
    for (QWidget* widget : row)
        widget->setFocusPolicy(widget == stop ? Qt::TabFocus : Qt::ClickFocus);
}

bool stepInRow(const QList<QWidget*>& row, int key) {
    const int step = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const qsizetype at = row.indexOf(QApplication::focusWidget());
    if (step == 0 || at < 0)
        return false;
    QWidget* target = row[(at + step + row.size()) % row.size()];
    makeStop(row, target);
    target->setFocus(Qt::TabFocusReason);
    return true;
}

bool stepFocus(const QList<QWidget*>& stops, bool forward) {
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    if (at < 0)
        return false;
    QWidget* target = stops[(at + (forward ? 1 : -1) + stops.size()) % stops.size()];
    target->window()->setAttribute(Qt::WA_KeyboardFocusChange); // outlines show
    target->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace assize::ui
