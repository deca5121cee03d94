// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/session/session_reader.h"
#include "ui/bridge/review_item.h"
#include "ui/bridge/what_if.h"
#include "ui/review/item_list_pane.h"
#include "ui/review/native_form.h"
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assize::ui {

/// Where a person was in a session: kept in the session file, so that it opens as it was left.
struct ReviewState {
    ItemListPane::State list;
    std::string itemId;
    std::string runId;
    int tab = 0; ///< of the verdict panel
};

[[nodiscard]] std::string reviewStateToJson(const ReviewState& state);
/// The defaults for text that is not a state.
[[nodiscard]] ReviewState reviewStateFromJson(std::string_view json);
/// The session setting that holds it.
constexpr std::string_view ReviewStateSetting = "review.state";

/// What the Review page has to know of a session before it shows the first item. Read on the reading thread.
struct ReviewCatalogue {
    std::vector<RunSummary> runs; ///< without their counts
    RowKey newestWithVerdict = 0; ///< run; 0 if none gave one
    JudgeForms forms;
    std::map<std::string, WhatIf> whatIf;     ///< by run id; only those that are active
    std::map<std::string, WhatIf> weightings; ///< saved ones by name
    CriterionAliases criterionGroups;
    double tieBand = 0.02; ///< of the session's settings
    ReviewState state;
    RowKey item = 0; ///< of the state, or of the id asked for; 0 if it is not there
};

[[nodiscard]] Result<ReviewCatalogue> readCatalogue(SessionReader& reader, const std::string& wantedItem);
[[nodiscard]] Result<ReviewItem> readReviewItem(SessionReader& reader, RowKey key);

/// The run of the state; else the newest that gave a verdict; else the newest. 0 if there is none.
[[nodiscard]] RowKey preferredRun(const ReviewCatalogue& catalogue);

/// True if a blind annotator sees the second answer on the left: a coin that falls the same way for one person and item
/// every time.
[[nodiscard]] bool areSidesSwapped(std::string_view itemId, std::string_view annotator);

} // namespace assize::ui
