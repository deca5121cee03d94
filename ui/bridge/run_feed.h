// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/run/run_engine.h"
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace assize::ui {

/// What one stored verdict is to tables and charts. Its texts stay in the session.
struct CallOutcome {
    RowKey key = 0; ///< of the verdict's row; later ones are greater
    PlannedCall call;
    int attempt = 1;
    Outcome outcome = Outcome::Verdict;
    std::string kind;   ///< failureClassOf() it; empty for a verdict
    std::string reason; ///< why it is no verdict
    double latencySeconds = 0;
    std::int64_t outputTokens = 0;
    std::optional<Label> label = {}; ///< of a verdict that has one
    std::string result = {};         ///< of one that has none: a class, a score, PASS

    bool operator==(const CallOutcome&) const = default;
};

[[nodiscard]] CallOutcome callOutcome(const Verdict& verdict);

/// What a run reported since the last look.
struct RunNews {
    std::optional<Run> run; ///< it exists now
    std::optional<RunProgress> progress;
    std::vector<CallOutcome> stored;
    std::vector<RunNotice> notices;
    std::vector<CallEvent> calls;
};

/// Listens to a run on its threads and keeps what it hears for the window, so that neither waits for the other. wake is
/// called on a run's thread when there is something for the first time since take().
class RunFeed final : public RunObserver {
public:
    explicit RunFeed(std::function<void()> wake)
        : m_wake(std::move(wake)) {}

    void onPlanned(const Run& run, const RunProgress& progress) override;
    void onStored(std::span<const Verdict> verdicts, const RunProgress& progress) override;
    void onNotice(const RunNotice& notice) override;
    [[nodiscard]] bool wantsCalls() const override { return true; }
    void onCalls(std::span<const CallEvent> calls) override;

    /// Any thread.
    [[nodiscard]] RunNews take();

private:
    template <typename Add>
    void keep(Add add);

    const std::function<void()> m_wake;
    std::mutex m_mutex;
    RunNews m_news;
    bool m_hasNews = false;
};

} // namespace assize::ui
