// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/annotators.h"

#include "core/metrics/alpha.h"
#include "core/metrics/bootstrap.h"
#include "core/metrics/cross_table.h"
#include "core/metrics/fleiss.h"
#include "core/metrics/human_ceiling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assize {
namespace {

/// The classes of one item by annotator; NoResult where one did not rate it.
using Row = std::vector<std::int32_t>;

struct RatedItems {
    std::vector<Row> patterns;
    std::vector<double> values; ///< of the classes, ascending
    std::vector<std::uint32_t> patternOf;
    bool isNumeric = false; ///< classes are scores
    bool hasRaters = false;
};

enum class What { Labels, Results, Scores };

What whatIsRated(const RaterTable& raters) {
    bool hasResults = false;
    for (const auto& column : raters.ratings) {
        for (const Rating& rating : column) {
            if (isLabel(rating.label))
                return What::Labels;
            hasResults = hasResults || rating.result != NoResult;
        }
    }
    return hasResults ? What::Results : What::Scores;
}

double numberOf(const Rating& rating, What what, bool four) {
    if (what == What::Scores)
        return rating.score;
    if (what == What::Results)
        return rating.result == NoResult ? NoNumber : rating.result;
    const Cell cell = four ? rating.labelOfFour : rating.label;
    return isLabel(cell) ? static_cast<double>(cell) : NoNumber;
}

std::vector<double> distinctNumbers(
    const RaterTable& raters, std::span<const std::uint32_t> rows, What what, bool four) {
    std::vector<double> values;
    for (const auto& column : raters.ratings) {
        for (const std::uint32_t row : rows) {
            if (const double number = numberOf(column[row], what, four); !std::isnan(number))
                values.push_back(number);
        }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

RatedItems ratedItems(const RaterTable& raters, std::span<const std::uint32_t> rows, bool four) {
    const What what = whatIsRated(raters);
    RatedItems rated;
    rated.isNumeric = what == What::Scores;
    rated.hasRaters = !raters.names.empty();
    rated.values = distinctNumbers(raters, rows, what, four);
    std::map<Row, std::uint32_t> known;
    for (const std::uint32_t row : rows) {
        Row classes;
        for (const auto& column : raters.ratings) {
            const double number = numberOf(column[row], what, four);
            const auto at = std::lower_bound(rated.values.begin(), rated.values.end(), number);
            classes.push_back(std::isnan(number) ? NoResult : static_cast<std::int32_t>(at - rated.values.begin()));
        }
        const auto [entry, isNew] = known.try_emplace(classes, static_cast<std::uint32_t>(known.size()));
        if (isNew)
            rated.patterns.push_back(classes);
        rated.patternOf.push_back(entry->second);
    }
    return rated;
}

/// A pattern's ratings without the absent ones.
Row present(const Row& row) {
    Row ratings;
    std::copy_if(row.begin(), row.end(), std::back_inserter(ratings), [](std::int32_t at) { return at != NoResult; });
    return ratings;
}

using Counts = std::span<const std::uint32_t>;
using Compute = std::function<Estimate(Counts)>;

/// Collects figures with how to recompute them, and gives them their intervals together.
class Collector {
public:
    Collector(const RatedItems& rated, const Resampler& resampler, const MetricSettings& settings)
        : m_rated(rated)
        , m_resampler(resampler)
        , m_settings(settings)
        , m_observed(resampler.observed()) {}

    /// isMember says which patterns the figure is over; the rest are left out for this reason.
    template <typename IsMember>
    void add(std::string key, Compute compute, std::string_view leftOutFor, IsMember isMember) {
        Coverage coverage;
        coverage.reasonIfNobody = m_rated.hasRaters ? "no-items" : "no-annotators";
        for (std::size_t at = 0; at < m_rated.patterns.size(); ++at) {
            const Row ratings = present(m_rated.patterns[at]);
            if (ratings.empty())
                continue;
            coverage.total += m_observed[at];
            if (isMember(m_rated.patterns[at]))
                coverage.members += m_observed[at];
            else
                coverage.leftOut[std::string(leftOutFor)] += m_observed[at];
        }
        coverage.judged = coverage.members;
        const Estimate estimate = compute(m_observed);
        Figure figure = makeFigure(estimate, std::move(coverage), m_resampler.isClustered());
        figure.ties = m_settings.ties == TiePolicy::Four ? "four" : "class";
        if (wantsBootstrap(estimate, figure, m_settings))
            m_targets.push_back({m_figures.size(), [compute](Counts counts) { return compute(counts).value; }});
        m_figures.push_back({std::move(key), std::move(figure)});
    }

    Figures finish() {
        addBootstrapIntervals(m_figures, m_targets, m_resampler, m_settings);
        return std::move(m_figures);
    }

private:
    const RatedItems& m_rated;
    const Resampler& m_resampler;
    const MetricSettings& m_settings;
    std::vector<std::uint32_t> m_observed;
    Figures m_figures;
    std::vector<BootstrapTarget> m_targets;
};

Compute pairCompute(const RatedItems& rated, std::size_t a, std::size_t b, Estimate (*of)(const CrossTable&)) {
    return [&rated, a, b, of](Counts counts) {
        CrossTable table(rated.values.size());
        for (std::size_t at = 0; at < rated.patterns.size(); ++at) {
            const Row& row = rated.patterns[at];
            if (row[a] != NoResult && row[b] != NoResult)
                table.add(static_cast<std::size_t>(row[a]), static_cast<std::size_t>(row[b]), counts[at]);
        }
        return of(table);
    };
}

Estimate tableAgreement(const CrossTable& table) {
    return share(table.agreeing(), table.total);
}

void addPairs(Collector& collector, const RatedItems& rated, std::size_t raters) {
    for (std::size_t a = 0; a < raters; ++a) {
        for (std::size_t b = a + 1; b < raters; ++b) {
            const auto both = [a, b](const Row& row) { return row[a] != NoResult && row[b] != NoResult; };
            collector.add("kappa", pairCompute(rated, a, b, cohenKappa), "not-both", both);
            collector.add("agreement", pairCompute(rated, a, b, tableAgreement), "not-both", both);
        }
    }
}

Compute alphaCompute(const RatedItems& rated, AlphaLevel level) {
    return [&rated, level](Counts counts) {
        RatedUnits units;
        for (std::size_t at = 0; at < rated.patterns.size(); ++at) {
            if (counts[at] > 0)
                units.add(present(rated.patterns[at]), counts[at]);
        }
        return krippendorffAlpha(level, units, rated.values);
    };
}

void addGroupFigures(Collector& collector, const RatedItems& rated) {
    const auto whole = [](const Row& row) { return std::find(row.begin(), row.end(), NoResult) == row.end(); };
    collector.add(
        "fleiss_kappa", [&rated](Counts counts) { return fleissKappa(rated.patterns, counts, rated.values.size()); },
        "not-all-raters", whole);
    const auto several = [](const Row& row) { return present(row).size() >= 2; };
    const auto level = rated.isNumeric ? AlphaLevel::Interval : AlphaLevel::Nominal;
    collector.add("alpha", alphaCompute(rated, level), "one-rater", several);
    collector.add("alpha.nominal", alphaCompute(rated, AlphaLevel::Nominal), "one-rater", several);
    if (!rated.isNumeric)
        return;
    collector.add("alpha.ordinal", alphaCompute(rated, AlphaLevel::Ordinal), "one-rater", several);
    collector.add("alpha.interval", alphaCompute(rated, AlphaLevel::Interval), "one-rater", several);
}

} // namespace

RaterAgreement raterAgreement(const ItemTable& items, const RaterTable& raters, std::span<const std::uint32_t> rows,
    const MetricSettings& settings) {
    const RatedItems rated = ratedItems(raters, rows, settings.ties == TiePolicy::Four);
    std::vector<std::uint32_t> clusters;
    for (const std::uint32_t row : rows)
        clusters.push_back(items.cluster[row]);
    const Resampler resampler(rated.patternOf, static_cast<std::uint32_t>(rated.patterns.size()), clusters);
    Collector collector(rated, resampler, settings);
    addPairs(collector, rated, raters.names.size());
    addGroupFigures(collector, rated);
    Figures all = collector.finish();
    RaterAgreement result;
    auto next = all.begin();
    for (std::size_t a = 0; a < raters.names.size(); ++a) {
        for (std::size_t b = a + 1; b < raters.names.size(); ++b, next += 2)
            result.pairs.push_back(
                {raters.names[a], raters.names[b], std::move(next->figure), std::move(std::next(next)->figure)});
    }
    result.figures.assign(std::make_move_iterator(next), std::make_move_iterator(all.end()));
    if (!rated.isNumeric)
        result.figures.push_back({"human_ceiling", ceilingOfRaters(items, raters, rows, settings)});
    return result;
}

} // namespace assize
