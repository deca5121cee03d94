// SPDX-License-Identifier: Apache-2.0
#include "core/import/nova_document.h"

#include "core/import/row.h"
#include "core/model/presentation.h"
#include "core/reply/normalise.h"
#include "core/reply/yaml_lines.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace assize {
namespace {

std::optional<std::string> textIn(const ReplyNode& node, std::string_view key) {
    const ReplyNode* child = childOf(node, {key});
    return child != nullptr && child->kind == ReplyNode::Kind::Scalar ? std::optional(child->text) : std::nullopt;
}

std::optional<double> numberFrom(std::string_view text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<double> numberIn(const ReplyNode& node, std::string_view key) {
    const auto text = textIn(node, key);
    return text ? numberFrom(*text) : std::nullopt;
}

/// true and false of a binary criterion, or a number.
std::optional<double> scoreIn(const ReplyNode& node, std::string_view key) {
    const auto text = textIn(node, key);
    if (text == "true" || text == "false")
        return text == "true" ? 1 : 0;
    return text ? numberFrom(*text) : std::nullopt;
}

std::vector<Turn> turnsOf(const ReplyNode& root) {
    std::vector<Turn> turns;
    if (const ReplyNode* list = childOf(root, {"turns"})) {
        for (const ReplyNode& turn : list->children)
            turns.push_back({textIn(turn, "role").value_or("user"), textIn(turn, "content").value_or("")});
    }
    const auto prompt = textIn(root, "prompt");
    if (turns.empty() && prompt)
        turns.push_back({"user", *prompt});
    return turns;
}

/// response alone, or response_A, response_B …, beyond the letters response_27 ….
std::vector<Response> responsesOf(const ReplyNode& root) {
    constexpr std::size_t Letters = 26;
    std::vector<Response> responses;
    if (const auto only = textIn(root, "response"))
        responses.push_back({*only, textIn(root, "model").value_or("")});
    while (true) {
        const std::size_t index = responses.size();
        const std::string suffix =
            index < Letters ? std::string(1, static_cast<char>('a' + index)) : fmt::format("{}", index + 1);
        const auto text = textIn(root, "response_" + suffix);
        if (!text)
            return responses;
        responses.push_back({*text, textIn(root, "model_" + suffix).value_or("")});
    }
}

CriterionScore criterionOf(const ReplyNode& node) {
    CriterionScore score;
    Criterion& criterion = score.criterion;
    criterion.name = node.key;
    criterion.description = textIn(node, "description").value_or("");
    criterion.type = criterionTypeFrom(textIn(node, "type").value_or("")).value_or(CriterionType::Scale);
    criterion.weight = numberIn(node, "weight").value_or(1);
    criterion.min = numberIn(node, "min").value_or(criterion.min);
    criterion.max = numberIn(node, "max").value_or(criterion.max);
    const bool isOne = childOf(node, {"score"}) != nullptr;
    score.scoreA = scoreIn(node, isOne ? "score" : "score_a");
    score.scoreB = scoreIn(node, "score_b");
    score.justificationA =
        textIn(node, childOf(node, {"justification"}) != nullptr ? "justification" : "justification_a").value_or("");
    score.justificationB = textIn(node, "justification_b").value_or("");
    return score;
}

std::vector<std::string> textsIn(const ReplyNode& node, std::string_view key) {
    std::vector<std::string> texts;
    if (const ReplyNode* list = childOf(node, {key})) {
        for (const ReplyNode& entry : list->children)
            texts.push_back(entry.text);
    }
    return texts;
}

/// No text of a session holds one.
bool hasNul(const ReplyNode& node) {
    return node.text.find('\0') != std::string::npos || node.key.find('\0') != std::string::npos ||
           std::any_of(node.children.begin(), node.children.end(), hasNul);
}

/// What the judge asks for: named, or told by what the verdict holds.
Task taskOf(const ReplyNode& root, std::size_t responses) {
    if (const auto named = taskFrom(textIn(root, "task").value_or("")))
        return *named;
    if (responses > 2)
        return Task::Select;
    const auto result = textIn(root, "result");
    if (childOf(root, {"preference"}) != nullptr || responses == 2 || !result)
        return responses == 1 ? Task::Direct : Task::Pairwise;
    if (result == "PASS" || result == "FAIL")
        return Task::PassFail;
    return numberFrom(*result) ? Task::Direct : Task::Classify;
}

/// What the document says besides its criteria. Totals are read where no criteria give them.
Judgement judgementOf(const ReplyNode& root, const Judge& judge) {
    Judgement judgement;
    judgement.label = labelFromText(textIn(root, "preference").value_or(""));
    if (const auto step = numberIn(root, "step"))
        judgement.step = static_cast<int>(std::clamp(*step, -3.0, 3.0));
    judgement.result = textIn(root, "result").value_or("");
    for (const std::string& score : textsIn(root, "scores")) {
        if (const auto number = numberFrom(score))
            judgement.scores.push_back(*number);
    }
    if (const ReplyNode* criteria = childOf(root, {"criteria"})) {
        for (const ReplyNode& criterion : criteria->children)
            judgement.criteria.push_back(criterionOf(criterion));
    }
    judgement.overallJustification = textIn(root, "overall_justification").value_or("");
    const bool saysSomething = judgement.label || !judgement.result.empty() || !judgement.scores.empty();
    const auto outcome = outcomeFrom(textIn(root, "outcome").value_or(""));
    judgement.outcome = outcome.value_or(saysSomething ? Outcome::Verdict : Outcome::Unparseable);
    judgement.reason = textIn(root, "reason").value_or(outcome || saysSomething ? "" : "no-label");
    if (!judgement.criteria.empty())
        computeScores(judgement, judge);
    if (!judgement.weightedScoreA) {
        judgement.weightedScoreA = numberIn(root, "weighted_score_a");
        judgement.weightedScoreB = numberIn(root, "weighted_score_b");
        judgement.scoreMargin = numberIn(root, "score_margin");
    }
    for (std::string& flag : textsIn(root, "flags")) {
        if (std::find(judgement.flags.begin(), judgement.flags.end(), flag) == judgement.flags.end())
            judgement.flags.push_back(std::move(flag));
    }
    return judgement;
}

/// The order the responses were shown in; without one, their own. Nothing if it is no order of theirs.
std::optional<std::string> presentationOf(const ReplyNode& root, std::size_t responses) {
    constexpr std::string_view Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const auto written = textIn(root, "presentation");
    if (!written)
        return responses > Letters.size()
                   ? std::nullopt
                   : std::optional(std::string(Letters.substr(0, responses == 0 ? 2 : responses)));
    const std::string_view letters = lettersOf(*written);
    return isPresentation(letters, responses == 0 ? letters.size() : responses) ? written : std::nullopt;
}

ImportedVerdict verdictOf(const ReplyNode& root, std::size_t responses, std::string presentation) {
    ImportedVerdict imported;
    Judge judge;
    judge.task = taskOf(root, responses);
    imported.run.name = textIn(root, "run").value_or("");
    imported.run.task = judge.task;
    imported.run.orders = Orders::Both;
    imported.run.scaleMin = judge.scaleMin = numberIn(root, "scale_min").value_or(judge.scaleMin);
    imported.run.scaleMax = judge.scaleMax = numberIn(root, "scale_max").value_or(judge.scaleMax);
    imported.verdict.presentation = std::move(presentation);
    imported.verdict.sample = std::max(static_cast<int>(numberIn(root, "sample").value_or(1)), 1);
    imported.verdict.judgement = judgementOf(root, judge);
    return imported;
}

} // namespace

Result<ImportRecord> readNovaDocument(std::string_view text) {
    const auto root = readYamlByLibrary(text);
    if (!root || root->kind != ReplyNode::Kind::Map)
        return unusable(said("not valid YAML"));
    const bool isVerdict = childOf(*root, {"criteria", "preference", "result", "scores", "outcome"}) != nullptr;
    if (!isVerdict)
        return unusable(said("it holds no verdict"));
    if (hasNul(*root))
        return unusable(said("a text holds a NUL character"));
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "nova";
    item.sourceId = textIn(*root, "id").value_or("");
    item.category = textIn(*root, "category").value_or("");
    item.turns = turnsOf(*root);
    item.responses = responsesOf(*root);
    item.reference = textIn(*root, "reference");
    item.context = textIn(*root, "context");
    auto presentation = presentationOf(*root, item.responses.size());
    if (!presentation)
        return unusable(said("presentation is no order of the responses"));
    record.verdicts.push_back(verdictOf(*root, item.responses.size(), std::move(*presentation)));
    return record;
}

} // namespace assize
