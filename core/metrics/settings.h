// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/metrics/policy.h"
#include <map>
#include <string>
#include <string_view>

namespace assize {

/// Names under which a session keeps what changes a figure: "metrics.ties", "metrics.flips", "metrics.mixed",
/// "metrics.tie_band", "metrics.resamples", "metrics.seed", "metrics.epsilon".
constexpr std::string_view MetricSettingPrefix = "metrics.";

/// Takes one setting from text: name is "ties", "flips", "mixed", "tie_band", "resamples", "seed" or "epsilon".
/// InvalidArgument names what is allowed.
[[nodiscard]] Result<void> setMetricSetting(MetricSettings& settings, std::string_view name, std::string_view value);

/// The metric settings among a session's settings; others are passed over.
[[nodiscard]] Result<MetricSettings> metricSettingsFrom(const std::map<std::string, std::string>& sessionSettings);

/// The settings as text by their names, as a session keeps them. What is left open is not in it.
[[nodiscard]] std::map<std::string, std::string> metricSettingTexts(const MetricSettings& settings);

} // namespace assize
