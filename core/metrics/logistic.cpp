// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/logistic.h"

#include <algorithm>
#include <cmath>

namespace assize {
namespace {

constexpr int MostSteps = 60;
constexpr int MostHalvings = 30;
constexpr double Converged = 1e-10;
constexpr double SafeMove = 1; // in log-odds; Newton does not overshoot from there
constexpr double Escaped = 30; // a log-odds that no finite sample of a desktop supports: the maximum is at infinity

/// log(1 + e^z) without overflow.
double softPlus(double z) {
    return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
}

double logLikelihood(std::span<const LogisticPoint> points, const LogisticFit& fit) {
    double sum = 0;
    for (const LogisticPoint& point : points) {
        const double z = fit.intercept + fit.slope * point.x;
        sum += point.successes * z - point.weight * softPlus(z);
    }
    return sum;
}

struct Derivatives {
    double gradient0 = 0;
    double gradient1 = 0;
    double information00 = 0;
    double information01 = 0;
    double information11 = 0;
};

Derivatives derivativesAt(std::span<const LogisticPoint> points, const LogisticFit& fit) {
    Derivatives d;
    for (const LogisticPoint& point : points) {
        const double p = 1 / (1 + std::exp(-(fit.intercept + fit.slope * point.x)));
        const double residual = point.successes - point.weight * p;
        const double weight = point.weight * p * (1 - p);
        d.gradient0 += residual;
        d.gradient1 += residual * point.x;
        d.information00 += weight;
        d.information01 += weight * point.x;
        d.information11 += weight * point.x * point.x;
    }
    return d;
}

/// A step that does not make the data less likely: halved until it does not, where it is a long one.
LogisticFit moved(std::span<const LogisticPoint> points, const LogisticFit& fit, double move0, double move1) {
    LogisticFit next = {fit.intercept + move0, fit.slope + move1};
    if (std::max(std::abs(move0), std::abs(move1)) <= SafeMove)
        return next;
    const double likelihood = logLikelihood(points, fit);
    double scale = 1;
    for (int halving = 0; halving < MostHalvings && logLikelihood(points, next) < likelihood; ++halving) {
        scale /= 2;
        next = {fit.intercept + scale * move0, fit.slope + scale * move1};
    }
    return next;
}

} // namespace

std::optional<LogisticFit> fitLogistic(std::span<const LogisticPoint> points, LogisticFit start) {
    LogisticFit fit = start;
    for (int step = 0; step < MostSteps; ++step) {
        const Derivatives d = derivativesAt(points, fit);
        const double determinant = d.information00 * d.information11 - d.information01 * d.information01;
        if (!(determinant > 1e-12 * d.information00 * d.information11))
            return std::nullopt;
        const double move0 = (d.information11 * d.gradient0 - d.information01 * d.gradient1) / determinant;
        const double move1 = (d.information00 * d.gradient1 - d.information01 * d.gradient0) / determinant;
        fit = moved(points, fit, move0, move1);
        if (std::abs(fit.intercept) > Escaped || std::abs(fit.slope) > Escaped)
            return std::nullopt;
        if (std::max(std::abs(move0), std::abs(move1)) < Converged)
            return fit;
    }
    return std::nullopt;
}

} // namespace assize
