// SPDX-License-Identifier: Apache-2.0
#include "core/judge/partials.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace assize {
namespace {

bool isPairwise(const Judge& judge) {
    return judge.task == Task::Pairwise || judge.task == Task::ScorePair;
}

std::string categoryNames(const std::vector<Category>& categories) {
    std::string out;
    for (const Category& category : categories)
        out += (out.empty() ? "" : ", ") + category.name;
    return out;
}

std::string scoringOf(const Criterion& criterion) {
    switch (criterion.type) {
    case CriterionType::Binary:
        return "true or false";
    case CriterionType::Categorical:
        return "one of: " + categoryNames(criterion.categories);
    case CriterionType::Scale:
        break;
    }
    return fmt::format("{} to {}", criterion.min, criterion.max);
}

std::string fixedRubric(const Judge& judge) {
    std::string out = "Score exactly these criteria, under these names:\n";
    for (const Criterion& criterion : judge.criteria) {
        out += fmt::format("\n- {} (weight {}, {})", criterion.name, criterion.weight, scoringOf(criterion));
        if (!criterion.description.empty())
            out += ": " + criterion.description;
    }
    return out;
}

std::string generatedRubric(const Judge& judge) {
    return fmt::format(
        "First write a rubric for this prompt: three to six criteria that tell a good answer to it from a poor one. "
        "Give each a short name, one sentence of description, a type and a weight. A \"scale\" criterion is scored {} "
        "to {}, a \"binary\" one true or false. The weights are fractions that sum to 1.",
        judge.scaleMin, judge.scaleMax);
}

std::string classList(const Judge& judge) {
    std::string out = "The classes are:\n";
    for (const Category& category : judge.categories)
        out += fmt::format("\n- {}{}", category.name, category.description.empty() ? "" : ": " + category.description);
    return out;
}

constexpr std::string_view PairLabels =
    "[[A>B]] if A is better, [[B>A]] if B is better, [[A=B]] if they are equally good, "
    "[[A=B (bothbad)]] if they are equally bad";

std::string rubricYamlContract(const Judge& judge) {
    const bool isFixed = judge.rubricPolicy == RubricPolicy::Fixed;
    const std::string scores = isPairwise(judge) ? "    score_A: 4\n    score_B: 2\n    justification_A: \"…\"\n"
                                                   "    justification_B: \"…\"\n"
                                                 : "    score: 4\n    justification: \"…\"\n";
    std::string out = "Reply in YAML and with nothing else, in this form:\n\ncriteria:\n  name of the criterion:\n";
    if (!isFixed)
        out += "    description: \"…\"\n    type: scale\n    weight: 0.4\n";
    out += scores + "overall_justification: \"…\"\n";
    if (isPairwise(judge))
        out += fmt::format("preference: '[[A>B]]'\n\nThe preference is {}.", PairLabels);
    return out + "\nKeep every text on one line in double quotes. In justifications, quote the words that you rest on.";
}

std::string rubricJsonContract(const Judge& judge) {
    const std::string scores = isPairwise(judge)
                                   ? R"("score_A": 4, "score_B": 2, "justification_A": "…", "justification_B": "…")"
                                   : R"("score": 4, "justification": "…")";
    const std::string own =
        judge.rubricPolicy == RubricPolicy::Fixed ? "" : R"("description": "…", "type": "scale", "weight": 0.4, )";
    std::string out = fmt::format("Reply with one JSON object and nothing else, in this form:\n\n"
                                  "{{\"criteria\": [{{\"name\": \"…\", {}{}}}], \"overall_justification\": \"…\"{}}}",
        own, scores, isPairwise(judge) ? R"(, "preference": "[[A>B]]")" : "");
    if (isPairwise(judge))
        out += fmt::format("\n\nThe preference is {}.", PairLabels);
    return out;
}

std::string lettersUpTo(std::size_t count) {
    std::string out;
    for (std::size_t index = 0; index < std::min<std::size_t>(count, 26); ++index)
        out += fmt::format("{}{}", out.empty() ? "" : ", ", static_cast<char>('A' + index));
    return out;
}

std::string tokenNames(const std::map<std::string, std::string>& labels) {
    std::string out;
    for (const auto& [token, ignored] : labels)
        out += (out.empty() ? "" : ", ") + token;
    return out;
}

/// The values a verdict may have, in words.
std::string alphabet(const Judge& judge, std::size_t responseCount) {
    switch (judge.task) {
    case Task::Pairwise:
        if (!judge.reply.labels.empty())
            return "one of: " + tokenNames(judge.reply.labels);
        return R"_("A>B", "B>A", "A=B" or "A=B (bothbad)")_";
    case Task::PassFail:
        return R"("PASS" or "FAIL")";
    case Task::Classify:
        return "one of: " + categoryNames(judge.categories);
    case Task::Select:
        return "the letter of the best response, one of " + lettersUpTo(responseCount);
    case Task::Direct:
    case Task::ScorePair:
        break;
    }
    return fmt::format("a number from {} to {}", judge.scaleMin, judge.scaleMax);
}

std::string verdictJsonContract(const Judge& judge, std::size_t responseCount) {
    if (judge.task == Task::PassFail)
        return "Reply with one JSON object and nothing else, in this form:\n\n"
               "{\"REASONING\": \"…\", \"VERDICT\": \"PASS\"}\n\nVERDICT is \"PASS\" or \"FAIL\".";
    const bool isDirect = judge.task == Task::Direct;
    return fmt::format("Reply with one JSON object and nothing else, in this form:\n\n"
                       "{{\"reasoning\": \"…\", \"{}\": {}}}\n\n{} is {}.",
        isDirect ? "result" : "verdict", isDirect ? "…" : "\"…\"", isDirect ? "result" : "verdict",
        alphabet(judge, responseCount));
}

std::string labelContract(const Judge& judge, std::size_t responseCount) {
    if (judge.task == Task::Pairwise)
        return fmt::format("End your reply with one of these labels on a line of its own: {}.", PairLabels);
    return fmt::format(
        "End your reply with your verdict in double brackets, as in [[…]]: {}.", alphabet(judge, responseCount));
}

std::string scorePairContract(const Judge& judge, std::size_t responseCount) {
    return fmt::format("On the first line write only {} numbers from {} to {}, one for each response in order, "
                       "separated by a space. Explain your scores on the lines after it.",
        std::max<std::size_t>(responseCount, 1), judge.scaleMin, judge.scaleMax);
}

} // namespace

std::string rubricText(const Judge& judge) {
    if (judge.rubricPolicy == RubricPolicy::Fixed)
        return fixedRubric(judge);
    if (judge.rubricPolicy == RubricPolicy::Generated)
        return generatedRubric(judge);
    if (judge.task == Task::Classify)
        return classList(judge);
    if (judge.task == Task::Direct || judge.task == Task::ScorePair)
        return fmt::format("Score from {} (worst) to {} (best).", judge.scaleMin, judge.scaleMax);
    return {};
}

std::string outputContractText(const Judge& judge, std::size_t responseCount) {
    const std::string& format = judge.reply.format;
    if (format == "rubric-yaml")
        return rubricYamlContract(judge);
    if (format == "rubric-json")
        return rubricJsonContract(judge);
    if (format == "score-json")
        return fmt::format("Reply with one JSON object and nothing else, in this form:\n\n"
                           "{{\"justification\": \"…\", \"score\": …}}\n\nscore is a number from {} to {}.",
            judge.scaleMin, judge.scaleMax);
    if (format == "score-pair")
        return scorePairContract(judge, responseCount);
    if (format == "reasoning-result")
        return fmt::format("Reply in exactly this form:\n\n**Reasoning:** <your reasoning>\n\n**Result:** <{}>",
            alphabet(judge, responseCount));
    if (format == "label")
        return labelContract(judge, responseCount);
    return format == "verdict-json" ? verdictJsonContract(judge, responseCount) : std::string();
}

std::string_view contractMark(std::string_view replyFormat) {
    struct Mark {
        std::string_view format;
        std::string_view text;
    };
    constexpr std::array Marks = {Mark{"rubric-yaml", "preference:"}, Mark{"rubric-json", "\"criteria\""},
        Mark{"verdict-json", "verdict\""}, Mark{"score-json", "\"score\""}, Mark{"score-pair", "separated by a space"},
        Mark{"reasoning-result", "**Result:**"}, Mark{"label", "[["}};
    const auto found =
        std::find_if(Marks.begin(), Marks.end(), [&](const Mark& mark) { return mark.format == replyFormat; });
    return found == Marks.end() ? std::string_view() : found->text;
}

} // namespace assize
