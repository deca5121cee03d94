// SPDX-License-Identifier: Apache-2.0
// Items, their texts and images, labels and import batches.
#include "core/base/clock.h"
#include "core/base/ulid.h"
#include "core/session/gold.h"
#include "core/session/rows.h"
#include "core/session/transaction.h"

#include <algorithm>

namespace assize {
namespace {

Result<void> checkSizes(const Item& item) {
    if (item.turns.size() < MostPositions && item.responses.size() < MostPositions &&
        item.images.size() < MostPositions)
        return {};
    return fail(
        ErrorCode::InvalidArgument, item.sourceId, said("an item has at most 1,048,575 turns, responses or images"));
}

} // namespace

void Transaction::startJob() {
    m_batch.clear();
    m_batchKey.reset();
    m_fresh = {};
}

void Transaction::forgetRows() {
    m_fresh = {};
    m_batchKey.reset();
    m_criteria.clear();
    m_mixedPolicies.clear();
}

void Transaction::useBatch(std::string_view batch) {
    if (m_batch == batch)
        return;
    m_batch = batch;
    m_batchKey.reset();
}

std::optional<RowKey> Transaction::batchKey() {
    if (m_batch.empty() || m_batchKey)
        return m_batchKey;
    Query found(m_connection, "SELECT key FROM batches WHERE id = ?");
    if (found.with(m_batch).next()) {
        m_batchKey = found.integer(0);
    } else {
        Query(m_connection, "INSERT INTO batches (id, created_at) VALUES (?, ?)")
            .with(m_batch, currentMilliseconds())
            .run();
        m_batchKey = m_connection.lastKey();
    }
    return m_batchKey;
}

bool Transaction::isBatchHidden(std::optional<RowKey> batch) {
    return batch && rowExists("SELECT 1 FROM batches WHERE key = ? AND hidden", *batch);
}

bool Transaction::rowExists(const char* sql, RowKey key) {
    Query query(m_connection, sql);
    return query.with(key).next();
}

bool Transaction::isStored(const char* sql, const std::string& id) {
    if (id.empty())
        return false;
    Query query(m_connection, sql);
    return query.with(id).next();
}

std::string Transaction::freeId(const char* sql, const std::string& id) {
    return isUlid(id) && !isStored(sql, id) ? id : newUlid();
}

/// An item that an undone import left hidden counts as new when it comes again, and moves to the new batch.
Result<SessionTransaction::Added> Transaction::existingItem(const PreparedItem& prepared) {
    const Item& item = prepared.item;
    const bool hasId = !item.sourceId.empty();
    Query query(m_connection,
        hasId ? "SELECT key, batch_key, content_hash FROM items WHERE source_id = ? AND format = ?"
              : "SELECT key, batch_key, content_hash FROM items WHERE content_hash = ? AND occurrence = ? "
                "AND source_id IS NULL");
    if (hasId)
        query.with(item.sourceId, item.format);
    else
        query.withBytes(prepared.hashBytes).with(item.occurrence);
    if (!query.next())
        return fail(ErrorCode::Internal, item.sourceId, said("an item with this identity was neither there nor added"));
    Added added{query.integer(0), false, query.text(2) == prepared.hashBytes, 0};
    if (!query.isNull(1) && isBatchHidden(query.integer(1))) {
        Query(m_connection, "UPDATE items SET batch_key = ? WHERE key = ?").with(batchKey(), added.key).run();
        refreshGold(added.key);
        added.isNew = true;
    }
    for (std::size_t index = 0; added.sameContent && index < prepared.labels.size(); ++index) {
        ItemLabel label = prepared.labels[index];
        label.itemKey = added.key;
        const auto isNew = addLabel(label);
        if (!isNew)
            return tl::unexpected(isNew.error());
        added.newLabels += *isNew ? 1 : 0;
    }
    return added;
}

Result<SessionTransaction::Added> Transaction::addPrepared(const PreparedItem& prepared, std::string_view batch) {
    if (!batch.empty())
        useBatch(batch);
    return guarded(m_connection, [&]() -> Result<Added> {
        if (auto sizes = checkSizes(prepared.item); !sizes)
            return tl::unexpected(sizes.error());
        if (!insertItem(prepared))
            return existingItem(prepared);
        const RowKey key = m_connection.lastKey();
        insertTexts(key, prepared.item);
        insertImages(key, prepared.item);
        m_fresh = {key, prepared.labels};
        for (ItemLabel& label : m_fresh.labels) {
            label.itemKey = key;
            insertLabel(label);
        }
        return Added{key, true, true, static_cast<int>(m_fresh.labels.size())};
    });
}

/// False if there is an item with this identity. Its gold label is known here, and need not be set afterwards.
bool Transaction::insertItem(const PreparedItem& prepared) {
    const Item& item = prepared.item;
    std::vector<Opinion> opinions;
    std::transform(prepared.labels.begin(), prepared.labels.end(), std::back_inserter(opinions), opinionOf);
    const std::string id = freeId("SELECT 1 FROM items WHERE id = ?", item.id);
    Query insert(m_connection,
        "INSERT INTO items (occurrence, length_a, length_b, gold, batch_key, id, format, category, language, "
        "content_hash, source_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    insert.with(item.occurrence, prepared.lengthA, prepared.lengthB, goldOf(opinions), batchKey());
    insert.withText(id).withText(item.format).withText(item.category).withText(prepared.language);
    insert.withBytes(prepared.hashBytes);
    if (item.sourceId.empty())
        insert.with(std::nullopt);
    else
        insert.withText(item.sourceId);
    insert.run();
    return m_connection.changedRows() != 0;
}

void Transaction::insertTexts(RowKey itemKey, const Item& item) {
    for (std::size_t position = 0; position < item.turns.size(); ++position) {
        const Turn& turn = item.turns[position];
        Query(m_connection, "INSERT INTO turns (key, role, content) VALUES (?, ?, ?)")
            .with(positionedKey(itemKey, position))
            .withText(turn.role)
            .withText(turn.content)
            .run();
    }
    for (std::size_t position = 0; position < item.responses.size(); ++position) {
        const Response& response = item.responses[position];
        Query(m_connection, "INSERT INTO responses (key, model, text) VALUES (?, ?, ?)")
            .with(positionedKey(itemKey, position))
            .withText(response.model)
            .withText(response.text)
            .run();
    }
    if (item.reference || item.context || item.metadata != "{}")
        Query(m_connection, "INSERT INTO item_details (item_key, reference, context, metadata) VALUES (?, ?, ?, ?)")
            .with(itemKey, item.reference, item.context, item.metadata)
            .run();
}

void Transaction::insertImages(RowKey itemKey, const Item& item) {
    for (std::size_t position = 0; position < item.images.size(); ++position) {
        const Image& image = item.images[position];
        Query(m_connection, "INSERT OR IGNORE INTO images (sha256, bytes) VALUES (?, ?)")
            .with(image.sha256)
            .withBlob(image.bytes)
            .run();
        Query(m_connection, "INSERT INTO item_images (key, image_key, name, media_type) "
                            "SELECT ?, key, ?, ? FROM images WHERE sha256 = ?")
            .with(positionedKey(itemKey, position), image.name, image.mediaType, image.sha256)
            .run();
    }
}

Result<RowKey> Transaction::itemBySource(std::string_view format, std::string_view sourceId) {
    return guarded(m_connection, [&]() -> Result<RowKey> {
        Query query(m_connection, "SELECT i.key FROM items i LEFT JOIN batches b ON b.key = i.batch_key WHERE "
                                  "i.source_id = ? AND i.format = ? AND coalesce(b.hidden, 0) = 0");
        return query.with(sourceId, format).next() ? query.integer(0) : 0;
    });
}

/// True if the item has an equal label. One that an undone import hid is shown again with the batch of now.
bool Transaction::takeEqualLabel(const ItemLabel& label, bool& wasHidden) {
    Query equal(m_connection, "SELECT key, batch_key FROM labels WHERE item_key = ? AND annotator = ? AND label IS ? "
                              "AND step IS ? AND score IS ? AND result = ?");
    equal.with(label.itemKey, label.annotator, label.label, label.step, label.score, label.result);
    if (!equal.next())
        return false;
    wasHidden = !equal.isNull(1) && isBatchHidden(equal.integer(1));
    if (wasHidden)
        Query(m_connection, "UPDATE labels SET batch_key = ? WHERE key = ?").with(batchKey(), equal.integer(0)).run();
    return true;
}

void Transaction::insertLabel(const ItemLabel& label) {
    Query(m_connection, "INSERT INTO labels (item_key, label, step, score, batch_key, annotator, result) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(label.itemKey, label.label, label.step, label.score, batchKey())
        .withText(label.annotator)
        .withText(label.result)
        .run();
}

Result<bool> Transaction::addLabel(const ItemLabel& label) {
    return guarded(m_connection, [&]() -> Result<bool> {
        const bool isFresh = label.itemKey == m_fresh.key;
        bool isThere =
            isFresh && std::find(m_fresh.labels.begin(), m_fresh.labels.end(), label) != m_fresh.labels.end();
        bool wasHidden = false;
        if (!isFresh) {
            if (!rowExists("SELECT 1 FROM items WHERE key = ?", label.itemKey))
                return fail(
                    ErrorCode::NotFound, "item " + std::to_string(label.itemKey), said("there is no such item"));
            isThere = takeEqualLabel(label, wasHidden);
        }
        if (isThere && !wasHidden)
            return false;
        if (!isThere)
            insertLabel(label);
        if (isFresh)
            m_fresh.labels.push_back(label);
        refreshGold(label.itemKey);
        return true;
    });
}

void Transaction::refreshGold(RowKey itemKey) {
    std::optional<std::string> gold;
    if (itemKey == m_fresh.key) {
        std::vector<Opinion> opinions;
        std::transform(m_fresh.labels.begin(), m_fresh.labels.end(), std::back_inserter(opinions), opinionOf);
        gold = goldOf(opinions);
    } else {
        gold = goldOf(m_connection, itemKey);
    }
    Query(m_connection, "UPDATE items SET gold = ? WHERE key = ?").with(gold, itemKey).run();
}

Result<void> Transaction::setBatchHidden(std::string_view batch, bool hidden) {
    return guarded(m_connection, [&]() -> Result<void> {
        Query found(m_connection, "SELECT key FROM batches WHERE id = ?");
        if (!found.with(batch).next())
            return fail(ErrorCode::NotFound, std::string(batch), said("there is no such import"));
        const RowKey key = found.integer(0);
        Query(m_connection, "UPDATE batches SET hidden = ? WHERE key = ?").with(hidden, key).run();
        refreshBatch(key);
        return {};
    });
}

/// Labels and verdicts of a batch may belong to items and runs of another: their derived rows are made again.
void Transaction::refreshBatch(RowKey batchKey) {
    std::vector<RowKey> labelled;
    Query labels(m_connection, "SELECT DISTINCT l.item_key FROM labels l JOIN items i ON i.key = l.item_key "
                               "WHERE l.batch_key = ? AND i.batch_key IS NOT l.batch_key");
    labels.with(batchKey);
    while (labels.next())
        labelled.push_back(labels.integer(0));
    for (const RowKey itemKey : labelled)
        refreshGold(itemKey);
    refreshVerdictsOfBatch(batchKey);
}

Result<void> Transaction::setSetting(std::string_view name, std::string_view value) {
    return guarded(m_connection, [&]() -> Result<void> {
        Query(m_connection, "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET "
                            "value = ?2")
            .with(name, value)
            .run();
        return {};
    });
}

} // namespace assize
