// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/run/run_engine.h"
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace assize::cli {

/// The line a terminal shows: bar, share, rate, time left, cost where there is one, how many calls gave no verdict and
/// why, and what the run waits for.
[[nodiscard]] std::string progressLine(
    const RunProgress& progress, const EndpointPrice& price, const RunNotice& notice, int columns);

/// The keys of interfaces.md (judge) that change during a run, and its pace.
[[nodiscard]] nlohmann::json progressJson(const RunProgress& progress, const EndpointPrice& price, double seconds);
[[nodiscard]] nlohmann::json outcomesJson(const std::map<Outcome, std::int64_t>& outcomes);

/// What a notice says to a person; empty for one that says that the run goes on.
[[nodiscard]] std::string noticeText(const RunNotice& notice);

/// Shows a run while it goes: a bar on a terminal, or one JSON line a second on standard error; elsewhere only what
/// keeps it waiting. It draws on a thread of its own, so that time left counts down while replies are waited for.
class LiveProgress final : public RunObserver {
public:
    enum class Form { Terminal, JsonLines, Notices };

    LiveProgress(const Terminal& terminal, Form form, EndpointPrice price);
    /// Draws the last state as a JSON line, or clears the bar.
    ~LiveProgress() override;
    LiveProgress(const LiveProgress&) = delete;
    LiveProgress& operator=(const LiveProgress&) = delete;

    void onPlanned(const Run& run, const RunProgress& progress) override;
    void onStored(std::span<const Verdict> verdicts, const RunProgress& progress) override;
    void onNotice(const RunNotice& notice) override;

private:
    void drawUntilStopped(const std::stop_token& stop);
    void draw() const;
    void update(const RunProgress& progress);

    const Terminal& m_terminal;
    const Form m_form;
    const EndpointPrice m_price;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    RunProgress m_progress;
    RunNotice m_notice;
    bool m_isPlanned = false;
    std::jthread m_thread; // last: everything above outlives it
};

} // namespace assize::cli
