// SPDX-License-Identifier: Apache-2.0
// Rankings and published tables of public data, through the real importers. What they must be is in the data's own
// README.
#include "core/import/import_job.h"
#include "core/metrics/figures.h"
#include "core/metrics/load.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

class NobodyWatches final : public ImportObserver {
public:
    void importAdvanced(const std::string&, std::int64_t, std::int64_t, const ImportCounts&) override {}
    void rowSkipped(const SkippedRow&, std::string_view) override {}
};

void importAs(TempSession& temp, const std::filesystem::path& path, const std::string& run) {
    ImportJobOptions options;
    options.runName = run;
    NobodyWatches nobody;
    const auto summary =
        importFiles(temp.session(), valueOf(openImportFiles({path.string()}, options)), options, nobody);
    ASSERT_TRUE(summary) << summary.error().detail;
}

/// One figure of the run named "judge".
Figure figureOfJudge(TempSession& temp, std::string_view key) {
    LoadedItems loaded = valueOf(loadItems(temp.reader()));
    const RunTable run = valueOf(loadRun(temp.reader(), valueOf(temp.reader().run("judge")), loaded.items));
    const std::vector<std::uint32_t> rows = allRows(loaded.items);
    const std::array keys = {key};
    const FigureRequest request{.items = loaded.items,
        .run = run,
        .reference = loaded.items.gold,
        .rows = rows,
        .raters = &loaded.raters,
        .only = keys};
    MetricSettings quick;
    quick.resamples = 0;
    return runFigures(request, quick).front().figure;
}

double cellOf(const Figure& figure, const std::string& row, std::size_t column) {
    const auto at = std::find(figure.table->rows.begin(), figure.table->rows.end(), row) - figure.table->rows.begin();
    return figure.table->cells.at(static_cast<std::size_t>(at)).at(column).value();
}

TEST(PublicRankings, PandalmModelsByThreePeople) {
    ASSIZE_NEEDS_DATA(folder, "pandalm/data");
    TempSession temp;
    importAs(temp, folder / "testset-v1.json", "");
    importAs(temp, folder / "gpt-3.5-turbo-testset-v1.json", "judge");
    const Figure figure = figureOfJudge(temp, "bradley_terry.gold");
    ASSERT_TRUE(figure.table) << figure.reason;
    EXPECT_EQ(figure.denominator, 999);
    EXPECT_EQ(figure.table->rows,
        (std::vector<std::string>{"llama-7b", "pythia-6.9b", "bloom-7b", "opt-7b", "cerebras-gpt-6.7B"}));
    EXPECT_NEAR(cellOf(figure, "llama-7b", 0), 0.7243, 5e-5);
    EXPECT_NEAR(cellOf(figure, "pythia-6.9b", 0), 0.0736, 5e-5);
    EXPECT_NEAR(cellOf(figure, "bloom-7b", 0), -0.0182, 5e-5);
    EXPECT_NEAR(cellOf(figure, "opt-7b", 0), -0.2430, 5e-5);
    EXPECT_NEAR(cellOf(figure, "cerebras-gpt-6.7B", 0), -0.5368, 5e-5);
    EXPECT_TRUE(figureOfJudge(temp, "ranking.spearman").value);
    EXPECT_EQ(figureOfJudge(temp, "alt_test").table->rows.size(), 3U);
}

TEST(PublicRankings, LlmbarAsItsAuthorsCount) {
    ASSIZE_NEEDS_DATA(natural, "llmbar/Dataset/LLMBar/Natural");
    TempSession temp;
    importAs(temp, natural / "evaluators/PaLM2/Vanilla/result.json", "judge");
    const Figure figure = figureOfJudge(temp, "llmbar.original");
    EXPECT_NEAR(*figure.value, .83, 1e-9);
    EXPECT_NEAR(cellOf(figure, "order 1", 1), .78, 1e-9);
    EXPECT_NEAR(cellOf(figure, "order 2", 1), .88, 1e-9);
    EXPECT_NEAR(cellOf(figure, "right in both", 1), .73, 1e-9);
    EXPECT_NEAR(cellOf(figure, "equal", 1), .80, 1e-9) << "two failures are equal to its authors";
}

} // namespace
} // namespace assize::test
