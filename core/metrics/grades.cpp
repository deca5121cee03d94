// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/alpha.h"
#include "core/metrics/cross_table.h"
#include "core/metrics/grade_metrics.h"
#include "core/metrics/interval.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assize {
namespace {

Estimate macro(const GradeSample& sample, double ClassScores::*field) {
    const CrossTable table = crossTable(sample);
    double sum = 0;
    int classes = 0;
    for (std::size_t at = 0; at < table.gold.size(); ++at) {
        if (table.gold[at] + table.judge[at] <= 0)
            continue;
        sum += classScores(table, at).*field;
        ++classes;
    }
    return classes > 0 ? valueOf(sum / classes) : undefined("no-items");
}

Estimate ofPositive(const GradeSample& sample, double ClassScores::*field) {
    if (sample.positive == NoResult)
        return macro(sample, field);
    const CrossTable table = crossTable(sample);
    if (table.total <= 0)
        return undefined("no-items");
    return valueOf(classScores(table, static_cast<std::size_t>(sample.positive)).*field);
}

} // namespace

Estimate gradeAccuracy(const GradeSample& sample) {
    double right = 0;
    for (const GradeCase& member : sample.cases)
        right += member.goldClass == member.judgeClass ? sample.weight(member) : 0;
    return share(right, sample.size());
}

Estimate gradeKappa(const GradeSample& sample) {
    return cohenKappa(crossTable(sample));
}

Estimate gradeAc1(const GradeSample& sample) {
    return gwetAc1(crossTable(sample));
}

Estimate gradeAlphaNominal(const GradeSample& sample) {
    RatedUnits units;
    for (const GradeCase& member : sample.cases)
        units.add(std::array{member.goldClass, member.judgeClass}, sample.weight(member));
    return krippendorffAlpha(AlphaLevel::Nominal, units, sample.values);
}

Estimate gradePrecision(const GradeSample& sample) {
    return ofPositive(sample, &ClassScores::precision);
}

Estimate gradeRecall(const GradeSample& sample) {
    return ofPositive(sample, &ClassScores::recall);
}

Estimate gradeF1(const GradeSample& sample) {
    return ofPositive(sample, &ClassScores::f1);
}

Estimate gradeMacroPrecision(const GradeSample& sample) {
    return macro(sample, &ClassScores::precision);
}

Estimate gradeMacroRecall(const GradeSample& sample) {
    return macro(sample, &ClassScores::recall);
}

Estimate gradeMacroF1(const GradeSample& sample) {
    return macro(sample, &ClassScores::f1);
}

Estimate matthews(const GradeSample& sample) {
    const CrossTable table = crossTable(sample);
    double cross = 0;
    double goldSquares = 0;
    double judgeSquares = 0;
    for (std::size_t at = 0; at < table.gold.size(); ++at) {
        cross += table.gold[at] * table.judge[at];
        goldSquares += table.gold[at] * table.gold[at];
        judgeSquares += table.judge[at] * table.judge[at];
    }
    const double squared = table.total * table.total;
    const double spread = (squared - goldSquares) * (squared - judgeSquares);
    if (spread <= 0)
        return undefined(table.total > 0 ? "one-class" : "no-items");
    return valueOf((table.agreeing() * table.total - cross) / std::sqrt(spread));
}

Estimate gradeItemsNeeded(const GradeSample& sample) {
    constexpr double HalfWidth = 0.05;
    const Estimate rate = gradeAccuracy(sample);
    if (!rate.value)
        return undefined(rate.reason);
    const double wanted = Normal95 * Normal95 * *rate.value * (1 - *rate.value) / (HalfWidth * HalfWidth);
    Estimate result = valueOf(std::max(0.0, std::ceil(wanted) - sample.size()));
    result.kind = Estimate::Kind::Constant;
    return result;
}

FigureTable gradeConfusion(const GradeSample& sample) {
    FigureTable table;
    table.rows.assign(sample.classes.begin(), sample.classes.end());
    table.columns = table.rows;
    table.cells.assign(table.rows.size(), std::vector<std::optional<double>>(table.rows.size(), 0.0));
    for (const GradeCase& member : sample.cases) {
        auto& cell =
            table.cells[static_cast<std::size_t>(member.goldClass)][static_cast<std::size_t>(member.judgeClass)];
        cell = *cell + sample.weight(member);
    }
    return table;
}

FigureTable gradePerClass(const GradeSample& sample) {
    const CrossTable counts = crossTable(sample);
    FigureTable table;
    table.columns = {"precision", "recall", "f1", "gold", "judge"};
    for (std::size_t at = 0; at < counts.gold.size(); ++at) {
        const ClassScores scores = classScores(counts, at);
        table.rows.push_back(sample.classes[at]);
        table.cells.push_back({scores.precision, scores.recall, scores.f1, counts.gold[at], counts.judge[at]});
    }
    return table;
}

} // namespace assize
