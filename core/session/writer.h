// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/connection.h"
#include "core/session/transaction.h"
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace assize {

/// SessionWriter with its thread, which owns the writing connection from start to stop. When no job has come for a
/// while, it fills the search index in small steps.
class Writer final : public SessionWriter {
public:
    explicit Writer(std::unique_ptr<Connection> connection);
    /// Commits what was submitted, stops indexing where it is, closes the connection.
    ~Writer() override;

    [[nodiscard]] std::future<Result<void>> submit(Job job, Urgency urgency) override;
    [[nodiscard]] Result<void> run(Job job, Urgency urgency) override;
    [[nodiscard]] Result<std::int64_t> indexMore(std::int64_t rows) override;
    [[nodiscard]] bool startFilling() override;
    void stopFilling() override;

    /// A complete copy of the file that was opened, wherever that is now and also when it has no name any more.
    [[nodiscard]] Result<void> saveCopy(const std::filesystem::path& target);

private:
    enum class Kind { Grouped, Urgent, Alone }; ///< Alone: outside a transaction
    struct Entry {
        Job job;
        Kind kind = Kind::Grouped;
        bool isAwaited = false; ///< somebody waits: commit as soon as nothing else is queued
        std::promise<Result<void>> done;
    };
    using Group = std::vector<std::pair<std::promise<Result<void>>, Result<void>>>;

    [[nodiscard]] std::future<Result<void>> enqueue(Entry entry);
    void loop();
    [[nodiscard]] std::optional<Entry> waitForWork();
    [[nodiscard]] std::optional<Entry> nextOfKind(Kind kind, std::chrono::steady_clock::time_point deadline);
    [[nodiscard]] Result<void> setJournal(const char* pragma, std::string_view wanted);
    [[nodiscard]] Entry takeFront();
    void commitGroup(Entry first);
    [[nodiscard]] Result<void> begin(Kind kind);
    [[nodiscard]] Result<void> runJob(const Job& job);
    [[nodiscard]] Result<void> commit();
    void leaveReplacedFile();

    std::unique_ptr<Connection> m_connection;
    Transaction m_transaction;
    bool m_isFull = true;     ///< synchronous=FULL is set, as SQLite starts
    bool m_isFilling = false; ///< with a rollback journal
    bool m_mayIndex = true;   ///< there may be items behind the index
    std::mutex m_mutex;
    std::condition_variable m_wake;  ///< work came, or the end
    std::condition_variable m_space; ///< the queue got shorter
    std::deque<Entry> m_queue;
    bool m_isStopping = false;
    std::thread m_thread; ///< last: starts after, is joined before, all it uses
};

} // namespace assize
