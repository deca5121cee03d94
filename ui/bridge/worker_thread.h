// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace assize::ui {

/// A thread that runs jobs in the order they came. post() from any thread. Destroying it finishes the job under way and
/// drops the others, unless finish() ran first.
class WorkerThread {
public:
    using Job = std::function<void()>;

    WorkerThread();
    ~WorkerThread();
    WorkerThread(const WorkerThread&) = delete;
    WorkerThread& operator=(const WorkerThread&) = delete;

    /// A waiting job with the same key is dropped in favour of this one; an empty key drops nothing.
    void post(Job job, std::string key = {});
    /// Jobs wait from now on, until release() or finish().
    void hold();
    void release();
    /// Runs everything that waits, then ends the thread. No job may be posted after it.
    void finish();

private:
    struct Entry {
        std::string key;
        Job job;
    };

    void run(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Entry> m_jobs;
    bool m_isHeld = false;
    std::jthread m_thread; // last: starts after and joins before all it uses
};

} // namespace assize::ui
