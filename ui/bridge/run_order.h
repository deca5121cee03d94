// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/credentials.h"
#include "core/model/probe.h"
#include "core/run/run_engine.h"
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace assize {
class HttpClient;
class RunControl;
class SessionReader;
} // namespace assize

namespace assize::ui {

/// What a person asks the window to run. What has to be read for it from the session is left to the run's thread.
struct RunOrder {
    /// Without a condition on items. A continuation names its run and the run's endpoint; the judge is the run's own.
    RunRequest request;
    std::string filter;                         ///< which items, in the filter language; empty: all
    RowKey filterRun = 0;                       ///< whose verdicts the filter means; 0: those of the run itself
    std::shared_ptr<const TriedVerdicts> tried; ///< of that run, if the filter means those
    std::filesystem::path reuse;                ///< a session whose verdicts answer equal requests; empty: none
};

/// What a run is made with beside the session; what is pointed to outlives it.
struct RunMeans {
    HttpClient* http = nullptr; ///< null for kinds without a server
    RunControl* control = nullptr;
    Credentials credentials;
    std::filesystem::path cache; ///< where it is kept what tests found out about models
};

/// The same order under a probe; nothing where the judge has nothing that the probe could change.
[[nodiscard]] std::optional<RunOrder> underProbe(RunOrder order, Probe probe);

/// The endpoint of a stored run as it is set up by now; where it is not, what the run itself says.
[[nodiscard]] Endpoint endpointOf(const Run& run, const std::vector<Endpoint>& known);

/// True if an endpoint of this kind speaks to a server.
[[nodiscard]] bool needsServer(const Endpoint& endpoint);

/// The whole request: judge of a continuation, and the condition on items. A reading thread. NotFound for a run that
/// is not there; InvalidArgument for a filter that cannot be read.
[[nodiscard]] Result<RunRequest> completeRequest(SessionReader& reader, const RunOrder& order);

/// The one model of a server that was chosen without any. InvalidArgument where it has none or several; else as
/// EndpointClient::models(). Waits.
[[nodiscard]] Result<std::string> onlyModel(
    HttpClient& http, const Endpoint& endpoint, const Credentials& credentials, const std::stop_token& stop);

/// Looks up what is missing, then executeRun(). Waits; errors of all of these.
[[nodiscard]] Result<RunReport> performRun(
    Session& session, const RunOrder& order, const RunMeans& means, RunObserver& observer, const std::stop_token& stop);

} // namespace assize::ui
