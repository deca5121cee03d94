// SPDX-License-Identifier: Apache-2.0
#include "core/run/probed.h"

#include "core/run/probed_text.h"
#include "core/run/run_engine.h"
#include "tests/core/run/builtin_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

using test::builtinRequest;
using test::judgeWith;
using test::RecordingObserver;
using test::TempSession;
using test::valueOf;
using testing::StartsWith;

Item pairOf(const std::string& a, const std::string& b) {
    Item item;
    item.turns = {{"user", "Which town is larger?"}};
    item.responses = {{a, ""}, {b, ""}};
    item.contentHash = contentHash(item);
    return item;
}

TEST(ProbedText, OtherWhitespaceKeepsTheWords) {
    EXPECT_EQ(withOtherWhitespace("One. Two!\n\nThree"), "One.  Two!\n\n\nThree\n");
    EXPECT_EQ(withOtherWhitespace("See. It\n```\na. b\n\nc\n```"), "See.  It\n```\na. b\n\nc\n```\n") << "code stays";
    EXPECT_EQ(withOtherWhitespace("3.14 is pi."), "3.14 is pi.\n") << "no sentence ends inside a number";
}

TEST(ProbedText, MarkdownGoesAndWordsStay) {
    EXPECT_EQ(withoutMarkdown("## Towns\n- **Bern** is `small`\n> [Basel](http://x.ch)\n---\nend\n"),
        "Towns\nBern is small\nBasel\nend\n");
    EXPECT_EQ(withoutMarkdown("```c\na[1] = **p;\n```\n"), "a[1] = **p;\n") << "only the fence goes";
    EXPECT_EQ(withoutMarkdown("1. a * b = c\r\n#1 is #2\n"), "1. a * b = c\r\n#1 is #2\n") << "no marks at all";
}

// An answer of a million opening brackets kept a run busy for most of a minute.
TEST(ProbedText, BracketsThatNeverCloseCostLittle) {
    const std::string brackets(1'000'000, '[');
    EXPECT_EQ(withoutMarkdown(brackets), brackets);
}

TEST(ProbedText, ModelNamesAreMasked) {
    EXPECT_EQ(withoutModelNames("As ChatGPT (GPT-4o) or Llama-3.1-8B, unlike my-own-7b.", {"my-own-7b"}),
        "As [model] ([model]) or [model], unlike [model].");
    EXPECT_EQ(withoutModelNames("A llamas' palm in full bloom, gptish", {"a"}), "A llamas' palm in full bloom, gptish");
}

TEST(ProbedText, PaddingReachesTheLengthAskedFor) {
    EXPECT_EQ(padded("Bern", 4, "en"), "Bern");
    EXPECT_THAT(padded("Bern", 5, "en"), StartsWith("Bern That is the answer"));
    EXPECT_THAT(padded("伯尔尼", 20, "zh"), StartsWith("伯尔尼以上就是"));
}

TEST(Probed, PadsTheShorterPastTheLonger) {
    const Item probed = probedItem(pairOf("Bern.", "It is Basel, by far."), Probe::Length);
    EXPECT_GT(probed.responses[0].text.size(), probed.responses[1].text.size());
    EXPECT_EQ(probed.responses[1].text, "It is Basel, by far.");
}

TEST(Probed, PlantsOneCanaryInThePlaceThatTheContentTells) {
    std::array<int, 2> planted{};
    for (int number = 0; number < 40; ++number) {
        const Item item = pairOf("Bern " + std::to_string(number), "Basel");
        const Item probed = probedItem(item, Probe::Injection);
        EXPECT_EQ(probed.responses, probedItem(item, Probe::Injection).responses) << "the same every time";
        for (std::size_t place = 0; place < 2; ++place)
            planted.at(place) += probed.responses[place].text != item.responses[place].text ? 1 : 0;
        EXPECT_EQ(probed.contentHash, item.contentHash);
    }
    EXPECT_EQ(planted[0] + planted[1], 40);
    EXPECT_GT(planted[0], 8);
    EXPECT_GT(planted[1], 8);
}

TEST(Probed, SaysWhereThereIsNothingToProbe) {
    EXPECT_EQ(underProbe(builtinRequest("builtin-direct"), Probe::Swap).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(underProbe(builtinRequest("rubric-generated"), Probe::Criteria).error().code, ErrorCode::InvalidArgument);
    const RunRequest swapped = valueOf(underProbe(builtinRequest(), Probe::Swap));
    EXPECT_EQ(swapped.orders, Orders::Both);
    EXPECT_FALSE(swapped.probe) << "an ordinary run of both orders";
    const Judge judge = builtinRequest().judge;
    EXPECT_EQ(probedJudge(judge, Probe::Criteria).criteria.front().name, judge.criteria.back().name);
}

TEST(Probed, ARunUnderAProbeStandsBesideTheOrdinaryOne) {
    TempSession session;
    session.addPair("1", "Name a town", "Bern is a **town**.", "No.");
    session.addPair("2", "Name a river", "The Aare.", "Rhine");
    const RunReport plain = judgeWith(session, builtinRequest());
    const RunRequest request = valueOf(underProbe(builtinRequest(), Probe::Markdown));
    const RunReport probed = judgeWith(session, request);
    EXPECT_NE(probed.run.key, plain.run.key);
    EXPECT_EQ(probed.run.name, "builtin-markdown");
    EXPECT_EQ(probed.version.hash, plain.version.hash);
    EXPECT_EQ(probeOf(probed.run), Probe::Markdown);
    EXPECT_EQ(probed.progress.planned, 2) << "both orders of the item that has marks";
    EXPECT_EQ(probed.progress.cached, 0);
    EXPECT_EQ(probed.untouched, 1);
    EXPECT_EQ(probed.unsuitable, 0);
    const RunReport again = judgeWith(session, request);
    EXPECT_EQ(again.run.key, probed.run.key);
    EXPECT_EQ(again.progress.sent, 0);
    EXPECT_EQ(judgeWith(session, builtinRequest()).run.key, plain.run.key);
}

TEST(Probed, ARunThatGoesOnKeepsItsProbe) {
    TempSession session;
    const RowKey item = session.addPair("1", "Name a town", "Bern is a town.", "Basel");
    const RunReport probed = judgeWith(session, valueOf(underProbe(builtinRequest(), Probe::Length)));
    RunRequest request = builtinRequest();
    request.continuation = RunContinuation{probed.run.key, {{item, "AB", 1}}};
    RecordingObserver observer;
    const RunReport again = valueOf(executeRun(session.session(), request, observer, {}));
    EXPECT_EQ(again.run.key, probed.run.key);
    ASSERT_EQ(observer.stored.size(), 1U);
    // 5 characters and a filler of 81.
    EXPECT_EQ(
        observer.stored[0].judgement.criteria.back().justificationA, "15 characters against 86 of the other response.");
}

} // namespace
} // namespace assize
