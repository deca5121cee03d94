// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStyledItemDelegate>

namespace assize {
struct ItemRow;
}

namespace assize::ui {

/// Paints one row of the item list: title, id and margin, the judge's glyph, ≠, the person's glyph, the flip mark.
/// Rows are of one height, so that a list of any length scrolls alike.
class ItemDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int RowHeight = 44;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// While blind, what a judge or a person said of an item shows only once the annotator has labelled it.
    void setBlind(bool isBlind) { m_isBlind = isBlind; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTexts(QPainter& painter, const QStyleOptionViewItem& option, const ItemRow& row, bool isCovered) const;
    void paintMarks(QPainter& painter, const QRect& area, const ItemRow& row) const;

    bool m_isBlind = false;
};

} // namespace assize::ui
