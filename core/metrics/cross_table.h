// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include <cstddef>
#include <span>
#include <vector>

namespace assize {

struct GradeSample;
struct PairSample;

/// Two raters over the same items and classes, as far as agreement figures need it: both margins and the diagonal.
struct CrossTable {
    explicit CrossTable(std::size_t classes);
    void add(std::size_t gold, std::size_t judge, double weight);

    std::vector<double> gold;  ///< items per class by the first rater
    std::vector<double> judge; ///< items per class by the second
    std::vector<double> same;  ///< items both put in the class
    double total = 0;

    [[nodiscard]] double agreeing() const;
};

/// Classes are the values of Cell up to Flip.
[[nodiscard]] CrossTable crossTable(const PairSample& sample);
/// Classes are the sample's.
[[nodiscard]] CrossTable crossTable(const GradeSample& sample);

/// Cohen's kappa, unweighted. Undefined ("one-class") where chance agreement is certain; a note where one class holds
/// over 85 % of a rater's labels.
[[nodiscard]] Estimate cohenKappa(const CrossTable& table);

/// Gwet's AC1 over the classes that occur.
[[nodiscard]] Estimate gwetAc1(const CrossTable& table);

/// One of two raters' numbers for an item, and how often the item counts.
struct NumberPair {
    double gold = 0;
    double judge = 0;
    double weight = 1;
};

/// Kappa with disagreement (x − y)².
[[nodiscard]] Estimate quadraticKappa(std::span<const NumberPair> pairs);

/// Kappa with disagreement |x − y| over the ascending values of the table's classes.
[[nodiscard]] Estimate linearKappa(
    const CrossTable& table, std::span<const NumberPair> pairs, std::span<const double> values);

struct ClassScores {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

/// Precision, recall and F1 of one class, 0/0 = 0.
[[nodiscard]] ClassScores classScores(const CrossTable& table, std::size_t which);

} // namespace assize
