// SPDX-License-Identifier: Apache-2.0
// Which items, in what order. Conditions may name: i, the items row; j, the query's run_items row (NULLs if there is
// none), or what tried weights make of it.
#include "core/session/reader.h"
#include "core/session/search.h"
#include "core/session/tried_verdicts.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <utility>

namespace assize {
namespace {

constexpr const char* NotHidden = "(i.batch_key IS NULL OR i.batch_key NOT IN (SELECT key FROM batches WHERE hidden))";

constexpr const char* CurrentAnnotations =
    "FROM annotations a WHERE NOT EXISTS (SELECT 1 FROM annotations n WHERE n.item_key = a.item_key "
    "AND n.annotator = a.annotator AND n.key > a.key)";

void append(SqlCondition& all, const SqlCondition& more) {
    all.sql += (all.sql.empty() ? "" : " AND ") + ("(" + more.sql + ")");
    all.values.insert(all.values.end(), more.values.begin(), more.values.end());
}

/// A LIKE pattern that finds the text anywhere, with "\" as the escape.
std::string containing(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

/// Texts by the index; ids, tags and comments as parts of text.
SqlCondition searchEverywhere(const std::string& search) {
    SqlCondition condition = searchCondition(SearchField::Text, search, true);
    condition.sql +=
        " OR i.source_id LIKE ? ESCAPE '\\' OR i.id = ? OR i.key IN (SELECT a.item_key " +
        std::string(CurrentAnnotations) +
        " AND (a.comment LIKE ? ESCAPE '\\' OR (json_valid(a.tags) AND EXISTS (SELECT 1 FROM json_each(a.tags) t WHERE "
        "t.value LIKE ? ESCAPE '\\'))))";
    const std::string pattern = containing(search);
    condition.values.insert(condition.values.end(), {pattern, search, pattern, pattern});
    return condition;
}

/// Keys as the rows come.
std::vector<RowKey> asTheyCome(Query& rows) {
    std::vector<RowKey> keys;
    while (rows.next())
        keys.push_back(rows.integer(0));
    return keys;
}

/// Rows of key and text, by text. Texts are few beside items, so that a list for each costs a fraction of a sort.
std::vector<RowKey> byText(Query& rows) {
    std::map<std::string, std::vector<RowKey>> groups;
    while (rows.next())
        groups[rows.text(1)].push_back(rows.integer(0));
    std::vector<RowKey> keys;
    for (const auto& [text, group] : groups)
        keys.insert(keys.end(), group.begin(), group.end());
    return keys;
}

/// Rows of key and number, smallest first, without a number last; equal ones by key.
std::vector<RowKey> byNumber(Query& rows) {
    std::vector<std::pair<double, RowKey>> numbered;
    while (rows.next())
        numbered.emplace_back(rows.optionalReal(1).value_or(std::numeric_limits<double>::infinity()), rows.integer(0));
    std::sort(numbered.begin(), numbered.end());
    std::vector<RowKey> keys(numbered.size());
    std::transform(numbered.begin(), numbered.end(), keys.begin(), [](const auto& entry) { return entry.second; });
    return keys;
}

/// How an order is had: what to select, in what order, and what to do with the rows. SQLite sorts only where an index
/// does it for nothing, since its sorter copies and compares whole records.
struct Ordering {
    const char* columns;
    const char* clause;
    std::vector<RowKey> (*collect)(Query& rows);
};

Ordering orderingOf(ItemOrder order) {
    switch (order) {
    case ItemOrder::File:
        break;
    case ItemOrder::Margin: // near ties first, items without a margin last
        return {"i.key, abs(j.margin)", "i.key", byNumber};
    case ItemOrder::Category:
        return {"i.key, i.category", "i.key", byText};
    case ItemOrder::Id:
        return {"i.key", "i.id", asTheyCome};
    case ItemOrder::LastChanged:
        return {"i.key, -max(coalesce(j.changed_at, 0), coalesce((SELECT max(created_at) FROM annotations a "
                "WHERE a.item_key = i.key), 0))",
            "i.key", byNumber};
    }
    return {"i.key", "i.key", asTheyCome};
}

/// The tried verdicts of a query, for as long as it reads.
class TriedUse {
public:
    TriedUse(TriedSlot& slot, const ItemQuery& query)
        : m_slot(slot) {
        slot = query.tried.get();
    }
    ~TriedUse() { m_slot = nullptr; }
    TriedUse(const TriedUse&) = delete;
    TriedUse& operator=(const TriedUse&) = delete;

private:
    TriedSlot& m_slot;
};

} // namespace

Reader::Reader(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)) {
    addTriedFunction(m_connection->database().getHandle(), m_tried);
}

bool Reader::hasHiddenBatches() {
    Query query(*m_connection, "SELECT EXISTS (SELECT 1 FROM batches WHERE hidden)");
    return query.next() && query.flag(0);
}

/// The statement for a query; values receives what to bind.
std::string Reader::selectItems(const ItemQuery& query, const char* what, SqlCondition& values) {
    if (hasHiddenBatches())
        append(values, {NotHidden, {}});
    if (!query.condition.sql.empty())
        append(values, query.condition);
    if (!query.search.empty())
        append(values, searchEverywhere(query.search));
    std::string sql =
        query.tried == nullptr
            ? fmt::format("SELECT {} FROM items i LEFT JOIN run_items j ON j.run_key = ? AND "
                          "j.item_key = i.key",
                  what)
            : fmt::format("SELECT {} FROM items i LEFT JOIN {} j ON j.item_key = i.key", what, TriedRunItems);
    if (!values.sql.empty())
        sql += " WHERE " + values.sql;
    return sql;
}

std::vector<RowKey> Reader::queriedKeys(const ItemQuery& query) {
    const TriedUse use(m_tried, query);
    SqlCondition values;
    const Ordering ordering = orderingOf(query.order);
    const std::string sql = selectItems(query, ordering.columns, values) + " ORDER BY " + ordering.clause;
    Query rows(*m_connection, sql);
    rows.with(query.runKey).with(values.values);
    return ordering.collect(rows);
}

Result<std::vector<RowKey>> Reader::itemKeys(const ItemQuery& query) {
    return guarded(*m_connection, [&]() -> Result<std::vector<RowKey>> { return queriedKeys(query); });
}

Result<std::int64_t> Reader::countItems(const ItemQuery& query) {
    return guarded(*m_connection, [&]() -> Result<std::int64_t> {
        const TriedUse use(m_tried, query);
        SqlCondition values;
        const std::string sql = selectItems(query, "count(*)", values);
        Query count(*m_connection, sql);
        return count.with(query.runKey).with(values.values).next() ? count.integer(0) : 0;
    });
}

Result<std::int64_t> Reader::itemCount() {
    return countItems({});
}

Result<void> Reader::forEachItem(const ItemQuery& query, const std::function<bool(const Item&)>& visit) {
    return guarded(*m_connection, [&]() -> Result<void> {
        for (const RowKey key : queriedKeys(query)) {
            const auto item = readItem(key);
            if (item && !visit(*item))
                break;
        }
        return {};
    });
}

Result<void> Reader::forEachItemShape(const ItemQuery& query, const std::function<bool(const Item&)>& visit) {
    return guarded(*m_connection, [&]() -> Result<void> {
        // A statement that is under way holds the lock of the file, which each below would take anew.
        Query underWay(*m_connection, "SELECT key FROM items LIMIT 1");
        static_cast<void>(underWay.next());
        for (const RowKey key : queriedKeys(query)) {
            const auto item = readShape(key);
            if (item && !visit(*item))
                break;
        }
        return {};
    });
}

} // namespace assize
