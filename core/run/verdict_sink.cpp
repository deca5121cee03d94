// SPDX-License-Identifier: Apache-2.0
#include "core/run/verdict_sink.h"

#include "core/run/cost.h"
#include "core/session/session_writer.h"

#include <memory>
#include <utility>

namespace assize {
namespace {

/// Verdicts that may wait for the disk before the workers do.
constexpr std::size_t QueueLimit = 1024;

} // namespace

VerdictSink::VerdictSink(SessionWriter& writer, RunObserver& observer, RunProgress progress, EndpointPrice price)
    : m_writer(writer)
    , m_observer(observer)
    , m_price(std::move(price))
    , m_progress(std::move(progress))
    , m_thread([this] { announceAll(); }) {}

VerdictSink::~VerdictSink() {
    const std::lock_guard lock(m_mutex);
    m_isComplete = true;
    m_changed.notify_all();
}

void VerdictSink::store(Entry entry) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_queue.size() < QueueLimit || m_hasFailed; });
    if (m_hasFailed)
        return;
    m_queue.push_back(std::move(entry));
    m_changed.notify_all();
}

Result<RunProgress> VerdictSink::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_isComplete = true;
    }
    m_changed.notify_all();
    // A batch that is with the writer already waits for company; this job asks for none, and goes in the same commit.
    static_cast<void>(m_writer.run([](SessionTransaction&) -> Result<void> { return {}; }));
    m_thread.join();
    if (m_error)
        return tl::unexpected(*m_error);
    return m_progress;
}

void VerdictSink::announceAll() {
    for (;;) {
        std::vector<Entry> batch;
        bool isLast = false;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_queue.empty() || m_isComplete; });
            if (m_queue.empty())
                return;
            batch = std::exchange(m_queue, {});
            isLast = m_isComplete;
        }
        m_changed.notify_all();
        if (const auto committed = commit(std::move(batch), isLast); !committed) {
            m_error = committed.error();
            const std::lock_guard lock(m_mutex);
            m_hasFailed = true;
            m_queue.clear();
            m_changed.notify_all();
            return;
        }
    }
}

Result<void> VerdictSink::commit(std::vector<Entry> batch, bool isLast) {
    const auto shared = std::make_shared<std::vector<Entry>>(std::move(batch)); // the job and this thread both hold it
    const SessionWriter::Job job = [shared](SessionTransaction& transaction) -> Result<void> {
        for (Entry& entry : *shared) {
            const auto key = transaction.addVerdict(entry.verdict, !entry.isRetry);
            if (!key)
                return tl::unexpected(key.error());
            entry.verdict.key = *key;
        }
        return {};
    };
    // A group that waits for company is a larger batch: fewer commits, and the workers are not held up.
    const auto done = isLast ? m_writer.run(job) : m_writer.submit(job).get();
    if (!done)
        return done;
    std::vector<Verdict> stored;
    const std::int64_t tokensBefore = m_progress.usage.outputTokens;
    for (Entry& entry : *shared) {
        if (entry.verdict.key == 0) { // somebody else was faster; theirs stands
            ++m_progress.already;
            continue;
        }
        count(entry);
        stored.push_back(std::move(entry.verdict));
    }
    updatePace(stored.size(), m_progress.usage.outputTokens - tokensBefore);
    m_observer.onStored(stored, m_progress);
    return {};
}

void VerdictSink::count(const Entry& entry) {
    const Verdict& verdict = entry.verdict;
    ++(entry.isCached ? m_progress.cached : m_progress.sent);
    ++m_progress.outcomes[verdict.judgement.outcome];
    if (const std::string kind = failureClassOf(verdict.judgement); !kind.empty())
        ++m_progress.pace.failures[kind];
    if (entry.isCached)
        return;
    addUsage(m_progress.usage, verdict.usage);
    m_progress.cost += costOf(verdict.usage, m_price);
    m_latencies.add(verdict.latencySeconds);
}

void VerdictSink::updatePace(std::size_t stored, std::int64_t tokens) {
    const auto now = std::chrono::steady_clock::now();
    m_rate.add(now, static_cast<std::int64_t>(stored));
    m_tokenRate.add(now, tokens);
    RunPace& pace = m_progress.pace;
    pace.perSecond = m_rate.perSecond(now);
    pace.tokensPerSecond = m_tokenRate.perSecond(now);
    pace.secondsLeft = pace.perSecond > 0 ? std::optional(static_cast<double>(m_progress.notReached()) / pace.perSecond)
                                          : std::nullopt;
    pace.latency50 = m_latencies.percentile(0.5);
    pace.latency95 = m_latencies.percentile(0.95);
}

} // namespace assize
