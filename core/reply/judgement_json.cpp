// SPDX-License-Identifier: Apache-2.0
#include "core/reply/judgement_json.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

template <typename T>
json orNull(const std::optional<T>& value) {
    return value ? json(*value) : json();
}

json scoreOrNull(const CriterionScore& score, const std::optional<double>& value) {
    if (value && score.criterion.type == CriterionType::Binary)
        return *value != 0;
    return orNull(value);
}

json criterionToJson(const CriterionScore& score) {
    return {{"name", score.criterion.name}, {"description", score.criterion.description},
        {"type", criterionTypeName(score.criterion.type)}, {"weight", score.criterion.weight},
        {"score_A", scoreOrNull(score, score.scoreA)}, {"score_B", scoreOrNull(score, score.scoreB)},
        {"normalised_A", orNull(score.normalisedA)}, {"normalised_B", orNull(score.normalisedB)},
        {"justification_A", score.justificationA}, {"justification_B", score.justificationB}};
}

} // namespace

json judgementToJson(const Judgement& judgement) {
    json criteria = json::array();
    for (const CriterionScore& score : judgement.criteria)
        criteria.push_back(criterionToJson(score));
    return {{"outcome", outcomeName(judgement.outcome)},
        {"reason", judgement.reason.empty() ? json() : json(judgement.reason)},
        {"label", judgement.label ? json(labelText(*judgement.label)) : json()}, {"step", orNull(judgement.step)},
        {"result", judgement.result.empty() ? json() : json(judgement.result)}, {"scores", judgement.scores},
        {"weighted_score_A", orNull(judgement.weightedScoreA)}, {"weighted_score_B", orNull(judgement.weightedScoreB)},
        {"weighted_score_raw_A", orNull(judgement.weightedScoreRawA)},
        {"weighted_score_raw_B", orNull(judgement.weightedScoreRawB)}, {"score_margin", orNull(judgement.scoreMargin)},
        {"criteria", criteria}, {"overall_justification", judgement.overallJustification}, {"flags", judgement.flags},
        {"recovered", judgement.recovered}};
}

} // namespace assize
