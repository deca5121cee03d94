// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/row.h"
#include "core/model/item.h"

namespace assize {

/// Fields that any hand-made record may have, by plain name: prompt (or turns, or messages), reference, context,
/// category, id, images. Empty optional fields count as absent. unusable() where the prompt is missing or a value is
/// not what it should be.
[[nodiscard]] Result<Item> readItemFields(const Row& row, std::string_view format);

/// The field as a text that must be there, empty or not.
[[nodiscard]] Result<std::string> requiredText(const Row& row, std::string_view field, std::string_view shownAs);

/// The field as a text, nothing if it is absent or empty.
[[nodiscard]] Result<std::optional<std::string>> optionalText(const Row& row, std::string_view field);

/// An image out of "data:image/png;base64,…"; nothing for anything else.
[[nodiscard]] std::optional<Image> imageFromDataUrl(std::string_view url, std::string name);

} // namespace assize
