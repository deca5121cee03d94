// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/metrics/load.h"
#include "core/metrics/policy.h"
#include "ui/bridge/what_if.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assize::ui {

/// How a run's verdicts stand to what people say, as the window counts them: a person's own label where there is one,
/// else gold, so that the list, its filters and the figures tell the same.
struct RunAgreement {
    std::int64_t labelled = 0; ///< items with a person's label and a verdict
    std::int64_t disagree = 0; ///< of those; a flip agrees with nobody
    std::optional<double> agreement;
    std::optional<double> kappa;
};

/// The items of a session in columns, with what people say of them. Not changed once it is made.
struct FigureItems {
    ItemTable items;
    MetricSettings settings;
    std::vector<Rating> human; ///< of the person at the window, else gold
    RaterTable raters;
    std::vector<Revision> revisions;
};

/// One run over those items. items is that of the figure items, or its copy where the run brought results of its own.
struct FigureRun {
    std::shared_ptr<const ItemTable> items;
    RunTable table;
};

/// What a run's scores become under other weights.
struct TriedScores {
    ScoreColumns columns;
    Policy policy;
    WhatIfResult judged; ///< with the judge's own weights
};

/// What other weights make of a run. Not changed once it is made.
struct TriedRun {
    std::shared_ptr<const TriedVerdicts> verdicts;
    std::optional<double> agreement;
    std::int64_t changed = 0; ///< items whose label is not the one that the judge's own weights give
};

// Reading takes time in proportion to the session; call these on a reading thread.
[[nodiscard]] Result<FigureItems> readFigureItems(SessionReader& reader, const std::string& annotator);
[[nodiscard]] Result<FigureRun> readFigureRun(
    SessionReader& reader, const RunSummary& summary, const std::shared_ptr<const FigureItems>& items);
[[nodiscard]] Result<TriedScores> readTriedScores(
    SessionReader& reader, RowKey run, const FigureItems& items, const RunTable& table);

// Arithmetic over columns: some milliseconds for 100,000 items. Any thread.
[[nodiscard]] RunAgreement agreementOf(
    const FigureRun& run, const std::vector<Rating>& human, const MetricSettings& settings);
[[nodiscard]] WhatIfWeights weightsFor(const WhatIf& whatIf, const CriterionGroups& groups);
[[nodiscard]] TriedRun tryWeights(const std::shared_ptr<const FigureItems>& items, const FigureRun& run,
    const TriedScores& scores, const std::vector<Rating>& human, const WhatIf& whatIf);

/// What a person's annotation says, as a rating; nothing where it says nothing. A class is looked up
/// among those that the items have.
[[nodiscard]] std::optional<Rating> ratingOf(const Annotation& annotation, const NameList& results);

} // namespace assize::ui
