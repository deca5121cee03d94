// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/run_progress.h"
#include "core/base/text.h"
#include "core/endpoint/builtin_lexical.h"
#include "core/filter/filter.h"
#include "core/judge/library.h"
#include "core/run/run_start.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

/// What --retry-failed means by itself; transport errors and skipped calls are missing anyway.
constexpr std::array Failures = {
    Outcome::Abstained, Outcome::Refused, Outcome::Truncated, Outcome::Unparseable, Outcome::Invalid};

/// Draws nothing: for pipes, where a summary follows anyway.
class SilentObserver final : public RunObserver {
public:
    void onPlanned(const Run&, const RunProgress&) override {}
    void onStored(std::span<const Verdict>, const RunProgress&) override {}
};

Result<std::vector<Outcome>> outcomesToRetry(const Arguments& arguments) {
    if (!arguments.has("--retry-failed"))
        return std::vector<Outcome>();
    const std::string list = arguments.valueOr("--retry-failed", "");
    if (list.empty())
        return std::vector<Outcome>(Failures.begin(), Failures.end());
    std::vector<Outcome> outcomes;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find(',', start), list.size());
        const auto outcome = outcomeFrom(trimmed(std::string_view(list).substr(start, end - start)));
        if (!outcome || *outcome == Outcome::Verdict)
            return fail(ErrorCode::InvalidArgument, "--retry-failed",
                fmt::format("\"{}\" is not an outcome without a verdict (abstained, refused, truncated, unparseable, "
                            "invalid, transport-error, skipped)",
                    list.substr(start, end - start)));
        outcomes.push_back(*outcome);
        start = end + 1;
    }
    return outcomes;
}

Result<Endpoint> endpointFor(const Arguments& arguments, const Judge& judge) {
    const Endpoint builtin = builtinEndpoint();
    const auto wanted = arguments.value("--endpoint");
    if (wanted && *wanted != builtin.name)
        return fail(ErrorCode::InvalidArgument, "--endpoint",
            fmt::format("\"{}\" cannot be used: this version has one endpoint, builtin:lexical", *wanted));
    if (!wanted && !acceptsLexically(judge))
        return fail(ErrorCode::InvalidArgument, judge.name,
            "it needs a model, and this version has one endpoint, builtin:lexical, which runs the judges builtin, "
            "builtin-direct and builtin-pass-fail");
    return builtin;
}

/// The request with --items; verdict names in it mean the run that is continued.
Result<RunRequest> withItems(const Arguments& arguments, SessionReader& reader, RunRequest request) {
    const auto filter = arguments.value("--items");
    if (!filter)
        return request;
    const auto started = identifyRun(reader, request);
    if (!started)
        return tl::unexpected(started.error());
    FilterScope scope;
    scope.runKey = started->run.key;
    scope.reader = &reader;
    auto condition = compileFilter(*filter, scope);
    if (!condition)
        return tl::unexpected(condition.error());
    request.items.condition = std::move(*condition);
    request.items.runKey = scope.runKey;
    return request;
}

Result<RunRequest> requestFrom(const Arguments& arguments, SessionReader& reader, const Places& places) {
    if (!arguments.has("--judge"))
        return fail(
            ErrorCode::InvalidArgument, "judge", "--judge says which judge to run, for example --judge builtin");
    auto judge = findJudge(arguments.valueOr("--judge", ""), places.data / "judges", &reader);
    if (!judge)
        return tl::unexpected(judge.error());
    RunRequest request;
    request.judge = std::move(judge->judge);
    request.judgeSource = std::move(judge->source);
    auto endpoint = endpointFor(arguments, request.judge);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    request.endpoint = std::move(*endpoint);
    if (const auto orders = arguments.value("--orders")) {
        request.orders = ordersFrom(*orders);
        if (!request.orders)
            return fail(ErrorCode::InvalidArgument, "--orders",
                fmt::format("\"{}\" is not one of ab, ba, both, random", *orders));
    }
    const auto samples = arguments.number("--samples", request.judge.samples, 1, 1000);
    const auto concurrency = arguments.number("--concurrency", 0, 1, 1024);
    auto retry = outcomesToRetry(arguments);
    if (!samples || !concurrency || !retry)
        return tl::unexpected(!samples ? samples.error() : !concurrency ? concurrency.error() : retry.error());
    request.samples = static_cast<int>(*samples);
    request.concurrency = static_cast<int>(*concurrency);
    request.retry = std::move(*retry);
    request.startNew = arguments.has("--new-run");
    request.name = arguments.valueOr("--new-run", "");
    return withItems(arguments, reader, std::move(request));
}

nlohmann::json reportJson(const RunReport& report, const RunRequest& request) {
    nlohmann::json document = progressJson(report.progress, report.seconds);
    document.erase("per_second");
    nlohmann::json outcomes = nlohmann::json::object();
    for (const auto& [outcome, count] : report.outcomes)
        outcomes[std::string(outcomeName(outcome))] = count;
    document["outcomes"] = outcomes;
    document["run"] = report.run.name;
    document["run_id"] = report.run.id.empty() ? nlohmann::json() : nlohmann::json(report.run.id);
    document["judge"] = request.judge.name;
    document["version"] = report.version.hash;
    document["endpoint"] = request.endpoint.name;
    document["unsuitable"] = report.unsuitable;
    const Usage& usage = report.progress.usage;
    document["tokens"] = {{"input", usage.inputTokens}, {"output", usage.outputTokens}, {"cached", usage.cachedTokens},
        {"estimated", usage.estimated}};
    document["cost"] = {{"value", 0.0}, {"currency", "USD"}}; // the baseline costs nothing
    return document;
}

std::string summaryText(const RunReport& report) {
    const RunProgress& progress = report.progress;
    std::string text =
        fmt::format("Run \"{}\": {} calls planned, {} already there, {} cached, {} sent, {} not reached, "
                    "{:.1f} s\n",
            report.run.name, progress.planned, progress.already, progress.cached, progress.sent, progress.notReached(),
            report.seconds);
    for (const auto& [outcome, count] : report.outcomes)
        text += fmt::format("  {}: {}\n", outcomeName(outcome), count);
    if (!report.outcomes.empty())
        text += "The built-in judge is a lexical baseline: it counts words and understands nothing.\n";
    return text;
}

std::string unsuitableText(const RunReport& report, const RunRequest& request) {
    const std::string_view needs = request.judge.task == Task::Pairwise ? "two responses, which this judge compares"
                                                                        : "one response, which this judge scores";
    return fmt::format("assize-cli: {} of the selected items left out: they do not have exactly {}{}\n",
        report.unsuitable, needs,
        request.judge.reference == ReferencePolicy::Require ? ", or have no reference, which it requires" : "");
}

int statusOf(const RunReport& report) {
    if (report.isStopped)
        return exitStatus(ErrorCode::Cancelled);
    for (const auto& [outcome, count] : report.progress.outcomes) {
        if (outcome != Outcome::Verdict && outcome != Outcome::Abstained && count > 0)
            return 1;
    }
    return report.unsuitable > 0 ? 1 : 0;
}

Result<RunReport> runWithProgress(
    Session& session, const RunRequest& request, const Arguments& arguments, const Terminal& terminal) {
    std::unique_ptr<RunObserver> observer = std::make_unique<SilentObserver>();
    if (arguments.has("--progress"))
        observer = std::make_unique<LiveProgress>(terminal, LiveProgress::Form::JsonLines);
    else if (terminal.isTerminal)
        observer = std::make_unique<LiveProgress>(terminal, LiveProgress::Form::Terminal);
    return executeRun(session, request, *observer, terminal.stop);
}

int judge(const Arguments& arguments, Terminal& terminal) {
    if (const auto form = arguments.value("--progress"); form && *form != "json")
        return terminal.report(
            {ErrorCode::InvalidArgument, "--progress", fmt::format("\"{}\" is not known, only json is", *form)});
    const auto session = Session::open(arguments.valueOr("SESSION", ""), Session::Access::ReadWrite);
    if (!session)
        return terminal.report(session.error());
    const auto reader = (*session)->reader();
    if (!reader)
        return terminal.report(reader.error());
    const auto request = requestFrom(arguments, **reader, terminal.places);
    if (!request)
        return terminal.report(request.error());
    const auto report = runWithProgress(**session, *request, arguments, terminal);
    if (!report)
        return terminal.report(report.error());
    if (terminal.json)
        terminal.printJson(reportJson(*report, *request));
    else
        terminal.out << summaryText(*report);
    if (report->unsuitable > 0)
        terminal.err << unsuitableText(*report, *request);
    if (report->isStopped)
        return terminal.report({ErrorCode::Cancelled, report->run.name, "what was judged is kept"});
    return statusOf(*report);
}

} // namespace

Command judgeCommand() {
    return {"judge", "Judge the items of a session; only what is missing is sent",
        {{"SESSION", "The session to judge"}},
        {{"--judge", "J",
             "NAME, NAME@vN or NAME@hash-prefix in the session, the library or the presets; or a YAML file"},
            {"--endpoint", "NAME", "builtin:lexical, the lexical baseline (it counts words and understands nothing)"},
            {"--items", "FILTER", "Only these items, such as 'category == \"math\" and not flagged'"},
            {"--orders", "O", "ab, ba, both or random; the judge's own if not given"},
            {"--samples", "N", "How often to ask in each order"}, {"--concurrency", "N", "Calls at the same time"},
            {"--retry-failed", "OUTCOMES", "Ask again where there is no verdict; all such outcomes, or a list of them",
                false, true},
            {"--new-run", "NAME", "Start a run of its own, even where one could be continued", false, true},
            {"--progress", "json", "One JSON line a second on standard error"}},
        judge};
}

} // namespace assize::cli
