// SPDX-License-Identifier: Apache-2.0
#include "core/run/reply_cache.h"

#include "core/session/session_reader.h"

namespace assize {

bool mayReuse(const Run& run) {
    return run.identity.find(':') == std::string::npos;
}

Result<std::optional<Verdict>> storedReply(SessionReader& reader, std::string_view requestHash) {
    auto stored = reader.verdictByRequest(requestHash);
    if (!stored || !*stored)
        return stored;
    if ((*stored)->judgement.outcome != Outcome::Verdict)
        return std::nullopt;
    Verdict& verdict = **stored;
    verdict.key = 0;
    verdict.id.clear();
    verdict.runKey = 0;
    verdict.itemKey = 0;
    verdict.attempt = 1;
    verdict.usage = {};
    verdict.latencySeconds = 0;
    verdict.createdAt = 0;
    return stored;
}

} // namespace assize
