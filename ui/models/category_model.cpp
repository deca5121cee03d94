// SPDX-License-Identifier: Apache-2.0
#include "ui/models/category_model.h"

#include "ui/models/chart_words.h"
#include "ui/support/text.h"

namespace assize::ui {
namespace {

constexpr std::int64_t FewItems = 10;

} // namespace

CategoryModel::CategoryModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void CategoryModel::setTable(const CategoryTable& table) {
    beginResetModel();
    m_table = table;
    endResetModel();
}

void CategoryModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CategoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int CategoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString CategoryModel::text(const CategoryRow& row, int column) const {
    switch (column) {
    case Name:
        return worded(row.name);
    case Count:
        return fromUtf8(row.count);
    case Total:
        return fromUtf8(row.total);
    case Value:
        return fromUtf8(row.value);
    default:
        return {};
    }
}

QVariant CategoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const CategoryRow& row = m_table.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(worded(row.mark.tip));
    case Qt::AccessibleTextRole:
        return index.column() == Interval ? worded(row.mark.tip) : text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            index.column() == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    case LevelRole:
        return row.level;
    case StrongRole:
        return row.isSection || row.isTotal;
    case TotalRole:
        return row.isTotal;
    case FewRole:
        return row.spread.count < FewItems && !row.isTotal;
    default:
        return {};
    }
}

QVariant CategoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return worded(phrase("column.category"));
    case Count:
        return worded(m_table.countName);
    case Total:
        return worded(phrase("column.total"));
    case Value:
        return worded(m_table.valueName);
    default:
        return worded(phrase("column.interval"));
    }
}

} // namespace assize::ui
