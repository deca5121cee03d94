// SPDX-License-Identifier: Apache-2.0
#include "core/run/keep_try.h"

#include "core/run/judge_request.h"
#include "core/run/run_identity.h"
#include "core/run/run_start.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"

namespace assize {

Result<Run> keepTry(Session& session, const RunRequest& request, const PlannedCall& call, const TryEnd& end) {
    if (end.error || end.failure)
        return fail(ErrorCode::InvalidArgument, request.judge.name, said("the try brought no reply to keep"));
    const auto reader = session.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto item = (*reader)->item(call.itemKey);
    if (!item)
        return tl::unexpected(item.error());
    const auto writer = session.writer();
    if (!writer)
        return tl::unexpected(writer.error());
    const auto started =
        identifyRun(**reader, request).and_then([&](const StartedRun& run) { return storeRun(**writer, run); });
    if (!started)
        return tl::unexpected(started.error());
    Verdict verdict;
    verdict.runKey = started->run.key;
    verdict.itemKey = call.itemKey;
    verdict.presentation = call.presentation;
    verdict.sample = call.sample;
    verdict.judgement = end.last.judgement;
    verdict.rawReply = replyAsStored(end.last.text, end.last.reasoning);
    verdict.usage = end.usage;
    verdict.latencySeconds = end.last.seconds;
    verdict.requestHash = requestHash(started->run.identity, *item, call);
    return (*writer)
        ->run([&](SessionTransaction& transaction) -> Result<void> {
            const Result<RowKey> key = transaction.addVerdict(verdict);
            return key ? Result<void>() : tl::unexpected(key.error());
        })
        .map([&] { return started->run; });
}

} // namespace assize
