// SPDX-License-Identifier: Apache-2.0
#include "core/reply/formats.h"

#include <algorithm>

namespace assize {

const std::vector<ReplyFormat>& replyFormats() {
    static const std::vector<ReplyFormat> formats = {
        {"rubric-yaml", "Criteria with scores and justifications, then a preference, in YAML", readRubricYaml},
        {"verdict-json", "Reasoning and a verdict in one JSON object", readVerdictJson},
    };
    return formats;
}

const ReplyFormat* findReplyFormat(std::string_view name) {
    const auto& formats = replyFormats();
    const auto found =
        std::find_if(formats.begin(), formats.end(), [&](const ReplyFormat& format) { return format.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

} // namespace assize
