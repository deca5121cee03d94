// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include "core/model/rubric.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// What became of one call. Only Verdict ever counts as one.
enum class Outcome { Verdict, Abstained, Refused, Truncated, Unparseable, Invalid, TransportError, Skipped };

/// One criterion of one verdict, in item order. A value that the reply does not hold is absent, never 0.
struct CriterionScore {
    Criterion criterion;          ///< weight as the judge stated it
    std::optional<double> scoreA; ///< as written: 1..5, or 1 / 0 for binary
    std::optional<double> scoreB;
    std::optional<double> normalisedA; ///< 0..1
    std::optional<double> normalisedB;
    std::string justificationA;
    std::string justificationB;

    bool operator==(const CriterionScore&) const = default;
};

struct Usage {
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t cachedTokens = 0;
    bool estimated = false;

    bool operator==(const Usage&) const = default;
};

/// What a reply says, read and normalised, in item order whatever the presentation was. For a single answer the A
/// side holds it. weightedScore… are over normalised weights, …Raw over weights as stated (metrics.md, Per item).
struct Judgement {
    Outcome outcome = Outcome::Unparseable;
    std::string reason; ///< why it is no verdict, or "split"; empty for a verdict
    std::optional<Label> label;
    std::optional<int> step;
    std::string result; ///< class, PASS / FAIL, chosen letter or score
    std::vector<double> scores;
    std::optional<double> weightedScoreA;
    std::optional<double> weightedScoreB;
    std::optional<double> weightedScoreRawA;
    std::optional<double> weightedScoreRawB;
    std::optional<double> scoreMargin; ///< A − B; negative favours B
    std::vector<CriterionScore> criteria;
    std::string overallJustification;
    std::vector<std::string> flags;
    std::vector<std::string> recovered;

    bool operator==(const Judgement&) const = default;
};

/// One judgement of one item in one presentation and sample.
struct Verdict {
    RowKey key = 0;
    std::string id; ///< ULID
    RowKey runKey = 0;
    RowKey itemKey = 0;
    std::string presentation = "AB"; ///< the permutation shown, as letters
    int sample = 1;
    int attempt = 1; ///< the highest is current
    Judgement judgement;
    Usage usage;
    double latencySeconds = 0;
    std::string requestHash;
    std::string rawReply;
    std::int64_t createdAt = 0;
};

[[nodiscard]] std::string_view outcomeName(Outcome outcome); ///< "verdict", …, "transport-error", "skipped"
[[nodiscard]] std::optional<Outcome> outcomeFrom(std::string_view name);

} // namespace assize
