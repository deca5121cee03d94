// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/sentence.h"
#include "core/model/endpoint.h"
#include "core/model/judge.h"
#include "core/model/probe.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include "core/run/budget.h"
#include "core/session/query.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// Goes on with one run, in place of what a request says of items, orders and samples.
struct RunContinuation {
    RowKey runKey = 0;
    std::vector<PlannedCall> again; ///< only these, whatever became of them; empty: all that the run has planned
};

/// What a person asks for: a judge, an endpoint, and which items in which orders. Orders and samples override the
/// judge's own and are part of the run, not of the version.
struct RunRequest {
    Judge judge;
    std::string judgeSource; ///< JudgeVersion::source
    Endpoint endpoint;
    ItemQuery items; ///< names in its condition mean the run itself, unless it names another
    std::optional<Orders> orders;
    std::optional<int> samples;
    std::optional<Probe> probe; ///< what is shown is changed by it; set by underProbe(). A continued run keeps its own
    std::vector<Outcome> retry; ///< stored outcomes to ask for again, beside what is missing
    std::optional<RunContinuation> continuation;
    bool startNew = false; ///< a run of its own even where one could be continued; nothing stored is reused
    std::string name;      ///< of a new run; empty: the judge's name
    int concurrency = 0;   ///< calls at once; 0: the endpoint's own, and without a server one for each core
    RunLimits limits;      ///< of the whole run, earlier calls included
    int replyTokens = 0;   ///< a reply may take so many this time, in place of the judge's max_tokens; 0: its own
};

/// How a run goes at this moment. Latencies are of the replies of this call to executeRun().
struct RunPace {
    double perSecond = 0;              ///< verdicts, over the last ten seconds
    double tokensPerSecond = 0;        ///< that the endpoint wrote, over the last ten seconds
    std::optional<double> secondsLeft; ///< at that rate
    std::optional<double> latency50;   ///< seconds; half of the replies took no longer
    std::optional<double> latency95;
    std::map<std::string, std::int64_t> failures; ///< by class (run_statistics.h), of cached and sent
};

/// How far a call to executeRun() is. planned = already + cached + sent + notReached().
struct RunProgress {
    std::int64_t planned = 0;                 ///< calls that this request asks for
    std::int64_t already = 0;                 ///< of them, had an outcome before
    std::int64_t cached = 0;                  ///< answered by a stored verdict to the same request
    std::int64_t sent = 0;                    ///< answered by the endpoint, and stored
    std::map<Outcome, std::int64_t> outcomes; ///< of cached and sent
    Usage usage;                              ///< of sent
    double cost = 0;                          ///< of sent, in the currency of the endpoint's price
    RunPace pace;

    [[nodiscard]] std::int64_t notReached() const { return planned - already - cached - sent; }
};

/// Why a run ended before everything was reached.
enum class RunEnd : std::uint8_t {
    Complete,    ///< it did not
    Stopped,     ///< the person stopped it
    Budget,      ///< another call might pass its limits
    Unreachable, ///< nobody answers at the endpoint's address, or it sends elsewhere
    NoModel,     ///< the server does not have the model, or is none at that path
    KeyRefused,  ///< the server does not accept the key
    Quota,       ///< the account has nothing left
    AllFailing,  ///< call after call failed
};

struct RunReport {
    Run run;
    JudgeVersion version;
    RunProgress progress;
    std::map<Outcome, std::int64_t> outcomes; ///< current ones of the whole run
    std::int64_t unsuitable = 0; ///< selected items that the judge cannot judge: too few responses, no reference
    std::int64_t untouched = 0;  ///< selected items that the probe leaves as they are
    double seconds = 0;
    RunEnd end = RunEnd::Complete;
    Sentence endDetail;     ///< what happened, in one clause, where the run ended itself
    bool isStopped = false; ///< before everything was reached, whatever the reason
};

} // namespace assize
