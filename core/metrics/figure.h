// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// A figure that is a table: a confusion matrix, values per class. A cell that cannot be computed is absent.
struct FigureTable {
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    std::vector<std::vector<std::optional<double>>> cells;

    bool operator==(const FigureTable&) const = default;
};

/// One number with all that is needed to believe it. Without a value there is a reason; never 0 or NaN for "unknown".
struct Figure {
    std::optional<double> value;
    std::optional<double> numerator;             ///< of a rate or a mean
    std::optional<std::int64_t> denominator;     ///< items it is computed over
    std::int64_t judged = 0;                     ///< items of total with a usable verdict
    std::int64_t total = 0;                      ///< items the run owes this figure
    std::map<std::string, std::int64_t> leftOut; ///< items of total outside the denominator, by reason
    std::string ties;                            ///< the tie policy in force
    std::optional<double> low;                   ///< 95 % interval
    std::optional<double> high;
    std::string method;                ///< "wilson" or "bootstrap"; empty without an interval
    std::optional<std::uint64_t> seed; ///< of the bootstrap
    int dropped = 0;                   ///< resamples in which the figure is undefined
    std::string reason;                ///< why value (or, with a value, the interval) is absent
    std::vector<std::string> notes;    ///< "few-clusters", "one-class-dominates", "failure-is-a-tie", …
    std::optional<FigureTable> table;

    bool operator==(const Figure&) const = default;
};

/// A figure under its key of metrics.md.
struct NamedFigure {
    std::string key;
    Figure figure;

    bool operator==(const NamedFigure&) const = default;
};

using Figures = std::vector<NamedFigure>;

/// The figure with this key, null if the list has none.
[[nodiscard]] const Figure* findFigure(const Figures& figures, std::string_view key);

} // namespace assize
