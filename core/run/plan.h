// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/judge.h"
#include "core/model/probe.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include "core/session/query.h"
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace assize {

class SessionReader;

/// Why a run of this judge makes no call for an item; nothing if it makes some. Pairwise tasks need two responses,
/// tasks on a single answer need one, a choice needs several, and a judge may require a reference.
[[nodiscard]] std::optional<Sentence> whyLeftOut(const Item& item, const Judge& judge);

/// The calls that one item owes: each presentation, each sample, the orders of a sample together. Random order is
/// drawn from the item's content and the sample's number, so that it is the same every time. Empty if the item is left
/// out. With reference: both, each call stands there twice, without the reference and with it.
[[nodiscard]] std::vector<PlannedCall> callsFor(const Item& item, const Judge& judge, Orders orders, int samples);

struct Selection {
    std::vector<PlannedCall> calls; ///< in item order, the calls of an item together
    std::int64_t unsuitable = 0;    ///< selected items without a call
    std::int64_t untouched = 0;     ///< selected items that the probe leaves as they are: no calls either
};

/// The calls of all items that a query selects, and that the probe changes. Cancelled if it was stopped; errors of the
/// reader.
[[nodiscard]] Result<Selection> selectCalls(SessionReader& reader, const ItemQuery& query, const Judge& judge,
    Orders orders, int samples, std::optional<Probe> probe, std::stop_token stop);

/// A call that is still to be made.
struct OwedCall {
    PlannedCall call;
    bool isRetry = false; ///< it has an outcome, and another is wanted
};

/// Those of the calls that have no final outcome in the run yet, or one that is to be asked for again. Keeps the order.
[[nodiscard]] Result<std::vector<OwedCall>> owedCalls(
    SessionReader& reader, RowKey runKey, std::span<const PlannedCall> calls, std::span<const Outcome> retry);

} // namespace assize
