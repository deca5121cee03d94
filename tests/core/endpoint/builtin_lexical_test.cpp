// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical.h"

#include "core/endpoint/builtin_lexical_scoring.h"
#include "core/judge/library.h"
#include "tests/core/endpoint/lexical_reply.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using test::lexicalJudge;
using test::lexicalReply;
using test::pairItem;
using test::quotationsIn;
using test::readPair;
using test::ReadReply;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* Coverage = "Coverage of the prompt";
constexpr const char* Support = "Support by the sources";
constexpr const char* NoRepetition = "No repetition";
constexpr const char* Form = "Form";
constexpr const char* Length = "Length";

TEST(BuiltinLexical, CountsThePromptsContentWords) {
    const ReadReply reply = readPair(pairItem(
        "Name the tallest tower of Paris", "The tallest tower of Paris is the Eiffel Tower.", "I like trains a lot."));
    EXPECT_EQ(reply.scoreA.at(Coverage), 4.0); // 3 of name, tallest, tower, paris: 1 + 4 × 0.75
    EXPECT_EQ(reply.scoreB.at(Coverage), 1.0);
    EXPECT_EQ(reply.justificationA.at(Coverage),
        "Uses 3 of the prompt's 4 content words: \"tallest tower of Paris\"; not used: Name.");
    EXPECT_EQ(reply.justificationB.at(Coverage),
        "Uses 0 of the prompt's 4 content words; not used: Name, tallest, tower, Paris.");
    EXPECT_EQ(reply.preference, "[[A>B]]");
    EXPECT_THAT(reply.overall, AllOf(HasSubstr("counts words and understands nothing"), HasSubstr(Coverage)));
}

TEST(BuiltinLexical, WithoutSourcesSupportIsTheMiddle) {
    const ReadReply reply = readPair(pairItem("Say hello", "hello", "goodbye"));
    EXPECT_EQ(reply.scoreA.at(Support), 3.0);
    EXPECT_EQ(reply.scoreB.at(Support), 3.0);
}

TEST(BuiltinLexical, SupportLooksInReferenceAndContext) {
    Item item =
        pairItem("When was the bridge built?", "Workers built the bridge in 1932.", "It was made by Anna in 1850.");
    item.reference = "The bridge was built in 1932.";
    item.context = "Many workers died.";
    const ReadReply reply = readPair(item);
    // A: content words 4 of 4, facts 1 of 1, ROUGE-L: "the bridge … in 1932" of 6 + 6 words = 0.667; mean 0.889
    EXPECT_EQ(reply.scoreA.at(Support), 4.6);
    // B: content words 0 of 3, facts 0 of 2, ROUGE-L: "was", "in" of 7 + 6 words = 0.3077; mean 0.1026
    EXPECT_EQ(reply.scoreB.at(Support), 1.4);
    EXPECT_THAT(reply.justificationA.at(Support), HasSubstr("4 of 4 content words"));
    EXPECT_THAT(reply.justificationB.at(Support), HasSubstr("not found there: \"Anna\", \"1850\""));
}

TEST(BuiltinLexical, ADroppedReferenceIsNotLookedAt) {
    Item item = pairItem("Name a colour", "red", "blue");
    item.reference = "red";
    Judge judge = lexicalJudge(Task::Pairwise);
    EXPECT_THAT(lexicalReply(judge, item, "AB"), HasSubstr("ROUGE-L"));
    judge.reference = ReferencePolicy::Drop;
    EXPECT_THAT(lexicalReply(judge, item, "AB"), Not(HasSubstr("ROUGE-L")));
}

TEST(BuiltinLexical, RepetitionAndFormCost) {
    const ReadReply reply = readPair(pairItem("Sing", "la la la la la la", "I cannot help with singing.\n```"));
    EXPECT_EQ(reply.scoreA.at(NoRepetition), 2.0); // 1 of 4 sequences is distinct
    EXPECT_THAT(reply.justificationA.at(NoRepetition), HasSubstr("\"la la la\" comes 4 times"));
    EXPECT_EQ(reply.scoreB.at(NoRepetition), 5.0);
    EXPECT_EQ(reply.scoreA.at(Form), 5.0);
    EXPECT_EQ(reply.scoreB.at(Form), 1.0); // 5 − 3 − 2, not below 1
    EXPECT_EQ(reply.justificationB.at(Form),
        "It reads like a refusal: \"I cannot help\". A code block is not closed: \"```\".");
}

TEST(BuiltinLexical, EachDoublingOfLengthIsAPoint) {
    const ReadReply reply = readPair(pairItem("?", std::string(31, 'a'), std::string(15, 'b')));
    EXPECT_EQ(reply.scoreA.at(Length), 4.0);
    EXPECT_EQ(reply.scoreB.at(Length), 2.0);
    EXPECT_EQ(reply.justificationA.at(Length), "31 characters against 15 of the other response.");
}

TEST(BuiltinLexical, EqualAnswersTie) {
    const ReadReply reply = readPair(pairItem("Say hello", "hello there", "hello there"));
    EXPECT_EQ(reply.preference, "[[A=B]]");
    EXPECT_THAT(reply.overall, HasSubstr("within the tie band of 0.02"));
}

TEST(BuiltinLexical, AnEmptyAnswerLosesAndTwoAreBothBad) {
    const ReadReply one = readPair(pairItem("Say hello", "", "no"));
    EXPECT_EQ(one.preference, "[[B>A]]");
    EXPECT_EQ(one.scoreA.at(Form), 1.0);
    EXPECT_EQ(one.justificationA.at(Form), "The response is empty.");
    EXPECT_EQ(readPair(pairItem("Say hello", " \n", "")).preference, "[[A=B (bothbad)]]");
}

TEST(BuiltinLexical, AnswersChinesePromptsInChinese) {
    Item item = pairItem("租这个房间需要押金吗？", "需要押金，金额为5000元。", "我无法回答。");
    item.context = "租客入住前需要支付押金3000元。";
    const ReadReply reply = readPair(item);
    EXPECT_EQ(reply.preference, "[[A>B]]");
    EXPECT_EQ(reply.justificationA.at(Coverage), "提示中的 4 个实词用到了 2 个：“需要押金”；没有提到：租、房间。");
    EXPECT_THAT(reply.justificationA.at(Support), HasSubstr("其中找不到：“5000”。"));
    EXPECT_EQ(reply.justificationB.at(Form), "像是拒绝回答：“我无法”。");
    EXPECT_THAT(reply.overall, HasSubstr("词面基线"));
}

TEST(BuiltinLexical, WeightsComeFromTheJudge) {
    Judge judge = lexicalJudge(Task::Pairwise);
    judge.criteria = {builtinCriteria().at(4)}; // length alone
    judge.criteria.front().weight = 2;
    const Item item =
        pairItem("Name the tallest tower", "The tallest tower", "Trains, trains, nothing but trains here");
    const std::string reply = lexicalReply(judge, item, "AB");
    EXPECT_THAT(reply, AllOf(HasSubstr("[[B>A]]"), HasSubstr("weight: 2"), Not(HasSubstr(Coverage))));
}

TEST(BuiltinLexical, ScoresASingleAnswerOnTheJudgesScale) {
    Item item = pairItem("Name the tallest tower of Paris", "The tallest tower of Paris, by name: Eiffel.", "");
    item.responses.pop_back();
    const auto good = nlohmann::json::parse(lexicalReply(lexicalJudge(Task::Direct), item, "A"));
    EXPECT_EQ(good.at("score"), 4); // coverage 5, support 3, repetition 5, form 5: 0.853 of the way
    EXPECT_THAT(good.at("reasoning").get<std::string>(), HasSubstr("Coverage of the prompt 5.0: Uses 4 of"));
    item.responses.front().text = "";
    EXPECT_EQ(nlohmann::json::parse(lexicalReply(lexicalJudge(Task::Direct), item, "A")).at("score"), 1);
}

TEST(BuiltinLexical, FailsAnAnswerWithNumbersOrNamesOfItsOwn) {
    Item item = pairItem("Who built the bridge?", "The bridge was built by Joe in 1932, says New Scientist.", "");
    item.responses.pop_back();
    item.context = "Joe built it.";
    const auto fails = nlohmann::json::parse(lexicalReply(lexicalJudge(Task::PassFail), item, "A"));
    EXPECT_EQ(fails.at("VERDICT"), "FAIL");
    EXPECT_THAT(quotationsIn(fails.at("REASONING").get<std::string>()), ElementsAre("1932", "New Scientist"));
    item.responses.front().text = "The bridge was built by Joe.";
    const auto passes = nlohmann::json::parse(lexicalReply(lexicalJudge(Task::PassFail), item, "A"));
    EXPECT_EQ(passes.at("VERDICT"), "PASS");
    EXPECT_THAT(quotationsIn(passes.at("REASONING").get<std::string>()), IsEmpty());
}

TEST(BuiltinLexical, FailsChineseAnswersToo) {
    Item item = pairItem("押金是多少？", "押金是5000元，见《租赁合同》。", "");
    item.responses.pop_back();
    item.context = "押金为3000元。";
    const auto reply = nlohmann::json::parse(lexicalReply(lexicalJudge(Task::PassFail), item, "A"));
    EXPECT_EQ(reply.at("VERDICT"), "FAIL");
    EXPECT_THAT(quotationsIn(reply.at("REASONING").get<std::string>()), ElementsAre("5000", "租赁合同"));
}

TEST(BuiltinLexical, RefusesJudgesThatItCannotBe) {
    Judge judge = lexicalJudge(Task::Pairwise);
    EXPECT_TRUE(acceptsLexically(judge).has_value());
    judge.name = "rubric-fixed";
    EXPECT_EQ(acceptsLexically(judge).error().code, ErrorCode::InvalidArgument);
    judge = lexicalJudge(Task::Pairwise);
    judge.reply.format = "score-pair";
    EXPECT_FALSE(acceptsLexically(judge).has_value());
    judge = lexicalJudge(Task::Pairwise);
    judge.criteria = {{"Kindness", "", 1, CriterionType::Scale, 1, 5, {}}};
    EXPECT_THAT(acceptsLexically(judge).error().detail, HasSubstr("\"Kindness\""));
    judge.criteria = builtinCriteria();
    for (Criterion& criterion : judge.criteria)
        criterion.weight = 0;
    EXPECT_FALSE(acceptsLexically(judge).has_value());
}

TEST(BuiltinLexical, AMissingResponseIsAnError) {
    const Judge judge = lexicalJudge(Task::Pairwise);
    Item item = pairItem("?", "one", "two");
    item.responses.pop_back();
    JudgeRequest request;
    request.judge = &judge;
    request.item = &item;
    EXPECT_EQ(answerLexically(builtinEndpoint(), request, {}).error().code, ErrorCode::InvalidArgument);
}

TEST(BuiltinCriteria, WeightsSumToOne) {
    double sum = 0;
    for (const Criterion& criterion : builtinCriteria())
        sum += criterion.weight;
    EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(BuiltinCriteria, AreThoseOfThePreset) {
    const auto preset = findJudge("builtin", {});
    ASSERT_TRUE(preset.has_value());
    EXPECT_EQ(preset->judge.criteria, builtinCriteria());
}

TEST(BuiltinCriteria, ThePresetsAreAccepted) {
    for (const char* name : {"builtin", "builtin-direct", "builtin-pass-fail"}) {
        const auto preset = findJudge(name, {});
        ASSERT_TRUE(preset.has_value()) << name;
        EXPECT_TRUE(acceptsLexically(preset->judge).has_value()) << name;
    }
}

} // namespace
} // namespace assize
