// SPDX-License-Identifier: Apache-2.0
#include "core/reply/judgement_json.h"

#include "core/reply/quotations.h"

#include <array>
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

std::string_view matchName(QuotationMatch match) {
    constexpr std::array<std::string_view, 4> Names = {"exact", "normalised", "near", "none"};
    return Names.at(static_cast<std::size_t>(match));
}

std::string_view sourceName(QuotationSource source) {
    constexpr std::array<std::string_view, 4> Names = {"response", "reference", "context", "turn"};
    return Names.at(static_cast<std::size_t>(source));
}

/// criterion is empty for the overall justification; preferred is the response that the justification is about.
void addQuotations(json& all, QuotationFinder& finder, const std::string& justification, std::string_view criterion,
    std::optional<std::size_t> preferred) {
    for (const Quotation& quotation : finder.find(justification, preferred)) {
        json entry = {{"criterion", criterion.empty() ? json() : json(criterion)},
            {"side", preferred ? json(*preferred == 0 ? "A" : "B") : json()},
            {"text", justification.substr(quotation.offset, quotation.length)}, {"offset", quotation.offset},
            {"match", matchName(quotation.match)}, {"invented", false}};
        if (quotation.match == QuotationMatch::None) {
            entry["invented"] = quotation.isLong;
        } else {
            entry["source"] = sourceName(quotation.source);
            entry["source_index"] = quotation.sourceIndex;
            entry["source_offset"] = quotation.sourceOffset;
            entry["source_length"] = quotation.sourceLength;
        }
        all.push_back(std::move(entry));
    }
}

} // namespace

json quotationsToJson(const Judgement& judgement, const Item& item) {
    QuotationFinder finder(item);
    json all = json::array();
    addQuotations(all, finder, judgement.overallJustification, {}, std::nullopt);
    for (const CriterionScore& score : judgement.criteria) {
        addQuotations(all, finder, score.justificationA, score.criterion.name, 0);
        addQuotations(all, finder, score.justificationB, score.criterion.name, 1);
    }
    return all;
}

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
