// SPDX-License-Identifier: Apache-2.0
#include "core/report/number_text.h"

#include "core/report/report_texts.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

const ReportTexts& english() {
    return ReportTexts::in("en");
}

Figure share(double value, double numerator, std::int64_t denominator) {
    Figure figure;
    figure.value = value;
    figure.numerator = numerator;
    figure.denominator = denominator;
    return figure;
}

TEST(NumberText, GroupsThousandsAndUsesARealMinus) {
    EXPECT_EQ(countText(0), "0");
    EXPECT_EQ(countText(999), "999");
    EXPECT_EQ(countText(1000), "1,000");
    EXPECT_EQ(countText(1234567), "1,234,567");
    EXPECT_EQ(countText(-1200), "\u22121,200");
}

TEST(NumberText, HasNoSignForWhatRoundsToZero) {
    EXPECT_EQ(fixedText(-0.0001, 2), "0.00");
    EXPECT_EQ(fixedText(-0.126, 2), "\u22120.13");
    EXPECT_EQ(fixedText(2, 0), "2");
}

TEST(NumberText, WritesSharesInPercentAndKappaAsItIs) {
    const Figure figure = share(0.93, 93, 100);
    EXPECT_EQ(figureValueText("agreement.forward", figure, english()), "93.0\u00A0%");
    EXPECT_EQ(figureValueText("kappa.forward", figure, english()), "0.930");
    EXPECT_EQ(figureValueText("n_needed", share(112, 0, 0), english()), "112");
    EXPECT_EQ(figureValueText("position.delta", share(0.042, 0, 0), english()), "+4.2\u00A0points");
    EXPECT_EQ(figureValueText("position.delta", share(-0.042, 0, 0), english()), "\u22124.2\u00A0points");
    EXPECT_EQ(figureValueText("agreement.forward", figure, ReportTexts::in("zh_CN")), "93.0\u00A0%");
}

TEST(NumberText, HasADashAndAReasonForWhatCannotBeComputed) {
    Figure figure;
    figure.reason = "one-order";
    EXPECT_EQ(figureValueText("agreement.reconciled", figure, english()), "–");
    EXPECT_EQ(figureIntervalText("agreement.reconciled", figure, english()), "");
    EXPECT_EQ(figureCountText(figure), "");
    EXPECT_EQ(figureReason(figure, english()), "it needs both orders, and the run has one");
}

TEST(NumberText, SaysWhatWasLeftOutAndWhy) {
    Figure figure = share(0.5, 1.5, 3);
    figure.low = 0.1;
    figure.high = 0.9;
    figure.leftOut = {{"no-gold", 2}, {"unparseable", 1}, {"gold-tie", 0}};
    figure.notes = {"few-clusters"};
    EXPECT_EQ(figureIntervalText("agreement.forward", figure, english()), "10.0 to 90.0");
    EXPECT_EQ(figureCountText(figure), "1.5/3");
    EXPECT_EQ(figureRemarks(figure, english()), "2 left out: no gold label, 1 left out: cannot be read, fewer than 10 "
                                                "independent groups of items: the interval "
                                                "is too optimistic");
}

} // namespace
} // namespace assize::test
