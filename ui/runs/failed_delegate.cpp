// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/failed_pane.h"
#include "ui/runs/run_delegate.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"

#include <QMouseEvent>
#include <QPainter>

namespace assize::ui {
namespace {

constexpr int CellSide = 5;

QRectF buttonArea(const QRect& cell) {
    constexpr double Height = 24;
    return {cell.left() + 4.0, cell.center().y() - Height / 2 + 0.5, cell.width() - 12.0, Height};
}

void paintRetry(QPainter& painter, const QStyleOptionViewItem& option, const QString& text) {
    const Theme& theme = currentTheme();
    const QRectF button = buttonArea(option.rect);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    paintBox(painter, button, isHovered ? theme.hover : theme.base, theme.line2, 4);
    constexpr double IconSize = 13;
    paintIcon(
        painter, {button.left() + 8, button.top(), IconSize, button.height()}, Icon::Refresh, theme.text2, IconSize);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(theme.text);
    painter.drawText(button.adjusted(IconSize + 13, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(button.width() - IconSize - 17)));
}

} // namespace

void FailedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRectF area = QRectF(option.rect).adjusted(CellSide, 0, -CellSide, 0);
    painter->save();
    paintTableRow(*painter, option);
    if (index.column() == CallListModel::Kind) {
        if (!text.isEmpty())
            paintAlertPill(*painter, area, text);
    } else if (index.column() == CallListModel::Retry) {
        if (!text.isEmpty())
            paintRetry(*painter, option, text);
    } else {
        painter->setFont(index.column() == CallListModel::Item ? fontFor(TextRole::Mono) : option.font);
        painter->setPen(index.column() == CallListModel::Order ? theme.text2 : theme.text);
        painter->drawText(area, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(area.width())));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocus(*painter, option.rect, theme, 0);
    painter->restore();
}

bool FailedDelegate::editorEvent(
    QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool isButton = index.column() == CallListModel::Retry && !index.data(Qt::DisplayRole).toString().isEmpty();
    if (!isButton || event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !buttonArea(option.rect).contains(mouse->position()))
        return false;
    Q_EMIT retryPressed(index);
    return true;
}

} // namespace assize::ui
