// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/tables.h"
#include <span>
#include <string>

namespace assize {

/// A person's ratings in the shape of a run of one order, so that people are compared as judges are. Pairwise if any
/// rating is a label, else of results, else of scores.
[[nodiscard]] RunTable runOfRatings(std::string name, std::span<const Rating> ratings, const ItemTable& items);

} // namespace assize
