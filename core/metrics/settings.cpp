// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/settings.h"

#include "core/base/number_from.h"

#include <fmt/format.h>

namespace assize {
namespace {

constexpr int MostResamples = 1'000'000;

tl::unexpected<Error> notAllowed(std::string_view name, std::string_view value, std::string_view allowed) {
    return fail(ErrorCode::InvalidArgument, std::string(name), said("\"%1\" is not %2", value, allowed));
}

} // namespace

Result<void> setMetricSetting(MetricSettings& settings, std::string_view name, std::string_view value) {
    if (name == "ties") {
        settings.ties = tiePolicyFrom(value);
        return settings.ties ? Result<void>() : notAllowed(name, value, "class, four, exclude, half or steps");
    }
    if (name == "flips") {
        const auto flips = flipPolicyFrom(value);
        settings.flips = flips.value_or(settings.flips);
        return flips ? Result<void>() : notAllowed(name, value, "own or tie");
    }
    if (name == "mixed") {
        settings.mixed = mixedFrom(value);
        return settings.mixed ? Result<void>() : notAllowed(name, value, "tie or lean");
    }
    if (name == "tie_band") {
        const auto band = numberFrom<double>(value);
        settings.tieBand = band.value_or(settings.tieBand);
        return band && *band >= 0 && *band <= 1 ? Result<void>() : notAllowed(name, value, "a number from 0 to 1");
    }
    if (name == "resamples") {
        const auto resamples = numberFrom<int>(value);
        settings.resamples = resamples.value_or(settings.resamples);
        return resamples && *resamples >= 0 && *resamples <= MostResamples
                   ? Result<void>()
                   : notAllowed(name, value, "a whole number from 0 to 1000000");
    }
    if (name == "seed") {
        const auto seed = numberFrom<std::uint64_t>(value);
        settings.seed = seed.value_or(settings.seed);
        return seed ? Result<void>() : notAllowed(name, value, "a whole number from 0");
    }
    if (name == "epsilon") {
        const auto epsilon = numberFrom<double>(value);
        settings.epsilon = epsilon.value_or(settings.epsilon);
        return epsilon && *epsilon >= 0 && *epsilon < 1 ? Result<void>()
                                                        : notAllowed(name, value, "a number from 0 to below 1");
    }
    return fail(ErrorCode::InvalidArgument, std::string(name), said("there is no such setting of figures"));
}

Result<MetricSettings> metricSettingsFrom(const std::map<std::string, std::string>& sessionSettings) {
    MetricSettings settings;
    for (const std::string_view name : {"ties", "flips", "mixed", "tie_band", "resamples", "seed", "epsilon"}) {
        const auto found = sessionSettings.find(std::string(MetricSettingPrefix) + std::string(name));
        if (found == sessionSettings.end())
            continue;
        if (auto set = setMetricSetting(settings, name, found->second); !set)
            return tl::unexpected(set.error());
    }
    return settings;
}

std::map<std::string, std::string> metricSettingTexts(const MetricSettings& settings) {
    std::map<std::string, std::string> texts = {{"metrics.flips", std::string(flipPolicyName(settings.flips))},
        {"metrics.tie_band", fmt::format("{}", settings.tieBand)},
        {"metrics.resamples", fmt::format("{}", settings.resamples)},
        {"metrics.seed", fmt::format("{}", settings.seed)}, {"metrics.epsilon", fmt::format("{}", settings.epsilon)}};
    if (settings.ties)
        texts["metrics.ties"] = tiePolicyName(*settings.ties);
    if (settings.mixed)
        texts["metrics.mixed"] = mixedName(*settings.mixed);
    return texts;
}

} // namespace assize
