// SPDX-License-Identifier: Apache-2.0
// One row per item and run as Parquet, for data frames: the columns of the CSV table, with texts as they are.
#include "core/base/parquet.h"
#include "core/base/atomic_file.h"
#include "core/export/formats.h"
#include "core/export/table_rows.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

std::string duckColumns() {
    std::string columns;
    for (const TableColumn& column : TableColumns)
        columns +=
            fmt::format("{}{}: '{}'", columns.empty() ? "" : ", ", column.name, column.isNumber ? "DOUBLE" : "VARCHAR");
    return "{" + columns + "}";
}

/// An empty text is nothing, as in a table's cell.
std::string jsonLineOf(const TableRow& row) {
    nlohmann::json line = nlohmann::json::object();
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (const auto* text = std::get_if<std::string>(&row.at(column)); text != nullptr && !text->empty())
            line[TableColumns.at(column).name] = *text;
        else if (const auto* number = std::get_if<std::optional<double>>(&row.at(column)); number != nullptr && *number)
            line[TableColumns.at(column).name] = **number;
    }
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<std::int64_t> writeParquetTable(SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
    if (const auto wanted = wantDuckDb(); !wanted)
        return tl::unexpected(wanted.error());
    const WorkFolder folder;
    const auto rowsPath = folder.path() / "rows.jsonl";
    auto rows = AtomicFile::create(rowsPath);
    if (!rows)
        return tl::unexpected(rows.error());
    auto items = forEachTableRow(reader, options, [&](const TableRow& row) { return rows->write(jsonLineOf(row)); });
    if (!items)
        return items;
    if (const auto complete = rows->commit(); !complete)
        return tl::unexpected(complete.error());
    const auto written = writeParquet(rowsPath, duckColumns(), write, options.stop);
    return written ? items : tl::unexpected(written.error());
}

} // namespace

Exporter parquetExporter() {
    return {"parquet", "one row per item and run, where DuckDB is installed", writeParquetTable};
}

} // namespace assize
