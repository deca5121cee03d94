// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assize {

/// A criterion's name as groups compare it: case folded, punctuation and runs of spaces as one space, simple English
/// plurals as singulars ("Ticket  Prices" and "ticket price" are one).
[[nodiscard]] std::string foldedCriterion(std::string_view name);

/// Names that a person counts as another: folded name to the group's name.
using CriterionAliases = std::map<std::string, std::string, std::less<>>;

/// The name of the session setting that holds the aliases, and its text. What is no such text holds none.
constexpr std::string_view CriterionGroupsSetting = "criterion_groups";
[[nodiscard]] std::string criterionAliasesToJson(const CriterionAliases& aliases);
[[nodiscard]] CriterionAliases criterionAliasesFromJson(std::string_view json);

/// The name that this one counts as, after all aliases; the name itself if there is none.
[[nodiscard]] std::string_view criterionGroupOf(const CriterionAliases& aliases, std::string_view name);

/// Criteria of generated rubrics under one number per folded name. Groups may be merged by the person: an alias gives
/// another name's criteria to a group.
class CriterionGroups {
public:
    /// One folded name, and the group that it counts in.
    struct Member {
        std::string name; ///< the spelling that was met first
        std::uint32_t group = 0;
        std::int64_t count = 0; ///< how often it was met
    };

    CriterionGroups() = default;
    explicit CriterionGroups(CriterionAliases aliases)
        : m_aliases(std::move(aliases)) {}

    /// The group of this name, made if new.
    std::uint32_t add(std::string_view name);
    /// The group of this name or alias.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    /// The spelling that was met first.
    [[nodiscard]] const std::string& name(std::uint32_t group) const { return m_names[group]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_names.size()); }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// Every name that was met, those met most often first.
    [[nodiscard]] std::vector<Member> members() const;

private:
    CriterionAliases m_aliases;
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint32_t> m_groups; ///< by the folded name of the group
    std::unordered_map<std::string, Member> m_byFolded;
};

} // namespace assize
