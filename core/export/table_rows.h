// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/exporter.h"
#include "core/session/session_reader.h"
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace assize {

/// The columns of a table with one row per item and run. Numbers are those that are none of a text's.
struct TableColumn {
    const char* name;
    bool isNumber;
};
inline constexpr std::array TableColumns = {TableColumn{"item", false}, TableColumn{"source_id", false},
    TableColumn{"format", false}, TableColumn{"category", false}, TableColumn{"prompt", false},
    TableColumn{"response_A", false}, TableColumn{"response_B", false}, TableColumn{"more_responses", false},
    TableColumn{"reference", false}, TableColumn{"context", false}, TableColumn{"gold", false},
    TableColumn{"run", false}, TableColumn{"judge", false}, TableColumn{"outcome", false}, TableColumn{"label", false},
    TableColumn{"margin", true}, TableColumn{"result", false}, TableColumn{"label_forward", false},
    TableColumn{"label_backward", false}, TableColumn{"orders", false}};

using TableCell = std::variant<std::string, std::optional<double>>;
using TableRow = std::array<TableCell, TableColumns.size()>;

/// A row for each chosen item and run, or for each item of a session without runs. An error of the visitor ends it and
/// comes back. Gives the number of items.
[[nodiscard]] Result<std::int64_t> forEachTableRow(
    SessionReader& reader, const ExportOptions& options, const std::function<Result<void>(const TableRow& row)>& visit);

} // namespace assize
