// SPDX-License-Identifier: Apache-2.0
#include "core/session/writer.h"

#include "core/base/log.h"
#include "core/session/save_copy.h"
#include "core/session/search_index.h"

namespace assize {
namespace {

using namespace std::chrono_literals;

constexpr auto GroupTime = 50ms;
constexpr std::size_t GroupSize = 256;
constexpr std::size_t FillGroupSize = 64; ///< jobs of a bulk import are large
constexpr auto IdleBeforeIndexing = 400ms;
constexpr std::int64_t SmallStepRows = 512; ///< between two looks at the queue
constexpr std::int64_t SmallStep = 512 << 10;
constexpr std::int64_t LargeStep = 64 << 20;
constexpr std::size_t MostQueued = 4096; ///< submit() waits beyond, so that memory stays bounded

} // namespace

Writer::Writer(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_transaction(*m_connection)
    , m_thread([this] { loop(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

std::future<Result<void>> Writer::submit(Job job, Urgency urgency) {
    return enqueue({std::move(job), urgency == Urgency::AtOnce ? Kind::Urgent : Kind::Grouped, false, {}});
}

Result<void> Writer::run(Job job, Urgency urgency) {
    return enqueue({std::move(job), urgency == Urgency::AtOnce ? Kind::Urgent : Kind::Grouped, true, {}}).get();
}

Result<std::int64_t> Writer::indexMore(std::int64_t rows) {
    std::int64_t left = 0;
    const auto job = [&](SessionTransaction&) -> Result<void> {
        const auto remaining = fillSearchIndex(*m_connection, rows, LargeStep);
        if (!remaining)
            return tl::unexpected(remaining.error());
        left = *remaining;
        return {};
    };
    if (auto done = enqueue({job, Kind::Alone, true, {}}).get(); !done)
        return tl::unexpected(done.error());
    return left;
}

bool Writer::startFilling() {
    const auto job = [this](SessionTransaction&) -> Result<void> {
        return guarded(*m_connection, [&]() -> Result<void> {
            if (Query(*m_connection, "SELECT 1 FROM items LIMIT 1").next())
                return fail(ErrorCode::InvalidArgument, m_connection->path().string(), said("it has items already"));
            auto set = setJournal("PRAGMA journal_mode=TRUNCATE", "truncate");
            if (set)
                m_connection->execute("PRAGMA cache_size=-8192"); // what is written is not read again
            return set;
        });
    };
    return enqueue({job, Kind::Alone, true, {}}).get().has_value();
}

void Writer::stopFilling() {
    const auto job = [this](SessionTransaction&) -> Result<void> {
        return guarded(*m_connection, [&] { return setJournal("PRAGMA journal_mode=WAL", "wal"); });
    };
    if (const auto done = enqueue({job, Kind::Alone, true, {}}).get(); !done)
        logLine(LogLevel::Warning,
            "the session stays without a log until it is opened again: " + done.error().detail.english());
}

Result<void> Writer::saveCopy(const std::filesystem::path& target) {
    const auto job = [&](SessionTransaction&) { return saveCopyOf(*m_connection, target); };
    return enqueue({job, Kind::Alone, true, {}}).get();
}

/// SQLite refuses while another connection has the file open.
Result<void> Writer::setJournal(const char* pragma, std::string_view wanted) {
    Query mode(*m_connection, pragma);
    if (!mode.next() || mode.text(0) != wanted)
        return fail(ErrorCode::SessionLocked, m_connection->path().string(), said("something else has it open"));
    m_isFilling = wanted == "truncate";
    return {};
}

std::future<Result<void>> Writer::enqueue(Entry entry) {
    std::future<Result<void>> future = entry.done.get_future();
    std::unique_lock lock(m_mutex);
    m_space.wait(lock, [this] { return m_queue.size() < MostQueued || m_isStopping; });
    if (m_isStopping) {
        entry.done.set_value(fail(ErrorCode::Cancelled, m_connection->path().string(), said("the session is closing")));
        return future;
    }
    m_queue.push_back(std::move(entry));
    m_wake.notify_one();
    return future;
}

void Writer::loop() {
    while (auto entry = waitForWork()) {
        if (entry->kind == Kind::Alone)
            entry->done.set_value(entry->job(m_transaction));
        else
            commitGroup(std::move(*entry));
    }
    if (m_connection->fileWasReplaced())
        leaveReplacedFile();
}

/// SQLite keeps the log of a file that is not where it was; whatever is there now would be opened with it.
void Writer::leaveReplacedFile() {
    const auto left = guarded(*m_connection, [&]() -> Result<void> {
        m_connection->emptyLog();
        return {};
    });
    if (!left)
        logLine(
            LogLevel::Error, "the log of a session that was replaced is still there: " + left.error().detail.english());
}

/// The first entry once there is one; nothing at the end, when all is written. Indexes while nothing comes.
std::optional<Writer::Entry> Writer::waitForWork() {
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return !m_queue.empty() || m_isStopping; };
    while (m_mayIndex && !m_wake.wait_for(lock, IdleBeforeIndexing, isReady)) {
        do {
            lock.unlock();
            const auto left = fillSearchIndex(*m_connection, SmallStepRows, SmallStep);
            m_mayIndex = left && *left > 0;
            lock.lock();
        } while (m_mayIndex && !isReady());
    }
    m_wake.wait(lock, isReady);
    if (m_queue.empty())
        return std::nullopt;
    return takeFront();
}

Writer::Entry Writer::takeFront() {
    Entry entry = std::move(m_queue.front());
    m_queue.pop_front();
    m_space.notify_one();
    return entry;
}

/// The next entry if it is of this kind and there before the deadline.
std::optional<Writer::Entry> Writer::nextOfKind(Kind kind, std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, deadline, [this] { return !m_queue.empty() || m_isStopping; });
    if (m_queue.empty() || m_queue.front().kind != kind)
        return std::nullopt;
    return takeFront();
}

/// Runs jobs in one transaction: until 256, 50 ms, one of another kind, or an empty queue while somebody waits. Fewer
/// commits while a session is filled: until six jobs, or 50 ms without one.
void Writer::commitGroup(Entry first) {
    const Kind kind = first.kind;
    const auto start = std::chrono::steady_clock::now();
    bool isAwaited = kind == Kind::Urgent;
    Group group;
    const Result<void> begun = begin(kind);
    std::optional<Entry> entry = std::move(first);
    while (entry) {
        isAwaited = isAwaited || entry->isAwaited;
        Result<void> result = begun ? runJob(entry->job) : begun;
        group.emplace_back(std::move(entry->done), std::move(result));
        entry.reset();
        const bool isOpen = begun && m_connection->isInTransaction();
        const auto now = std::chrono::steady_clock::now();
        const auto end = (m_isFilling ? now : start) + GroupTime;
        if (isOpen && group.size() < (m_isFilling ? FillGroupSize : GroupSize) && now < end)
            entry = nextOfKind(kind, isAwaited ? now : end);
    }
    const Result<void> committed = begun ? commit() : begun;
    if (!committed)
        m_transaction.forgetRows();
    for (auto& [done, result] : group)
        done.set_value(result && !committed ? committed : result);
    m_mayIndex = true;
}

/// PRAGMA synchronous only counts outside a transaction.
Result<void> Writer::begin(Kind kind) {
    return guarded(*m_connection, [&]() -> Result<void> {
        const bool wantsFull = kind == Kind::Urgent;
        if (m_connection->isInTransaction())
            m_connection->execute("ROLLBACK");
        if (wantsFull != m_isFull)
            m_connection->execute(wantsFull ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        m_isFull = wantsFull;
        Query(*m_connection, "BEGIN IMMEDIATE").run();
        return {};
    });
}

/// A job in a savepoint of its own, so that a failed one takes back only what it did.
Result<void> Writer::runJob(const Job& job) {
    return guarded(*m_connection, [&]() -> Result<void> {
        Query(*m_connection, "SAVEPOINT job").run();
        m_transaction.startJob();
        Result<void> result;
        try {
            result = job(m_transaction);
        } catch (const std::exception& problem) {
            result = fail(ErrorCode::Internal, m_connection->path().string(), quoted(problem.what()));
        }
        if (!m_connection->isInTransaction())
            return result ? fail(ErrorCode::NotWritable, m_connection->path().string(), said("the disk failed"))
                          : result;
        if (!result) {
            Query(*m_connection, "ROLLBACK TO job").run();
            m_transaction.forgetRows();
        }
        Query(*m_connection, "RELEASE job").run();
        return result;
    });
}

Result<void> Writer::commit() {
    Result<void> result = guarded(*m_connection, [&]() -> Result<void> {
        if (!m_connection->isInTransaction())
            return fail(ErrorCode::NotWritable, m_connection->path().string(), said("the disk is full or failed"));
        if (m_connection->fileWasReplaced())
            return fail(ErrorCode::NotWritable, m_connection->path().string(), fileWasReplacedText());
        Query(*m_connection, "COMMIT").run();
        return {};
    });
    if (!result && m_connection->isInTransaction()) {
        const auto undone = guarded(*m_connection, [&]() -> Result<void> {
            Query(*m_connection, "ROLLBACK").run();
            return {};
        });
        if (!undone)
            logLine(LogLevel::Error, "the session could not be rolled back: " + undone.error().detail.english());
    }
    if (!result && m_connection->fileWasReplaced())
        leaveReplacedFile();
    return result;
}

} // namespace assize
