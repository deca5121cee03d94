// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/reply/reply_format.h"
#include <string_view>

namespace assize::test {

/// A judge that reads replies in this format.
inline Judge judgeReading(std::string_view format, Task task = Task::Pairwise) {
    Judge judge;
    judge.name = "j";
    judge.task = task;
    judge.reply.format = format;
    if (format == "rubric-yaml" || format == "rubric-json")
        judge.rubricPolicy = RubricPolicy::Generated;
    return judge;
}

inline Judgement read(const Judge& judge, std::string_view reply, std::string_view presentation = "AB") {
    ReplyContext context;
    context.judge = &judge;
    context.presentation = presentation;
    return readReply(reply, context);
}

/// "verdict B>A", "invalid out-of-range: …": a judgement in one line, for tables.
inline std::string summary(const Judgement& judgement) {
    std::string out(outcomeName(judgement.outcome));
    if (!judgement.reason.empty())
        out += " " + judgement.reason;
    if (judgement.label)
        out += " " + std::string(labelText(*judgement.label));
    if (!judgement.result.empty())
        out += " " + judgement.result;
    for (const std::string& what : judgement.recovered)
        out += " +" + what;
    for (const std::string& what : judgement.flags)
        out += " !" + what;
    return out;
}

} // namespace assize::test
