// SPDX-License-Identifier: Apache-2.0
#include "core/filter/known_values.h"

#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/model/label.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assize {
namespace {

/// Classes that judges of the session may give, also where none has given them yet.
std::vector<std::string> classesOf(const std::vector<JudgeVersion>& judges) {
    std::vector<std::string> classes;
    for (const JudgeVersion& version : judges) {
        for (const Category& category : version.definition.categories)
            classes.push_back(category.name);
        if (version.definition.task == Task::PassFail)
            classes.insert(classes.end(), {"PASS", "FAIL"});
        for (char letter = 'A'; version.definition.task == Task::Select && letter <= 'Z'; ++letter)
            classes.emplace_back(1, letter);
    }
    return classes;
}

std::string listed(std::vector<std::string> names) {
    constexpr std::size_t Most = 20;
    const bool isCut = names.size() > Most;
    names.resize(std::min(names.size(), Most));
    if (isCut)
        names.emplace_back("…");
    return fmt::format("{}", fmt::join(names, ", "));
}

} // namespace

Result<void> wantLabel(const FilterValue& literal, const FilterScope& scope) {
    if (literal.text.empty())
        return {}; // whether there is a label at all
    const bool isPlain = literal.kind == FilterValue::Kind::Number || literal.text == "flip" ||
                         labelFromText(literal.text) || numberFrom<double>(literal.text);
    if (scope.reader == nullptr || isPlain)
        return {};
    const auto judges = scope.reader->judgeVersions();
    if (!judges)
        return tl::unexpected(judges.error());
    std::vector<std::string> known = classesOf(*judges);
    if (std::find(known.begin(), known.end(), literal.text) != known.end())
        return {};
    const auto results = scope.reader->results();
    if (!results)
        return tl::unexpected(results.error());
    known.insert(known.end(), results->begin(), results->end());
    if (std::find(known.begin(), known.end(), literal.text) != known.end())
        return {};
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::vector<std::string> all = {"A>B", "B>A", "A=B", "A=B (both bad)", "flip"};
    all.insert(all.end(), known.begin(), known.end());
    return failAt(literal.column, said("\"%1\" is no label here; they are %2", literal.text, listed(std::move(all))));
}

Result<void> wantCriterion(const FilterValue& score, const FilterScope& scope) {
    if (scope.reader == nullptr)
        return {};
    const auto names = scope.reader->criterionNames();
    if (!names)
        return tl::unexpected(names.error());
    const std::string wanted = foldCase(score.argument);
    if (std::any_of(names->begin(), names->end(), [&](const std::string& name) { return foldCase(name) == wanted; }))
        return {};
    if (names->empty())
        return failAt(score.column, said("there is no criterion \"%1\": no judge has scored any", score.argument));
    const std::string nearest = nearestName(score.argument, *names);
    if (!nearest.empty())
        return failAt(score.column, said("there is no criterion \"%1\", did you mean \"%2\"? they are %3",
                                        score.argument, nearest, listed(*names)));
    return failAt(score.column, said("there is no criterion \"%1\"; they are %2", score.argument, listed(*names)));
}

} // namespace assize
