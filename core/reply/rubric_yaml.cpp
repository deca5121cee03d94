// SPDX-License-Identifier: Apache-2.0
// The Nova rubric judge's YAML (interfaces.md, rubric-yaml; protocols.md, 3.4).
#include "core/base/text.h"
#include "core/reply/formats.h"
#include "core/reply/reply_text.h"
#include "core/reply/rubric_reading.h"
#include "core/reply/yaml_lines.h"

#include <optional>

namespace assize {
namespace {

constexpr std::size_t MostForLibrary = 64U << 10U; ///< yaml-cpp is slow, and the line reader has read it anyway

/// One stretch of the reply that may be the document.
struct Candidate {
    std::string_view text;
    bool isFenced = false;
    bool hasTextAround = false;
};

std::vector<Candidate> candidatesOf(std::string_view reply) {
    const std::vector<FencedBlock> blocks = fencedBlocks(reply);
    std::vector<Candidate> candidates;
    // A fence inside a justification is no fence around the document.
    if (blocks.empty() || looksLikeRubric(readYamlLines(reply.substr(0, blocks.front().begin)).root))
        return {{reply, false, false}};
    const bool hasTextAround = !trimmed(reply.substr(0, blocks.front().begin)).empty() ||
                               !trimmed(reply.substr(blocks.back().end)).empty() || blocks.size() > 1;
    candidates.reserve(blocks.size());
    for (const FencedBlock& block : blocks)
        candidates.push_back({block.inside, true, hasTextAround});
    return candidates;
}

std::optional<ReplyReading> readCandidate(const Candidate& candidate, const ReplyContext& context) {
    YamlReading yaml = readYamlLines(candidate.text);
    if (!yaml.isTooLarge && yaml.needsLibrary && candidate.text.size() <= MostForLibrary) {
        auto exact = readYamlByLibrary(candidate.text);
        yaml.isRepaired = !exact.has_value();
        if (exact)
            yaml.root = std::move(*exact);
    }
    if (yaml.isTooLarge || !looksLikeRubric(yaml.root))
        return std::nullopt;
    ReplyReading reading;
    if (candidate.isFenced)
        noteRecovered(reading.judgement, "code-fence");
    if (candidate.hasTextAround || yaml.hasProse)
        noteRecovered(reading.judgement, "surrounding-prose");
    if (yaml.isRepaired)
        noteRecovered(reading.judgement, "yaml-lines");
    if (yaml.hasFullWidth)
        noteRecovered(reading.judgement, "full-width");
    readRubric(yaml.root, context, {.needsBrackets = true}, reading);
    return reading;
}

/// The label that stands last in the reply, as "[[A>B]]"; nothing if the last brackets hold none.
std::optional<ReadLabel> lastBracketLabel(std::string_view reply) {
    const std::size_t begin = reply.rfind("[[");
    if (begin == std::string_view::npos)
        return std::nullopt;
    const std::size_t end = reply.find(']', begin);
    Judgement unused;
    return labelFromReply(reply.substr(begin, end == std::string_view::npos ? end : end + 2 - begin), false, unused);
}

} // namespace

ReplyReading readRubricYaml(std::string_view reply, const ReplyContext& context) {
    ReplyReading chosen;
    refuse(chosen.judgement, Outcome::Unparseable, "not-yaml");
    for (const Candidate& candidate : candidatesOf(reply)) {
        auto reading = readCandidate(candidate, context);
        if (!reading)
            continue;
        const auto& earlier = chosen.judgement.label;
        const bool isSecond = earlier && reading->judgement.label && *earlier != *reading->judgement.label;
        chosen = std::move(*reading);
        if (isSecond) {
            refuse(chosen.judgement, Outcome::Unparseable, "ambiguous");
            break;
        }
    }
    // Lines that were cut off look whole; what stands behind the criteria says that all of them are there.
    const bool isPair = context.judge->task == Task::Pairwise || context.judge->task == Task::ScorePair;
    if (context.truncated && !isPair && chosen.judgement.outcome == Outcome::Verdict &&
        chosen.judgement.overallJustification.empty())
        refuse(chosen.judgement, Outcome::Truncated, "cut-off");
    const auto last = lastBracketLabel(reply);
    if (last && chosen.judgement.label && *chosen.judgement.label != last->label)
        refuse(chosen.judgement, Outcome::Unparseable, "ambiguous");
    return chosen;
}

} // namespace assize
