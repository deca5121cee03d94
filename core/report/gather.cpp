// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"
#include "core/metrics/settings.h"
#include "core/metrics/slices.h"
#include "core/report/call_facts.h"
#include "core/report/section.h"
#include "core/run/spending.h"

#include <algorithm>

namespace assize {
namespace {

constexpr std::size_t MostPairwiseRuns = 5; // ten comparisons
constexpr std::size_t MostComparisons = 12;

tl::unexpected<Error> reportStopped() {
    return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
}

Result<MetricSettings> settingsInForce(SessionReader& reader, const ReportOptions& options) {
    const auto stored = reader.settings();
    if (!stored)
        return tl::unexpected(stored.error());
    auto settings = metricSettingsFrom(*stored);
    if (!settings)
        return settings;
    for (const auto& [name, value] : options.settings) {
        if (auto set = setMetricSetting(*settings, name, value); !set)
            return tl::unexpected(set.error());
    }
    return settings;
}

Result<std::vector<RunSummary>> runsWanted(SessionReader& reader, const ReportOptions& options, ReportData& data) {
    auto all = reader.runs();
    if (!all)
        return all;
    data.runsInSession = static_cast<std::int64_t>(all->size());
    if (options.runs.empty())
        return all;
    std::vector<RunSummary> wanted;
    for (const std::string& name : options.runs) {
        auto run = reader.run(name);
        if (!run)
            return tl::unexpected(run.error());
        const auto isThere = [&](const RunSummary& other) { return other.run.key == run->run.key; };
        if (std::none_of(wanted.begin(), wanted.end(), isThere))
            wanted.push_back(std::move(*run));
    }
    std::sort(wanted.begin(), wanted.end(),
        [](const RunSummary& a, const RunSummary& b) { return a.run.number < b.run.number; });
    return wanted;
}

Result<ItemFacts> itemFacts(SessionReader& reader, const std::stop_token& stop) {
    ItemFacts facts;
    std::string hashes;
    const auto read = reader.forEachItem({}, [&](const Item& item) {
        ++facts.formats[item.format];
        facts.withReference += item.reference ? 1 : 0;
        facts.withContext += item.context ? 1 : 0;
        facts.withImages += item.images.empty() ? 0 : 1;
        facts.conversations += item.turns.size() > 1 ? 1 : 0;
        facts.moreResponses += item.responses.size() > 2 ? 1 : 0;
        hashes += item.contentHash + '\n';
        return !stop.stop_requested();
    });
    if (!read)
        return tl::unexpected(read.error());
    if (stop.stop_requested())
        return reportStopped();
    facts.digest = sha256Hex(hashes);
    return facts;
}

/// The judge's place in data.judges, added if it is new.
Result<std::size_t> judgeIndex(SessionReader& reader, RowKey versionKey, ReportData& data) {
    for (std::size_t i = 0; i < data.judges.size(); ++i) {
        if (data.judges[i].version.key == versionKey)
            return i;
    }
    auto version = reader.judgeVersion(versionKey);
    if (!version)
        return tl::unexpected(version.error());
    ReportJudge judge{std::move(*version), std::nullopt};
    if (!judge.version.parentHash.empty()) {
        auto versions = reader.judgeVersions();
        if (!versions)
            return tl::unexpected(versions.error());
        const auto parent = std::find_if(versions->begin(), versions->end(),
            [&](const JudgeVersion& other) { return other.hash == judge.version.parentHash; });
        if (parent != versions->end())
            judge.parent = std::move(*parent);
    }
    data.judges.push_back(std::move(judge));
    return data.judges.size() - 1;
}

FigureRequest requestFor(const ReportData& data, const RunTable& run, std::span<const std::uint32_t> rows) {
    return {.items = data.loaded.items,
        .run = run,
        .reference = data.loaded.items.gold,
        .isGold = true,
        .rows = rows,
        .baseline = data.baseline ? &*data.baseline : nullptr,
        .raters = &data.loaded.raters,
        .revisions = data.loaded.revisions};
}

/// One slice says what the whole does, and is shown only to those who asked.
void addSlices(ReportRun& run, const ReportData& data, std::span<const std::uint32_t> rows, std::optional<SliceBy> by) {
    constexpr std::array<std::string_view, 3> PairKeys = {"agreement.single", "kappa.single", "position.consistency"};
    constexpr std::array<std::string_view, 2> GradeKeys = {"accuracy", "kappa"};
    const std::vector<Slice> slices = slicesOf(data.loaded.items, run.table, rows, by.value_or(SliceBy::Category));
    if (slices.size() < 2 && !by)
        return;
    FigureRequest request = requestFor(data, run.table, rows);
    if (run.table.isPairwise())
        request.only = PairKeys;
    else
        request.only = GradeKeys;
    MetricSettings settings = data.settings;
    settings.ties = run.policy.ties; // slices count ties as the whole does
    for (const Slice& slice : slices) {
        request.rows = slice.rows;
        run.slices.push_back({slice.name, runFigures(request, settings)});
    }
}

Result<ReportRun> gatherRun(
    SessionReader& reader, const RunSummary& summary, const ReportOptions& options, ReportData& data) {
    ReportRun run;
    run.summary = summary;
    const auto judge = judgeIndex(reader, summary.run.judgeVersionKey, data);
    if (!judge)
        return tl::unexpected(judge.error());
    run.judge = *judge;
    auto table = loadRun(reader, summary, data.loaded.items);
    if (!table)
        return tl::unexpected(table.error());
    run.table = std::move(*table);
    run.table.spending = spendingOf(run.table.usage, summary.run, options.prices);
    auto twins = loadCounterparts(reader, summary, data.loaded.items);
    if (!twins)
        return tl::unexpected(twins.error());
    run.twins = std::move(*twins);
    auto calls = callFacts(reader, summary.run.key, options.stop);
    if (!calls)
        return tl::unexpected(calls.error());
    run.calls = std::move(*calls);
    const bool hasCriteria = data.judges[run.judge].version.definition.rubricPolicy != RubricPolicy::None ||
                             data.judges[run.judge].version.source == "imported";
    if (isWantedSection(options, "charts") && run.table.isPairwise() && hasCriteria) {
        auto scores = loadScores(reader, summary.run.key, data.loaded.items);
        if (!scores)
            return tl::unexpected(scores.error());
        if (scores->verdictCount() > 0)
            run.scores = std::move(*scores);
    }
    return run;
}

/// Figures come when every run is loaded: the baseline's may be the last.
Result<void> countRun(ReportRun& run, const ReportData& data, const ReportOptions& options) {
    const std::vector<std::uint32_t> rows = allRows(data.loaded.items);
    FigureRequest request = requestFor(data, run.table, rows);
    request.referenceTwin = run.twins.reference ? &*run.twins.reference : nullptr;
    request.formatTwin = run.twins.format ? &*run.twins.format : nullptr;
    request.probed = run.twins.probed;
    run.policy = policyFor(request, data.settings);
    run.figures = runFigures(request, data.settings);
    if (options.stop.stop_requested())
        return reportStopped();
    addSlices(run, data, rows, options.by);
    if (options.stop.stop_requested())
        return reportStopped();
    return {};
}

void compareAll(ReportData& data) {
    const std::vector<std::uint32_t> rows = allRows(data.loaded.items);
    data.comparesWithFirst = data.runs.size() > MostPairwiseRuns;
    const std::size_t firsts = data.comparesWithFirst ? 1 : data.runs.size();
    for (std::size_t a = 0; a < firsts; ++a) {
        for (std::size_t b = a + 1; b < data.runs.size() && data.comparisons.size() < MostComparisons; ++b) {
            if (data.runs[a].table.isPairwise() != data.runs[b].table.isPairwise())
                continue;
            data.comparisons.push_back(
                {a, b, compareRuns(requestFor(data, data.runs[a].table, rows), data.runs[b].table, data.settings)});
        }
    }
}

/// The built-in judge's run, whether the report is about it or not.
Result<void> findBaseline(SessionReader& reader, ReportData& data) {
    const auto runs = reader.listedRuns();
    if (!runs)
        return tl::unexpected(runs.error());
    for (const RunSummary& summary : *runs) {
        if (summary.run.endpointKind != "builtin" || probeOf(summary.run))
            continue;
        auto table = loadRun(reader, summary, data.loaded.items);
        if (!table)
            return tl::unexpected(table.error());
        if (!table->isPairwise())
            continue;
        data.baseline = std::move(*table);
        return {};
    }
    return {};
}

Result<void> findNewest(SessionReader& reader, ReportData& data) {
    for (const ReportRun& run : data.runs)
        data.newest = std::max(data.newest, run.calls.newest);
    return reader.forEachAnnotation(false, [&](const Annotation& annotation) {
        data.newest = std::max(data.newest, annotation.createdAt);
        return true;
    });
}

void tellProgress(const ReportOptions& options, std::size_t step, std::size_t runs, const std::string& run) {
    if (options.progress)
        options.progress({static_cast<int>(step), static_cast<int>(2 * runs + 2), run});
}

} // namespace

Result<ReportData> gatherReport(SessionReader& reader, const ReportOptions& options) {
    ReportData data;
    auto settings = settingsInForce(reader, options);
    if (!settings)
        return tl::unexpected(settings.error());
    data.settings = *settings;
    const auto wanted = runsWanted(reader, options, data);
    if (!wanted)
        return tl::unexpected(wanted.error());
    tellProgress(options, 0, wanted->size(), {});
    auto facts = itemFacts(reader, options.stop);
    if (!facts)
        return tl::unexpected(facts.error());
    data.items = std::move(*facts);
    auto loaded = loadItems(reader);
    if (!loaded)
        return tl::unexpected(loaded.error());
    data.loaded = std::move(*loaded);
    if (const auto baseline = findBaseline(reader, data); !baseline)
        return tl::unexpected(baseline.error());
    std::size_t step = 1;
    for (const RunSummary& summary : *wanted) {
        tellProgress(options, step++, wanted->size(), summary.run.name);
        auto run = gatherRun(reader, summary, options, data);
        if (!run)
            return tl::unexpected(run.error());
        data.runs.push_back(std::move(*run));
    }
    for (ReportRun& run : data.runs) {
        tellProgress(options, step++, wanted->size(), run.summary.run.name);
        if (const auto counted = countRun(run, data, options); !counted)
            return tl::unexpected(counted.error());
    }
    tellProgress(options, step, wanted->size(), {});
    data.people = raterAgreement(data.loaded.items, data.loaded.raters, allRows(data.loaded.items), data.settings);
    if (isWantedSection(options, "comparisons"))
        compareAll(data);
    if (const auto newest = findNewest(reader, data); !newest)
        return tl::unexpected(newest.error());
    return data;
}

} // namespace assize
