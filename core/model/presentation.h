// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// The orders in which one sample shows an item's responses, as letters of the item's own order ("AB", "CAB"). AB: as
/// they are; BA: the last first; Both: AB and BA for a pair, else all rotations, so that each response stands once in
/// every place; Random: one permutation drawn from the seed text (the item's content hash) and the sample's number, the
/// same every time. At most 26 responses; empty for none or more.
[[nodiscard]] std::vector<std::string> presentationsFor(
    std::size_t responses, Orders orders, std::string_view seedText, int sample);

/// True if the letters name each of so many responses once.
[[nodiscard]] bool isPresentation(std::string_view letters, std::size_t responses);

/// A judge with reference: both is asked with the reference answer and without. The presentation of a call without it
/// is the letters and a hyphen: "AB-".
[[nodiscard]] std::string withoutReference(std::string letters);
[[nodiscard]] bool hidesReference(std::string_view presentation);
[[nodiscard]] std::string_view lettersOf(std::string_view presentation);

} // namespace assize
