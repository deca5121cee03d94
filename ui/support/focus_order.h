// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QList>

class QWidget;

namespace assize::ui {

/// What Tab stops at in a part of the window, in the order of its layouts: as it is read. Qt's own order is that in
/// which widgets were made, which puts what comes and goes with an item last.
[[nodiscard]] QList<QWidget*> tabStops(QWidget* part);

/// Moves the focus to the stop after (or before) the one that has it, round the end. False if none of them has it.
bool stepFocus(const QList<QWidget*>& stops, bool forward);

} // namespace assize::ui
