// SPDX-License-Identifier: Apache-2.0
#include "core/run/reread.h"

#include "core/judge/judge_yaml.h"
#include "core/reply/reply_format.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"

#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

namespace assize {
namespace {

constexpr std::size_t ChunkSize = 256; ///< verdicts that are stored at once

class Rereading {
public:
    Rereading(SessionReader& items, SessionWriter& writer, const Judge& judge, const RereadOptions& options)
        : m_items(items)
        , m_writer(writer)
        , m_judge(judge)
        , m_options(options) {}

    Result<void> openRun(SessionReader& reader, const Run& source);
    /// False to go no further; outcome() says why.
    bool take(const Verdict& stored);
    Result<void> storeChunk();
    Result<void> takeBack();

    Reread reread;
    Result<void> outcome;

private:
    Result<Verdict> readAnew(const Verdict& stored);

    SessionReader& m_items;
    SessionWriter& m_writer;
    const Judge& m_judge;
    const RereadOptions& m_options;
    Item m_item; ///< of the last verdict: both orders of an item come together
    std::vector<Verdict> m_chunk;
};

Result<void> Rereading::openRun(SessionReader& reader, const Run& source) {
    const auto old = reader.judgeVersion(source.judgeVersionKey);
    if (!old)
        return tl::unexpected(old.error());
    JudgeVersion version;
    version.definition = m_judge;
    version.hash = versionHash(m_judge);
    version.parentHash = version.hash == old->hash ? std::string() : old->hash;
    version.source = "session";
    return m_writer.run([&](SessionTransaction& transaction) -> Result<void> {
        transaction.useBatch(m_options.batch);
        const Result<JudgeVersion> added = transaction.addJudgeVersion(version);
        if (!added)
            return tl::unexpected(added.error());
        Run run;
        run.name = m_options.runName;
        run.judgeVersionKey = added->key;
        run.identity = fmt::format("reread:{}:{}", version.hash, source.id);
        return transaction.addRun(run).map([&](Run stored) { reread.run = std::move(stored); });
    });
}

Result<Verdict> Rereading::readAnew(const Verdict& stored) {
    if (m_item.key != stored.itemKey) {
        auto item = m_items.item(stored.itemKey);
        if (!item)
            return tl::unexpected(item.error());
        m_item = *std::move(item);
    }
    Verdict verdict;
    verdict.runKey = reread.run.key;
    verdict.itemKey = stored.itemKey;
    verdict.presentation = stored.presentation;
    verdict.sample = stored.sample;
    verdict.rawReply = stored.rawReply;
    verdict.judgement = rereadReply(stored, m_judge, m_item);
    return verdict;
}

bool Rereading::take(const Verdict& stored) {
    if (m_options.stop.stop_requested()) {
        outcome = fail(ErrorCode::Cancelled, m_options.runName, said("reading the replies anew was stopped"));
        return false;
    }
    if (stored.rawReply.empty()) {
        ++reread.withoutReply;
        return true;
    }
    auto verdict = readAnew(stored);
    if (verdict)
        m_chunk.push_back(*std::move(verdict));
    else
        outcome = tl::unexpected(verdict.error());
    if (m_chunk.size() == ChunkSize)
        outcome = storeChunk();
    return outcome.has_value();
}

Result<void> Rereading::storeChunk() {
    Reread counts = reread;
    const auto stored = m_writer.run([&](SessionTransaction& transaction) -> Result<void> {
        transaction.useBatch(m_options.batch);
        for (const Verdict& verdict : m_chunk) {
            const Result<RowKey> key = transaction.addVerdict(verdict, true);
            if (!key)
                return tl::unexpected(key.error());
            ++counts.replies;
            counts.verdicts += verdict.judgement.outcome == Outcome::Verdict ? 1 : 0;
        }
        return {};
    });
    if (!stored)
        return stored;
    m_chunk.clear();
    reread = counts;
    if (m_options.advanced)
        m_options.advanced(reread.replies);
    return {};
}

Result<void> Rereading::takeBack() {
    return m_writer.run(
        [&](SessionTransaction& transaction) { return transaction.setBatchHidden(m_options.batch, true); });
}

} // namespace

Judgement rereadReply(const Verdict& stored, const Judge& judge, const Item& item) {
    ReplyContext context;
    context.judge = &judge;
    context.presentation = stored.presentation;
    context.item = &item;
    context.truncated = stored.judgement.outcome == Outcome::Truncated;
    context.refused = stored.judgement.outcome == Outcome::Refused;
    return readReply(stored.rawReply, context);
}

Result<Reread> rereadRun(Session& session, const Run& source, const Judge& judge, const RereadOptions& options) {
    const auto writer = session.writer();
    if (!writer)
        return tl::unexpected(writer.error());
    const auto reader = session.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto items = session.reader();
    if (!items)
        return tl::unexpected(items.error());
    Rereading work(**items, **writer, judge, options);
    if (auto opened = work.openRun(**reader, source); !opened)
        return tl::unexpected(opened.error());
    SessionReader::VerdictParts parts;
    parts.rawReply = true;
    work.outcome = (*reader)
                       ->forEachVerdict(source.key, parts, [&](const Verdict& stored) { return work.take(stored); })
                       .and_then([&] { return work.outcome; })
                       .and_then([&] { return work.storeChunk(); });
    if (work.outcome && work.reread.replies == 0)
        work.outcome = fail(ErrorCode::NotFound, source.name, said("none of its replies is stored"));
    if (work.outcome)
        return std::move(work.reread);
    // Half a run is none; that it could not be stored matters more than that it could not be taken back.
    [[maybe_unused]] const auto takenBack = work.takeBack();
    return tl::unexpected(work.outcome.error());
}

} // namespace assize
