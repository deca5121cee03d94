// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

class QWidget;

namespace assize::ui {

/// Calls apply now, and again whenever the widget's language changes. Put every tr() of a widget's own texts in it, so
/// that the language switches without a restart. The function lives as long as the widget.
void translated(QWidget* widget, std::function<void()> apply);

} // namespace assize::ui
