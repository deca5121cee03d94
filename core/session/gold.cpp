// SPDX-License-Identifier: Apache-2.0
#include "core/session/gold.h"

#include "core/session/query_statement.h"

#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

/// The label where there is one, else the class, else the score.
std::string valueOf(std::optional<std::string> label, std::string result, std::optional<double> score) {
    if (label)
        return std::move(*label);
    return result.empty() && score ? fmt::format("{}", *score) : std::move(result);
}

/// What strictly most say.
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

Opinion opinionOf(const ItemLabel& label) {
    const auto text = label.label ? std::optional<std::string>(labelText(*label.label)) : std::nullopt;
    return {label.annotator, valueOf(text, label.result, label.score), false};
}

std::optional<std::string> goldOf(std::span<const Opinion> opinions) {
    std::map<std::string, int> votes;
    std::optional<std::string> given;
    for (const Opinion& opinion : opinions) {
        if (opinion.value.empty())
            continue;
        if (opinion.isAdjudication)
            return opinion.value;
        if (opinion.annotator.empty())
            given = opinion.value;
        else
            ++votes[opinion.value];
    }
    return given ? given : plurality(votes);
}

std::optional<std::string> goldOf(Connection& connection, RowKey itemKey) {
    std::vector<Opinion> opinions;
    Query annotations(connection,
        "SELECT annotator, label, result, score, adjudicated FROM annotations a WHERE "
        "item_key = ? AND (blind OR adjudicated) AND NOT cannot_judge AND NOT EXISTS (SELECT "
        "1 FROM annotations n WHERE n.item_key = a.item_key AND n.annotator = a.annotator AND "
        "n.key > a.key) ORDER BY adjudicated DESC, key DESC");
    annotations.with(itemKey);
    while (annotations.next())
        opinions.push_back({annotations.text(0),
            valueOf(annotations.optionalText(1), annotations.text(2), annotations.optionalReal(3)),
            annotations.flag(4)});
    Query labels(connection, "SELECT l.annotator, l.label, l.result, l.score FROM labels l "
                             "LEFT JOIN batches b ON b.key = l.batch_key LEFT JOIN items i ON i.key = l.item_key "
                             "WHERE l.item_key = ? AND (coalesce(b.hidden, 0) = 0 OR i.batch_key IS l.batch_key) "
                             "ORDER BY l.key");
    labels.with(itemKey);
    while (labels.next())
        opinions.push_back(
            {labels.text(0), valueOf(labels.optionalText(1), labels.text(2), labels.optionalReal(3)), false});
    return goldOf(opinions);
}

} // namespace assize
