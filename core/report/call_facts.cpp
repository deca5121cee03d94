// SPDX-License-Identifier: Apache-2.0
#include "core/report/call_facts.h"

#include "core/base/hash.h"
#include "core/run/cost.h"
#include "core/run/run_statistics.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::size_t FailuresKept = 10;

/// What makes two verdicts the same wherever they lie: no ids of the session, no times.
std::string digestLine(const Verdict& verdict, std::int64_t itemNumber) {
    const Judgement& judgement = verdict.judgement;
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", itemNumber, verdict.presentation, verdict.sample,
        outcomeName(judgement.outcome), judgement.label ? labelText(*judgement.label) : "", judgement.result,
        fmt::join(judgement.scores, ","), judgement.scoreMargin ? fmt::format("{}", *judgement.scoreMargin) : "");
}

/// A long text hashed in pieces: the digest of the digests of its pieces.
class PiecewiseDigest {
public:
    void add(std::string_view text) {
        constexpr std::size_t PieceSize = 1U << 20U;
        m_piece += text;
        if (m_piece.size() >= PieceSize)
            close();
    }
    [[nodiscard]] std::string hex() {
        close();
        return sha256Hex(m_hashes);
    }

private:
    void close() {
        m_hashes += sha256Hex(m_piece);
        m_piece.clear();
    }

    std::string m_piece;
    std::string m_hashes;
};

} // namespace

Result<CallFacts> callFacts(SessionReader& reader, RowKey runKey, const std::stop_token& stop) {
    CallFacts facts;
    LatencyHistogram latencies;
    PiecewiseDigest digest;
    RowKey lastItem = 0;
    std::int64_t itemNumber = 0;
    const auto read = reader.forEachVerdict(runKey, {}, [&](const Verdict& verdict) {
        itemNumber += verdict.itemKey == lastItem ? 0 : 1;
        lastItem = verdict.itemKey;
        ++facts.calls;
        digest.add(digestLine(verdict, itemNumber));
        addUsage(facts.usage, verdict.usage);
        facts.newest = std::max(facts.newest, verdict.createdAt);
        if (verdict.latencySeconds > 0) {
            facts.seconds += verdict.latencySeconds;
            latencies.add(verdict.latencySeconds);
        }
        for (const std::string& flag : verdict.judgement.flags)
            ++facts.flags[flag];
        if (verdict.judgement.outcome == Outcome::Verdict)
            return !stop.stop_requested();
        ++facts.failures[failureClassOf(verdict.judgement)];
        if (facts.firstFailures.size() < FailuresKept)
            facts.firstFailures.push_back({verdict.itemKey, verdict.presentation, verdict.sample, verdict.judgement});
        return !stop.stop_requested();
    });
    if (!read)
        return tl::unexpected(read.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
    constexpr double Half = 0.5;
    constexpr double Slow = 0.95;
    facts.median = latencies.percentile(Half);
    facts.slow = latencies.percentile(Slow);
    facts.digest = digest.hex();
    return facts;
}

} // namespace assize
