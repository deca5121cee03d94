// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/contests.h"
#include <optional>
#include <span>
#include <vector>

namespace assize {

/// Groups of models in which each has won something, directly or over others, from each: a maximum likelihood exists
/// only if there is one group (Ford 1957). Groups in order of their first model.
[[nodiscard]] std::vector<std::vector<std::size_t>> strongComponents(const WinTable& wins);

/// Log-strengths of mean 0 by unpenalised maximum likelihood (Bradley and Terry 1952), by Newman's iteration (2023).
/// Nothing where the wins are not strongly connected. start: strengths near the answer, or empty.
[[nodiscard]] std::optional<std::vector<double>> fitBradleyTerry(
    const WinTable& wins, std::span<const double> start = {});

/// The same with half a pseudo-win each way for every pair that met. Nothing where the models that met fall apart.
[[nodiscard]] std::optional<std::vector<double>> fitSmoothedBradleyTerry(
    const WinTable& wins, std::span<const double> start = {});

/// 1000 + 400·beta/ln 10: the familiar scale on which 400 points are odds of ten to one.
[[nodiscard]] double ratingFromStrength(double beta);

} // namespace assize
