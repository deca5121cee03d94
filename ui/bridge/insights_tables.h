// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/chart/category_table.h"
#include "core/chart/chart.h"
#include "core/chart/scorecards.h"
#include "core/chart/source.h"
#include "core/metrics/annotators.h"
#include "core/metrics/figures.h"
#include "core/metrics/load.h"
#include "core/model/endpoint.h"
#include "ui/bridge/figure_tables.h"
#include "ui/bridge/what_if.h"
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace assize::ui {

/// One run with what the Insights page tells of it.
struct InsightsRun {
    RunSummary summary;
    FigureRun figures;
    std::string parentHash;                   ///< of the judge version
    std::optional<std::size_t> referenceTwin; ///< the run that reference.effect is measured against
    std::optional<std::size_t> formatTwin;
    std::vector<ProbedRun> probed; ///< the same judge under probes; results are told apart as in figures.items
    [[nodiscard]] const std::string& id() const { return summary.run.id; }
};

/// A session in columns, for charts. Not changed once it is made.
struct InsightsSession {
    std::shared_ptr<const FigureItems> base;
    std::vector<InsightsRun> runs;
    std::optional<std::size_t> baseline; ///< the built-in judge's run
    std::string nameA;                   ///< the model behind every A; empty if there are several
    std::string nameB;

    [[nodiscard]] const ItemTable& items() const { return base->items; }
};

/// Every figure of the run shown, and of the people among themselves.
struct FigureSheet {
    Figures figures;
    RaterAgreement people;
    MetricSettings settings;
    Policy policy;
};

/// Whom the shown run is held against.
struct Against {
    enum class Kind : std::uint8_t { People, Gold, Rater, Run };
    Kind kind = Kind::People;
    std::string name; ///< of the rater; ULID of the run

    bool operator==(const Against&) const = default;
};

/// What the page asks about.
struct InsightsQuestion {
    std::string run; ///< ULID
    Against against;
    VerdictRule rule = VerdictRule::BothOrders;
    std::vector<RowKey> keys; ///< the items that count, where isFiltered
    bool isFiltered = false;
    WhatIf whatIf;
};

/// What the question's weights make of its run; nothing where none are tried, or the run has no scores. Some
/// milliseconds for 100,000 items; any thread.
[[nodiscard]] std::optional<RunTable> triedRun(
    const InsightsSession& session, const ScoreColumns& scores, const InsightsQuestion& question);

/// A question with everything its charts are made from. Not changed once it is made.
class InsightsSource {
public:
    InsightsSource(std::shared_ptr<const InsightsSession> session, std::shared_ptr<const ScoreColumns> scores,
        const InsightsQuestion& question, const std::string& peopleName, const std::string& goldName);
    InsightsSource(const InsightsSource&) = delete;
    InsightsSource& operator=(const InsightsSource&) = delete;

    /// What charts see; valid as long as this is.
    [[nodiscard]] ChartSource chartSource(std::stop_token stop) const;
    [[nodiscard]] FigureSheet figureSheet(std::stop_token stop) const;
    [[nodiscard]] std::size_t rowCount() const { return m_rows.size(); }
    /// What the tried weights make of the run shown; null while none are tried.
    [[nodiscard]] const std::shared_ptr<const TriedVerdicts>& tried() const { return m_triedVerdicts; }

private:
    [[nodiscard]] std::span<const ProbedRun> probed() const;
    void setReference(const InsightsQuestion& question, const std::string& peopleName, const std::string& goldName);

    std::shared_ptr<const InsightsSession> m_session;
    std::shared_ptr<const ScoreColumns> m_scores;
    std::vector<ChartRun> m_runs;
    std::vector<RunTable> m_ruled; ///< by run, where the rule asks for one order
    std::optional<RunTable> m_tried;
    std::shared_ptr<const TriedVerdicts> m_triedVerdicts;
    std::size_t m_shown = 0;
    std::vector<Rating> m_reference;
    Phrase m_referenceName;
    std::string m_referenceFilter;
    std::optional<std::size_t> m_compared; ///< the run that is the reference
    bool m_isGold = true;
    std::vector<std::uint32_t> m_rows;
    VerdictRule m_rule = VerdictRule::BothOrders;
};

/// Takes time in proportion to the session; call it on a reading thread. Cancelled once stop is requested. What runs
/// cost is told by the prices of these endpoints.
[[nodiscard]] Result<InsightsSession> readInsightsSession(
    SessionReader& reader, const std::string& annotator, const std::vector<Endpoint>& endpoints, std::stop_token stop);

} // namespace assize::ui
