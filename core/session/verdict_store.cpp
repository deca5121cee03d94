// SPDX-License-Identifier: Apache-2.0
// Verdicts with their criteria and raw replies, and the summary of each run and item that they change.
#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/session/rows.h"
#include "core/session/run_item.h"
#include "core/session/transaction.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

/// These are tried again; everything else stands (interfaces.md, Run identity).
bool isFinal(Outcome outcome) {
    return outcome != Outcome::TransportError && outcome != Outcome::Skipped;
}

std::optional<std::string> orNothing(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// 64 bits of a hash over everything that makes two criteria one; the weight is the verdict's own.
std::int64_t criterionHash(const Criterion& criterion, const std::string& categories) {
    const std::string text = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", criterion.name, criterion.description,
        criterionTypeName(criterion.type), criterion.min, criterion.max, categories);
    return static_cast<std::int64_t>(std::stoull(sha256Hex(text).substr(0, 16), nullptr, 16));
}

} // namespace

Transaction::Call Transaction::call(const Verdict& verdict) {
    Query query(m_connection, "SELECT attempts, verdict_key, outcome FROM run_plan WHERE run_key = ? AND item_key = ? "
                              "AND presentation = ? AND sample = ?");
    query.with(verdict.runKey, verdict.itemKey, verdict.presentation, verdict.sample);
    Call call;
    if (!query.next())
        return call;
    call.isPlanned = true;
    call.attempts = query.number(0);
    call.verdictKey = query.integer(1);
    if (!query.isNull(2))
        call.outcome = outcomeFrom(query.text(2));
    return call;
}

Result<RowKey> Transaction::addVerdict(const Verdict& verdict, bool ifAbsent) {
    return guarded(m_connection, [&]() -> Result<RowKey> {
        if (!rowExists("SELECT 1 FROM runs WHERE key = ?", verdict.runKey))
            return fail(ErrorCode::NotFound, "run " + std::to_string(verdict.runKey), said("there is no such run"));
        if (!rowExists("SELECT 1 FROM items WHERE key = ?", verdict.itemKey))
            return fail(ErrorCode::NotFound, "item " + std::to_string(verdict.itemKey), said("there is no such item"));
        if (verdict.judgement.criteria.size() >= MostPositions)
            return fail(ErrorCode::InvalidArgument, "verdict", said("it has more criteria than a session can hold"));
        if (isStored("SELECT 1 FROM verdicts WHERE id = ?", verdict.id))
            return takeBackVerdict(verdict);
        const Call existing = call(verdict);
        if (ifAbsent && existing.outcome && isFinal(*existing.outcome))
            return RowKey{0};
        const RowKey key = insertVerdict(verdict, existing.attempts + 1);
        insertTexts(key, verdict);
        Query(m_connection, "INSERT INTO run_plan (run_key, item_key, presentation, sample, attempts, verdict_key, "
                            "outcome) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET attempts = ?5, "
                            "verdict_key = ?6, outcome = ?7")
            .with(verdict.runKey, verdict.itemKey, verdict.presentation, verdict.sample, existing.attempts + 1, key,
                outcomeName(verdict.judgement.outcome))
            .run();
        refreshRunItem(verdict.runKey, verdict.itemKey);
        return key;
    });
}

RowKey Transaction::insertVerdict(const Verdict& verdict, int attempt) {
    const Judgement& said = verdict.judgement;
    Query insert(m_connection,
        "INSERT INTO verdicts (id, run_key, item_key, presentation, sample, attempt, outcome, reason, label, step, "
        "result, scores, weighted_score_a, weighted_score_b, weighted_score_raw_a, weighted_score_raw_b, score_margin, "
        "flags, recovered, input_tokens, output_tokens, cached_tokens, tokens_estimated, latency_seconds, "
        "request_hash, "
        "batch_key, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?)");
    insert.with(freeId("SELECT 1 FROM verdicts WHERE id = ?", verdict.id), verdict.runKey, verdict.itemKey,
        verdict.presentation, verdict.sample, attempt, outcomeName(said.outcome), said.reason, said.label, said.step,
        said.result, listText(said.scores), said.weightedScoreA, said.weightedScoreB, said.weightedScoreRawA,
        said.weightedScoreRawB, said.scoreMargin, listText(said.flags), listText(said.recovered));
    insert.with(verdict.usage.inputTokens, verdict.usage.outputTokens, verdict.usage.cachedTokens,
        verdict.usage.estimated, verdict.latencySeconds, orNothing(verdict.requestHash), batchKey(),
        verdict.createdAt != 0 ? verdict.createdAt : currentMilliseconds());
    insert.run();
    return m_connection.lastKey();
}

void Transaction::insertTexts(RowKey verdictKey, const Verdict& verdict) {
    const Judgement& said = verdict.judgement;
    if (!said.overallJustification.empty())
        Query(m_connection, "INSERT INTO justifications (verdict_key, overall) VALUES (?, ?)")
            .with(verdictKey)
            .withText(said.overallJustification)
            .run();
    for (std::size_t position = 0; position < said.criteria.size(); ++position) {
        const CriterionScore& score = said.criteria[position];
        const RowKey key = positionedKey(verdictKey, position);
        Query(m_connection, "INSERT INTO criterion_scores (key, criterion_key, weight, score_a, score_b, normalised_a, "
                            "normalised_b) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .with(key, criterionKey(score.criterion), score.criterion.weight, score.scoreA, score.scoreB,
                score.normalisedA, score.normalisedB)
            .run();
        if (!score.justificationA.empty() || !score.justificationB.empty())
            Query(m_connection, "INSERT INTO criterion_texts (key, justification_a, justification_b) VALUES (?, ?, ?)")
                .with(key)
                .withText(score.justificationA)
                .withText(score.justificationB)
                .run();
    }
    if (!verdict.rawReply.empty()) {
        const PackedText packed = packText(verdict.rawReply);
        Query(m_connection, "INSERT INTO raw_replies (verdict_key, encoding, size, reply) VALUES (?, ?, ?, ?)")
            .with(verdictKey, packed.encoding, static_cast<std::int64_t>(verdict.rawReply.size()))
            .withBlob(packed.bytes)
            .run();
    }
}

RowKey Transaction::criterionKey(const Criterion& criterion) {
    constexpr std::size_t MostRemembered = 4096;
    const auto categories = categoriesText(criterion.categories);
    const std::int64_t hash = criterionHash(criterion, categories.value_or(std::string()));
    if (const auto known = m_criteria.find(hash); known != m_criteria.end())
        return known->second;
    if (m_criteria.size() >= MostRemembered)
        m_criteria.clear();
    Query found(m_connection, "SELECT key FROM criteria WHERE hash = ? AND name = ? AND description = ?");
    if (found.with(hash, criterion.name, criterion.description).next())
        return m_criteria[hash] = found.integer(0);
    Query(m_connection, "INSERT INTO criteria (hash, name, description, type, min, max, categories) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(hash, criterion.name, criterion.description, criterionTypeName(criterion.type), criterion.min,
            criterion.max, categories)
        .run();
    return m_criteria[hash] = m_connection.lastKey();
}

void Transaction::refreshRunItem(RowKey runKey, RowKey itemKey) {
    const std::vector<CallResult> calls = callResults(m_connection, runKey, itemKey);
    const RunItem item = runItemOf(calls, mixedPolicy(runKey));
    const bool isTried =
        std::any_of(calls.begin(), calls.end(), [](const auto& call) { return call.outcome.has_value(); });
    const auto outcome = isTried ? std::optional(outcomeName(item.outcome)) : std::nullopt;
    Query(m_connection, "INSERT OR REPLACE INTO run_items (run_key, item_key, outcome, forward, backward, agreement, "
                        "label, margin, result, flagged, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(runKey, itemKey, outcome, item.forward, item.backward, agreementName(item.agreement), item.label,
            item.margin, item.result, item.flaggedByAudit, isTried ? currentMilliseconds() : 0)
        .run();
}

/// Makes the highest attempt that no undone import hides the current one.
void Transaction::refreshCall(const Verdict& verdict) {
    Query(m_connection,
        "UPDATE run_plan SET (verdict_key, outcome) = (SELECT v.key, v.outcome FROM verdicts v "
        "LEFT JOIN batches b ON b.key = v.batch_key WHERE v.run_key = ?1 AND v.item_key = ?2 AND "
        "v.presentation = ?3 AND v.sample = ?4 AND coalesce(b.hidden, 0) = 0 ORDER BY v.attempt DESC LIMIT 1) "
        "WHERE run_key = ?1 AND item_key = ?2 AND presentation = ?3 AND sample = ?4")
        .with(verdict.runKey, verdict.itemKey, verdict.presentation, verdict.sample)
        .run();
    refreshRunItem(verdict.runKey, verdict.itemKey);
}

/// Verdicts of an import that was hidden stop being current; of one that is shown again they are current again.
void Transaction::refreshVerdictsOfBatch(RowKey batchKey) {
    std::vector<Verdict> affected;
    Query calls(
        m_connection, "SELECT DISTINCT run_key, item_key, presentation, sample FROM verdicts WHERE batch_key = ?");
    calls.with(batchKey);
    while (calls.next()) {
        Verdict& verdict = affected.emplace_back();
        verdict.runKey = calls.integer(0);
        verdict.itemKey = calls.integer(1);
        verdict.presentation = calls.text(2);
        verdict.sample = calls.number(3);
    }
    for (const Verdict& verdict : affected)
        refreshCall(verdict);
}

/// A verdict that is here already: 0, or its key where an undone import had hidden it and it comes again.
RowKey Transaction::takeBackVerdict(const Verdict& verdict) {
    Query stored(m_connection, "SELECT key, batch_key FROM verdicts WHERE id = ?");
    if (!stored.with(verdict.id).next() || stored.isNull(1) || !isBatchHidden(stored.integer(1)))
        return 0;
    const RowKey key = stored.integer(0);
    Query(m_connection, "UPDATE verdicts SET batch_key = ? WHERE key = ?").with(batchKey(), key).run();
    refreshCall(verdict);
    return key;
}

} // namespace assize
