// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/criterion_groups.h"

#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

/// "prices" → "price", "classes" → "class", "queries" → "query"; short words and "-ss", "-us", "-is" stay.
std::string singular(std::string word) {
    const auto endsWith = [&](std::string_view ending) { return std::string_view(word).ends_with(ending); };
    if (word.size() < 4 || endsWith("ss") || endsWith("us") || endsWith("is"))
        return word;
    if (endsWith("ies"))
        return word.replace(word.size() - 3, 3, "y");
    if (endsWith("sses") || endsWith("shes") || endsWith("ches") || endsWith("xes"))
        return word.substr(0, word.size() - 2);
    return endsWith("s") ? word.substr(0, word.size() - 1) : word;
}

} // namespace

std::string foldedCriterion(std::string_view name) {
    std::string folded;
    for (Word& word : words(name)) {
        if (!folded.empty())
            folded += ' ';
        folded += singular(std::move(word.folded));
    }
    return folded.empty() ? foldCase(trimmed(name)) : folded;
}

std::string criterionAliasesToJson(const CriterionAliases& aliases) {
    return nlohmann::json(aliases).dump();
}

CriterionAliases criterionAliasesFromJson(std::string_view json) {
    const nlohmann::json document = nlohmann::json::parse(json, nullptr, false);
    CriterionAliases aliases;
    if (!document.is_object())
        return aliases;
    for (const auto& [name, group] : document.items()) {
        if (group.is_string())
            aliases[foldedCriterion(name)] = group.get<std::string>();
    }
    return aliases;
}

std::string_view criterionGroupOf(const CriterionAliases& aliases, std::string_view name) {
    // A chain that comes back to its beginning ends as well.
    for (std::size_t step = 0; step < aliases.size(); ++step) {
        const auto alias = aliases.find(foldedCriterion(name));
        if (alias == aliases.end())
            break;
        name = alias->second;
    }
    return name;
}

std::uint32_t CriterionGroups::add(std::string_view name) {
    const auto [entry, isNew] = m_byFolded.try_emplace(foldedCriterion(name));
    Member& member = entry->second;
    ++member.count;
    if (!isNew)
        return member.group;
    const std::string_view group = criterionGroupOf(m_aliases, name);
    const auto [known, isNewGroup] = m_groups.try_emplace(foldedCriterion(group), size());
    if (isNewGroup)
        m_names.emplace_back(trimmed(group));
    member.name = trimmed(name);
    member.group = known->second;
    return member.group;
}

std::optional<std::uint32_t> CriterionGroups::find(std::string_view name) const {
    const auto found = m_groups.find(foldedCriterion(criterionGroupOf(m_aliases, name)));
    if (found == m_groups.end())
        return std::nullopt;
    return found->second;
}

std::vector<CriterionGroups::Member> CriterionGroups::members() const {
    std::vector<Member> members;
    for (const auto& [folded, member] : m_byFolded)
        members.push_back(member);
    std::sort(members.begin(), members.end(),
        [](const Member& a, const Member& b) { return a.count != b.count ? a.count > b.count : a.name < b.name; });
    return members;
}

} // namespace assize
