// SPDX-License-Identifier: Apache-2.0
// What people say: annotations, each superseding the last of its item and annotator.
#include "core/base/clock.h"
#include "core/session/rows.h"
#include "core/session/transaction.h"

namespace assize {
namespace {

std::optional<std::string> orNothing(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

Result<Annotation> Transaction::addAnnotation(const Annotation& annotation) {
    return guarded(m_connection, [&]() -> Result<Annotation> {
        if (annotation.annotator.empty())
            return fail(ErrorCode::InvalidArgument, "annotation", said("it names no annotator"));
        if (!rowExists("SELECT 1 FROM items WHERE key = ?", annotation.itemKey))
            return fail(
                ErrorCode::NotFound, "item " + std::to_string(annotation.itemKey), said("there is no such item"));
        Annotation stored = annotation;
        stored.key = 0;
        if (isStored("SELECT 1 FROM annotations WHERE id = ?", annotation.id))
            return stored;
        Query last(
            m_connection, "SELECT id FROM annotations WHERE item_key = ? AND annotator = ? ORDER BY key DESC LIMIT 1");
        stored.supersedes = last.with(annotation.itemKey, annotation.annotator).next() ? last.text(0) : std::string();
        stored.id = freeId("SELECT 1 FROM annotations WHERE id = ?", annotation.id);
        stored.createdAt = annotation.createdAt != 0 ? annotation.createdAt : currentMilliseconds();
        Query insert(m_connection,
            "INSERT INTO annotations (id, item_key, annotator, label, step, cannot_judge, score, result, criteria, "
            "tags, comment, flagged, blind, sides_swapped, adjudicated, shown_run_key, supersedes, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.with(stored.id, stored.itemKey, stored.annotator, stored.label, stored.step, stored.cannotJudge,
            stored.score, stored.result, overridesText(stored.criteria), listText(stored.tags), stored.comment);
        insert.with(stored.flagged, stored.blind, stored.sidesSwapped, stored.adjudicated,
            stored.shownRunKey != 0 ? std::optional(stored.shownRunKey) : std::nullopt, orNothing(stored.supersedes),
            stored.createdAt);
        insert.run();
        stored.key = m_connection.lastKey();
        m_fresh = {}; // from here on its gold rests on more than its labels
        refreshGold(stored.itemKey);
        return stored;
    });
}

} // namespace assize
