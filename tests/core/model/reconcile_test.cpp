// SPDX-License-Identifier: Apache-2.0
#include "core/model/reconcile.h"

#include <array>
#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(Reconcile, EqualLabelsAreConsistent) {
    const Reconciled both = reconcile(Label::A, Label::A, MixedPolicy::Tie);
    EXPECT_EQ(both.agreement, OrderAgreement::Consistent);
    EXPECT_EQ(both.label, Label::A);
}

TEST(Reconcile, DifferentWinnersAreAFlipAndNoTie) {
    const Reconciled both = reconcile(Label::A, Label::B, MixedPolicy::Lean);
    EXPECT_EQ(both.agreement, OrderAgreement::Flipped);
    EXPECT_EQ(both.label, std::nullopt);
}

TEST(Reconcile, ATieAgainstASideIsMixed) {
    EXPECT_EQ(reconcile(Label::A, Label::Tie, MixedPolicy::Tie).label, Label::Tie);
    EXPECT_EQ(reconcile(Label::BothBad, Label::B, MixedPolicy::Lean).label, Label::B);
}

TEST(Reconcile, TieAgainstBothBadDependsOnThePolicy) {
    EXPECT_EQ(reconcile(Label::Tie, Label::BothBad, MixedPolicy::Tie).agreement, OrderAgreement::Consistent);
    EXPECT_EQ(reconcile(Label::Tie, Label::BothBad, MixedPolicy::Tie, true).agreement, OrderAgreement::Mixed);
    EXPECT_EQ(reconcile(Label::BothBad, Label::BothBad, MixedPolicy::Tie).label, Label::BothBad);
}

TEST(Reconcile, AMissingOrderIsIncomplete) {
    EXPECT_EQ(reconcile(std::nullopt, Label::A, MixedPolicy::Tie).agreement, OrderAgreement::Incomplete);
}

TEST(Vote, NeedsStrictlyMost) {
    EXPECT_EQ(vote(std::array{Label::A, Label::B, Label::A}), Label::A);
    EXPECT_EQ(vote(std::array{Label::A, Label::B}), std::nullopt);
    EXPECT_EQ(vote({}), std::nullopt);
}

TEST(Vote, BothBadCountsAsATie) {
    EXPECT_EQ(vote(std::array{Label::Tie, Label::BothBad, Label::A}), Label::Tie);
    EXPECT_EQ(vote(std::array{Label::Tie, Label::BothBad, Label::A}, true), std::nullopt);
}

TEST(LabelFromMargin, TheBandIsATie) {
    EXPECT_EQ(labelFromMargin(0.02, 0.02), Label::Tie);
    EXPECT_EQ(labelFromMargin(0.021, 0.02), Label::A);
    EXPECT_EQ(labelFromMargin(-0.021, 0.02), Label::B);
}

} // namespace
} // namespace assize
