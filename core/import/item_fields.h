// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/row.h"
#include "core/model/item.h"
#include <functional>

namespace assize {

struct ImportRecord;

/// Fields that any hand-made record may have, by plain name: prompt (or turns, or messages), reference, context,
/// category, id, images. Empty optional fields count as absent. unusable() where the prompt is missing or a value is
/// not what it should be.
[[nodiscard]] Result<Item> readItemFields(const Row& row, std::string_view format);

/// The same without the prompt, for formats that have it elsewhere.
[[nodiscard]] Result<Item> readItemDetails(const Row& row, std::string_view format);

/// The prompt alone, as readItemFields() reads it; leftOut as readTurns() has it.
[[nodiscard]] Result<std::vector<Turn>> readPromptTurns(const Row& row, std::size_t* leftOut = nullptr);

/// The field as a text that must be there, empty or not.
[[nodiscard]] Result<std::string> requiredText(const Row& row, std::string_view field, std::string_view shownAs);

/// The field as a list of texts; a text alone is a list of one. unusable() if it is absent, empty or anything else.
[[nodiscard]] Result<std::vector<std::string>> requiredTexts(
    const Row& row, std::string_view field, std::string_view shownAs);

/// The field as a text, nothing if it is absent or empty.
[[nodiscard]] Result<std::optional<std::string>> optionalText(const Row& row, std::string_view field);

/// What one annotator says, read from a value that is a text or number; nothing if it says nothing that is known.
using ReadOpinion = std::function<std::optional<ItemLabel>(const RowValue& value)>;

/// Adds a label for each annotator of the field annotators, an object from name to label (in a table: a cell with that
/// as JSON). A label that cannot be read is left out and named in the remark. unusable() where the field is something
/// else.
[[nodiscard]] Result<void> addAnnotators(const Row& row, const ReadOpinion& read, ImportRecord& record);

} // namespace assize
