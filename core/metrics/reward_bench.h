// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

namespace assize {

/// One subset of RewardBench: the section it belongs to, and what it weighs there (protocols.md, 5.6). The weights are
/// its example counts, save math-prm's, which makes mathematics and code equal.
struct RewardBenchSubset {
    std::string_view name; ///< in lower case
    std::string_view section;
    double weight = 0;
};

/// The subset that a category names, in any case; null for other categories.
[[nodiscard]] const RewardBenchSubset* rewardBenchSubset(std::string_view category);

/// "Chat", "Chat Hard", "Safety", "Reasoning".
[[nodiscard]] std::span<const std::string_view> rewardBenchSections();

} // namespace assize
