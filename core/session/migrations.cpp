// SPDX-License-Identifier: Apache-2.0
#include "core/session/migrations.h"

#include "core/session/query_statement.h"
#include "core/session/save_copy.h"
#include "core/session/schema.h"

#include <array>

namespace assize {
namespace {

/// What leads from one version to the next.
struct Step {
    int from;
    const char* sql;
};

// 1001: verdicts are found by the hash of their request, so that equal requests are answered from the session.
constexpr std::array Steps = {
    Step{1000, "CREATE INDEX verdicts_by_request ON verdicts(substr(request_hash, 1, 16)) "
               "WHERE request_hash IS NOT NULL"},
};

Result<void> runSteps(Connection& connection, int fromVersion) {
    return guarded(connection, [&]() -> Result<void> {
        connection.execute("BEGIN IMMEDIATE");
        for (const Step& step : Steps) {
            if (step.from >= fromVersion)
                connection.execute(step.sql);
        }
        connection.execute("PRAGMA user_version=" + std::to_string(SchemaVersion));
        connection.execute("COMMIT");
        return {};
    });
}

} // namespace

Result<void> migrate(Connection& connection, int fromVersion) {
    if (fromVersion < Steps.front().from)
        return fail(ErrorCode::CorruptSession, connection.path().string(), said("no Assize wrote its schema version"));
    const std::filesystem::path backup = connection.path().string() + ".v" + std::to_string(fromVersion) + ".bak";
    std::error_code unknown;
    if (!std::filesystem::exists(backup, unknown)) {
        if (auto saved = saveCopyOf(connection, backup); !saved)
            return saved;
    }
    Result<void> done = runSteps(connection, fromVersion);
    if (!done && connection.isInTransaction())
        static_cast<void>(guarded(connection, [&]() -> Result<void> {
            connection.execute("ROLLBACK");
            return {};
        }));
    return done;
}

} // namespace assize
