// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include "core/model/verdict.h"
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What a reader needs beside the reply: the judge, what was shown, and in which order.
struct ReplyContext {
    const Judge* judge = nullptr;
    std::string presentation = "AB"; ///< the reply speaks of the responses in this order
    const Item* item = nullptr;      ///< for looking quotations up; may be null
    bool truncated = false;          ///< the server says that the reply was cut off (finish reason "length")
    bool refused = false;            ///< the server says that the model refused
    bool strict = false;             ///< accept only what the format's own parser would
};

/// One way to read replies. Stateless, any thread. read() leaves everything in presentation order; normaliseReply()
/// maps it back, checks bounds and weights and audits it.
struct ReplyFormat {
    std::string_view name; ///< "rubric-yaml"
    std::string_view description;
    Judgement (*read)(std::string_view reply, const ReplyContext& context);
};

/// The format with this name, or null.
[[nodiscard]] const ReplyFormat* findReplyFormat(std::string_view name);
[[nodiscard]] const std::vector<ReplyFormat>& replyFormats();

/// The whole way from raw text to an audited judgement in item order: think blocks, the judge's format, bounds,
/// weights, weighted scores, flags. Never fails: what cannot be read is an outcome with a reason.
[[nodiscard]] Judgement readReply(std::string_view reply, const ReplyContext& context);

} // namespace assize
