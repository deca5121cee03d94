// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/category_table.h"
#include <QAbstractTableModel>

namespace assize::ui {

/// A figure by category, as a table. Texts come from the chart's words in the window's language. GUI thread.
class CategoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Count, Total, Value, Interval, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        LevelRole = Qt::UserRole + 1, ///< 1 below a section
        StrongRole,                   ///< sections and totals
        TotalRole,                    ///< all items, mean of sections
        FewRole,                      ///< fewer than ten items
    };
    Q_ENUM(Role)

    explicit CategoryModel(QObject* parent = nullptr);

    void setTable(const CategoryTable& table);
    [[nodiscard]] const CategoryTable& table() const { return m_table; }
    /// The language changed: texts are asked for again.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const CategoryRow& row, int column) const;

    CategoryTable m_table;
};

} // namespace assize::ui
