// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figure.h"
#include <cstdint>
#include <string>
#include <string_view>

namespace assize {

class ReportTexts;

/// What kind of number a figure is, which decides how it is written.
enum class FigureUnit : std::uint8_t {
    Share,  ///< "93.0 %"
    Points, ///< a difference of shares: "+4.2 points"
    Number, ///< "0.698"
    Count,  ///< "112"
};
[[nodiscard]] FigureUnit unitOfFigure(std::string_view key);

/// "12,345"; a minus is U+2212.
[[nodiscard]] std::string countText(std::int64_t count);
/// With this many decimals, a real minus sign, and none for what rounds to zero.
[[nodiscard]] std::string fixedText(double value, int decimals);
[[nodiscard]] std::string shareText(double share, const ReportTexts& texts, int decimals = 1);

/// "93.0 %", "0.698", or a dash without a value.
[[nodiscard]] std::string figureValueText(std::string_view key, const Figure& figure, const ReportTexts& texts);
/// "86.3–96.6 %"; empty without an interval.
[[nodiscard]] std::string figureIntervalText(std::string_view key, const Figure& figure, const ReportTexts& texts);
/// "93/100", "n = 974", or nothing.
[[nodiscard]] std::string figureCountText(const Figure& figure);
/// What was left out and why, then what to know beside the value: "3 without gold, 25 could not be read".
[[nodiscard]] std::string figureRemarks(const Figure& figure, const ReportTexts& texts);
/// Why there is no value (or no interval), in words; empty if there is.
[[nodiscard]] std::string figureReason(const Figure& figure, const ReportTexts& texts);

} // namespace assize
