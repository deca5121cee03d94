// SPDX-License-Identifier: Apache-2.0
#include "core/reply/probabilities.h"

#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"
#include "core/reply/verdict_value.h"

#include <cmath>
#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

constexpr double LeastMass = 0.5;
constexpr double Slack = 1e-9;

/// Probability by what it stands for; every spelling of it counts (" 4", "４").
using Shares = std::map<double, double>;

double massOf(const Shares& shares) {
    double mass = 0;
    for (const auto& [value, probability] : shares)
        mass += probability;
    return mass;
}

double meanOf(const Shares& shares) {
    double sum = 0;
    for (const auto& [value, probability] : shares)
        sum += value * probability;
    return sum / massOf(shares);
}

std::optional<double> scoreOf(const std::string& token, const ReplyContext& context) {
    const ScoreBounds bounds = scoreBounds(*context.judge);
    const std::string text = withoutFullWidth(token);
    const auto score = numberFrom<double>(trimmed(text));
    return score && *score >= bounds.min && *score <= bounds.max ? score : std::nullopt;
}

/// 1 for the first response, 0 for the second, a half for a tie.
std::optional<double> preferenceOf(const std::string& token, const ReplyContext& context) {
    Judgement judgement;
    if (!takeVerdict(trimmed(token), context, judgement) || !judgement.label)
        return std::nullopt;
    return *judgement.label == Label::A ? 1 : *judgement.label == Label::B ? 0 : 0.5;
}

/// The probabilities at the place of the token that is the verdict: the last one that says the same.
template <typename ValueOf>
Shares sharesAt(const std::vector<TokenProbability>& tokens, double verdict, const ValueOf& valueOf) {
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        const auto written = valueOf(token->token);
        if (!written || std::abs(*written - verdict) > Slack)
            continue;
        Shares shares;
        bool isListed = false;
        for (const auto& [text, logprob] : token->alternatives) {
            isListed = isListed || text == token->token;
            if (const auto value = valueOf(text))
                shares[*value] += std::exp(logprob);
        }
        if (!isListed)
            shares[*written] += std::exp(token->logprob);
        return shares;
    }
    return {};
}

void weighScore(Judgement& judgement, const ReplyContext& context) {
    const Shares shares = sharesAt(
        *context.tokens, judgement.scores.front(), [&](const std::string& token) { return scoreOf(token, context); });
    const double mass = massOf(shares);
    if (mass < LeastMass)
        return;
    const ScoreBounds bounds = scoreBounds(*context.judge);
    judgement.scores = {meanOf(shares)};
    judgement.weightedScoreA = (judgement.scores.front() - bounds.min) / (bounds.max - bounds.min);
    judgement.reason = fmt::format("expected-score: mass {:.4f}", mass);
}

void weighLabel(Judgement& judgement, const ReplyContext& context) {
    const double verdict = *judgement.label == Label::A ? 1 : *judgement.label == Label::B ? 0 : 0.5;
    const Shares shares =
        sharesAt(*context.tokens, verdict, [&](const std::string& token) { return preferenceOf(token, context); });
    const double mass = massOf(shares);
    if (mass < LeastMass)
        return;
    const double preference = meanOf(shares);
    judgement.scores = {preference, 1 - preference};
    judgement.reason = fmt::format("preference: mass {:.4f}", mass);
}

} // namespace

void weighWithProbabilities(ReplyReading& reading, const ReplyContext& context) {
    Judgement& judgement = reading.judgement;
    if (judgement.outcome != Outcome::Verdict || context.tokens == nullptr || !readsProbabilities(*context.judge))
        return;
    if (context.judge->task == Task::Direct && judgement.scores.size() == 1)
        weighScore(judgement, context);
    else if (context.judge->task == Task::Pairwise && judgement.label)
        weighLabel(judgement, context);
}

} // namespace assize
