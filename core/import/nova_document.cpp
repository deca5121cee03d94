// SPDX-License-Identifier: Apache-2.0
#include "core/import/nova_document.h"

#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/import/row.h"
#include "core/model/presentation.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"
#include "core/reply/rubric_reading.h"
#include "core/reply/yaml_lines.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace assize {
namespace {

std::optional<std::string> textIn(const ReplyNode& node, std::string_view key) {
    const ReplyNode* child = childOf(node, {key});
    return child != nullptr && child->kind == ReplyNode::Kind::Scalar ? std::optional(child->text) : std::nullopt;
}

std::optional<double> numberIn(const ReplyNode& node, std::string_view key) {
    const auto text = textIn(node, key);
    return text ? numberFrom<double>(trimmed(*text)) : std::nullopt;
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

/// response_B, response_27: what responsesOf() would look for.
bool isLetteredResponse(const ReplyNode& node) {
    constexpr std::string_view Prefix = "response_";
    if (node.key.size() <= Prefix.size() || !keyMeans(node.key.substr(0, Prefix.size()), Prefix))
        return false;
    const std::string_view suffix = std::string_view(node.key).substr(Prefix.size());
    return suffix.size() == 1 || suffix.find_first_not_of("0123456789") == std::string_view::npos;
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

bool hasLabel(const ReplyNode& root) {
    return childOf(root, {"preference", "verdict", "label", "predictions", "prediction"}) != nullptr;
}

/// What the judge asks for: named, or told by what the verdict holds.
Task taskOf(const ReplyNode& root, std::size_t responses) {
    if (const auto named = taskFrom(textIn(root, "task").value_or("")))
        return *named;
    if (responses > 2)
        return Task::Select;
    const auto result = textIn(root, "result");
    if (responses == 2 || (responses == 0 && (hasLabel(root) || !result)))
        return Task::Pairwise;
    if (result == "PASS" || result == "FAIL")
        return Task::PassFail;
    return !result || numberFrom<double>(*result) ? Task::Direct : Task::Classify;
}

void invalid(Judgement& judgement, std::string reason) {
    if (judgement.outcome == Outcome::Verdict)
        refuse(judgement, Outcome::Invalid, std::move(reason));
}

void readStep(const ReplyNode& root, Judgement& judgement) {
    constexpr double MostSteps = 3;
    const auto text = textIn(root, "step");
    if (!text)
        return;
    const auto step = numberFrom<double>(trimmed(*text));
    if (step && std::abs(*step) <= MostSteps && *step == std::trunc(*step))
        judgement.step = static_cast<int>(*step);
    else
        invalid(judgement, fmt::format("out-of-range: step {}, -3 to 3", *text));
}

/// Scores of a list, and the score of a direct judge, which its result repeats.
void readScores(const ReplyNode& root, Task task, Judgement& judgement) {
    judgement.result = textIn(root, "result").value_or("");
    for (const std::string& text : textsIn(root, "scores")) {
        if (const auto number = numberFrom<double>(trimmed(text)))
            judgement.scores.push_back(*number);
        else
            invalid(judgement, fmt::format("not-a-number: score {}", text));
    }
    if (task != Task::Direct || !judgement.scores.empty() || judgement.result.empty())
        return;
    if (const auto number = numberFrom<double>(trimmed(judgement.result)))
        judgement.scores = {*number};
    else
        invalid(judgement, fmt::format("not-a-number: score {}", judgement.result));
}

/// What the document says, read as a judge's reply is. Its sides are the item's already, and the bounds of several
/// scores do not stand in it. Totals are used where no criteria give them; those of our own export are not what a judge
/// stated, and what contradicted such a total stands among its flags.
Judgement judgementOf(const ReplyNode& root, const Judge& judge) {
    ReplyReading reading;
    Judgement& judgement = reading.judgement;
    ReplyContext context;
    context.judge = &judge;
    readRubric(root, context, {.ownScales = true}, reading);
    const bool isPair = judge.task == Task::Pairwise || judge.task == Task::ScorePair;
    if (!isPair) {
        judgement.label.reset();
        judgement.step.reset();
    }
    readStep(root, judgement);
    readScores(root, judge.task, judgement);
    if (!isPair && judgement.criteria.empty() && judgement.scores.empty() && judgement.result.empty())
        refuse(judgement, Outcome::Unparseable, "no-verdict");
    const auto outcome = outcomeFrom(textIn(root, "outcome").value_or("verdict"));
    if (outcome && *outcome != Outcome::Verdict)
        refuse(judgement, *outcome, textIn(root, "reason").value_or(""));
    const ReplyReading stated = reading;
    if (childOf(root, {"version"}) != nullptr)
        reading.statedScoreA = reading.statedScoreB = reading.statedMargin = std::nullopt;
    if (judge.task != Task::Direct)
        judgement.scores.clear();
    normaliseReading(reading, context);
    for (const std::string& flag : textsIn(root, "flags"))
        noteFlag(judgement, flag);
    if (judgement.outcome != Outcome::Verdict)
        return judgement;
    judgement.scores = judge.task == Task::Direct ? judgement.scores : stated.judgement.scores;
    if (judgement.criteria.empty()) {
        judgement.weightedScoreA = stated.statedScoreA ? stated.statedScoreA : judgement.weightedScoreA;
        judgement.weightedScoreB = stated.statedScoreB;
        judgement.scoreMargin = stated.statedMargin;
    }
    if (const auto reason = textIn(root, "reason"))
        judgement.reason = *reason;
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

/// Two finite numbers, the first below the second; those that are not given are the usual ones.
bool readScale(const ReplyNode& root, Judge& judge) {
    for (auto [key, bound] : {std::pair("scale_min", &judge.scaleMin), std::pair("scale_max", &judge.scaleMax)}) {
        if (childOf(root, {key}) == nullptr)
            continue;
        const auto number = numberIn(root, key);
        if (!number)
            return false;
        *bound = *number;
    }
    return judge.scaleMin < judge.scaleMax && std::isfinite(judge.scaleMax - judge.scaleMin);
}

std::optional<int> sampleOf(const ReplyNode& root) {
    if (childOf(root, {"sample"}) == nullptr)
        return 1;
    const auto number = numberIn(root, "sample");
    const bool isSample = number && *number >= 1 && *number <= std::numeric_limits<int>::max();
    return isSample && *number == std::trunc(*number) ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Result<ImportedVerdict> verdictOf(const ReplyNode& root, std::size_t responses) {
    auto presentation = presentationOf(root, responses);
    if (!presentation)
        return unusable(said("presentation is no order of the responses"));
    const auto sample = sampleOf(root);
    if (!sample)
        return unusable(said("sample is no whole number from 1"));
    Judge judge;
    judge.rubricPolicy = RubricPolicy::None;
    judge.task = taskOf(root, responses);
    if (!readScale(root, judge))
        return unusable(said("scale_min and scale_max are no scale"));
    ImportedVerdict imported;
    imported.run.name = textIn(root, "run").value_or("");
    imported.run.task = judge.task;
    imported.run.orders = Orders::Both;
    imported.run.scaleMin = judge.scaleMin;
    imported.run.scaleMax = judge.scaleMax;
    imported.verdict.presentation = std::move(*presentation);
    imported.verdict.sample = *sample;
    imported.verdict.judgement = judgementOf(root, judge);
    return imported;
}

} // namespace

Result<ImportRecord> readNovaDocument(std::string_view text) {
    const auto root = readYamlByLibrary(text);
    if (!root || root->kind != ReplyNode::Kind::Map)
        return unusable(said("not valid YAML"));
    if (!looksLikeRubric(*root) && childOf(*root, {"result", "scores", "outcome"}) == nullptr)
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
    const auto lettered = std::count_if(root->children.begin(), root->children.end(), isLetteredResponse);
    if (item.responses.size() != static_cast<std::size_t>(lettered) + (textIn(*root, "response") ? 1 : 0))
        return unusable(said("its responses are not response_A, response_B and so on, each a text and once"));
    auto verdict = verdictOf(*root, item.responses.size());
    if (!verdict)
        return tl::unexpected(verdict.error());
    record.verdicts.push_back(std::move(*verdict));
    return record;
}

} // namespace assize
