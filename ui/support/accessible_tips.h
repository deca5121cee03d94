// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;

namespace assize::ui {

/// Assistive tools read a tool tip as its words. Qt hands them the tip as it is set, and tips that plainToolTip() makes
/// are marked up. A description that a widget has of its own stays. Once, before the first widget.
void installAccessibleTips(QCoreApplication& application);

} // namespace assize::ui
