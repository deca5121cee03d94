// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/metrics/figures.h"
#include "core/metrics/load.h"
#include "core/metrics/slices.h"
#include "core/model/endpoint.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include <memory>
#include <string>
#include <vector>

namespace assize::cli {

/// A session opened to read figures from: its items in columns, and the settings in force (the session's, overridden by
/// flags).
struct FigureSession {
    std::unique_ptr<Session> session;
    std::unique_ptr<SessionReader> reader;
    LoadedItems loaded;
    MetricSettings settings;
    std::vector<Endpoint> endpoints; ///< the configured ones, for their prices
};

/// Configured endpoints that cannot be read are none: they only give prices.
[[nodiscard]] Result<FigureSession> openFigures(const Arguments& arguments, const Terminal& terminal);

/// A run over the session's items, with its endpoint's price where that endpoint is configured.
[[nodiscard]] Result<RunTable> loadPricedRun(FigureSession& figures, const RunSummary& summary);

/// The flags that openFigures reads, for the lists of commands: --ties, --flips, --mixed, --tie-band, --resamples,
/// --seed, --epsilon.
[[nodiscard]] std::vector<Option> withSettingOptions(std::vector<Option> options);

/// What --by asks for; nothing without it.
[[nodiscard]] Result<std::optional<SliceBy>> sliceByOption(const Arguments& arguments);

/// The one run meant by --run, or the only run there is; InvalidArgument lists them where there are several.
[[nodiscard]] Result<RunSummary> onlyRun(FigureSession& figures, const Arguments& arguments);

/// The run of the built-in judge that a figure's baseline comes from: the first one of its kind; nothing if none.
[[nodiscard]] Result<std::optional<RunTable>> baselineRun(FigureSession& figures);

/// The settings in force as a JSON object; tie, flip and mixed policy as the run's request resolves them.
[[nodiscard]] nlohmann::json settingsJson(const MetricSettings& settings, const Policy& policy);

/// The same in a line for people.
[[nodiscard]] std::string settingsText(const MetricSettings& settings, const Policy& policy);

} // namespace assize::cli
