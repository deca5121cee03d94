// SPDX-License-Identifier: Apache-2.0
#include "core/model/stored_json.h"

namespace assize {
namespace {

Json scaleToJson(const std::vector<Category>& categories) {
    Json json = Json::array();
    for (const Category& category : categories)
        json.push_back({{"name", category.name}, {"value", category.value}, {"description", category.description}});
    return json;
}

Json criterionToJson(const CriterionScore& score) {
    const Criterion& criterion = score.criterion;
    Json json = {{"name", criterion.name}, {"description", criterion.description}, {"weight", criterion.weight},
        {"type", criterionTypeName(criterion.type)}, {"min", criterion.min}, {"max", criterion.max},
        {"score_A", orNull(score.scoreA)}, {"score_B", orNull(score.scoreB)},
        {"normalised_A", orNull(score.normalisedA)}, {"normalised_B", orNull(score.normalisedB)},
        {"justification_A", score.justificationA}, {"justification_B", score.justificationB}};
    if (!criterion.categories.empty())
        json["categories"] = scaleToJson(criterion.categories);
    return json;
}

CriterionScore criterionFromJson(const Json& json) {
    CriterionScore score;
    Criterion& criterion = score.criterion;
    criterion.name = json.at("name");
    criterion.description = json.value("description", "");
    criterion.weight = json.at("weight");
    const auto type = criterionTypeFrom(json.at("type").get_ref<const std::string&>());
    if (!type)
        throw std::invalid_argument("a criterion's type is none of scale, binary and categorical");
    criterion.type = *type;
    criterion.min = json.at("min");
    criterion.max = json.at("max");
    for (const Json& category : json.value("categories", Json::array()))
        criterion.categories.push_back({category.at("name"), category.at("value"), category.value("description", "")});
    readOptional(json, "score_A", score.scoreA);
    readOptional(json, "score_B", score.scoreB);
    readOptional(json, "normalised_A", score.normalisedA);
    readOptional(json, "normalised_B", score.normalisedB);
    score.justificationA = json.value("justification_A", "");
    score.justificationB = json.value("justification_B", "");
    return score;
}

void addJudgement(Json& json, const Judgement& judgement) {
    json["outcome"] = outcomeName(judgement.outcome);
    json["reason"] = judgement.reason;
    json["label"] = labelOrNull(judgement.label);
    json["step"] = orNull(judgement.step);
    json["result"] = judgement.result;
    json["scores"] = judgement.scores;
    json["weighted_score_A"] = orNull(judgement.weightedScoreA);
    json["weighted_score_B"] = orNull(judgement.weightedScoreB);
    json["weighted_score_raw_A"] = orNull(judgement.weightedScoreRawA);
    json["weighted_score_raw_B"] = orNull(judgement.weightedScoreRawB);
    json["score_margin"] = orNull(judgement.scoreMargin);
    json["criteria"] = Json::array();
    for (const CriterionScore& score : judgement.criteria)
        json["criteria"].push_back(criterionToJson(score));
    json["overall_justification"] = judgement.overallJustification;
    json["flags"] = judgement.flags;
    json["recovered"] = judgement.recovered;
}

Judgement judgementFromJson(const Json& json) {
    Judgement judgement;
    const auto outcome = outcomeFrom(json.at("outcome").get_ref<const std::string&>());
    if (!outcome)
        throw std::invalid_argument("the outcome is not one that is known");
    judgement.outcome = *outcome;
    judgement.reason = json.value("reason", "");
    judgement.label = readLabel(json, "label");
    readOptional(json, "step", judgement.step);
    judgement.result = json.value("result", "");
    judgement.scores = json.value("scores", std::vector<double>());
    readOptional(json, "weighted_score_A", judgement.weightedScoreA);
    readOptional(json, "weighted_score_B", judgement.weightedScoreB);
    readOptional(json, "weighted_score_raw_A", judgement.weightedScoreRawA);
    readOptional(json, "weighted_score_raw_B", judgement.weightedScoreRawB);
    readOptional(json, "score_margin", judgement.scoreMargin);
    for (const Json& criterion : json.value("criteria", Json::array()))
        judgement.criteria.push_back(criterionFromJson(criterion));
    judgement.overallJustification = json.value("overall_justification", "");
    judgement.flags = json.value("flags", std::vector<std::string>());
    judgement.recovered = json.value("recovered", std::vector<std::string>());
    return judgement;
}

} // namespace

Json labelOrNull(const std::optional<Label>& label) {
    return label ? Json(labelText(*label)) : Json();
}

std::optional<Label> readLabel(const Json& json, const char* key) {
    std::optional<std::string> text;
    readOptional(json, key, text);
    if (!text)
        return std::nullopt;
    const auto label = labelFromText(*text);
    if (!label)
        throw std::invalid_argument("the label \"" + *text + "\" is not one that is known");
    return label;
}

Json verdictToJson(const Verdict& verdict, const std::string& runId, const std::string& itemId) {
    Json json = {{"type", "verdict"}, {"id", verdict.id}, {"run", runId}, {"item", itemId},
        {"presentation", verdict.presentation}, {"sample", verdict.sample}, {"attempt", verdict.attempt}};
    addJudgement(json, verdict.judgement);
    json["usage"] = {{"input", verdict.usage.inputTokens}, {"output", verdict.usage.outputTokens},
        {"cached", verdict.usage.cachedTokens}, {"estimated", verdict.usage.estimated}};
    json["latency_s"] = verdict.latencySeconds;
    json["request_hash"] = verdict.requestHash;
    json["raw_reply"] = verdict.rawReply;
    json["created_at"] = verdict.createdAt;
    return json;
}

Verdict verdictFromJson(const Json& json) {
    Verdict verdict;
    verdict.id = json.at("id");
    verdict.presentation = json.at("presentation");
    verdict.sample = json.at("sample");
    verdict.attempt = json.value("attempt", 1);
    verdict.judgement = judgementFromJson(json);
    const Json usage = json.value("usage", Json::object());
    verdict.usage.inputTokens = usage.value("input", std::int64_t{0});
    verdict.usage.outputTokens = usage.value("output", std::int64_t{0});
    verdict.usage.cachedTokens = usage.value("cached", std::int64_t{0});
    verdict.usage.estimated = usage.value("estimated", false);
    verdict.latencySeconds = json.value("latency_s", 0.0);
    verdict.requestHash = json.value("request_hash", "");
    verdict.rawReply = json.value("raw_reply", "");
    verdict.createdAt = json.at("created_at");
    return verdict;
}

} // namespace assize
