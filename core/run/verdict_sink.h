// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/run/run_engine.h"
#include "core/run/run_statistics.h"
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace assize {

class SessionWriter;

/// Where the verdicts of a run go: whatever came in while the last batch was being made durable is the next batch. It
/// announces a batch when it is durable, on a thread of its own, and counts what became of the calls.
class VerdictSink {
public:
    struct Entry {
        Verdict verdict;
        bool isCached = false; ///< copied from a stored one instead of sent
        bool isRetry = false;  ///< stored beside an outcome that is there already
    };

    VerdictSink(SessionWriter& writer, RunObserver& observer, RunProgress progress, EndpointPrice price = {});
    /// Waits for what was stored.
    ~VerdictSink();
    VerdictSink(const VerdictSink&) = delete;
    VerdictSink& operator=(const VerdictSink&) = delete;

    /// Takes a verdict, from any thread; waits while too many are queued. Does nothing once storing has failed.
    void store(Entry entry);
    /// True once storing has failed; further calls are in vain.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    /// Waits until everything stored is durable and announced; the first error of the writer. Call once, at the end.
    [[nodiscard]] Result<RunProgress> finish();

private:
    void announceAll();
    [[nodiscard]] Result<void> commit(std::vector<Entry> batch, bool isLast);
    void count(const Entry& entry);
    void updatePace(std::size_t stored, std::int64_t tokens);

    SessionWriter& m_writer;
    RunObserver& m_observer;
    const EndpointPrice m_price;
    RunProgress m_progress; ///< m_thread only, until it is joined
    LatencyHistogram m_latencies;
    RecentRate m_rate{std::chrono::steady_clock::now()};
    RecentRate m_tokenRate{std::chrono::steady_clock::now()};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Entry> m_queue;
    bool m_isComplete = false;
    std::atomic<bool> m_hasFailed = false;
    std::optional<Error> m_error; ///< m_thread only, until it is joined
    std::jthread m_thread;        // last: everything above outlives it
};

} // namespace assize
