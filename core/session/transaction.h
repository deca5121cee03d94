// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/query_statement.h"
#include "core/session/session_writer.h"
#include <map>

namespace assize {

/// SessionTransaction over the writing connection. One per writer, used on its thread. Its functions stand in
/// item_store.cpp, run_store.cpp, verdict_store.cpp and annotation_store.cpp.
class Transaction final : public SessionTransaction {
public:
    explicit Transaction(Connection& connection)
        : m_connection(connection) {}

    /// Before each job: no batch, and nothing remembered of rows that a failed job took back.
    void startJob();
    void forgetRows();

    void useBatch(std::string_view batch) override;
    [[nodiscard]] Result<Added> addPrepared(const PreparedItem& prepared, std::string_view batch) override;
    [[nodiscard]] Result<RowKey> itemBySource(std::string_view format, std::string_view sourceId) override;
    [[nodiscard]] Result<bool> addLabel(const ItemLabel& label) override;
    [[nodiscard]] Result<JudgeVersion> addJudgeVersion(const JudgeVersion& version) override;
    [[nodiscard]] Result<Run> addRun(const Run& run) override;
    [[nodiscard]] Result<int> addPlan(RowKey runKey, std::span<const PlannedCall> calls) override;
    [[nodiscard]] Result<RowKey> addVerdict(const Verdict& verdict, bool ifAbsent) override;
    [[nodiscard]] Result<Annotation> addAnnotation(const Annotation& annotation) override;
    [[nodiscard]] Result<void> setSetting(std::string_view name, std::string_view value) override;
    [[nodiscard]] Result<void> setBatchHidden(std::string_view batch, bool hidden) override;
    [[nodiscard]] Result<void> renameRun(RowKey runKey, std::string_view name) override;
    [[nodiscard]] Result<void> setRunHidden(RowKey runKey, bool hidden) override;

private:
    /// The plan's row of one call: how often it was tried and what stands.
    struct Call {
        bool isPlanned = false;
        int attempts = 0;
        RowKey verdictKey = 0;
        std::optional<Outcome> outcome;
    };

    // All of these throw SQLite::Exception.
    [[nodiscard]] std::optional<RowKey> batchKey();
    [[nodiscard]] bool isBatchHidden(std::optional<RowKey> batch);
    [[nodiscard]] bool insertItem(const PreparedItem& prepared);
    [[nodiscard]] Result<Added> existingItem(const PreparedItem& prepared);
    void insertTexts(RowKey itemKey, const Item& item);
    void insertImages(RowKey itemKey, const Item& item);
    void insertLabel(const ItemLabel& label);
    void refreshGold(RowKey itemKey);
    [[nodiscard]] RowKey endpointKey(const Run& run);
    [[nodiscard]] std::string freeRunName(const std::string& wanted, RowKey except);
    [[nodiscard]] Call call(const Verdict& verdict);
    [[nodiscard]] RowKey insertVerdict(const Verdict& verdict, int attempt);
    void insertTexts(RowKey verdictKey, const Verdict& verdict);
    [[nodiscard]] RowKey criterionKey(const Criterion& criterion);
    void refreshRunItem(RowKey runKey, RowKey itemKey);
    void refreshCall(const Verdict& verdict);
    [[nodiscard]] RowKey takeBackVerdict(const Verdict& verdict);
    void refreshBatch(RowKey batchKey);
    void refreshVerdictsOfBatch(RowKey batchKey);
    [[nodiscard]] MixedPolicy mixedPolicy(RowKey runKey);
    [[nodiscard]] bool takeEqualLabel(const ItemLabel& label, bool& wasHidden);
    [[nodiscard]] bool rowExists(const char* sql, RowKey key);
    [[nodiscard]] bool isStored(const char* sql, const std::string& id); ///< false for an empty id
    /// The id a row came with if it is one and free, else a new one.
    [[nodiscard]] std::string freeId(const char* sql, const std::string& id);

    /// The item that the job added last, and the labels it got since: files bring both together, and what is known
    /// need not be asked.
    struct FreshItem {
        RowKey key = 0;
        std::vector<ItemLabel> labels;
    };

    Connection& m_connection;
    FreshItem m_fresh;
    std::string m_batch;
    std::optional<RowKey> m_batchKey;
    std::map<std::int64_t, RowKey> m_criteria;     ///< by hash, of rows known to be there
    std::map<RowKey, MixedPolicy> m_mixedPolicies; ///< by run
};

} // namespace assize
