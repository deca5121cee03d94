// SPDX-License-Identifier: Apache-2.0
#include "core/run/recorded_replies.h"

#include "core/base/text.h"
#include "core/judge/judge_yaml.h"
#include "core/reply/reply_format.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include "core/session/session_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

struct RecordedReply {
    std::string itemId;
    std::string presentation = "AB";
    int sample = 1;
    bool truncated = false;
    bool refused = false;
    std::string text;
};

Result<RecordedReply> readLine(std::string_view line, const std::string& where) {
    const nlohmann::json row = nlohmann::json::parse(line, nullptr, false);
    if (!row.is_object())
        return fail(ErrorCode::UnreadableInput, where, said("it is not a JSON object"));
    try {
        RecordedReply reply;
        reply.itemId = row.at("id").get<std::string>();
        reply.text = row.at("text").get<std::string>();
        reply.presentation = row.value("presentation", reply.presentation);
        reply.sample = row.value("sample", reply.sample);
        reply.truncated = row.value("truncated", false);
        reply.refused = row.value("refused", false);
        return reply;
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::UnreadableInput, where,
            said("it needs the texts id and text, and what else it has is of another type"));
    }
}

bool isPermutation(const std::string& presentation, std::size_t responses) {
    std::string sorted = presentation;
    std::sort(sorted.begin(), sorted.end());
    std::string expected;
    for (std::size_t index = 0; index < responses; ++index)
        expected += static_cast<char>('A' + index);
    return sorted == expected;
}

Result<Verdict> toVerdict(
    const RecordedReply& reply, const Judge& judge, SessionReader& reader, const std::string& where) {
    const auto item = reader.findItem(reply.itemId).and_then([&](RowKey key) { return reader.item(key); });
    if (!item)
        return fail(ErrorCode::NotFound, where, said("no item \"%1\"", reply.itemId));
    if (!isPermutation(reply.presentation, item->responses.size()))
        return fail(
            ErrorCode::UnreadableInput, where, said("\"%1\" is no order of the item's responses", reply.presentation));
    Verdict verdict;
    verdict.itemKey = item->key;
    verdict.presentation = reply.presentation;
    verdict.sample = reply.sample;
    verdict.rawReply = reply.text;
    verdict.judgement =
        readReply(reply.text, {&judge, reply.presentation, &*item, reply.truncated, reply.refused, false});
    return verdict;
}

Result<Run> openRun(SessionTransaction& transaction, const Judge& judge, std::string_view runName) {
    JudgeVersion version;
    version.definition = judge;
    version.hash = versionHash(judge);
    version.source = "imported";
    const Result<JudgeVersion> stored = transaction.addJudgeVersion(version);
    if (!stored)
        return tl::unexpected(stored.error());
    Run run;
    run.name = runName;
    run.judgeVersionKey = stored->key;
    run.identity = "recorded:" + version.hash;
    return transaction.addRun(run);
}

} // namespace

Result<RecordedReplies> addRecordedReplies(Session& session, const Judge& judge, std::string_view runName,
    std::string_view jsonLines, std::string_view sourceName) {
    const auto writer = session.writer();
    if (!writer)
        return tl::unexpected(writer.error());
    const auto reader = session.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    RecordedReplies outcome;
    std::vector<Verdict> verdicts;
    std::int64_t lineNumber = 0;
    for (const std::string_view line : splitLines(jsonLines)) {
        const std::string where = std::string(sourceName) + ":" + std::to_string(++lineNumber);
        if (trimmed(line).empty())
            continue;
        auto verdict = readLine(line, where).and_then([&](const RecordedReply& reply) {
            return toVerdict(reply, judge, **reader, where);
        });
        if (verdict)
            verdicts.push_back(*std::move(verdict));
        else
            outcome.skipped.push_back(verdict.error());
    }
    const auto store = [&](SessionTransaction& transaction) -> Result<void> {
        const Result<Run> run = openRun(transaction, judge, runName);
        if (!run)
            return tl::unexpected(run.error());
        for (Verdict& verdict : verdicts) {
            verdict.runKey = run->key;
            const Result<RowKey> key = transaction.addVerdict(verdict, true);
            if (!key)
                return tl::unexpected(key.error());
            outcome.stored += *key != 0 ? 1 : 0;
            outcome.unusable += *key != 0 && verdict.judgement.outcome != Outcome::Verdict ? 1 : 0;
        }
        return {};
    };
    return (*writer)->run(store).map([&] { return std::move(outcome); });
}

} // namespace assize
