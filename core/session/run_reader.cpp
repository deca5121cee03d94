// SPDX-License-Identifier: Apache-2.0
// Judge versions, runs, and what runs still owe.
#include "core/base/number_from.h"
#include "core/model/judge_json.h"
#include "core/session/reader.h"

#include <map>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

constexpr const char* VersionSql =
    "SELECT v.key, v.id, v.hash, v.number, v.parent_hash, v.source, v.created_at, v.definition, j.name "
    "FROM judge_versions v JOIN judges j ON j.key = v.judge_key";

constexpr const char* RunSql =
    "SELECT r.key, r.id, r.number, r.name, r.judge_version_key, e.kind, e.url, e.model, r.parameters, r.identity, "
    "r.created_at, j.name, v.number FROM runs r JOIN endpoints e ON e.key = r.endpoint_key "
    "JOIN judge_versions v ON v.key = r.judge_version_key JOIN judges j ON j.key = v.judge_key "
    "LEFT JOIN batches b ON b.key = r.batch_key WHERE NOT r.hidden AND coalesce(b.hidden, 0) = 0";

// Calls of hidden items are not owed.
constexpr const char* PlanSql =
    "SELECT p.item_key, p.presentation, p.sample FROM run_plan p JOIN items i ON i.key = p.item_key "
    "LEFT JOIN batches b ON b.key = i.batch_key WHERE p.run_key = ? AND coalesce(b.hidden, 0) = 0";
constexpr const char* IsMissing = " AND (p.outcome IS NULL OR p.outcome IN ('transport-error', 'skipped'))";
constexpr const char* PlanOrder = " ORDER BY p.item_key, p.presentation, p.sample";

Result<JudgeVersion> versionFrom(const Query& row) {
    JudgeVersion version;
    version.key = row.integer(0);
    version.id = row.text(1);
    version.hash = row.text(2);
    version.number = row.number(3);
    version.parentHash = row.text(4);
    version.source = row.text(5);
    version.createdAt = row.integer(6);
    auto definition = judgeFromJson(nlohmann::json::parse(row.text(7), nullptr, false));
    if (!definition)
        return fail(ErrorCode::CorruptSession, "judge " + row.text(8),
            said("its definition cannot be read: %1 %2", definition.error().subject, definition.error().detail));
    version.definition = std::move(*definition);
    version.definition.name = row.text(8);
    return version;
}

} // namespace

Result<std::vector<JudgeVersion>> Reader::judgeVersions() {
    return guarded(*m_connection, [&]() -> Result<std::vector<JudgeVersion>> {
        std::vector<JudgeVersion> versions;
        Query query(*m_connection, std::string(VersionSql) + " ORDER BY j.name, v.number");
        while (query.next()) {
            auto version = versionFrom(query);
            if (!version)
                return tl::unexpected(version.error());
            versions.push_back(std::move(*version));
        }
        return versions;
    });
}

Result<JudgeVersion> Reader::judgeVersion(RowKey key) {
    return guarded(*m_connection, [&]() -> Result<JudgeVersion> {
        Query query(*m_connection, std::string(VersionSql) + " WHERE v.key = ?");
        if (!query.with(key).next())
            return fail(ErrorCode::NotFound, "judge version " + std::to_string(key), said("it is not in the session"));
        return versionFrom(query);
    });
}

Run Reader::runFrom(const Query& row) const {
    return {row.integer(0), row.text(1), row.number(2), row.text(3), row.integer(4), row.text(5), row.text(6),
        row.text(7), row.text(8), row.text(9), row.integer(10)};
}

void Reader::readOutcomes(RunSummary& summary) {
    // Counted here, since SQLite sorts what it groups.
    Query query(*m_connection,
        hasHiddenBatches() ? "SELECT p.outcome FROM run_plan p JOIN items i ON i.key = p.item_key LEFT JOIN "
                             "batches b ON b.key = i.batch_key WHERE p.run_key = ? AND coalesce(b.hidden, 0) = 0"
                           : "SELECT outcome FROM run_plan WHERE run_key = ?");
    query.with(summary.run.key);
    std::map<std::optional<std::string>, std::int64_t> counts;
    while (query.next())
        ++counts[query.optionalText(0)];
    for (const auto& [name, count] : counts) {
        summary.planned += count;
        const auto outcome = name ? outcomeFrom(*name) : std::nullopt;
        if (!outcome || outcome == Outcome::TransportError || outcome == Outcome::Skipped)
            summary.missing += count;
        if (outcome)
            summary.outcomes[*outcome] += count;
    }
    Query tokens(*m_connection, "SELECT coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0) FROM verdicts "
                                "WHERE run_key = ?");
    if (tokens.with(summary.run.key).next()) {
        summary.inputTokens = tokens.integer(0);
        summary.outputTokens = tokens.integer(1);
    }
}

std::vector<RunSummary> Reader::allRuns() {
    std::vector<RunSummary> all;
    Query query(*m_connection, std::string(RunSql) + " ORDER BY r.number");
    while (query.next()) {
        RunSummary& summary = all.emplace_back();
        summary.run = runFrom(query);
        summary.judgeName = query.text(11);
        summary.judgeNumber = query.number(12);
    }
    return all;
}

Result<std::vector<RunSummary>> Reader::runs() {
    return guarded(*m_connection, [&]() -> Result<std::vector<RunSummary>> {
        std::vector<RunSummary> all = allRuns();
        for (RunSummary& summary : all)
            readOutcomes(summary);
        return all;
    });
}

Result<std::vector<RunSummary>> Reader::listedRuns() {
    return guarded(*m_connection, [&]() -> Result<std::vector<RunSummary>> { return allRuns(); });
}

Result<bool> Reader::gaveVerdict(RowKey runKey) {
    return guarded(*m_connection, [&]() -> Result<bool> {
        Query query(*m_connection, "SELECT 1 FROM run_plan p JOIN items i ON i.key = p.item_key LEFT JOIN batches b ON "
                                   "b.key = i.batch_key WHERE p.run_key = ? AND p.outcome = 'verdict' AND "
                                   "coalesce(b.hidden, 0) = 0 LIMIT 1");
        return query.with(runKey).next();
    });
}

Result<RunSummary> Reader::run(std::string_view nameOrId) {
    return guarded(*m_connection, [&]() -> Result<RunSummary> {
        const auto number = numberFrom<int>(nameOrId);
        std::vector<RunSummary> all = allRuns();
        const auto find = [&](auto matches) { return std::find_if(all.begin(), all.end(), matches); };
        auto found = find([&](const RunSummary& summary) { return summary.run.name == nameOrId; });
        if (found == all.end())
            found = find([&](const RunSummary& summary) { return summary.run.id == nameOrId; });
        if (found == all.end() && number)
            found = find([&](const RunSummary& summary) { return summary.run.number == number; });
        if (found != all.end()) {
            readOutcomes(*found);
            return *found;
        }
        std::string known;
        for (const RunSummary& summary : all)
            known += (known.empty() ? "" : ", ") + summary.run.name;
        return fail(ErrorCode::NotFound, "run " + std::string(nameOrId),
            all.empty() ? said("the session has no runs") : said("the runs are: %1", known));
    });
}

Result<std::optional<Run>> Reader::runByIdentity(std::string_view identity) {
    return guarded(*m_connection, [&]() -> Result<std::optional<Run>> {
        Query query(*m_connection, std::string(RunSql) + " AND r.identity = ? ORDER BY r.key LIMIT 1");
        if (!query.with(identity).next())
            return std::nullopt;
        return runFrom(query);
    });
}

Result<std::vector<PlannedCall>> Reader::missingCalls(RowKey runKey) {
    return guarded(*m_connection, [&]() -> Result<std::vector<PlannedCall>> {
        std::vector<PlannedCall> calls;
        Query query(*m_connection, std::string(PlanSql) + IsMissing + PlanOrder);
        query.with(runKey);
        while (query.next())
            calls.push_back({query.integer(0), query.text(1), query.number(2)});
        return calls;
    });
}

Result<void> Reader::forEachPlannedCall(RowKey runKey, const std::function<bool(const PlannedCall&)>& visit) {
    return guarded(*m_connection, [&]() -> Result<void> {
        Query query(*m_connection, std::string(PlanSql) + PlanOrder);
        query.with(runKey);
        while (query.next() && visit({query.integer(0), query.text(1), query.number(2)})) {
        }
        return {};
    });
}

} // namespace assize
