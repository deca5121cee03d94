// SPDX-License-Identifier: Apache-2.0
// Which of two runs is better, item by item, and whether the data can tell.
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

std::string probabilityText(const McNemar& test, const ReportTexts& texts) {
    constexpr double Smallest = 0.0001;
    constexpr int Decimals = 4;
    if (!test.p)
        return texts.code(test.reason);
    return *test.p < Smallest ? texts.text("comparisons.p_tiny") : "p = " + fixedText(*test.p, Decimals);
}

std::string conclusionText(
    const Comparison& comparison, const std::string& a, const std::string& b, const ReportTexts& texts) {
    if (comparison.common == 0)
        return texts.text("comparisons.nothing_common");
    if (!comparison.conclusive)
        return texts.text("comparisons.inconclusive");
    const bool isBetter = comparison.difference.value.value_or(0) > 0;
    return texts.fill("comparisons.conclusive", {isBetter ? b : a, isBetter ? a : b});
}

json comparisonContent(const SectionInput& input, const ReportComparison& pair) {
    const Comparison& comparison = pair.comparison;
    const std::string& a = input.data.runs[pair.a].summary.run.name;
    const std::string& b = input.data.runs[pair.b].summary.run.name;
    return {{"a", a}, {"b", b}, {"common", countText(comparison.common)}, {"fixed", countText(comparison.fixed)},
        {"broken", countText(comparison.broken)}, {"unchanged", countText(comparison.unchanged)},
        {"failed", countText(comparison.onlyAFailed) + " / " + countText(comparison.onlyBFailed)},
        {"difference", figureRow("position.delta", comparison.difference, input.texts)},
        {"p", probabilityText(comparison.mcnemar, input.texts)},
        {"conclusion", conclusionText(comparison, a, b, input.texts)}, {"is_conclusive", comparison.conclusive}};
}

} // namespace

Result<json> comparisonsSection(const SectionInput& input) {
    json pairs = json::array();
    for (const ReportComparison& pair : input.data.comparisons)
        pairs.push_back(comparisonContent(input, pair));
    return json{{"has_pairs", !pairs.empty()}, {"pairs", std::move(pairs)},
        {"with_first", input.data.comparesWithFirst
                           ? input.texts.fill("comparisons.with_first", {input.data.runs.front().summary.run.name})
                           : std::string()}};
}

} // namespace assize
