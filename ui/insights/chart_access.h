// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace assize::ui {

/// Assistive tools meet a chart as a table of its values, with its title for a name and what it says for a description.
/// Call it once, before there are charts.
void installAccessibleCharts();

} // namespace assize::ui
