// SPDX-License-Identifier: Apache-2.0
#include "core/session/search_index.h"

#include "core/session/query_statement.h"
#include "core/session/rows.h"
#include "core/session/search.h"

#include <algorithm>

namespace assize {
namespace {

std::string joinedTexts(Connection& connection, const char* sql, std::int64_t itemKey) {
    std::string joined;
    Query texts(connection, sql);
    texts.with(positionedKey(itemKey, 0), positionedKey(itemKey, MostPositions - 1));
    while (texts.next()) {
        joined += searchText(texts.text(0));
        joined += BorderOfTexts;
    }
    return joined;
}

std::int64_t indexedTo(Connection& connection) {
    Query progress(connection, "SELECT indexed_to FROM search_progress");
    return progress.next() ? progress.integer(0) : 0;
}

/// One transaction: items from here until the bytes or the rows are used up. Gives the rows it added.
std::int64_t indexStep(Connection& connection, std::int64_t rows, std::int64_t bytes) {
    std::int64_t added = 0;
    std::int64_t last = indexedTo(connection);
    Query items(connection, "SELECT key FROM items WHERE key > ? ORDER BY key LIMIT ?");
    items.with(last, rows);
    while (bytes > 0 && items.next()) {
        last = items.integer(0);
        const std::string prompt =
            joinedTexts(connection, "SELECT content FROM turns WHERE key BETWEEN ? AND ? ORDER BY key", last);
        const std::string responses =
            joinedTexts(connection, "SELECT text FROM responses WHERE key BETWEEN ? AND ? ORDER BY key", last);
        Query(connection, "INSERT INTO search (rowid, prompt, response) VALUES (?, ?, ?)")
            .with(last)
            .withText(prompt)
            .withText(responses)
            .run();
        bytes -= static_cast<std::int64_t>(prompt.size() + responses.size()) + 1;
        ++added;
    }
    Query(connection, "UPDATE search_progress SET indexed_to = ?").with(last).run();
    return added;
}

std::int64_t rowsBehind(Connection& connection) {
    Query last(connection, "SELECT coalesce(max(key), 0) FROM items"); // keys have no gaps: items are never removed
    const std::int64_t lastKey = last.next() ? last.integer(0) : 0;
    return std::max<std::int64_t>(0, lastKey - indexedTo(connection));
}

} // namespace

Result<std::int64_t> fillSearchIndex(Connection& connection, std::int64_t rows, std::int64_t stepBytes) {
    Result<std::int64_t> left = guarded(connection, [&]() -> Result<std::int64_t> {
        while (rows > 0) {
            Query(connection, "BEGIN IMMEDIATE").run();
            const std::int64_t added = indexStep(connection, rows, stepBytes);
            Query(connection, "COMMIT").run();
            if (added == 0)
                break;
            rows -= added;
        }
        return rowsBehind(connection);
    });
    if (!left && connection.isInTransaction())
        static_cast<void>(guarded(connection, [&]() -> Result<void> {
            Query(connection, "ROLLBACK").run();
            return {};
        }));
    return left;
}

} // namespace assize
