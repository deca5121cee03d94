// SPDX-License-Identifier: Apache-2.0
#include "ui/review/item_delegate.h"

#include "core/session/session_reader.h"
#include "ui/models/item_list_model.h"
#include "ui/models/item_row_text.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/widgets/verdict_glyph.h"

#include <QPainter>

namespace assize::ui {
namespace {

// Distances of the marks' centres from the right edge.
constexpr int JudgeColumn = 82;
constexpr int DifferColumn = 62;
constexpr int HumanColumn = 42;
constexpr int FlipColumn = 18;
constexpr int TextRight = 98;
constexpr int SmallPixels = 12;

QRectF around(const QRect& area, int fromRight, double width) {
    return {area.right() - fromRight - width / 2, area.top() + 0.0, width, static_cast<double>(area.height())};
}

} // namespace

void ItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.hover);
    if (isSelected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    const QVariant value = index.data(ItemListModel::RowRole);
    if (value.isValid()) {
        const auto row = value.value<ItemRow>();
        const bool isCovered = m_isBlind && !hasOwnLabel(row);
        paintTexts(*painter, option, row, isCovered);
        if (!isCovered)
            paintMarks(*painter, option.rect, row);
    } else {
        painter->setPen(theme.text3);
        painter->drawText(option.rect.adjusted(12, 0, -12, 0), Qt::AlignVCenter, QStringLiteral("…"));
    }
    if (showsFocus(option))
        paintFocus(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), theme, 2);
    painter->restore();
}

void ItemDelegate::paintTexts(
    QPainter& painter, const QStyleOptionViewItem& option, const ItemRow& row, bool isCovered) const {
    const Theme& theme = currentTheme();
    const QRect text = option.rect.adjusted(12, 4, isCovered ? -12 : -TextRight, -5);
    QFont font = option.font;
    font.setWeight(option.state.testFlag(QStyle::State_Selected) ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(theme.text);
    const QString title = withVisibleControls(fromUtf8(row.title));
    painter.drawText(
        text, Qt::AlignLeft | Qt::AlignTop, QFontMetrics(font).elidedText(title, Qt::ElideRight, text.width()));
    font.setWeight(QFont::Normal);
    font.setPixelSize(SmallPixels);
    painter.setFont(font);
    painter.setPen(theme.text3);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom,
        QFontMetrics(font).elidedText(itemDetail(row, isCovered), Qt::ElideRight, text.width()));
}

void ItemDelegate::paintMarks(QPainter& painter, const QRect& area, const ItemRow& row) const {
    const Theme& theme = currentTheme();
    const auto glyph = [&](const VerdictGlyph& mark, int column) {
        mark.paint(painter, around(area, column, mark.width(VerdictGlyph::RowSize)), VerdictGlyph::RowSize);
    };
    glyph(judgeGlyph(row), JudgeColumn);
    glyph(humanGlyph(row), HumanColumn);
    if (isDisagreement(row)) {
        QFont font = painter.font();
        font.setPixelSize(13);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(theme.alertText);
        painter.drawText(around(area, DifferColumn, 16), Qt::AlignCenter, QStringLiteral("≠"));
    }
    if (row.judged.agreement == OrderAgreement::Flipped)
        paintIcon(painter, around(area, FlipColumn, 16), Icon::Flip, theme.alertText);
}

QSize ItemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), RowHeight};
}

} // namespace assize::ui
