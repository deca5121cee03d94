// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/worker_thread.h"

#include <algorithm>

namespace assize::ui {

WorkerThread::WorkerThread()
    : m_thread([this](std::stop_token stop) { run(std::move(stop)); }) {}

WorkerThread::~WorkerThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.clear();
    }
    m_thread.request_stop();
}

void WorkerThread::post(Job job, std::string key) {
    {
        const std::lock_guard lock(m_mutex);
        if (!key.empty())
            std::erase_if(m_jobs, [&](const Entry& entry) { return entry.key == key; });
        m_jobs.push_back({std::move(key), std::move(job)});
    }
    m_wake.notify_one();
}

void WorkerThread::hold() {
    const std::lock_guard lock(m_mutex);
    m_isHeld = true;
}

void WorkerThread::release() {
    {
        const std::lock_guard lock(m_mutex);
        m_isHeld = false;
    }
    m_wake.notify_one();
}

void WorkerThread::finish() {
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void WorkerThread::run(std::stop_token stop) {
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return !m_jobs.empty() && !m_isHeld; });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front().job);
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace assize::ui
