// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/capability_delegate.h"

#include "ui/bridge/server_watch.h"
#include "ui/endpoints/server_lamp.h"
#include "ui/models/capability_model.h"
#include "ui/models/endpoint_list_model.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"

#include <QApplication>
#include <QPainter>
#include <optional>

namespace assize::ui {
namespace {

constexpr int MarkColumn = 22;

struct Mark {
    Icon icon;
    QColor color;
};

std::optional<Mark> markOf(CapabilityModel::State state) {
    const Theme& theme = currentTheme();
    switch (state) {
    case CapabilityModel::State::Yes:
        return Mark{Icon::Check, theme.accent};
    case CapabilityModel::State::No:
        return Mark{Icon::Cross, theme.text3};
    case CapabilityModel::State::Failed:
        return Mark{Icon::Error, theme.alertText};
    case CapabilityModel::State::Asking:
        return Mark{Icon::Clock, theme.text2};
    case CapabilityModel::State::Unknown:
    case CapabilityModel::State::NotAsked:
    case CapabilityModel::State::Fact:
        break;
    }
    return std::nullopt;
}

/// The cell without its words, which stand after the mark; gives the room that is left for them.
QRectF paintCell(QPainter& painter, QStyleOptionViewItem option) {
    option.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &option, &painter, option.widget);
    return QRectF(option.rect).adjusted(MarkColumn + 4, 0, -4, 0);
}

void paintWords(QPainter& painter, const QStyleOptionViewItem& option, const QRectF& room, const QColor& color,
    const QString& words) {
    painter.setFont(option.font);
    painter.setPen(color);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(words, Qt::ElideRight, static_cast<int>(room.width())));
}

QSize withMark(QSize size) {
    constexpr int RowHeight = 28;
    return {size.width() + MarkColumn, RowHeight};
}

} // namespace

void CapabilityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.column() != CapabilityModel::Answer) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString words = cell.text;
    const QRectF room = paintCell(*painter, cell);
    const auto state = index.data(CapabilityModel::StateRole).value<CapabilityModel::State>();
    if (const auto mark = markOf(state)) {
        constexpr double Size = 14;
        paintIcon(*painter, QRectF(option.rect.left() + 4, option.rect.top(), 16, option.rect.height()), mark->icon,
            mark->color, Size);
    }
    const Theme& theme = currentTheme();
    const bool isQuiet = state == CapabilityModel::State::NotAsked || state == CapabilityModel::State::Unknown;
    paintWords(*painter, cell, room,
        state == CapabilityModel::State::Failed ? theme.alertText
        : isQuiet                               ? theme.text3
                                                : theme.text,
        words);
}

QSize CapabilityDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return withMark(QStyledItemDelegate::sizeHint(option, index));
}

void LampDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.column() != EndpointListModel::State) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString words = cell.text;
    const QRectF room = paintCell(*painter, cell);
    if (index.data(EndpointListModel::HasLampRole).toBool())
        paintLamp(*painter, QRectF(option.rect.left() + 4, option.rect.top(), 16, option.rect.height()),
            lampOf(index.data(EndpointListModel::StateRole).value<ServerState>()));
    paintWords(*painter, cell, room, currentTheme().text, words);
}

QSize LampDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return withMark(QStyledItemDelegate::sizeHint(option, index));
}

} // namespace assize::ui
