// SPDX-License-Identifier: Apache-2.0
#include "core/reply/normalise.h"

#include "core/base/text.h"
#include "core/reply/probabilities.h"
#include "core/reply/reply_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr double WeightSlack = 0.01;

double truthMin(const Criterion& criterion) {
    return criterion.type == CriterionType::Scale ? criterion.min : 0;
}

double truthMax(const Criterion& criterion) {
    return criterion.type == CriterionType::Scale ? criterion.max : 1;
}

bool fits(const Criterion& criterion, double score) {
    if (criterion.type == CriterionType::Binary)
        return score == 0 || score == 1;
    return score >= truthMin(criterion) && score <= truthMax(criterion);
}

/// The normalised value of one side; refuses the judgement if it is missing or out of bounds.
std::optional<double> checkedScore(
    const Criterion& criterion, std::optional<double> score, char side, Judgement& judgement) {
    const auto normalised = normalisedScore(criterion, score);
    if (!score)
        refuse(judgement, Outcome::Invalid, fmt::format("missing-score: {}, score_{}", criterion.name, side));
    else if (!normalised)
        refuse(judgement, Outcome::Invalid,
            fmt::format("out-of-range: {}, score_{} {}, {} to {}", criterion.name, side, *score, truthMin(criterion),
                truthMax(criterion)));
    return normalised;
}

/// The sum of the weights; nothing, and the judgement refused, if they cannot be weights.
std::optional<double> weightSum(Judgement& judgement) {
    double sum = 0;
    for (const CriterionScore& score : judgement.criteria) {
        if (!(score.criterion.weight >= 0)) {
            refuse(judgement, Outcome::Invalid, fmt::format("negative-weight: {}", score.criterion.name));
            return std::nullopt;
        }
        sum += score.criterion.weight;
    }
    if (!(sum > 0) || !std::isfinite(sum)) {
        refuse(judgement, Outcome::Invalid, "zero-weights");
        return std::nullopt;
    }
    return sum;
}

void computeRubric(Judgement& judgement, bool isPair) {
    const auto sum = weightSum(judgement);
    if (!sum)
        return;
    double rawA = 0;
    double rawB = 0;
    for (CriterionScore& score : judgement.criteria) {
        score.normalisedA = checkedScore(score.criterion, score.scoreA, 'A', judgement);
        if (score.normalisedA && isPair)
            score.normalisedB = checkedScore(score.criterion, score.scoreB, 'B', judgement);
        if (judgement.outcome != Outcome::Verdict)
            return;
        rawA += score.criterion.weight * *score.normalisedA;
        rawB += score.criterion.weight * score.normalisedB.value_or(0);
    }
    if (std::abs(*sum - 1) > WeightSlack)
        noteFlag(judgement, "weights-normalised");
    judgement.weightedScoreRawA = rawA;
    judgement.weightedScoreA = rawA / *sum;
    if (!isPair)
        return;
    judgement.weightedScoreRawB = rawB;
    judgement.weightedScoreB = rawB / *sum;
    judgement.scoreMargin = *judgement.weightedScoreA - *judgement.weightedScoreB;
}

/// Scores without a rubric: one of a direct judge, or one for each response.
void computeScoreList(Judgement& judgement, const Judge& judge) {
    const ScoreBounds bounds = scoreBounds(judge);
    for (const double score : judgement.scores) {
        if (!(score >= bounds.min && score <= bounds.max))
            return refuse(judgement, Outcome::Invalid,
                fmt::format("out-of-range: score {}, {} to {}", score, bounds.min, bounds.max));
    }
    if (judgement.scores.size() > 2)
        return; // of many responses none is side A or B
    const auto normalised = [&](double score) { return (score - bounds.min) / (bounds.max - bounds.min); };
    judgement.weightedScoreA = normalised(judgement.scores[0]);
    if (judgement.scores.size() != 2)
        return;
    judgement.weightedScoreB = normalised(judgement.scores[1]);
    judgement.scoreMargin = *judgement.weightedScoreA - *judgement.weightedScoreB;
}

/// What a class or PASS and FAIL are worth.
std::optional<double> valueOfResult(const Judgement& judgement, const Judge& judge) {
    if (judge.task == Task::PassFail && !judgement.result.empty())
        return judgement.result == "PASS" ? 1 : 0;
    if (judge.task != Task::Classify)
        return std::nullopt;
    for (const Category& category : judge.categories) {
        if (category.name == judgement.result)
            return category.value;
    }
    return std::nullopt;
}

/// What is no verdict keeps what was read for people to see, and nothing that could be counted.
void forgetVerdict(Judgement& judgement) {
    judgement.label.reset();
    judgement.step.reset();
    judgement.result.clear();
    judgement.scores.clear();
    for (auto* value : {&judgement.weightedScoreA, &judgement.weightedScoreB, &judgement.weightedScoreRawA,
             &judgement.weightedScoreRawB, &judgement.scoreMargin})
        value->reset();
}

/// "A,B" of the answers as shown, in the item's letters and their order. Anything else stays as it is.
std::string lettersInItemOrder(const std::string& result, std::string_view presentation) {
    std::string letters;
    for (std::size_t at = 0; at < result.size(); ++at) {
        if (at % 2 == 1 && result[at] == ',')
            continue;
        const auto shown = static_cast<std::size_t>(result[at] - 'A');
        if (at % 2 == 1 || shown >= presentation.size())
            return result;
        letters += presentation[shown];
    }
    std::sort(letters.begin(), letters.end());
    std::string joined;
    for (const char letter : letters)
        joined += (joined.empty() ? "" : ",") + std::string(1, letter);
    return joined;
}

} // namespace

ScoreBounds scoreBounds(const Judge& judge) {
    constexpr ScoreBounds PairBounds{1, 10};
    if (judge.task == Task::Pairwise && judge.reply.format == "score-pair")
        return PairBounds;
    return {judge.scaleMin, judge.scaleMax};
}

std::optional<double> normalisedScore(const Criterion& criterion, std::optional<double> score) {
    if (!score || !fits(criterion, *score))
        return std::nullopt;
    return (*score - truthMin(criterion)) / (truthMax(criterion) - truthMin(criterion));
}

void computeScores(Judgement& judgement, const Judge& judge) {
    if (judgement.outcome != Outcome::Verdict)
        return;
    const bool isPair = judge.task == Task::Pairwise || judge.task == Task::ScorePair;
    if (!judgement.criteria.empty())
        computeRubric(judgement, isPair);
    else if (!judgement.scores.empty())
        computeScoreList(judgement, judge);
    else
        judgement.weightedScoreA = valueOfResult(judgement, judge);
    if (judgement.outcome == Outcome::Verdict && judge.task == Task::Direct && judgement.result.empty()) {
        if (judgement.scores.empty() && judgement.weightedScoreA)
            judgement.scores = {judge.scaleMin + *judgement.weightedScoreA * (judge.scaleMax - judge.scaleMin)};
        if (!judgement.scores.empty())
            judgement.result = fmt::format("{}", judgement.scores.front());
    }
}

void mapToItemOrder(Judgement& judgement, std::string_view presentation, Task task) {
    if (task == Task::Select)
        judgement.result = lettersInItemOrder(judgement.result, presentation);
    if (judgement.scores.size() == presentation.size()) {
        const std::vector<double> shown = judgement.scores;
        for (std::size_t index = 0; index < shown.size(); ++index) {
            const auto target = static_cast<std::size_t>(presentation[index] - 'A');
            if (target < shown.size())
                judgement.scores[target] = shown[index];
        }
    }
    if (presentation != "BA")
        return;
    if (judgement.label)
        judgement.label = swapped(*judgement.label);
    if (judgement.step)
        judgement.step = -*judgement.step;
    std::swap(judgement.weightedScoreA, judgement.weightedScoreB);
    std::swap(judgement.weightedScoreRawA, judgement.weightedScoreRawB);
    if (judgement.scoreMargin)
        judgement.scoreMargin = 0 - *judgement.scoreMargin;
    for (CriterionScore& score : judgement.criteria) {
        std::swap(score.scoreA, score.scoreB);
        std::swap(score.normalisedA, score.normalisedB);
        std::swap(score.justificationA, score.justificationB);
    }
}

void normaliseReading(ReplyReading& reading, const ReplyContext& context) {
    computeScores(reading.judgement, *context.judge);
    weighWithProbabilities(reading, context);
    auditReading(reading, context);
    mapToItemOrder(reading.judgement, context.presentation, context.judge->task);
    if (reading.judgement.outcome != Outcome::Verdict)
        forgetVerdict(reading.judgement);
}

} // namespace assize
