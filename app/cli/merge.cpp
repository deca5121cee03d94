// SPDX-License-Identifier: Apache-2.0
#include "core/session/merge.h"

#include "app/cli/commands.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

nlohmann::json inputJson(const MergedInput& input) {
    const RowCounts& counts = input.counts;
    return {{"session", input.session.string()}, {"items", counts.items}, {"items_new", counts.itemsNew},
        {"labels", counts.labels}, {"labels_new", counts.labelsNew}, {"verdicts", counts.verdicts},
        {"verdicts_new", counts.verdictsNew}, {"annotations", counts.annotations},
        {"annotations_new", counts.annotationsNew}, {"refused_count", input.refusedCount}, {"refused", input.refused}};
}

void print(const MergeReport& report, const std::string& out, const Terminal& terminal) {
    for (const MergedInput& input : report.inputs) {
        const RowCounts& counts = input.counts;
        terminal.out << fmt::format("{}: {} items ({} new), {} labels ({} new), {} verdicts ({} new), {} annotations "
                                    "({} new)\n",
            input.session.string(), counts.items, counts.itemsNew, counts.labels, counts.labelsNew, counts.verdicts,
            counts.verdictsNew, counts.annotations, counts.annotationsNew);
        for (const std::string& why : input.refused)
            terminal.err << fmt::format("assize-cli: {}: {}\n", input.session.string(), why);
    }
    terminal.out << fmt::format("{}: {} items, {} runs\n", out, report.items, report.runs);
}

int run(const Arguments& arguments, Terminal& terminal) {
    const std::string out = arguments.valueOr("OUT", "");
    const std::vector<std::string> names = arguments.values("IN");
    const auto report = mergeSessions(out, {names.begin(), names.end()}, terminal.stop,
        [&](const std::filesystem::path& session, const RowCounts& counts) {
            terminal.progress(
                fmt::format("{}: {} items, {} verdicts", session.string(), counts.items, counts.verdicts));
        });
    terminal.progress({});
    if (!report)
        return terminal.report(report.error());
    std::int64_t refused = 0;
    nlohmann::json added = nlohmann::json::array();
    for (const MergedInput& input : report->inputs) {
        refused += input.refusedCount;
        added.push_back(inputJson(input));
    }
    if (terminal.json)
        terminal.printJson({{"session", out}, {"first", names.front()}, {"added", added}, {"items", report->items},
            {"runs", report->runs}});
    else
        print(*report, out, terminal);
    return refused > 0 ? 1 : 0;
}

} // namespace

Command mergeCommand() {
    return {"merge", "Make one session of several",
        {{"OUT", "The session to make; it must not be there yet"},
            {"IN", "Sessions; the first one's ids and settings stay", true, true}},
        {}, run};
}

} // namespace assize::cli
