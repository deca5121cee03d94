// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/calibration_sample.h"

#include "core/metrics/preference.h"
#include "core/metrics/single_label.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assize {
namespace {

/// Sums of floating margins that are meant to be equal must not part a bucket.
double withoutNoise(double value) {
    constexpr double Scale = 1e9;
    return std::round(value * Scale) / Scale;
}

/// Gathers items; patterns are put in order when all are there.
class Gatherer {
public:
    void add(std::uint32_t row, const Certainty& certainty) { m_result.sample.add(row, m_keys, certainty); }
    [[nodiscard]] ItemSample& sample() { return m_result.sample; }

    [[nodiscard]] CalibrationSample finish() {
        std::vector<std::uint32_t> placeOf(m_keys.size());
        for (const auto& [certainty, number] : m_keys) {
            placeOf[number] = static_cast<std::uint32_t>(m_result.patterns.size());
            m_result.patterns.push_back(certainty);
        }
        for (std::uint32_t& pattern : m_result.sample.patternOf)
            pattern = placeOf[pattern];
        return std::move(m_result);
    }

private:
    CalibrationSample m_result;
    std::map<Certainty, std::uint32_t> m_keys;
};

/// An item that may tell something of confidence: what gold and the judge say, both of them a side.
struct Decision {
    std::uint32_t row = 0;
    Cell gold = Cell::NoGold;
    Cell label = Cell::Missing;
};

std::string_view exclusionOf(const Decision& decision) {
    if (!isLabel(decision.gold))
        return cellName(decision.gold);
    if (isTie(decision.gold))
        return "gold-tie";
    if (!isJudged(decision.label))
        return cellName(decision.label);
    if (isDecisive(decision.label))
        return {};
    return decision.label == Cell::Flip ? "flip" : "tie";
}

/// Calls visit for each decision; counts everybody else.
template <typename Visit>
void forEachDecision(const FigureRequest& request, const Policy& policy, ItemSample& sample, Visit visit) {
    for (const std::uint32_t row : request.rows) {
        if (!isPlanned(request.run, row))
            continue;
        const Decision decision{row, request.reference[row].label, singleLabel(request.run, row, policy)};
        ++sample.total;
        sample.judged += isJudged(decision.label) ? 1 : 0;
        if (const std::string_view reason = exclusionOf(decision); !reason.empty())
            sample.leaveOut(reason);
        else
            visit(decision);
    }
}

/// The samples of both orders that voted for a label, out of those that voted.
struct Support {
    int votes = 0;
    int valid = 0;
};

Support supportOf(const RunTable& run, const Decision& decision) {
    Support support;
    for (const OrderColumn* order : {&run.forward, &run.backward}) {
        const auto& votes = order->votes[decision.row];
        support.votes += votes.at(static_cast<std::size_t>(decision.label));
        support.valid += std::accumulate(votes.begin(), votes.end(), 0);
    }
    return support;
}

bool hasSeveralSamples(const RunTable& run) {
    const auto isSeveral = [](std::uint16_t planned) { return planned > 1; };
    return std::any_of(run.forward.planned.begin(), run.forward.planned.end(), isSeveral) ||
           std::any_of(run.backward.planned.begin(), run.backward.planned.end(), isSeveral);
}

ProbabilitySource sourceOf(const RunTable& run) {
    if (hasPreferences(run))
        return ProbabilitySource::LogProbabilities;
    return hasSeveralSamples(run) ? ProbabilitySource::Votes : ProbabilitySource::None;
}

/// The probability of the label by log-probabilities; nothing where an order has none.
std::optional<double> probabilityOf(const RunTable& run, const Decision& decision) {
    for (const OrderColumn* order : {&run.forward, &run.backward}) {
        if (order->planned[decision.row] > 0 && std::isnan(order->preference(decision.row)))
            return std::nullopt;
    }
    const auto share = shareOfA(run, decision.row);
    const double* ofA = std::get_if<double>(&share);
    if (ofA == nullptr)
        return std::nullopt;
    return decision.label == Cell::A ? *ofA : 1 - *ofA;
}

std::optional<double> confidenceOf(const RunTable& run, const Decision& decision, ProbabilitySource source) {
    if (source == ProbabilitySource::LogProbabilities)
        return probabilityOf(run, decision);
    const bool isRepeated = run.forward.planned[decision.row] > 1 || run.backward.planned[decision.row] > 1;
    const Support support = supportOf(run, decision);
    if (source == ProbabilitySource::None || !isRepeated || support.valid == 0)
        return std::nullopt;
    return static_cast<double>(support.votes) / support.valid;
}

void put(CalibrationBucket& bucket, const Certainty& certainty, double count) {
    if (bucket.items <= 0)
        bucket.low = certainty.confidence;
    bucket.high = certainty.confidence;
    bucket.items += count;
    bucket.right += certainty.isRight ? count : 0;
    bucket.confidence += count * certainty.confidence;
}

/// Calls isFull after the last pattern of each distinct confidence, with the items so far; true begins a new bucket.
template <typename IsFull>
std::vector<CalibrationBucket> bucketsOf(
    std::span<const Certainty> ascending, std::span<const std::uint32_t> counts, IsFull isFull) {
    std::vector<CalibrationBucket> buckets;
    CalibrationBucket open;
    double items = 0;
    for (std::size_t at = 0; at < ascending.size(); ++at) {
        if (counts[at] > 0) {
            put(open, ascending[at], counts[at]);
            items += counts[at];
        }
        const bool isLastOfValue =
            at + 1 == ascending.size() || ascending[at + 1].confidence > ascending[at].confidence;
        if (isLastOfValue && open.items > 0 && isFull(items)) {
            buckets.push_back(open);
            open = {};
        }
    }
    if (open.items > 0)
        buckets.push_back(open);
    return buckets;
}

} // namespace

CalibrationSample calibrationByMargin(const FigureRequest& request, const Policy& policy) {
    Gatherer gatherer;
    forEachDecision(request, policy, gatherer.sample(), [&](const Decision& decision) {
        const double margin = withoutNoise(meanMargin(request.run, decision.row));
        const bool favoursA = margin > 0;
        if (std::isnan(margin))
            gatherer.sample().leaveOut("no-margin");
        else if (margin == 0 || favoursA != (decision.label == Cell::A))
            gatherer.sample().leaveOut("margin-contradicts-label");
        else
            gatherer.add(decision.row, {std::abs(margin), decision.label == decision.gold});
    });
    return gatherer.finish();
}

ProbabilitySample calibrationByProbability(const FigureRequest& request, const Policy& policy) {
    const ProbabilitySource source = sourceOf(request.run);
    Gatherer gatherer;
    forEachDecision(request, policy, gatherer.sample(), [&](const Decision& decision) {
        if (const auto confidence = confidenceOf(request.run, decision, source))
            gatherer.add(decision.row, {withoutNoise(*confidence), decision.label == decision.gold});
        else
            gatherer.sample().leaveOut("no-probabilities");
    });
    return {gatherer.finish(), source};
}

std::vector<CalibrationBucket> tenthsOf(std::span<const Certainty> ascending, std::span<const std::uint32_t> counts) {
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    double full = 1; // the tenth that the next bucket completes
    return bucketsOf(ascending, counts, [&](double items) {
        if (10 * items < full * all)
            return false;
        full = std::floor(10 * items / all) + 1;
        return true;
    });
}

std::vector<CalibrationBucket> bucketPerConfidence(
    std::span<const Certainty> ascending, std::span<const std::uint32_t> counts) {
    return bucketsOf(ascending, counts, [](double) { return true; });
}

std::string_view whyTooFew(std::span<const CalibrationBucket> tenths) {
    constexpr double LeastItems = 50;
    constexpr std::size_t LeastBuckets = 5;
    double items = 0;
    for (const CalibrationBucket& bucket : tenths)
        items += bucket.items;
    if (items < LeastItems)
        return "fewer-than-50-items";
    return tenths.size() < LeastBuckets ? "fewer-than-5-buckets" : "";
}

} // namespace assize
