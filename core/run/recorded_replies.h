// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

class Session;

/// What became of recorded replies: how many were read into verdicts, how many of those are no verdict, and which
/// lines could not be used ("replies.jsonl:7", why).
struct RecordedReplies {
    std::int64_t stored = 0;
    std::int64_t unusable = 0;
    std::vector<Error> skipped;
};

/// Reads replies that a model (or a person) wrote elsewhere through the judge's own reader and stores them as one run
/// named runName. One JSON object a line: id (source id or ULID of an item), text, and where they differ from AB, 1 and
/// false: presentation, sample, truncated, refused. Reading the same lines again adds nothing. Any thread.
[[nodiscard]] Result<RecordedReplies> addRecordedReplies(Session& session, const Judge& judge, std::string_view runName,
    std::string_view jsonLines, std::string_view sourceName);

} // namespace assize
