// SPDX-License-Identifier: Apache-2.0
#include "core/model/label.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(Label, ReadsEverySpellingOfTheField) {
    EXPECT_EQ(labelFromText("[[A>B]]"), Label::A);
    EXPECT_EQ(labelFromText("[[b>a]]"), Label::B);
    EXPECT_EQ(labelFromText("model_b"), Label::B);
    EXPECT_EQ(labelFromText("tie (inconsistent)"), Label::Tie);
    EXPECT_EQ(labelFromText("[[A=B (bothbad)]"), Label::BothBad);
    EXPECT_EQ(labelFromText("both_bad"), Label::BothBad);
}

TEST(Label, RefusesNumbersAndNonsense) { // protocols.md 10.21: the integers collide between formats
    EXPECT_EQ(labelFromText("1"), std::nullopt);
    EXPECT_EQ(labelFromText("[[A>A]]"), std::nullopt);
    EXPECT_EQ(labelFromText(""), std::nullopt);
}

TEST(Label, OwnTextReadsBack) {
    for (const Label label : {Label::A, Label::B, Label::Tie, Label::BothBad})
        EXPECT_EQ(labelFromText(labelText(label)), label);
}

TEST(Label, SwapExchangesTheSides) {
    EXPECT_EQ(swapped(Label::A), Label::B);
    EXPECT_EQ(swapped(Label::BothBad), Label::BothBad);
}

TEST(Label, StepsFold) {
    EXPECT_EQ(stepFromText("[[A>>B]]"), 2);
    EXPECT_EQ(labelFromStep(-3), Label::B);
    EXPECT_EQ(labelFromStep(0), Label::Tie);
}

} // namespace
} // namespace assize
