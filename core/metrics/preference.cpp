// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/preference.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

std::variant<double, Cell> shareInOrder(const OrderColumn& order, std::uint32_t row) {
    const Cell label = order.cell(row, false);
    if (!isLabel(label))
        return label;
    const double preference = order.preference(row);
    return std::isnan(preference) ? shareOfLabel(label) : preference;
}

} // namespace

double shareOfLabel(Cell label) {
    return label == Cell::A ? 1 : label == Cell::B ? 0 : 0.5;
}

std::variant<double, Cell> shareOfA(const RunTable& run, std::uint32_t row) {
    const bool hasForward = run.forward.planned[row] > 0;
    const bool hasBackward = run.backward.planned[row] > 0;
    if (!hasForward && !hasBackward)
        return Cell::NotPlanned;
    const auto forward = shareInOrder(hasForward ? run.forward : run.backward, row);
    if (!hasForward || !hasBackward || std::holds_alternative<Cell>(forward))
        return forward;
    const auto backward = shareInOrder(run.backward, row);
    if (std::holds_alternative<Cell>(backward))
        return backward;
    return (std::get<double>(forward) + std::get<double>(backward)) / 2;
}

bool hasPreferences(const RunTable& run) {
    const auto isPositive = [](std::uint16_t count) { return count > 0; };
    return std::any_of(run.forward.preferenceCount.begin(), run.forward.preferenceCount.end(), isPositive) ||
           std::any_of(run.backward.preferenceCount.begin(), run.backward.preferenceCount.end(), isPositive);
}

} // namespace assize
