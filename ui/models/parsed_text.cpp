// SPDX-License-Identifier: Apache-2.0
#include "ui/models/parsed_text.h"

#include "core/model/label.h"

#include <fmt/format.h>

namespace assize::ui {
namespace {

void addLine(std::string& text, std::string_view name, const std::string& value) {
    if (!value.empty())
        text += fmt::format("{}: {}\n", name, value);
}

std::string numberText(const std::optional<double>& value) {
    return value ? fmt::format("{:g}", *value) : std::string();
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

} // namespace

std::string parsedText(const Judgement& judgement) {
    std::string text;
    addLine(text, "outcome", std::string(outcomeName(judgement.outcome)));
    addLine(text, "reason", judgement.reason);
    addLine(text, "label", judgement.label ? std::string(labelText(*judgement.label)) : std::string());
    addLine(text, "result", judgement.result);
    std::string scores;
    for (const double score : judgement.scores)
        scores += fmt::format("{}{:g}", scores.empty() ? "" : ", ", score);
    addLine(text, "scores", scores);
    addLine(text, "weighted_score_a", numberText(judgement.weightedScoreA));
    addLine(text, "weighted_score_b", numberText(judgement.weightedScoreB));
    addLine(text, "score_margin", numberText(judgement.scoreMargin));
    addLine(text, "flags", joined(judgement.flags));
    addLine(text, "recovered", joined(judgement.recovered));
    for (const CriterionScore& score : judgement.criteria) {
        text += fmt::format("\n{} (weight {:g})\n", score.criterion.name, score.criterion.weight);
        addLine(text, "  score_a", numberText(score.scoreA));
        addLine(text, "  score_b", numberText(score.scoreB));
        addLine(text, "  justification_a", score.justificationA);
        addLine(text, "  justification_b", score.justificationB);
    }
    if (!judgement.overallJustification.empty())
        text += "\noverall: " + judgement.overallJustification + '\n';
    return text;
}

} // namespace assize::ui
