// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string_view>

namespace assize {

/// Parquet is read and written by DuckDB's library, which is looked for when it is first needed: the file that
/// ASSIZE_DUCKDB names, else libduckdb.so where the system keeps libraries. NotFound says so where there is none.
[[nodiscard]] Result<void> wantDuckDb();

/// The rows of a Parquet file as JSON Lines, in a file that has no name any more: an open descriptor, the caller's to
/// close. UnreadableInput, or Cancelled.
[[nodiscard]] Result<int> openParquetAsJsonLines(const std::filesystem::path& path, const std::stop_token& stop);

/// Turns a file of JSON Lines into the bytes of a Parquet file, handed over in pieces. columns is a list of names and
/// DuckDB's types as its read_json() takes it: "{id: 'VARCHAR', margin: 'DOUBLE'}".
[[nodiscard]] Result<void> writeParquet(const std::filesystem::path& jsonLines, std::string_view columns,
    const std::function<Result<void>(std::string_view bytes)>& write, const std::stop_token& stop);

/// A new empty folder for files on the way, gone with the object.
class WorkFolder {
public:
    WorkFolder();
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace assize
