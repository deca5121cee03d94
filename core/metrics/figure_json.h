// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/annotators.h"
#include "core/metrics/compare_many.h"
#include "core/metrics/figure.h"
#include <nlohmann/json_fwd.hpp>

namespace assize {

/// A figure as interfaces.md has it; what is absent is null.
[[nodiscard]] nlohmann::json figureJson(const Figure& figure);

/// Figures by key. A figure that has a variant over all items stands under its ".valid" name too.
[[nodiscard]] nlohmann::json figuresJson(const Figures& figures);

/// The "annotators" object of the metrics document.
[[nodiscard]] nlohmann::json raterAgreementJson(const RaterAgreement& agreement);

/// The compare document, without the names of the runs.
[[nodiscard]] nlohmann::json comparisonJson(const Comparison& comparison);

/// Several comparisons by name; mcnemar has the adjusted p too.
[[nodiscard]] nlohmann::json manyComparisonsJson(const std::vector<OneOfMany>& many);

} // namespace assize
