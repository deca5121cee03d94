// SPDX-License-Identifier: Apache-2.0
// What people said: labels that came with files, annotations; settings; and the values that filters offer.
#include "core/session/reader.h"
#include "core/session/rows.h"

namespace assize {
namespace {

constexpr const char* LabelSql =
    "SELECT l.item_key, l.annotator, l.label, l.step, l.score, l.result FROM labels l JOIN items i ON "
    "i.key = l.item_key LEFT JOIN batches b ON b.key = l.batch_key LEFT JOIN batches ib ON ib.key = i.batch_key "
    "WHERE coalesce(b.hidden, 0) = 0 AND coalesce(ib.hidden, 0) = 0";

constexpr const char* AnnotationSql =
    "SELECT a.key, a.id, a.item_key, a.annotator, a.label, a.step, a.cannot_judge, a.score, a.result, a.criteria, "
    "a.tags, a.comment, a.flagged, a.blind, a.sides_swapped, a.adjudicated, a.shown_run_key, a.supersedes, "
    "a.created_at FROM annotations a JOIN items i ON i.key = a.item_key LEFT JOIN batches b ON b.key = i.batch_key "
    "WHERE coalesce(b.hidden, 0) = 0";

constexpr const char* IsCurrent = " AND NOT EXISTS (SELECT 1 FROM annotations n WHERE n.item_key = a.item_key "
                                  "AND n.annotator = a.annotator AND n.key > a.key)";

ItemLabel labelFrom(const Query& row) {
    return {row.integer(0), row.text(1), row.label(2), row.optionalNumber(3), row.optionalReal(4), row.text(5)};
}

Annotation annotationFrom(const Query& row) {
    Annotation annotation;
    annotation.key = row.integer(0);
    annotation.id = row.text(1);
    annotation.itemKey = row.integer(2);
    annotation.annotator = row.text(3);
    annotation.label = row.label(4);
    annotation.step = row.optionalNumber(5);
    annotation.cannotJudge = row.flag(6);
    annotation.score = row.optionalReal(7);
    annotation.result = row.text(8);
    annotation.criteria = overridesFrom(row.text(9));
    annotation.tags = textsFrom(row.text(10));
    annotation.comment = row.text(11);
    annotation.flagged = row.flag(12);
    annotation.blind = row.flag(13);
    annotation.sidesSwapped = row.flag(14);
    annotation.adjudicated = row.flag(15);
    annotation.shownRunKey = row.integer(16);
    annotation.supersedes = row.text(17);
    annotation.createdAt = row.integer(18);
    return annotation;
}

} // namespace

Result<std::vector<ItemLabel>> Reader::labelsOf(RowKey itemKey) {
    return guarded(*m_connection, [&]() -> Result<std::vector<ItemLabel>> {
        std::vector<ItemLabel> labels;
        Query query(*m_connection, std::string(LabelSql) + " AND l.item_key = ? ORDER BY l.key");
        query.with(itemKey);
        while (query.next())
            labels.push_back(labelFrom(query));
        return labels;
    });
}

Result<void> Reader::forEachLabel(const std::function<bool(const ItemLabel&)>& visit) {
    return guarded(*m_connection, [&]() -> Result<void> {
        Query query(*m_connection, std::string(LabelSql) + " ORDER BY l.item_key, l.key");
        while (query.next() && visit(labelFrom(query))) {
        }
        return {};
    });
}

Result<std::vector<Annotation>> Reader::annotationsOf(RowKey itemKey) {
    return guarded(*m_connection, [&]() -> Result<std::vector<Annotation>> {
        std::vector<Annotation> annotations;
        Query query(*m_connection, std::string(AnnotationSql) + " AND a.item_key = ? ORDER BY a.key");
        query.with(itemKey);
        while (query.next())
            annotations.push_back(annotationFrom(query));
        return annotations;
    });
}

Result<void> Reader::forEachAnnotation(bool history, const std::function<bool(const Annotation&)>& visit) {
    return guarded(*m_connection, [&]() -> Result<void> {
        Query query(*m_connection, std::string(AnnotationSql) + (history ? "" : IsCurrent) + " ORDER BY a.key");
        while (query.next() && visit(annotationFrom(query))) {
        }
        return {};
    });
}

Result<std::optional<std::string>> Reader::setting(std::string_view name) {
    return guarded(*m_connection, [&]() -> Result<std::optional<std::string>> {
        Query query(*m_connection, "SELECT value FROM settings WHERE name = ?");
        if (!query.with(name).next())
            return std::nullopt;
        return query.text(0);
    });
}

Result<std::map<std::string, std::string>> Reader::settings() {
    return guarded(*m_connection, [&]() -> Result<std::map<std::string, std::string>> {
        std::map<std::string, std::string> all;
        Query query(*m_connection, "SELECT name, value FROM settings");
        while (query.next())
            all[query.text(0)] = query.text(1);
        return all;
    });
}

std::vector<SessionReader::Facet> Reader::facets(const char* sql) {
    std::vector<Facet> found;
    Query query(*m_connection, sql);
    while (query.next())
        found.push_back({query.text(0), query.integer(1)});
    return found;
}

Result<std::vector<SessionReader::Facet>> Reader::categories() {
    return guarded(*m_connection, [&]() -> Result<std::vector<Facet>> {
        return facets("SELECT i.category, count(*) FROM items i LEFT JOIN batches b ON b.key = i.batch_key "
                      "WHERE coalesce(b.hidden, 0) = 0 AND i.category <> '' GROUP BY i.category ORDER BY i.category");
    });
}

Result<std::vector<SessionReader::Facet>> Reader::tags() {
    return guarded(*m_connection, [&]() -> Result<std::vector<Facet>> {
        return facets("SELECT t.value, count(DISTINCT a.item_key) FROM annotations a, json_each(a.tags) t "
                      "JOIN items i ON i.key = a.item_key LEFT JOIN batches b ON b.key = i.batch_key "
                      "WHERE a.tags IS NOT NULL AND json_valid(a.tags) AND coalesce(b.hidden, 0) = 0 AND NOT EXISTS "
                      "(SELECT 1 FROM annotations n WHERE n.item_key = a.item_key AND n.annotator = a.annotator AND "
                      "n.key > a.key) GROUP BY t.value ORDER BY t.value");
    });
}

Result<std::vector<SessionReader::Facet>> Reader::annotators() {
    return guarded(*m_connection, [&]() -> Result<std::vector<Facet>> {
        return facets("SELECT annotator, count(DISTINCT item_key) FROM (SELECT annotator, item_key, batch_key FROM "
                      "labels WHERE annotator <> '' UNION ALL SELECT annotator, item_key, NULL FROM annotations) s "
                      "JOIN items i ON i.key = s.item_key LEFT JOIN batches b ON b.key = i.batch_key "
                      "LEFT JOIN batches l ON l.key = s.batch_key WHERE coalesce(b.hidden, 0) = 0 AND "
                      "coalesce(l.hidden, 0) = 0 GROUP BY annotator ORDER BY annotator");
    });
}

Result<std::vector<std::string>> Reader::texts(const char* sql) {
    return guarded(*m_connection, [&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> found;
        Query query(*m_connection, sql);
        while (query.next())
            found.push_back(query.text(0));
        return found;
    });
}

Result<std::vector<std::string>> Reader::results() {
    return texts("SELECT result FROM run_items WHERE result <> '' UNION SELECT result FROM labels WHERE result <> '' "
                 "UNION SELECT result FROM annotations WHERE result <> '' ORDER BY 1");
}

Result<std::vector<std::string>> Reader::criterionNames() {
    return texts("SELECT DISTINCT name FROM criteria ORDER BY name COLLATE NOCASE");
}

} // namespace assize
