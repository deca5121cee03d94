// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_from.h"
#include "core/metrics/counterpart.h"
#include "core/metrics/load.h"
#include "core/model/presentation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assize {
namespace {

OrderColumn* orderOf(RunTable& run, std::string_view presentation) {
    if (presentation == "AB")
        return &run.forward;
    return presentation == "BA" ? &run.backward : nullptr;
}

/// FastChat's rule for two scores, in the binary arithmetic it is published with (protocols.md, 5.1).
Cell tieDeltaLabel(const std::vector<double>& scores) {
    constexpr double TieDelta = 0.1;
    if (std::abs(scores[0] - scores[1]) <= TieDelta)
        return Cell::Tie;
    return scores[0] > scores[1] ? Cell::A : Cell::B;
}

void addToOrder(OrderColumn& order, std::uint32_t row, const Judgement& judgement) {
    if (judgement.outcome != Outcome::Verdict || !judgement.label) {
        if (order.failure[row] == Cell::Missing)
            order.failure[row] = failedCell(judgement.outcome);
        return;
    }
    const Cell label = cellOf(*judgement.label);
    ++order.votes[row].at(static_cast<std::size_t>(label));
    order.stepSum[row] += judgement.step ? *judgement.step : label == Cell::A ? 1 : label == Cell::B ? -1 : 0;
    if (judgement.scoreMargin) {
        order.marginSum[row] += *judgement.scoreMargin;
        ++order.marginCount[row];
    }
    if (!order.tieDelta.empty() && judgement.scores.size() == 2)
        order.tieDelta[row] = tieDeltaLabel(judgement.scores);
    if (judgement.scores.size() == 2 && judgement.reason.starts_with("preference")) {
        order.preferenceSum[row] += judgement.scores[0];
        ++order.preferenceCount[row];
    }
}

std::optional<double> scoreOf(const Judgement& judgement) {
    return judgement.scores.empty() ? numberFrom<double>(judgement.result) : judgement.scores.front();
}

/// The samples of the item at hand; they come one after another.
class GradeCollector {
public:
    GradeCollector(GradeColumn& grades, NameList& results)
        : m_grades(grades)
        , m_results(results) {}

    void add(std::uint32_t row, const Judgement& judgement, std::string_view presentation) {
        if (row != m_row)
            finish();
        else if (presentation != m_presentation)
            finishOrder();
        m_row = row;
        m_presentation = presentation;
        if (!m_grades.choices.empty())
            addChoice(m_grades.choices[row], judgement, presentation);
        if (judgement.outcome != Outcome::Verdict) {
            if (m_grades.failure[row] == Cell::Missing)
                m_grades.failure[row] = failedCell(judgement.outcome);
            return;
        }
        if (!judgement.result.empty()) {
            const std::int32_t result = m_results.add(judgement.result);
            ++m_votes[result];
            ++m_orderVotes[result];
        }
        if (const auto score = scoreOf(judgement))
            m_scores.push_back(*score);
    }

    /// Mean of the scores, and the result with strictly most votes; a split is an abstention.
    void finish() {
        finishOrder();
        int most = 0;
        bool isSplit = false;
        for (const auto& [result, votes] : m_votes) {
            isSplit = votes == most || (isSplit && votes < most);
            if (votes > most)
                m_grades.result[m_row] = result;
            most = std::max(most, votes);
        }
        if (isSplit) {
            m_grades.result[m_row] = NoResult;
            m_grades.failure[m_row] = Cell::Abstained;
        }
        if (!m_scores.empty()) {
            const double count = static_cast<double>(m_scores.size());
            const double centre = std::accumulate(m_scores.begin(), m_scores.end(), 0.0) / count;
            double squares = 0;
            for (const double score : m_scores)
                squares += (score - centre) * (score - centre);
            m_grades.score[m_row] = centre;
            if (count > 1)
                m_grades.repeats[m_row].deviation = std::sqrt(squares / (count - 1));
        }
        m_votes.clear();
        m_scores.clear();
    }

private:
    /// Counts the pairs of samples of one order that give the same result.
    void finishOrder() {
        Repeats& repeats = m_grades.repeats[m_row];
        std::uint32_t samples = 0;
        for (const auto& [result, votes] : m_orderVotes) {
            repeats.agreeingPairs += votes * (votes - 1) / 2;
            samples += votes;
        }
        repeats.pairs += samples < 2 ? 0 : samples * (samples - 1) / 2;
        m_orderVotes.clear();
    }

    /// The chosen letter is in item order; the presentation says where it stood.
    void addChoice(Choices& choices, const Judgement& judgement, std::string_view presentation) {
        choices.slots.resize(std::max(choices.slots.size(), presentation.size()), 0);
        if (judgement.outcome != Outcome::Verdict || judgement.result.empty() ||
            presentation.find(judgement.result.front()) == std::string_view::npos)
            return;
        if (judgement.scores.size() == presentation.size()) {
            choices.scores.resize(presentation.size(), 0);
            for (std::size_t response = 0; response < presentation.size(); ++response)
                choices.scores[response] += judgement.scores[response];
        }
        const std::int32_t choice = m_results.add(judgement.result);
        choices.first = choices.valid == 0 ? choice : choices.first;
        choices.isUnanimous = choices.isUnanimous && choice == choices.first;
        ++choices.valid;
        for (const char letter : judgement.result) {
            if (const std::size_t slot = presentation.find(letter); slot != std::string_view::npos)
                ++choices.slots[slot];
        }
    }

    GradeColumn& m_grades;
    NameList& m_results;
    std::uint32_t m_row = 0;
    std::string m_presentation;
    std::map<std::int32_t, int> m_votes;
    std::map<std::int32_t, std::uint32_t> m_orderVotes; ///< of the presentation at hand
    std::vector<double> m_scores;
};

/// When a call began and ended; a verdict is made when its call ends.
struct OpenCall {
    double begin = 0;
    double end = 0;
};

/// Calls that overlap keep a server busy once.
double busySeconds(std::vector<OpenCall> calls) {
    std::sort(calls.begin(), calls.end(), [](const OpenCall& a, const OpenCall& b) { return a.begin < b.begin; });
    double busy = 0;
    double until = std::numeric_limits<double>::lowest();
    for (const OpenCall& call : calls) {
        busy += std::max(call.end - std::max(call.begin, until), 0.0);
        until = std::max(until, call.end);
    }
    return busy;
}

Result<void> readPlan(
    SessionReader& reader, RowKey runKey, const ItemTable& items, RunTable& run, ReferenceCalls calls) {
    return reader.forEachPlannedCall(runKey, [&](const PlannedCall& call) {
        const auto row = items.rowOf.find(call.itemKey);
        if (row == items.rowOf.end() || hidesReference(call.presentation) != (calls == ReferenceCalls::Without))
            return true;
        OrderColumn* order = orderOf(run, lettersOf(call.presentation));
        if (run.isPairwise() && order != nullptr)
            ++order->planned[row->second];
        if (run.isPairwise())
            return true;
        ++run.grades.planned[row->second];
        if (!run.grades.choices.empty() && call.sample == 1)
            ++run.grades.choices[row->second].orders;
        return true;
    });
}

Result<void> readVerdicts(
    SessionReader& reader, RowKey runKey, ItemTable& items, RunTable& run, ReferenceCalls wanted) {
    GradeCollector grades(run.grades, items.results);
    std::vector<OpenCall> calls;
    const auto read = reader.forEachVerdict(runKey, {}, [&](const Verdict& verdict) {
        const auto row = items.rowOf.find(verdict.itemKey);
        if (row == items.rowOf.end())
            return true;
        run.usage.tokens.cachedTokens += verdict.usage.cachedTokens;
        run.usage.tokens.estimated = run.usage.tokens.estimated || verdict.usage.estimated;
        if (verdict.latencySeconds > 0)
            calls.push_back({static_cast<double>(verdict.createdAt) / 1000 - verdict.latencySeconds,
                static_cast<double>(verdict.createdAt) / 1000});
        if (hidesReference(verdict.presentation) != (wanted == ReferenceCalls::Without))
            return true;
        const std::string_view letters = lettersOf(verdict.presentation);
        OrderColumn* order = orderOf(run, letters);
        if (run.isPairwise() && order != nullptr)
            addToOrder(*order, row->second, verdict.judgement);
        else if (!run.isPairwise())
            grades.add(row->second, verdict.judgement, letters);
        return true;
    });
    if (!run.grades.failure.empty())
        grades.finish();
    run.usage.busySeconds = busySeconds(std::move(calls));
    return read;
}

} // namespace

Result<RunTable> loadRun(SessionReader& reader, const RunSummary& summary, ItemTable& items, ReferenceCalls calls) {
    const auto version = reader.judgeVersion(summary.run.judgeVersionKey);
    if (!version)
        return tl::unexpected(version.error());
    RunTable run;
    run.name = summary.run.name;
    run.id = summary.run.id;
    run.judge = summary.judgeName;
    run.version = version->hash;
    run.endpointKind = summary.run.endpointKind;
    run.model = summary.run.model;
    run.task = version->definition.task;
    run.mixed = version->definition.mixed;
    run.positive = version->definition.positive;
    run.outcomes = summary.outcomes;
    run.key = summary.run.key;
    run.probe = probeOf(summary.run);
    run.usage.tokens.inputTokens = summary.inputTokens;
    run.usage.tokens.outputTokens = summary.outputTokens;
    run.resize(items.size());
    run.showsReference = calls == ReferenceCalls::With && traitsOf(summary, version->definition).showsReference;
    if (run.task == Task::Select)
        run.grades.choices.resize(items.size());
    if (run.task == Task::ScorePair)
        run.forward.tieDelta = run.backward.tieDelta = std::vector<Cell>(items.size(), Cell::Missing);
    if (run.task == Task::Direct && !run.endpointKind.empty())
        run.scale = Scale{version->definition.scaleMin, version->definition.scaleMax};
    if (auto plan = readPlan(reader, summary.run.key, items, run, calls); !plan)
        return tl::unexpected(plan.error());
    if (auto verdicts = readVerdicts(reader, summary.run.key, items, run, calls); !verdicts)
        return tl::unexpected(verdicts.error());
    return run;
}

Result<ScoreColumns> loadScores(SessionReader& reader, RowKey runKey, const ItemTable& items) {
    const auto aliases = reader.setting(CriterionGroupsSetting);
    if (!aliases)
        return tl::unexpected(aliases.error());
    ScoreColumns columns(items.size(), criterionAliasesFromJson(aliases->value_or("")));
    const SessionReader::VerdictParts parts{.criteria = true};
    const auto read = reader.forEachVerdict(runKey, parts, [&](const Verdict& verdict) {
        const auto row = items.rowOf.find(verdict.itemKey);
        if (row != items.rowOf.end() && !hidesReference(verdict.presentation))
            columns.add(row->second, verdict);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    return columns;
}

} // namespace assize
