// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_job.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

std::string conversation(const std::string& model) {
    return R"([{"role":"user","content":"Q1"},{"role":"assistant","content":")" + model +
           R"( 1"},{"role":"user","content":"Q2"},{"role":"assistant","content":")" + model + R"( 2"}])";
}

std::string vote(const std::string& a, const std::string& b, const std::string& winner, const std::string& judge,
    const std::string& turn = "1") {
    return R"({"question_id":81,"model_a":")" + a + R"(","model_b":")" + b + R"(","winner":")" + winner +
           R"(","judge":)" + judge + R"(,"conversation_a":)" + conversation(a) + R"(,"conversation_b":)" +
           conversation(b) + R"(,"turn":)" + turn + "}\n";
}

std::string games(const std::string& first, const std::string& second) {
    return R"({"question_id":81,"model_1":"beta","model_2":"alpha","g1_winner":")" + first + R"(","g2_winner":")" +
           second + R"(","judge":["gpt-4","pair-v2"],"g1_judgment":"r1","g2_judgment":"r2","turn":1})" + "\n";
}

TEST(Mtbench, ModelsStandInTheOrderOfTheirNames) {
    const ReadText read(
        vote("alpha", "beta", "model_a", "\"expert_1\"") + vote("beta", "alpha", "model_b", "\"author_2\""));
    EXPECT_EQ(read.format, "mtbench");
    ASSERT_EQ(read.sink.records.size(), 2U);
    for (const ImportRecord& record : read.sink.records) {
        EXPECT_EQ(record.item->sourceId, "81/alpha/beta/turn 1");
        EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "Q1"}}));
        EXPECT_EQ(record.item->responses, (std::vector<Response>{{"alpha 1", "alpha"}, {"beta 1", "beta"}}));
        EXPECT_EQ(record.labels.at(0).label, Label::A);
        EXPECT_TRUE(record.verdicts.empty());
    }
    EXPECT_EQ(read.sink.records[1].labels.at(0).annotator, "author_2");
}

TEST(Mtbench, TheSecondTurnShowsBothAnswersOfEach) {
    const ReadText read(vote("alpha", "beta", "tie", "\"expert_1\"", "2"));
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "81/alpha/beta/turn 2");
    EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "Q1"}, {"user", "Q2"}}));
    EXPECT_EQ(record.item->responses.at(0).text, "[Turn 1]\nalpha 1\n\n[Turn 2]\nalpha 2");
    EXPECT_EQ(record.labels.at(0).label, Label::Tie);
    EXPECT_EQ(record.item->metadata, R"({"question_id":81,"turn":2})");
}

TEST(Mtbench, AJudgesVoteIsAVerdict) {
    const ReadText read(vote("alpha", "beta", "tie (inconsistent)", R"(["gpt-4","pair-v2"])") +
                        vote("beta", "alpha", "model_a", "\"gpt4_pair\""));
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_TRUE(read.sink.records[0].labels.empty());
    EXPECT_EQ(read.sink.records[0].verdicts.at(0).run.name, "gpt-4");
    EXPECT_EQ(read.sink.records[0].verdicts.at(0).verdict.judgement.label, Label::Tie);
    EXPECT_EQ(read.sink.records[0].verdicts.at(0).verdict.judgement.reason, "split");
    EXPECT_EQ(read.sink.records[1].verdicts.at(0).verdict.judgement.label, Label::B);
}

TEST(Mtbench, TheSecondGameShowsTheSecondModelFirst) {
    const ReadText read(games("model_1", "error"));
    EXPECT_EQ(read.format, "mtbench");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.joinSourceId, "81/alpha/beta/turn 1");
    ASSERT_EQ(record.verdicts.size(), 2U);
    EXPECT_EQ(record.verdicts[0].verdict.presentation, "BA") << "model_1 is beta, which is B";
    EXPECT_EQ(record.verdicts[0].verdict.judgement.label, Label::B);
    EXPECT_EQ(record.verdicts[0].verdict.rawReply, "r1");
    EXPECT_EQ(record.verdicts[1].verdict.presentation, "AB");
    EXPECT_EQ(record.verdicts[1].verdict.judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(record.verdicts[1].run.name, "gpt-4 pair");
}

TEST(Mtbench, GamesJoinTheConversationsThatPeopleVotedOn) {
    TempSession temp;
    TempFolder folder;
    folder.write("human.jsonl", vote("alpha", "beta", "model_a", "\"expert_1\""));
    folder.write("gpt-4_pair.jsonl", games("model_2", "model_2"));
    const ImportJobOptions options;
    SilentObserver silent;
    const auto summary = valueOf(importFiles(temp.session(),
        valueOf(openImportFiles(
            {(folder.path() / "gpt-4_pair.jsonl").string(), (folder.path() / "human.jsonl").string()}, options)),
        options, silent));
    EXPECT_EQ(summary.counts.itemsNew, 1);
    EXPECT_EQ(summary.counts.verdictsNew, 2);
    EXPECT_EQ(summary.skippedCount, 0);
}

TEST(Mtbench, GamesWithoutConversationsAreAboutIds) {
    TempSession temp;
    TempFolder folder;
    folder.write("gpt-4_pair.jsonl", games("model_2", "model_2"));
    const ImportJobOptions options;
    SilentObserver silent;
    const auto summary = valueOf(importFiles(temp.session(),
        valueOf(openImportFiles({(folder.path() / "gpt-4_pair.jsonl").string()}, options)), options, silent));
    EXPECT_EQ(summary.counts.itemsNew, 1);
    EXPECT_EQ(summary.counts.verdictsNew, 2);
}

/// The item of each source id after these files, which stand in this folder, were imported in one call.
std::map<std::string, Item> itemsAfter(const TempFolder& folder, const std::vector<std::string>& names) {
    TempSession temp;
    std::vector<std::string> paths;
    for (const std::string& name : names)
        paths.push_back((folder.path() / name).string());
    const ImportJobOptions options;
    SilentObserver silent;
    EXPECT_EQ(
        valueOf(importFiles(temp.session(), valueOf(openImportFiles(paths, options)), options, silent)).skippedCount,
        0);
    temp.reopen();
    std::map<std::string, Item> items;
    valueOf(temp.reader().forEachItem({}, [&](const Item& item) {
        items.emplace(item.sourceId, item);
        return true;
    }));
    return items;
}

constexpr const char* Question = R"({"question_id":81,"category":"math","turns":["Q1","Q2"],"reference":["old"]})";
constexpr const char* Reference = R"({"question_id":81,"answer_id":"a","model_id":"gpt-4","choices":[{"index":0,)"
                                  R"("turns":["ref 1","ref 2"]}],"tstamp":1.5})";

// Math and coding are judged with a reference; it stands in files of its own.
TEST(Mtbench, ReferenceAnswersAndCategoriesComeFromTheFilesBeside) {
    const TempFolder folder;
    folder.write("human.jsonl",
        vote("alpha", "beta", "model_a", "\"expert_1\"") + vote("alpha", "beta", "model_a", "\"expert_1\"", "2"));
    folder.write("question.jsonl", Question);
    folder.write("reference_answer/gpt-4.jsonl", Reference);
    for (const std::vector<std::string>& order :
        {std::vector<std::string>{"human.jsonl", "question.jsonl", "reference_answer/gpt-4.jsonl"},
            std::vector<std::string>{"reference_answer/gpt-4.jsonl", "question.jsonl", "human.jsonl"}}) {
        const auto items = itemsAfter(folder, order);
        ASSERT_EQ(items.size(), 3U) << "two comparisons and the question";
        EXPECT_EQ(items.at("81/alpha/beta/turn 1").reference, "ref 1");
        EXPECT_EQ(items.at("81/alpha/beta/turn 2").reference, "[Turn 1]\nref 1\n\n[Turn 2]\nref 2");
        EXPECT_EQ(items.at("81/alpha/beta/turn 1").category, "math");
        EXPECT_EQ(items.at("81").reference, "[Turn 1]\nref 1\n\n[Turn 2]\nref 2");
    }
    const auto items = itemsAfter(folder, {"human.jsonl", "question.jsonl"});
    EXPECT_EQ(items.at("81/alpha/beta/turn 1").reference, "old");
    folder.write("question.jsonl", "\xEF\xBB\xBF\n" + std::string(Question)); // as an import reads it
    EXPECT_EQ(itemsAfter(folder, {"human.jsonl", "question.jsonl"}).at("81/alpha/beta/turn 1").category, "math");
    EXPECT_EQ(items.at("81").reference, "old");
    EXPECT_EQ(itemsAfter(folder, {"human.jsonl"}).at("81/alpha/beta/turn 1").reference, std::nullopt);
}

// They may come from standard input, which has no name to go by.
TEST(Mtbench, AnswersWithoutAFileNameAreNoReferences) {
    const ReadText read(Reference, "mtbench-questions");
    ASSERT_EQ(read.sink.problems.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.problems[0].second.substr(0, 29), "these are a model's answers; ");
}

TEST(Mtbench, AnswersOfAModelAreNoReferences) {
    const TempFolder folder;
    folder.write("model_answer/alpha.jsonl", Reference);
    folder.write("reference_answer/gpt-4.jsonl", Reference);
    SilentObserver silent;
    for (const auto& [name, reason] : std::map<std::string, std::string>{
             {"model_answer/alpha.jsonl",
                 "these are a model's answers; reference answers stand in a folder or file named "
                 "after them"},
             {"reference_answer/gpt-4.jsonl",
                 "a reference answer is no item; name the questions or votes in the same call"}}) {
        TempSession temp;
        const auto summary =
            importFiles(temp.session(), valueOf(openImportFiles({(folder.path() / name).string()}, {})), {}, silent);
        ASSERT_FALSE(summary);
        EXPECT_EQ(summary.error().code, ErrorCode::NoUsableRow);
        EXPECT_NE(summary.error().detail.english().find(reason), std::string::npos) << summary.error().detail;
    }
}

TEST(Mtbench, AScoreBelowZeroIsNoScore) {
    const std::string row = R"({"question_id":81,"model":"alpha","judge":["gpt-4","single-v1"],"judgment":"j",)"
                            R"("turn":2,"score":)";
    const ReadText read(row + "8.5}\n" + row + "-1}\n" + row + "11}\n");
    ASSERT_EQ(read.sink.records.size(), 3U);
    EXPECT_EQ(read.sink.records[0].joinSourceId, "81/alpha/turn 2");
    EXPECT_EQ(read.sink.records[0].verdicts.at(0).run.name, "gpt-4 single");
    EXPECT_EQ(read.sink.records[0].verdicts.at(0).verdict.judgement.scores, (std::vector<double>{8.5}));
    EXPECT_EQ(read.sink.records[1].verdicts.at(0).verdict.judgement.outcome, Outcome::Unparseable);
    EXPECT_EQ(read.sink.records[2].verdicts.at(0).verdict.judgement.outcome, Outcome::Invalid);
}

TEST(Mtbench, SaysWhatIsWrongWithARow) {
    std::string noAnswer = vote("alpha", "beta", "model_a", "\"expert_1\"", "2");
    noAnswer.replace(noAnswer.find(R"(,{"role":"assistant","content":"alpha 2"})"), 41, "");
    const ReadText read(vote("alpha", "beta", "model_c", "\"expert_1\"") + noAnswer +
                        vote("alpha", "beta", "tie", "\"expert_1\"", "3") +
                        R"({"question_id":81,"model_a":"a","model_b":"b","winner":"tie","conversation_a":"text",)"
                        R"("conversation_b":[],"turn":1})");
    EXPECT_TRUE(read.sink.records.empty());
    const std::vector<std::pair<std::int64_t, std::string>> problems = {
        {1, "winner is none of model_a, model_b and tie: model_c"}, {2, "conversation_a has 2 questions and 1 answers"},
        {3, "turn is neither 1 nor 2: 3"}, {4, "conversation_a is not a list of messages"}};
    EXPECT_EQ(read.sink.problems, problems);
}

} // namespace
} // namespace assize::test
