// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTableView;
class QWidget;

namespace assize::ui {

/// A table of the panes beside the charts: no grid, low rows, headings in line with the cells of CategoryDelegate.
[[nodiscard]] QTableView* makeSideTable(const char* name, QWidget* parent);

} // namespace assize::ui
