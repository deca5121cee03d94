// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/tables.h"
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What tables of figures may be broken down by.
enum class SliceBy : std::uint8_t { Category, Section, Judge, Model, Language, Length };

/// As an error says what is allowed.
inline constexpr std::string_view SliceByNames = "category, section, judge, model, language or length";

[[nodiscard]] std::optional<SliceBy> sliceByFrom(
    std::string_view name); ///< "category", …, "length" (or "length-bucket")

[[nodiscard]] std::string_view sliceByName(SliceBy by);
inline constexpr std::array AllSliceBys = {
    SliceBy::Category, SliceBy::Section, SliceBy::Judge, SliceBy::Model, SliceBy::Language, SliceBy::Length};

struct Slice {
    std::string name;
    std::vector<std::uint32_t> rows;
};

/// The rows that the run owes, by slice, in order of name (lengths by size). Items that have no category or model are
/// under "none". Sections are RewardBench's, items outside them "other"; model is that of the responses; length the
/// mean of the responses' code points.
[[nodiscard]] std::vector<Slice> slicesOf(
    const ItemTable& items, const RunTable& run, std::span<const std::uint32_t> rows, SliceBy by);

/// RewardBench's section of a subset; empty for other categories.
[[nodiscard]] std::string_view sectionOf(std::string_view category);

} // namespace assize
