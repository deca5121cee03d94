// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include <string>
#include <string_view>
#include <variant>

namespace assize {

struct StoredSetting {
    std::string name;
    std::string value;
};

/// One row of a session as it travels to another: it names other rows by what stays the same outside the file, ULIDs
/// and hashes. Row keys in it mean nothing.
struct StoredRow {
    std::variant<StoredSetting, JudgeVersion, Run, Item, ItemLabel, PlannedCall, Verdict, Annotation> row;
    std::string itemId;      ///< ULID: of labels, planned calls, verdicts, annotations
    std::string runId;       ///< ULID: of planned calls and verdicts; the run shown, of annotations
    std::string versionHash; ///< of runs
};

/// One line of the JSON Lines export, without its line end (interfaces.md, Session file). Equal rows give equal bytes.
[[nodiscard]] std::string storedRowToJson(const StoredRow& row);

/// Reads what storedRowToJson() wrote; UnreadableInput says what is wrong. Content hashes are computed anew.
[[nodiscard]] Result<StoredRow> storedRowFromJson(std::string_view line);

/// The first line of an export.
[[nodiscard]] std::string_view exportHeader();
/// True for that line however another program has spaced and ordered it.
[[nodiscard]] bool isExportHeader(std::string_view line);

} // namespace assize
