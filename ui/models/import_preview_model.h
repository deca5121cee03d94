// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/importer.h"
#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

namespace assize::ui {

/// The first records of a file as they would be imported. A column that no record fills is not there.
class ImportPreviewModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Prompt, ResponseA, ResponseB, Reference, HumanLabel, Verdict, ColumnCount };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    void setRecords(const std::vector<ImportRecord>& records);
    /// The column headers are in the window's language.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<QStringList> m_rows; ///< every column, shown or not
    std::vector<Column> m_columns;   ///< those shown
};

/// Rows of files that were not imported: file, line, reason.
class ImportProblemsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Line, Reason, ColumnCount };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<SkippedRow> rows);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SkippedRow> m_rows;
};

} // namespace assize::ui
