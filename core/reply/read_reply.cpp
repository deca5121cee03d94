// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/model/presentation.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_format.h"
#include "core/reply/reply_text.h"

#include <array>

namespace assize {
namespace {

constexpr std::size_t LongestRefusal = 600;

Judgement noVerdict(Outcome outcome, std::string reason) {
    Judgement judgement;
    refuse(judgement, outcome, std::move(reason));
    return judgement;
}

/// A short text that says that the model will not judge. Looked at only where no verdict was found.
bool soundsLikeRefusal(std::string_view text) {
    constexpr std::array<std::string_view, 10> Openings = {"i'm sorry", "i’m sorry", "i am sorry", "sorry, ",
        "i cannot", "i can't", "i can’t", "i'm not able", "抱歉", "对不起"};
    const std::string_view reply = trimmed(text);
    if (reply.size() > LongestRefusal)
        return false;
    const std::string folded = foldCase(reply);
    for (const std::string_view opening : Openings) {
        if (folded.starts_with(foldCase(opening)))
            return true;
    }
    return false;
}

/// A format may find less than the task asks for: a score where a preference is wanted, a rubric where a class is.
void requireVerdict(Judgement& judgement, Task task) {
    if (judgement.outcome != Outcome::Verdict)
        return;
    const bool isPair = task == Task::Pairwise || task == Task::ScorePair;
    const bool hasResult =
        task == Task::Direct ? !judgement.scores.empty() || !judgement.criteria.empty() : !judgement.result.empty();
    if (isPair && !judgement.label)
        refuse(judgement, Outcome::Unparseable, "no-label");
    else if (!isPair && !hasResult)
        refuse(judgement, Outcome::Unparseable, "no-verdict");
}

/// What became of a reply that its format could not read. A rubric that lacks something may have been cut off there.
void explainFailure(Judgement& judgement, std::string_view text, const ReplyContext& context) {
    const bool isUnread = judgement.outcome == Outcome::Unparseable && judgement.reason != "ambiguous";
    if (context.truncated && (isUnread || judgement.outcome == Outcome::Invalid))
        refuse(judgement, Outcome::Truncated, "cut-off");
    else if (isUnread && soundsLikeRefusal(text))
        refuse(judgement, Outcome::Refused, "refused");
}

} // namespace

Judgement readReply(std::string_view reply, const ReplyContext& given) {
    ReplyContext context = given;
    context.presentation = lettersOf(given.presentation);
    const ReplyFormat* format = findReplyFormat(context.judge->reply.format);
    if (context.refused)
        return noVerdict(Outcome::Refused, "refused");
    if (format == nullptr)
        return noVerdict(Outcome::Unparseable, "unknown-format: " + context.judge->reply.format);
    const CleanReply clean = cleanReply(reply);
    const bool isEmpty = trimmed(clean.text).empty();
    if (clean.thinksToTheEnd || (isEmpty && context.truncated))
        return noVerdict(Outcome::Truncated, "budget");
    if (isEmpty)
        return noVerdict(Outcome::Unparseable, "empty");
    ReplyReading reading = format->read(clean.text, context);
    if (clean.hadThinking)
        noteRecovered(reading.judgement, "think-block");
    if (context.strict && !reading.judgement.recovered.empty())
        refuse(reading.judgement, Outcome::Unparseable, "strict: " + reading.judgement.recovered.front());
    requireVerdict(reading.judgement, context.judge->task);
    explainFailure(reading.judgement, clean.text, context);
    normaliseReading(reading, context);
    if (context.truncated && reading.judgement.reason.starts_with("missing-score"))
        refuse(reading.judgement, Outcome::Truncated, "cut-off");
    return std::move(reading.judgement);
}

} // namespace assize
