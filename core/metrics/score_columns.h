// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/criterion_groups.h"
#include "core/metrics/policy.h"
#include "core/metrics/tables.h"
#include "core/model/verdict.h"
#include "core/session/tried_verdicts.h"
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace assize {

/// The weights a person tries out: per criterion group another weight, or off. Groups not touched keep the judge's own
/// weight (divided by the verdict's sum, so that a new weight is on the same 0..1 scale).
struct WhatIfWeights {
    struct Group {
        std::optional<double> weight; ///< absent: the judge's own
        bool isOn = true;
    };
    std::vector<Group> groups; ///< by group; shorter than the groups: the rest is untouched

    [[nodiscard]] bool isUntouched() const;
};

/// What other weights make of each item, by row of the item table the columns were filled for.
struct WhatIfResult {
    std::vector<double> margin; ///< mean of the orders' margins, A − B; NoNumber without scores
    std::vector<double> forwardMargin;
    std::vector<double> backwardMargin;
    std::vector<Cell> forward; ///< the label of each order: the vote of its samples' margins
    std::vector<Cell> backward;
    std::vector<Cell> label;       ///< both orders together; NotPlanned where the run has no scores for the item
    std::vector<double> weightedA; ///< mean weighted score over the item's verdicts, 0..1
    std::vector<double> weightedB;
};

/// One run's criterion scores in columns: per verdict where its criteria begin, per criterion its group, both
/// normalised scores and the weight. recompute() touches no session and costs about 10 ns per criterion, so a slider
/// may call it at every move. Fill once per run, then any thread may recompute. Only outcomes that are verdicts count;
/// a criterion that lacks a score is left out with its weight.
class ScoreColumns {
public:
    explicit ScoreColumns(std::size_t itemCount, CriterionAliases aliases = {});

    /// Adds a verdict of the item in this row; the verdicts of one item come one after another, as a reader gives them.
    /// Does nothing for what is no verdict or holds no criteria.
    void add(std::uint32_t row, const Verdict& verdict);

    [[nodiscard]] const CriterionGroups& groups() const { return m_groups; }
    [[nodiscard]] std::size_t verdictCount() const { return m_row.size(); }
    /// Mean of a group's normalised weight over the verdicts that have it: where its slider stands at first.
    [[nodiscard]] double meanWeight(std::uint32_t group) const;
    /// In how many verdicts a group occurs.
    [[nodiscard]] std::int64_t verdictsWith(std::uint32_t group) const;
    /// By group, how many scores the items have that isWanted names by row; one pass over all scores.
    [[nodiscard]] std::vector<std::int64_t> scoreCounts(std::span<const char> isWanted) const;
    /// How the judge scored a group where it met it first.
    [[nodiscard]] const Criterion& firstOf(std::uint32_t group) const { return m_first[group]; }
    /// Calls visit(row, normalised A, normalised B) for every score of a group.
    template <typename Visit>
    void forEachScore(std::uint32_t group, Visit visit) const {
        for (std::size_t verdict = 0; verdict < m_row.size(); ++verdict) {
            for (std::uint32_t at = m_offsets[verdict]; at < m_offsets[verdict + 1]; ++at) {
                if (m_criteria[at].group == group)
                    visit(m_row[verdict], m_criteria[at].a, m_criteria[at].b);
            }
        }
    }

    /// Labels and margins of all items with these weights (metrics.md, Per item). tieBand is the half width of a tie.
    [[nodiscard]] WhatIfResult recompute(const WhatIfWeights& weights, double tieBand, const Policy& policy) const;
    /// The same into a result that exists already, whose memory is used again.
    void recompute(const WhatIfWeights& weights, double tieBand, const Policy& policy, WhatIfResult& result) const;

private:
    struct Score {
        std::uint32_t group;
        double a;
        double b;
        double weight; ///< normalised within its verdict
    };

    std::size_t m_itemCount;
    CriterionGroups m_groups;
    std::vector<Score> m_criteria;
    std::vector<Criterion> m_first;             ///< per group
    std::vector<std::uint32_t> m_offsets = {0}; ///< verdict v: m_criteria[m_offsets[v]] … m_offsets[v + 1] − 1
    std::vector<std::uint32_t> m_row;           ///< per verdict
    std::vector<std::uint8_t> m_isBackward;     ///< per verdict
};

/// How the what-if labels stand to gold, for the banner: no interval, no allocation, a pass over the rows.
struct WhatIfAgreement {
    std::int64_t agreeing = 0;
    std::int64_t judged = 0;  ///< items with gold and a what-if label (or a flip, which is wrong)
    std::int64_t changed = 0; ///< items whose label is another than in before
};
[[nodiscard]] WhatIfAgreement whatIfAgreement(
    const WhatIfResult& now, const WhatIfResult& before, std::span<const Rating> gold, const Policy& policy);

/// The what-if labels as a run, for figures with intervals. name and identity are those of the original.
[[nodiscard]] RunTable runFrom(const WhatIfResult& result, const RunTable& original);

/// Such a run item by item, for queries to read in place of what is stored.
[[nodiscard]] TriedVerdicts triedVerdicts(const RunTable& tried, const ItemTable& items);

} // namespace assize
