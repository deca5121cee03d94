// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_engine.h"

#include "core/endpoint/endpoint_kind.h"
#include "core/run/call_answerer.h"
#include "core/run/plan.h"
#include "core/run/run_start.h"
#include "core/run/verdict_sink.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>

namespace assize {
namespace {

/// Hands out the calls of one item at a time, so that its orders are judged together and it is read once.
class CallQueue {
public:
    explicit CallQueue(std::vector<OwedCall> calls)
        : m_calls(std::move(calls)) {}

    std::span<const OwedCall> next() {
        const std::lock_guard lock(m_mutex);
        const std::size_t first = m_next;
        while (m_next < m_calls.size() && m_calls[m_next].call.itemKey == m_calls[first].call.itemKey)
            ++m_next;
        return std::span<const OwedCall>(m_calls).subspan(first, m_next - first);
    }

private:
    const std::vector<OwedCall> m_calls;
    std::mutex m_mutex;
    std::size_t m_next = 0;
};

/// The workers of one run: they answer calls until none is left, the person stops them or one meets an error.
class WorkerPool {
public:
    WorkerPool(Session& session, CallQueue& queue, const CallAnswerer& answerer, VerdictSink& sink)
        : m_session(session)
        , m_queue(queue)
        , m_answerer(answerer)
        , m_sink(sink) {}

    /// Back when all workers are; the first error that one met.
    Result<void> run(int workers, const std::stop_token& stop) {
        const std::stop_callback onStop(stop, [this] { m_halt.request_stop(); });
        {
            std::vector<std::jthread> threads;
            for (int worker = 0; worker < workers; ++worker)
                threads.emplace_back([this] { work(); });
        }
        if (m_error)
            return tl::unexpected(*m_error);
        return {};
    }

private:
    void work() {
        const auto reader = m_session.reader();
        if (!reader)
            return halt(reader.error());
        for (auto calls = m_queue.next(); !calls.empty(); calls = m_queue.next()) {
            if (const auto done = judgeItem(**reader, calls); !done)
                return halt(done.error());
            if (m_halt.stop_requested() || m_sink.hasFailed())
                return;
        }
    }

    Result<void> judgeItem(SessionReader& reader, std::span<const OwedCall> calls) {
        const auto item = reader.item(calls.front().call.itemKey);
        if (!item)
            return tl::unexpected(item.error());
        for (const OwedCall& call : calls) {
            if (m_halt.stop_requested())
                return {};
            auto entry = m_answerer.answer(reader, *item, call, m_halt.get_token());
            if (!entry)
                return tl::unexpected(entry.error());
            m_sink.store(std::move(*entry));
        }
        return {};
    }

    void halt(const Error& error) {
        m_halt.request_stop();
        const std::lock_guard lock(m_mutex);
        if (!m_error && error.code != ErrorCode::Cancelled)
            m_error = error;
    }

    Session& m_session;
    CallQueue& m_queue;
    const CallAnswerer& m_answerer;
    VerdictSink& m_sink;
    std::stop_source m_halt;
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

int workerCount(const RunRequest& request, std::size_t calls) {
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int wanted = request.concurrency > 0 ? request.concurrency : cores;
    return static_cast<int>(std::min(static_cast<std::size_t>(wanted), calls));
}

Result<const EndpointKind*> kindFor(const RunRequest& request) {
    const EndpointKind* kind = findEndpointKind(request.endpoint.kind);
    if (kind == nullptr)
        return fail(ErrorCode::InvalidArgument, request.endpoint.name, "there is no such kind of endpoint");
    if (const auto accepted = kind->accepts(request.judge); !accepted)
        return tl::unexpected(accepted.error());
    return kind;
}

/// Answers what is owed and stores it; gives how far it came.
Result<RunProgress> answerCalls(Session& session, SessionWriter& writer, const CallAnswerer& answerer,
    std::vector<OwedCall> owed, const RunRequest& request, RunProgress progress, RunObserver& observer,
    const std::stop_token& stop) {
    const int workers = workerCount(request, owed.size());
    CallQueue queue(std::move(owed));
    VerdictSink sink(writer, observer, std::move(progress));
    const auto worked = WorkerPool(session, queue, answerer, sink).run(workers, stop);
    auto finished = sink.finish();
    if (!worked)
        return tl::unexpected(worked.error());
    return finished;
}

/// What is known before the first call is made.
struct PreparedRun {
    StartedRun started;
    RunProgress progress;
    std::int64_t unsuitable = 0;
    std::vector<OwedCall> owed;
};

/// Finds or starts the run and puts the calls that the request asks for into its plan. Where nothing is asked for, it
/// writes nothing. Names in the request's filter mean the run that it continues.
Result<PreparedRun> prepareRun(
    SessionReader& reader, SessionWriter& writer, const RunRequest& request, std::stop_token stop) {
    auto started = identifyRun(reader, request);
    if (!started)
        return tl::unexpected(started.error());
    ItemQuery query = request.items;
    if (query.runKey == 0)
        query.runKey = started->run.key;
    const auto selection = selectCalls(reader, query, request.judge, request.orders.value_or(request.judge.orders),
        request.samples.value_or(request.judge.samples), std::move(stop));
    if (!selection)
        return tl::unexpected(selection.error());
    PreparedRun prepared{std::move(*started), {}, selection->unsuitable, {}};
    if (selection->calls.empty())
        return prepared;
    started = storeRun(writer, std::move(prepared.started));
    if (!started)
        return tl::unexpected(started.error());
    prepared.started = std::move(*started);
    const RowKey runKey = prepared.started.run.key;
    if (const auto planned = storePlan(writer, runKey, selection->calls); !planned)
        return tl::unexpected(planned.error());
    auto owed = owedCalls(reader, runKey, selection->calls, request.retry);
    if (!owed)
        return tl::unexpected(owed.error());
    prepared.owed = std::move(*owed);
    prepared.progress.planned = static_cast<std::int64_t>(selection->calls.size());
    prepared.progress.already = prepared.progress.planned - static_cast<std::int64_t>(prepared.owed.size());
    return prepared;
}

} // namespace

Result<RunReport> executeRun(Session& session, const RunRequest& request, RunObserver& observer, std::stop_token stop) {
    const auto begin = std::chrono::steady_clock::now();
    const auto kind = kindFor(request);
    if (!kind)
        return tl::unexpected(kind.error());
    const auto writer = session.writer();
    const auto reader = session.reader();
    if (!writer || !reader)
        return tl::unexpected(writer ? reader.error() : writer.error());
    auto prepared = prepareRun(**reader, **writer, request, stop);
    if (!prepared)
        return tl::unexpected(prepared.error());
    RunReport report{prepared->started.run, prepared->started.version, {}, {}, prepared->unsuitable, 0, false};
    if (prepared->progress.planned == 0)
        return report;
    observer.onPlanned(report.run, prepared->progress);
    const CallAnswerer answerer(request, report.run, **kind);
    const auto progress = answerCalls(
        session, **writer, answerer, std::move(prepared->owed), request, prepared->progress, observer, stop);
    if (!progress)
        return tl::unexpected(progress.error());
    report.progress = *progress;
    report.isStopped = progress->notReached() > 0;
    const auto summary = (*reader)->run(report.run.id);
    if (!summary)
        return tl::unexpected(summary.error());
    report.outcomes = summary->outcomes;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

} // namespace assize
