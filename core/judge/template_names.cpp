// SPDX-License-Identifier: Apache-2.0
#include "core/judge/template_names.h"

#include "core/base/text.h"

#include <fmt/format.h>

namespace assize {

const std::vector<TemplateName>& templateNames() {
    static const std::vector<TemplateName> names = {
        {"prompt", "", false},
        {"conversation", "", false},
        {"history", "", false},
        {"response", "", false},
        {"response_a", "", false},
        {"response_b", "", false},
        {"response_count", "", false},
        {"response_count_word", "", false},
        {"response_numbers", "", false},
        {"reference", "", false},
        {"reference_one", "", false},
        {"context", "", false},
        {"scale_min", "", false},
        {"scale_max", "", false},
        {"responses", "", true},
        {"index", "responses", false},
        {"letter", "responses", false},
        {"text", "responses", false},
        {"more_responses", "", true},
        {"index", "more_responses", false},
        {"letter", "more_responses", false},
        {"text", "more_responses", false},
        {"images", "", true},
        {"index", "images", false},
        {"name", "images", false},
        {"turns", "", true},
        {"role", "turns", false},
        {"content", "turns", false},
        {"criteria", "", true},
        {"name", "criteria", false},
        {"description", "criteria", false},
        {"weight", "criteria", false},
        {"type", "criteria", false},
        {"min", "criteria", false},
        {"max", "criteria", false},
        {"categories", "criteria", true},
        {"categories", "", true},
        {"name", "categories", false},
        {"value", "categories", false},
        {"description", "categories", false},
    };
    return names;
}

const std::vector<std::pair<std::string_view, std::string_view>>& templateAliases() {
    static const std::vector<std::pair<std::string_view, std::string_view>> aliases = {
        {"answer", "response"}, {"question", "prompt"}, {"document", "context"}, {"request", "prompt"}};
    return aliases;
}

Sentence withSuggestion(const Sentence& problem, const TemplateScope& scope) {
    const std::string text = problem.english();
    const std::size_t begin = text.find('"');
    const std::size_t end = text.rfind('"');
    if (begin == std::string::npos || end <= begin)
        return problem;
    std::vector<std::string> known;
    for (const auto& [name, ignored] : scope)
        known.push_back(name);
    const std::string nearest = nearestName(std::string_view(text).substr(begin + 1, end - begin - 1), known);
    return nearest.empty() ? problem : said("%1; is it \"%2\"?", problem, nearest);
}

} // namespace assize
