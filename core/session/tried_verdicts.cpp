// SPDX-License-Identifier: Apache-2.0
#include "core/session/tried_verdicts.h"

#include "core/session/rows.h"

#include <algorithm>
#include <sqlite3.h>
#include <string_view>
#include <utility>

namespace assize {
namespace {

enum TriedColumn { Label_, Forward, Backward, Agreement, Margin, ForwardMargin, BackwardMargin, Outcome_ };

void giveText(sqlite3_context* context, std::string_view name) {
    sqlite3_result_text(context, name.data(), static_cast<int>(name.size()), SQLITE_STATIC); // names are constants
}

void giveLabel(sqlite3_context* context, std::optional<Label> label) {
    if (label)
        giveText(context, labelText(*label));
}

void giveNumber(sqlite3_context* context, std::optional<double> number) {
    if (number)
        sqlite3_result_double(context, *number);
}

/// tried_verdict(item, column); NULL where there is nothing.
void triedVerdict(sqlite3_context* context, int, sqlite3_value** arguments) {
    const TriedVerdicts* all = *static_cast<TriedSlot*>(sqlite3_user_data(context));
    const TriedVerdict* verdict = all == nullptr ? nullptr : all->of(sqlite3_value_int64(arguments[0]));
    if (verdict == nullptr)
        return;
    switch (sqlite3_value_int(arguments[1])) {
    case Label_:
        return giveLabel(context, verdict->label);
    case Forward:
        return giveLabel(context, verdict->forward);
    case Backward:
        return giveLabel(context, verdict->backward);
    case Agreement:
        return giveText(context, agreementName(verdict->agreement));
    case Margin:
        return giveNumber(context, verdict->margin);
    case ForwardMargin:
        return giveNumber(context, verdict->forwardMargin);
    case BackwardMargin:
        return giveNumber(context, verdict->backwardMargin);
    case Outcome_:
        if (verdict->outcome)
            giveText(context, outcomeName(*verdict->outcome));
        return;
    default:
        return;
    }
}

} // namespace

TriedVerdicts::TriedVerdicts(std::vector<TriedVerdict> verdicts)
    : m_byItem(std::move(verdicts)) {
    std::sort(m_byItem.begin(), m_byItem.end(), [](const auto& a, const auto& b) { return a.itemKey < b.itemKey; });
}

const TriedVerdict* TriedVerdicts::of(RowKey item) const {
    const auto found = std::lower_bound(m_byItem.begin(), m_byItem.end(), item,
        [](const TriedVerdict& verdict, RowKey key) { return verdict.itemKey < key; });
    return found == m_byItem.end() || found->itemKey != item ? nullptr : &*found;
}

const char* const TriedRunItems =
    "(SELECT item_key, changed_at, result, tried_verdict(item_key, 0) AS label, tried_verdict(item_key, 1) AS forward, "
    "tried_verdict(item_key, 2) AS backward, tried_verdict(item_key, 3) AS agreement, "
    "tried_verdict(item_key, 4) AS margin, tried_verdict(item_key, 5) AS margin_forward, "
    "tried_verdict(item_key, 6) AS margin_backward, tried_verdict(item_key, 7) AS outcome "
    "FROM run_items WHERE run_key = ?)";

void addTriedFunction(sqlite3* connection, TriedSlot& slot) {
    sqlite3_create_function(
        connection, "tried_verdict", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, &slot, triedVerdict, nullptr, nullptr);
}

} // namespace assize
