// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assize {

/// A criterion's name as groups compare it: case folded, punctuation and runs of spaces as one space, simple English
/// plurals as singulars ("Ticket  Prices" and "ticket price" are one).
[[nodiscard]] std::string foldedCriterion(std::string_view name);

/// Criteria of generated rubrics under one number per folded name. Groups may be merged by the person: an alias gives
/// another name's criteria to a group.
class CriterionGroups {
public:
    /// The group of this name, made if new.
    std::uint32_t add(std::string_view name);
    /// The group of this name or alias.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    /// The spelling that was met first.
    [[nodiscard]] const std::string& name(std::uint32_t group) const { return m_names[group]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_names.size()); }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// From now on this name means that group. To be called before columns are filled.
    void alias(std::string_view name, std::string_view group);

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint32_t> m_byFolded;
};

} // namespace assize
