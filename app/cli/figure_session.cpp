// SPDX-License-Identifier: Apache-2.0
#include "app/cli/figure_session.h"

#include "core/endpoint/endpoint_file.h"
#include "core/metrics/settings.h"
#include "core/run/spending.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

struct SettingFlag {
    std::string_view flag;
    std::string_view setting;
    std::string_view valueName;
    std::string_view help;
};

constexpr auto SettingFlags = std::to_array<SettingFlag>({
    {"--ties", "ties", "class|four|exclude|half|steps", "How ties count; default class if gold has ties, else exclude"},
    {"--flips", "flips", "own|tie", "What a flip between the orders counts as"},
    {"--mixed", "mixed", "tie|lean", "What a tie in one order and a side in the other count as"},
    {"--tie-band", "tie_band", "X", "Half width of the margins that read as a tie; default 0.02"},
    {"--resamples", "resamples", "N", "Bootstrap resamples, 0 for none; default 2000"},
    {"--seed", "seed", "N", "Seed of the bootstrap; default 1"},
    {"--epsilon", "epsilon", "X", "By how much people are favoured in the alternative annotator test; default 0.2"},
});

Result<MetricSettings> settingsOf(SessionReader& reader, const Arguments& arguments) {
    const auto stored = reader.settings();
    if (!stored)
        return tl::unexpected(stored.error());
    auto settings = metricSettingsFrom(*stored);
    if (!settings)
        return settings;
    for (const SettingFlag& flag : SettingFlags) {
        const auto value = arguments.value(flag.flag);
        if (!value)
            continue;
        if (auto set = setMetricSetting(*settings, flag.setting, *value); !set)
            return fail(set.error().code, std::string(flag.flag), set.error().detail);
    }
    return settings;
}

} // namespace

Result<FigureSession> openFigures(const Arguments& arguments, const Terminal& terminal) {
    auto session = Session::open(arguments.valueOr("SESSION", ""), Session::Access::ReadOnly);
    if (!session)
        return tl::unexpected(session.error());
    auto reader = (*session)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto settings = settingsOf(**reader, arguments);
    if (!settings)
        return tl::unexpected(settings.error());
    auto loaded = loadItems(**reader);
    if (!loaded)
        return tl::unexpected(loaded.error());
    return FigureSession{std::move(*session), std::move(*reader), std::move(*loaded), *settings,
        loadEndpoints(terminal.places.config).value_or(std::vector<Endpoint>())};
}

Result<RunTable> loadPricedRun(FigureSession& figures, const RunSummary& summary) {
    auto run = loadRun(*figures.reader, summary, figures.loaded.items);
    if (!run)
        return run;
    run->spending = spendingOf(run->usage, summary.run, figures.endpoints);
    return run;
}

std::vector<Option> withSettingOptions(std::vector<Option> options) {
    for (const SettingFlag& flag : SettingFlags)
        options.push_back({flag.flag, flag.valueName, flag.help});
    return options;
}

Result<RunSummary> onlyRun(FigureSession& figures, const Arguments& arguments) {
    if (const auto name = arguments.value("--run"))
        return figures.reader->run(*name);
    auto runs = figures.reader->runs();
    if (!runs)
        return tl::unexpected(runs.error());
    if (runs->size() == 1)
        return runs->front();
    std::vector<std::string> names;
    for (const RunSummary& run : *runs)
        names.push_back(run.run.name);
    if (names.empty())
        return fail(ErrorCode::NotFound, "--run", said("the session has no runs"));
    return fail(
        ErrorCode::InvalidArgument, "--run", said("name one of: %1", fmt::format("{}", fmt::join(names, ", "))));
}

Result<std::optional<RunTable>> baselineRun(FigureSession& figures) {
    const auto runs = figures.reader->listedRuns();
    if (!runs)
        return tl::unexpected(runs.error());
    for (const RunSummary& summary : *runs) {
        if (summary.run.endpointKind != "builtin" || probeOf(summary.run))
            continue;
        auto run = loadRun(*figures.reader, summary, figures.loaded.items);
        if (!run)
            return tl::unexpected(run.error());
        if (run->isPairwise())
            return std::optional<RunTable>(std::move(*run));
    }
    return std::optional<RunTable>();
}

Result<std::optional<SliceBy>> sliceByOption(const Arguments& arguments) {
    const auto name = arguments.value("--by");
    if (!name)
        return std::optional<SliceBy>();
    const auto by = sliceByFrom(*name);
    if (!by)
        return fail(ErrorCode::InvalidArgument, "--by", said("\"%1\" is not %2", *name, SliceByNames));
    return by;
}

nlohmann::json settingsJson(const MetricSettings& settings, const Policy& policy) {
    return {{"ties", tiePolicyName(policy.ties)}, {"flips", flipPolicyName(policy.flips)},
        {"mixed", mixedName(policy.mixed)}, {"tie_band", settings.tieBand}, {"resamples", settings.resamples},
        {"seed", settings.seed}};
}

std::string settingsText(const MetricSettings& settings, const Policy& policy) {
    return fmt::format("ties {}, flips {}, mixed {}, tie band {}, {} resamples, seed {}", tiePolicyName(policy.ties),
        flipPolicyName(policy.flips), mixedName(policy.mixed), settings.tieBand, settings.resamples, settings.seed);
}

} // namespace assize::cli
