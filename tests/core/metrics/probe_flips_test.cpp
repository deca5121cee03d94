// SPDX-License-Identifier: Apache-2.0
// Flip rates under probes (metrics.md, Bias), by drawn runs.
#include "core/metrics/counterpart.h"
#include "tests/core/metrics/made_table.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

Figure flipRate(const MadeTable& table, const std::vector<ProbedRun>& probed, std::string_view key) {
    FigureRequest request = table.request();
    request.probed = probed;
    const std::array<std::string_view, 1> keys = {key};
    request.only = keys;
    return runFigures(request, MadeTable::noBootstrap()).front().figure;
}

TEST(ProbeFlips, CountOtherWinnersAmongTheItemsBothJudged) {
    const MadeTable table = madePairs("------", "AABTXA");
    const std::vector<ProbedRun> probed = {{Probe::Whitespace, madeRun("ABAAB.")}};
    // Items 2 and 3 of the first four flip; the tie that became a side is no flip; 5 failed, 6 was not probed.
    const Figure figure = flipRate(table, probed, "probe.whitespace.flip_rate");
    EXPECT_EQ(figure.value, 0.5);
    EXPECT_EQ(figure.numerator, 2);
    EXPECT_EQ(figure.denominator, 4);
    EXPECT_EQ(figure.judged, 4);
    EXPECT_EQ(figure.total, 5);
    EXPECT_EQ(figure.leftOut, (std::map<std::string, std::int64_t>{{"unparseable", 1}}));
    EXPECT_EQ(figure.method, "wilson");
    EXPECT_NEAR(*figure.low, 0.1500, 1e-4);
    EXPECT_NEAR(*figure.high, 0.8500, 1e-4);
    EXPECT_EQ(figure.notes.back(), "forward-labels");
    EXPECT_EQ(flipRate(table, probed, "probe.length.flip_rate").reason, "not-probed");
}

TEST(ProbeFlips, UseTheReconciledLabelOfTwoRunsOfBothOrders) {
    const MadeTable table = madePairs("---", "AAA", "AAB");
    const std::vector<ProbedRun> probed = {{Probe::Injection, madeRun("BBB", "BAB")}};
    // A became B; A became a flip between the orders, which names nobody; a flip became B.
    const Figure figure = flipRate(table, probed, "probe.injection.flip_rate");
    EXPECT_EQ(figure.numerator, 1);
    EXPECT_EQ(figure.denominator, 3);
    EXPECT_EQ(figure.notes.back(), "reconciled-labels");
}

TEST(ProbeFlips, OfTheSwapComeFromTheRunsOwnOrders) {
    EXPECT_EQ(madePairs("----", "AABA", "ABAX").figure("probe.swap.flip_rate").value, 2.0 / 3);
    EXPECT_EQ(madePairs("--", "AB").figure("probe.swap.flip_rate").reason, "one-order");
}

TEST(ProbeFlips, OfSingleResponsesAreOtherScoresOrResults) {
    const MadeTable scores = madeScores({1, 2, 3}, {4, 4, 5});
    const MadeTable probed = madeScores({1, 2, 3}, {4, 5, 5});
    EXPECT_EQ(flipRate(scores, {{Probe::Length, probed.run}}, "probe.length.flip_rate").value, 1.0 / 3);
    const MadeTable results = madeResults({"PASS", "FAIL"}, {"PASS", "PASS"}, Task::PassFail);
    const MadeTable other = madeResults({"PASS", "FAIL"}, {"FAIL", "PASS"}, Task::PassFail);
    EXPECT_EQ(flipRate(results, {{Probe::Injection, other.run}}, "probe.injection.flip_rate").value, 0.5);
}

TEST(ProbeFlips, AreMeasuredAgainstTheSameJudgeAndEndpoint) {
    const RunTraits run{1, 1, "openai-chat", "m", Task::Pairwise, "label", true, 7, "http://a", {}};
    std::vector<RunTraits> others = {run, run, run, run};
    others[1] = {2, 2, "openai-chat", "m", Task::Pairwise, "label", true, 7, "http://a", Probe::Length};
    others[2] = {3, 3, "openai-chat", "m", Task::Pairwise, "label", true, 7, "http://b", Probe::Length};
    others[3] = {4, 4, "openai-chat", "m", Task::Pairwise, "label", true, 8, "http://a", Probe::Length};
    EXPECT_EQ(probedTwinOf(run, others, Probe::Length), 2);
    EXPECT_EQ(probedTwinOf(run, others, Probe::Models), 0);
    EXPECT_EQ(probedTwinOf(others[1], others, Probe::Length), 0) << "a probed run has none of its own";
}

} // namespace
} // namespace assize::test
