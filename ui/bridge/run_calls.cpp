// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/run_calls.h"

#include "core/endpoint/call_failure.h"

#include <algorithm>
#include <utility>

namespace assize::ui {
namespace {

using Names = std::unordered_map<RowKey, std::string>;

bool isFailure(const CallOutcome& outcome) {
    return outcome.outcome != Outcome::Verdict && outcome.outcome != Outcome::Abstained;
}

void keepNewest(std::map<RowKey, CallOutcome>& newest, const CallOutcome& outcome) {
    constexpr std::size_t Most = 1000;
    newest.insert_or_assign(outcome.key, outcome);
    if (newest.size() > Most)
        newest.erase(newest.begin());
}

/// Only replies have a latency that says something of the server.
bool isReply(const CallOutcome& outcome) {
    const bool isRefused = outcome.kind == failureClassName(FailureClass::TooLong); // the prompt, mostly
    return outcome.outcome != Outcome::TransportError && outcome.outcome != Outcome::Skipped && !isRefused &&
           outcome.latencySeconds > 0;
}

Result<Names> namesOf(SessionReader& reader, const std::vector<RowKey>& keys) {
    const auto rows = reader.itemRows(keys, 0, {});
    if (!rows)
        return tl::unexpected(rows.error());
    Names names;
    for (const ItemRow& row : *rows)
        names[row.key] = row.sourceId.empty() ? row.id : row.sourceId;
    return names;
}

/// The max_tokens of a run's judge.
Result<int> replyTokensOf(SessionReader& reader, RowKey run) {
    const auto runs = reader.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    const auto summary =
        std::find_if(runs->begin(), runs->end(), [run](const RunSummary& known) { return known.run.key == run; });
    if (summary == runs->end())
        return 0;
    return reader.judgeVersion(summary->run.judgeVersionKey).map([](const JudgeVersion& version) {
        return version.definition.parameters.maxTokens;
    });
}

} // namespace

struct RunCalls::Read {
    std::vector<float> latencies;
    std::map<PlannedCall, CallOutcome> failed;
    std::map<RowKey, CallOutcome> newest;
    Names names;
    qint64 timeouts = 0;
    int replyTokens = 0;
    RowKey last = 0; ///< the newest verdict that is in it
};

RunCalls::RunCalls(QObject* parent)
    : QObject(parent) {
    constexpr int DelayMs = 250;
    m_changedTimer.setSingleShot(true);
    m_changedTimer.setInterval(DelayMs);
    connect(&m_changedTimer, &QTimer::timeout, this, &RunCalls::changed);
}

Result<RunCalls::Read> RunCalls::read(SessionReader& reader, RowKey run) {
    Read all;
    std::vector<RowKey> items;
    const auto done = reader.forEachVerdict(run, {}, [&](const Verdict& verdict) {
        const CallOutcome outcome = callOutcome(verdict);
        all.last = std::max(all.last, verdict.key);
        if (isReply(outcome))
            all.latencies.push_back(static_cast<float>(outcome.latencySeconds));
        all.timeouts += outcome.kind == "timeout" ? 1 : 0;
        keepNewest(all.newest, outcome);
        if (isFailure(outcome)) {
            items.push_back(outcome.call.itemKey);
            all.failed.emplace(outcome.call, outcome);
        }
        return true;
    });
    if (!done)
        return tl::unexpected(done.error());
    for (const auto& [key, outcome] : all.newest)
        items.push_back(outcome.call.itemKey);
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    auto names = namesOf(reader, items);
    if (!names)
        return tl::unexpected(names.error());
    all.names = std::move(*names);
    const auto tokens = replyTokensOf(reader, run);
    if (!tokens)
        return tl::unexpected(tokens.error());
    all.replyTokens = *tokens;
    return all;
}

void RunCalls::show(Document* document, RowKey run) {
    m_document = document;
    m_run = run;
    m_isLoaded = false;
    m_early.clear();
    m_failed.clear();
    m_newest.clear();
    m_names.clear();
    m_asked.clear();
    m_latencies.clear();
    m_timeouts = 0;
    m_replyTokens = 0;
    Q_EMIT changed();
    if (document == nullptr || run == 0)
        return;
    document->read<Read>(
        Document::Lane::Later, "run calls", this, [run](SessionReader& reader) { return read(reader, run); },
        [this, run](Result<Read> all) {
            if (run != m_run)
                return;
            if (!all) {
                Q_EMIT failedToRead(all.error());
                return;
            }
            m_latencies = std::move(all->latencies);
            m_failed = std::move(all->failed);
            m_newest = std::move(all->newest);
            m_names = std::move(all->names);
            m_timeouts = all->timeouts;
            m_replyTokens = all->replyTokens;
            m_isLoaded = true;
            for (const CallOutcome& outcome : std::exchange(m_early, {})) {
                if (outcome.key > all->last)
                    take(outcome);
            }
            readNames();
            Q_EMIT changed();
        });
}

void RunCalls::adopt(RowKey run, const std::vector<CallOutcome>& stored) {
    if (run != m_run)
        return;
    if (!m_isLoaded) {
        m_early.insert(m_early.end(), stored.begin(), stored.end());
        return;
    }
    for (const CallOutcome& outcome : stored)
        take(outcome);
    readNames();
    if (!m_changedTimer.isActive())
        m_changedTimer.start();
}

void RunCalls::take(CallOutcome outcome) {
    // What is stored does not say how often it was tried before; a call that failed is known here.
    if (const auto before = m_failed.find(outcome.call); before != m_failed.end()) {
        outcome.attempt = std::max(outcome.attempt, before->second.attempt + 1);
        m_newest.erase(before->second.key);
    }
    keepNewest(m_newest, outcome);
    if (isReply(outcome))
        m_latencies.push_back(static_cast<float>(outcome.latencySeconds));
    m_timeouts += outcome.kind == "timeout" ? 1 : 0;
    if (isFailure(outcome))
        m_failed[outcome.call] = outcome;
    else
        m_failed.erase(outcome.call);
}

void RunCalls::readNames() {
    std::vector<RowKey> unknown;
    const auto want = [&](RowKey item) {
        if (m_names.count(item) == 0 && m_asked.insert(item).second)
            unknown.push_back(item);
    };
    for (const auto& [call, outcome] : m_failed)
        want(call.itemKey);
    for (const auto& [key, outcome] : m_newest)
        want(outcome.call.itemKey);
    if (unknown.empty() || m_document == nullptr)
        return;
    m_document->read<Names>(
        Document::Lane::Later, {}, this, [unknown](SessionReader& reader) { return namesOf(reader, unknown); },
        [this, run = m_run](Result<Names> names) {
            if (!names || run != m_run)
                return;
            m_names.merge(*names);
            Q_EMIT changed();
        });
}

ListedCall RunCalls::listed(const CallOutcome& outcome) const {
    const auto name = m_names.find(outcome.call.itemKey);
    return {outcome, name == m_names.end() ? std::string() : name->second};
}

std::vector<ListedCall> RunCalls::newest() const {
    std::vector<ListedCall> all;
    all.reserve(m_newest.size());
    for (const auto& [key, outcome] : m_newest)
        all.push_back(listed(outcome));
    return all;
}

std::vector<ListedCall> RunCalls::failed() const {
    std::vector<ListedCall> all;
    all.reserve(m_failed.size());
    for (const auto& [call, outcome] : m_failed)
        all.push_back(listed(outcome));
    std::sort(all.begin(), all.end(),
        [](const ListedCall& left, const ListedCall& right) { return left.outcome.key < right.outcome.key; });
    return all;
}

} // namespace assize::ui
