// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/importer.h"
#include "core/session/prepared_item.h"
#include "core/session/row_adopter.h"
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace assize {

using ImportCounts = RowCounts;

/// Records on their way to the session, and what became of them.
struct ImportBatch {
    struct Entry {
        std::int64_t line = 0;
        std::variant<ImportRecord, StoredRow> content; ///< a record's item and labels stand in item
        std::optional<PreparedItem> item;
        std::optional<PreparedItem> exchanged; ///< with the two responses the other way round, where that is meant too
        std::string text;                      ///< as in the file, where the session may still refuse it
    };
    struct Refusal {
        std::int64_t line = 0;
        Sentence reason;
        std::string text;
    };
    std::deque<Entry> entries; ///< large ones, which a vector would move about
    std::size_t bytes = 0;
    ImportCounts counts;
    std::vector<Refusal> refused;
};

/// Stores the batches of one file; lives on the writer's thread while they are under way.
class ImportBatchWriter {
public:
    struct Names {
        std::string batch;      ///< ULID of the import
        std::string format;     ///< the importer's name
        std::string defaultRun; ///< where the file names none
        bool overridesRun = false;
        std::set<std::string> keptSettings; ///< those the session has already
    };
    explicit ImportBatchWriter(Names names)
        : m_names(std::move(names))
        , m_adopter(m_names.keptSettings) {}

    [[nodiscard]] Result<void> store(SessionTransaction& session, ImportBatch& batch);
    [[nodiscard]] std::set<std::string> runNames() const;

private:
    [[nodiscard]] Result<void> storeRecord(SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry);
    [[nodiscard]] Result<void> storeVerdict(
        SessionTransaction& session, ImportBatch& batch, ImportedVerdict& imported, RowKey itemKey);
    [[nodiscard]] Result<RowKey> itemOf(
        SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry, const ImportRecord& record);
    [[nodiscard]] Result<RowKey> joinItem(
        SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry, const ImportRecord& record);
    [[nodiscard]] Result<RowKey> addItem(SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry);
    [[nodiscard]] static Result<void> storeLabel(
        SessionTransaction& session, ImportBatch& batch, const ItemLabel& label);
    [[nodiscard]] Result<RowKey> runOf(SessionTransaction& session, const ImportedRun& run);
    [[nodiscard]] Result<void> storeRow(SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry);

    Names m_names;
    std::map<std::string, RowKey, std::less<>> m_runsByName;
    std::set<std::string> m_runNames;
    RowAdopter m_adopter;
};

/// The judge that stands for whoever made imported verdicts: named after the run, with one message that says that the
/// prompt is not known and names the run, so that two runs never share a version. Source "imported".
[[nodiscard]] JudgeVersion importedJudge(const std::string& runName, const ImportedRun& run);

} // namespace assize
