// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/criterion_groups.h"
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace assize::ui {

/// The weights that a person tries on a run's rubric. Criteria go by folded name (metrics/criterion_groups.h), so that
/// a weight holds for every spelling a generated rubric has. Kept in the session, one for each run.
struct WhatIf {
    CriterionAliases groups;               ///< names that count as others, in the whole session
    std::map<std::string, double> weights; ///< only those that differ from the judge's
    std::set<std::string> off;

    [[nodiscard]] bool isActive() const { return !weights.empty() || !off.empty(); }
    [[nodiscard]] std::optional<double> weightOf(std::string_view criterion) const;
    [[nodiscard]] bool isOff(std::string_view criterion) const;
    void setWeight(std::string_view criterion, double weight);
    void setOff(std::string_view criterion, bool isOff);
    bool operator==(const WhatIf&) const = default;

private:
    [[nodiscard]] std::string key(std::string_view criterion) const;
};

[[nodiscard]] std::string whatIfToJson(const WhatIf& whatIf);
/// Empty for text that is not a what-if.
[[nodiscard]] WhatIf whatIfFromJson(std::string_view json);
/// The name of the session setting that holds a run's what-if.
[[nodiscard]] std::string whatIfSetting(std::string_view runId);
/// Weights under a name of the person's are session settings that begin with this; empty ones were taken away.
constexpr std::string_view WeightingPrefix = "weighting.";

} // namespace assize::ui
