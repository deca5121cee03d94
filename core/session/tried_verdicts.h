// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/label.h"
#include "core/model/reconcile.h"
#include "core/model/verdict.h"
#include <optional>
#include <vector>

struct sqlite3;

namespace assize {

/// What other weights make of one item of a run: what its row in run_items would say.
struct TriedVerdict {
    RowKey itemKey = 0;
    std::optional<Label> forward;
    std::optional<Label> backward;
    OrderAgreement agreement = OrderAgreement::Incomplete;
    std::optional<Label> label;
    std::optional<double> margin;
    std::optional<double> forwardMargin;
    std::optional<double> backwardMargin;
    std::optional<Outcome> outcome; ///< nothing: not judged yet

    bool operator==(const TriedVerdict&) const = default;
};

/// What other weights make of a run. Not changed once it is made.
class TriedVerdicts {
public:
    explicit TriedVerdicts(std::vector<TriedVerdict> verdicts);

    /// Null for an item that the run does not judge.
    [[nodiscard]] const TriedVerdict* of(RowKey item) const;

    bool operator==(const TriedVerdicts&) const = default;

private:
    std::vector<TriedVerdict> m_byItem;
};

/// What the queries of one connection read in place of a run's stored verdicts; null between queries.
using TriedSlot = const TriedVerdicts*;

/// Gives a connection the SQL function that TriedRunItems reads with. The slot outlives the connection.
void addTriedFunction(sqlite3* connection, TriedSlot& slot);

/// Stands for the run's rows of run_items in a query, with the run's key to bind: what the slot makes of them.
extern const char* const TriedRunItems;

} // namespace assize
