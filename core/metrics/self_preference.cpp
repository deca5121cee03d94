// SPDX-License-Identifier: Apache-2.0
// Whether a judge is fonder of answers by its own model family than people are (metrics.md, Bias).
#include "core/metrics/item_metrics.h"
#include "core/metrics/item_sample.h"
#include "core/metrics/model_family.h"
#include "core/metrics/pattern_mean.h"
#include "core/metrics/preference.h"

namespace assize {
namespace {

/// One item with an answer of the judge's family and one of another: the share that goes to its own.
struct OwnShares {
    double judge = 0;
    double gold = 0;

    auto operator<=>(const OwnShares&) const = default;
};

struct OwnSample {
    ItemSample sample;
    std::vector<double> surplus; ///< of each pattern: the judge's share less gold's
};

/// Which writers are of the family, by their number in the table's list.
std::vector<bool> kinOf(const NameList& writers, const std::string& family) {
    std::vector<bool> kin;
    for (const std::string& writer : writers.names())
        kin.push_back(modelFamily(writer) == family);
    return kin;
}

/// The side that the family wrote alone: A, B, or a tie where it wrote both or neither, or it is not known who did.
Cell ownSide(const std::array<std::int32_t, 2>& writers, const std::vector<bool>& kin) {
    if (writers[0] == NoResult || writers[1] == NoResult)
        return Cell::Tie;
    const bool wroteA = kin[static_cast<std::size_t>(writers[0])];
    const bool wroteB = kin[static_cast<std::size_t>(writers[1])];
    return wroteA == wroteB ? Cell::Tie : wroteA ? Cell::A : Cell::B;
}

OwnSample ownSample(const FigureRequest& request, const std::string& family) {
    OwnSample result;
    std::map<OwnShares, std::uint32_t> keys;
    const std::vector<bool> kin = kinOf(request.items.writerNames, family);
    for (const std::uint32_t row : request.rows) {
        const auto share = shareOfA(request.run, row);
        const Cell* failure = std::get_if<Cell>(&share);
        if (failure != nullptr && *failure == Cell::NotPlanned)
            continue;
        const Cell own = ownSide(request.items.writers[row], kin);
        const Cell gold = request.reference[row].label;
        ++result.sample.total;
        result.sample.judged += failure == nullptr ? 1 : 0;
        if (own == Cell::Tie) {
            result.sample.leaveOut("no-own-family");
        } else if (!isLabel(gold)) {
            result.sample.leaveOut(cellName(gold));
        } else if (failure != nullptr) {
            result.sample.leaveOut(cellName(*failure));
        } else {
            const double judgeA = std::get<double>(share);
            const double goldA = shareOfLabel(gold);
            const OwnShares shares = own == Cell::A ? OwnShares{judgeA, goldA} : OwnShares{1 - judgeA, 1 - goldA};
            if (result.sample.add(row, keys, shares))
                result.surplus.push_back(shares.judge - shares.gold);
        }
    }
    return result;
}

} // namespace

std::optional<Figure> selfPreference(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings) {
    if (!request.run.isPairwise())
        return std::nullopt;
    const std::string_view ties = tiePolicyName(policy.four() ? TiePolicy::Four : TiePolicy::Class);
    const std::string family = modelFamily(request.run.model);
    if (family.empty())
        return noFigure({}, ties, "unknown-family");
    const OwnSample own = ownSample(request, family);
    Figure figure = resampledFigure(own.sample, request.items, ties, settings, "nothing-planned",
        [&](std::span<const std::uint32_t> counts) { return patternMean(own.surplus, counts); });
    figure.notes.push_back("family: " + family);
    return figure;
}

} // namespace assize
