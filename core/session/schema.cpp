// SPDX-License-Identifier: Apache-2.0
#include "core/session/schema.h"

#include "core/session/query_statement.h"

#include <map>

namespace assize {
namespace {

constexpr const char* ItemTables = R"sql(
CREATE TABLE batches (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hidden INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL);
CREATE TABLE items (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, format TEXT NOT NULL, source_id TEXT,
  content_hash BLOB NOT NULL, occurrence INTEGER NOT NULL DEFAULT 1, category TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '', length_a INTEGER, length_b INTEGER, gold TEXT,
  batch_key INTEGER REFERENCES batches(key));
CREATE UNIQUE INDEX items_by_source ON items(source_id, format) WHERE source_id IS NOT NULL;
CREATE UNIQUE INDEX items_by_content ON items(content_hash, occurrence) WHERE source_id IS NULL;
CREATE TABLE item_details (item_key INTEGER PRIMARY KEY REFERENCES items(key), reference TEXT, context TEXT,
  metadata TEXT NOT NULL DEFAULT '{}');
CREATE TABLE turns (key INTEGER PRIMARY KEY, item_key INTEGER AS (key >> 20) VIRTUAL REFERENCES items(key),
  position INTEGER AS (key & 1048575) VIRTUAL, role TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE responses (key INTEGER PRIMARY KEY, item_key INTEGER AS (key >> 20) VIRTUAL REFERENCES items(key),
  position INTEGER AS (key & 1048575) VIRTUAL, model TEXT NOT NULL DEFAULT '', text TEXT NOT NULL);
CREATE TABLE images (key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL);
CREATE TABLE item_images (key INTEGER PRIMARY KEY, item_key INTEGER AS (key >> 20) VIRTUAL REFERENCES items(key),
  position INTEGER AS (key & 1048575) VIRTUAL, image_key INTEGER NOT NULL REFERENCES images(key),
  name TEXT NOT NULL, media_type TEXT NOT NULL);
CREATE TABLE labels (key INTEGER PRIMARY KEY, item_key INTEGER NOT NULL REFERENCES items(key),
  annotator TEXT NOT NULL DEFAULT '', label TEXT, step INTEGER, score REAL, result TEXT NOT NULL DEFAULT '',
  batch_key INTEGER REFERENCES batches(key));
CREATE INDEX labels_by_item ON labels(item_key);
)sql";

constexpr const char* RunTables = R"sql(
CREATE TABLE judges (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE judge_versions (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  judge_key INTEGER NOT NULL REFERENCES judges(key), number INTEGER NOT NULL, hash TEXT NOT NULL,
  parent_hash TEXT NOT NULL DEFAULT '', source TEXT NOT NULL, definition TEXT NOT NULL, created_at INTEGER NOT NULL,
  UNIQUE (judge_key, hash), UNIQUE (judge_key, number));
CREATE TABLE endpoints (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, url TEXT NOT NULL, model TEXT NOT NULL,
  UNIQUE (kind, url, model));
CREATE TABLE runs (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL, judge_version_key INTEGER NOT NULL REFERENCES judge_versions(key),
  endpoint_key INTEGER NOT NULL REFERENCES endpoints(key), parameters TEXT NOT NULL, identity TEXT NOT NULL,
  hidden INTEGER NOT NULL DEFAULT 0, batch_key INTEGER REFERENCES batches(key), created_at INTEGER NOT NULL);
CREATE TABLE run_plan (run_key INTEGER NOT NULL REFERENCES runs(key), item_key INTEGER NOT NULL REFERENCES items(key),
  presentation TEXT NOT NULL, sample INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  verdict_key INTEGER REFERENCES verdicts(key), outcome TEXT,
  PRIMARY KEY (run_key, item_key, presentation, sample)) WITHOUT ROWID;
CREATE TABLE run_items (run_key INTEGER NOT NULL REFERENCES runs(key), item_key INTEGER NOT NULL REFERENCES items(key),
  outcome TEXT, forward TEXT, backward TEXT, agreement TEXT NOT NULL, label TEXT, margin REAL,
  result TEXT NOT NULL DEFAULT '', flagged INTEGER NOT NULL DEFAULT 0, changed_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_key, item_key)) WITHOUT ROWID;
CREATE TABLE verdicts (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, run_key INTEGER NOT NULL REFERENCES runs(key),
  item_key INTEGER NOT NULL REFERENCES items(key), presentation TEXT NOT NULL, sample INTEGER NOT NULL,
  attempt INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', label TEXT, step INTEGER,
  result TEXT NOT NULL DEFAULT '', scores TEXT, weighted_score_a REAL, weighted_score_b REAL,
  weighted_score_raw_a REAL, weighted_score_raw_b REAL, score_margin REAL, flags TEXT, recovered TEXT,
  input_tokens INTEGER NOT NULL DEFAULT 0, output_tokens INTEGER NOT NULL DEFAULT 0,
  cached_tokens INTEGER NOT NULL DEFAULT 0, tokens_estimated INTEGER NOT NULL DEFAULT 0,
  latency_seconds REAL NOT NULL DEFAULT 0, request_hash TEXT, batch_key INTEGER REFERENCES batches(key),
  created_at INTEGER NOT NULL, UNIQUE (run_key, item_key, presentation, sample, attempt));
CREATE INDEX verdicts_by_request ON verdicts(substr(request_hash, 1, 16)) WHERE request_hash IS NOT NULL;
CREATE TABLE justifications (verdict_key INTEGER PRIMARY KEY REFERENCES verdicts(key), overall TEXT NOT NULL);
CREATE TABLE criteria (key INTEGER PRIMARY KEY, hash INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  type TEXT NOT NULL, min REAL NOT NULL, max REAL NOT NULL, categories TEXT);
CREATE INDEX criteria_by_hash ON criteria(hash);
CREATE TABLE criterion_scores (key INTEGER PRIMARY KEY,
  verdict_key INTEGER AS (key >> 20) VIRTUAL REFERENCES verdicts(key), position INTEGER AS (key & 1048575) VIRTUAL,
  criterion_key INTEGER NOT NULL REFERENCES criteria(key), weight REAL NOT NULL, score_a REAL, score_b REAL,
  normalised_a REAL, normalised_b REAL);
CREATE TABLE criterion_texts (key INTEGER PRIMARY KEY,
  verdict_key INTEGER AS (key >> 20) VIRTUAL REFERENCES verdicts(key), position INTEGER AS (key & 1048575) VIRTUAL,
  justification_a TEXT NOT NULL, justification_b TEXT NOT NULL);
CREATE TABLE raw_replies (verdict_key INTEGER PRIMARY KEY REFERENCES verdicts(key), encoding TEXT NOT NULL,
  size INTEGER NOT NULL, reply BLOB NOT NULL);
)sql";

// Criteria that the judge got wrong are part of an annotation (criteria), so that label, marks and comment are one step
// to save and undo. Rows of disagreements are things with a life of their own, and nothing writes them yet; the table
// stays, since sessions that are out there have it and are compared with this text.
constexpr const char* PeopleTables = R"sql(
CREATE TABLE annotations (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  item_key INTEGER NOT NULL REFERENCES items(key), annotator TEXT NOT NULL, label TEXT, step INTEGER,
  cannot_judge INTEGER NOT NULL DEFAULT 0, score REAL, result TEXT NOT NULL DEFAULT '', criteria TEXT, tags TEXT,
  comment TEXT NOT NULL DEFAULT '', flagged INTEGER NOT NULL DEFAULT 0, blind INTEGER NOT NULL DEFAULT 0,
  sides_swapped INTEGER NOT NULL DEFAULT 0, adjudicated INTEGER NOT NULL DEFAULT 0,
  shown_run_key INTEGER REFERENCES runs(key), supersedes TEXT, created_at INTEGER NOT NULL);
CREATE INDEX annotations_by_item ON annotations(item_key, annotator);
CREATE TABLE disagreements (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  item_key INTEGER NOT NULL REFERENCES items(key), annotator TEXT NOT NULL, reason TEXT NOT NULL,
  criterion TEXT NOT NULL DEFAULT '', span_text TEXT NOT NULL DEFAULT '', severity TEXT NOT NULL DEFAULT '',
  proposed_change TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'open', annotation_id TEXT, verdict_id TEXT,
  supersedes TEXT, created_at INTEGER NOT NULL);
CREATE INDEX disagreements_by_item ON disagreements(item_key);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(prompt, response, content='', columnsize=0,
  tokenize='unicode61 remove_diacritics 2');
CREATE TABLE search_progress (key INTEGER PRIMARY KEY CHECK (key = 1), indexed_to INTEGER NOT NULL);
INSERT INTO search_progress VALUES (1, 0);
)sql";

constexpr const char* Views = R"sql(
CREATE VIEW v_items AS SELECT i.id, i.format, i.source_id, lower(hex(i.content_hash)) AS content_hash, i.occurrence,
  i.category, i.language, (SELECT content FROM turns t WHERE t.key BETWEEN i.key << 20 AND (i.key << 20) | 1048575
    ORDER BY role = 'user' DESC, key DESC LIMIT 1) AS prompt,
  (SELECT text FROM responses WHERE key = i.key << 20) AS response_a,
  (SELECT text FROM responses WHERE key = (i.key << 20) + 1) AS response_b, d.reference, d.context, i.gold, i.length_a,
  i.length_b, coalesce(d.metadata, '{}') AS metadata
  FROM items i LEFT JOIN item_details d ON d.item_key = i.key LEFT JOIN batches b ON b.key = i.batch_key
  WHERE coalesce(b.hidden, 0) = 0;
CREATE VIEW v_verdicts AS SELECT v.id, r.name AS run, j.name AS judge, jv.number AS judge_version, e.model,
  i.id AS item_id, i.source_id, v.presentation, v.sample, v.attempt, p.verdict_key = v.key AS is_current, v.outcome,
  v.reason, v.label, v.step, v.result, v.scores, v.weighted_score_a, v.weighted_score_b, v.score_margin,
  (SELECT overall FROM justifications WHERE verdict_key = v.key) AS overall_justification, v.flags, v.recovered,
  v.input_tokens, v.output_tokens, v.cached_tokens, v.latency_seconds, v.created_at
  FROM verdicts v JOIN runs r ON r.key = v.run_key JOIN judge_versions jv ON jv.key = r.judge_version_key
  JOIN judges j ON j.key = jv.judge_key JOIN endpoints e ON e.key = r.endpoint_key JOIN items i ON i.key = v.item_key
  LEFT JOIN run_plan p ON p.run_key = v.run_key AND p.item_key = v.item_key AND p.presentation = v.presentation
    AND p.sample = v.sample WHERE r.hidden = 0;
CREATE VIEW v_scores AS SELECT v.id AS verdict_id, r.name AS run, i.id AS item_id, v.presentation, v.sample,
  s.position + 1 AS position, c.name AS criterion, c.description, c.type, s.weight, s.score_a, s.score_b,
  s.normalised_a, s.normalised_b, t.justification_a, t.justification_b
  FROM criterion_scores s JOIN verdicts v ON v.key = s.key >> 20 JOIN criteria c ON c.key = s.criterion_key
  JOIN runs r ON r.key = v.run_key JOIN items i ON i.key = v.item_key LEFT JOIN criterion_texts t ON t.key = s.key
  WHERE r.hidden = 0;
CREATE VIEW v_annotations AS SELECT a.id, i.id AS item_id, i.source_id, a.annotator,
  NOT EXISTS (SELECT 1 FROM annotations n WHERE n.item_key = a.item_key AND n.annotator = a.annotator
    AND n.key > a.key) AS is_current, a.label, a.step, a.cannot_judge, a.score, a.result, a.criteria, a.tags, a.comment,
  a.flagged, a.blind, a.sides_swapped, a.adjudicated, r.name AS shown_run, a.supersedes, a.created_at
  FROM annotations a JOIN items i ON i.key = a.item_key LEFT JOIN runs r ON r.key = a.shown_run_key;
CREATE VIEW v_raw AS SELECT v.id AS verdict_id, w.encoding, w.size, w.reply,
  CASE w.encoding WHEN 'text' THEN CAST(w.reply AS TEXT) END AS text,
  'encoding text: reply holds the bytes; zstd: one Zstandard frame of size bytes' AS how
  FROM raw_replies w JOIN verdicts v ON v.key = w.verdict_key;
)sql";

/// Type and text of every object by name; SQLite's own (sqlite_…) are left out.
using Objects = std::map<std::string, std::pair<std::string, std::string>>;

Objects objectsOf(Connection& connection) {
    Objects objects;
    Query query(connection, "SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (query.next())
        objects[query.text(0)] = {query.text(1), query.text(2)};
    return objects;
}

Result<const Objects*> expectedObjects() {
    static const Result<Objects> objects = []() -> Result<Objects> {
        auto empty = Connection::open(":memory:", Connection::Mode::Create);
        if (!empty)
            return tl::unexpected(empty.error());
        return guarded(**empty, [&]() -> Result<Objects> {
            (*empty)->execute(schemaSql());
            return objectsOf(**empty);
        });
    }();
    if (!objects)
        return tl::unexpected(objects.error());
    return &*objects;
}

} // namespace

const std::string& schemaSql() {
    static const std::string sql = std::string(ItemTables) + RunTables + PeopleTables + Views +
                                   "PRAGMA application_id=" + std::to_string(ApplicationId) +
                                   "; PRAGMA user_version=" + std::to_string(SchemaVersion) + ";";
    return sql;
}

Result<void> compareSchema(Connection& connection, int version) {
    return guarded(connection, [&]() -> Result<void> {
        const auto expected = expectedObjects();
        if (!expected)
            return tl::unexpected(expected.error());
        const Objects found = objectsOf(connection);
        const auto refuse = [&](const Sentence& why) {
            return fail(ErrorCode::CorruptSession, connection.path().string(), why);
        };
        for (const auto& [name, object] : **expected) {
            const auto match = found.find(name);
            const bool isThere = match != found.end() && match->second.first == object.first;
            if (!isThere && version < SchemaVersion && object.first == "index")
                continue; // it is only slower without
            if (!isThere || (version == SchemaVersion && match->second.second != object.second))
                return refuse(said("its %1 %2 is not what an Assize session has", object.first, name));
        }
        for (const auto& [name, object] : found) {
            const bool isAllowed = version > SchemaVersion && object.first != "trigger";
            if (!isAllowed && !(*expected)->contains(name))
                return refuse(said("it holds a %1 that no Assize makes: %2", object.first, name));
        }
        return {};
    });
}

} // namespace assize
