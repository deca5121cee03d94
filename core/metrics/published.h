// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figures.h"
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Figures of public benchmarks as their authors publish them, from items of their formats (protocols.md, sections 5 to
/// 7). item_registry.cpp lists them under "….original"; each gives nothing for other items, and no interval.
namespace assize {

// published_rewardbench.cpp: sections with their weights; a failure or a tie is half a point
[[nodiscard]] std::optional<Figure> publishedRewardbench(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_rewardbench2.cpp: subsets, with the ties' own score
[[nodiscard]] std::optional<Figure> publishedRewardbench2(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_judgebench.cpp: two games; failures and ties stay in
[[nodiscard]] std::optional<Figure> publishedJudgebench(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_llmbar.cpp: both orders, failures wrong
[[nodiscard]] std::optional<Figure> publishedLlmbar(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_rmbench.cpp: hard, normal and easy by domain; and the matrix of styles
[[nodiscard]] std::optional<Figure> publishedRmbench(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
[[nodiscard]] std::optional<Figure> publishedRmbenchMatrix(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_halubench.cpp: accuracy over all and over what could be read, with cost
[[nodiscard]] std::optional<Figure> publishedHalubench(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_judgelm.cpp: five figures by JudgeLM's rule for failures, beside ours
[[nodiscard]] std::optional<Figure> publishedJudgelm(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_mtbench.cpp: agreement of votes, with ties (setup 1) and without (setup 2)
[[nodiscard]] std::optional<Figure> publishedMtbench(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_wildbench.cpp: mean score, and rescaled
[[nodiscard]] std::optional<Figure> publishedWildbench(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);
// published_alpacaeval.cpp: win rate of the second output, with standard error
[[nodiscard]] std::optional<Figure> publishedAlpacaeval(
    const FigureRequest& request, const Policy& policy, const MetricSettings& settings);

/// The request's rows that came in this format and that the run owes.
[[nodiscard]] std::vector<std::uint32_t> plannedRowsOf(const FigureRequest& request, std::string_view format);

/// A row's category; "none" without one.
[[nodiscard]] std::string categoryOf(const FigureRequest& request, std::uint32_t row);

/// A published table over these rows: counts of the run's verdicts, value and table still to be filled in.
[[nodiscard]] Figure publishedFigure(const FigureRequest& request, std::span<const std::uint32_t> rows);

/// How much of an item a judge gets that is right in each order or not; a failure or a tie earns `undecided`. Two
/// orders give their mean. The item needs a decisive gold label.
[[nodiscard]] double creditOf(const FigureRequest& request, std::uint32_t row, double undecided);

} // namespace assize
