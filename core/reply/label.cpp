// SPDX-License-Identifier: Apache-2.0
// Prose with a verdict in double brackets (protocols.md, FastChat 5.1, Nova 3.3). Two different ones are ambiguous.
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/reply_text.h"
#include "core/reply/verdict_value.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

constexpr std::size_t LongestToken = 80;
constexpr std::size_t MostTokens = 1000; ///< a model that repeats itself so often has not concluded

/// "[[C]]" is the tie of judges that may answer A, B or C.
bool takeToken(std::string_view inside, const ReplyContext& context, Judgement& judgement) {
    const bool isPair = context.judge->task == Task::Pairwise || context.judge->task == Task::ScorePair;
    if (!isPair)
        return takeVerdict(inside, context, judgement);
    if (!context.judge->reply.labels.empty()) {
        const std::string bracketed = "[[" + std::string(inside) + "]]";
        return takeVerdict(bracketed, context, judgement) || takeVerdict(inside, context, judgement);
    }
    if (inside == "C" || inside == "c") {
        judgement.label = Label::Tie;
        judgement.step = 0;
        return true;
    }
    return takeVerdict(inside, context, judgement);
}

Judgement unclear() {
    Judgement judgement;
    refuse(judgement, Outcome::Unparseable, "ambiguous");
    return judgement;
}

/// Within a sentence and in quotes: said of a label, not with it. At the end of its line it may be meant all the same.
bool isMention(std::string_view before, std::string_view after) {
    struct Quotes {
        std::string_view open;
        std::string_view close;
    };
    constexpr std::array Kinds = {
        Quotes{"\"", "\""}, Quotes{"“", "”"}, Quotes{"'", "'"}, Quotes{"`", "`"}, Quotes{"「", "」"}};
    for (const Quotes& quotes : Kinds) {
        if (!before.ends_with(quotes.open) || !after.starts_with(quotes.close))
            continue;
        after.remove_prefix(quotes.close.size());
        const std::string_view line = after.substr(0, after.find('\n'));
        return line.find_first_not_of(" \t\r.,;:!?)*_") != std::string_view::npos;
    }
    return false;
}

} // namespace

ReplyReading readLabel(std::string_view reply, const ReplyContext& context) {
    ReplyReading reading;
    Judgement mentioned;
    refuse(reading.judgement, Outcome::Unparseable, "no-label");
    refuse(mentioned, Outcome::Unparseable, "no-label");
    const ReplyReading ambiguous{unclear(), std::nullopt, std::nullopt, std::nullopt};
    std::size_t last = reply.size();
    std::size_t count = 0;
    for (std::size_t at = reply.find("[["); at != std::string_view::npos; at = reply.find("[[", at + 2)) {
        const std::string_view window = reply.substr(at + 2, LongestToken);
        const std::size_t end = window.find(']');
        if (end == std::string_view::npos)
            continue;
        if (++count > MostTokens)
            return ambiguous;
        Judgement judgement;
        if (!takeToken(trimmed(window.substr(0, end)), context, judgement))
            continue;
        if (window.substr(end, 2) != "]]")
            noteRecovered(judgement, "label-bracket");
        refuse(judgement, Outcome::Verdict, {});
        for (const Judgement* earlier : {&reading.judgement, &mentioned}) {
            if (earlier->outcome == Outcome::Verdict && !sameVerdict(*earlier, judgement))
                return ambiguous;
        }
        const std::size_t behind = std::min(at + 2 + end + (window.substr(end, 2) == "]]" ? 2 : 1), reply.size());
        if (isMention(reply.substr(0, at), reply.substr(behind))) {
            mentioned = std::move(judgement);
            continue;
        }
        reading.judgement = std::move(judgement);
        last = at;
    }
    reading.judgement.overallJustification = std::string(trimmed(reply.substr(0, last)));
    return reading;
}

} // namespace assize
