// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/cell.h"

#include <array>

namespace assize {

Cell failedCell(Outcome outcome) {
    switch (outcome) {
    case Outcome::Abstained:
        return Cell::Abstained;
    case Outcome::Refused:
        return Cell::Refused;
    case Outcome::Truncated:
        return Cell::Truncated;
    case Outcome::Verdict:
    case Outcome::Unparseable:
        return Cell::Unparseable;
    case Outcome::Invalid:
        return Cell::Invalid;
    case Outcome::TransportError:
        return Cell::TransportError;
    case Outcome::Skipped:
        return Cell::Skipped;
    }
    return Cell::Missing;
}

std::string_view cellName(Cell cell) {
    constexpr std::array<std::string_view, 17> Names = {"A", "B", "tie", "both bad", "flip", "not-planned", "missing",
        "abstained", "refused", "truncated", "unparseable", "invalid", "transport-error", "skipped", "unweighted",
        "no-gold", "annotators-split"};
    return Names.at(static_cast<std::size_t>(cell));
}

std::optional<Label> labelOf(Cell cell) {
    if (!isLabel(cell))
        return std::nullopt;
    return static_cast<Label>(cell);
}

} // namespace assize
