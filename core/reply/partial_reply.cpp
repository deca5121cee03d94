// SPDX-License-Identifier: Apache-2.0
#include "core/reply/partial_reply.h"

#include "core/base/text.h"
#include "core/model/presentation.h"
#include "core/reply/formats.h"
#include "core/reply/json_reply.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"
#include "core/reply/rubric_reading.h"
#include "core/reply/yaml_lines.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

std::string_view completeLines(std::string_view text) {
    const std::size_t end = text.rfind('\n');
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

bool isCriteriaKey(std::string_view key) {
    return keyMeansAny(key, {"criteria", "criteria_breakdown", "rubric"});
}

/// Takes out the criterion that the text ends in: more of it may come.
void dropOpenCriterion(ReplyNode& node) {
    if (node.children.empty())
        return;
    ReplyNode& last = node.children.back();
    if (last.kind == ReplyNode::Kind::Scalar || last.kind == ReplyNode::Kind::Null)
        return;
    const bool holdsCriteria =
        isCriteriaKey(last.key) || (!last.children.empty() && last.children.back().kind == ReplyNode::Kind::Map);
    if (!holdsCriteria)
        node.children.pop_back();
    else if (isCriteriaKey(last.key) && !last.children.empty())
        last.children.pop_back();
    else
        dropOpenCriterion(last);
}

ReplyReading readYamlSoFar(std::string_view text, const ReplyContext& context) {
    const std::vector<FencedBlock> blocks = fencedBlocks(text);
    ReplyNode root = readYamlLines(completeLines(blocks.empty() ? text : blocks.back().inside)).root;
    if (blocks.empty() || blocks.back().end == text.size())
        dropOpenCriterion(root);
    ReplyReading reading;
    if (looksLikeRubric(root))
        readRubric(root, context, {.needsBrackets = true}, reading);
    return reading;
}

std::string justificationIn(std::string_view json) {
    Judgement notes;
    const auto isAny = [](const ReplyNode&) { return true; };
    const JsonReading read = readJsonObjects(json, isAny, notes);
    if (read.objects.empty())
        return {};
    const ReplyNode* why = childOf(
        read.objects.back(), {"reasoning", "justification", "explanation", "rationale", "overall_justification"});
    return why == nullptr ? std::string() : why->text;
}

template <ReplyReading (*Read)(std::string_view, const ReplyContext&)>
ReplyReading readJsonSoFar(std::string_view text, const ReplyContext& context) {
    const std::string closed = closedJson(text, false);
    if (closed.empty())
        return {};
    ReplyReading reading = Read(closed, context);
    if (reading.judgement.overallJustification.empty())
        reading.judgement.overallJustification = justificationIn(closedJson(text, true));
    return reading;
}

ReplyReading readScorePairSoFar(std::string_view text, const ReplyContext& context) {
    const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
    return text.find('\n', begin) == std::string_view::npos ? ReplyReading() : readScorePair(text, context);
}

ReplyReading readReasoningSoFar(std::string_view text, const ReplyContext& context) {
    ReplyReading reading = readReasoningResult(completeLines(text), context);
    if (reading.judgement.outcome == Outcome::Verdict)
        return reading;
    for (const std::string_view opening : {"**Reasoning:**", "Feedback:"}) {
        if (const std::string_view said = trimmed(text); said.starts_with(opening))
            text = said.substr(opening.size());
    }
    reading.judgement.overallJustification = std::string(trimmed(text));
    return reading;
}

/// Prose first: the verdict stands in its last words, and a half-written one is none.
ReplyReading readProseSoFar(std::string_view text, const ReplyContext& context) {
    ReplyReading reading = context.judge->reply.format == "label" ? readLabel(text, context) : ReplyReading();
    if (reading.judgement.overallJustification.empty())
        reading.judgement.overallJustification = std::string(trimmed(text));
    return reading;
}

struct PartialFormat {
    std::string_view name;
    ReplyReading (*read)(std::string_view textSoFar, const ReplyContext& context);
};

constexpr std::array PartialFormats = {PartialFormat{"rubric-yaml", readYamlSoFar},
    PartialFormat{"rubric-json", readJsonSoFar<readRubricJson>},
    PartialFormat{"verdict-json", readJsonSoFar<readVerdictJson>},
    PartialFormat{"score-json", readJsonSoFar<readScoreJson>}, PartialFormat{"score-pair", readScorePairSoFar},
    PartialFormat{"reasoning-result", readReasoningSoFar}, PartialFormat{"label", readProseSoFar},
    PartialFormat{"token", readProseSoFar}, PartialFormat{"regex", readProseSoFar}};

void normaliseCriteria(std::vector<CriterionScore>& criteria) {
    for (CriterionScore& score : criteria) {
        score.normalisedA = normalisedScore(score.criterion, score.scoreA);
        score.normalisedB = normalisedScore(score.criterion, score.scoreB);
    }
}

} // namespace

PartialVerdict readPartialReply(std::string_view replySoFar, const ReplyContext& given) {
    ReplyContext context = given;
    context.presentation = lettersOf(given.presentation);
    PartialVerdict partial;
    const CleanReply clean = cleanReply(replySoFar);
    partial.blankBytes = clean.text.size() - std::min(clean.text.find_last_not_of(" \t\r\n") + 1, clean.text.size());
    partial.isThinking = clean.thinksToTheEnd;
    const auto format = std::find_if(PartialFormats.begin(), PartialFormats.end(),
        [&](const PartialFormat& known) { return known.name == context.judge->reply.format; });
    if (partial.isThinking || format == PartialFormats.end())
        return partial;
    Judgement judgement = format->read(clean.text, context).judgement;
    normaliseCriteria(judgement.criteria);
    mapToItemOrder(judgement, context.presentation, context.judge->task);
    partial.criteria = std::move(judgement.criteria);
    partial.justification = std::move(judgement.overallJustification);
    if (judgement.reason == "ambiguous")
        return partial;
    partial.label = judgement.label;
    partial.result = std::move(judgement.result);
    partial.scores = std::move(judgement.scores);
    return partial;
}

} // namespace assize
