// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include "core/model/reconcile.h"
#include "core/model/run.h"
#include "core/model/verdict.h"
#include "core/session/query.h"
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// What lists show of one item, for one run and one annotator.
struct ItemRow {
    RowKey key = 0;
    std::string id;
    std::string sourceId;
    std::string title;
    std::string category;
    std::optional<Label> gold;  ///< what it came with, else what most of its raters said (session/gold.h)
    std::string goldResult;     ///< the same of a single answer: a class, PASS or FAIL, a score
    std::optional<Label> human; ///< the annotator's own current label
    std::optional<int> humanStep;
    std::optional<double> humanScore; ///< of a single answer; and its class, PASS or FAIL
    std::string humanResult;
    bool cannotJudge = false;
    bool flagged = false;
    RunItem judged; ///< of the query's run; empty if it did not judge the item
};

struct RunSummary {
    Run run;
    std::string judgeName;
    int judgeNumber = 0;
    std::int64_t planned = 0;
    std::int64_t missing = 0;                 ///< planned calls without a final outcome
    std::map<Outcome, std::int64_t> outcomes; ///< current attempts
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
};

/// One read connection. One thread at a time; every function may take long on a large session, so the window calls it
/// from its reader thread only. forEach… stop early when the callback gives false. Hidden rows are never given.
class SessionReader {
public:
    virtual ~SessionReader() = default;

    [[nodiscard]] virtual Result<std::int64_t> itemCount() = 0;
    /// Ids in the order of the query. InvalidArgument for a filter that names things that are not there.
    [[nodiscard]] virtual Result<std::vector<RowKey>> itemKeys(const ItemQuery& query) = 0;
    [[nodiscard]] virtual Result<std::int64_t> countItems(const ItemQuery& query) = 0;
    /// Rows for these keys, in their order; keys that are gone are left out.
    [[nodiscard]] virtual Result<std::vector<ItemRow>> itemRows(
        std::span<const RowKey> keys, RowKey runKey, std::string_view annotator) = 0;
    [[nodiscard]] virtual Result<Item> item(RowKey key) = 0;
    /// By ULID, else by source id, else by content hash prefix.
    [[nodiscard]] virtual Result<RowKey> findItem(std::string_view id) = 0;
    [[nodiscard]] virtual Result<void> forEachItem(
        const ItemQuery& query, const std::function<bool(const Item&)>& visit) = 0;
    /// The same items with what a plan needs of them: key, content hash, reference, and how many responses there are;
    /// these have no texts.
    [[nodiscard]] virtual Result<void> forEachItemShape(
        const ItemQuery& query, const std::function<bool(const Item&)>& visit) = 0;

    [[nodiscard]] virtual Result<std::vector<ItemLabel>> labelsOf(RowKey itemKey) = 0;
    [[nodiscard]] virtual Result<void> forEachLabel(const std::function<bool(const ItemLabel&)>& visit) = 0;

    [[nodiscard]] virtual Result<std::vector<Annotation>> annotationsOf(RowKey itemKey) = 0; ///< all, oldest first
    /// The current annotation of every item and annotator; with history, every row.
    [[nodiscard]] virtual Result<void> forEachAnnotation(
        bool history, const std::function<bool(const Annotation&)>& visit) = 0;

    [[nodiscard]] virtual Result<std::vector<JudgeVersion>> judgeVersions() = 0; ///< by name, then number
    [[nodiscard]] virtual Result<JudgeVersion> judgeVersion(RowKey key) = 0;

    [[nodiscard]] virtual Result<std::vector<RunSummary>> runs() = 0; ///< by number
    /// The same without planned, missing, outcomes and tokens, which take time that grows with the verdicts.
    [[nodiscard]] virtual Result<std::vector<RunSummary>> listedRuns() = 0;
    /// True if a call of the run ended in a verdict.
    [[nodiscard]] virtual Result<bool> gaveVerdict(RowKey runKey) = 0;
    /// By name, ULID or number; NotFound lists the runs there are.
    [[nodiscard]] virtual Result<RunSummary> run(std::string_view nameOrId) = 0;
    [[nodiscard]] virtual Result<std::optional<Run>> runByIdentity(std::string_view identity) = 0;
    /// Planned calls without a final outcome (none, transport-error or skipped), in item order, orders of an item
    /// together.
    [[nodiscard]] virtual Result<std::vector<PlannedCall>> missingCalls(RowKey runKey) = 0;
    [[nodiscard]] virtual Result<void> forEachPlannedCall(
        RowKey runKey, const std::function<bool(const PlannedCall&)>& visit) = 0;

    /// Current attempts of one item, all runs, with criteria and raw replies.
    [[nodiscard]] virtual Result<std::vector<Verdict>> verdictsOf(RowKey itemKey) = 0;
    /// Every attempt of one item in one run, oldest first.
    [[nodiscard]] virtual Result<std::vector<Verdict>> verdictHistory(RowKey itemKey, RowKey runKey) = 0;

    /// What each run item of a run says, by item.
    [[nodiscard]] virtual Result<void> forEachRunItem(
        RowKey runKey, const std::function<bool(const RunItem&)>& visit) = 0;

    struct VerdictParts {
        bool criteria = false; ///< with scores, weights and the overall justification
        bool rawReply = false;
        bool allAttempts = false;
        bool inIdOrder = false;
        bool justifications = true; ///< of the criteria, where those are asked for
    };
    /// Verdicts of a run by item, presentation, sample, attempt, or by ULID. Ask only for the parts you need.
    [[nodiscard]] virtual Result<void> forEachVerdict(
        RowKey runKey, VerdictParts parts, const std::function<bool(const Verdict&)>& visit) = 0;
    /// A stored verdict with this request hash and a final outcome, any run.
    [[nodiscard]] virtual Result<std::optional<Verdict>> verdictByRequest(std::string_view requestHash) = 0;

    [[nodiscard]] virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;
    [[nodiscard]] virtual Result<std::map<std::string, std::string>> settings() = 0;

    struct Facet {
        std::string value;
        std::int64_t count = 0;
    };
    [[nodiscard]] virtual Result<std::vector<Facet>> categories() = 0;
    [[nodiscard]] virtual Result<std::vector<Facet>> tags() = 0;
    [[nodiscard]] virtual Result<std::vector<Facet>> annotators() = 0; ///< of labels and annotations
    /// Classes, PASS and FAIL, letters: what people and judges have answered where it is no side. Each once, by name.
    [[nodiscard]] virtual Result<std::vector<std::string>> results() = 0;
    /// Names of the criteria that judges have scored, each once.
    [[nodiscard]] virtual Result<std::vector<std::string>> criterionNames() = 0;
};

} // namespace assize
