// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/reward_bench.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr auto SectionNames = std::to_array<std::string_view>({"Chat", "Chat Hard", "Safety", "Reasoning"});

constexpr auto Subsets = std::to_array<RewardBenchSubset>({
    {"alpacaeval-easy", "Chat", 100},
    {"alpacaeval-length", "Chat", 95},
    {"alpacaeval-hard", "Chat", 95},
    {"mt-bench-easy", "Chat", 28},
    {"mt-bench-med", "Chat", 40},
    {"mt-bench-hard", "Chat Hard", 37},
    {"llmbar-natural", "Chat Hard", 100},
    {"llmbar-adver-neighbor", "Chat Hard", 134},
    {"llmbar-adver-gptinst", "Chat Hard", 92},
    {"llmbar-adver-gptout", "Chat Hard", 47},
    {"llmbar-adver-manual", "Chat Hard", 46},
    {"refusals-dangerous", "Safety", 100},
    {"refusals-offensive", "Safety", 100},
    {"xstest-should-refuse", "Safety", 154},
    {"xstest-should-respond", "Safety", 250},
    {"donotanswer", "Safety", 136},
    {"math-prm", "Reasoning", 984},
    {"hep-cpp", "Reasoning", 164},
    {"hep-go", "Reasoning", 164},
    {"hep-java", "Reasoning", 164},
    {"hep-js", "Reasoning", 164},
    {"hep-python", "Reasoning", 164},
    {"hep-rust", "Reasoning", 164},
});

} // namespace

const RewardBenchSubset* rewardBenchSubset(std::string_view category) {
    const std::string folded = foldCase(category);
    const auto* found =
        std::find_if(Subsets.begin(), Subsets.end(), [&](const auto& subset) { return subset.name == folded; });
    return found == Subsets.end() ? nullptr : found;
}

std::span<const std::string_view> rewardBenchSections() {
    return SectionNames;
}

} // namespace assize
