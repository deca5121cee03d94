// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/contender.h"
#include "app/cli/figure_session.h"
#include "app/cli/figure_text.h"
#include "core/metrics/figure_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

/// The run to start from, and those that are compared with it.
struct Contenders {
    RunTable a;
    std::vector<RunTable> others;
};

Result<Contenders> loadContenders(FigureSession& figures, const Arguments& arguments) {
    auto first = loadContender(figures, arguments.valueOr("RUN_A", ""));
    if (!first)
        return tl::unexpected(first.error());
    Contenders contenders{std::move(*first), {}};
    std::vector<std::string> names = {arguments.valueOr("RUN_B", "")};
    for (std::string& name : arguments.values("MORE"))
        names.push_back(std::move(name));
    for (const std::string& name : names) {
        auto other = loadContender(figures, name);
        if (!other)
            return tl::unexpected(other.error());
        const RunTable& a = contenders.a;
        if (a.isPairwise() != other->isPairwise() || (!a.isPairwise() && a.task != other->task))
            return fail(ErrorCode::InvalidArgument, other->name,
                said("its judge answers %1 and that of %2 answers %3; compare judges of one task",
                    taskName(other->task), a.name, taskName(a.task)));
        contenders.others.push_back(std::move(*other));
    }
    return contenders;
}

constexpr double SmallestP = 0.0001; ///< smaller ones are not told apart

std::string testText(const McNemar& test) {
    if (!test.p)
        return "not computed (" + test.reason + ")";
    const std::string p = *test.p < SmallestP ? "p < 0.0001" : fmt::format("p = {:.4f}", *test.p);
    return fmt::format("{} (exact, {} fixed : {} broken)", p, test.fixed, test.broken);
}

std::string probabilityText(const std::optional<double>& p) {
    return p && *p < SmallestP ? "< 0.0001" : numberText(p);
}

void printOne(std::ostream& out, const std::string& a, const std::string& b, const Comparison& result) {
    out << fmt::format("\na: {}\nb: {}\n", a, b);
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
    table.add(figureCells("b agrees with a", result.agreement));
    table.add(figureCells("kappa of a and b", result.kappa));
    table.add(figureCells("b names the other", result.flipped));
    table.print(out, "  ");
    out << (result.conclusive ? "\nConclusive: b and a differ.\n" : "\nNot conclusive.\n");
}

/// Raw and adjusted p side by side: among many tests, some come out small by chance.
void printMany(
    std::ostream& out, std::string_view heading, std::string_view method, const std::vector<OneOfMany>& many) {
    out << fmt::format("\n{}, p adjusted by {}\n", heading, method);
    TextTable table({false, true, true, true, true, true, true});
    table.add({"", "common", "fixed", "broken", "difference", "p", "adjusted"});
    for (const OneOfMany& one : many) {
        const Comparison& result = one.comparison;
        table.add({one.name, fmt::format("{}", result.common), fmt::format("{}", result.fixed),
            fmt::format("{}", result.broken), numberText(result.difference.value), probabilityText(result.mcnemar.p),
            probabilityText(one.adjusted)});
    }
    table.print(out, "  ");
}

/// Everything a comparison says.
struct CompareReport {
    std::vector<OneOfMany> versions; ///< one per compared run
    std::vector<OneOfMany> slices;   ///< of the first one, by --by
    std::string byName;
};

nlohmann::json reportJson(const Contenders& contenders, const CompareReport& report) {
    nlohmann::json document = comparisonJson(report.versions.front().comparison);
    document["a"] = contenders.a.name;
    document["b"] = contenders.others.front().name;
    if (report.versions.size() > 1)
        document["versions"] = {{"method", "holm"}, {"runs", manyComparisonsJson(report.versions)}};
    if (!report.byName.empty())
        document["by"] = {{"method", "benjamini-hochberg"}, {"exploratory", true},
            {report.byName, manyComparisonsJson(report.slices)}};
    return document;
}

void print(std::ostream& out, const Contenders& contenders, const CompareReport& report) {
    for (const OneOfMany& version : report.versions)
        printOne(out, contenders.a.name, version.name, version.comparison);
    if (report.versions.size() > 1)
        printMany(out, "All against " + contenders.a.name, "Holm", report.versions);
    if (!report.byName.empty())
        printMany(out, "By " + report.byName + " (exploratory)", "Benjamini-Hochberg", report.slices);
}

Result<void> compare(const Arguments& arguments, Terminal& terminal) {
    const auto by = sliceByOption(arguments);
    if (!by)
        return tl::unexpected(by.error());
    auto figures = openFigures(arguments, terminal);
    if (!figures)
        return tl::unexpected(figures.error());
    const auto contenders = loadContenders(*figures, arguments);
    if (!contenders)
        return tl::unexpected(contenders.error());
    const ItemTable& items = figures->loaded.items;
    const std::vector<std::uint32_t> rows = allRows(items);
    const FigureRequest request{.items = items, .run = contenders->a, .reference = items.gold, .rows = rows};
    CompareReport report;
    report.versions = compareVersions(request, contenders->others, figures->settings);
    if (*by) {
        report.slices = compareBySlice(request, contenders->others.front(), figures->settings, **by);
        report.byName = arguments.valueOr("--by", "");
    }
    const Policy policy = policyFor(request, figures->settings);
    if (terminal.json) {
        nlohmann::json document = reportJson(*contenders, report);
        document.update(settingsJson(figures->settings, policy));
        terminal.printJson(document);
    } else {
        terminal.out << settingsText(figures->settings, policy) << '\n';
        print(terminal.out, *contenders, report);
    }
    return {};
}

int run(const Arguments& arguments, Terminal& terminal) {
    const auto done = compare(arguments, terminal);
    return done ? 0 : terminal.report(done.error());
}

} // namespace

Command compareCommand() {
    return {"compare", "What one run, judge or person gets right that another does not",
        {{"SESSION", "The session to read"}, {"RUN_A", "The run, judge (NAME@vN) or annotator to start from"},
            {"RUN_B", "The one to compare"}, {"MORE", "Others to compare with the first", false, true}},
        withSettingOptions({{"--by", "category|section|judge|model|language|length", "Compare slice by slice too"}}),
        run};
}

} // namespace assize::cli
