// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/importer.h"
#include "core/import/row.h"

namespace assize {

/// Adds the score or class of a single answer, and what its annotators say. A score that is no number is unusable(); an
/// annotator's label that cannot be read is left out and named in the remark.
[[nodiscard]] Result<void> addSingleLabels(const Row& row, ImportRecord& record);

} // namespace assize
