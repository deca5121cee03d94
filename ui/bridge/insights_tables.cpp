// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/insights_tables.h"

#include "core/chart/common.h"
#include "core/metrics/counterpart.h"
#include "core/metrics/figures.h"
#include "core/run/spending.h"

#include <algorithm>

namespace assize::ui {
namespace {

/// Models of A and of B, each where all items share it.
void nameSides(InsightsSession& session) {
    constexpr std::string_view Between = " / ";
    const std::vector<std::string>& pairs = session.items().modelPairs.names();
    if (pairs.size() != 1)
        return;
    const std::size_t middle = pairs.front().find(Between);
    if (middle == std::string::npos)
        return;
    session.nameA = pairs.front().substr(0, middle);
    session.nameB = pairs.front().substr(middle + Between.size());
}

ChartRun chartRun(const InsightsRun& run) {
    ChartRun shown;
    shown.items = run.figures.items.get();
    shown.table = &run.figures.table;
    shown.versionNumber = run.summary.judgeNumber;
    shown.number = run.summary.run.number;
    shown.parentHash = run.parentHash;
    const auto verdicts = run.summary.outcomes.find(Outcome::Verdict);
    const std::int64_t count = verdicts == run.summary.outcomes.end() ? 0 : verdicts->second;
    if (count > 0)
        shown.tokens =
            static_cast<double>(run.summary.inputTokens + run.summary.outputTokens) / static_cast<double>(count);
    return shown;
}

struct ReadRun {
    InsightsRun run;
    RunTraits traits;
};

Result<ReadRun> readRun(SessionReader& reader, const RunSummary& summary,
    const std::shared_ptr<const FigureItems>& items, const std::vector<Endpoint>& endpoints) {
    auto figures = readFigureRun(reader, summary, items);
    if (!figures)
        return tl::unexpected(figures.error());
    const auto version = reader.judgeVersion(summary.run.judgeVersionKey);
    if (!version)
        return tl::unexpected(version.error());
    figures->table.spending = spendingOf(figures->table.usage, summary.run, endpoints);
    return ReadRun{
        {summary, std::move(*figures), version->parentHash, {}, {}, {}}, traitsOf(summary, version->definition)};
}

/// Which runs the others are measured against.
void findCounterparts(InsightsSession& session, const std::vector<RunTraits>& traits) {
    const auto placeOf = [&](RowKey key) {
        const auto found =
            std::find_if(traits.begin(), traits.end(), [key](const RunTraits& other) { return other.key == key; });
        return found == traits.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - traits.begin()));
    };
    for (std::size_t at = 0; at < traits.size(); ++at) {
        InsightsRun& run = session.runs[at];
        run.referenceTwin = placeOf(referenceTwinOf(traits[at], traits));
        run.formatTwin = placeOf(formatTwinOf(traits[at], traits));
        const bool isPlainBuiltin = traits[at].endpointKind == "builtin" && !traits[at].probe;
        if (!session.baseline && isPlainBuiltin && run.figures.table.isPairwise())
            session.baseline = at;
    }
}

/// The run's judge under probes, read over the items of the run itself, so that both number results alike.
Result<void> readProbed(SessionReader& reader, InsightsRun& run, const RunTraits& own,
    std::span<const RunTraits> traits, std::span<const RunSummary> summaries) {
    ItemTable items;
    for (const Probe probe : AllProbes) {
        const RowKey key = probedTwinOf(own, traits, probe);
        if (key == 0)
            continue;
        const auto summary = std::find_if(
            summaries.begin(), summaries.end(), [key](const RunSummary& other) { return other.run.key == key; });
        if (items.size() == 0)
            items = *run.figures.items;
        auto table = loadRun(reader, *summary, items);
        if (!table)
            return tl::unexpected(table.error());
        run.probed.push_back({probe, std::move(*table)});
    }
    if (items.results.names().size() > run.figures.items->results.names().size())
        run.figures.items = std::make_shared<const ItemTable>(std::move(items));
    return {};
}

const RunTable* tableOf(const InsightsSession& session, std::optional<std::size_t> run) {
    return run ? &session.runs[*run].figures.table : nullptr;
}

} // namespace

Result<InsightsSession> readInsightsSession(
    SessionReader& reader, const std::string& annotator, const std::vector<Endpoint>& endpoints, std::stop_token stop) {
    auto figureItems = readFigureItems(reader, annotator);
    if (!figureItems)
        return tl::unexpected(figureItems.error());
    InsightsSession session;
    session.base = std::make_shared<const FigureItems>(std::move(*figureItems));
    const auto runs = reader.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    std::vector<RunTraits> traits;
    for (const RunSummary& summary : *runs) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, summary.run.name);
        auto run = readRun(reader, summary, session.base, endpoints);
        if (!run)
            return tl::unexpected(run.error());
        session.runs.push_back(std::move(run->run));
        traits.push_back(std::move(run->traits));
    }
    findCounterparts(session, traits);
    for (std::size_t at = 0; at < traits.size(); ++at) {
        if (auto read = readProbed(reader, session.runs[at], traits[at], traits, *runs); !read)
            return tl::unexpected(read.error());
    }
    nameSides(session);
    return session;
}

std::optional<RunTable> triedRun(
    const InsightsSession& session, const ScoreColumns& scores, const InsightsQuestion& question) {
    const auto run = std::find_if(
        session.runs.begin(), session.runs.end(), [&](const InsightsRun& other) { return other.id() == question.run; });
    if (run == session.runs.end() || !question.whatIf.isActive() || scores.verdictCount() == 0)
        return std::nullopt;
    const std::vector<std::uint32_t> rows = allRows(session.items());
    const FigureRequest request{
        .items = *run->figures.items, .run = run->figures.table, .reference = session.base->human, .rows = rows};
    return runFrom(scores.recompute(weightsFor(question.whatIf, scores.groups()), session.base->settings.tieBand,
                       policyFor(request, session.base->settings)),
        run->figures.table);
}

InsightsSource::InsightsSource(std::shared_ptr<const InsightsSession> session,
    std::shared_ptr<const ScoreColumns> scores, const InsightsQuestion& question, const std::string& peopleName,
    const std::string& goldName)
    : m_session(std::move(session))
    , m_scores(std::move(scores))
    , m_rule(question.rule) {
    for (const InsightsRun& run : m_session->runs) {
        if (run.id() == question.run)
            m_shown = m_runs.size();
        m_runs.push_back(chartRun(run));
    }
    if (question.isFiltered) {
        for (const RowKey key : question.keys) {
            if (const auto row = m_session->items().rowOf.find(key); row != m_session->items().rowOf.end())
                m_rows.push_back(row->second);
        }
        std::sort(m_rows.begin(), m_rows.end());
    } else {
        m_rows = allRows(m_session->items());
    }
    setReference(question, peopleName, goldName);
    if (m_scores != nullptr)
        m_tried = triedRun(*m_session, *m_scores, question);
    if (m_tried) {
        m_runs[m_shown].table = &*m_tried;
        m_triedVerdicts = std::make_shared<const TriedVerdicts>(triedVerdicts(*m_tried, m_session->items()));
    }
    if (m_rule == VerdictRule::BothOrders)
        return;
    for (const ChartRun& run : m_runs)
        m_ruled.push_back(ruledBy(m_rule, *run.table));
    for (std::size_t at = 0; at < m_runs.size(); ++at)
        m_runs[at].ruled = &m_ruled[at];
}

void InsightsSource::setReference(
    const InsightsQuestion& question, const std::string& peopleName, const std::string& goldName) {
    m_reference = m_session->base->human;
    m_referenceName = literal(peopleName);
    m_referenceFilter = "human";
    if (question.against.kind == Against::Kind::Gold) {
        m_reference = m_session->items().gold;
        m_referenceName = literal(goldName);
        m_referenceFilter = "gold";
    }
    const auto rater =
        std::find(m_session->base->raters.names.begin(), m_session->base->raters.names.end(), question.against.name);
    if (question.against.kind == Against::Kind::Rater && rater != m_session->base->raters.names.end()) {
        m_reference =
            m_session->base->raters.ratings[static_cast<std::size_t>(rater - m_session->base->raters.names.begin())];
        m_referenceName = literal(question.against.name);
        m_referenceFilter.clear();
        m_isGold = false;
    }
    const auto run = std::find_if(m_session->runs.begin(), m_session->runs.end(),
        [&](const InsightsRun& other) { return other.id() == question.against.name; });
    if (question.against.kind == Against::Kind::Run && run != m_session->runs.end()) {
        const FigureRequest request{.items = *run->figures.items,
            .run = run->figures.table,
            .reference = m_session->base->human,
            .rows = m_rows};
        m_reference = ratingsOf(run->figures.table, policyFor(request, m_session->base->settings));
        m_referenceName = literal(run->summary.run.name);
        m_referenceFilter = "run(" + quotedInFilter(run->id()) + ").label";
        m_compared = static_cast<std::size_t>(run - m_session->runs.begin());
        m_isGold = false;
    }
}

ChartSource InsightsSource::chartSource(std::stop_token stop) const {
    return {.items = m_session->items(),
        .raters = m_session->base->raters,
        .runs = m_runs,
        .shown = m_shown,
        .reference = m_reference,
        .referenceName = m_referenceName,
        .isGold = m_isGold,
        .referenceFilter = m_referenceFilter,
        .rows = m_rows,
        .settings = m_session->base->settings,
        .rule = m_rule,
        .scores = m_scores.get(),
        .isTried = m_tried.has_value(),
        .compared = m_compared ? &m_runs[*m_compared] : nullptr,
        .probed = probed(),
        .people = m_session->base->human,
        .nameA = m_session->nameA,
        .nameB = m_session->nameB,
        .stop = std::move(stop)};
}

std::span<const ProbedRun> InsightsSource::probed() const {
    // What the judge was under a probe says nothing of other weights.
    return m_tried ? std::span<const ProbedRun>() : m_session->runs[m_shown].probed;
}

FigureSheet InsightsSource::figureSheet(std::stop_token stop) const {
    const ChartRun& shown = m_runs[m_shown];
    const InsightsRun& run = m_session->runs[m_shown];
    const FigureRequest request{.items = *shown.items,
        .run = *shown.table,
        .reference = m_reference,
        .isGold = m_isGold,
        .rows = m_rows,
        .baseline = tableOf(*m_session, m_session->baseline),
        .raters = &m_session->base->raters,
        .revisions = m_session->base->revisions,
        .referenceTwin = tableOf(*m_session, run.referenceTwin),
        .formatTwin = tableOf(*m_session, run.formatTwin),
        .probed = probed(),
        .referenceScale = m_compared ? m_runs[*m_compared].table->scale : std::nullopt};
    FigureSheet sheet;
    sheet.settings = m_session->base->settings;
    sheet.settings.stop = std::move(stop);
    sheet.policy = policyFor(request, sheet.settings);
    sheet.figures = runFigures(request, sheet.settings);
    sheet.people = raterAgreement(m_session->items(), m_session->base->raters, m_rows, sheet.settings);
    return sheet;
}

} // namespace assize::ui
