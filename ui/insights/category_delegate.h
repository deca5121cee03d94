// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStyledItemDelegate>

namespace assize::ui {

/// Paints a row of the table by category: sections in semibold on a darker ground, subsets indented, intervals as a
/// line with a square on the scale of all rows.
class CategoryDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int RowHeight = 27;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace assize::ui
