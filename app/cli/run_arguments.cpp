// SPDX-License-Identifier: Apache-2.0
#include "app/cli/run_arguments.h"

#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/filter/filter.h"
#include "core/judge/library.h"
#include "core/run/probed.h"
#include "core/run/run_start.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace assize::cli {
namespace {

constexpr std::int64_t MostConcurrency = 1024;
constexpr std::int64_t MostReplyTokens = 1'000'000;
constexpr std::int64_t MostTokens = 1'000'000'000'000;

/// What --retry-failed means by itself; transport errors and skipped calls are missing anyway.
constexpr std::array Failures = {
    Outcome::Abstained, Outcome::Refused, Outcome::Truncated, Outcome::Unparseable, Outcome::Invalid};

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
                said("\"%1\" is not an outcome without a verdict (abstained, refused, truncated, unparseable, "
                     "invalid, transport-error, skipped)",
                    list.substr(start, end - start)));
        outcomes.push_back(*outcome);
        start = end + 1;
    }
    return outcomes;
}

std::string probeNames() {
    std::string names;
    for (const Probe probe : AllProbes)
        names += (names.empty() ? "" : ", ") + std::string(probeName(probe));
    return names;
}

Result<RunRequest> withProbe(const Arguments& arguments, RunRequest request) {
    const auto name = arguments.value("--probe");
    if (!name)
        return request;
    const auto probe = probeFrom(*name);
    if (!probe)
        return fail(ErrorCode::InvalidArgument, "--probe", said("\"%1\" is not one of %2", *name, probeNames()));
    return underProbe(std::move(request), *probe);
}

/// An amount of money above zero.
Result<double> maxCost(const Arguments& arguments) {
    const auto text = arguments.value("--max-cost");
    if (!text)
        return 0.0;
    const auto amount = numberFrom<double>(*text);
    if (!amount || *amount <= 0)
        return fail(
            ErrorCode::InvalidArgument, "--max-cost", said("\"%1\" is not an amount above 0, such as 2.50", *text));
    return *amount;
}

Result<RunLimits> limitsFrom(const Arguments& arguments) {
    const auto cost = maxCost(arguments);
    const auto tokens = arguments.number("--max-tokens", 0, 1, MostTokens);
    if (!cost || !tokens)
        return tl::unexpected(cost ? tokens.error() : cost.error());
    return RunLimits{*cost, *tokens};
}

/// Another policy than the judge's own, which makes another version of the judge.
Result<ReferencePolicy> referenceOf(const Arguments& arguments, const Judge& judge) {
    const auto text = arguments.value("--reference");
    if (!text)
        return judge.reference;
    const auto policy = referencePolicyFrom(*text);
    if (!policy)
        return fail(
            ErrorCode::InvalidArgument, "--reference", said("\"%1\" is not one of auto, require, drop, both", *text));
    return *policy;
}

Result<std::optional<Orders>> ordersOf(const Arguments& arguments) {
    const auto text = arguments.value("--orders");
    if (!text)
        return std::nullopt;
    const auto orders = ordersFrom(*text);
    if (!orders)
        return fail(ErrorCode::InvalidArgument, "--orders", said("\"%1\" is not one of ab, ba, both, random", *text));
    return orders;
}

} // namespace

Result<RunRequest> runRequestFrom(const Arguments& arguments, SessionReader& reader, const Places& places) {
    if (!arguments.has("--judge"))
        return fail(
            ErrorCode::InvalidArgument, "judge", said("--judge says which judge to run, for example --judge builtin"));
    auto judge = findJudge(arguments.valueOr("--judge", ""), places.data / "judges", &reader);
    if (!judge)
        return tl::unexpected(judge.error());
    RunRequest request;
    request.judge = std::move(judge->judge);
    request.judgeSource = std::move(judge->source);
    const auto orders = ordersOf(arguments);
    const auto limits = limitsFrom(arguments);
    const auto reference = referenceOf(arguments, request.judge);
    if (!orders || !limits || !reference)
        return tl::unexpected(!orders ? orders.error() : !limits ? limits.error() : reference.error());
    request.judge.reference = *reference;
    const auto samples = arguments.number("--samples", request.judge.samples, 1, 1000);
    const auto concurrency = arguments.number("--concurrency", 0, 1, MostConcurrency);
    const auto replyTokens = arguments.number("--reply-tokens", 0, 1, MostReplyTokens);
    auto retry = outcomesToRetry(arguments);
    for (const auto* number : {&samples, &concurrency, &replyTokens}) {
        if (!*number)
            return tl::unexpected(number->error());
    }
    if (!retry)
        return tl::unexpected(retry.error());
    request.orders = *orders;
    request.limits = *limits;
    request.samples = static_cast<int>(*samples);
    request.concurrency = static_cast<int>(*concurrency);
    request.replyTokens = static_cast<int>(*replyTokens);
    request.retry = std::move(*retry);
    request.startNew = arguments.has("--new-run");
    request.name = arguments.valueOr("--new-run", "");
    return withProbe(arguments, std::move(request));
}

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

std::vector<Option> runOptions() {
    return {{"--judge", "J",
                "NAME, NAME@vN or NAME@hash-prefix in the session, the library or the presets; or a YAML file"},
        {"--endpoint", "NAME|URL",
            "Configured endpoint or a server's URL; builtin:lexical is the baseline that counts words"},
        {"--kind", "K", "What the server at a URL speaks; openai-chat if not given"},
        {"--key", "env:NAME", "Where the key is: env:NAME, file:PATH, keychain:NAME or none"},
        {"--model", "M", "Model to ask; the only one the server has, if not given"},
        {"--stream", "", "Have replies streamed, for proxies that cut connections which are silent"},
        {"--items", "FILTER", "Only these items, such as 'category == \"math\" and not flagged'"},
        {"--orders", "O", "ab, ba, both or random; the judge's own if not given"},
        {"--reference", "P",
            "auto, require, drop or both (each item with its reference and without); the judge's own if not given"},
        {"--samples", "N", "How often to ask in each order"}, {"--concurrency", "N", "Calls at the same time"},
        {"--max-cost", "X", "The run may cost so much in all, in the currency of the endpoint's price"},
        {"--max-tokens", "N", "The run may take so many tokens in all"},
        {"--reply-tokens", "N", "A reply may take so many tokens this time, in place of the judge's max_tokens"},
        {"--retry-failed", "OUTCOMES", "Ask again where there is no verdict; all such outcomes, or a list of them",
            false, true},
        {"--new-run", "NAME", "Start a run of its own, even where one could be continued", false, true},
        {"--probe", "PROBE",
            "Judge again what should not change the verdict: swap, criteria, whitespace, length, markdown, models or "
            "injection; metrics has the flip rate"},
        {"--reuse", "SESSION", "Take verdicts to equal requests from this session too"},
        {"--estimate", "", "Say what it would send and cost, and send nothing"},
        {"--progress", "json", "One JSON line a second on standard error"}};
}

} // namespace assize::cli
