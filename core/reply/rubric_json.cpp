// SPDX-License-Identifier: Apache-2.0
// The rubric as one JSON object (protocols.md, 11.1): criteria as a list, or as a map as in Nova's results.
#include "core/reply/formats.h"
#include "core/reply/json_reply.h"
#include "core/reply/reply_text.h"
#include "core/reply/rubric_reading.h"

namespace assize {

ReplyReading readRubricJson(std::string_view reply, const ReplyContext& context) {
    ReplyReading chosen;
    Judgement notes;
    const JsonReading json = readJsonObjects(reply, looksLikeRubric, notes);
    refuseUnread(chosen.judgement, json);
    for (const ReplyNode& object : json.objects) {
        ReplyReading reading;
        readRubric(object, context, {}, reading);
        const auto& earlier = chosen.judgement.label;
        const bool isSecond = earlier && reading.judgement.label && *earlier != *reading.judgement.label;
        chosen = std::move(reading);
        if (isSecond) {
            refuse(chosen.judgement, Outcome::Unparseable, "ambiguous");
            break;
        }
    }
    for (const std::string& what : notes.recovered)
        noteRecovered(chosen.judgement, what);
    return chosen;
}

} // namespace assize
