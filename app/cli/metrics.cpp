// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/figure_session.h"
#include "app/cli/figure_text.h"
#include "core/metrics/annotators.h"
#include "core/metrics/counterpart.h"
#include "core/metrics/figure_json.h"
#include "core/metrics/figure_text.h"
#include "core/metrics/jury_run.h"
#include "core/metrics/slices.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

using nlohmann::json;

/// What a run is measured against: gold, another run, or a person.
struct Reference {
    std::string name = "gold";
    std::optional<RunTable> run;
    std::vector<Rating> ratings; ///< empty for a run, whose labels follow each policy
};

Result<Reference> referenceOf(FigureSession& figures, const std::string& name) {
    Reference reference;
    reference.name = name;
    if (name == "gold") {
        reference.ratings = figures.loaded.items.gold;
        return reference;
    }
    if (const auto summary = figures.reader->run(name)) {
        auto run = loadRun(*figures.reader, *summary, figures.loaded.items);
        if (!run)
            return tl::unexpected(run.error());
        reference.run = std::move(*run);
        return reference;
    }
    auto ratings = loadAnnotator(*figures.reader, figures.loaded.items, name);
    if (!ratings)
        return fail(ratings.error().code, "--against", said("\"%1\": %2", name, ratings.error().detail));
    reference.ratings = std::move(*ratings);
    return reference;
}

Result<std::vector<RunSummary>> namedRuns(FigureSession& figures, const std::vector<std::string>& names) {
    std::vector<RunSummary> chosen;
    for (const std::string& name : names) {
        auto summary = figures.reader->run(name);
        if (!summary)
            return tl::unexpected(summary.error());
        chosen.push_back(std::move(*summary));
    }
    return chosen;
}

/// All, unless some are named or a jury is asked for.
Result<std::vector<RunSummary>> chosenRuns(FigureSession& figures, const Arguments& arguments) {
    const std::vector<std::string> names = arguments.values("--run");
    return names.empty() && !arguments.has("--jury") ? figures.reader->runs() : namedRuns(figures, names);
}

/// Everything said of one run.
struct RunReport {
    RunTable run;
    Policy policy;
    Figures figures;
    std::vector<SliceFigures> slices;
    std::vector<std::string> members; ///< of a jury
};

struct ReportInputs {
    const ItemTable& items;
    const Reference& reference;
    const RaterTable& raters;
    const std::vector<Revision>& revisions;
    const RunTable* baseline;
    MetricSettings settings;
    std::optional<SliceBy> by;
    std::string byName;
};

RunReport reportOn(RunTable run, const Counterparts& twins, const ReportInputs& inputs) {
    RunReport report{std::move(run), {}, {}, {}, {}};
    std::vector<Rating> ratings = inputs.reference.ratings;
    if (inputs.reference.run) {
        const Policy policy{
            TiePolicy::Class, inputs.settings.flips, inputs.settings.mixed.value_or(inputs.reference.run->mixed)};
        ratings = ratingsOf(*inputs.reference.run, policy);
    }
    const std::vector<std::uint32_t> rows = allRows(inputs.items);
    FigureRequest request{.items = inputs.items,
        .run = report.run,
        .reference = ratings,
        .isGold = inputs.reference.name == "gold",
        .rows = rows,
        .baseline = inputs.baseline,
        .raters = &inputs.raters,
        .revisions = inputs.revisions,
        .referenceTwin = twins.reference ? &*twins.reference : nullptr,
        .formatTwin = twins.format ? &*twins.format : nullptr,
        .probed = twins.probed,
        .referenceScale = inputs.reference.run ? inputs.reference.run->scale : std::nullopt};
    report.policy = policyFor(request, inputs.settings);
    MetricSettings settings = inputs.settings;
    settings.ties = report.policy.ties; // slices count ties as the whole does
    report.figures = runFigures(request, settings);
    if (!inputs.by)
        return report;
    for (const Slice& slice : slicesOf(inputs.items, report.run, rows, *inputs.by)) {
        request.rows = slice.rows;
        report.slices.push_back({slice.name, runFigures(request, settings)});
    }
    return report;
}

json runJson(const RunReport& report, const ReportInputs& inputs) {
    json document = settingsJson(inputs.settings, report.policy);
    document["run"] = report.run.name;
    document["run_id"] = report.run.id;
    document["judge"] = report.run.judge;
    document["version"] = report.run.version;
    document["model"] = report.run.model;
    document["probe"] = report.run.probe ? json(probeName(*report.run.probe)) : json(nullptr);
    document["against"] = inputs.reference.name;
    if (!report.members.empty())
        document["members"] = report.members;
    document["outcomes"] = json::object();
    for (const auto& [outcome, count] : report.run.outcomes)
        document["outcomes"][std::string(outcomeName(outcome))] = count;
    document["figures"] = figuresJson(report.figures);
    if (!inputs.by)
        return document;
    document["by"][inputs.byName] = slicesJson(report.slices);
    return document;
}

void printRun(std::ostream& out, const RunReport& report, const ReportInputs& inputs) {
    out << fmt::format("\nRun {} · judge {} · against {}\n", report.run.name, report.run.judge, inputs.reference.name);
    out << "  " << settingsText(inputs.settings, report.policy) << '\n';
    std::vector<std::string> outcomes;
    for (const auto& [outcome, count] : report.run.outcomes)
        outcomes.push_back(fmt::format("{} {}", count, outcomeName(outcome)));
    out << fmt::format(
        "  outcomes: {}\n", outcomes.empty() ? "none yet" : fmt::format("{}", fmt::join(outcomes, ", ")));
    printFigures(out, report.figures);
    if (inputs.by)
        printSlices(out, inputs.byName, report.run.task, report.slices);
}

void printPeople(std::ostream& out, const RaterAgreement& people) {
    if (people.pairs.empty())
        return;
    out << "\nAnnotators\n";
    TextTable table = figureTable();
    for (const RaterPair& pair : people.pairs) {
        table.add(figureCells(fmt::format("{} / {} kappa", pair.a, pair.b), pair.kappa));
        table.add(figureCells(fmt::format("{} / {} agreement", pair.a, pair.b), pair.agreement));
    }
    for (const auto& [key, figure] : people.figures)
        table.add(figureCells(key, figure));
    table.print(out, "  ");
}

Result<std::vector<RunReport>> reportAll(
    FigureSession& figures, const std::vector<RunSummary>& chosen, const ReportInputs& inputs) {
    std::vector<RunReport> reports;
    for (const RunSummary& summary : chosen) {
        if (inputs.reference.run && inputs.reference.run->id == summary.run.id && chosen.size() > 1)
            continue; // a run against itself says nothing, unless asked for alone
        auto run = loadPricedRun(figures, summary);
        if (!run)
            return tl::unexpected(run.error());
        const auto twins = loadCounterparts(*figures.reader, summary, figures.loaded.items);
        if (!twins)
            return tl::unexpected(twins.error());
        reports.push_back(reportOn(std::move(*run), *twins, inputs));
    }
    return reports;
}

/// The figures of the runs named by --jury as one; nothing if there are none.
Result<std::optional<RunReport>> reportOnJury(
    FigureSession& figures, const Arguments& arguments, const ReportInputs& inputs) {
    const std::vector<std::string> names = arguments.values("--jury");
    if (names.empty())
        return std::optional<RunReport>();
    const auto summaries = namedRuns(figures, names);
    if (!summaries)
        return tl::unexpected(summaries.error());
    std::vector<RunTable> members;
    std::vector<std::string> memberNames;
    for (const RunSummary& summary : *summaries) {
        auto run = loadRun(*figures.reader, summary, figures.loaded.items);
        if (!run)
            return tl::unexpected(run.error());
        if (std::find(memberNames.begin(), memberNames.end(), run->name) != memberNames.end())
            return fail(
                ErrorCode::InvalidArgument, "--jury", said("%1 is named twice; a judge has one vote", run->name));
        memberNames.push_back(run->name);
        members.push_back(std::move(*run));
    }
    auto jury = runOfJury(members, inputs.settings);
    if (!jury)
        return fail(jury.error().code, "--jury", said("%1: %2", jury.error().subject, jury.error().detail));
    RunReport report = reportOn(std::move(*jury), {}, inputs);
    report.members = std::move(memberNames);
    return std::optional<RunReport>(std::move(report));
}

/// What each figure that stands in the document means, by key.
json meaningsJson(const std::vector<RunReport>& reports, const RaterAgreement& people) {
    json meanings = json::object();
    const auto add = [&](const Figures& figures) {
        const json written = figuresJson(figures); // with ".valid", which stands for the bare key
        for (const auto& [key, figure] : written.items()) {
            const FigureText text = figureText(key);
            meanings[key] = {{"title", text.title}, {"meaning", text.meaning}};
        }
    };
    for (const RunReport& report : reports)
        add(report.figures);
    add(people.figures);
    return meanings;
}

void write(Terminal& terminal, const std::string& session, const std::vector<RunReport>& reports,
    const RaterAgreement& people, const ReportInputs& inputs) {
    if (terminal.json) {
        json document = {{"session", session}, {"items", inputs.items.size()}, {"runs", json::array()}};
        for (const RunReport& report : reports)
            document["runs"].push_back(runJson(report, inputs));
        document["annotators"] = raterAgreementJson(people);
        document["meanings"] = meaningsJson(reports, people);
        terminal.printJson(document);
        return;
    }
    terminal.out << fmt::format("{} · {} items\n", session, inputs.items.size());
    for (const RunReport& report : reports)
        printRun(terminal.out, report, inputs);
    if (reports.empty())
        terminal.out << "No runs yet: judge the items, or import verdicts, to see figures of judges.\n";
    printPeople(terminal.out, people);
}

Result<void> runMetrics(const Arguments& arguments, Terminal& terminal) {
    const auto by = sliceByOption(arguments);
    if (!by)
        return tl::unexpected(by.error());
    auto figures = openFigures(arguments, terminal);
    if (!figures)
        return tl::unexpected(figures.error());
    const auto chosen = chosenRuns(*figures, arguments);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto reference = referenceOf(*figures, arguments.valueOr("--against", "gold"));
    if (!reference)
        return tl::unexpected(reference.error());
    const auto baseline = baselineRun(*figures);
    if (!baseline)
        return tl::unexpected(baseline.error());
    const ItemTable& items = figures->loaded.items;
    const ReportInputs inputs{items, *reference, figures->loaded.raters, figures->loaded.revisions,
        *baseline ? &**baseline : nullptr, figures->settings, *by, arguments.valueOr("--by", "")};
    auto reports = reportAll(*figures, *chosen, inputs);
    if (!reports)
        return tl::unexpected(reports.error());
    auto jury = reportOnJury(*figures, arguments, inputs);
    if (!jury)
        return tl::unexpected(jury.error());
    if (*jury)
        reports->push_back(std::move(**jury));
    const RaterAgreement people = raterAgreement(items, figures->loaded.raters, allRows(items), figures->settings);
    write(terminal, arguments.valueOr("SESSION", ""), *reports, people, inputs);
    return {};
}

int run(const Arguments& arguments, Terminal& terminal) {
    const auto done = runMetrics(arguments, terminal);
    return done ? 0 : terminal.report(done.error());
}

} // namespace

Command metricsCommand() {
    return {"metrics", "Agreement, kappa, position, win rates and their intervals",
        {{"SESSION", "The session to read"}},
        withSettingOptions({{"--run", "R", "Only this run, by name, ULID or number", true},
            {"--jury", "R", "Runs that vote as one jury; name each with an option of its own", true},
            {"--against", "gold|RUN|ANNOTATOR", "Measure against gold, another run or a person"},
            {"--by", "category|section|judge|model|language|length", "Break every figure down"}}),
        run};
}

} // namespace assize::cli
