// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/compare.h"
#include "app/cli/commands.h"
#include "app/cli/figure_session.h"
#include "app/cli/figure_text.h"
#include "core/metrics/figure_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

struct BothRuns {
    RunTable a;
    RunTable b;
};

Result<BothRuns> loadBoth(FigureSession& figures, const Arguments& arguments) {
    BothRuns runs;
    for (const auto& [name, target] : {std::pair("RUN_A", &runs.a), std::pair("RUN_B", &runs.b)}) {
        const auto summary = figures.reader->run(arguments.valueOr(name, ""));
        if (!summary)
            return tl::unexpected(summary.error());
        auto run = loadRun(*figures.reader, *summary, figures.loaded.items);
        if (!run)
            return tl::unexpected(run.error());
        *target = std::move(*run);
    }
    if (runs.a.isPairwise() != runs.b.isPairwise() || (!runs.a.isPairwise() && runs.a.task != runs.b.task))
        return fail(ErrorCode::InvalidArgument, runs.b.name,
            fmt::format("its judge answers {} and that of {} answers {}; compare judges of one task",
                taskName(runs.b.task), runs.a.name, taskName(runs.a.task)));
    return runs;
}

std::string testText(const McNemar& test) {
    if (!test.p)
        return "not computed (" + test.reason + ")";
    const std::string p = *test.p < 0.0001 ? "p < 0.0001" : fmt::format("p = {:.4f}", *test.p);
    return fmt::format("{} (exact, {} fixed : {} broken)", p, test.fixed, test.broken);
}

void print(std::ostream& out, const BothRuns& runs, const Comparison& result, const std::string& settings) {
    out << fmt::format("a: {}\nb: {}\n{}\n", runs.a.name, runs.b.name, settings);
    out << fmt::format("{} items with gold and a verdict of both, by the {} label\n\n", result.common, result.view);
    TextTable counts({false, true, false});
    counts.add({"fixed", fmt::format("{}", result.fixed), "a wrong, b right"});
    counts.add({"broken", fmt::format("{}", result.broken), "a right, b wrong"});
    counts.add({"unchanged", fmt::format("{}", result.unchanged),
        fmt::format("{} of them with another label", result.labelChanged)});
    counts.add({"only a failed", fmt::format("{}", result.onlyAFailed), ""});
    counts.add({"only b failed", fmt::format("{}", result.onlyBFailed), ""});
    counts.print(out, "  ");
    out << fmt::format("\n  McNemar               {}\n", testText(result.mcnemar));
    out << fmt::format("  failures count wrong  {}\n\n", testText(result.mcnemarAll));
    TextTable table = figureTable();
    table.add(figureCells("difference b - a", result.difference));
    table.print(out, "  ");
    out << (result.conclusive ? "\nConclusive: b and a differ.\n" : "\nNot conclusive.\n");
}

Result<void> compare(const Arguments& arguments, Terminal& terminal) {
    auto figures = openFigures(arguments);
    if (!figures)
        return tl::unexpected(figures.error());
    const auto runs = loadBoth(*figures, arguments);
    if (!runs)
        return tl::unexpected(runs.error());
    const ItemTable& items = figures->loaded.items;
    const std::vector<std::uint32_t> rows = allRows(items);
    const FigureRequest request{.items = items, .run = runs->a, .reference = items.gold, .rows = rows};
    const Comparison result = compareRuns(request, runs->b, figures->settings);
    const Policy policy = policyFor(request, figures->settings);
    if (terminal.json) {
        nlohmann::json document = comparisonJson(result);
        document["a"] = runs->a.name;
        document["b"] = runs->b.name;
        document.update(settingsJson(figures->settings, policy));
        terminal.printJson(document);
    } else {
        print(terminal.out, *runs, result, settingsText(figures->settings, policy));
    }
    return {};
}

int run(const Arguments& arguments, Terminal& terminal) {
    const auto done = compare(arguments, terminal);
    return done ? 0 : terminal.report(done.error());
}

} // namespace

Command compareCommand() {
    return {"compare", "What one run gets right that another does not",
        {{"SESSION", "The session to read"}, {"RUN_A", "The run to start from"}, {"RUN_B", "The run to compare"}},
        withSettingOptions({}), run};
}

} // namespace assize::cli
