// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStyledItemDelegate>

namespace assize::ui {

struct RunRow;

/// Paints the cells of the table of runs: state with its icon, progress with the failed part hatched, classes of
/// failures as chips.
class RunDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int RowHeight = 31;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The share of a run that has an outcome, the failed part of it hatched at its end.
void paintRunProgress(QPainter& painter, const QRectF& bar, const RunRow& row);

/// Stripes over an area, for what failed.
void paintHatch(QPainter& painter, const QRectF& area);

/// A filled pill with words, at the left of the area; gives its width.
double paintAlertPill(QPainter& painter, const QRectF& area, const QString& text);

/// The row's background in a table of ours, and the line under it.
void paintTableRow(QPainter& painter, const QStyleOptionViewItem& option);

} // namespace assize::ui
