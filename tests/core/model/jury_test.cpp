// SPDX-License-Identifier: Apache-2.0
#include "core/model/jury.h"

#include <array>
#include <gtest/gtest.h>

namespace assize {
namespace {

using Votes = std::array<std::optional<Label>, 4>;

Juror says(Label label) {
    return {true, label, std::nullopt, std::nullopt};
}

constexpr Juror Failed = {};

TEST(Samples, FailedOnesDoNotVote) {
    const VoteCount count = countSamples(Votes{Label::A, std::nullopt, Label::A, Label::B});
    EXPECT_EQ(count.label, Label::A);
    EXPECT_EQ(count.support, 2U);
    EXPECT_EQ(count.valid, 3U);
    EXPECT_EQ(count.asked, 4U);
}

TEST(Samples, TwoThatLeadTogetherAreASplit) {
    const VoteCount count = countSamples(Votes{Label::A, Label::B, Label::A, Label::B});
    EXPECT_EQ(count.label, std::nullopt);
    EXPECT_TRUE(count.isSplit);
    EXPECT_FALSE(countSamples({}).isSplit);
}

TEST(Samples, BothBadIsATieUnlessFour) {
    const Votes votes = {Label::Tie, Label::BothBad, Label::A, std::nullopt};
    EXPECT_EQ(countSamples(votes).label, Label::Tie);
    EXPECT_TRUE(countSamples(votes, true).isSplit);
}

TEST(Jury, OneAgainstOneWithAFailureIsNoMajority) {
    const VoteCount count = countJury(std::array{says(Label::A), says(Label::B), Failed});
    EXPECT_EQ(count.label, std::nullopt);
    EXPECT_TRUE(count.isSplit);
    EXPECT_EQ(count.valid, 2U);
}

TEST(Jury, TwoOfTwoValidDecide) {
    const VoteCount count = countJury(std::array{says(Label::A), says(Label::A), Failed});
    EXPECT_EQ(count.label, Label::A);
    EXPECT_EQ(count.support, 2U);
    EXPECT_EQ(count.valid, 2U);
}

TEST(Jury, NeedsMoreThanHalfOfItsMembers) {
    const VoteCount count = countJury(std::array{says(Label::A), Failed});
    EXPECT_EQ(count.label, std::nullopt);
    EXPECT_FALSE(count.hasQuorum);
    EXPECT_FALSE(countJury({}).hasQuorum);
}

TEST(Jury, AMemberThatFlipsIsThereAndVotesForNobody) {
    const Juror flipped = {true, std::nullopt, std::nullopt, std::nullopt};
    const VoteCount count = countJury(std::array{says(Label::B), flipped, Failed});
    EXPECT_EQ(count.label, Label::B);
    EXPECT_EQ(count.valid, 2U);
}

TEST(Jury, MeanScoresLeaveOutWhoFailed) {
    const std::array jurors = {
        Juror{true, Label::A, 0.75, 0.25}, Juror{true, Label::A, 0.25, std::nullopt}, Juror{false, std::nullopt, 1, 1}};
    const JuryScores scores = meanOfJury(jurors);
    EXPECT_EQ(scores.meanA, 0.5);
    EXPECT_EQ(scores.meanB, 0.25);
    EXPECT_EQ(scores.margin, 0.5);
    EXPECT_FALSE(meanOfJury({}).meanA.has_value());
}

} // namespace
} // namespace assize
