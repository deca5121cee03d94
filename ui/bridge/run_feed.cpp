// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_feed.h"

#include "core/run/run_statistics.h"

#include <utility>

namespace assize::ui {

CallOutcome callOutcome(const Verdict& verdict) {
    const Judgement& judgement = verdict.judgement;
    return {verdict.key, {verdict.itemKey, verdict.presentation, verdict.sample}, verdict.attempt, judgement.outcome,
        failureClassOf(judgement), judgement.outcome == Outcome::Verdict ? std::string() : judgement.reason,
        verdict.latencySeconds, verdict.usage.outputTokens, judgement.label, judgement.result};
}

template <typename Add>
void RunFeed::keep(Add add) {
    {
        const std::lock_guard lock(m_mutex);
        add(m_news);
        if (std::exchange(m_hasNews, true))
            return;
    }
    m_wake();
}

void RunFeed::onPlanned(const Run& run, const RunProgress& progress) {
    keep([&](RunNews& news) {
        news.run = run;
        news.progress = progress;
    });
}

void RunFeed::onStored(std::span<const Verdict> verdicts, const RunProgress& progress) {
    keep([&](RunNews& news) {
        for (const Verdict& verdict : verdicts)
            news.stored.push_back(callOutcome(verdict));
        news.progress = progress;
    });
}

void RunFeed::onNotice(const RunNotice& notice) {
    keep([&](RunNews& news) { news.notices.push_back(notice); });
}

void RunFeed::onCalls(std::span<const CallEvent> calls) {
    keep([&](RunNews& news) { news.calls.insert(news.calls.end(), calls.begin(), calls.end()); });
}

RunNews RunFeed::take() {
    const std::lock_guard lock(m_mutex);
    m_hasNews = false;
    return std::exchange(m_news, {});
}

} // namespace assize::ui
