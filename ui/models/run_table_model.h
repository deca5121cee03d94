// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/models/run_rows.h"
#include <QAbstractTableModel>
#include <vector>

namespace assize::ui {

/// The table of runs. Rows are replaced as a whole; what is told to views is only what differs. GUI thread.
class RunTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, State, Name, Judge, Endpoint, Progress, Rate, TimeLeft, Cost, Errors, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        RowRole = Qt::UserRole + 1, ///< RunRow
        SortRole,                   ///< the cell's raw value
        FilterRole,                 ///< all words of the row
    };
    Q_ENUM(Role)

    explicit RunTableModel(QObject* parent = nullptr);

    void setRows(std::vector<RunRow> rows);
    [[nodiscard]] const RunRow* at(int row) const;
    /// −1 if there is none. A run that was asked for in this window is found by its ticket too.
    [[nodiscard]] int rowOf(RowKey key, quint64 ticket) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const RunRow& row, int column) const;
    [[nodiscard]] QString toolTip(const RunRow& row, int column) const;
    [[nodiscard]] static QVariant sortValue(const RunRow& row, int column);
    void alignRow(std::size_t place, const std::vector<RunRow>& wanted);

    std::vector<RunRow> m_rows;
};

} // namespace assize::ui
