// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/filter/filter.h"
#include "core/filter/filter_tree.h"

namespace assize {

/// What a label is compared with has to be one: a side in any spelling, "flip", a score, or a class that some judge of
/// the session may give or that stands in it already. Without a reader in the scope everything passes.
[[nodiscard]] Result<void> wantLabel(const FilterValue& literal, const FilterScope& scope);

/// The criterion of score("…") has to be one that a judge has scored. Without a reader in the scope everything passes.
[[nodiscard]] Result<void> wantCriterion(const FilterValue& score, const FilterScope& scope);

} // namespace assize
