// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_workers.h"

#include "core/run/cost.h"
#include "core/run/probed.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <array>
#include <memory>

namespace assize {
namespace {

/// True if the server says that it cannot do what a schema or a grammar asks for. Servers word it in their own ways,
/// but all name the field or the thing.
bool isAboutSchema(const CallFailure& failure) {
    constexpr std::array Words = {
        "response_format", "json_schema", "schema", "structured", "guided", "output_config", "grammar", "ebnf"};
    return failure.kind == FailureClass::Rejected && std::any_of(Words.begin(), Words.end(), [&](const char* word) {
        return failure.detail.english().find(word) != std::string::npos;
    });
}

} // namespace

/// One worker with its connections.
class RunWorkers::Worker {
public:
    Worker(const RunParts& parts, std::unique_ptr<SessionReader> reader, std::unique_ptr<SessionReader> other)
        : m_parts(parts)
        , m_reader(std::move(reader))
        , m_other(std::move(other)) {}

    Result<void> prepare(CallGroup group) {
        auto item = m_reader->item(group.calls.front().owed.call.itemKey);
        if (!item)
            return tl::unexpected(item.error());
        if (m_parts.probe)
            *item = probedItem(std::move(*item), *m_parts.probe);
        const auto shared = std::make_shared<const Item>(std::move(*item)); // read again when the reply is there
        for (JudgeCall& call : group.calls) {
            call.item = shared;
            if (auto done = prepareCall(std::move(call)); !done)
                return done;
        }
        return {};
    }

    void read(ReturnedCall returned) {
        const HttpFailure transfer = returned.response.failure;
        CallEnd end = m_parts.client->read(std::move(returned.response), m_parts.client->endpoint().stream);
        if (end.reply)
            return keep(returned.call, std::move(end));
        if (returned.call.hasSchema && isAboutSchema(*end.failure))
            return m_parts.scheduler.schemaRefused(std::move(returned.call), end.failure->detail);
        auto failure = m_parts.maker.failure(returned.call, *end.failure, end.response.totalSeconds);
        if (m_parts.scheduler.failed(std::move(returned.call), *end.failure, end.rate, transfer))
            m_parts.sink.store(std::move(failure));
    }

private:
    Result<void> prepareCall(JudgeCall call) {
        call.requestHash = m_parts.maker.hash(call);
        auto stored = m_parts.maker.stored({m_reader.get(), m_other.get()}, call);
        if (!stored)
            return tl::unexpected(stored.error());
        if (*stored) {
            m_parts.sink.store(std::move(**stored));
            return {};
        }
        if (m_parts.client == nullptr)
            return answer(call);
        const JudgeCall copy = call;
        auto ready = m_parts.maker.request(std::move(call), m_parts.scheduler.maySendSchema(), m_parts.wantsMost);
        if (ready)
            m_parts.scheduler.ready(std::move(*ready));
        else
            m_parts.sink.store(m_parts.maker.skipped(copy, ready.error()));
        return {};
    }

    Result<void> answer(const JudgeCall& call) {
        const std::stop_token stop = m_parts.scheduler.cancelToken();
        if (stop.stop_requested())
            return {};
        auto entry = m_parts.maker.answer(call, stop);
        if (!entry)
            return entry.error().code == ErrorCode::Cancelled ? Result<void>() : tl::unexpected(entry.error());
        m_parts.sink.store(std::move(*entry));
        return {};
    }

    void keep(const JudgeCall& call, CallEnd end) {
        VerdictSink::Entry entry = m_parts.maker.verdict(call, std::move(*end.reply));
        const Usage& usage = entry.verdict.usage;
        const Expense taken{costOf(usage, m_parts.price), usage.inputTokens + usage.outputTokens};
        m_parts.scheduler.succeeded(call, end.rate, taken);
        m_parts.sink.store(std::move(entry));
    }

    const RunParts& m_parts;
    const std::unique_ptr<SessionReader> m_reader;
    const std::unique_ptr<SessionReader> m_other;
};

RunWorkers::RunWorkers(RunParts parts, int count)
    : m_parts(parts) {
    for (int worker = 0; worker < count; ++worker)
        m_threads.emplace_back([this] { work(); });
}

Result<void> RunWorkers::join() {
    m_threads.clear();
    if (m_error)
        return tl::unexpected(*m_error);
    return {};
}

void RunWorkers::work() {
    auto reader = m_parts.session.reader();
    auto other = m_parts.reuse != nullptr ? m_parts.reuse->reader() : Result<std::unique_ptr<SessionReader>>();
    if (!reader || !other)
        return halt(reader ? other.error() : reader.error());
    Worker worker(m_parts, std::move(*reader), std::move(*other));
    for (;;) {
        WorkStep step = m_parts.scheduler.next();
        if (std::holds_alternative<std::monostate>(step))
            return;
        if (auto* returned = std::get_if<ReturnedCall>(&step)) {
            worker.read(std::move(*returned));
        } else if (const auto done = worker.prepare(std::move(std::get<CallGroup>(step))); !done) {
            halt(done.error());
        }
        if (m_parts.sink.hasFailed())
            m_parts.scheduler.halt(RunEnd::Stopped, {}, true);
        m_parts.scheduler.finished();
    }
}

void RunWorkers::halt(const Error& error) {
    m_parts.scheduler.halt(RunEnd::Stopped, error.detail, true);
    const std::lock_guard lock(m_mutex);
    if (!m_error)
        m_error = error;
}

} // namespace assize
