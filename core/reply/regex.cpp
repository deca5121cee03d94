// SPDX-License-Identifier: Apache-2.0
// A pattern of the judge's own (ICU syntax). Its first group is the verdict, or the whole match; two groups are a score
// pair. The last match counts; one that says something else makes the reply ambiguous.
#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/reply_text.h"
#include "core/reply/verdict_value.h"

#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace assize {
namespace {

constexpr std::int32_t StepLimit = 2000; ///< some 100 ms: a pattern that backtracks without end is given up
constexpr std::int32_t StackLimit = 1 << 20;
constexpr int MostMatches = 1000;

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

bool takeMatch(icu::RegexMatcher& matcher, const ReplyContext& context, Judgement& judgement, UErrorCode& status) {
    const bool isPair = context.judge->task == Task::Pairwise || context.judge->task == Task::ScorePair;
    if (isPair && matcher.groupCount() == 2) {
        const auto first = numberFrom<double>(trimmed(utf8(matcher.group(1, status))));
        const auto second = numberFrom<double>(trimmed(utf8(matcher.group(2, status))));
        if (!first || !second)
            return false;
        judgement.scores = {*first, *second};
        const double difference = *first - *second;
        judgement.label = std::abs(difference) <= 1e-9 ? Label::Tie : difference > 0 ? Label::A : Label::B;
        return true;
    }
    return takeVerdict(utf8(matcher.group(matcher.groupCount() > 0 ? 1 : 0, status)), context, judgement);
}

void readMatches(icu::RegexMatcher& matcher, const ReplyContext& context, Judgement& chosen, UErrorCode& status) {
    for (int count = 0; matcher.find(status) != 0 && U_SUCCESS(status); ++count) {
        if (count == MostMatches) // so many are no conclusion
            return refuse(chosen, Outcome::Unparseable, "ambiguous");
        Judgement judgement;
        if (!takeMatch(matcher, context, judgement, status))
            continue;
        refuse(judgement, Outcome::Verdict, {});
        if (chosen.outcome == Outcome::Verdict && !sameVerdict(chosen, judgement))
            return refuse(chosen, Outcome::Unparseable, "ambiguous");
        chosen = std::move(judgement);
    }
}

} // namespace

ReplyReading readRegex(std::string_view reply, const ReplyContext& context) {
    ReplyReading reading;
    refuse(reading.judgement, Outcome::Unparseable, "no-verdict");
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(reply.data(), static_cast<std::int32_t>(reply.size())));
    UErrorCode status = U_ZERO_ERROR;
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(context.judge->reply.pattern), UREGEX_MULTILINE, status);
    if (U_FAILURE(status)) {
        refuse(reading.judgement, Outcome::Unparseable, fmt::format("bad-pattern: {}", u_errorName(status)));
        return reading;
    }
    matcher.setTimeLimit(StepLimit, status);
    matcher.setStackLimit(StackLimit, status);
    matcher.reset(text);
    readMatches(matcher, context, reading.judgement, status);
    if (U_FAILURE(status))
        refuse(reading.judgement, Outcome::Unparseable, "pattern-too-slow");
    else
        reading.judgement.overallJustification = std::string(trimmed(reply));
    return reading;
}

} // namespace assize
