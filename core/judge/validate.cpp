// SPDX-License-Identifier: Apache-2.0
#include "core/judge/validate.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>
#include <set>

namespace assize {
namespace {

using Problem = std::optional<DefinitionProblem>;

bool isSlug(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

Problem problemOfMessages(const Judge& judge) {
    if (judge.messages.empty())
        return DefinitionProblem{"messages", "at least one message is needed"};
    for (std::size_t index = 0; index < judge.messages.size(); ++index) {
        const std::string& role = judge.messages[index].role;
        if (role != "system" && role != "user" && role != "assistant")
            return DefinitionProblem{fmt::format("messages.{}.role", index + 1), "system, user or assistant is needed"};
    }
    return std::nullopt;
}

Problem problemOfCategories(const std::vector<Category>& categories, const std::string& path) {
    std::set<std::string> names;
    for (std::size_t index = 0; index < categories.size(); ++index) {
        const std::string where = fmt::format("{}.{}.name", path, index + 1);
        if (categories[index].name.empty())
            return DefinitionProblem{where, "a name is needed"};
        if (!names.insert(foldCase(categories[index].name)).second)
            return DefinitionProblem{where, fmt::format("\"{}\" stands here twice", categories[index].name)};
    }
    return std::nullopt;
}

Problem problemOfCriterion(const Criterion& criterion, const std::string& path) {
    if (criterion.name.empty())
        return DefinitionProblem{path + ".name", "a name is needed"};
    if (!(criterion.weight >= 0) || !std::isfinite(criterion.weight))
        return DefinitionProblem{path + ".weight", "a weight cannot be negative"};
    if (criterion.type == CriterionType::Scale && !(criterion.min < criterion.max))
        return DefinitionProblem{path + ".max", "it must be above min"};
    if (criterion.type == CriterionType::Categorical && criterion.categories.size() < 2)
        return DefinitionProblem{path + ".categories", "a categorical criterion needs two or more"};
    return problemOfCategories(criterion.categories, path + ".categories");
}

Problem problemOfRubric(const Judge& judge) {
    if (judge.rubricPolicy == RubricPolicy::Fixed && judge.criteria.empty())
        return DefinitionProblem{"rubric.criteria", "a fixed rubric needs criteria"};
    std::set<std::string> names;
    double sum = 0;
    for (std::size_t index = 0; index < judge.criteria.size(); ++index) {
        const std::string path = fmt::format("rubric.criteria.{}", index + 1);
        if (auto problem = problemOfCriterion(judge.criteria[index], path))
            return problem;
        if (!names.insert(foldCase(judge.criteria[index].name)).second)
            return DefinitionProblem{
                path + ".name", fmt::format("\"{}\" stands here twice", judge.criteria[index].name)};
        sum += judge.criteria[index].weight;
    }
    if (!judge.criteria.empty() && sum <= 0)
        return DefinitionProblem{"rubric.criteria", "the weights sum to zero"};
    return std::nullopt;
}

bool isIn(Task task, std::initializer_list<Task> tasks) {
    return std::find(tasks.begin(), tasks.end(), task) != tasks.end();
}

/// Whether a reply of this format can hold what the task asks for.
bool answers(std::string_view format, Task task) {
    if (format == "score-json")
        return task == Task::Direct;
    if (format == "rubric-yaml" || format == "rubric-json")
        return isIn(task, {Task::Pairwise, Task::ScorePair, Task::Direct});
    if (format == "score-pair")
        return isIn(task, {Task::Pairwise, Task::ScorePair, Task::Direct, Task::Select});
    return true;
}

Problem problemOfFormat(const Judge& judge) {
    const std::vector<std::string> known = {"rubric-yaml", "rubric-json", "verdict-json", "score-json", "score-pair",
        "reasoning-result", "label", "token", "regex"};
    const std::string& format = judge.reply.format;
    if (std::find(known.begin(), known.end(), format) == known.end()) {
        const std::string nearest = nearestName(format, known);
        return DefinitionProblem{"reply.format", fmt::format("\"{}\" is no reply format{}", format,
                                                     nearest.empty() ? "" : fmt::format("; is it \"{}\"?", nearest))};
    }
    if (!answers(format, judge.task))
        return DefinitionProblem{
            "reply.format", fmt::format("{} cannot tell what a {} judge is asked", format, taskName(judge.task))};
    return std::nullopt;
}

Problem problemOfReply(const Judge& judge) {
    if (auto problem = problemOfFormat(judge))
        return problem;
    constexpr std::array<std::string_view, 4> Modes = {"auto", "json-schema", "grammar", "off"};
    bool isKnown = false;
    for (const std::string_view mode : Modes)
        isKnown = isKnown || mode == judge.reply.structured;
    if (!isKnown)
        return DefinitionProblem{"reply.structured", "auto, json-schema, grammar or off is needed"};
    if (judge.reply.format == "regex" && judge.reply.pattern.empty())
        return DefinitionProblem{"reply.pattern", "the regex format needs one"};
    return std::nullopt;
}

} // namespace

std::optional<DefinitionProblem> findDefinitionProblem(const Judge& judge) {
    if (!isSlug(judge.name))
        return DefinitionProblem{"name", "a name has only a-z, 0-9 and hyphens; put the rest into title"};
    if (auto problem = problemOfMessages(judge))
        return problem;
    if (auto problem = problemOfRubric(judge))
        return problem;
    if (!(judge.scaleMin < judge.scaleMax))
        return DefinitionProblem{"scale.max", "it must be above min"};
    if (judge.task == Task::Classify && judge.categories.size() < 2)
        return DefinitionProblem{"categories", "a classifying judge needs two or more"};
    if (auto problem = problemOfCategories(judge.categories, "categories"))
        return problem;
    if (judge.positive != "PASS" && judge.positive != "FAIL")
        return DefinitionProblem{"positive", "PASS or FAIL is needed"};
    if (judge.samples < 1)
        return DefinitionProblem{"samples", "at least 1 is needed"};
    if (judge.parameters.maxTokens < 1)
        return DefinitionProblem{"parameters.max_tokens", "at least 1 is needed"};
    return problemOfReply(judge);
}

} // namespace assize
