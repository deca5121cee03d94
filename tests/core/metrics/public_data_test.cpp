// SPDX-License-Identifier: Apache-2.0
// Figures of public judges on public data, through the real importers. What they must be is in the data's own README:
// published by its authors, or computed there from the files.
#include "core/import/import_job.h"
#include "core/metrics/annotators.h"
#include "core/metrics/compare.h"
#include "core/metrics/figures.h"
#include "core/metrics/load.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr double FourDigits = 5e-5;

class Silent final : public ImportObserver {
public:
    void importAdvanced(const std::string&, std::int64_t, std::int64_t, const ImportCounts&) override {}
    void rowSkipped(const SkippedRow&, std::string_view) override {}
};

void importInto(TempSession& temp, const std::filesystem::path& path, const std::string& run = {}) {
    ImportJobOptions options;
    options.runName = run;
    Silent silent;
    const auto summary =
        importFiles(temp.session(), valueOf(openImportFiles({path.string()}, options)), options, silent);
    ASSERT_TRUE(summary) << summary.error().detail;
}

struct Loaded {
    LoadedItems loaded;
    RunTable run;
    std::vector<std::uint32_t> rows;

    [[nodiscard]] FigureRequest request() const {
        return {.items = loaded.items, .run = run, .reference = loaded.items.gold, .rows = rows};
    }
};

Loaded load(TempSession& temp, const std::string& name) {
    Loaded all{valueOf(loadItems(temp.reader())), {}, {}};
    all.run = valueOf(loadRun(temp.reader(), valueOf(temp.reader().run(name)), all.loaded.items));
    all.rows = allRows(all.loaded.items);
    return all;
}

MetricSettings quick() {
    MetricSettings settings;
    settings.resamples = 0;
    return settings;
}

struct Judge {
    const char* folder;
    double forward;
    double backward;
    double reconciled;
    double consistency;
    double kappaForward;
    double kappaBackward;
};

void expectFigures(const Figures& figures, const Judge& judge) {
    const auto value = [&](std::string_view key) { return findFigure(figures, key)->value.value_or(-9); };
    EXPECT_NEAR(value("agreement.forward.all"), judge.forward, FourDigits) << judge.folder;
    EXPECT_NEAR(value("agreement.backward.all"), judge.backward, FourDigits) << judge.folder;
    EXPECT_NEAR(value("agreement.reconciled.all"), judge.reconciled, FourDigits) << judge.folder;
    EXPECT_NEAR(value("position.consistency.all"), judge.consistency, FourDigits) << judge.folder;
    EXPECT_NEAR(value("kappa.forward"), judge.kappaForward, FourDigits) << judge.folder;
    EXPECT_NEAR(value("kappa.backward"), judge.kappaBackward, FourDigits) << judge.folder;
}

TEST(PublicData, LlmbarNatural) {
    ASSIZE_NEEDS_DATA(folder, "llmbar/Dataset/LLMBar/Natural");
    // The authors count two orders that both failed as the same answer; of PaLM2's 80 equal pairs two are such.
    const std::vector<Judge> judges = {{"GPT-4/Vanilla", .95, .96, .93, .95, .8977, .9179},
        {"ChatGPT/CoT", .70, .78, .56, .64, .4341, .5267}, {"GPT-4/Rating", .92, .92, .87, .90, .8325, .8379}};
    TempSession temp;
    importInto(temp, folder / "dataset.json");
    for (const Judge& judge : judges) {
        importInto(temp, folder / "evaluators" / judge.folder / "result.json", judge.folder);
        const Loaded all = load(temp, judge.folder);
        expectFigures(runFigures(all.request(), quick()), judge);
    }
}

TEST(PublicData, LlmbarManual) {
    ASSIZE_NEEDS_DATA(folder, "llmbar/Dataset/LLMBar/Adversarial/Manual");
    TempSession temp;
    importInto(temp, folder / "evaluators/GPT-4/Vanilla/result.json", "gpt-4");
    const Loaded all = load(temp, "gpt-4");
    expectFigures(runFigures(all.request(), quick()), {"GPT-4/Vanilla", .7609, .8478, .7174, .8261, .5217, .6933});
}

TEST(PublicData, LlmbarIntervalIsWilsonsAndDigitsAreExact) {
    ASSIZE_NEEDS_DATA(file, "llmbar/Dataset/LLMBar/Natural/evaluators/GPT-4/Vanilla/result.json");
    TempSession temp;
    importInto(temp, file, "gpt-4");
    const Loaded all = load(temp, "gpt-4");
    const Figures figures = runFigures(all.request(), {});
    const Figure& forward = *findFigure(figures, "agreement.forward");
    EXPECT_EQ(forward.numerator, 95);
    EXPECT_EQ(forward.denominator, 100);
    EXPECT_NEAR(*forward.low, 0.8882, FourDigits);
    EXPECT_NEAR(*forward.high, 0.9785, FourDigits);
    EXPECT_EQ(forward.leftOut, (std::map<std::string, std::int64_t>{{"gold-tie", 0}}));
    // 101 of 200 verdicts name the response shown first
    EXPECT_NEAR(*findFigure(figures, "position.delta")->value, 0.005, 1e-9);
}

TEST(PublicData, LlmbarFailuresAreLeftOutOrWrong) {
    ASSIZE_NEEDS_DATA(file, "llmbar/Dataset/LLMBar/Natural/evaluators/PaLM2/Vanilla/result.json");
    TempSession temp;
    importInto(temp, file, "palm2");
    const Loaded all = load(temp, "palm2");
    const Figures figures = runFigures(all.request(), quick());
    EXPECT_EQ(findFigure(figures, "agreement.forward")->denominator, 98);
    EXPECT_EQ(findFigure(figures, "agreement.forward.all")->denominator, 100);
    EXPECT_NEAR(*findFigure(figures, "agreement.forward.all")->value, .78, FourDigits);
    EXPECT_NEAR(*findFigure(figures, "kappa.forward")->value, .5858, FourDigits);
    EXPECT_NEAR(*findFigure(figures, "kappa.backward")->value, .7866, FourDigits);
}

TEST(PublicData, PandalmAgainstTheMajority) {
    ASSIZE_NEEDS_DATA(items, "pandalm/data/testset-v1.json");
    ASSIZE_NEEDS_DATA(verdicts, "pandalm/data/gpt-3.5-turbo-testset-v1.json");
    TempSession temp;
    importInto(temp, items);
    importInto(temp, verdicts, "gpt-3.5");
    const Loaded all = load(temp, "gpt-3.5");
    MetricSettings settings = quick();
    settings.ties = TiePolicy::Class;
    const Figures figures = runFigures(all.request(), settings);
    const auto value = [&](std::string_view key) { return findFigure(figures, key)->value.value_or(-9); };
    EXPECT_NEAR(value("agreement.forward"), .7156, FourDigits);
    EXPECT_NEAR(value("agreement.forward.all"), .6977, FourDigits);
    EXPECT_NEAR(value("kappa.forward"), .4929, FourDigits);
    EXPECT_NEAR(value("agreement.forward.original"), .7107, FourDigits);
    EXPECT_NEAR(value("precision.forward.original"), .5879, FourDigits);
    EXPECT_NEAR(value("recall.forward.original"), .5736, FourDigits);
    EXPECT_NEAR(value("f1.forward.original"), .5755, FourDigits);
    EXPECT_NEAR(value("kappa.forward.original"), .4958, FourDigits);
    EXPECT_EQ(findFigure(figures, "agreement.reconciled")->reason, "one-order");
}

TEST(PublicData, PandalmAnnotators) {
    ASSIZE_NEEDS_DATA(items, "pandalm/data/testset-v1.json");
    TempSession temp;
    importInto(temp, items);
    const LoadedItems loaded = valueOf(loadItems(temp.reader()));
    const RaterAgreement people = raterAgreement(loaded.items, loaded.raters, allRows(loaded.items), quick());
    ASSERT_EQ(people.pairs.size(), 3U);
    EXPECT_NEAR(*people.pairs[0].kappa.value, .8520, FourDigits);
    EXPECT_NEAR(*people.pairs[1].kappa.value, .8789, FourDigits);
    EXPECT_NEAR(*people.pairs[2].kappa.value, .8617, FourDigits);
    EXPECT_NEAR(*people.pairs[0].agreement.value, .9129, FourDigits);
    EXPECT_NEAR(*findFigure(people.figures, "fleiss_kappa")->value, .8642, FourDigits);
    EXPECT_NEAR(*findFigure(people.figures, "alpha")->value, .8642, FourDigits);
    const auto count = [&](Cell label) {
        return std::count_if(loaded.items.gold.begin(), loaded.items.gold.end(),
            [&](const Rating& rating) { return rating.label == label; });
    };
    EXPECT_EQ(count(Cell::Tie), 105);
    EXPECT_EQ(count(Cell::A), 422);
    EXPECT_EQ(count(Cell::B), 472);
}

} // namespace
} // namespace assize::test
