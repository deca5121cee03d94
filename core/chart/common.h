// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart.h"
#include "core/chart/source.h"
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What builders of charts share: figures of a run, numbers in words, links into Review.
namespace assize {

/// "55.7 %", "-1.2 %" with a real minus sign; "0.71", "+0.30".
[[nodiscard]] std::string percentText(double share, int decimals = 1);
[[nodiscard]] std::string decimalText(double value, int decimals = 2);
[[nodiscard]] std::string signedText(double value, int decimals = 2);
/// Whether an interval says anything: resamples that are all alike give one without width.
[[nodiscard]] bool hasInterval(const Figure& figure);
/// "55.7 % [49.4, 62.0]"; without an interval the value alone, without a value a dash.
[[nodiscard]] std::string shareWithInterval(const Figure& figure);
[[nodiscard]] std::string valueWithInterval(const Figure& figure);

/// Whom the shown run is compared with, in a sentence: people, or the other run by its name.
[[nodiscard]] Phrase comparedWith(const ChartSource& source);
/// The key of words about people; with ".run" behind it where another run stands in their place.
[[nodiscard]] std::string besideKey(const ChartSource& source, std::string_view key);

/// What agreement means: with people's labels, or with what the other run says.
[[nodiscard]] Phrase agreementMeaning(const ChartSource& source);

/// What figures are asked about. Charts about verdicts take the ruled table, charts about orders the whole one.
struct FigureSubject {
    const ChartRun& run;
    std::span<const Rating> reference;
    bool isGold = true;
    std::span<const std::uint32_t> rows;
    bool hasAllOrders = false;
    bool hasIntervals = true;
};

/// Figures under these keys. A key that the run's task does not know is left out.
[[nodiscard]] Figures figuresOf(
    const ChartSource& source, const FigureSubject& subject, std::span<const std::string_view> keys);
/// One of them; without a value and with the reason "not-for-task" where the task does not know it.
[[nodiscard]] Figure figureOf(const ChartSource& source, const FigureSubject& subject, std::string_view key);
/// The shown run against the reference over the page's rows.
[[nodiscard]] FigureSubject shownSubject(const ChartSource& source);

/// The key of a run's agreement or kappa: pairwise runs have one for each view, others one.
[[nodiscard]] std::string_view agreementKey(const RunTable& run);
[[nodiscard]] std::string_view kappaKey(const RunTable& run);

[[nodiscard]] Spread spreadOf(const Figure& figure);
/// Why a figure has no value, in words.
[[nodiscard]] Phrase reasonPhrase(std::string_view reason);
/// "NAME: 86.2 % [75.1, 92.8], 50 of 58", as a tip; with the reason where there is no value.
[[nodiscard]] Phrase shareTip(const Phrase& name, const Figure& figure);
[[nodiscard]] Phrase valueTip(const Phrase& name, const Figure& figure);
/// "NAME: 12 of 212 (5.7 %)".
[[nodiscard]] Phrase countTip(const Phrase& name, double count, double total);

/// What a run is told by.
struct RunName {
    std::string judge;
    std::string name;
    int version = 0;
};
/// Judge and version of every run; with the run's name where that is not enough to tell them apart.
[[nodiscard]] std::vector<std::string> runTitles(std::span<const RunName> runs);
[[nodiscard]] std::vector<std::string> runTitles(const ChartSource& source);
/// True for runs whose figures can stand beside the shown one's: both choose between two answers, or neither does.
[[nodiscard]] bool isComparable(const ChartSource& source, const ChartRun& run);

/// A text as the filter language quotes it.
[[nodiscard]] std::string quotedInFilter(std::string_view text);
/// Leads to items by what they are, or by what a run says of them. Of the run shown the filter speaks as the source
/// does: of tried weights while there are some.
[[nodiscard]] ChartLink linkToItems(const ChartRun& run, std::string filter);

/// Filters of a run's labels as the page looks at them: by one order, or by both together; and of the reference's.
[[nodiscard]] std::string judgedAs(const ChartSource& source, std::string_view label);
[[nodiscard]] std::string referenceAs(const ChartSource& source, std::string_view label);
/// The margin of the order or orders that the page looks at.
[[nodiscard]] std::string marginName(const ChartSource& source);
/// Items whose label both gave, alike or not; empty where the reference has no name in the filter language.
[[nodiscard]] std::string comparedFilter(const ChartSource& source);
[[nodiscard]] std::string agreeFilter(const ChartSource& source);
[[nodiscard]] std::string differFilter(const ChartSource& source);
/// True where the session says that items people call a tie are in no denominator.
[[nodiscard]] bool leavesOutTies(const ChartSource& source);
/// The items that a figure about the run and the reference rests on.
[[nodiscard]] Mark comparedMark(const ChartSource& source, const ChartRun& run, Phrase tip, const Figure& figure);

/// An axis from low to high with a tick at every step; percent ticks for shares.
[[nodiscard]] Axis shareAxis(double low, double high, double step);
[[nodiscard]] Axis numberAxis(double low, double high, int decimals);
/// An axis from 0 up to this count, or amount, in round steps.
[[nodiscard]] Axis countAxis(double most, double leastStep = 1);

/// The margins of a run's items, A − B, by row: the mean of its orders' margins; NoNumber without any.
[[nodiscard]] double marginOf(const RunTable& run, std::uint32_t row);

[[nodiscard]] inline Phrase countPhrase(std::int64_t count) {
    return literal(std::to_string(count));
}

} // namespace assize
