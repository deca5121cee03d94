// SPDX-License-Identifier: Apache-2.0
#include "core/session/gold.h"

#include "core/session/query_statement.h"

#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

/// The label where there is one, else the class, else the score.
std::optional<std::string> said(const Query& row, int firstColumn) {
    if (!row.isNull(firstColumn))
        return row.text(firstColumn);
    if (std::string result = row.text(firstColumn + 1); !result.empty())
        return result;
    if (const auto score = row.optionalReal(firstColumn + 2))
        return fmt::format("{}", *score);
    return std::nullopt;
}

std::optional<std::string> plurality(const std::map<std::string, int>& votes) {
    std::optional<std::string> leader;
    int most = 0;
    for (const auto& [value, count] : votes) {
        if (count == most)
            leader.reset();
        else if (count > most)
            leader = value;
        most = std::max(most, count);
    }
    return leader;
}

} // namespace

std::optional<std::string> goldOf(Connection& connection, RowKey itemKey) {
    std::map<std::string, int> votes;
    std::optional<std::string> given;
    Query labels(connection, "SELECT l.annotator, l.label, l.result, l.score FROM labels l "
                             "LEFT JOIN batches b ON b.key = l.batch_key LEFT JOIN items i ON i.key = l.item_key "
                             "WHERE l.item_key = ? AND (coalesce(b.hidden, 0) = 0 OR i.batch_key IS l.batch_key)");
    labels.with(itemKey);
    while (labels.next()) {
        const auto value = said(labels, 1);
        if (value && labels.text(0).empty())
            given = value;
        else if (value)
            ++votes[*value];
    }
    Query annotations(connection, "SELECT adjudicated, label, result, score FROM annotations a WHERE item_key = ? "
                                  "AND (blind OR adjudicated) AND NOT cannot_judge AND NOT EXISTS (SELECT 1 FROM "
                                  "annotations n WHERE n.item_key = a.item_key AND n.annotator = a.annotator AND "
                                  "n.key > a.key)");
    annotations.with(itemKey);
    while (annotations.next()) {
        const auto value = said(annotations, 1);
        if (value && annotations.flag(0))
            return value;
        if (value)
            ++votes[*value];
    }
    return given ? given : plurality(votes);
}

} // namespace assize
