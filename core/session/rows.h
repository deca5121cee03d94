// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/annotation.h"
#include "core/model/reconcile.h"
#include "core/model/rubric.h"
#include "core/model/verdict.h"
#include "core/session/schema.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// Keys of the rows that belong to another row (schema.h).
[[nodiscard]] constexpr RowKey positionedKey(RowKey owner, std::size_t position) {
    return (owner << PositionBits) | static_cast<RowKey>(position);
}
constexpr std::size_t MostPositions = std::size_t{1} << PositionBits;

/// Small lists and structures stand in one column as JSON; NULL for an empty one. Text that is not what was written
/// (a file from elsewhere) reads as empty.
[[nodiscard]] std::optional<std::string> listText(const std::vector<std::string>& list);
[[nodiscard]] std::optional<std::string> listText(const std::vector<double>& list);
[[nodiscard]] std::optional<std::string> categoriesText(const std::vector<Category>& categories);
[[nodiscard]] std::optional<std::string> overridesText(const std::vector<CriterionOverride>& overrides);
[[nodiscard]] std::vector<std::string> textsFrom(std::string_view text);
[[nodiscard]] std::vector<double> numbersFrom(std::string_view text);
[[nodiscard]] std::vector<Category> categoriesFrom(std::string_view text);
[[nodiscard]] std::vector<CriterionOverride> overridesFrom(std::string_view text);

/// "incomplete", "consistent", "flipped", "mixed".
[[nodiscard]] std::string_view agreementName(OrderAgreement agreement);
[[nodiscard]] OrderAgreement agreementFrom(std::string_view name);

[[nodiscard]] std::string hexDigits(std::string_view bytes);
/// The bytes of a string of hex digits; nothing for other text.
[[nodiscard]] std::optional<std::string> bytesFromHex(std::string_view digits);

/// A raw reply as stored: a Zstandard frame where that is shorter.
struct PackedText {
    std::string encoding; ///< "zstd" or "text"
    std::string bytes;
};
[[nodiscard]] PackedText packText(const std::string& text);
/// Nothing if the bytes are damaged or unpack to another size.
[[nodiscard]] std::optional<std::string> unpackText(
    std::string_view encoding, std::string_view bytes, std::int64_t size);

} // namespace assize
