// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QList>

class QWidget;

namespace assize::ui {

/// What Tab stops at in a part of the window, in the order of its layouts: as it is read. Qt's own order is that in
/// which widgets were made, which puts what comes and goes with an item last.
[[nodiscard]] QList<QWidget*> tabStops(QWidget* part);

/// True for the keys with which a button passes the focus on along Qt's order. Those of a row that is one tab stop
/// leave them to the row.
[[nodiscard]] bool isArrowKey(int key);

/// Of a row that is one tab stop: makes this widget the one that Tab comes to, and the others such that only arrows and
/// clicks do.
void makeStop(const QList<QWidget*>& row, const QWidget* stop);

/// Moves the focus within such a row by Left or Right, round its ends, and the stop with it. False for other keys, or
/// if none of the row has the focus.
bool stepInRow(const QList<QWidget*>& row, int key);

/// Moves the focus to the stop after (or before) the one that has it, round the end. False if none of them has it.
bool stepFocus(const QList<QWidget*>& stops, bool forward);

} // namespace assize::ui
