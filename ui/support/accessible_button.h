// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace assize::ui {

/// Lets assistive tools press checkable buttons as a hand does. Qt's own "Toggle" only turns the look of a button and
/// sends no clicked(), so that a label would show and not be stored. Call once, before the first window.
void installAccessibleButtons();

} // namespace assize::ui
