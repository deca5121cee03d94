// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/compare_many.h"

#include "core/metrics/adjust.h"

namespace assize {
namespace {

using Adjustment = std::vector<double> (*)(std::span<const double> p);

void addAdjusted(std::vector<OneOfMany>& many, Adjustment adjust) {
    std::vector<double> p;
    for (const OneOfMany& one : many) {
        if (one.comparison.mcnemar.p)
            p.push_back(*one.comparison.mcnemar.p);
    }
    const std::vector<double> adjusted = adjust(p);
    auto next = adjusted.begin();
    for (OneOfMany& one : many) {
        if (one.comparison.mcnemar.p)
            one.adjusted = *next++;
    }
}

} // namespace

std::vector<OneOfMany> compareBySlice(
    const FigureRequest& a, const RunTable& b, const MetricSettings& settings, SliceBy by) {
    MetricSettings sameTies = settings;
    sameTies.ties = policyFor(a, settings).ties; // slices count ties as the whole does
    std::vector<OneOfMany> slices;
    for (const Slice& slice : slicesOf(a.items, a.run, a.rows, by)) {
        FigureRequest part = a;
        part.rows = slice.rows;
        slices.push_back({slice.name, compareRuns(part, b, sameTies), {}});
    }
    addAdjusted(slices, adjustedByBenjaminiHochberg);
    return slices;
}

std::vector<OneOfMany> compareVersions(
    const FigureRequest& a, std::span<const RunTable> others, const MetricSettings& settings) {
    std::vector<OneOfMany> versions;
    for (const RunTable& other : others)
        versions.push_back({other.name, compareRuns(a, other, settings), {}});
    addAdjusted(versions, adjustedByHolm);
    return versions;
}

} // namespace assize
