// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/category_delegate.h"

#include "core/chart/sketch.h"
#include "ui/models/category_model.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"

#include <QPainter>

namespace assize::ui {
namespace {

constexpr int CellPadding = 10;
constexpr int Indent = 16;

void paintInterval(QPainter& painter, const QRectF& area, const CategoryTable& table, const CategoryRow& row) {
    if (!row.spread.value || row.isTotal)
        return;
    const Theme& theme = currentTheme();
    const double left = area.left() + CellPadding;
    const double length = area.width() - 2 * CellPadding;
    const auto place = [&](double value) { return left + placeOn(table.axis, value, length); };
    const double middle = area.center().y();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.text3, 1.5));
    if (row.spread.low && row.spread.high)
        painter.drawLine(QPointF(place(*row.spread.low), middle), QPointF(place(*row.spread.high), middle));
    painter.fillRect(QRectF(place(*row.spread.value) - 4, middle - 4, 8, 8), theme.accent);
}

} // namespace

void CategoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    painter->save();
    const bool isStrong = index.data(CategoryModel::StrongRole).toBool();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.hover);
    else if (isStrong)
        painter->fillRect(option.rect, theme.alt);
    paintBottomLine(*painter, option.rect, theme.line);
    const auto* model = qobject_cast<const CategoryModel*>(index.model());
    if (index.column() == CategoryModel::Interval && model != nullptr) {
        paintInterval(
            *painter, option.rect, model->table(), model->table().rows[static_cast<std::size_t>(index.row())]);
    } else {
        const bool isName = index.column() == CategoryModel::Name;
        const bool isBold = isStrong && isName;
        painter->setFont(
            isBold ? strongFont(TextRole::Small) : fontFor(isName ? TextRole::Small : TextRole::MonoSmall));
        painter->setPen(index.data(CategoryModel::FewRole).toBool() && !isName ? theme.text3 : theme.text);
        const int indent = isName && index.data(CategoryModel::LevelRole).toInt() > 0 ? Indent : 0;
        const QRect area = option.rect.adjusted(CellPadding + indent, 0, isName ? 0 : -CellPadding, 0);
        painter->drawText(area, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && index.column() == CategoryModel::Name)
        paintFocus(*painter, QRectF(option.rect).adjusted(1, 1, -1, -1), theme, 2);
    painter->restore();
}

} // namespace assize::ui
