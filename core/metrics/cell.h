// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "core/model/verdict.h"
#include <cstdint>
#include <optional>
#include <string_view>

namespace assize {

/// What a rater says of one item, in one byte: a label, a flip between the orders, or why there is neither. Columns of
/// cells are what every pairwise figure is counted from.
enum class Cell : std::uint8_t {
    A,
    B,
    Tie,
    BothBad,
    Flip,       ///< the two orders name different winners
    NotPlanned, ///< the run does not owe this order
    Missing,    ///< planned, not called yet
    Abstained,  ///< from here on: a call without a verdict, by outcome
    Refused,
    Truncated,
    Unparseable,
    Invalid,
    TransportError,
    Skipped,
    Unweighted,     ///< tried weights count none of the verdict's scores
    NoGold,         ///< nobody labelled the item
    AnnotatorsSplit ///< labelled, but no label has most votes
};

[[nodiscard]] constexpr bool isLabel(Cell cell) {
    return cell <= Cell::BothBad;
}

[[nodiscard]] constexpr bool isDecisive(Cell cell) {
    return cell == Cell::A || cell == Cell::B;
}

[[nodiscard]] constexpr bool isTie(Cell cell) {
    return cell == Cell::Tie || cell == Cell::BothBad;
}

/// True where a rater's answer counts as a verdict: a label or a flip.
[[nodiscard]] constexpr bool isJudged(Cell cell) {
    return cell <= Cell::Flip;
}

[[nodiscard]] constexpr Cell cellOf(Label label) {
    return static_cast<Cell>(label);
}

/// The cell of a call that gave no verdict; Unparseable for an outcome that says Verdict but holds no label.
[[nodiscard]] Cell failedCell(Outcome outcome);

/// Both-bad as a tie, unless the policy keeps four classes.
[[nodiscard]] constexpr Cell folded(Cell cell, bool four) {
    return cell == Cell::BothBad && !four ? Cell::Tie : cell;
}

/// "A", "B", "tie", "both bad", "flip" in tables; else the reason as JSON has it ("unparseable", "no-gold").
[[nodiscard]] std::string_view cellName(Cell cell);

/// The cell's label, nothing for a flip or a reason.
[[nodiscard]] std::optional<Label> labelOf(Cell cell);

} // namespace assize
