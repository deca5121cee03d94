// SPDX-License-Identifier: Apache-2.0
#include "core/session/run_item.h"

#include "core/base/number_from.h"
#include "core/model/presentation.h"
#include "core/session/query_statement.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

/// What the samples of one presentation say together.
struct OrderResult {
    Outcome outcome = Outcome::Skipped;
    std::optional<Label> label;
    std::optional<double> margin;
    std::string result;
};

std::optional<double> mean(const std::vector<double>& values) {
    if (values.empty())
        return std::nullopt;
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Scores are averaged; classes vote. Empty where two classes lead together.
std::string jointResult(const std::vector<std::string>& results) {
    if (results.size() < 2)
        return results.empty() ? std::string() : results.front();
    std::map<std::string, int> votes;
    std::vector<double> numbers;
    for (const std::string& result : results) {
        ++votes[result];
        if (const auto number = numberFrom<double>(result))
            numbers.push_back(*number);
    }
    if (votes.size() > 1 && numbers.size() == results.size())
        return fmt::format("{}", *mean(numbers));
    const auto byVotes = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto best = std::max_element(votes.begin(), votes.end(), byVotes);
    const auto leaders =
        std::count_if(votes.begin(), votes.end(), [&](const auto& entry) { return entry.second == best->second; });
    return leaders == 1 ? best->first : std::string();
}

OrderResult orderResult(std::span<const CallResult> calls) {
    OrderResult order;
    std::vector<Label> labels;
    std::vector<double> margins;
    std::vector<std::string> results;
    std::optional<Outcome> failure;
    bool isJudged = false;
    for (const CallResult& call : calls) {
        if (call.outcome != Outcome::Verdict) {
            failure = failure ? failure : call.outcome;
            continue;
        }
        isJudged = true;
        if (call.label)
            labels.push_back(*call.label);
        if (call.margin)
            margins.push_back(*call.margin);
        if (!call.result.empty())
            results.push_back(call.result);
    }
    order.label = vote(labels);
    if (labels.size() == 1)
        order.label = labels.front(); // one voice is taken as it is, both-bad too
    order.margin = mean(margins);
    order.result = jointResult(results);
    const bool isSplit = (!labels.empty() && !order.label) || (!results.empty() && order.result.empty());
    if (isJudged)
        order.outcome = isSplit ? Outcome::Abstained : Outcome::Verdict;
    else
        order.outcome = failure.value_or(Outcome::Skipped);
    return order;
}

bool isBackward(const std::string& presentation) {
    return !presentation.empty() && presentation.front() != 'A';
}

} // namespace

RunItem runItemOf(std::span<const CallResult> calls, MixedPolicy mixed) {
    RunItem item;
    item.planned = !calls.empty();
    std::vector<double> margins;
    std::vector<std::string> results;
    bool isPair = false;
    std::size_t orders = 0;
    for (std::size_t start = 0, end = 0; start < calls.size(); start = end, ++orders) {
        while (end < calls.size() && calls[end].presentation == calls[start].presentation)
            item.flaggedByAudit = calls[end++].isFlagged || item.flaggedByAudit;
        const OrderResult order = orderResult(calls.subspan(start, end - start));
        if (orders == 0 || (item.outcome == Outcome::Verdict && order.outcome != Outcome::Verdict))
            item.outcome = order.outcome;
        (isBackward(calls[start].presentation) ? item.backward : item.forward) = order.label;
        isPair = isPair || isBackward(calls[start].presentation);
        if (order.margin)
            margins.push_back(*order.margin);
        if (!order.result.empty())
            results.push_back(order.result);
    }
    item.margin = mean(margins);
    item.result = jointResult(results);
    if (orders < 2) {
        item.label = item.forward ? item.forward : item.backward;
    } else if (isPair) {
        const Reconciled reconciled = reconcile(item.forward, item.backward, mixed);
        item.agreement = reconciled.agreement;
        item.label = reconciled.label;
    }
    return item;
}

std::vector<CallResult> callResults(Connection& connection, RowKey runKey, RowKey itemKey) {
    std::vector<CallResult> calls;
    Query query(connection, "SELECT p.presentation, p.outcome, v.label, v.score_margin, v.result, v.flags IS NOT NULL "
                            "FROM run_plan p LEFT JOIN verdicts v ON v.key = p.verdict_key "
                            "WHERE p.run_key = ? AND p.item_key = ? ORDER BY p.presentation, p.sample");
    query.with(runKey, itemKey);
    while (query.next()) {
        if (hidesReference(query.text(0)))
            continue; // what the reference changes is a figure, and no part of the item's label
        CallResult& call = calls.emplace_back();
        call.presentation = query.text(0);
        if (const auto outcome = query.optionalText(1))
            call.outcome = outcomeFrom(*outcome);
        call.label = query.label(2);
        call.margin = query.optionalReal(3);
        call.result = query.text(4);
        call.isFlagged = query.flag(5);
    }
    return calls;
}

} // namespace assize
