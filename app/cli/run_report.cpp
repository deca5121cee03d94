// SPDX-License-Identifier: Apache-2.0
#include "app/cli/run_report.h"

#include "app/cli/run_progress.h"
#include "core/run/cost.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

using nlohmann::json;

std::string addressOf(const Endpoint& endpoint) {
    return endpoint.url.empty() ? endpoint.name : endpoint.url;
}

json estimateJson(const EstimatedRange& estimate) {
    return {{"low", estimate.low}, {"expected", estimate.expected}, {"high", estimate.high}};
}

std::string moneyText(double value, const std::string& currency) {
    return fmt::format("{:.{}f} {}", value, value < 1 ? 4 : 2, currency);
}

std::string unsuitableText(const RunReport& report, const RunRequest& request) {
    const Task task = request.judge.task;
    const bool comparesTwo = task == Task::Pairwise || task == Task::ScorePair;
    const std::string_view needs = comparesTwo            ? "exactly two responses, which this judge compares"
                                   : task == Task::Select ? "several responses, among which this judge chooses"
                                                          : "exactly one response, which this judge scores";
    const ReferencePolicy reference = request.judge.reference;
    const bool needsReference = reference == ReferencePolicy::Require || reference == ReferencePolicy::Both;
    return fmt::format("assize-cli: {} of the selected items left out: they do not have {}{}\n", report.unsuitable,
        needs, needsReference ? ", or have no reference, which it requires" : "");
}

/// The errors that a run ends with and that have an exit status of their own.
std::optional<Error> errorOf(const RunReport& report, const RunRequest& request) {
    switch (report.end) {
    case RunEnd::Stopped:
        return Error{ErrorCode::Cancelled, report.run.name, said("what was judged is kept")};
    case RunEnd::Unreachable:
        return Error{ErrorCode::EndpointUnreachable, addressOf(request.endpoint), report.endDetail};
    case RunEnd::KeyRefused:
        return Error{ErrorCode::KeyRefused, addressOf(request.endpoint), report.endDetail};
    case RunEnd::NoModel:
        return Error{ErrorCode::NotFound, addressOf(request.endpoint), report.endDetail};
    case RunEnd::Complete:
    case RunEnd::Budget:
    case RunEnd::Quota:
    case RunEnd::AllFailing:
        break;
    }
    return std::nullopt;
}

std::string earlyEndText(const RunReport& report) {
    const std::int64_t left = report.progress.notReached();
    switch (report.end) {
    case RunEnd::Budget:
        return fmt::format(
            "assize-cli: the run's budget is spent: {} calls were not made: raise it and judge again\n", left);
    case RunEnd::Quota:
        return fmt::format("assize-cli: the account has nothing left: {}: {} calls were not made: add credit, then "
                           "judge again\n",
            report.endDetail.english(), left);
    case RunEnd::AllFailing:
        return fmt::format("assize-cli: call after call failed: {}: {} calls were not made: mend that, then judge "
                           "again\n",
            report.endDetail.english(), left);
    default:
        return {};
    }
}

bool hasFailures(const RunReport& report) {
    for (const auto& [outcome, count] : report.progress.outcomes) {
        if (outcome != Outcome::Verdict && outcome != Outcome::Abstained && count > 0)
            return true;
    }
    return false;
}

} // namespace

std::string_view runEndName(RunEnd end) {
    switch (end) {
    case RunEnd::Complete:
        return "complete";
    case RunEnd::Stopped:
        return "stopped";
    case RunEnd::Budget:
        return "budget";
    case RunEnd::Unreachable:
        return "unreachable";
    case RunEnd::KeyRefused:
        return "key-refused";
    case RunEnd::NoModel:
        return "no-model";
    case RunEnd::Quota:
        return "quota";
    case RunEnd::AllFailing:
        return "all-failing";
    }
    return {};
}

json reportJson(const RunReport& report, const RunRequest& request) {
    json document = progressJson(report.progress, request.endpoint.price, report.seconds);
    document.erase("seconds_left");
    document["per_second"] =
        report.seconds > 0 ? static_cast<double>(report.progress.cached + report.progress.sent) / report.seconds : 0;
    document["outcomes"] = outcomesJson(report.outcomes);
    document["run"] = report.run.name;
    document["run_id"] = report.run.id.empty() ? json() : json(report.run.id);
    document["judge"] = request.judge.name;
    document["version"] = report.version.hash;
    document["endpoint"] = request.endpoint.name;
    document["model"] = request.endpoint.model;
    document["unsuitable"] = report.unsuitable;
    const auto probe = probeOf(report.run);
    document["probe"] = probe ? json(probeName(*probe)) : json();
    document["untouched"] = report.untouched;
    document["end"] = runEndName(report.end);
    document["end_detail"] = report.endDetail.isEmpty() ? json() : json(report.endDetail.english());
    return document;
}

std::string summaryText(const RunReport& report, const RunRequest& request) {
    const RunProgress& progress = report.progress;
    std::string text = fmt::format("Run \"{}\": {} calls planned, {} already there, {} cached, {} sent, {} not "
                                   "reached, {:.1f} s\n",
        report.run.name, progress.planned, progress.already, progress.cached, progress.sent, progress.notReached(),
        report.seconds);
    for (const auto& [outcome, count] : report.outcomes)
        text += fmt::format("  {}: {}\n", outcomeName(outcome), count);
    for (const auto& [kind, count] : progress.pace.failures)
        text += fmt::format("  failed now, {}: {}\n", kind, count);
    if (report.untouched > 0)
        text += fmt::format("{} items are left out: the probe changes nothing in them\n", report.untouched);
    const Usage& usage = progress.usage;
    if (usage.inputTokens + usage.outputTokens > 0)
        text += fmt::format("Tokens: {} in ({} cached), {} out{}\n", usage.inputTokens, usage.cachedTokens,
            usage.outputTokens, usage.estimated ? ", partly estimated" : "");
    if (hasPrice(request.endpoint.price))
        text += fmt::format("Cost: {}\n", moneyText(progress.cost, request.endpoint.price.currency));
    if (request.endpoint.kind == "builtin" && !report.outcomes.empty())
        text += "The built-in judge is a lexical baseline: it counts words and understands nothing.\n";
    return text;
}

int concludeRun(const RunReport& report, const RunRequest& request, const Terminal& terminal) {
    if (report.unsuitable > 0)
        terminal.err << unsuitableText(report, request);
    if (const auto error = errorOf(report, request))
        return terminal.report(*error);
    terminal.err << earlyEndText(report) << std::flush;
    return report.isStopped || report.unsuitable > 0 || hasFailures(report) ? 1 : 0;
}

json estimateJson(const RunEstimate& estimate, const RunRequest& request) {
    json document{{"planned", estimate.planned}, {"owed", estimate.owed}, {"rendered", estimate.rendered},
        {"measured", estimate.measured}};
    document["input_tokens"] = estimateJson(estimate.inputTokens);
    document["output_tokens"] = estimateJson(estimate.outputTokens);
    document["cost"] = hasPrice(request.endpoint.price) ? estimateJson(estimate.cost) : json();
    document["currency"] = request.endpoint.price.currency;
    return document;
}

std::string estimateText(const RunEstimate& estimate, const RunRequest& request) {
    const auto range = [](const EstimatedRange& tokens) {
        return fmt::format("{:.0f} ({:.0f} to {:.0f})", tokens.expected, tokens.low, tokens.high);
    };
    std::string text = fmt::format("{} of {} calls would be sent.\nInput tokens: {}\nOutput tokens: {}\n",
        estimate.owed, estimate.planned, range(estimate.inputTokens), range(estimate.outputTokens));
    const std::string& currency = request.endpoint.price.currency;
    if (hasPrice(request.endpoint.price))
        text += fmt::format("Cost: {} ({} to {})\n", moneyText(estimate.cost.expected, currency),
            moneyText(estimate.cost.low, currency), moneyText(estimate.cost.high, currency));
    else
        text += "Cost: not known, the endpoint has no price\n";
    text += estimate.measured > 0
                ? fmt::format("This judge's {} verdicts by this model were measured.\n", estimate.measured)
                : fmt::format("{} prompts were written and counted without the model's tokenizer; replies are as long "
                              "as such replies usually are.\n",
                      estimate.rendered);
    return text;
}

} // namespace assize::cli
