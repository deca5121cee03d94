// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStyledItemDelegate>

namespace assize::ui {

/// A row that names an action: its text, its menu beside it, its key at the end.
class ActionDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { MenuRole = Qt::UserRole, KeyRole, IdRole };
    Q_ENUM(Role)

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace assize::ui
