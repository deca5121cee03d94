// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace assize::ui {

/// A table as dialogs and pages have them: plain text, no grid, whole rows.
[[nodiscard]] QTableView* plainTable(QAbstractItemModel* model, QWidget* parent);

} // namespace assize::ui
