// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/slices.h"

#include "core/metrics/figures.h"
#include "core/metrics/reward_bench.h"

#include <algorithm>
#include <array>
#include <map>

namespace assize {
namespace {

constexpr std::array<std::string_view, 6> Names = {"category", "section", "judge", "model", "language", "length"};

constexpr auto LengthBounds = std::to_array<std::int64_t>({200, 500, 1000, 2000, 5000});
constexpr std::array<std::string_view, 7> LengthNames = {
    "0-199", "200-499", "500-999", "1000-1999", "2000-4999", "5000+", "none"};

std::size_t lengthBucket(std::int64_t a, std::int64_t b) {
    if (a < 0)
        return LengthNames.size() - 1;
    const std::int64_t length = b < 0 ? a : (a + b) / 2;
    return static_cast<std::size_t>(
        std::upper_bound(LengthBounds.begin(), LengthBounds.end(), length) - LengthBounds.begin());
}

std::string nameAt(const NameList& list, std::int32_t at) {
    return at == NoResult ? "none" : list.names()[static_cast<std::size_t>(at)];
}

std::string sliceName(const ItemTable& items, const RunTable& run, std::uint32_t row, SliceBy by) {
    switch (by) {
    case SliceBy::Category:
        return nameAt(items.categories, items.category[row]);
    case SliceBy::Section: {
        const std::string_view section = sectionOf(nameAt(items.categories, items.category[row]));
        return std::string(section.empty() ? "other" : section);
    }
    case SliceBy::Judge:
        return run.judge;
    case SliceBy::Model:
        return nameAt(items.modelPairs, items.models[row]);
    case SliceBy::Language:
        return nameAt(items.languages, items.language[row]);
    case SliceBy::Length:
        return std::string(LengthNames.at(lengthBucket(items.lengthA[row], items.lengthB[row])));
    }
    return "none";
}

std::size_t lengthRank(std::string_view name) {
    return static_cast<std::size_t>(std::find(LengthNames.begin(), LengthNames.end(), name) - LengthNames.begin());
}

} // namespace

std::optional<SliceBy> sliceByFrom(std::string_view name) {
    if (name == "length-bucket")
        return SliceBy::Length;
    const auto found = std::find(Names.begin(), Names.end(), name);
    if (found == Names.end())
        return std::nullopt;
    return static_cast<SliceBy>(found - Names.begin());
}

std::string_view sliceByName(SliceBy by) {
    return Names.at(static_cast<std::size_t>(by));
}

std::vector<Slice> slicesOf(
    const ItemTable& items, const RunTable& run, std::span<const std::uint32_t> rows, SliceBy by) {
    std::map<std::string, std::vector<std::uint32_t>> byName;
    for (const std::uint32_t row : rows) {
        if (isPlanned(run, row))
            byName[sliceName(items, run, row, by)].push_back(row);
    }
    std::vector<Slice> slices;
    for (auto& [name, sliceRows] : byName)
        slices.push_back({name, std::move(sliceRows)});
    if (by == SliceBy::Length)
        std::sort(slices.begin(), slices.end(),
            [](const Slice& a, const Slice& b) { return lengthRank(a.name) < lengthRank(b.name); });
    return slices;
}

std::string_view sectionOf(std::string_view category) {
    const RewardBenchSubset* subset = rewardBenchSubset(category);
    return subset == nullptr ? std::string_view() : subset->section;
}

} // namespace assize
