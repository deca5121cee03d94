// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/run_request.h"
#include "core/run/run_tools.h"
#include <chrono>
#include <span>
#include <stop_token>

namespace assize {

class Session;

/// Why a run makes no further calls for now, or that it goes on.
struct RunNotice {
    enum class Kind : std::uint8_t {
        GoingOn,       ///< after one of the others
        Paused,        ///< by RunControl
        RateLimited,   ///< the server wants to be left alone until a time
        ServerAway,    ///< nobody answers; one call looks again at a time
        SchemaRefused, ///< the server does not take a JSON schema: the run goes on without one
    };
    Kind kind = Kind::GoingOn;
    Sentence detail; ///< the server's or the network's words; may be empty
    std::chrono::steady_clock::time_point until{};
};

/// One step of one call that is under way at a server, for a picture of what goes on.
struct CallEvent {
    int slot = 0; ///< which of the calls at once, from 0
    RowKey itemKey = 0;
    std::string presentation;
    int tries = 1;
    bool hasEnded = false; ///< else it was sent
    int status = 0;        ///< HTTP, once it has ended; 0 if no answer came
    std::chrono::steady_clock::time_point at{};
};

/// Hears what a run does. Calls come one at a time, from threads of the engine; none comes after executeRun() is back.
/// Keep them short: the run waits.
class RunObserver {
public:
    virtual ~RunObserver() = default;
    /// The run exists and its plan is durable.
    virtual void onPlanned(const Run& run, const RunProgress& progress) = 0;
    /// These verdicts are durable; each has its row key.
    virtual void onStored(std::span<const Verdict> verdicts, const RunProgress& progress) = 0;
    virtual void onNotice(const RunNotice&) {}
    /// Calls that were sent or ended, in batches, for those who want them.
    [[nodiscard]] virtual bool wantsCalls() const { return false; }
    virtual void onCalls(std::span<const CallEvent>) {}
};

/// Makes the calls that a request asks for and the session does not hold yet, and stores their verdicts. Blocks until
/// all are durable, it is stopped, or going on makes no sense (RunReport::end); what was announced stays. A stop takes
/// 100 ms. InvalidArgument for a kind that is not there or does not accept the judge, a prompt that cannot be written
/// or a limit on costs without prices, before anything is written; Cancelled if stopped while planning; errors of the
/// session. One run of a session at a time.
[[nodiscard]] Result<RunReport> executeRun(
    Session& session, const RunRequest& request, const RunTools& tools, RunObserver& observer, std::stop_token stop);

/// The same for endpoints that need no tools, such as the built-in one.
[[nodiscard]] Result<RunReport> executeRun(
    Session& session, const RunRequest& request, RunObserver& observer, std::stop_token stop);

} // namespace assize
