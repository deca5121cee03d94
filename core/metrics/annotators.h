// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/figure.h"
#include "core/metrics/policy.h"
#include "core/metrics/tables.h"
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace assize {

/// Two people over the items both labelled.
struct RaterPair {
    std::string a;
    std::string b;
    Figure kappa;
    Figure agreement;
};

/// How far the people agree among themselves. figures holds fleiss_kappa, the alphas and human_ceiling; no pairs and
/// null figures with fewer than two annotators.
struct RaterAgreement {
    std::vector<RaterPair> pairs;
    Figures figures;
};

/// Figures of the annotators over these rows, always with ties as a class (or two, under "four"). Labels come first;
/// where nobody gave a pairwise label, results, then scores.
[[nodiscard]] RaterAgreement raterAgreement(const ItemTable& items, const RaterTable& raters,
    std::span<const std::uint32_t> rows, const MetricSettings& settings);

} // namespace assize
