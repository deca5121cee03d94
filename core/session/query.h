// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "core/model/reconcile.h"
#include "core/model/verdict.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assize {

class TriedVerdicts;

/// A condition on items, as SQL over the query's tables (session/item_query.cpp lists them) with its bound values.
struct SqlCondition {
    std::string sql; ///< empty: every item
    std::vector<std::variant<std::int64_t, double, std::string>> values;
};

enum class ItemOrder { File, Margin, Category, LastChanged, Id };

/// Which items, in what order. runKey is the run whose verdicts the condition's names mean; 0 if none.
struct ItemQuery {
    SqlCondition condition;
    std::string search; ///< full text over prompt, responses, tags, comments and ids; empty: no search
    ItemOrder order = ItemOrder::File;
    RowKey runKey = 0;
    std::string annotator;                      ///< whose labels "human" means
    std::shared_ptr<const TriedVerdicts> tried; ///< of that run: stand in place of the stored verdicts; null: none
};

/// What one run says of one item, kept up to date by the writer so that lists and filters need no arithmetic.
struct RunItem {
    RowKey itemKey = 0;
    RowKey runKey = 0;
    Outcome outcome = Outcome::Skipped; ///< Verdict if every planned order has one, else the first that has none
    bool planned = false;
    std::optional<Label> forward;  ///< vote of the AB order's samples
    std::optional<Label> backward; ///< vote of the BA order's samples, in item order
    OrderAgreement agreement = OrderAgreement::Incomplete;
    std::optional<Label> label;   ///< reconciled; of a single-order run the one there is
    std::optional<double> margin; ///< mean of the orders' margins
    std::string result;           ///< direct, class and pass/fail tasks
    bool flaggedByAudit = false;  ///< any verdict carries a flag
};

} // namespace assize
