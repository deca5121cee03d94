// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/tables.h"
#include <span>

namespace assize {

/// Gold of an item nobody decided: the label, step and result that strictly most annotators give, and the mean of their
/// scores. Equal votes give AnnotatorsSplit, nobody NoGold (metrics.md, Labels). Both-bad votes as a tie, save in
/// labelOfFour.
[[nodiscard]] Rating pluralityOf(std::span<const Rating> ratings);

} // namespace assize
