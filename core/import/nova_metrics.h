// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/importer.h"
#include "core/import/row.h"
#include <optional>
#include <string>
#include <string_view>

namespace assize {

/// A Python literal (dict, list, tuple, str, number, True, False, None) as JSON; nothing for any other text. Linear.
[[nodiscard]] std::optional<std::string> jsonFromPython(std::string_view literal);

/// The verdict in a cell of Amazon Nova's judge details, column "metrics" (protocols.md 3.6): an object, or its text as
/// JSON or as a Python literal. Nothing if the value is something else.
[[nodiscard]] std::optional<ImportedVerdict> novaVerdict(const RowValue& metrics);

} // namespace assize
