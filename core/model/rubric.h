// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace assize {

enum class CriterionType { Scale, Binary, Categorical };

/// A class a judge may choose, with the value it counts for (0..1 after normalising).
struct Category {
    std::string name;
    double value = 0;
    std::string description;

    bool operator==(const Category&) const = default;
};

/// One line of a rubric: what is asked, how it is scored, and how much it counts.
struct Criterion {
    std::string name;
    std::string description;
    double weight = 1;
    CriterionType type = CriterionType::Scale;
    double min = 1; ///< scale bounds; unused for the other types
    double max = 5;
    std::vector<Category> categories;

    bool operator==(const Criterion&) const = default;
};

[[nodiscard]] std::string_view criterionTypeName(CriterionType type); ///< "scale", "binary", "categorical"
[[nodiscard]] std::optional<CriterionType> criterionTypeFrom(std::string_view name);

} // namespace assize
