// SPDX-License-Identifier: Apache-2.0
// A score with its justification as one JSON object (protocols.md, 4.2: the evaluators' results). score: null is a
// failed evaluation, never a zero.
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/json_reply.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"

#include <fmt/format.h>

namespace assize {
namespace {

const ReplyNode* scoreNode(const ReplyNode& object) {
    return childOf(object, {"score", "result", "rating"});
}

} // namespace

ReplyReading readScoreJson(std::string_view reply, const ReplyContext& context) {
    ReplyReading reading;
    Judgement& judgement = reading.judgement;
    const JsonReading json = readJsonObjects(
        reply, [](const ReplyNode& object) { return scoreNode(object) != nullptr; }, judgement);
    refuseUnread(judgement, json);
    for (const ReplyNode& object : json.objects) {
        for (const ReplyNode& child : object.children) {
            if (!keyMeansAny(child.key, {"score", "result", "rating"}))
                continue;
            const auto score = scoreFromText(child.text, scoreBounds(*context.judge).max, judgement);
            const bool isSecond = score && !judgement.scores.empty() && judgement.scores.front() != *score;
            if (isSecond) {
                refuse(judgement, Outcome::Unparseable, "ambiguous");
                return reading;
            }
            if (score) {
                judgement.scores = {*score};
                refuse(judgement, Outcome::Verdict, {});
            } else if (judgement.outcome != Outcome::Verdict) {
                refuse(judgement, Outcome::Unparseable,
                    child.kind == ReplyNode::Kind::Null
                        ? std::string("no-verdict")
                        : fmt::format("not-a-number: score {}", child.text.substr(0, 40)));
            }
        }
        if (const ReplyNode* why = childOf(object, {"justification", "reasoning", "explanation", "rationale"}))
            judgement.overallJustification = std::string(trimmed(why->text));
    }
    return reading;
}

} // namespace assize
