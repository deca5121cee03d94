// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical.h"

#include "core/endpoint/builtin_lexical_reply.h"
#include "core/endpoint/builtin_lexical_scoring.h"
#include "core/endpoint/builtin_lexical_wording.h"
#include "core/model/presentation.h"
#include "core/model/reconcile.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::string_view Name = "builtin:lexical";
/// The tie band of metrics.md, so that the stated preference is the one that the margin implies.
constexpr double TieBand = 0.02;
constexpr std::size_t LengthCriterion = 4;

const std::vector<Criterion>& criteriaOf(const Judge& judge) {
    return judge.criteria.empty() ? builtinCriteria() : judge.criteria;
}

double weightSum(const std::vector<Criterion>& criteria) {
    double sum = 0;
    for (const Criterion& criterion : criteria)
        sum += criterion.weight;
    return sum;
}

ReferencePolicy referenceFor(const JudgeRequest& request) {
    return hidesReference(request.presentation) ? ReferencePolicy::Drop : request.judge->reference;
}

/// The item's response that stands at a place of the presentation.
Result<std::size_t> shownResponse(const JudgeRequest& request, std::size_t place) {
    const std::size_t count = request.item->responses.size();
    const char letter = place < request.presentation.size() ? request.presentation[place] : '\0';
    if (letter < 'A' || static_cast<std::size_t>(letter - 'A') >= count)
        return fail(ErrorCode::InvalidArgument, std::string(Name), said("the item has no response to show there"));
    return static_cast<std::size_t>(letter - 'A');
}

/// Both answers scored on every criterion. The first is the item's earlier one whatever was shown first: a reply is
/// turned round at the end, so that the order cannot matter.
struct PairScores {
    std::vector<ReplyCriterion> criteria;
    double margin = 0; ///< first − second, over weights that sum to 1
    bool bothEmpty = false;
};

PairScores scorePair(
    const Judge& judge, const LexicalSources& sources, const LexicalText& first, const LexicalText& second) {
    PairScores pair;
    pair.bothEmpty = first.isBlank() && second.isBlank();
    double sum = 0;
    for (const Criterion& criterion : criteriaOf(judge)) {
        const std::size_t index = *builtinCriterion(criterion.name);
        LexicalScore a = scoreCriterion(index, sources, first, &second);
        LexicalScore b = scoreCriterion(index, sources, second, &first);
        sum += criterion.weight * (a.tenths - b.tenths);
        pair.criteria.push_back(
            {criterion, a.tenths, b.tenths, std::move(a.justification), std::move(b.justification)});
    }
    pair.margin = sum / (40 * weightSum(criteriaOf(judge)));
    return pair;
}

std::string overallOf(const PairScores& pair, Label label, bool inChinese) {
    std::vector<std::string> leading;
    for (const ReplyCriterion& entry : pair.criteria) {
        const int lead = label == Label::B ? entry.tenthsB - entry.tenthsA : entry.tenthsA - entry.tenthsB;
        if (label != Label::Tie && lead > 0 && entry.criterion.weight > 0)
            leading.push_back(entry.criterion.name);
    }
    return overallWording(std::abs(pair.margin), TieBand, leading, pair.bothEmpty, inChinese);
}

Result<std::string> comparePair(const JudgeRequest& request) {
    const auto firstShown = shownResponse(request, 0);
    const auto secondShown = shownResponse(request, 1);
    if (!firstShown || !secondShown)
        return tl::unexpected(!firstShown ? firstShown.error() : secondShown.error());
    const bool isTurned = *firstShown > *secondShown;
    const Item& item = *request.item;
    const LexicalSources sources = readSources(item, referenceFor(request));
    const bool needsFacts = sources.reference || sources.context;
    const LexicalText first = readLexicalText(item.responses[std::min(*firstShown, *secondShown)].text, needsFacts);
    const LexicalText second = readLexicalText(item.responses[std::max(*firstShown, *secondShown)].text, needsFacts);
    PairScores pair = scorePair(*request.judge, sources, first, second);
    const Label label = pair.bothEmpty ? Label::BothBad : labelFromMargin(pair.margin, TieBand);
    const std::string overall = overallOf(pair, label, sources.inChinese);
    if (isTurned) {
        for (ReplyCriterion& entry : pair.criteria) {
            std::swap(entry.tenthsA, entry.tenthsB);
            std::swap(entry.justificationA, entry.justificationB);
        }
    }
    return rubricYaml(pair.criteria, overall, isTurned ? swapped(label) : label);
}

Result<std::string> scoreOne(const JudgeRequest& request) {
    const auto shown = shownResponse(request, 0);
    if (!shown)
        return tl::unexpected(shown.error());
    const LexicalSources sources = readSources(*request.item, referenceFor(request));
    const LexicalText answer = readLexicalText(request.item->responses[*shown].text, true);
    std::string reasoning = baselineWording(sources.inChinese);
    double sum = 0;
    double weights = 0;
    for (const Criterion& criterion : criteriaOf(*request.judge)) {
        const std::size_t index = *builtinCriterion(criterion.name);
        if (index == LengthCriterion) // says nothing without another answer
            continue;
        const LexicalScore score = scoreCriterion(index, sources, answer, nullptr);
        sum += criterion.weight * (score.tenths - 10) / 40.0;
        weights += criterion.weight;
        reasoning += fmt::format("\n{} {:.1f}: {}", criterion.name, score.tenths / 10.0, score.justification);
    }
    const double share = weights > 0 ? sum / weights : 0;
    const Judge& judge = *request.judge;
    return scoreJson(reasoning, std::round(judge.scaleMin + (judge.scaleMax - judge.scaleMin) * share));
}

Result<std::string> passOrFail(const JudgeRequest& request) {
    const auto shown = shownResponse(request, 0);
    if (!shown)
        return tl::unexpected(shown.error());
    const LexicalSources sources = readSources(*request.item, referenceFor(request));
    const LexicalText answer = readLexicalText(request.item->responses[*shown].text, true);
    const std::vector<TextSpan> unsupported = unsupportedFacts(sources, answer);
    const LexicalWording wording(answer, sources.inChinese);
    const bool hasDocument = sources.context || sources.reference;
    return passFailJson(
        baselineWording(sources.inChinese) + (sources.inChinese ? "" : " ") + wording.facts(unsupported, hasDocument),
        unsupported.empty());
}

} // namespace

Result<void> acceptsLexically(const Judge& judge) {
    if (!judge.name.starts_with("builtin"))
        return fail(ErrorCode::InvalidArgument, judge.name,
            said("builtin:lexical is a fixed baseline and runs only the judges builtin, builtin-direct and "
                 "builtin-pass-fail"));
    const bool isPair = judge.task == Task::Pairwise && judge.reply.format == "rubric-yaml";
    const bool isSingle =
        (judge.task == Task::Direct || judge.task == Task::PassFail) && judge.reply.format == "verdict-json";
    if (!isPair && !isSingle)
        return fail(ErrorCode::InvalidArgument, judge.name,
            said("builtin:lexical answers pairwise judges in rubric-yaml, direct and pass_fail ones in verdict-json"));
    for (const Criterion& criterion : judge.criteria) {
        if (!builtinCriterion(criterion.name) || criterion.type != CriterionType::Scale || criterion.min != 1 ||
            criterion.max != 5)
            return fail(ErrorCode::InvalidArgument, judge.name,
                said("builtin:lexical cannot score \"%1\": it knows its own five criteria, from 1 to 5",
                    criterion.name));
    }
    if (weightSum(criteriaOf(judge)) <= 0)
        return fail(ErrorCode::InvalidArgument, judge.name, said("the weights of its criteria sum to nothing"));
    return {};
}

Result<JudgeReply> answerLexically(const Endpoint&, const JudgeRequest& request, std::stop_token) {
    if (const auto accepted = acceptsLexically(*request.judge); !accepted)
        return tl::unexpected(accepted.error());
    auto text = request.judge->task == Task::Pairwise ? comparePair(request)
                : request.judge->task == Task::Direct ? scoreOne(request)
                                                      : passOrFail(request);
    if (!text)
        return tl::unexpected(text.error());
    JudgeReply reply;
    reply.text = std::move(*text);
    return reply;
}

Endpoint builtinEndpoint() {
    Endpoint endpoint;
    endpoint.name = Name;
    endpoint.kind = "builtin";
    endpoint.url = Name;
    return endpoint;
}

} // namespace assize
