// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include "core/metrics/figure.h"
#include "core/metrics/policy.h"
#include "core/metrics/tables.h"
#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace assize {

enum class Longer : std::uint8_t { A, B, Equal, Unknown };

/// A raw step that is not there; a plain number, so that patterns can be ordered.
constexpr double NoStep = -100;

/// All that pairwise figures know of one item. Items with equal patterns are counted, not kept.
struct PairPattern {
    Cell gold = Cell::NoGold;
    Cell forward = Cell::NotPlanned;
    Cell backward = Cell::NotPlanned;
    Cell baseline = Cell::NotPlanned; ///< forward label of the built-in judge's run on the item
    Longer longer = Longer::Unknown;
    double goldStep = NoStep; ///< steps are kept only under the policy "steps"
    double forwardStep = NoStep;
    double backwardStep = NoStep;
    double preference = NoStep; ///< A's share where the judge gives continuous preferences

    auto operator<=>(const PairPattern&) const = default;
};

/// Which label of a run a figure is about.
enum class View : std::uint8_t {
    Forward,
    Backward,
    Reconciled,  ///< what both orders say together
    Single,      ///< reconciled where both orders are planned, else the one that is
    FailureIsTie ///< forward as JudgeLM and PandaLM count it, for figures named ".original"
};

/// Who belongs to a figure's denominator.
struct Population {
    View view = View::Single;
    bool gold = true;           ///< only items with gold (and, where the policy says so, without a tied gold)
    bool failures = false;      ///< ".all": planned items without a verdict stay, and are wrong
    bool bothOrders = false;    ///< only items whose two orders are both valid
    bool decisive = false;      ///< only items where the view names a side
    bool goldDecisive = false;  ///< only items where gold names a side
    bool lengthsDiffer = false; ///< only items where one response is longer
    bool baseline = false;      ///< the label is the built-in judge's
};

/// One member of a population, mapped by the policy.
struct PairCase {
    Cell gold = Cell::NoGold;
    Cell label = Cell::Missing; ///< of the population's view
    Cell forward = Cell::NotPlanned;
    Cell backward = Cell::NotPlanned;
    Longer longer = Longer::Unknown;
    double goldStep = NoStep;
    double step = NoStep;
    double preference = NoStep;
    std::uint32_t pattern = 0;
};

/// A population with the weights of the data or of one resample: what every pairwise metric computes from.
struct PairSample {
    std::span<const PairCase> cases;
    std::span<const std::uint32_t> counts; ///< by pattern
    Policy policy;

    [[nodiscard]] double weight(const PairCase& member) const { return counts[member.pattern]; }
    [[nodiscard]] double size() const;
};

/// The distinct patterns of some items of a run, and which item has which.
struct PairPatterns {
    std::vector<PairPattern> patterns;
    std::vector<std::uint32_t> patternOf; ///< one per row asked for
};

/// Patterns of these rows of a run against reference, one rating per row of the item table (gold, or another rater).
/// baseline is the built-in judge's run or null.
[[nodiscard]] PairPatterns pairPatterns(const ItemTable& items, const RunTable& run, const RunTable* baseline,
    std::span<const Rating> reference, std::span<const std::uint32_t> rows, const Policy& policy);

/// A population's members among the patterns, and the count of everybody who is owed but left out.
struct PairMembers {
    std::vector<PairCase> cases;
    std::int64_t judged = 0;
    std::int64_t total = 0;
    std::map<std::string, std::int64_t> leftOut;
};

[[nodiscard]] PairMembers membersOf(const Population& population, std::span<const PairPattern> patterns,
    std::span<const std::uint32_t> observed, const Policy& policy);

/// The label of one view, by the policy: what both orders say, or the one order there is.
[[nodiscard]] Cell labelIn(View view, const PairPattern& pattern, const Policy& policy);

/// Joins two cells of the two orders; the reason of the first failure where one has no label.
[[nodiscard]] Cell reconciledCell(Cell forward, Cell backward, const Policy& policy);

} // namespace assize
