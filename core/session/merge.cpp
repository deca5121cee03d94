// SPDX-License-Identifier: Apache-2.0
#include "core/session/merge.h"

#include "core/base/clock.h"
#include "core/base/ulid.h"
#include "core/session/gold.h"
#include "core/session/query_statement.h"
#include "core/session/save_copy.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/stored_rows.h"

#include <algorithm>

namespace assize {
namespace {

/// ULIDs of what was taken back somewhere.
struct Tombstones {
    std::set<std::string> batches;
    std::set<std::string> runs;
};

Result<std::set<std::string>> idsIn(const std::filesystem::path& session, const char* sql) {
    auto connection = Connection::open(session, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    return guarded(**connection, [&]() -> Result<std::set<std::string>> {
        std::set<std::string> ids;
        Query query(**connection, sql);
        while (query.next())
            ids.insert(query.text(0));
        return ids;
    });
}

/// A file that goes away with the object, with what SQLite and the lock leave beside it.
class TemporarySession {
public:
    explicit TemporarySession(const std::filesystem::path& target)
        : m_path(target.string() + ".part-" + newUlid()) {}
    ~TemporarySession() {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm", ".lock"})
            std::filesystem::remove(m_path.string() + ending, ignored);
    }
    TemporarySession(const TemporarySession&) = delete;
    TemporarySession& operator=(const TemporarySession&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Hides these imports, known to the session or not: a later merge has to know of them too.
Result<void> hideBatches(const std::filesystem::path& path, const std::set<std::string>& batches) {
    if (batches.empty())
        return {};
    {
        auto connection = Connection::open(path, Connection::Mode::ReadWrite);
        if (!connection)
            return tl::unexpected(connection.error());
        const auto added = guarded(**connection, [&]() -> Result<void> {
            Query insert(**connection, "INSERT OR IGNORE INTO batches (id, hidden, created_at) VALUES (?, 0, ?)");
            for (const std::string& id : batches)
                insert.with(id, currentMilliseconds()).run();
            return {};
        });
        if (!added)
            return added;
    }
    const auto session = Session::open(path, Session::Access::ReadWrite);
    if (!session)
        return tl::unexpected(session.error());
    return (*session)->writer().and_then([&](SessionWriter* writer) {
        return writer->run([&](SessionTransaction& transaction) -> Result<void> {
            for (const std::string& id : batches) {
                if (const auto hidden = transaction.setBatchHidden(id, true); !hidden)
                    return hidden;
            }
            return {};
        });
    });
}

bool hasMisplacedAnnotation(Connection& connection) {
    Query later(connection, "SELECT 1 FROM annotations n JOIN annotations o ON o.item_key = n.item_key AND "
                            "o.annotator = n.annotator AND o.key < n.key AND o.id > n.id LIMIT 1");
    return later.next();
}

/// The annotations in the order of their making: of an annotator's labels the last row counts.
void sortAnnotations(Connection& connection) {
    const std::string columns = "id, item_key, annotator, label, step, cannot_judge, score, result, criteria, tags, "
                                "comment, flagged, blind, sides_swapped, adjudicated, shown_run_key, supersedes, "
                                "created_at";
    connection.execute("CREATE TEMP TABLE sorted AS SELECT " + columns + " FROM annotations ORDER BY id; " +
                       "DELETE FROM annotations; INSERT INTO annotations (" + columns + ") SELECT " + columns +
                       " FROM sorted ORDER BY rowid; DROP TABLE sorted; "
                       "UPDATE annotations SET supersedes = (SELECT p.id FROM annotations p WHERE "
                       "p.item_key = annotations.item_key AND p.annotator = annotations.annotator AND "
                       "p.key < annotations.key ORDER BY p.key DESC LIMIT 1)");
    std::vector<RowKey> items;
    Query annotated(connection, "SELECT DISTINCT item_key FROM annotations");
    while (annotated.next())
        items.push_back(annotated.integer(0));
    Query update(connection, "UPDATE items SET gold = ? WHERE key = ?");
    for (const RowKey item : items)
        update.with(goldOf(connection, item), item).run();
}

class Merge {
public:
    Merge(const std::filesystem::path& target, const std::stop_token& stop, const MergeProgress& progress)
        : m_target(target)
        , m_temporary(target)
        , m_stop(stop)
        , m_progress(progress) {}

    Result<MergeReport> run(const std::vector<std::filesystem::path>& inputs) {
        Result<void> done = gatherTombstones(inputs);
        if (done)
            done = copyFirst(inputs.front());
        for (std::size_t at = 1; at < inputs.size() && done; ++at)
            done = takeIn(inputs[at]);
        if (done)
            done = putAnnotationsInOrder();
        if (done)
            done = countAll();
        if (done)
            done = syncToDisk(m_temporary.path());
        if (done)
            done = nameNewFile(m_temporary.path(), m_target);
        if (!done)
            return tl::unexpected(named(done.error()));
        return std::move(m_report);
    }

private:
    /// Nobody knows the name that the target has on the way.
    [[nodiscard]] Error named(Error error) const {
        if (error.subject == m_temporary.path().string())
            error.subject = m_target.string();
        return error;
    }

    Result<void> gatherTombstones(const std::vector<std::filesystem::path>& inputs) {
        for (const std::filesystem::path& input : inputs) {
            const auto readable = Session::open(input, Session::Access::ReadOnly);
            if (!readable)
                return tl::unexpected(readable.error());
            const auto batches = idsIn(input, "SELECT id FROM batches WHERE hidden");
            const auto runs = idsIn(input, "SELECT id FROM runs WHERE hidden");
            if (!batches || !runs)
                return tl::unexpected(batches ? runs.error() : batches.error());
            m_hidden.batches.insert(batches->begin(), batches->end());
            m_hidden.runs.insert(runs->begin(), runs->end());
        }
        return {};
    }

    Result<void> copyFirst(const std::filesystem::path& first) {
        const auto session = Session::open(first, Session::Access::ReadOnly);
        if (!session)
            return tl::unexpected(session.error());
        if (auto copied = (*session)->saveCopy(m_temporary.path()); !copied)
            return copied;
        if (auto hidden = hideBatches(m_temporary.path(), m_hidden.batches); !hidden)
            return hidden;
        auto opened = Session::open(m_temporary.path(), Session::Access::ReadWrite);
        if (!opened)
            return tl::unexpected(opened.error());
        m_session = std::move(*opened);
        const auto settings = (*m_session->reader())->settings();
        const auto summaries = (*m_session->reader())->runs();
        const auto writer = m_session->writer();
        if (!settings || !summaries || !writer)
            return tl::unexpected(!settings ? settings.error() : !summaries ? summaries.error() : writer.error());
        m_writer = *writer;
        for (const auto& [name, value] : *settings)
            m_keptSettings.insert(name);
        return m_writer->run([&](SessionTransaction& transaction) -> Result<void> {
            for (const RunSummary& summary : *summaries) {
                const bool isHidden = m_hidden.runs.count(summary.run.id) > 0;
                if (const auto done = isHidden ? transaction.setRunHidden(summary.run.key, true) : Result<void>();
                    !done)
                    return done;
            }
            return {};
        });
    }

    Result<void> takeIn(const std::filesystem::path& input) {
        const auto visible = idsIn(input, "SELECT id FROM batches WHERE NOT hidden");
        if (!visible)
            return tl::unexpected(visible.error());
        std::set<std::string> takenBack;
        std::set_intersection(visible->begin(), visible->end(), m_hidden.batches.begin(), m_hidden.batches.end(),
            std::inserter(takenBack, takenBack.end()));
        if (takenBack.empty())
            return adoptAll(input, input);
        const TemporarySession copy(m_target); // the input itself stays as it is
        const auto session = Session::open(input, Session::Access::ReadOnly);
        Result<void> done = session ? (*session)->saveCopy(copy.path()) : tl::unexpected(session.error());
        if (done)
            done = hideBatches(copy.path(), takenBack);
        return done ? adoptAll(copy.path(), input) : done;
    }

    Result<void> adoptAll(const std::filesystem::path& path, const std::filesystem::path& name) {
        const auto session = Session::open(path, Session::Access::ReadOnly);
        if (!session)
            return tl::unexpected(session.error());
        const auto reader = (*session)->reader();
        if (!reader)
            return tl::unexpected(reader.error());
        m_report.inputs.push_back({name, {}, 0, {}});
        RowAdopter adopter(m_keptSettings);
        std::vector<StoredRow> rows;
        const Result<void> read = forEachStoredRow(**reader, {}, [&](StoredRow row) -> Result<void> {
            constexpr std::size_t RowsPerJob = 512;
            rows.push_back(std::move(row));
            return rows.size() < RowsPerJob ? Result<void>() : store(adopter, rows);
        });
        return read ? store(adopter, rows) : read;
    }

    Result<void> store(RowAdopter& adopter, std::vector<StoredRow>& rows) {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled, m_target.string());
        MergedInput& input = m_report.inputs.back();
        const auto stored = m_writer->run([&](SessionTransaction& transaction) -> Result<void> {
            for (StoredRow& row : rows) {
                if (const auto done = storeOne(adopter, transaction, row, input); !done)
                    return done;
            }
            return {};
        });
        rows.clear();
        m_progress(input.session, input.counts);
        return stored;
    }

    Result<void> storeOne(RowAdopter& adopter, SessionTransaction& transaction, StoredRow& row, MergedInput& input) {
        constexpr std::size_t MostKept = 100;
        if (const auto* run = std::get_if<Run>(&row.row); run != nullptr && m_hidden.runs.count(run->id) > 0)
            return {};
        if (m_hidden.runs.count(row.runId) > 0) {
            if (!std::holds_alternative<Annotation>(row.row))
                return {};
            row.runId.clear(); // what a person said stays
        }
        auto adopted = adopter.adopt(transaction, row, {});
        if (!adopted)
            return tl::unexpected(adopted.error());
        if (adopted->refusal.isEmpty()) {
            input.counts.count(row, adopted->isNew);
            return {};
        }
        ++input.refusedCount;
        if (input.refused.size() < MostKept)
            input.refused.push_back(adopted->refusal.english());
        return {};
    }

    /// Closes the session: what is left is done on its only connection.
    Result<void> putAnnotationsInOrder() {
        m_session.reset();
        auto connection = Connection::open(m_temporary.path(), Connection::Mode::ReadWrite);
        if (!connection)
            return tl::unexpected(connection.error());
        return guarded(**connection, [&]() -> Result<void> {
            const bool hasMore = std::any_of(m_report.inputs.begin(), m_report.inputs.end(),
                [](const MergedInput& input) { return input.counts.annotationsNew > 0; });
            if (!hasMore || !hasMisplacedAnnotation(**connection))
                return {};
            (*connection)->execute("BEGIN");
            sortAnnotations(**connection);
            (*connection)->execute("COMMIT");
            return {};
        });
    }

    Result<void> countAll() {
        const auto session = Session::open(m_temporary.path(), Session::Access::ReadOnly);
        if (!session)
            return tl::unexpected(session.error());
        const auto reader = (*session)->reader();
        if (!reader)
            return tl::unexpected(reader.error());
        const auto items = (*reader)->itemCount();
        const auto runs = (*reader)->runs();
        if (!items || !runs)
            return tl::unexpected(items ? runs.error() : items.error());
        m_report.items = *items;
        m_report.runs = static_cast<std::int64_t>(runs->size());
        return {};
    }

    const std::filesystem::path& m_target;
    TemporarySession m_temporary;
    const std::stop_token& m_stop;
    const MergeProgress& m_progress;
    Tombstones m_hidden;
    std::set<std::string> m_keptSettings;
    std::unique_ptr<Session> m_session; ///< of the temporary file
    SessionWriter* m_writer = nullptr;
    MergeReport m_report;
};

} // namespace

Result<MergeReport> mergeSessions(const std::filesystem::path& target, const std::vector<std::filesystem::path>& inputs,
    const std::stop_token& stop, const MergeProgress& progress) {
    std::error_code ignored;
    if (inputs.empty())
        return fail(ErrorCode::InvalidArgument, target.string(), said("there is nothing to merge"));
    if (std::filesystem::exists(target, ignored))
        return fail(ErrorCode::InvalidArgument, target.string(), said("the file exists already"));
    return Merge(target, stop, progress).run(inputs);
}

} // namespace assize
