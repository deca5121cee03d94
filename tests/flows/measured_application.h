// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QApplication>
#include <chrono>
#include <ctime>

namespace assize::test {

/// An application that knows how much of the processor's time each event took on the window's thread. Other programs on
/// the machine do not count, so that the figure means the same everywhere.
class MeasuredApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_depth++ > 0) {
            const bool isTaken = QApplication::notify(receiver, event);
            --m_depth;
            return isTaken;
        }
        const std::chrono::nanoseconds before = threadTime();
        const bool isTaken = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, threadTime() - before);
        --m_depth;
        return isTaken;
    }

    /// To be called outside of events; one that never came back no longer hides those that follow.
    void forget() {
        m_longest = {};
        m_depth = 0;
    }
    [[nodiscard]] double longestMs() const { return std::chrono::duration<double, std::milli>(m_longest).count(); }

private:
    static std::chrono::nanoseconds threadTime() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }

    int m_depth = 0;
    std::chrono::nanoseconds m_longest{};
};

} // namespace assize::test
