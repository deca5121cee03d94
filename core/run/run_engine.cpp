// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_engine.h"

#include "core/net/http_client.h"
#include "core/run/call_maker.h"
#include "core/run/call_scheduler.h"
#include "core/run/cost.h"
#include "core/run/prepare_run.h"
#include "core/run/probed.h"
#include "core/run/run_control.h"
#include "core/run/run_workers.h"
#include "core/run/verdict_sink.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <random>

namespace assize {
namespace {

/// Lets one call through at a time, from whatever thread.
class SerialObserver final : public RunObserver {
public:
    explicit SerialObserver(RunObserver& observer)
        : m_observer(observer) {}

    void onPlanned(const Run& run, const RunProgress& progress) override {
        const std::lock_guard lock(m_mutex);
        m_observer.onPlanned(run, progress);
    }
    void onStored(std::span<const Verdict> verdicts, const RunProgress& progress) override {
        const std::lock_guard lock(m_mutex);
        m_observer.onStored(verdicts, progress);
    }
    void onNotice(const RunNotice& notice) override {
        const std::lock_guard lock(m_mutex);
        m_observer.onNotice(notice);
    }
    [[nodiscard]] bool wantsCalls() const override { return m_observer.wantsCalls(); }
    void onCalls(std::span<const CallEvent> calls) override {
        const std::lock_guard lock(m_mutex);
        m_observer.onCalls(calls);
    }

private:
    RunObserver& m_observer;
    std::mutex m_mutex;
};

std::function<double()> randomOf(const RunTools& tools) {
    if (tools.random)
        return tools.random;
    return [engine = std::mt19937(std::random_device()())]() mutable {
        return std::uniform_real_distribution<double>(0, 1)(engine);
    };
}

int coreCount() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// One call to executeRun().
class Execution {
public:
    Execution(Session& session, const RunRequest& request, const RunTools& tools, RunObserver& observer)
        : m_session(session)
        , m_request(request)
        , m_tools(tools)
        , m_observer(observer) {}

    Result<RunReport> run(const std::stop_token& stop) {
        const auto begin = std::chrono::steady_clock::now();
        if (auto checked = checkRequest(); !checked)
            return tl::unexpected(checked.error());
        const auto writer = m_session.writer();
        const auto reader = m_session.reader();
        if (!writer || !reader)
            return tl::unexpected(writer ? reader.error() : writer.error());
        auto prepared = prepareRun(**reader, **writer, m_request, stop);
        if (!prepared)
            return tl::unexpected(prepared.error());
        RunReport report;
        report.run = prepared->started.run;
        report.version = prepared->started.version;
        report.unsuitable = prepared->unsuitable;
        report.untouched = prepared->untouched;
        if (prepared->progress.planned == 0)
            return report;
        m_observer.onPlanned(report.run, prepared->progress);
        if (auto judged = judge(**writer, std::move(*prepared), report, stop); !judged)
            return tl::unexpected(judged.error());
        const auto summary = (*reader)->run(report.run.id);
        if (!summary)
            return tl::unexpected(summary.error());
        report.outcomes = summary->outcomes;
        report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        report.progress.cost += hourlyCost(report.seconds, m_request.endpoint.price);
        return report;
    }

private:
    /// Everything that can be wrong with the request itself.
    Result<void> checkRequest() {
        m_kind = findEndpointKind(m_request.endpoint.kind);
        if (m_kind == nullptr)
            return fail(ErrorCode::InvalidArgument, m_request.endpoint.name, said("there is no such kind of endpoint"));
        if (auto accepted = m_kind->accepts(m_request.judge); !accepted)
            return accepted;
        if (m_request.limits.maxCost > 0 && !hasPrice(m_request.endpoint.price))
            return fail(ErrorCode::InvalidArgument, m_request.endpoint.name,
                said("a limit on costs needs the endpoint's price, which is not known"));
        if (m_kind->server == nullptr)
            return {};
        if (m_tools.http == nullptr)
            m_ownHttp = std::make_unique<HttpClient>();
        auto client = EndpointClient::create(m_tools.http != nullptr ? *m_tools.http : *m_ownHttp, m_request.endpoint,
            m_tools.credentials, m_tools.capabilities);
        if (!client)
            return tl::unexpected(client.error());
        m_client = std::make_unique<EndpointClient>(std::move(*client));
        return {};
    }

    [[nodiscard]] int concurrency(std::size_t calls) const {
        int wanted = m_request.concurrency;
        if (wanted <= 0)
            wanted = m_client ? m_request.endpoint.concurrency : coreCount();
        return static_cast<int>(std::clamp<std::size_t>(calls, 1, static_cast<std::size_t>(std::max(1, wanted))));
    }

    /// Threads of our own: for a server's replies as many as can work at once.
    [[nodiscard]] int workerCount(int concurrency) const {
        return m_client ? std::min(concurrency, coreCount()) : concurrency;
    }

    Result<void> judge(SessionWriter& writer, PreparedRun prepared, RunReport& report, const std::stop_token& stop) {
        const std::optional<Probe> probe = probeOf(report.run);
        RunRequest shown = m_request;
        if (probe)
            shown.judge = probedJudge(std::move(shown.judge), *probe);
        const CallMaker maker(shown, report.run, *m_kind, m_client.get());
        const int calls = concurrency(prepared.owed.size());
        const Budget budget(m_request.limits,
            {costOf(prepared.spent, m_request.endpoint.price),
                prepared.spent.inputTokens + prepared.spent.outputTokens},
            {m_request.endpoint.price.hourly, std::chrono::steady_clock::now()});
        SerialObserver observer(m_observer);
        VerdictSink sink(writer, observer, std::move(prepared.progress), m_request.endpoint.price);
        CallScheduler scheduler(std::move(prepared.owed), {calls, randomOf(m_tools), observer.wantsCalls()},
            StartGate(RateLimiter(calls, m_request.endpoint.limits), budget, m_tools.patience), sender());
        m_scheduler = &scheduler;
        const bool wantsMost = budget.isLimited() || m_request.endpoint.limits.tokensPerMinute > 0;
        const auto worked = work({m_session, m_tools.reuse, maker, m_client.get(), m_request.endpoint.price, wantsMost,
                                     probe, scheduler, sink},
            workerCount(calls), observer, stop);
        auto progress = sink.finish();
        if (!worked || !progress)
            return tl::unexpected(worked ? progress.error() : worked.error());
        std::tie(report.end, report.endDetail) = scheduler.end();
        report.progress = std::move(*progress);
        report.isStopped = report.progress.notReached() > 0;
        return {};
    }

    [[nodiscard]] CallScheduler::Sender sender() {
        if (!m_client)
            return {};
        return [this](HttpRequest request, std::function<void(HttpResponse)> done) {
            m_client->post(std::move(request), std::move(done), m_scheduler->cancelToken());
        };
    }

    /// Runs the workers and passes on what becomes known meanwhile.
    Result<void> work(RunParts parts, int workers, RunObserver& observer, const std::stop_token& stop) {
        CallScheduler& scheduler = parts.scheduler;
        const std::stop_callback onStop(stop, [&] { scheduler.halt(RunEnd::Stopped, {}, true); });
        if (m_tools.control != nullptr)
            m_tools.control->setListener([&](bool isPaused) { scheduler.setPaused(isPaused); });
        RunWorkers pool(parts, workers);
        for (bool isOver = false; !isOver;) {
            const CallScheduler::News news = scheduler.nextNews();
            for (const RunNotice& notice : news.notices)
                observer.onNotice(notice);
            if (!news.calls.empty())
                observer.onCalls(news.calls);
            isOver = news.isOver;
        }
        if (m_tools.control != nullptr)
            m_tools.control->setListener({});
        return pool.join();
    }

    Session& m_session;
    const RunRequest& m_request;
    const RunTools& m_tools;
    RunObserver& m_observer;
    const EndpointKind* m_kind = nullptr;
    CallScheduler* m_scheduler = nullptr;
    std::unique_ptr<HttpClient> m_ownHttp;
    std::unique_ptr<EndpointClient> m_client;
};

} // namespace

Result<RunReport> executeRun(
    Session& session, const RunRequest& request, const RunTools& tools, RunObserver& observer, std::stop_token stop) {
    return Execution(session, request, tools, observer).run(stop);
}

Result<RunReport> executeRun(Session& session, const RunRequest& request, RunObserver& observer, std::stop_token stop) {
    return executeRun(session, request, {}, observer, std::move(stop));
}

} // namespace assize
