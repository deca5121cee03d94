// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace assize {

/// What a metric computes from one weighted sample: the data itself, or one resample of it.
struct Estimate {
    enum class Kind : std::uint8_t {
        Other,    ///< interval by bootstrap
        Share,    ///< a 0/1 share over items: Wilson where items are independent
        Constant, ///< not a statistic of the population; no interval
    };

    std::optional<double> value;
    std::optional<double> numerator;
    Kind kind = Kind::Other;
    std::string_view reason = {};           ///< why there is no value; a literal
    std::string_view note = {};             ///< what to know beside the value; a literal
    std::optional<double> denominator = {}; ///< where it counts something else than items, or not all of them
    std::string_view outside = {};          ///< why the items beyond such a denominator are left out; a literal
};

[[nodiscard]] inline Estimate undefined(std::string_view reason) {
    return {std::nullopt, std::nullopt, Estimate::Kind::Other, reason};
}

[[nodiscard]] inline Estimate valueOf(double value) {
    return {value, std::nullopt, Estimate::Kind::Other};
}

/// numerator / denominator as a mean; undefined over nothing.
[[nodiscard]] inline Estimate mean(double numerator, double denominator) {
    if (denominator <= 0)
        return undefined("no-items");
    return {numerator / denominator, numerator, Estimate::Kind::Other};
}

/// As mean(), for a count of items that are or are not something.
[[nodiscard]] inline Estimate share(double numerator, double denominator) {
    Estimate result = mean(numerator, denominator);
    result.kind = Estimate::Kind::Share;
    return result;
}

} // namespace assize
