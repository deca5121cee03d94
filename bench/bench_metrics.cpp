// SPDX-License-Identifier: Apache-2.0
// What quality.md asks of figures: a weight change over 100,000 verdicts in under 16 ms, and every figure with 2,000
// resamples on 15,000 items in under a second of CPU.
#include "core/metrics/figures.h"
#include "core/metrics/score_columns.h"

#include <benchmark/benchmark.h>
#include <random>

namespace assize {
namespace {

struct Drawn {
    ItemTable items;
    RunTable run;
};

void put(OrderColumn& order, std::uint32_t row, unsigned draw) {
    order.planned[row] = 1;
    if (draw % 40 == 0) {
        order.failure[row] = Cell::Unparseable;
        return;
    }
    const unsigned label = draw % 10 == 0 ? 2 : draw % 2;
    order.votes[row].at(label) = 1;
    order.marginSum[row] = (label == 0 ? 1 : -1) * static_cast<double>(draw / 64 % 100) / 100;
    order.marginCount[row] = 1;
}

Drawn drawn(std::uint32_t items, bool isClustered) {
    Drawn made;
    std::mt19937 random(17);
    for (std::uint32_t row = 0; row < items; ++row) {
        made.items.addRow(row + 1, isClustered ? row / 3 : row, random() % 900, random() % 900);
        Rating& gold = made.items.gold[row];
        const unsigned draw = random();
        gold.label = gold.labelOfFour = draw % 9 == 0 ? Cell::Tie : draw % 2 == 0 ? Cell::A : Cell::B;
    }
    made.run.resize(items);
    for (std::uint32_t row = 0; row < items; ++row) {
        put(made.run.forward, row, random());
        put(made.run.backward, row, random());
    }
    return made;
}

void allFigures(benchmark::State& state) {
    const Drawn made = drawn(static_cast<std::uint32_t>(state.range(0)), state.range(1) != 0);
    const std::vector<std::uint32_t> rows = allRows(made.items);
    const FigureRequest request{.items = made.items, .run = made.run, .reference = made.items.gold, .rows = rows};
    for (auto _ : state)
        benchmark::DoNotOptimize(runFigures(request, {}));
}
BENCHMARK(allFigures)
    ->ArgNames({"items", "clustered"})
    ->Args({15000, 0})
    ->Args({15000, 1})
    ->Args({150000, 0})
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

void headline(benchmark::State& state) {
    const Drawn made = drawn(static_cast<std::uint32_t>(state.range(0)), false);
    const std::vector<std::uint32_t> rows = allRows(made.items);
    const FigureRequest request{.items = made.items, .run = made.run, .reference = made.items.gold, .rows = rows};
    for (auto _ : state)
        benchmark::DoNotOptimize(headlineFigures(request, {}));
}
BENCHMARK(headline)->ArgName("items")->Arg(15000)->Arg(100000)->Unit(benchmark::kMillisecond);

Verdict scored(std::mt19937& random, const char* presentation) {
    Verdict verdict;
    verdict.presentation = presentation;
    verdict.judgement.outcome = Outcome::Verdict;
    for (int criterion = 0; criterion < 5; ++criterion) {
        CriterionScore score;
        score.criterion.name = "criterion number " + std::to_string(random() % 12);
        score.criterion.weight = 0.2;
        score.normalisedA = static_cast<double>(random() % 5) / 4;
        score.normalisedB = static_cast<double>(random() % 5) / 4;
        verdict.judgement.criteria.push_back(score);
    }
    return verdict;
}

/// What a slider move costs: labels, margins and agreement of every item.
void whatIf(benchmark::State& state) {
    const auto items = static_cast<std::uint32_t>(state.range(0) / 2);
    const Drawn made = drawn(items, false);
    ScoreColumns columns(items);
    std::mt19937 random(23);
    for (std::uint32_t row = 0; row < items; ++row) {
        columns.add(row, scored(random, "AB"));
        columns.add(row, scored(random, "BA"));
    }
    const WhatIfResult before = columns.recompute({}, 0.02, {});
    WhatIfWeights weights;
    weights.groups.resize(columns.groups().size());
    WhatIfResult now;
    double weight = 0;
    for (auto _ : state) {
        weights.groups[3].weight = weight = weight < 1 ? weight + 0.01 : 0;
        columns.recompute(weights, 0.02, {}, now);
        benchmark::DoNotOptimize(whatIfAgreement(now, before, made.items.gold, {}));
    }
}
BENCHMARK(whatIf)->ArgName("verdicts")->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace assize

BENCHMARK_MAIN();
