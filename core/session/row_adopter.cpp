// SPDX-License-Identifier: Apache-2.0
#include "core/session/row_adopter.h"

#include <fmt/format.h>

namespace assize {
namespace {

RowKey keyIn(const std::unordered_map<std::string, RowKey>& keys, const std::string& id) {
    const auto at = keys.find(id);
    return at == keys.end() ? 0 : at->second;
}

Adopted refused(Sentence why) {
    return {false, std::move(why)};
}

} // namespace

void RowCounts::count(const StoredRow& row, bool isNew) {
    const std::int64_t added = isNew ? 1 : 0;
    if (std::holds_alternative<Item>(row.row)) {
        ++items;
        itemsNew += added;
    } else if (std::holds_alternative<ItemLabel>(row.row)) {
        ++labels;
        labelsNew += added;
    } else if (const auto* verdict = std::get_if<Verdict>(&row.row)) {
        ++verdicts;
        verdictsNew += added;
        unusable += verdict->judgement.outcome == Outcome::Verdict ? 0 : 1;
    } else if (std::holds_alternative<Annotation>(row.row)) {
        ++annotations;
        annotationsNew += added;
    }
}

RowCounts& RowCounts::operator+=(const RowCounts& other) {
    items += other.items;
    itemsNew += other.itemsNew;
    labels += other.labels;
    labelsNew += other.labelsNew;
    verdicts += other.verdicts;
    verdictsNew += other.verdictsNew;
    unusable += other.unusable;
    annotations += other.annotations;
    annotationsNew += other.annotationsNew;
    return *this;
}

Result<Adopted> RowAdopter::adopt(SessionTransaction& session, StoredRow& row, std::string_view batch) {
    if (!row.itemId.empty())
        return adoptOwned(session, row);
    if (const auto* setting = std::get_if<StoredSetting>(&row.row)) {
        if (m_keptSettings.count(setting->name) > 0)
            return Adopted{};
        return session.setSetting(setting->name, setting->value).map([] { return Adopted{true, {}}; });
    }
    if (const auto* version = std::get_if<JudgeVersion>(&row.row)) {
        return session.addJudgeVersion(*version).map([&](const JudgeVersion& added) {
            m_versionsByHash[version->hash] = added.key;
            return Adopted{added.id == version->id, {}};
        });
    }
    if (std::holds_alternative<Run>(row.row))
        return adoptRun(session, row);
    if (const auto* item = std::get_if<Item>(&row.row))
        return adoptItem(session, *item, batch);
    return refused(said("the row does not say which item it belongs to"));
}

Result<Adopted> RowAdopter::adoptRun(SessionTransaction& session, StoredRow& row) {
    Run& run = std::get<Run>(row.row);
    run.judgeVersionKey = keyIn(m_versionsByHash, row.versionHash);
    if (run.judgeVersionKey == 0)
        return refused(said("the judge of this run does not stand before it"));
    return session.addRun(run).map([&](const Run& added) {
        m_runsById[run.id] = added.key;
        m_runNames.insert(added.name);
        return Adopted{added.id == run.id, {}};
    });
}

Result<Adopted> RowAdopter::adoptItem(SessionTransaction& session, const Item& item, std::string_view batch) {
    const auto added = session.addItem(item, batch);
    if (!added)
        return tl::unexpected(added.error());
    if (!added->sameContent)
        return refused(said("the id %1 is taken by an item with other content", item.sourceId));
    m_itemsById[item.id] = added->key;
    return Adopted{added->isNew, {}};
}

/// Rows that belong to an item, and most to a run.
Result<Adopted> RowAdopter::adoptOwned(SessionTransaction& session, StoredRow& row) {
    const RowKey itemKey = keyIn(m_itemsById, row.itemId);
    const RowKey runKey = keyIn(m_runsById, row.runId);
    const bool needsRun = std::holds_alternative<Verdict>(row.row) || std::holds_alternative<PlannedCall>(row.row);
    if (itemKey == 0 || (needsRun && runKey == 0))
        return refused(
            itemKey == 0 ? said("the item of this row was not imported") : said("the run of this row is missing"));
    if (auto* label = std::get_if<ItemLabel>(&row.row)) {
        label->itemKey = itemKey;
        return session.addLabel(*label).map([](bool isNew) { return Adopted{isNew, {}}; });
    }
    if (auto* call = std::get_if<PlannedCall>(&row.row)) {
        call->itemKey = itemKey;
        return session.addPlan(runKey, std::span(call, 1)).map([](int added) { return Adopted{added > 0, {}}; });
    }
    if (auto* verdict = std::get_if<Verdict>(&row.row)) {
        verdict->itemKey = itemKey;
        verdict->runKey = runKey;
        return session.addVerdict(*verdict).map([](RowKey key) { return Adopted{key != 0, {}}; });
    }
    auto* annotation = std::get_if<Annotation>(&row.row);
    if (annotation == nullptr)
        return refused(said("the row belongs to no item"));
    annotation->itemKey = itemKey;
    annotation->shownRunKey = runKey;
    return session.addAnnotation(*annotation).map([](const Annotation& stored) {
        return Adopted{stored.key != 0, {}};
    });
}

} // namespace assize
