// SPDX-License-Identifier: Apache-2.0
// Judges and their versions, runs, and what a run owes.
#include "core/base/clock.h"
#include "core/model/judge_json.h"
#include "core/session/rows.h"
#include "core/session/transaction.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

/// A URL without user, password and query, where secrets may stand. Text that is no URL stays as it is.
std::string withoutSecrets(const std::string& url) {
    std::string plain = url.substr(0, url.find_first_of("?#"));
    const std::size_t host = plain.find("://");
    if (host == std::string::npos)
        return plain;
    const std::size_t path = plain.find('/', host + 3);
    const std::size_t at = plain.rfind('@', path);
    if (at != std::string::npos && at > host)
        plain.erase(host + 3, at - host - 2);
    return plain;
}

RowKey judgeKey(Connection& connection, const std::string& name) {
    Query(connection, "INSERT OR IGNORE INTO judges (name) VALUES (?)").with(name).run();
    Query found(connection, "SELECT key FROM judges WHERE name = ?");
    return found.with(name).next() ? found.integer(0) : 0;
}

/// The number that a row had in another session if it is free here, so that copies speak of the same run 2; else the
/// next one.
int numberFor(Connection& connection, int wanted, const std::string& table, RowKey judge) {
    constexpr int Largest = 1'000'000; // of what a foreign file may claim
    const std::string ofJudge = judge == 0 ? " WHERE " : " WHERE judge_key = " + std::to_string(judge) + " AND ";
    Query taken(connection, "SELECT 1 FROM " + table + ofJudge + "number = ?");
    if (wanted >= 1 && wanted <= Largest && !taken.with(wanted).next())
        return wanted;
    Query last(connection, "SELECT coalesce(max(number), 0) FROM " + table + ofJudge + "1");
    return last.next() ? last.number(0) + 1 : 1;
}

} // namespace

Result<JudgeVersion> Transaction::addJudgeVersion(const JudgeVersion& version) {
    return guarded(m_connection, [&]() -> Result<JudgeVersion> {
        JudgeVersion stored = version;
        if (stored.hash.empty())
            stored.hash = versionHash(stored.definition);
        const RowKey judge = judgeKey(m_connection, stored.definition.name);
        Query found(m_connection, "SELECT key, id, number, parent_hash, source, created_at, definition "
                                  "FROM judge_versions WHERE judge_key = ? AND hash = ?");
        if (found.with(judge, stored.hash).next()) {
            stored.key = found.integer(0);
            stored.id = found.text(1);
            stored.number = found.number(2);
            stored.parentHash = found.text(3);
            stored.source = found.text(4);
            stored.createdAt = found.integer(5);
            const auto definition = judgeFromJson(nlohmann::json::parse(found.text(6), nullptr, false));
            if (definition)
                stored.definition = *definition;
            return stored;
        }
        stored.number = numberFor(m_connection, version.number, "judge_versions", judge);
        stored.id = freeId("SELECT 1 FROM judge_versions WHERE id = ?", version.id);
        stored.createdAt = version.createdAt != 0 ? version.createdAt : currentMilliseconds();
        Query(m_connection, "INSERT INTO judge_versions (id, judge_key, number, hash, parent_hash, source, definition, "
                            "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .with(stored.id, judge, stored.number, stored.hash, stored.parentHash, stored.source,
                judgeToJson(stored.definition).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                stored.createdAt)
            .run();
        stored.key = m_connection.lastKey();
        return stored;
    });
}

RowKey Transaction::endpointKey(const Run& run) {
    const std::string url = withoutSecrets(run.endpointUrl);
    Query(m_connection, "INSERT OR IGNORE INTO endpoints (kind, url, model) VALUES (?, ?, ?)")
        .with(run.endpointKind, url, run.model)
        .run();
    Query found(m_connection, "SELECT key FROM endpoints WHERE kind = ? AND url = ? AND model = ?");
    return found.with(run.endpointKind, url, run.model).next() ? found.integer(0) : 0;
}

std::string Transaction::freeRunName(const std::string& wanted, RowKey except) {
    for (int number = 1;; ++number) {
        std::string name = number == 1 ? wanted : wanted + " " + std::to_string(number);
        Query taken(m_connection, "SELECT 1 FROM runs WHERE name = ? AND NOT hidden AND key <> ?");
        if (!taken.with(name, except).next())
            return name;
    }
}

Result<Run> Transaction::addRun(const Run& run) {
    return guarded(m_connection, [&]() -> Result<Run> {
        if (!rowExists("SELECT 1 FROM judge_versions WHERE key = ?", run.judgeVersionKey))
            return fail(ErrorCode::NotFound, run.name, said("its judge version is not in the session"));
        Run stored = run;
        Query found(m_connection, "SELECT key, id, number, name, judge_version_key, parameters, created_at, batch_key "
                                  "FROM runs WHERE identity = ? AND NOT hidden ORDER BY key");
        if (found.with(run.identity).next()) {
            stored.key = found.integer(0);
            stored.id = found.text(1);
            stored.number = found.number(2);
            stored.name = found.text(3);
            stored.judgeVersionKey = found.integer(4);
            stored.parameters = found.text(5);
            stored.createdAt = found.integer(6);
            if (!found.isNull(7) && isBatchHidden(found.integer(7)))
                Query(m_connection, "UPDATE runs SET batch_key = ? WHERE key = ?").with(batchKey(), stored.key).run();
            return stored;
        }
        stored.number = numberFor(m_connection, run.number, "runs", 0);
        stored.id = freeId("SELECT 1 FROM runs WHERE id = ?", run.id);
        stored.name = freeRunName(run.name.empty() ? "run" : run.name, 0);
        stored.createdAt = run.createdAt != 0 ? run.createdAt : currentMilliseconds();
        Query(m_connection,
            "INSERT INTO runs (id, number, name, judge_version_key, endpoint_key, parameters, identity, "
            "batch_key, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .with(stored.id, stored.number, stored.name, stored.judgeVersionKey, endpointKey(run), stored.parameters,
                stored.identity, batchKey(), stored.createdAt)
            .run();
        stored.key = m_connection.lastKey();
        return stored;
    });
}

Result<int> Transaction::addPlan(RowKey runKey, std::span<const PlannedCall> calls) {
    return guarded(m_connection, [&]() -> Result<int> {
        if (!rowExists("SELECT 1 FROM runs WHERE key = ?", runKey))
            return fail(ErrorCode::NotFound, "run " + std::to_string(runKey), said("there is no such run"));
        int added = 0;
        RowKey changedItem = 0;
        for (const PlannedCall& call : calls) {
            if (!rowExists("SELECT 1 FROM items WHERE key = ?", call.itemKey))
                return fail(ErrorCode::NotFound, "item " + std::to_string(call.itemKey), said("there is no such item"));
            Query(m_connection,
                "INSERT OR IGNORE INTO run_plan (run_key, item_key, presentation, sample) VALUES (?, ?, ?, ?)")
                .with(runKey, call.itemKey, call.presentation, call.sample)
                .run();
            if (m_connection.changedRows() == 0)
                continue;
            ++added;
            if (changedItem != 0 && changedItem != call.itemKey)
                refreshRunItem(runKey, changedItem);
            changedItem = call.itemKey;
        }
        if (changedItem != 0)
            refreshRunItem(runKey, changedItem);
        return added;
    });
}

MixedPolicy Transaction::mixedPolicy(RowKey runKey) {
    if (const auto known = m_mixedPolicies.find(runKey); known != m_mixedPolicies.end())
        return known->second;
    Query query(m_connection, "SELECT definition FROM judge_versions v JOIN runs r ON r.judge_version_key = v.key "
                              "WHERE r.key = ?");
    MixedPolicy policy = MixedPolicy::Tie;
    if (query.with(runKey).next()) {
        const auto judge = judgeFromJson(nlohmann::json::parse(query.text(0), nullptr, false));
        policy = judge ? judge->mixed : policy;
    }
    m_mixedPolicies[runKey] = policy;
    return policy;
}

Result<void> Transaction::renameRun(RowKey runKey, std::string_view name) {
    return guarded(m_connection, [&]() -> Result<void> {
        if (name.empty())
            return fail(ErrorCode::InvalidArgument, "run", said("a run needs a name"));
        if (freeRunName(std::string(name), runKey) != name)
            return fail(ErrorCode::InvalidArgument, std::string(name), said("another run has this name"));
        Query(m_connection, "UPDATE runs SET name = ? WHERE key = ?").with(name, runKey).run();
        if (m_connection.changedRows() == 0)
            return fail(ErrorCode::NotFound, "run " + std::to_string(runKey), said("there is no such run"));
        return {};
    });
}

Result<void> Transaction::setRunHidden(RowKey runKey, bool hidden) {
    return guarded(m_connection, [&]() -> Result<void> {
        Query found(m_connection, "SELECT name FROM runs WHERE key = ?");
        if (!found.with(runKey).next())
            return fail(ErrorCode::NotFound, "run " + std::to_string(runKey), said("there is no such run"));
        const std::string name = hidden ? found.text(0) : freeRunName(found.text(0), runKey);
        Query(m_connection, "UPDATE runs SET hidden = ?, name = ? WHERE key = ?").with(hidden, name, runKey).run();
        return {};
    });
}

} // namespace assize
