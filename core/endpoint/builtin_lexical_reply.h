// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "core/model/rubric.h"
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// One criterion as it goes into a reply, in presentation order.
struct ReplyCriterion {
    Criterion criterion;
    int tenthsA = 0;
    int tenthsB = 0;
    std::string justificationA;
    std::string justificationB;
};

/// rubric-yaml in the layout of interfaces.md. Texts are written as JSON strings, which YAML reads as they are.
[[nodiscard]] std::string rubricYaml(
    const std::vector<ReplyCriterion>& criteria, std::string_view overall, Label preference);

/// {"reasoning": "…", "score": 4}
[[nodiscard]] std::string scoreJson(std::string_view reasoning, double score);

/// {"REASONING": "…", "VERDICT": "FAIL"}, as Root Judge writes it.
[[nodiscard]] std::string passFailJson(std::string_view reasoning, bool passes);

} // namespace assize
