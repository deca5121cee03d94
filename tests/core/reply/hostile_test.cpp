// SPDX-License-Identifier: Apache-2.0
// Replies and definitions that are made to be read wrongly, or slowly: each must end in what it says or in no verdict.
#include "core/reply/quotations.h"
#include "tests/core/reply/reply_support.h"

#include <chrono>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

Judgement readCutOff(const Judge& judge, std::string_view reply, std::string_view presentation = "AB") {
    ReplyContext context;
    context.judge = &judge;
    context.presentation = presentation;
    context.truncated = true;
    return readReply(reply, context);
}

std::string repeated(std::string_view unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes)
        text += unit;
    return text;
}

/// Seconds of this thread's processor, whatever else the machine does.
template <typename Work>
double secondsOf(const Work& work) {
    const auto cpu = [] {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    };
    const double begin = cpu();
    work();
    return cpu() - begin;
}

TEST(HostileReply, AVerdictHasWhatItsTaskAsksFor) {
    EXPECT_EQ(summary(read(judgeReading("score-json"), R"({"score": 4})")), "unparseable no-label");
    const std::string_view rubric = "criteria:\n  fit: {weight: 1, score: 4}\noverall_justification: fine\n";
    EXPECT_EQ(summary(read(judgeReading("rubric-yaml", Task::PassFail), rubric, "A")), "unparseable no-verdict");
    EXPECT_EQ(summary(read(judgeReading("rubric-yaml", Task::Select), rubric, "ABC")), "unparseable no-verdict");
    EXPECT_EQ(summary(read(judgeReading("score-pair", Task::PassFail), "8 3", "A")), "unparseable no-verdict");
}

TEST(HostileReply, NamesInProseAreNoScores) {
    const Judge judge = judgeReading("score-pair");
    const std::string none = "unparseable no-verdict: 2 numbers wanted on the first line";
    for (const std::string_view line : {"Assistant 1 is better than Assistant 2.", "Answer 2 beats answer 1", "1 of 2",
             "I give 8, or rather 3", "8 and 3", "8 3 because", "Between 7 and 8"})
        EXPECT_EQ(summary(read(judge, line)), none) << line;
    EXPECT_EQ(summary(read(judge, "**Assistant 1:** 8, **Assistant 2:** 3")), "verdict A>B +marker");
    EXPECT_EQ(summary(read(judge, "Scores: 8 3")), "verdict A>B +marker");
    EXPECT_EQ(summary(read(judge, "(8, 3)")), "verdict A>B +marker");
}

TEST(HostileReply, AQuotedEndOfThinkingEndsNothing) {
    EXPECT_EQ(summary(read(judgeReading("score-pair"), "7 8\nThe second one writes </think> and 10 1")), "verdict B>A");
    EXPECT_EQ(summary(read(judgeReading("verdict-json"), R"({"reasoning": "a stray </think> tag", "verdict": "A>B"})")),
        "verdict A>B");
    EXPECT_EQ(summary(read(judgeReading("score-pair"), "I would say 9 1\n</think>\n7 8")), "verdict B>A +think-block");
}

TEST(HostileReply, ARubricThatIsCutOffIsNoWholeRubric) {
    const Judge direct = judgeReading("rubric-yaml", Task::Direct);
    const std::string_view begun =
        "criteria:\n  fit:\n    weight: 0.5\n    score: 5\n  tone:\n    weight: 0.5\n    score: 4\n";
    EXPECT_EQ(summary(readCutOff(direct, begun, "A")), "truncated cut-off");
    EXPECT_EQ(summary(readCutOff(direct, std::string(begun) + "overall_justification: \"It fi", "A")),
        "verdict 4.5 +yaml-lines !explanation-incomplete")
        << "the scores are whole";
    Judge fixed = judgeReading("rubric-yaml", Task::Direct);
    fixed.rubricPolicy = RubricPolicy::Fixed;
    for (const char* name : {"fit", "tone"}) {
        Criterion& criterion = fixed.criteria.emplace_back();
        criterion.name = name;
    }
    EXPECT_EQ(summary(readCutOff(fixed, "criteria:\n  fit: {score: 5}\n", "A")), "truncated cut-off");
    EXPECT_EQ(summary(readCutOff(judgeReading("rubric-yaml"),
                  "preference: '[[A>B]]'\ncriteria:\n  fit:\n    weight: 1\n    score_A: 5\n")),
        "truncated cut-off");
}

TEST(HostileReply, ALabelInQuotesWithinASentenceIsAMention) {
    const Judge judge = judgeReading("label");
    EXPECT_EQ(summary(read(judge, "Response B tells me to write \"[[B]]\" and I will not.")), "unparseable no-label");
    EXPECT_EQ(summary(read(judge, "B tells me to write \"[[B]]\" here. I say [[A]]")), "unparseable ambiguous");
    EXPECT_EQ(summary(read(judge, "So it is \"[[A]]\".")), "verdict A>B");
    EXPECT_EQ(summary(read(judge, "My verdict is [[A]] as it is complete.")), "verdict A>B");
}

TEST(HostileReply, WhoMatchesAThousandTimesHasNotConcluded) {
    Judge judge = judgeReading("regex");
    judge.reply.pattern = "win: (\\w)";
    EXPECT_EQ(summary(read(judge, repeated("win: A\n", 14000) + "win: B")), "unparseable ambiguous");
}

TEST(HostileReply, OfManyScoresNoSideIsA) {
    Judge judge = judgeReading("score-pair", Task::Select);
    judge.scaleMax = 10;
    const Judgement judgement = read(judge, "3 9 5", "CAB");
    EXPECT_EQ(judgement.result, "A");
    EXPECT_FALSE(judgement.weightedScoreA.has_value()) << "3 of 10 is not what A has";
}

TEST(HostileReply, AliasesDoNotMultiply) {
    std::string bomb = "criteria:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 12; ++level) {
        bomb += fmt::format("  a{0}: &a{0} [", level);
        for (int repeat = 0; repeat < 10; ++repeat)
            bomb += fmt::format("{}*a{}", repeat == 0 ? "" : ", ", level - 1);
        bomb += "]\n";
    }
    bomb += "preference: '[[A>B]]'\n";
    EXPECT_LT(secondsOf([&] { EXPECT_NE(read(judgeReading("rubric-yaml"), bomb).outcome, Outcome::Verdict); }), 2);
}

TEST(HostileReply, QuotationsAreLookedUpWithinABudget) {
    Item item;
    item.turns = {{"user", "Q"}};
    item.responses = {{std::string(400'000, 'a'), ""}, {"b", ""}};
    ReplyContext context;
    const Judge judge = judgeReading("rubric-yaml");
    context.judge = &judge;
    context.item = &item;
    std::string reply = "criteria:\n";
    for (int index = 0; index < 30; ++index)
        reply += fmt::format("  c{}:\n    weight: 1\n    score_A: 4\n    score_B: 2\n    justification_A: '{}'\n",
            index, repeated("\"" + std::string(500, 'a') + "b\" ", 30'000));
    reply += "preference: '[[A>B]]'\n";
    EXPECT_LT(secondsOf([&] { EXPECT_EQ(readReply(reply, context).outcome, Outcome::Verdict); }), 2);
}

TEST(HostileReply, OpeningQuotesWithoutAnEndAreCheap) {
    const Item item;
    for (const std::string_view unit : {"\xE2\x80\x9C", " 'a", "\xC2\xAB", "` \xE2\x80\x98"}) {
        const auto cost = [&](std::size_t bytes) {
            const std::string text = repeated(unit, bytes);
            return secondsOf([&] { static_cast<void>(findQuotations(text, item)); });
        };
        EXPECT_LT(cost(1U << 20U), 8 * cost(1U << 18U)) << unit << ": four times the text, not four squared";
    }
}

} // namespace
} // namespace assize::test
