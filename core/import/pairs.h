// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/importer.h"
#include "core/import/row.h"
#include <string_view>

namespace assize {

/// A record of prompt, response_A and response_B as an item of this format, with its labels, and with the verdict of a
/// field metrics, as Nova's judge has it.
[[nodiscard]] Result<ImportRecord> readPair(const Row& row, std::string_view format);

/// Adds the label of a pair and those of its annotators. One that cannot be read is left out and named in the remark.
[[nodiscard]] Result<void> addPairLabels(const Row& row, ImportRecord& record);

} // namespace assize
