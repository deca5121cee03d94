// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/action_delegate.h"

#include "ui/support/fonts.h"
#include "ui/support/theme.h"
#include "ui/widgets/key_hint.h"

#include <QPainter>

namespace assize::ui {

void ActionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    const bool isEnabled = index.flags().testFlag(Qt::ItemIsEnabled);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver) && isEnabled)
        painter->fillRect(option.rect, theme.hover);
    const QRectF area = QRectF(option.rect).adjusted(12, 0, -12, 0);
    const QString key = index.data(KeyRole).toString();
    const int keyWidth = keyHintWidth(key);
    const QRectF words = area.adjusted(0, 0, -keyWidth - 12, 0);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine;
    painter->setFont(fontFor(TextRole::Body));
    painter->setPen(isEnabled ? theme.text : theme.ctl);
    const QString name =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(words.width()));
    painter->drawText(words, flags, name);
    const double used = painter->fontMetrics().horizontalAdvance(name) + 12.0;
    painter->setFont(fontFor(TextRole::Small));
    painter->setPen(isEnabled ? theme.text3 : theme.ctl);
    painter->drawText(words.adjusted(used, 0, 0, 0), flags,
        painter->fontMetrics().elidedText(
            index.data(MenuRole).toString(), Qt::ElideRight, static_cast<int>(words.width() - used)));
    paintKeyHint(*painter, QRectF(area.right() - keyWidth, area.top(), keyWidth, area.height()), key,
        isEnabled ? theme.text2 : theme.ctl, theme.line2);
    painter->restore();
}

QSize ActionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    constexpr QSize Row(320, 30);
    return Row;
}

} // namespace assize::ui
