// SPDX-License-Identifier: Apache-2.0
// A reply that is its verdict: one label or number, as judges give who are weighed by the probability of that token
// (protocols.md, 5.9; G-Eval). A name before a colon and end marks are repaired and recorded.
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/reply_text.h"
#include "core/reply/verdict_value.h"

#include <fmt/format.h>

namespace assize {
namespace {

/// What stands behind the name of a form's field: "- Quality: 4".
std::string_view withoutField(std::string_view line) {
    const std::size_t colon = line.rfind(':');
    return colon == std::string_view::npos ? line : trimmed(line.substr(colon + 1));
}

std::string_view withoutMarks(std::string_view text) {
    constexpr std::string_view Around = " \t\"'*.,;()[]<>-";
    const std::size_t begin = text.find_first_not_of(Around);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(Around) - begin + 1);
}

} // namespace

ReplyReading readToken(std::string_view reply, const ReplyContext& context) {
    ReplyReading reading;
    Judgement& judgement = reading.judgement;
    const std::string_view text = trimmed(reply);
    if (text.find('\n') == std::string_view::npos) {
        if (takeVerdict(text, context, judgement)) {
            refuse(judgement, Outcome::Verdict, {});
            return reading;
        }
        if (takeVerdict(withoutMarks(withoutField(text)), context, judgement)) {
            refuse(judgement, Outcome::Verdict, {});
            noteRecovered(judgement, "marker");
            return reading;
        }
    }
    refuse(judgement, Outcome::Unparseable, fmt::format("unknown-verdict: {}", toValidUtf8(text.substr(0, 40))));
    return reading;
}

} // namespace assize
