// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace assize {

/// What several votes come to (metrics.md, Per item: samples and juries). Those that failed are asked and not valid.
struct VoteCount {
    std::optional<Label> label; ///< the one with strictly most votes
    std::size_t support = 0;    ///< votes for it
    std::size_t valid = 0;
    std::size_t asked = 0;
    bool isSplit = false;  ///< two lead together
    bool hasQuorum = true; ///< juries: more than half of the members are valid
};

/// The samples of one order: an absent label is a sample without a verdict. Both-bad votes as a tie unless four.
[[nodiscard]] VoteCount countSamples(std::span<const std::optional<Label>> samples, bool four = false);

/// What one judge of a jury says of an item.
struct Juror {
    bool isValid = false;         ///< false: it gave no verdict and does not vote
    std::optional<Label> label;   ///< reconciled; a flip has none and votes for nobody
    std::optional<double> scoreA; ///< normalised, 0..1
    std::optional<double> scoreB;
};

/// A jury's label: strict plurality of its valid members. Without a quorum there is none.
[[nodiscard]] VoteCount countJury(std::span<const Juror> jurors, bool four = false);

/// The mean normalised scores of the valid members that have them, and their margin.
struct JuryScores {
    std::optional<double> meanA;
    std::optional<double> meanB;
    std::optional<double> margin; ///< A − B, of the members that have both
};
[[nodiscard]] JuryScores meanOfJury(std::span<const Juror> jurors);

} // namespace assize
