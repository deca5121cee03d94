// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_scoring.h"

#include "core/endpoint/builtin_lexical_evidence.h"
#include "core/endpoint/builtin_lexical_form.h"
#include "core/endpoint/builtin_lexical_wording.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr int Lowest = 10;
constexpr int Middle = 30;
constexpr int Highest = 50;
/// ROUGE-L looks at this many words of each text, which bounds its cost; answers are rarely longer.
constexpr std::size_t RougeWords = 4096;

int tenthsOf(double share) {
    return Lowest + static_cast<int>(std::lround(share * (Highest - Lowest)));
}

double ratio(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<std::size_t> merged(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    std::vector<std::size_t> all;
    all.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return all;
}

std::vector<std::size_t> documentKeys(const LexicalSources& sources) {
    const std::vector<std::size_t> none;
    return merged(sources.reference ? sources.reference->contentKeys : none,
        sources.context ? sources.context->contentKeys : none);
}

double rougeL(const LexicalText& answer, const LexicalText& reference) {
    if (answer.keys.empty() || reference.keys.empty())
        return 0;
    const auto head = [](const std::vector<std::size_t>& keys) {
        return std::vector<std::size_t>(
            keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), RougeWords)));
    };
    const std::vector<std::size_t> mine = head(answer.keys);
    const std::vector<std::size_t> theirs = head(reference.keys);
    return 2.0 * ratio(commonSubsequence(mine, theirs), mine.size() + theirs.size());
}

LexicalScore scoreCoverage(const LexicalSources& sources, const LexicalText& answer, const LexicalWording& wording) {
    CoverageFinding finding;
    finding.total = sources.prompt.contentKeys.size();
    if (finding.total == 0)
        return {Middle, wording.coverage(finding)};
    finding.used = commonCount(sources.prompt.contentKeys, answer.contentKeys);
    finding.evidence = evidenceFor(answer, sources.prompt.contentKeys);
    finding.missing = missingWords(sources.prompt, answer);
    return {tenthsOf(ratio(finding.used, finding.total)), wording.coverage(finding)};
}

/// The mean of what can be measured: shares of content words and of facts that stand in the sources, and ROUGE-L.
LexicalScore scoreSupport(const LexicalSources& sources, const LexicalText& answer, const LexicalWording& wording) {
    if (!sources.reference && !sources.context)
        return {Middle, wording.noSource()};
    const std::vector<std::size_t> keys = documentKeys(sources);
    SupportFinding finding;
    double sum = 0;
    int parts = 0;
    finding.words = answer.contentKeys.size();
    if (finding.words > 0) {
        finding.found = commonCount(answer.contentKeys, keys);
        finding.evidence = evidenceFor(answer, keys);
        sum += ratio(finding.found, finding.words);
        ++parts;
    }
    if (!answer.facts.empty()) {
        const auto supported = std::count_if(
            answer.facts.begin(), answer.facts.end(), [&](Fact fact) { return isSupported(answer, fact, keys); });
        finding.unsupported = factsOutside(answer, keys);
        sum += ratio(static_cast<std::size_t>(supported), answer.facts.size());
        ++parts;
    }
    if (sources.reference) {
        finding.rougeL = rougeL(answer, *sources.reference);
        sum += *finding.rougeL;
        ++parts;
    }
    return {parts == 0 ? Middle : tenthsOf(sum / parts), wording.support(finding)};
}

LexicalScore scoreRepetition(const LexicalText& answer, const LexicalWording& wording) {
    const Repetition finding = repetitionOf(answer);
    return {
        finding.total == 0 ? Highest : tenthsOf(ratio(finding.distinct, finding.total)), wording.repetition(finding)};
}

LexicalScore scoreForm(const LexicalText& answer, const LexicalWording& wording) {
    const std::vector<FoundDefect> defects = formDefects(answer);
    int tenths = Highest;
    for (const FoundDefect& found : defects)
        tenths -= found.defect == FormDefect::Refusal ? 30 : found.defect == FormDefect::UnclosedFence ? 20 : 15;
    return {std::max(tenths, Lowest), wording.form(defects)};
}

/// One point up for each doubling of the other answer's length, one down for each halving.
LexicalScore scoreLength(const LexicalText& answer, const LexicalText* other, const LexicalWording& wording) {
    if (other == nullptr)
        return {Middle, wording.length(answer.length, std::nullopt)};
    const double doublings =
        std::log2(static_cast<double>(answer.length + 1)) - std::log2(static_cast<double>(other->length + 1));
    const int tenths = Middle + static_cast<int>(std::lround(doublings * 10));
    return {std::clamp(tenths, Lowest, Highest), wording.length(answer.length, other->length)};
}

Criterion scaleOf(std::string name, double weight, std::string description) {
    return {std::move(name), std::move(description), weight, CriterionType::Scale, 1, 5, {}};
}

} // namespace

LexicalSources readSources(const Item& item, ReferencePolicy reference) {
    LexicalSources sources;
    sources.prompt = readLexicalText(promptOf(item), false);
    if (item.reference && reference != ReferencePolicy::Drop && !trimmed(*item.reference).empty())
        sources.reference = readLexicalText(*item.reference, false);
    if (item.context && !trimmed(*item.context).empty())
        sources.context = readLexicalText(*item.context, false);
    std::string sample = sources.prompt.text;
    if (sources.prompt.isBlank()) {
        for (const Response& response : item.responses)
            sample += toValidUtf8(response.text);
    }
    sources.inChinese = isMostlyHan(sample);
    return sources;
}

const std::vector<Criterion>& builtinCriteria() {
    static const std::vector<Criterion> criteria = {
        scaleOf("Coverage of the prompt", 0.35, "How many of the prompt's content words the response takes up"),
        scaleOf("Support by the sources", 0.3,
            "How much of the response's words, numbers and names stands in the reference or context"),
        scaleOf("No repetition", 0.15, "How few of its word sequences the response repeats"),
        scaleOf(
            "Form", 0.1, "Whether code fences and lists are closed and the response is neither empty nor a refusal"),
        scaleOf("Length", 0.1, "How its length stands to that of the other response"),
    };
    return criteria;
}

std::optional<std::size_t> builtinCriterion(std::string_view name) {
    const auto& all = builtinCriteria();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Criterion& known) { return known.name == name; });
    if (found == all.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

LexicalScore scoreCriterion(
    std::size_t criterion, const LexicalSources& sources, const LexicalText& answer, const LexicalText* other) {
    const LexicalWording wording(answer, sources.inChinese);
    if (answer.isBlank())
        return {Lowest, wording.emptyAnswer()};
    switch (criterion) {
    case 0:
        return scoreCoverage(sources, answer, wording);
    case 1:
        return scoreSupport(sources, answer, wording);
    case 2:
        return scoreRepetition(answer, wording);
    case 3:
        return scoreForm(answer, wording);
    default:
        return scoreLength(answer, other, wording);
    }
}

std::vector<TextSpan> unsupportedFacts(const LexicalSources& sources, const LexicalText& answer) {
    return factsOutside(answer, merged(documentKeys(sources), sources.prompt.contentKeys));
}

} // namespace assize
