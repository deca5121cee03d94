// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>

namespace assize {

/// How ties count (metrics.md, Labels): a class, two classes with both-bad, items with a tied gold left out, as that
/// with half a point for a predicted tie, or the raw preference steps.
enum class TiePolicy : std::uint8_t { Class, Four, Exclude, Half, Steps };

/// A flip is a class of its own that matches no gold label, or a tie (FastChat's rule).
enum class FlipPolicy : std::uint8_t { Own, Tie };

/// What a person may choose that changes a figure. Every figure says which it used.
struct MetricSettings {
    std::optional<TiePolicy> ties; ///< absent: class if any gold label is a tie, else exclude
    FlipPolicy flips = FlipPolicy::Own;
    std::optional<MixedPolicy> mixed; ///< absent: the judge's own
    double tieBand = 0.02;            ///< half width of the band of margins that read as a tie
    int resamples = 2000;             ///< 0: no bootstrap intervals
    std::uint64_t seed = 1;
    double epsilon = 0.2; ///< how much worse a judge may be than a person (alt_test): .2 experts, .15 skilled, .1 crowd
    unsigned threads = 0; ///< 0: as many as the machine has; no figure depends on it
    std::stop_token stop = {}; ///< ends the bootstrap early; intervals are then absent for the reason "cancelled"
};

/// The settings as they hold for one run, with nothing left open.
struct Policy {
    TiePolicy ties = TiePolicy::Class;
    FlipPolicy flips = FlipPolicy::Own;
    MixedPolicy mixed = MixedPolicy::Tie;

    [[nodiscard]] bool four() const { return ties == TiePolicy::Four; }
    [[nodiscard]] bool excludesGoldTies() const { return ties == TiePolicy::Exclude || ties == TiePolicy::Half; }
};

[[nodiscard]] std::string_view tiePolicyName(TiePolicy policy); ///< "class", "four", "exclude", "half", "steps"
[[nodiscard]] std::optional<TiePolicy> tiePolicyFrom(std::string_view name);
[[nodiscard]] std::string_view flipPolicyName(FlipPolicy policy); ///< "own", "tie"
[[nodiscard]] std::optional<FlipPolicy> flipPolicyFrom(std::string_view name);

} // namespace assize
