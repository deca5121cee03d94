// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/judge/template.h"
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assize {

/// A name that a template may use, for lint and completion.
struct TemplateName {
    std::string_view name;
    std::string_view list; ///< the section it stands in ("responses"), empty for a name known everywhere
    bool isSection = false;
};

/// Every name of ours; extra fields of an item come on top of them (interfaces.md, Variables).
[[nodiscard]] const std::vector<TemplateName>& templateNames();

/// Other names for some of them, alias first.
[[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& templateAliases();

/// "unknown variable "promt"" with "; is it "prompt"?" behind it, where one of the names comes close.
[[nodiscard]] Sentence withSuggestion(const Sentence& problem, const TemplateScope& scope);

} // namespace assize
