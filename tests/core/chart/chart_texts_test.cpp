// SPDX-License-Identifier: Apache-2.0
#include "core/chart/chart_texts.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(ChartTexts, AnswerInTheLanguageAsked) {
    EXPECT_EQ(ChartTexts().text("position.title"), "Position consistency");
    EXPECT_EQ(ChartTexts("zh_CN").text("position.title"), "位置一致性");
    EXPECT_EQ(ChartTexts("fr").text("position.title"), "Position consistency");
}

TEST(ChartTexts, TakeReasonsAndMeaningsFromTheFigures) {
    EXPECT_EQ(ChartTexts().text("reason.one-order"), "it needs both orders, and the run has one");
    EXPECT_EQ(ChartTexts().text("reason.not-pairwise"), "the judge does not choose between two answers");
    EXPECT_TRUE(ChartTexts().text("meaning.kappa").starts_with("Agreement beyond what two raters"));
}

TEST(ChartTexts, AnUnknownKeyIsItsOwnText) {
    EXPECT_EQ(ChartTexts().text("nothing.of.the.kind"), "nothing.of.the.kind");
}

} // namespace
} // namespace assize
