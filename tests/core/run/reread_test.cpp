// SPDX-License-Identifier: Apache-2.0
#include "core/run/reread.h"

#include "core/base/ulid.h"
#include "core/run/recorded_replies.h"
#include "tests/core/run/builtin_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

using testing::ElementsAre;

Judge letterJudge() {
    Judge judge;
    judge.name = "letters";
    judge.messages = {{"user", "{{prompt}} {{response_a}} {{response_b}}"}};
    judge.reply.format = "regex";
    judge.reply.pattern = R"(^Best: (\[\[[^\]]+\]\]))";
    return judge;
}

/// Three items whose replies say "Winner:" where the judge looks for "Best:".
class RereadTest : public testing::Test {
protected:
    RereadTest() {
        for (const char* id : {"p-1", "p-2", "p-3"})
            items.push_back(file.addPair(id, "Name a town.", "Bern", "Basel"));
        const std::string replies = R"({"id":"p-1","text":"Winner: [[A>B]]"}
{"id":"p-1","presentation":"BA","text":"Winner: [[B>A]]"}
{"id":"p-2","text":"Winner: [[B>A]]"}
{"id":"p-3","text":"Both are towns."})";
        test::valueOf(addRecordedReplies(file.session(), letterJudge(), "letters", replies, "replies"));
        mended.reply.pattern = R"(^Winner: (\[\[[^\]]+\]\]))";
    }

    RunSummary run(const std::string& name) { return test::valueOf(file.reader().run(name)); }
    RereadOptions options() { return {"letters, read anew", newUlid(), {}, {}}; }
    std::vector<Label> labels(const assize::Run& of) {
        std::vector<Label> found;
        test::valueOf(file.reader().forEachVerdict(of.key, {}, [&](const Verdict& verdict) {
            if (verdict.judgement.label)
                found.push_back(*verdict.judgement.label);
            return true;
        }));
        return found;
    }

    test::TempSession file;
    std::vector<RowKey> items;
    Judge mended = letterJudge();
};

TEST_F(RereadTest, MakesARunOfTheNextVersionFromTheRepliesThatAreThere) {
    ASSERT_EQ(run("letters").outcomes.count(Outcome::Verdict), 0U);
    const Reread reread = test::valueOf(rereadRun(file.session(), run("letters").run, mended, options()));
    EXPECT_EQ(reread.replies, 4);
    EXPECT_EQ(reread.verdicts, 3);
    EXPECT_EQ(reread.withoutReply, 0);
    const RunSummary made = run("letters, read anew");
    EXPECT_EQ(made.judgeNumber, 2);
    EXPECT_EQ(made.outcomes.at(Outcome::Verdict), 3);
    EXPECT_EQ(made.outcomes.at(Outcome::Unparseable), 1);
    EXPECT_EQ(made.missing, 0);
    EXPECT_EQ(made.inputTokens + made.outputTokens, 0) << "nothing was sent";
    EXPECT_THAT(labels(made.run), ElementsAre(Label::A, Label::A, Label::B)) << "both orders of p-1 say the same";
    const JudgeVersion version = test::valueOf(file.reader().judgeVersion(made.run.judgeVersionKey));
    EXPECT_EQ(version.parentHash, test::valueOf(file.reader().judgeVersion(run("letters").run.judgeVersionKey)).hash);
    EXPECT_EQ(version.definition, mended);
    EXPECT_EQ(run("letters").outcomes.at(Outcome::Unparseable), 4) << "the old run stays as it was";
}

TEST_F(RereadTest, OnceMoreAddsNothing) {
    test::valueOf(rereadRun(file.session(), run("letters").run, mended, options()));
    test::valueOf(rereadRun(file.session(), run("letters").run, mended, options()));
    EXPECT_EQ(test::valueOf(file.reader().runs()).size(), 2U);
    EXPECT_EQ(labels(run("letters, read anew").run).size(), 3U);
}

TEST_F(RereadTest, CanBeTakenBackAndMadeAgain) {
    const RereadOptions first = options();
    test::valueOf(rereadRun(file.session(), run("letters").run, mended, first));
    file.write([&](SessionTransaction& transaction) { return transaction.setBatchHidden(first.batch, true); });
    EXPECT_EQ(test::valueOf(file.reader().runs()).size(), 1U);
    const Reread again = test::valueOf(rereadRun(file.session(), run("letters").run, mended, options()));
    EXPECT_EQ(again.verdicts, 3);
    EXPECT_EQ(labels(again.run).size(), 3U);
    EXPECT_EQ(test::valueOf(file.reader().runs()).size(), 2U);
}

TEST_F(RereadTest, StoppedLeavesNothing) {
    std::stop_source stop;
    stop.request_stop();
    RereadOptions stopped = options();
    stopped.stop = stop.get_token();
    const auto reread = rereadRun(file.session(), run("letters").run, mended, stopped);
    ASSERT_FALSE(reread);
    EXPECT_EQ(reread.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(test::valueOf(file.reader().runs()).size(), 1U);
}

TEST_F(RereadTest, RunWithoutRepliesIsSaidToHaveNone) {
    const RowKey imported = file.addRun("imported");
    file.addVerdict(imported, items.front(), "AB", Label::A, 0.2);
    const auto reread = rereadRun(file.session(), run("imported").run, mended, options());
    ASSERT_FALSE(reread);
    EXPECT_EQ(reread.error().code, ErrorCode::NotFound);
    EXPECT_EQ(reread.error().detail, "none of its replies is stored");
    EXPECT_EQ(test::valueOf(file.reader().runs()).size(), 2U) << "the run that would be empty is not there";
}

TEST_F(RereadTest, CutOffRepliesStaySo) {
    Judge judge = letterJudge();
    judge.parameters.maxTokens = 9; // another version, so another run
    test::valueOf(addRecordedReplies(
        file.session(), judge, "cut", R"({"id":"p-1","text":"Winner: [[A","truncated":true})", "replies"));
    mended.parameters.maxTokens = 9;
    RereadOptions asked = options();
    asked.runName = "cut anew";
    test::valueOf(rereadRun(file.session(), run("cut").run, mended, asked));
    EXPECT_EQ(run("cut anew").outcomes.at(Outcome::Truncated), 1);
}

TEST_F(RereadTest, SaysHowFarItIs) {
    std::vector<std::int64_t> steps;
    RereadOptions asked = options();
    asked.advanced = [&](std::int64_t replies) { steps.push_back(replies); };
    test::valueOf(rereadRun(file.session(), run("letters").run, mended, asked));
    EXPECT_THAT(steps, ElementsAre(4));
}

} // namespace
} // namespace assize
