// SPDX-License-Identifier: Apache-2.0
#include "core/session/check.h"

#include "core/base/hash.h"
#include "core/model/judge_json.h"
#include "core/session/gold.h"
#include "core/session/reader.h"
#include "core/session/rows.h"
#include "core/session/run_item.h"
#include "core/session/schema.h"
#include "core/session/session_file.h"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

constexpr int MostOfAKind = 20; ///< problems that are listed of one check

/// Runs the checks one after the other on one connection, inside one read transaction: one state of the file.
class Checker {
public:
    explicit Checker(std::unique_ptr<Connection> connection)
        : m_connection(*connection)
        , m_reader(std::move(connection)) {}

    Result<std::vector<std::string>> run() {
        return guarded(m_connection, [&]() -> Result<std::vector<std::string>> {
            m_connection.execute("BEGIN");
            checkPages();
            if (m_problems.empty()) { // on damaged pages the rest would only repeat it
                checkReferences();
                checkItems();
                checkImages();
                checkJudges();
                checkPlan();
                checkRunItems();
                checkReplies();
                checkAnnotations();
            }
            m_connection.execute("COMMIT");
            return m_problems;
        });
    }

private:
    void report(std::string problem) { m_problems.push_back(std::move(problem)); }

    /// Each row of a query is a problem; at most twenty are listed.
    template <typename Describe>
    void reportRows(const std::string& sql, const Describe& describe) {
        Query query(m_connection, sql);
        int count = 0;
        while (query.next()) {
            if (++count <= MostOfAKind)
                report(describe(query));
        }
        if (count > MostOfAKind)
            report(fmt::format("… and {} more of this kind", count - MostOfAKind));
    }

    void checkPages() {
        Query query(m_connection, fmt::format("PRAGMA integrity_check({})", MostOfAKind));
        while (query.next()) {
            if (const std::string line = query.text(0); line != "ok")
                report("file: " + line);
        }
    }

    void checkReferences() {
        reportRows("PRAGMA foreign_key_check", [](const Query& row) {
            return fmt::format(
                "{}: row {} names a row of {} that is not there", row.text(0), row.integer(1), row.text(2));
        });
    }

    void checkItems() {
        Query keys(m_connection, "SELECT key, gold FROM items ORDER BY key");
        int wrong = 0;
        while (keys.next() && wrong < MostOfAKind) {
            const RowKey key = keys.integer(0);
            const auto item = m_reader.item(key);
            const bool isSame = item && contentHash(*item) == item->contentHash;
            if (!isSame)
                report(fmt::format("items: the texts of item {} do not match its content hash", key));
            const bool isGold = goldOf(m_connection, key) == keys.optionalText(1);
            if (!isGold)
                report(fmt::format("items: the gold label of item {} is not what its labels say", key));
            wrong += isSame && isGold ? 0 : 1;
        }
    }

    void checkImages() {
        Query images(m_connection, "SELECT sha256, bytes FROM images");
        while (images.next()) {
            const std::string bytes = images.text(1);
            if (!bytes.empty() && sha256Hex(bytes) != images.text(0))
                report("images: the bytes of " + images.text(0) + " do not match their hash");
        }
    }

    void checkJudges() {
        Query versions(m_connection, "SELECT id, hash, source, definition FROM judge_versions");
        while (versions.next()) {
            const auto judge = judgeFromJson(nlohmann::json::parse(versions.text(3), nullptr, false));
            if (!judge)
                report("judge_versions: the definition of " + versions.text(0) + " cannot be read");
            else if (versions.text(2) != "imported" && versionHash(*judge) != versions.text(1))
                report("judge_versions: the definition of " + versions.text(0) + " does not match its hash");
        }
    }

    /// What stands in a run's plan is the highest attempt that no undone import hides.
    void checkPlan() {
        reportRows(
            "SELECT p.run_key, p.item_key, p.presentation, p.sample FROM run_plan p JOIN runs r ON r.key = p.run_key "
            "JOIN items i ON i.key = p.item_key LEFT JOIN batches rb ON rb.key = r.batch_key LEFT JOIN batches ib ON "
            "ib.key = i.batch_key WHERE coalesce(rb.hidden, 0) = 0 AND coalesce(ib.hidden, 0) = 0 AND "
            "((p.verdict_key, p.outcome) IS NOT (SELECT v.key, v.outcome FROM verdicts v LEFT JOIN batches b ON "
            "b.key = v.batch_key WHERE v.run_key = p.run_key AND v.item_key = p.item_key AND v.presentation = "
            "p.presentation AND v.sample = p.sample AND coalesce(b.hidden, 0) = 0 ORDER BY v.attempt DESC LIMIT 1) OR "
            "p.attempts <> (SELECT coalesce(max(v.attempt), 0) FROM verdicts v WHERE v.run_key = p.run_key AND "
            "v.item_key = p.item_key AND v.presentation = p.presentation AND v.sample = p.sample))",
            [](const Query& row) {
                return fmt::format("run_plan: run {}, item {}, {} {} does not name its current verdict", row.integer(0),
                    row.integer(1), row.text(2), row.integer(3));
            });
        reportRows(
            "SELECT v.id FROM verdicts v LEFT JOIN run_plan p ON p.run_key = v.run_key AND p.item_key = v.item_key "
            "AND p.presentation = v.presentation AND p.sample = v.sample WHERE p.run_key IS NULL",
            [](const Query& row) { return "verdicts: " + row.text(0) + " was never planned"; });
    }

    void checkRunItems() {
        reportRows(
            "SELECT DISTINCT p.run_key, p.item_key FROM run_plan p LEFT JOIN run_items j ON j.run_key = p.run_key "
            "AND j.item_key = p.item_key WHERE j.run_key IS NULL",
            [](const Query& row) {
                return fmt::format("run_items: run {} has no summary of item {}", row.integer(0), row.integer(1));
            });
        Query runs(m_connection, "SELECT r.key, v.definition FROM runs r JOIN judge_versions v ON "
                                 "v.key = r.judge_version_key ORDER BY r.key");
        while (runs.next()) {
            const auto judge = judgeFromJson(nlohmann::json::parse(runs.text(1), nullptr, false));
            checkSummaries(runs.integer(0), judge ? judge->mixed : MixedPolicy::Tie);
        }
    }

    void checkSummaries(RowKey runKey, MixedPolicy mixed) {
        int wrong = 0;
        const auto compared = m_reader.forEachRunItem(runKey, [&](const RunItem& stored) {
            const auto calls = callResults(m_connection, runKey, stored.itemKey);
            if (!isSame(stored, runItemOf(calls, mixed))) {
                report(fmt::format("run_items: run {} and item {} differ from their verdicts", runKey, stored.itemKey));
                ++wrong;
            }
            return wrong < MostOfAKind;
        });
        if (!compared)
            report("run_items: " + compared.error().detail.english());
    }

    static bool isSame(const RunItem& a, const RunItem& b) {
        const bool bothMargins = a.margin.has_value() == b.margin.has_value();
        return a.outcome == b.outcome && a.planned == b.planned && a.forward == b.forward && a.backward == b.backward &&
               a.agreement == b.agreement && a.label == b.label && a.result == b.result &&
               a.flaggedByAudit == b.flaggedByAudit && bothMargins &&
               std::abs(a.margin.value_or(0) - b.margin.value_or(0)) < 1e-9;
    }

    void checkReplies() {
        Query replies(m_connection, "SELECT verdict_key, encoding, reply, size FROM raw_replies");
        while (replies.next()) {
            if (!unpackText(replies.text(1), replies.text(2), replies.integer(3)))
                report(fmt::format("raw_replies: the reply of verdict {} does not unpack", replies.integer(0)));
        }
    }

    void checkAnnotations() {
        reportRows("SELECT a.id FROM annotations a LEFT JOIN annotations e ON e.id = a.supersedes WHERE "
                   "a.supersedes IS NOT NULL AND (e.key IS NULL OR e.item_key <> a.item_key OR e.key > a.key)",
            [](const Query& row) { return "annotations: " + row.text(0) + " supersedes a row that is not there"; });
    }

    Connection& m_connection; ///< the reader's
    Reader m_reader;
    std::vector<std::string> m_problems;
};

} // namespace

Result<std::vector<std::string>> checkSession(const std::filesystem::path& path) {
    if (const auto version = inspectSessionFile(path); !version)
        return tl::unexpected(version.error());
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto version = schemaVersion(**connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= SchemaVersion) {
        if (const auto same = compareSchema(**connection, *version); !same)
            return tl::unexpected(same.error());
    }
    return Checker(std::move(*connection)).run();
}

} // namespace assize
