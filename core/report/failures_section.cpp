// SPDX-License-Identifier: Apache-2.0
// Calls that gave no verdict, by class, with the first of each run; and what the audit of replies found.
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::size_t MostFailureText = 300;

json countRows(const std::map<std::string, std::int64_t>& counts, std::int64_t total, std::string_view prefix,
    const ReportTexts& texts) {
    json rows = json::array();
    for (const auto& [name, count] : counts) {
        const double share = total > 0 ? static_cast<double>(count) / static_cast<double>(total) : 0;
        const std::string key = fmt::format("code.{}{}", prefix, name);
        rows.push_back({{"name", texts.has(key) ? texts.text(key) : texts.code(name)}, {"count", countText(count)},
            {"share", shareText(share, texts)}});
    }
    return rows;
}

Result<json> failureRows(const SectionInput& input, const ReportRun& run) {
    json rows = json::array();
    for (const FailedCall& call : run.calls.firstFailures) {
        const auto item = input.reader.item(call.itemKey);
        if (!item)
            return tl::unexpected(item.error());
        const Judgement& judgement = call.judgement;
        rows.push_back({{"id", item->sourceId.empty() ? item->id : item->sourceId}, {"title", assize::titleOf(*item)},
            {"order", call.presentation}, {"sample", std::to_string(call.sample)},
            {"outcome", input.texts.code(outcomeName(judgement.outcome))},
            {"reason", excerpt(input.texts.code(judgement.reason), MostFailureText, input.texts)}});
    }
    return rows;
}

Result<json> runFailureContent(const SectionInput& input, const ReportRun& run) {
    auto rows = failureRows(input, run);
    if (!rows)
        return rows;
    std::int64_t failed = 0;
    for (const auto& [name, count] : run.calls.failures)
        failed += count;
    const auto shown = static_cast<std::int64_t>(rows->size());
    return json{{"run", run.summary.run.name}, {"judge", judgeTitle(input.data, run)},
        {"summary", input.texts.fill("failures.summary", {countText(failed), countText(run.calls.calls)})},
        {"missing",
            run.summary.missing > 0 ? input.texts.counted("failures.missing", run.summary.missing) : std::string()},
        {"has_failures", failed > 0},
        {"classes", countRows(run.calls.failures, run.calls.calls, "failure-", input.texts)},
        {"has_flags", !run.calls.flags.empty()},
        {"flags", countRows(run.calls.flags, run.calls.calls, "flag-", input.texts)}, {"rows", std::move(*rows)},
        {"more", failed > shown ? input.texts.counted("failures.more", failed - shown) : std::string()}};
}

} // namespace

Result<json> failuresSection(const SectionInput& input) {
    json runs = json::array();
    for (const ReportRun& run : input.data.runs) {
        auto content = runFailureContent(input, run);
        if (!content)
            return content;
        runs.push_back(std::move(*content));
    }
    return json{{"has_runs", !runs.empty()}, {"runs", std::move(runs)}};
}

} // namespace assize
