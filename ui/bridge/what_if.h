// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace assize::ui {

/// The weights that a person tries on a run's rubric, by criterion name. Kept in the session, one for each run.
struct WhatIf {
    std::map<std::string, double> weights; ///< only those that differ from the judge's
    std::set<std::string> off;

    [[nodiscard]] bool isActive() const { return !weights.empty() || !off.empty(); }
    bool operator==(const WhatIf&) const = default;
};

[[nodiscard]] std::string whatIfToJson(const WhatIf& whatIf);
/// Empty for text that is not a what-if.
[[nodiscard]] WhatIf whatIfFromJson(std::string_view json);
/// The name of the session setting that holds a run's what-if.
[[nodiscard]] std::string whatIfSetting(std::string_view runId);

} // namespace assize::ui
