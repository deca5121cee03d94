// SPDX-License-Identifier: Apache-2.0
// Items whole, and what lists show of them.
#include "core/session/reader.h"
#include "core/session/rows.h"

#include <algorithm>

namespace assize {
namespace {

constexpr const char* RowSql =
    "SELECT i.id, i.source_id, i.category, i.gold, a.label, a.step, a.cannot_judge, a.flagged, a.score, a.result, "
    "j.outcome, j.forward, j.backward, j.agreement, j.label, j.margin, j.result, j.flagged, j.run_key FROM items i "
    "LEFT JOIN run_items j ON j.run_key = ?2 AND j.item_key = i.key "
    "LEFT JOIN annotations a ON a.key = (SELECT max(key) FROM annotations WHERE item_key = i.key AND annotator = ?3) "
    "WHERE i.key = ?1";

RunItem runItemFrom(const Query& row, int first) {
    RunItem item;
    item.planned = true;
    if (const auto outcome = row.optionalText(first))
        item.outcome = outcomeFrom(*outcome).value_or(Outcome::Skipped);
    item.forward = row.label(first + 1);
    item.backward = row.label(first + 2);
    item.agreement = agreementFrom(row.text(first + 3));
    item.label = row.label(first + 4);
    item.margin = row.optionalReal(first + 5);
    item.result = row.text(first + 6);
    item.flaggedByAudit = row.flag(first + 7);
    return item;
}

} // namespace

/// The first line of the prompt, else of the first response; reads no more than its head.
std::string Reader::title(RowKey key, const std::string& id, const std::string& sourceId) {
    Item head;
    head.id = id;
    head.sourceId = sourceId;
    Query turn(*m_connection, "SELECT substr(ltrim(content, ' ' || char(9, 10, 13)), 1, 600) FROM turns "
                              "WHERE key BETWEEN ?1 << 20 AND (?1 << 20) | 1048575 "
                              "ORDER BY role = 'user' DESC, key DESC LIMIT 1");
    if (turn.with(key).next())
        head.turns.push_back({"user", turn.text(0)});
    Query response(*m_connection, "SELECT substr(ltrim(text, ' ' || char(9, 10, 13)), 1, 600) FROM responses "
                                  "WHERE key = ?1 << 20");
    if (promptOf(head).empty() && response.with(key).next())
        head.responses.push_back({response.text(0), {}});
    return titleOf(head);
}

Result<std::vector<ItemRow>> Reader::itemRows(std::span<const RowKey> keys, RowKey runKey, std::string_view annotator) {
    return guarded(*m_connection, [&]() -> Result<std::vector<ItemRow>> {
        std::vector<ItemRow> rows;
        rows.reserve(keys.size());
        for (const RowKey key : keys) {
            Query query(*m_connection, RowSql);
            if (!query.with(key, runKey, annotator).next())
                continue;
            ItemRow& row = rows.emplace_back();
            row.key = key;
            row.id = query.text(0);
            row.sourceId = query.text(1);
            row.category = query.text(2);
            row.gold = query.label(3);
            row.goldResult = row.gold ? std::string() : query.text(3);
            row.human = query.label(4);
            row.humanStep = query.optionalNumber(5);
            row.cannotJudge = query.flag(6);
            row.flagged = query.flag(7);
            row.humanScore = query.optionalReal(8);
            row.humanResult = query.text(9);
            if (!query.isNull(18))
                row.judged = runItemFrom(query, 10);
            row.judged.itemKey = key;
            row.judged.runKey = query.isNull(18) ? 0 : runKey;
            row.title = title(key, row.id, row.sourceId);
        }
        return rows;
    });
}

Result<void> Reader::forEachRunItem(RowKey runKey, const std::function<bool(const RunItem&)>& visit) {
    return guarded(*m_connection, [&]() -> Result<void> {
        Query query(*m_connection,
            "SELECT j.item_key, j.outcome, j.forward, j.backward, j.agreement, j.label, j.margin, j.result, j.flagged "
            "FROM run_items j JOIN items i ON i.key = j.item_key LEFT JOIN batches b ON b.key = i.batch_key "
            "WHERE j.run_key = ? AND coalesce(b.hidden, 0) = 0 ORDER BY j.item_key");
        query.with(runKey);
        bool goesOn = true;
        while (goesOn && query.next()) {
            RunItem item = runItemFrom(query, 1);
            item.itemKey = query.integer(0);
            item.runKey = runKey;
            goesOn = visit(item);
        }
        return {};
    });
}

std::optional<Item> Reader::readItem(RowKey key) {
    Query query(*m_connection, "SELECT i.id, i.format, i.source_id, i.content_hash, i.occurrence, i.category, "
                               "d.reference, d.context, d.metadata FROM items i LEFT JOIN item_details d ON "
                               "d.item_key = i.key WHERE i.key = ?");
    if (!query.with(key).next())
        return std::nullopt;
    Item item;
    item.key = key;
    item.id = query.text(0);
    item.format = query.text(1);
    item.sourceId = query.text(2);
    item.contentHash = hexDigits(query.text(3));
    item.occurrence = query.number(4);
    item.category = query.text(5);
    item.reference = query.optionalText(6);
    item.context = query.optionalText(7);
    item.metadata = query.optionalText(8).value_or("{}");
    const RowKey first = positionedKey(key, 0);
    const RowKey last = positionedKey(key, MostPositions - 1);
    Query turns(*m_connection, "SELECT role, content FROM turns WHERE key BETWEEN ? AND ? ORDER BY key");
    turns.with(first, last);
    while (turns.next())
        item.turns.push_back({turns.text(0), turns.text(1)});
    Query responses(*m_connection, "SELECT text, model FROM responses WHERE key BETWEEN ? AND ? ORDER BY key");
    responses.with(first, last);
    while (responses.next())
        item.responses.push_back({responses.text(0), responses.text(1)});
    readImages(item);
    return item;
}

std::optional<Item> Reader::readShape(RowKey key) {
    Query query(*m_connection, "SELECT i.content_hash, d.reference, (SELECT count(*) FROM responses r "
                               "WHERE r.key BETWEEN ? AND ?) FROM items i LEFT JOIN item_details d ON "
                               "d.item_key = i.key WHERE i.key = ?");
    if (!query.with(positionedKey(key, 0), positionedKey(key, MostPositions - 1), key).next())
        return std::nullopt;
    Item item;
    item.key = key;
    item.contentHash = hexDigits(query.text(0));
    item.reference = query.optionalText(1);
    item.responses.resize(static_cast<std::size_t>(query.integer(2)));
    return item;
}

void Reader::readImages(Item& item) {
    Query images(*m_connection, "SELECT u.name, u.media_type, m.sha256, m.bytes FROM item_images u JOIN images m ON "
                                "m.key = u.image_key WHERE u.key BETWEEN ? AND ? ORDER BY u.key");
    images.with(positionedKey(item.key, 0), positionedKey(item.key, MostPositions - 1));
    while (images.next())
        item.images.push_back({images.text(0), images.text(1), images.text(2), images.text(3)});
}

Result<Item> Reader::item(RowKey key) {
    return guarded(*m_connection, [&]() -> Result<Item> {
        if (auto item = readItem(key))
            return std::move(*item);
        return fail(ErrorCode::NotFound, "item " + std::to_string(key), said("there is no such item"));
    });
}

Result<RowKey> Reader::findItem(std::string_view id) {
    constexpr std::size_t ShortestPrefix = 6;
    return guarded(*m_connection, [&]() -> Result<RowKey> {
        const std::string hidden =
            " AND (i.batch_key IS NULL OR i.batch_key NOT IN (SELECT key FROM batches WHERE hidden)) "
            "ORDER BY i.key LIMIT 1";
        Query byId(*m_connection, "SELECT i.key FROM items i WHERE i.id = ?" + hidden);
        if (byId.with(id).next())
            return byId.integer(0);
        Query bySource(*m_connection, "SELECT i.key FROM items i WHERE i.source_id = ?" + hidden);
        if (bySource.with(id).next())
            return bySource.integer(0);
        std::string digits(id);
        std::transform(digits.begin(), digits.end(), digits.begin(),
            [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        const bool isHex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
        Query byHash(
            *m_connection, "SELECT i.key FROM items i WHERE substr(lower(hex(i.content_hash)), 1, ?) = ?" + hidden);
        if (isHex && digits.size() >= ShortestPrefix &&
            byHash.with(static_cast<std::int64_t>(digits.size()), digits).next())
            return byHash.integer(0);
        return fail(ErrorCode::NotFound, std::string(id), said("no item has this id"));
    });
}

} // namespace assize
