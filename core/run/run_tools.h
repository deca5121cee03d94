// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/endpoint/capabilities.h"
#include "core/endpoint/credentials.h"
#include "core/run/retry_policy.h"
#include <functional>

namespace assize {

class HttpClient;
class RunControl;
class Session;

/// What a run works with beside its request. Everything that is pointed to outlives the run.
struct RunTools {
    HttpClient* http = nullptr;     ///< the program's own; null: one for this run
    Credentials credentials;        ///< of the endpoint (readCredentials())
    Capabilities capabilities;      ///< what is known of the endpoint's model
    RunControl* control = nullptr;  ///< lets somebody pause the run
    const Session* reuse = nullptr; ///< another session, whose verdicts answer equal requests too
    Outage::Patience patience;
    std::function<double()>
        random; ///< numbers in [0, 1) for waiting times; empty: drawn by chance. One thread at a time
};

} // namespace assize
