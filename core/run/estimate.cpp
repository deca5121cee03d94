// SPDX-License-Identifier: Apache-2.0
#include "core/run/estimate.h"

#include "core/run/cost.h"
#include "core/run/judge_request.h"
#include "core/run/prepare_run.h"
#include "core/run/probed.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace assize {
namespace {

constexpr std::size_t MostRendered = 200;
/// Verdicts from which on an average says more than a guess.
constexpr std::int64_t EnoughMeasured = 10;
/// How far tokenizers differ from four characters a token, and models from their own average.
constexpr double CountedSpread = 0.3;
constexpr double MeasuredSpread = 0.15;

/// What replies of a format usually take, in tokens.
double usualOutput(std::string_view format) {
    constexpr std::array<std::pair<std::string_view, double>, 7> Usual = {{{"rubric-yaml", 700}, {"rubric-json", 700},
        {"verdict-json", 250}, {"score-json", 200}, {"reasoning-result", 300}, {"score-pair", 200}, {"label", 150}}};
    const auto* found =
        std::find_if(Usual.begin(), Usual.end(), [&](const auto& entry) { return entry.first == format; });
    return found == Usual.end() ? 300 : found->second;
}

EstimatedRange around(double expected, double spread) {
    return {expected * (1 - spread), expected, expected * (1 + spread)};
}

EstimatedRange times(const EstimatedRange& estimate, double factor) {
    return {estimate.low * factor, estimate.expected * factor, estimate.high * factor};
}

/// Averages of the calls that were made before.
struct Measured {
    std::int64_t calls = 0;
    double input = 0;
    double output = 0;
};

/// Of all runs of this judge version with this model: the endpoint's address does not matter to the tokenizer.
Result<Measured> measuredBefore(SessionReader& reader, const RunRequest& request, const StartedRun& started) {
    Measured measured;
    const auto versions = reader.judgeVersions();
    const auto runs = reader.runs();
    if (!versions || !runs)
        return tl::unexpected(versions ? runs.error() : versions.error());
    for (const RunSummary& summary : *runs) {
        const auto version = std::find_if(versions->begin(), versions->end(),
            [&](const JudgeVersion& candidate) { return candidate.key == summary.run.judgeVersionKey; });
        if (version == versions->end() || version->hash != started.version.hash ||
            summary.run.model != request.endpoint.model || summary.inputTokens == 0)
            continue;
        for (const auto& [outcome, count] : summary.outcomes)
            measured.calls += outcome == Outcome::TransportError || outcome == Outcome::Skipped ? 0 : count;
        measured.input += static_cast<double>(summary.inputTokens);
        measured.output += static_cast<double>(summary.outputTokens);
    }
    if (measured.calls > 0) {
        measured.input /= static_cast<double>(measured.calls);
        measured.output /= static_cast<double>(measured.calls);
    }
    return measured;
}

/// The mean of some prompts from everywhere in the plan.
Result<double> meanInput(SessionReader& reader, const RunRequest& request, const std::vector<OwedCall>& owed,
    std::int64_t& rendered, const std::stop_token& stop) {
    const std::size_t count = std::min(owed.size(), MostRendered);
    double sum = 0;
    for (std::size_t index = 0; index < count; ++index) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "estimating the run");
        const PlannedCall& call = owed[index * owed.size() / count].call;
        auto item = reader.item(call.itemKey);
        if (!item)
            return tl::unexpected(item.error());
        if (request.probe)
            *item = probedItem(std::move(*item), *request.probe);
        const auto asked = serverRequest(request.judge, *item, call, ReplyMode::Schema);
        if (!asked)
            continue; // it will be skipped in the run as well
        sum += static_cast<double>(estimatedInput(*asked));
        ++rendered;
    }
    return rendered > 0 ? sum / static_cast<double>(rendered) : 0;
}

double priceOf(double input, double output, const EndpointPrice& price) {
    return price.per > 0 ? (input * price.input + output * price.output) / price.per : 0;
}

} // namespace

Result<RunEstimate> estimateRun(SessionReader& reader, const RunRequest& request, const std::stop_token& stop) {
    const auto foreseen = foreseeRun(reader, request, stop);
    if (!foreseen)
        return tl::unexpected(foreseen.error());
    RunEstimate estimate;
    estimate.planned = foreseen->progress.planned;
    estimate.owed = static_cast<std::int64_t>(foreseen->owed.size());
    const auto measured = measuredBefore(reader, request, foreseen->started);
    const auto input = meanInput(reader, request, foreseen->owed, estimate.rendered, stop);
    if (!measured || !input)
        return tl::unexpected(measured ? input.error() : measured.error());
    const auto calls = static_cast<double>(estimate.owed);
    const auto most = static_cast<double>(replyTokensFor(request.judge, {}, request.replyTokens));
    if (measured->calls >= EnoughMeasured) {
        estimate.measured = measured->calls;
        estimate.inputTokens = times(around(measured->input, MeasuredSpread), calls);
        estimate.outputTokens = times(around(measured->output, MeasuredSpread), calls);
    } else {
        const double usual = std::min(usualOutput(request.judge.reply.format), most);
        estimate.inputTokens = times(around(*input, CountedSpread), calls);
        estimate.outputTokens = times({usual / 4, usual, most}, calls);
    }
    const EndpointPrice& price = request.endpoint.price;
    estimate.cost = {priceOf(estimate.inputTokens.low, estimate.outputTokens.low, price),
        priceOf(estimate.inputTokens.expected, estimate.outputTokens.expected, price),
        priceOf(estimate.inputTokens.high, estimate.outputTokens.high, price)};
    return estimate;
}

} // namespace assize
