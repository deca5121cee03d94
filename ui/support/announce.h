// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>

class QWidget;

namespace assize::ui {

/// Tells assistive tools that something has happened which they would not notice: an alert of the widget, with these
/// words as its description.
void announce(QWidget* source, const QString& words);

} // namespace assize::ui
