// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/import/importer.h"
#include <string_view>

namespace assize {

/// A YAML document with a verdict and, as far as it has them, the item's texts, as the yaml export writes it. Sides are
/// those of the item, whatever the presentation. NoUsableRow where it is no such document.
[[nodiscard]] Result<ImportRecord> readNovaDocument(std::string_view text);

} // namespace assize
