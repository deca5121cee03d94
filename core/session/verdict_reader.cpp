// SPDX-License-Identifier: Apache-2.0
#include "core/session/reader.h"
#include "core/session/rows.h"

namespace assize {
namespace {

constexpr const char* Columns =
    "SELECT v.key, v.id, v.run_key, v.item_key, v.presentation, v.sample, v.attempt, v.outcome, v.reason, v.label, "
    "v.step, v.result, v.scores, v.weighted_score_a, v.weighted_score_b, v.weighted_score_raw_a, "
    "v.weighted_score_raw_b, v.score_margin, v.flags, v.recovered, v.input_tokens, v.output_tokens, v.cached_tokens, "
    "v.tokens_estimated, v.latency_seconds, v.request_hash, v.created_at ";

constexpr const char* FromCurrent =
    "FROM run_plan p JOIN verdicts v ON v.key = p.verdict_key JOIN items i ON i.key = p.item_key "
    "LEFT JOIN batches b ON b.key = i.batch_key WHERE p.run_key = ? AND coalesce(b.hidden, 0) = 0";

constexpr const char* FromAll =
    "FROM verdicts v JOIN items i ON i.key = v.item_key LEFT JOIN batches b ON b.key = i.batch_key "
    "LEFT JOIN batches vb ON vb.key = v.batch_key WHERE v.run_key = ? AND coalesce(b.hidden, 0) = 0 "
    "AND coalesce(vb.hidden, 0) = 0";

constexpr SessionReader::VerdictParts EveryPart{true, true, true, false, true};

Judgement judgementFrom(const Query& row) {
    Judgement said;
    said.outcome = outcomeFrom(row.text(7)).value_or(Outcome::Unparseable);
    said.reason = row.text(8);
    said.label = row.label(9);
    said.step = row.optionalNumber(10);
    said.result = row.text(11);
    said.scores = numbersFrom(row.text(12));
    said.weightedScoreA = row.optionalReal(13);
    said.weightedScoreB = row.optionalReal(14);
    said.weightedScoreRawA = row.optionalReal(15);
    said.weightedScoreRawB = row.optionalReal(16);
    said.scoreMargin = row.optionalReal(17);
    said.flags = textsFrom(row.text(18));
    said.recovered = textsFrom(row.text(19));
    return said;
}

std::vector<CriterionScore> readCriteria(Connection& connection, RowKey verdictKey, bool withTexts) {
    std::vector<CriterionScore> scores;
    Query query(connection,
        withTexts ? "SELECT c.name, c.description, c.type, c.min, c.max, c.categories, s.weight, "
                    "s.score_a, s.score_b, s.normalised_a, s.normalised_b, t.justification_a, "
                    "t.justification_b FROM criterion_scores s JOIN criteria c ON c.key = s.criterion_key "
                    "LEFT JOIN criterion_texts t ON t.key = s.key WHERE s.key BETWEEN ? AND ? ORDER BY s.key"
                  : "SELECT c.name, c.description, c.type, c.min, c.max, c.categories, s.weight, "
                    "s.score_a, s.score_b, s.normalised_a, s.normalised_b, NULL, NULL "
                    "FROM criterion_scores s JOIN criteria c ON c.key = s.criterion_key "
                    "WHERE s.key BETWEEN ? AND ? ORDER BY s.key");
    query.with(positionedKey(verdictKey, 0), positionedKey(verdictKey, MostPositions - 1));
    while (query.next()) {
        CriterionScore& score = scores.emplace_back();
        score.criterion.name = query.text(0);
        score.criterion.description = query.text(1);
        score.criterion.type = criterionTypeFrom(query.text(2)).value_or(CriterionType::Scale);
        score.criterion.min = query.real(3);
        score.criterion.max = query.real(4);
        if (!query.isNull(5))
            score.criterion.categories = categoriesFrom(query.text(5));
        score.criterion.weight = query.real(6);
        score.scoreA = query.optionalReal(7);
        score.scoreB = query.optionalReal(8);
        score.normalisedA = query.optionalReal(9);
        score.normalisedB = query.optionalReal(10);
        score.justificationA = query.text(11);
        score.justificationB = query.text(12);
    }
    return scores;
}

std::string readOverall(Connection& connection, RowKey verdictKey) {
    Query query(connection, "SELECT overall FROM justifications WHERE verdict_key = ?");
    return query.with(verdictKey).next() ? query.text(0) : std::string();
}

std::string readReply(Connection& connection, RowKey verdictKey) {
    Query query(connection, "SELECT encoding, reply, size FROM raw_replies WHERE verdict_key = ?");
    if (!query.with(verdictKey).next())
        return {};
    return unpackText(query.text(0), query.text(1), query.integer(2)).value_or(std::string());
}

} // namespace

Verdict Reader::readVerdict(const Query& row, VerdictParts parts) {
    Verdict verdict;
    verdict.key = row.integer(0);
    verdict.id = row.text(1);
    verdict.runKey = row.integer(2);
    verdict.itemKey = row.integer(3);
    verdict.presentation = row.text(4);
    verdict.sample = row.number(5);
    verdict.attempt = row.number(6);
    verdict.judgement = judgementFrom(row);
    verdict.usage = {row.integer(20), row.integer(21), row.integer(22), row.flag(23)};
    verdict.latencySeconds = row.real(24);
    verdict.requestHash = row.text(25);
    verdict.createdAt = row.integer(26);
    if (parts.criteria) {
        verdict.judgement.criteria = readCriteria(*m_connection, verdict.key, parts.justifications);
        verdict.judgement.overallJustification = readOverall(*m_connection, verdict.key);
    }
    if (parts.rawReply)
        verdict.rawReply = readReply(*m_connection, verdict.key);
    return verdict;
}

Result<std::vector<Verdict>> Reader::verdictsOf(RowKey itemKey) {
    return guarded(*m_connection, [&]() -> Result<std::vector<Verdict>> {
        std::vector<Verdict> verdicts;
        Query query(
            *m_connection, std::string(Columns) +
                               "FROM runs r LEFT JOIN batches b ON b.key = r.batch_key CROSS JOIN run_plan p ON "
                               "p.run_key = r.key AND p.item_key = ? CROSS JOIN verdicts v ON v.key = p.verdict_key "
                               "WHERE NOT r.hidden AND coalesce(b.hidden, 0) = 0 "
                               "ORDER BY r.number, p.presentation, p.sample");
        query.with(itemKey);
        while (query.next())
            verdicts.push_back(readVerdict(query, EveryPart));
        return verdicts;
    });
}

Result<std::vector<Verdict>> Reader::verdictHistory(RowKey itemKey, RowKey runKey) {
    return guarded(*m_connection, [&]() -> Result<std::vector<Verdict>> {
        std::vector<Verdict> verdicts;
        Query query(*m_connection, std::string(Columns) + "FROM verdicts v LEFT JOIN batches b ON b.key = v.batch_key "
                                                          "WHERE v.run_key = ? AND v.item_key = ? AND "
                                                          "coalesce(b.hidden, 0) = 0 ORDER BY v.key");
        query.with(runKey, itemKey);
        while (query.next())
            verdicts.push_back(readVerdict(query, EveryPart));
        return verdicts;
    });
}

Result<void> Reader::forEachVerdict(
    RowKey runKey, VerdictParts parts, const std::function<bool(const Verdict&)>& visit) {
    return guarded(*m_connection, [&]() -> Result<void> {
        const char* order = parts.allAttempts ? " ORDER BY v.item_key, v.presentation, v.sample, v.attempt"
                                              : " ORDER BY p.item_key, p.presentation, p.sample";
        Query query(*m_connection, std::string(Columns) + (parts.allAttempts ? FromAll : FromCurrent) +
                                       (parts.inIdOrder ? " ORDER BY v.id" : order));
        query.with(runKey);
        while (query.next() && visit(readVerdict(query, parts))) {
        }
        return {};
    });
}

Result<std::optional<Verdict>> Reader::verdictByRequest(std::string_view requestHash) {
    return guarded(*m_connection, [&]() -> Result<std::optional<Verdict>> {
        // The sign keeps SQLite from putting the parameter in place of the column everywhere: the term that the index
        // is for would be gone, and every call of a run would read all verdicts.
        Query query(*m_connection, std::string(Columns) +
                                       "FROM verdicts v WHERE v.request_hash IS NOT NULL AND "
                                       "substr(v.request_hash, 1, 16) = substr(?1, 1, 16) AND +v.request_hash = ?1 AND "
                                       "v.outcome NOT IN ('transport-error', 'skipped') ORDER BY v.key DESC LIMIT 1");
        if (!query.with(requestHash).next())
            return std::nullopt;
        return readVerdict(query, EveryPart);
    });
}

} // namespace assize
