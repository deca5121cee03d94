// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include "core/model/token.h"
#include "core/model/verdict.h"
#include <optional>
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
    bool strict = false;             ///< accept only what needs no repair: anything in `recovered` makes it unparseable
    const std::vector<TokenProbability>* tokens = nullptr; ///< with log-probabilities, where the server gave them
};

/// A reply as it stands, in presentation order, before anything is computed. Stated totals are compared, never used.
struct ReplyReading {
    Judgement judgement;
    std::optional<double> statedScoreA;
    std::optional<double> statedScoreB;
    std::optional<double> statedMargin;
};

/// One way to read replies. Stateless, any thread. read() gets valid UTF-8 without byte order mark and think blocks and
/// leaves everything in presentation order; normaliseReading() checks it and maps it back.
struct ReplyFormat {
    std::string_view name; ///< "rubric-yaml"
    std::string_view description;
    ReplyReading (*read)(std::string_view reply, const ReplyContext& context);
};

/// The format with this name, or null.
[[nodiscard]] const ReplyFormat* findReplyFormat(std::string_view name);
[[nodiscard]] const std::vector<ReplyFormat>& replyFormats();

/// True if a judge's replies are weighed with the probabilities of their tokens, so that those are worth asking for.
[[nodiscard]] bool readsProbabilities(const Judge& judge);

/// The whole way from raw text to an audited judgement in item order: think blocks, the judge's format, bounds,
/// weights, weighted scores, flags. Never fails: what cannot be read is an outcome with a reason. A reason is a word,
/// or a word and what it is about ("out-of-range: Accuracy, score_A 7, 1 to 5"): empty, budget, cut-off, refused,
/// ambiguous, no-verdict, no-label, not-json, not-yaml, not-a-number, unknown-verdict, out-of-range, missing-score,
/// missing-criterion, extra-criterion, duplicate-criterion, no-criteria, missing-weight, negative-weight, zero-weights,
/// unknown-type, too-many-criteria, split, strict, unknown-format, bad-pattern, pattern-too-slow.
[[nodiscard]] Judgement readReply(std::string_view reply, const ReplyContext& context);

} // namespace assize
