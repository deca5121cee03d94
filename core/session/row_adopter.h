// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/stored_row.h"
#include "core/session/session_writer.h"
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace assize {

/// How much a source held, and how much of it was new to the session.
struct RowCounts {
    std::int64_t items = 0;
    std::int64_t itemsNew = 0;
    std::int64_t labels = 0;
    std::int64_t labelsNew = 0;
    std::int64_t verdicts = 0;
    std::int64_t verdictsNew = 0;
    std::int64_t unusable = 0; ///< of the verdicts, those whose outcome is not `verdict`
    std::int64_t annotations = 0;
    std::int64_t annotationsNew = 0;

    void count(const StoredRow& row, bool isNew);
    RowCounts& operator+=(const RowCounts& other);
};

/// What became of a row of another session.
struct Adopted {
    bool isNew = false;
    Sentence refusal; ///< why it could not be taken; empty if it was
};

/// Takes the rows of one other session in, in the order of forEachStoredRow(): items are matched by identity, judge
/// versions by hash, everything else by ULID; what rows say of each other is rewritten to the rows they became here.
/// Lives on the writer's thread while jobs are under way.
class RowAdopter {
public:
    /// Settings of these names keep the value they have.
    explicit RowAdopter(std::set<std::string> keptSettings)
        : m_keptSettings(std::move(keptSettings)) {}

    /// New items belong to the batch; the row's keys are set.
    [[nodiscard]] Result<Adopted> adopt(SessionTransaction& session, StoredRow& row, std::string_view batch);
    [[nodiscard]] const std::set<std::string>& runNames() const { return m_runNames; }

private:
    [[nodiscard]] Result<Adopted> adoptRun(SessionTransaction& session, StoredRow& row);
    [[nodiscard]] Result<Adopted> adoptItem(SessionTransaction& session, const Item& item, std::string_view batch);
    [[nodiscard]] Result<Adopted> adoptOwned(SessionTransaction& session, StoredRow& row);

    std::set<std::string> m_keptSettings;
    std::set<std::string> m_runNames;
    std::unordered_map<std::string, RowKey> m_itemsById; ///< ULIDs of the other session
    std::unordered_map<std::string, RowKey> m_runsById;
    std::unordered_map<std::string, RowKey> m_versionsByHash;
};

} // namespace assize
