// SPDX-License-Identifier: Apache-2.0
#include "core/run/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Item itemWith(std::size_t responses) {
    Item item;
    item.key = 7;
    item.contentHash = "0123456789abcdef";
    item.responses.resize(responses);
    return item;
}

Judge judgeFor(Task task) {
    Judge judge;
    judge.task = task;
    return judge;
}

TEST(Plan, BothOrdersOfASampleStandTogether) {
    EXPECT_THAT(callsFor(itemWith(2), judgeFor(Task::Pairwise), Orders::Both, 2),
        ElementsAre(
            PlannedCall{7, "AB", 1}, PlannedCall{7, "BA", 1}, PlannedCall{7, "AB", 2}, PlannedCall{7, "BA", 2}));
}

TEST(Plan, OneOrderIsOneCallASample) {
    EXPECT_THAT(callsFor(itemWith(2), judgeFor(Task::Pairwise), Orders::AB, 1), ElementsAre(PlannedCall{7, "AB", 1}));
    EXPECT_THAT(callsFor(itemWith(2), judgeFor(Task::ScorePair), Orders::BA, 1), ElementsAre(PlannedCall{7, "BA", 1}));
}

TEST(Plan, RandomOrderIsDrawnFromTheContent) {
    // "0" is even, "1" is odd, "2" is even: one digit of the content hash for each sample.
    const std::vector<PlannedCall> expected = {{7, "AB", 1}, {7, "BA", 2}, {7, "AB", 3}};
    EXPECT_EQ(callsFor(itemWith(2), judgeFor(Task::Pairwise), Orders::Random, 3), expected);
    EXPECT_EQ(callsFor(itemWith(2), judgeFor(Task::Pairwise), Orders::Random, 3), expected);
}

TEST(Plan, ASingleResponseHasOneOrder) {
    for (const Task task : {Task::Direct, Task::Classify, Task::PassFail})
        EXPECT_THAT(callsFor(itemWith(1), judgeFor(task), Orders::Both, 1), ElementsAre(PlannedCall{7, "A", 1}));
}

TEST(Plan, ItemsThatTheTaskDoesNotFitOweNothing) {
    EXPECT_THAT(callsFor(itemWith(1), judgeFor(Task::Pairwise), Orders::Both, 1), IsEmpty());
    EXPECT_THAT(callsFor(itemWith(3), judgeFor(Task::Pairwise), Orders::Both, 1), IsEmpty());
    EXPECT_THAT(callsFor(itemWith(2), judgeFor(Task::Direct), Orders::AB, 1), IsEmpty());
    EXPECT_THAT(callsFor(itemWith(0), judgeFor(Task::PassFail), Orders::AB, 1), IsEmpty());
}

TEST(Plan, SaysWhyAnItemIsLeftOut) {
    const auto why = [](std::size_t responses, Task task) {
        const auto reason = whyLeftOut(itemWith(responses), judgeFor(task));
        return reason ? reason->english() : std::string();
    };
    EXPECT_EQ(why(2, Task::Direct), "the item has 2 response(s), this judge looks at one by itself");
    EXPECT_EQ(why(3, Task::ScorePair), "the item has 3 response(s), this judge compares two");
    EXPECT_EQ(why(1, Task::Select), "the item has 1 response(s), this judge chooses among several");
    EXPECT_EQ(why(1, Task::Direct), "");
    EXPECT_EQ(why(2, Task::ScorePair), "");
    EXPECT_EQ(why(3, Task::Select), "");
    Judge judge = judgeFor(Task::Direct);
    judge.reference = ReferencePolicy::Require;
    EXPECT_EQ(whyLeftOut(itemWith(1), judge)->english(), "the item has no reference, which this judge requires");
}

TEST(Plan, ARequiredReferenceMustBeThere) {
    Judge judge = judgeFor(Task::Pairwise);
    judge.reference = ReferencePolicy::Require;
    Item item = itemWith(2);
    EXPECT_THAT(callsFor(item, judge, Orders::AB, 1), IsEmpty());
    item.reference = " \n";
    EXPECT_THAT(callsFor(item, judge, Orders::AB, 1), IsEmpty());
    item.reference = "Paris";
    EXPECT_EQ(callsFor(item, judge, Orders::AB, 1).size(), 1U);
}

TEST(Plan, WithTheReferenceAndWithoutIsOnePlan) {
    Judge judge = judgeFor(Task::Pairwise);
    judge.reference = ReferencePolicy::Both;
    Item item = itemWith(2);
    EXPECT_THAT(callsFor(item, judge, Orders::AB, 1), IsEmpty()) << "nothing could be left out";
    item.reference = "Paris";
    EXPECT_THAT(callsFor(item, judge, Orders::Both, 1), ElementsAre(PlannedCall{7, "AB-", 1}, PlannedCall{7, "AB", 1},
                                                            PlannedCall{7, "BA-", 1}, PlannedCall{7, "BA", 1}));
}

} // namespace
} // namespace assize
