// SPDX-License-Identifier: Apache-2.0
#include "core/reply/formats.h"

#include <algorithm>

namespace assize {

const std::vector<ReplyFormat>& replyFormats() {
    static const std::vector<ReplyFormat> formats = {
        {"rubric-yaml", "Criteria with scores and justifications, then a preference, in YAML", readRubricYaml},
        {"rubric-json", "The same as one JSON object", readRubricJson},
        {"verdict-json", "Reasoning and a verdict in one JSON object", readVerdictJson},
        {"score-json", "Justification and a score in one JSON object", readScoreJson},
        {"score-pair", "One number for each response on the first line, then an explanation", readScorePair},
        {"reasoning-result", "**Reasoning:** and **Result:**, or [RESULT], as evaluators are trained to write",
            readReasoningResult},
        {"label", "Prose that ends in a verdict in double brackets", readLabel},
        {"token", "A label or a number and nothing else, weighed with log-probabilities where they are given",
            readToken},
        {"regex", "Whatever a pattern of the judge's own finds", readRegex},
    };
    return formats;
}

const ReplyFormat* findReplyFormat(std::string_view name) {
    const auto& formats = replyFormats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const ReplyFormat& format) { return format.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

bool readsProbabilities(const Judge& judge) {
    return judge.reply.format == "token";
}

} // namespace assize
