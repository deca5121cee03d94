// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/criterion_groups.h"

#include "core/base/text.h"

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

std::uint32_t CriterionGroups::add(std::string_view name) {
    const auto [entry, isNew] = m_byFolded.try_emplace(foldedCriterion(name), size());
    if (isNew)
        m_names.emplace_back(trimmed(name));
    return entry->second;
}

std::optional<std::uint32_t> CriterionGroups::find(std::string_view name) const {
    const auto found = m_byFolded.find(foldedCriterion(name));
    if (found == m_byFolded.end())
        return std::nullopt;
    return found->second;
}

void CriterionGroups::alias(std::string_view name, std::string_view group) {
    m_byFolded[foldedCriterion(name)] = add(group);
}

} // namespace assize
