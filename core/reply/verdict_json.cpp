// SPDX-License-Identifier: Apache-2.0
// One JSON object with reasoning and verdict (protocols.md, 4.1 and 11.1). Its keys go by several names.
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/json_reply.h"
#include "core/reply/reply_text.h"
#include "core/reply/verdict_value.h"

#include <fmt/format.h>

namespace assize {
namespace {

bool isVerdictKey(std::string_view key) {
    return keyMeansAny(key, {"verdict", "result", "label", "preference", "score", "winner", "decision"});
}

std::string reasoningOf(const ReplyNode& object) {
    const ReplyNode* node = childOf(object, {"reasoning", "justification", "explanation", "rationale", "reason"});
    return node == nullptr ? std::string() : std::string(trimmed(node->text));
}

/// One object's verdict. Two verdict keys that say different things are ambiguous.
Judgement readObject(const ReplyNode& object, const ReplyContext& context) {
    Judgement chosen;
    refuse(chosen, Outcome::Unparseable, "no-verdict");
    for (const ReplyNode& child : object.children) {
        if (!isVerdictKey(child.key) || child.kind != ReplyNode::Kind::Scalar)
            continue;
        Judgement judgement;
        if (!takeVerdict(child.text, context, judgement)) {
            if (chosen.outcome != Outcome::Verdict)
                refuse(chosen, Outcome::Unparseable, fmt::format("unknown-verdict: {}", child.text.substr(0, 40)));
            continue;
        }
        judgement.outcome = Outcome::Verdict;
        if (chosen.outcome == Outcome::Verdict && !sameVerdict(chosen, judgement)) {
            refuse(chosen, Outcome::Unparseable, "ambiguous");
            return chosen;
        }
        chosen = std::move(judgement);
    }
    chosen.overallJustification = reasoningOf(object);
    return chosen;
}

} // namespace

ReplyReading readVerdictJson(std::string_view reply, const ReplyContext& context) {
    ReplyReading reading;
    Judgement notes;
    const auto hasVerdict = [](const ReplyNode& object) {
        for (const ReplyNode& child : object.children) {
            if (isVerdictKey(child.key))
                return true;
        }
        return false;
    };
    const JsonReading json = readJsonObjects(reply, hasVerdict, notes);
    refuseUnread(reading.judgement, json);
    for (const ReplyNode& object : json.objects) {
        Judgement judgement = readObject(object, context);
        const bool isSecond = reading.judgement.outcome == Outcome::Verdict && judgement.outcome == Outcome::Verdict;
        if (isSecond && !sameVerdict(reading.judgement, judgement)) {
            refuse(reading.judgement, Outcome::Unparseable, "ambiguous");
            break;
        }
        if (judgement.outcome == Outcome::Verdict || reading.judgement.outcome != Outcome::Verdict)
            reading.judgement = std::move(judgement);
    }
    for (const std::string& what : notes.recovered)
        noteRecovered(reading.judgement, what);
    return reading;
}

} // namespace assize
