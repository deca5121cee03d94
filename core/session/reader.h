// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/query_statement.h"
#include "core/session/session_reader.h"
#include "core/session/tried_verdicts.h"

namespace assize {

/// SessionReader over one read connection. Its functions stand in item_query.cpp, item_reader.cpp, label_reader.cpp,
/// run_reader.cpp and verdict_reader.cpp.
class Reader final : public SessionReader {
public:
    explicit Reader(std::unique_ptr<Connection> connection);

    [[nodiscard]] Result<std::int64_t> itemCount() override;
    [[nodiscard]] Result<std::vector<RowKey>> itemKeys(const ItemQuery& query) override;
    [[nodiscard]] Result<std::int64_t> countItems(const ItemQuery& query) override;
    [[nodiscard]] Result<std::vector<ItemRow>> itemRows(
        std::span<const RowKey> keys, RowKey runKey, std::string_view annotator) override;
    [[nodiscard]] Result<Item> item(RowKey key) override;
    [[nodiscard]] Result<RowKey> findItem(std::string_view id) override;
    [[nodiscard]] Result<void> forEachItem(
        const ItemQuery& query, const std::function<bool(const Item&)>& visit) override;
    [[nodiscard]] Result<void> forEachItemShape(
        const ItemQuery& query, const std::function<bool(const Item&)>& visit) override;
    [[nodiscard]] Result<std::vector<ItemLabel>> labelsOf(RowKey itemKey) override;
    [[nodiscard]] Result<void> forEachLabel(const std::function<bool(const ItemLabel&)>& visit) override;
    [[nodiscard]] Result<std::vector<Annotation>> annotationsOf(RowKey itemKey) override;
    [[nodiscard]] Result<void> forEachAnnotation(
        bool history, const std::function<bool(const Annotation&)>& visit) override;
    [[nodiscard]] Result<std::vector<JudgeVersion>> judgeVersions() override;
    [[nodiscard]] Result<JudgeVersion> judgeVersion(RowKey key) override;
    [[nodiscard]] Result<std::vector<RunSummary>> runs() override;
    [[nodiscard]] Result<std::vector<RunSummary>> listedRuns() override;
    [[nodiscard]] Result<bool> gaveVerdict(RowKey runKey) override;
    [[nodiscard]] Result<RunSummary> run(std::string_view nameOrId) override;
    [[nodiscard]] Result<std::optional<Run>> runByIdentity(std::string_view identity) override;
    [[nodiscard]] Result<std::vector<PlannedCall>> missingCalls(RowKey runKey) override;
    [[nodiscard]] Result<void> forEachPlannedCall(
        RowKey runKey, const std::function<bool(const PlannedCall&)>& visit) override;
    [[nodiscard]] Result<void> forEachRunItem(RowKey runKey, const std::function<bool(const RunItem&)>& visit) override;
    [[nodiscard]] Result<std::vector<Verdict>> verdictsOf(RowKey itemKey) override;
    [[nodiscard]] Result<std::vector<Verdict>> verdictHistory(RowKey itemKey, RowKey runKey) override;
    [[nodiscard]] Result<void> forEachVerdict(
        RowKey runKey, VerdictParts parts, const std::function<bool(const Verdict&)>& visit) override;
    [[nodiscard]] Result<std::optional<Verdict>> verdictByRequest(std::string_view requestHash) override;
    [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view name) override;
    [[nodiscard]] Result<std::map<std::string, std::string>> settings() override;
    [[nodiscard]] Result<std::vector<Facet>> categories() override;
    [[nodiscard]] Result<std::vector<Facet>> tags() override;
    [[nodiscard]] Result<std::vector<Facet>> annotators() override;
    [[nodiscard]] Result<std::vector<std::string>> results() override;
    [[nodiscard]] Result<std::vector<std::string>> criterionNames() override;

private:
    // All of these throw SQLite::Exception.
    [[nodiscard]] bool hasHiddenBatches();
    [[nodiscard]] std::string selectItems(const ItemQuery& query, const char* what, SqlCondition& values);
    [[nodiscard]] std::vector<RowKey> queriedKeys(const ItemQuery& query);
    [[nodiscard]] std::optional<Item> readItem(RowKey key);
    [[nodiscard]] std::optional<Item> readShape(RowKey key);
    void readImages(Item& item);
    [[nodiscard]] std::string title(RowKey key, const std::string& id, const std::string& sourceId);
    [[nodiscard]] Run runFrom(const Query& row) const;
    void readOutcomes(RunSummary& summary);
    [[nodiscard]] std::vector<RunSummary> allRuns();
    [[nodiscard]] Verdict readVerdict(const Query& row, VerdictParts parts);
    [[nodiscard]] std::vector<Facet> facets(const char* sql);
    [[nodiscard]] Result<std::vector<std::string>> texts(const char* sql);

    TriedSlot m_tried = nullptr;
    std::unique_ptr<Connection> m_connection;
};

} // namespace assize
