// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace assize {

class Session;

struct RereadOptions {
    std::string runName; ///< of the run that the new verdicts make
    std::string batch;   ///< all that is added belongs to this import, so that it can be taken back
    std::stop_token stop;
    std::function<void(std::int64_t replies)> advanced; ///< from time to time, on the calling thread; may be empty
};

/// What reading anew made: replies == verdicts + those that are none. Calls of the old run without a stored reply have
/// no part in the new one.
struct Reread {
    Run run;
    std::int64_t replies = 0;
    std::int64_t verdicts = 0;
    std::int64_t withoutReply = 0;
};

/// What a stored reply to this item says as this judge reads it. That it was cut off or refused is known by what it was
/// stored as.
[[nodiscard]] Judgement rereadReply(const Verdict& stored, const Judge& judge, const Item& item);

/// Reads the stored replies of a run as this judge reads them and stores the result as a run of a new version of its
/// judge; nothing is sent. The newest attempt of every call counts. NotFound where no reply is stored; Cancelled after
/// a stop, and then nothing of it shows. Log-probabilities are not stored, so a reading that weighs them does without.
/// Any thread but the writer's.
[[nodiscard]] Result<Reread> rereadRun(
    Session& session, const Run& source, const Judge& judge, const RereadOptions& options);

} // namespace assize
