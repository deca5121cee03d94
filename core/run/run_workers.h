// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/call_maker.h"
#include "core/run/call_scheduler.h"
#include "core/run/verdict_sink.h"
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace assize {

class Session;

/// What the workers of one run share. All of it outlives them.
struct RunParts {
    const Session& session;
    const Session* reuse = nullptr; ///< another session whose verdicts count too
    const CallMaker& maker;
    const EndpointClient* client = nullptr; ///< null for kinds without a server
    const EndpointPrice& price;
    bool wantsMost = false;     ///< limits are set: what a call may take has to be known before
    std::optional<Probe> probe; ///< items are shown as it changes them
    CallScheduler& scheduler;
    VerdictSink& sink;
};

/// The threads that prepare calls and read replies, each with read connections of its own, until the scheduler says
/// that it is over.
class RunWorkers {
public:
    RunWorkers(RunParts parts, int count);

    /// Waits for all of them; the first error of a session that one met, which has ended the run. Once.
    [[nodiscard]] Result<void> join();

private:
    class Worker;
    void work();
    void halt(const Error& error);

    const RunParts m_parts;
    std::mutex m_mutex;
    std::optional<Error> m_error;
    std::vector<std::jthread> m_threads; // last: everything above outlives them
};

} // namespace assize
