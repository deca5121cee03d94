// SPDX-License-Identifier: Apache-2.0
// Tokens, time and money of each run.
#include "core/report/number_text.h"
#include "core/report/section_parts.h"
#include "core/run/spending.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr int MoneyDecimals = 4;

std::string secondsText(std::optional<double> seconds, const ReportTexts& texts) {
    return seconds ? texts.fill("cost.seconds", {fixedText(*seconds, *seconds < 10 ? 2 : 1)}) : "–";
}

std::string tokensText(std::int64_t tokens, bool isEstimated, const ReportTexts& texts) {
    return isEstimated ? texts.fill("cost.estimated", {countText(tokens)}) : countText(tokens);
}

std::string priceText(const EndpointPrice& price, const ReportTexts& texts) {
    const std::string tokens =
        texts.fill("cost.price", {fmt::format("{}", price.input), fmt::format("{}", price.output), price.currency,
                                     countText(static_cast<std::int64_t>(price.per))});
    if (price.hourly <= 0)
        return tokens;
    return tokens + texts.text("number.comma") +
           texts.fill("cost.hourly", {fmt::format("{}", price.hourly), price.currency});
}

std::string moneyText(double money, const Spending& spending) {
    return fmt::format("{} {}", fixedText(money, MoneyDecimals), spending.currency);
}

json costRow(const SectionInput& input, const ReportRun& run) {
    const ReportTexts& texts = input.texts;
    const Usage& usage = run.calls.usage;
    const EndpointPrice* price = priceOf(run.summary.run, input.options.prices);
    const std::optional<Spending>& spending = run.table.spending;
    const auto found = run.summary.outcomes.find(Outcome::Verdict);
    const std::int64_t verdicts = found == run.summary.outcomes.end() ? 0 : found->second;
    std::string perThousand = "–";
    if (spending && verdicts > 0)
        perThousand = moneyText(spending->amount * 1000 / static_cast<double>(verdicts), *spending);
    const bool isSilent = usage.inputTokens == 0 && usage.outputTokens == 0;
    const bool isBuiltin = run.summary.run.endpointKind == "builtin";
    return {{"run", run.summary.run.name}, {"calls", countText(run.calls.calls)},
        {"input", isSilent ? std::string("–") : tokensText(usage.inputTokens, usage.estimated, texts)},
        {"output", isSilent ? std::string("–") : tokensText(usage.outputTokens, usage.estimated, texts)},
        {"cached", isSilent ? std::string("–") : countText(usage.cachedTokens)},
        {"median", secondsText(run.calls.median, texts)}, {"slow", secondsText(run.calls.slow, texts)},
        {"cost", isBuiltin  ? texts.text("cost.free")
                 : spending ? moneyText(spending->amount, *spending)
                            : std::string("–")},
        {"per_thousand", std::move(perThousand)},
        {"price", price == nullptr ? std::string() : priceText(*price, texts)}};
}

} // namespace

Result<json> costSection(const SectionInput& input) {
    json rows = json::array();
    bool lacksPrice = false;
    for (const ReportRun& run : input.data.runs) {
        rows.push_back(costRow(input, run));
        const Run& stored = run.summary.run;
        lacksPrice =
            lacksPrice || (stored.endpointKind != "builtin" && priceOf(stored, input.options.prices) == nullptr);
    }
    return json{{"has_runs", !rows.empty()}, {"runs", std::move(rows)}, {"lacks_price", lacksPrice}};
}

} // namespace assize
