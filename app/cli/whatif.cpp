// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/figure_session.h"
#include "app/cli/figure_text.h"
#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/metrics/figure_json.h"
#include "core/metrics/slices.h"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

using nlohmann::json;

Result<std::uint32_t> groupOf(const ScoreColumns& columns, std::string_view flag, std::string_view name) {
    if (const auto group = columns.groups().find(name); group && *group < columns.groups().size())
        return *group;
    const std::string nearest = nearestName(name, columns.groups().names());
    const std::string hint = nearest.empty()
                                 ? fmt::format("the run's criteria are: {}", fmt::join(columns.groups().names(), ", "))
                                 : fmt::format("did you mean \"{}\"?", nearest);
    return fail(ErrorCode::InvalidArgument, std::string(flag), said("no criterion is called \"%1\"; %2", name, hint));
}

Result<WhatIfWeights> weightsOf(const ScoreColumns& columns, const Arguments& arguments) {
    WhatIfWeights weights;
    weights.groups.resize(columns.groups().size());
    for (const std::string& text : arguments.values("--weight")) {
        const std::size_t equals = text.rfind('=');
        const std::string number = equals == std::string::npos ? "" : text.substr(equals + 1);
        const auto weight = numberFrom<double>(number);
        if (!weight || *weight < 0)
            return fail(
                ErrorCode::InvalidArgument, "--weight", said("\"%1\" is not NAME=W with a number W from 0", text));
        const auto group = groupOf(columns, "--weight", std::string_view(text).substr(0, equals));
        if (!group)
            return tl::unexpected(group.error());
        weights.groups[*group].weight = weight;
    }
    for (const std::string& name : arguments.values("--off")) {
        const auto group = groupOf(columns, "--off", name);
        if (!group)
            return tl::unexpected(group.error());
        weights.groups[*group].isOn = false;
    }
    return weights;
}

/// One run under other weights: what the figures are, and what moved.
struct Outlook {
    RunTable original;
    RunTable run;
    Policy policy;
    Figures figures;
    std::vector<SliceFigures> slices; ///< by --by
    std::map<std::string, std::int64_t> labels;
    std::int64_t changed = 0;          ///< against the labels that the judge's own weights imply
    std::int64_t changedFromJudge = 0; ///< against the labels that the judge gave
};

std::string labelName(Cell cell) {
    if (const auto label = labelOf(cell))
        return std::string(labelText(*label));
    return cell == Cell::Flip ? "flip" : "none";
}

void countLabels(Outlook& outlook, const WhatIfResult& now, const WhatIfResult& before) {
    const std::vector<Rating> judged = ratingsOf(outlook.original, outlook.policy);
    for (const auto label : {Label::A, Label::B, Label::Tie})
        outlook.labels[std::string(labelText(label))] = 0;
    for (std::uint32_t row = 0; row < now.label.size(); ++row) {
        if (!isPlanned(outlook.original, row))
            continue;
        ++outlook.labels[labelName(now.label[row])];
        outlook.changed += now.label[row] != before.label[row] ? 1 : 0;
        outlook.changedFromJudge += isJudged(judged[row].label) && now.label[row] != judged[row].label ? 1 : 0;
    }
}

Outlook outlookOf(RunTable original, const RunTable* baseline, const ItemTable& items, const ScoreColumns& columns,
    const WhatIfWeights& weights, std::optional<SliceBy> by, const MetricSettings& settings) {
    Outlook outlook{std::move(original), {}, {}, {}, {}, {}, 0, 0};
    const std::vector<std::uint32_t> rows = allRows(items);
    const FigureRequest request{.items = items, .run = outlook.original, .reference = items.gold, .rows = rows};
    outlook.policy = policyFor(request, settings);
    const WhatIfResult now = columns.recompute(weights, settings.tieBand, outlook.policy);
    const WhatIfResult before = columns.recompute({}, settings.tieBand, outlook.policy);
    countLabels(outlook, now, before);
    outlook.run = runFrom(now, outlook.original);
    FigureRequest changed{
        .items = items, .run = outlook.run, .reference = items.gold, .rows = rows, .baseline = baseline};
    outlook.figures = runFigures(changed, settings);
    MetricSettings sameTies = settings;
    sameTies.ties = outlook.policy.ties; // slices count ties as the whole does
    for (const Slice& slice : by ? slicesOf(items, outlook.run, rows, *by) : std::vector<Slice>()) {
        changed.rows = slice.rows;
        outlook.slices.push_back({slice.name, runFigures(changed, sameTies)});
    }
    return outlook;
}

json groupsJson(const ScoreColumns& columns, const WhatIfWeights& weights) {
    json groups = json::array();
    for (std::uint32_t at = 0; at < columns.groups().size(); ++at) {
        const WhatIfWeights::Group& group = weights.groups[at];
        groups.push_back({{"name", columns.groups().name(at)}, {"verdicts", columns.verdictsWith(at)},
            {"mean_weight", columns.meanWeight(at)}, {"weight", group.weight ? json(*group.weight) : json(nullptr)},
            {"on", group.isOn}});
    }
    return groups;
}

void print(std::ostream& out, const Outlook& outlook, const ScoreColumns& columns, const WhatIfWeights& weights,
    const MetricSettings& settings) {
    out << fmt::format("Run {} with other weights\n  {}\n\n", outlook.run.name, settingsText(settings, outlook.policy));
    TextTable groups({false, true, true, false});
    groups.add({"criterion", "judge's weight", "verdicts", "now"});
    for (std::uint32_t at = 0; at < columns.groups().size(); ++at) {
        const WhatIfWeights::Group& group = weights.groups[at];
        const std::string now = !group.isOn ? "off" : group.weight ? fmt::format("{:g}", *group.weight) : "";
        groups.add({columns.groups().name(at), fmt::format("{:.3f}", columns.meanWeight(at)),
            fmt::format("{}", columns.verdictsWith(at)), now});
    }
    groups.print(out, "  ");
    out << fmt::format("\n  changed: {} items ({} against the judge's own labels)\n  labels:", outlook.changed,
        outlook.changedFromJudge);
    for (const auto& [label, count] : outlook.labels)
        out << fmt::format("  {} {}", label, count);
    out << "\n\n";
    printFigures(out, outlook.figures);
}

Result<void> whatIf(const Arguments& arguments, Terminal& terminal) {
    const auto by = sliceByOption(arguments);
    if (!by)
        return tl::unexpected(by.error());
    auto figures = openFigures(arguments, terminal);
    if (!figures)
        return tl::unexpected(figures.error());
    const auto summary = onlyRun(*figures, arguments);
    if (!summary)
        return tl::unexpected(summary.error());
    ItemTable& items = figures->loaded.items;
    auto original = loadRun(*figures->reader, *summary, items);
    if (!original)
        return tl::unexpected(original.error());
    const auto columns = loadScores(*figures->reader, summary->run.key, items);
    if (!columns)
        return tl::unexpected(columns.error());
    if (!original->isPairwise() || columns->verdictCount() == 0)
        return fail(ErrorCode::InvalidArgument, summary->run.name,
            said("its verdicts hold no criterion scores of two responses, so weights change nothing"));
    const auto weights = weightsOf(*columns, arguments);
    if (!weights)
        return tl::unexpected(weights.error());
    const auto baseline = baselineRun(*figures);
    if (!baseline)
        return tl::unexpected(baseline.error());
    const Outlook outlook = outlookOf(
        std::move(*original), *baseline ? &**baseline : nullptr, items, *columns, *weights, *by, figures->settings);
    if (!terminal.json) {
        print(terminal.out, outlook, *columns, *weights, figures->settings);
        if (*by)
            printSlices(terminal.out, arguments.valueOr("--by", ""), outlook.run.task, outlook.slices);
        return {};
    }
    json document = settingsJson(figures->settings, outlook.policy);
    document["run"] = outlook.run.name;
    document["run_id"] = outlook.run.id;
    document["changed"] = outlook.changed;
    document["changed_from_judge"] = outlook.changedFromJudge;
    document["labels"] = outlook.labels;
    document["criteria"] = groupsJson(*columns, *weights);
    document["figures"] = figuresJson(outlook.figures);
    if (*by)
        document["by"][arguments.valueOr("--by", "")] = slicesJson(outlook.slices);
    terminal.printJson(document);
    return {};
}

int run(const Arguments& arguments, Terminal& terminal) {
    const auto done = whatIf(arguments, terminal);
    return done ? 0 : terminal.report(done.error());
}

} // namespace

Command whatifCommand() {
    return {"whatif", "Labels, margins and agreement with other weights, without a model call",
        {{"SESSION", "The session to read"}},
        withSettingOptions({{"--run", "R", "The run, by name, ULID or number; needed if there is more than one"},
            {"--weight", "NAME=W", "Another weight for a criterion", true},
            {"--off", "NAME", "Leave a criterion out", true},
            {"--by", "category|section|judge|model|language|length", "Break every figure down"}}),
        run};
}

} // namespace assize::cli
