// SPDX-License-Identifier: Apache-2.0
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

json summaryCell(std::string_view key, const ReportRun& run, const ReportTexts& texts) {
    const Figure* figure = findFigure(run.figures, key);
    return figure == nullptr ? figureRow(key, Figure{}, texts) : figureRow(key, *figure, texts);
}

json summaryRow(const SectionInput& input, const ReportRun& run) {
    const ReportTexts& texts = input.texts;
    const bool isPairwise = run.table.isPairwise();
    const Outcome verdict = Outcome::Verdict;
    const auto valid = run.summary.outcomes.find(verdict);
    const std::int64_t verdicts = valid == run.summary.outcomes.end() ? 0 : valid->second;
    return {{"run", run.summary.run.name}, {"judge", judgeTitle(input.data, run)},
        {"model", run.summary.run.model.empty() ? std::string("–") : run.summary.run.model},
        {"verdicts", countText(verdicts) + "/" + countText(run.summary.planned)},
        {"agreement", summaryCell(isPairwise ? "agreement.single" : "accuracy", run, texts)},
        {"kappa", summaryCell(isPairwise ? "kappa.single" : "kappa", run, texts)},
        {"consistency", summaryCell("position.consistency", run, texts)}};
}

} // namespace

json summaryContent(const SectionInput& input) {
    json rows = json::array();
    for (const ReportRun& run : input.data.runs)
        rows.push_back(summaryRow(input, run));
    const bool isPart = static_cast<std::int64_t>(input.data.runs.size()) < input.data.runsInSession;
    return {{"runs", rows}, {"has_runs", !rows.empty()},
        {"part", isPart
                     ? input.texts.fill("summary.part", {countText(static_cast<std::int64_t>(input.data.runs.size())),
                                                            countText(input.data.runsInSession)})
                     : std::string()}};
}

} // namespace assize
