// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include "core/model/judge.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include "core/session/query.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// What a person asks for: a judge, an endpoint, and which items in which orders. Orders and samples override the
/// judge's own and are part of the run, not of the version.
struct RunRequest {
    Judge judge;
    std::string judgeSource; ///< JudgeVersion::source
    Endpoint endpoint;
    ItemQuery items; ///< names in its condition mean the run itself, unless it names another
    std::optional<Orders> orders;
    std::optional<int> samples;
    std::vector<Outcome> retry; ///< stored outcomes to ask for again, beside what is missing
    bool startNew = false;      ///< a run of its own even where one could be continued; nothing stored is reused
    std::string name;           ///< of a new run; empty: the judge's name
    int concurrency = 0;        ///< 0: as many as the machine has cores
};

/// How far a call to executeRun() is. planned = already + cached + sent + notReached().
struct RunProgress {
    std::int64_t planned = 0;                 ///< calls that this request asks for
    std::int64_t already = 0;                 ///< of them, had an outcome before
    std::int64_t cached = 0;                  ///< answered by a stored verdict to the same request
    std::int64_t sent = 0;                    ///< answered by the endpoint, and stored
    std::map<Outcome, std::int64_t> outcomes; ///< of cached and sent
    Usage usage;                              ///< of sent

    [[nodiscard]] std::int64_t notReached() const { return planned - already - cached - sent; }
};

struct RunReport {
    Run run;
    JudgeVersion version;
    RunProgress progress;
    std::map<Outcome, std::int64_t> outcomes; ///< current ones of the whole run
    std::int64_t unsuitable = 0; ///< selected items that the judge cannot judge: too few responses, no reference
    double seconds = 0;
    bool isStopped = false; ///< before everything was reached
};

} // namespace assize
