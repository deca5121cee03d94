// SPDX-License-Identifier: Apache-2.0
#include "core/run/sample_session.h"

#include "core/session/check.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "tests/support/temp_folder.h"
#include "tests/support/temp_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(SampleSession, HoldsItemsTwoIllustratedJudgesAndTheBaseline) {
    const test::TempFolder folder;
    const auto path = folder.path() / "sample.assize";
    const auto made = makeSampleSession(path);
    ASSERT_TRUE(made) << made.error().subject << ": " << made.error().detail;
    const auto session = Session::open(path, Session::Access::ReadOnly);
    ASSERT_TRUE(session);
    const auto reader = (*session)->reader();
    ASSERT_TRUE(reader);
    EXPECT_EQ(*(*reader)->itemCount(), 38);
    const auto runs = (*reader)->runs();
    ASSERT_TRUE(runs);
    ASSERT_EQ(runs->size(), 3U);
    EXPECT_EQ(runs->at(0).run.name, "rubric-illustration");
    EXPECT_EQ(runs->at(0).planned, 54);
    EXPECT_EQ(runs->at(1).run.name, "grounding-illustration");
    EXPECT_EQ(runs->at(2).judgeName, "builtin");
    EXPECT_EQ(runs->at(2).outcomes.at(Outcome::Verdict), 76) << "38 items in both orders";
}

// The sample was removed, and the log that a killed program had left beside it stayed.
TEST(SampleSession, IsMadeAnewWhereALogWasLeft) {
    test::TempSession killed;
    for (int number = 1; number <= 20; ++number)
        killed.addPair(std::to_string(number), "p", "a", "b");
    const test::TempFolder folder;
    const auto path = folder.path() / "sample.assize";
    std::filesystem::copy_file(killed.path().string() + "-wal", path.string() + "-wal");
    ASSERT_TRUE(makeSampleSession(path));
    const auto problems = checkSession(path);
    ASSERT_TRUE(problems) << problems.error().detail;
    EXPECT_THAT(*problems, testing::IsEmpty());
}

TEST(SampleSession, HoldsWhatMayaAndIvoSay) {
    const test::TempFolder folder;
    const auto path = folder.path() / "sample.assize";
    ASSERT_TRUE(makeSampleSession(path));
    const auto session = Session::open(path, Session::Access::ReadOnly);
    ASSERT_TRUE(session);
    const auto reader = (*session)->reader();
    ASSERT_TRUE(reader);
    const auto annotators = (*reader)->annotators();
    ASSERT_TRUE(annotators);
    ASSERT_EQ(annotators->size(), 2U);
    EXPECT_EQ(annotators->at(0).value, "Ivo");
    EXPECT_EQ(annotators->at(0).count, 38);
    EXPECT_EQ(annotators->at(1).value, "Maya");
    const auto divided = (*reader)->findItem("poem-058");
    ASSERT_TRUE(divided);
    const auto rows = (*reader)->itemRows(std::vector<RowKey>{*divided}, 0, "");
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->front().gold, std::nullopt) << "equal votes are no gold";
    EXPECT_THAT(*(*reader)->item(*divided), testing::Field(&Item::metadata, "{}"));
}

TEST(SampleSession, MakingItAgainReplacesItAndLeavesNothingBeside) {
    const test::TempFolder folder;
    const auto path = folder.path() / "sample.assize";
    ASSERT_TRUE(makeSampleSession(path));
    ASSERT_TRUE(makeSampleSession(path));
    const auto problems = checkSession(path);
    ASSERT_TRUE(problems);
    EXPECT_THAT(*problems, testing::IsEmpty());
}

} // namespace
} // namespace assize
