// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/figure_tables.h"

#include "core/metrics/figures.h"
#include "core/metrics/pair_sample.h"
#include "core/metrics/settings.h"

#include <cmath>

namespace assize::ui {
namespace {

FigureRequest requestFor(
    const FigureRun& run, const std::vector<Rating>& human, const std::vector<std::uint32_t>& rows) {
    return {.items = *run.items, .run = run.table, .reference = human, .isGold = true, .rows = rows};
}

/// Counts as the list marks its rows: both-bad is a tie, and a flip differs from every label.
void countRows(RunAgreement& counts, const FigureRun& run, const std::vector<Rating>& human, const Policy& policy) {
    Policy own = policy;
    own.flips = FlipPolicy::Own;
    own.ties = TiePolicy::Class;
    const std::vector<Rating> verdicts = ratingsOf(run.table, own);
    for (std::size_t row = 0; row < human.size(); ++row) {
        if (!isLabel(human[row].label) || !isJudged(verdicts[row].label))
            continue;
        ++counts.labelled;
        counts.disagree += folded(human[row].label, false) != verdicts[row].label ? 1 : 0;
    }
}

} // namespace

std::optional<Rating> ratingOf(const Annotation& annotation, const NameList& results) {
    if (!annotation.label && !annotation.score && annotation.result.empty())
        return std::nullopt;
    Rating rating;
    if (annotation.label) {
        rating.labelOfFour = cellOf(*annotation.label);
        rating.label = folded(rating.labelOfFour, false);
    }
    rating.step = annotation.step ? *annotation.step : NoNumber;
    rating.score = annotation.score ? *annotation.score : NoNumber;
    if (!annotation.result.empty())
        rating.result = results.find(annotation.result);
    return rating;
}

Result<FigureItems> readFigureItems(SessionReader& reader, const std::string& annotator) {
    auto loaded = loadItems(reader);
    if (!loaded)
        return tl::unexpected(loaded.error());
    const auto stored = reader.settings();
    if (!stored)
        return tl::unexpected(stored.error());
    auto settings = metricSettingsFrom(*stored);
    if (!settings)
        return tl::unexpected(settings.error());
    FigureItems items{std::move(loaded->items), *settings, {}, std::move(loaded->raters), std::move(loaded->revisions)};
    items.human = items.items.gold;
    const auto own = loadAnnotator(reader, items.items, annotator);
    if (!own && own.error().code != ErrorCode::NotFound)
        return tl::unexpected(own.error());
    for (std::size_t row = 0; own && row < own->size(); ++row) {
        if (!(*own)[row].isAbsent())
            items.human[row] = (*own)[row];
    }
    return items;
}

Result<FigureRun> readFigureRun(
    SessionReader& reader, const RunSummary& summary, const std::shared_ptr<const FigureItems>& items) {
    ItemTable own = items->items;
    auto table = loadRun(reader, summary, own);
    if (!table)
        return tl::unexpected(table.error());
    const bool hasOwnResults = own.results.names().size() != items->items.results.names().size();
    return FigureRun{hasOwnResults ? std::make_shared<const ItemTable>(std::move(own))
                                   : std::shared_ptr<const ItemTable>(items, &items->items),
        std::move(*table)};
}

Result<TriedScores> readTriedScores(
    SessionReader& reader, RowKey run, const FigureItems& items, const RunTable& table) {
    auto columns = loadScores(reader, run, items.items);
    if (!columns)
        return tl::unexpected(columns.error());
    const std::vector<std::uint32_t> rows = allRows(items.items);
    const Policy policy =
        policyFor({.items = items.items, .run = table, .reference = items.human, .rows = rows}, items.settings);
    TriedScores scores{std::move(*columns), policy, {}};
    scores.judged = scores.columns.recompute({}, items.settings.tieBand, policy);
    return scores;
}

RunAgreement agreementOf(const FigureRun& run, const std::vector<Rating>& human, const MetricSettings& settings) {
    const std::vector<std::uint32_t> rows = allRows(*run.items);
    const FigureRequest request = requestFor(run, human, rows);
    const Headline headline = headlineFigures(request, settings);
    RunAgreement agreement;
    agreement.agreement = headline.agreement.value;
    agreement.kappa = headline.kappa.value;
    if (run.table.isPairwise()) {
        countRows(agreement, run, human, policyFor(request, settings));
    } else if (const auto count = headline.agreement.denominator) {
        agreement.labelled = *count;
        agreement.disagree = *count - std::llround(headline.agreement.numerator.value_or(0));
    }
    return agreement;
}

WhatIfWeights weightsFor(const WhatIf& whatIf, const CriterionGroups& groups) {
    WhatIfWeights weights;
    weights.groups.resize(groups.size());
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        weights.groups[group].weight = whatIf.weightOf(groups.name(group));
        weights.groups[group].isOn = !whatIf.isOff(groups.name(group));
    }
    return weights;
}

TriedRun tryWeights(const std::shared_ptr<const FigureItems>& items, const FigureRun& run, const TriedScores& scores,
    const std::vector<Rating>& human, const WhatIf& whatIf) {
    const WhatIfResult result =
        scores.columns.recompute(weightsFor(whatIf, scores.columns.groups()), items->settings.tieBand, scores.policy);
    const FigureRun other{run.items, runFrom(result, run.table)};
    TriedRun tried;
    tried.verdicts = std::make_shared<const TriedVerdicts>(triedVerdicts(other.table, *other.items));
    tried.changed = whatIfAgreement(result, scores.judged, human, scores.policy).changed;
    const std::vector<std::uint32_t> rows = allRows(*other.items);
    tried.agreement = headlineFigures(requestFor(other, human, rows), items->settings).agreement.value;
    return tried;
}

} // namespace assize::ui
