// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/metrics/score_columns.h"
#include "core/metrics/tables.h"
#include "core/session/session_reader.h"
#include <string_view>

namespace assize {

/// The items of a session and the people who labelled them.
struct LoadedItems {
    ItemTable items;
    RaterTable raters;               ///< imported raters and blind annotators
    std::vector<Revision> revisions; ///< every label made blind, with what became of it
};

/// Reads every item, label and annotation. Gold of an item: an adjudicated label, else the label it came with, else
/// what most annotators say (pluralityOf). Blind annotations only, the latest of each annotator; one made in the window
/// replaces one imported under the same name.
[[nodiscard]] Result<LoadedItems> loadItems(SessionReader& reader);

/// Which calls of a run whose judge has reference: both. Other runs have only those that count as With.
enum class ReferenceCalls : std::uint8_t { With, Without };

/// Reads the plan and the verdicts of a run over these items. Results it has not met before join items.results.
[[nodiscard]] Result<RunTable> loadRun(
    SessionReader& reader, const RunSummary& summary, ItemTable& items, ReferenceCalls calls = ReferenceCalls::With);

/// Reads the criterion scores of a pairwise run, grouped as the session says.
[[nodiscard]] Result<ScoreColumns> loadScores(SessionReader& reader, RowKey runKey, const ItemTable& items);

/// What one person says now, blind or not: one rating per row. NotFound if nobody of that name labelled anything.
[[nodiscard]] Result<std::vector<Rating>> loadAnnotator(
    SessionReader& reader, ItemTable& items, std::string_view annotator);

} // namespace assize
