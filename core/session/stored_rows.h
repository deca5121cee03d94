// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/stored_row.h"
#include "core/session/query.h"
#include <functional>

namespace assize {

class SessionReader;

/// What of a session is to be taken along.
struct StoredRowChoice {
    ItemQuery items;   ///< condition and search; the order is always that of ids
    RowKey runKey = 0; ///< only this run, its judge and its verdicts; 0: every run
};

/// Every row of a session that another one needs to be equal to it: settings, judges, runs, items (each with its labels
/// behind it), planned calls without a verdict, verdicts with all attempts, annotations with their history; each kind
/// in id order, so that equal sessions give equal rows. An error from visit ends it and comes back.
[[nodiscard]] Result<void> forEachStoredRow(
    SessionReader& reader, const StoredRowChoice& choice, const std::function<Result<void>(StoredRow)>& visit);

} // namespace assize
