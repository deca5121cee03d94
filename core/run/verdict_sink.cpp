// SPDX-License-Identifier: Apache-2.0
#include "core/run/verdict_sink.h"

#include "core/session/session_writer.h"

#include <memory>
#include <utility>

namespace assize {
namespace {

/// Verdicts that may wait for the disk before the workers do.
constexpr std::size_t QueueLimit = 4096;

void addUsage(Usage& sum, const Usage& usage) {
    sum.inputTokens += usage.inputTokens;
    sum.outputTokens += usage.outputTokens;
    sum.cachedTokens += usage.cachedTokens;
    sum.estimated = sum.estimated || usage.estimated;
}

} // namespace

VerdictSink::VerdictSink(SessionWriter& writer, RunObserver& observer, RunProgress progress)
    : m_writer(writer)
    , m_observer(observer)
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
    m_thread.join();
    if (m_error)
        return tl::unexpected(*m_error);
    return m_progress;
}

void VerdictSink::announceAll() {
    for (;;) {
        std::vector<Entry> batch;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_queue.empty() || m_isComplete; });
            if (m_queue.empty())
                return;
            batch = std::exchange(m_queue, {});
        }
        m_changed.notify_all();
        if (const auto committed = commit(std::move(batch)); !committed) {
            m_error = committed.error();
            const std::lock_guard lock(m_mutex);
            m_hasFailed = true;
            m_queue.clear();
            m_changed.notify_all();
            return;
        }
    }
}

Result<void> VerdictSink::commit(std::vector<Entry> batch) {
    const auto shared = std::make_shared<std::vector<Entry>>(std::move(batch)); // the job and this thread both hold it
    // A group that waits for company is a larger batch: fewer commits, and the workers are not held up.
    const auto done = m_writer
                          .submit([shared](SessionTransaction& transaction) -> Result<void> {
                              for (Entry& entry : *shared) {
                                  const auto key = transaction.addVerdict(entry.verdict, !entry.isRetry);
                                  if (!key)
                                      return tl::unexpected(key.error());
                                  entry.verdict.key = *key;
                              }
                              return {};
                          })
                          .get();
    if (!done)
        return done;
    std::vector<Verdict> stored;
    for (Entry& entry : *shared) {
        if (entry.verdict.key == 0) { // somebody else was faster; theirs stands
            ++m_progress.already;
            continue;
        }
        ++(entry.isCached ? m_progress.cached : m_progress.sent);
        ++m_progress.outcomes[entry.verdict.judgement.outcome];
        addUsage(m_progress.usage, entry.verdict.usage);
        stored.push_back(std::move(entry.verdict));
    }
    m_observer.onStored(stored, m_progress);
    return {};
}

} // namespace assize
