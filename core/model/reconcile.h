// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include "core/model/label.h"
#include <cstdint>
#include <optional>
#include <span>

namespace assize {

/// What the two orders of one item say together. A tie and a flip are different facts (metrics.md, Both orders).
enum class OrderAgreement : std::uint8_t { Incomplete, Consistent, Flipped, Mixed };

struct Reconciled {
    OrderAgreement agreement = OrderAgreement::Incomplete;
    std::optional<Label> label; ///< absent when flipped or incomplete
};

/// Joins the labels of the AB and the BA order, both mapped back to item order. With four, a tie against both-bad is
/// mixed; without, the two count as one. An absent label is an order that gave no verdict.
[[nodiscard]] Reconciled reconcile(
    std::optional<Label> forward, std::optional<Label> backward, MixedPolicy mixed, bool four = false);

/// The label with strictly most votes; nothing when two lead together (outcome abstained, reason "split") or there are
/// no votes. Both-bad votes as a tie unless four.
[[nodiscard]] std::optional<Label> vote(std::span<const Label> votes, bool four = false);

/// The label that a margin implies: A above +band, B below −band, else a tie; 1e-9 of slack (metrics.md, Per item).
[[nodiscard]] Label labelFromMargin(double margin, double band);

} // namespace assize
