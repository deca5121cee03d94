// SPDX-License-Identifier: Apache-2.0
#include "core/chart/charts.h"
#include "core/chart/common.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

struct PricedRun {
    std::size_t at = 0;
    double price = 0;
    Figure agreement;
};

struct Price {
    double value = 0;
    std::string currency;
};

std::optional<Price> priceOf(const ChartSource& source, const ChartRun& run) {
    const Figure figure =
        figureOf(source, {run, source.reference, source.isGold, source.rows}, "cost.per_1000_verdicts");
    if (!figure.value || figure.notes.empty())
        return std::nullopt;
    return Price{*figure.value, figure.notes.front()};
}

/// The currency where all runs that have a price use one; else prices are tokens, which every server reports.
std::string commonCurrency(const ChartSource& source) {
    std::string currency;
    for (const ChartRun& run : source.runs) {
        const std::optional<Price> price = priceOf(source, run);
        if (price && !currency.empty() && currency != price->currency)
            return {};
        if (price)
            currency = price->currency;
    }
    return currency;
}

double costOf(const ChartSource& source, const ChartRun& run, bool isInMoney) {
    if (!isInMoney)
        return run.tokens > 0 ? run.tokens : -1;
    const std::optional<Price> price = priceOf(source, run);
    return price ? price->value : -1;
}

/// Runs that have a price and an agreement.
std::vector<PricedRun> pricedRuns(const ChartSource& source, bool isInMoney) {
    std::vector<PricedRun> priced;
    for (std::size_t at = 0; at < source.runs.size(); ++at) {
        const ChartRun& run = source.runs[at];
        const double price = costOf(source, run, isInMoney);
        if (price < 0 || !isComparable(source, run))
            continue;
        Figure agreement =
            figureOf(source, {run, source.reference, source.isGold, source.rows}, agreementKey(*run.table));
        if (agreement.value)
            priced.push_back({at, price, std::move(agreement)});
    }
    return priced;
}

/// Without a run that has both, what the shown run lacks: an agreement, unless it has verdicts without a price.
Phrase nothingPriced(const ChartSource& source, bool isInMoney) {
    const ChartRun& run = source.run();
    const auto verdicts = run.table->outcomes.find(Outcome::Verdict);
    const bool hasVerdicts = verdicts != run.table->outcomes.end() && verdicts->second > 0;
    const Figure agreement = figureOf(source, shownSubject(source), agreementKey(*run.table));
    const bool lacksPrice = agreement.value || (hasVerdicts && costOf(source, run, isInMoney) < 0);
    return lacksPrice ? phrase("cost.empty") : reasonPhrase(agreement.reason);
}

} // namespace

Chart costAgreementChart(const ChartSource& source) {
    Chart chart;
    chart.title = phrase("cost.title");
    chart.subtitle = phrase("cost.subtitle");
    chart.meaning = phrase("cost.meaning");
    const std::string currency = commonCurrency(source);
    const std::vector<PricedRun> priced = pricedRuns(source, !currency.empty());
    if (priced.empty()) {
        chart.empty = nothingPriced(source, !currency.empty());
        return chart;
    }
    const std::vector<std::string> titles = runTitles(source);
    chart.table.columns = {phrase("column.judge"), phrase("column.cost"), phrase("column.agreement")};
    ScatterPart part;
    double most = 0;
    double low = 1;
    for (const PricedRun& run : priced) {
        most = std::max(most, run.price);
        low = std::min(low, *run.agreement.value);
        const int decimals = run.price < 10 ? 3 : 0;
        const Phrase price = literal(decimalText(run.price, decimals) + (currency.empty() ? "" : " " + currency));
        const Phrase title = literal(titles[run.at]);
        part.points.push_back({run.price, *run.agreement.value, Tone::Accent, title,
            comparedMark(source, source.runs[run.at],
                phrase("cost.tip", {title, literal(shareWithInterval(run.agreement)), price}), run.agreement)});
        chart.table.rows.push_back({title, price, literal(shareWithInterval(run.agreement))});
    }
    constexpr double LeastAmount = 1e-6;
    part.x = countAxis(most, currency.empty() ? 1 : LeastAmount);
    part.x.title = currency.empty() ? phrase("cost.axis.tokens") : phrase("cost.axis", {literal(currency)});
    constexpr double Step = 0.2;
    part.y = shareAxis(std::min(0.8, std::floor(low / Step) * Step), 1, Step);
    chart.parts.emplace_back(std::move(part));
    return chart;
}

} // namespace assize
