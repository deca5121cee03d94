// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/figure_text.h"

#include "core/metrics/item_metric.h"
#include "core/metrics/metric.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(FigureText, EveryFigureSaysWhatItMeansInEveryLanguage) {
    const auto expectText = [](std::string_view key) {
        const FigureText english = figureText(key);
        const FigureText chinese = figureText(key, "zh_CN");
        EXPECT_FALSE(english.meaning.empty()) << key;
        EXPECT_FALSE(chinese.meaning.empty()) << key;
        EXPECT_NE(english.meaning, chinese.meaning) << key;
    };
    for (const PairMetric& metric : pairMetrics())
        expectText(metric.key);
    for (const GradeMetric& metric : gradeMetrics())
        expectText(metric.key);
    for (const ItemMetric& metric : itemMetrics())
        expectText(metric.key);
}

TEST(FigureText, VariantsJoinTheTextOfWhatTheyVary) {
    const FigureText text = figureText("kappa.forward");
    EXPECT_EQ(text.title, "Cohen's kappa, A first");
    EXPECT_TRUE(text.meaning.starts_with("Agreement beyond what two raters"));
    EXPECT_TRUE(text.meaning.ends_with("Verdicts with A shown first."));
    EXPECT_EQ(figureText("agreement.backward.all").title, "Agreement, B first, of all planned");
    EXPECT_EQ(figureText("kappa.forward", "zh_CN").title, "Cohen kappa（A 在前）");
}

TEST(FigureText, AFigureOfItsOwnIsNotTakenForAVariant) {
    EXPECT_EQ(figureText("agreement.reconciled").title, "Agreement in both orders");
    EXPECT_EQ(figureText("kappa.reconciled").title, "Cohen's kappa, both orders");
}

TEST(FigureText, UnknownKeysAndLanguages) {
    EXPECT_EQ(figureText("something.else").title, "something.else");
    EXPECT_EQ(figureText("something.forward").title, "something.forward");
    EXPECT_TRUE(figureText("something.else").meaning.empty());
    EXPECT_EQ(figureText("kappa", "fr").title, "Cohen's kappa");
}

TEST(FigureText, ReasonsAndNotes) {
    EXPECT_EQ(reasonText("one-order"), "it needs both orders, and the run has one");
    EXPECT_EQ(reasonText("one-order", "zh_CN"), "需要两种顺序，而这次运行只有一种");
    EXPECT_EQ(reasonText("never-heard-of"), "never-heard-of");
    EXPECT_EQ(noteText("unpaired"), "from different items in each order");
}

} // namespace
} // namespace assize::test
