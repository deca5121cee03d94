// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_batch.h"

#include "core/model/judge_json.h"
#include "core/session/session_writer.h"

#include <fmt/format.h>

namespace assize {
namespace {

void refuse(ImportBatch& batch, ImportBatch::Entry& entry, std::string reason) {
    batch.refused.push_back({entry.line, std::move(reason), std::move(entry.text)});
}

/// Letters and digits in lower case, everything else as single hyphens: what judges may be called.
std::string slugOf(std::string_view name) {
    std::string slug;
    for (const char c : name) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        if (isCapital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            slug += isCapital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    if (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug.empty() ? "imported" : slug;
}

RowKey keyIn(const std::unordered_map<std::string, RowKey>& keys, const std::string& id) {
    const auto at = keys.find(id);
    return at == keys.end() ? 0 : at->second;
}

/// Error or nothing, whatever a call gives besides.
template <typename T>
Result<void> withoutValue(const Result<T>& result) {
    return result ? Result<void>() : tl::unexpected(result.error());
}

} // namespace

ImportCounts& ImportCounts::operator+=(const ImportCounts& other) {
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

JudgeVersion importedJudge(const std::string& runName, const ImportedRun& run) {
    JudgeVersion version;
    version.source = "imported";
    version.definition.name = slugOf(runName);
    version.definition.title = runName;
    version.definition.task = run.task;
    version.definition.orders = run.orders;
    version.definition.messages = {{"system",
        fmt::format("The verdicts of \"{}\" were imported. The prompt they were asked with is not known.", runName)}};
    version.hash = versionHash(version.definition);
    return version;
}

Result<void> ImportBatchWriter::store(SessionTransaction& session, ImportBatch& batch) {
    session.useBatch(m_names.batch);
    for (ImportBatch::Entry& entry : batch.entries) {
        const Result<void> stored = std::holds_alternative<ImportRecord>(entry.content)
                                        ? storeRecord(session, batch, entry)
                                        : storeRow(session, batch, entry);
        if (!stored)
            return stored;
    }
    return {};
}

Result<void> ImportBatchWriter::storeRecord(
    SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry) {
    auto& record = std::get<ImportRecord>(entry.content);
    const Result<RowKey> itemKey = itemOf(session, batch, entry, record);
    if (!itemKey || *itemKey == 0)
        return withoutValue(itemKey);
    for (ImportedVerdict& imported : record.verdicts) {
        if (const auto stored = storeVerdict(session, batch, imported, *itemKey); !stored)
            return stored;
    }
    if (!record.remark.empty())
        refuse(batch, entry, std::move(record.remark));
    return {};
}

Result<void> ImportBatchWriter::storeVerdict(
    SessionTransaction& session, ImportBatch& batch, ImportedVerdict& imported, RowKey itemKey) {
    const Result<RowKey> runKey = runOf(session, imported.run);
    if (!runKey)
        return withoutValue(runKey);
    imported.verdict.itemKey = itemKey;
    imported.verdict.runKey = *runKey;
    const Result<RowKey> added = session.addVerdict(imported.verdict, true);
    if (!added)
        return withoutValue(added);
    ++batch.counts.verdicts;
    batch.counts.verdictsNew += *added != 0 ? 1 : 0;
    batch.counts.unusable += imported.verdict.judgement.outcome == Outcome::Verdict ? 0 : 1;
    return {};
}

/// The item a record brings or joins, with its labels; 0 if the record is refused.
Result<RowKey> ImportBatchWriter::itemOf(
    SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry, const ImportRecord& record) {
    if (entry.item) {
        Result<RowKey> key = addItem(session, batch, entry, *entry.item);
        if (key && *key != 0)
            batch.counts.labels += static_cast<std::int64_t>(record.labels.size());
        return key;
    }
    const Result<RowKey> found = session.itemBySource(m_names.format, record.joinSourceId);
    if (found && *found == 0)
        refuse(batch, entry,
            fmt::format("no item with the id {} is in the session; import the items first", record.joinSourceId));
    for (std::size_t index = 0; found && *found != 0 && index < record.labels.size(); ++index) {
        ItemLabel label = record.labels[index];
        label.itemKey = *found;
        if (const auto stored = storeLabel(session, batch, label); !stored)
            return tl::unexpected(stored.error());
    }
    return found;
}

Result<void> ImportBatchWriter::storeLabel(SessionTransaction& session, ImportBatch& batch, const ItemLabel& label) {
    const Result<bool> added = session.addLabel(label);
    ++batch.counts.labels;
    batch.counts.labelsNew += added && *added ? 1 : 0;
    return withoutValue(added);
}

Result<RowKey> ImportBatchWriter::addItem(
    SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry, const PreparedItem& item) {
    const auto added = session.addPrepared(item, m_names.batch);
    if (!added)
        return tl::unexpected(added.error());
    if (!added->sameContent) {
        refuse(batch, entry, fmt::format("the id {} is taken by an item with other content", item.item.sourceId));
        return 0;
    }
    ++batch.counts.items;
    batch.counts.itemsNew += added->isNew ? 1 : 0;
    batch.counts.labelsNew += added->newLabels;
    return added->key;
}

Result<RowKey> ImportBatchWriter::runOf(SessionTransaction& session, const ImportedRun& run) {
    const std::string& name = run.name.empty() || m_names.overridesRun ? m_names.defaultRun : run.name;
    if (const auto known = m_runsByName.find(name); known != m_runsByName.end())
        return known->second;
    const Result<JudgeVersion> version = session.addJudgeVersion(importedJudge(name, run));
    if (!version)
        return tl::unexpected(version.error());
    Run wanted;
    wanted.name = name;
    wanted.judgeVersionKey = version->key;
    wanted.model = run.model;
    wanted.identity = "imported:" + name;
    const Result<Run> added = session.addRun(wanted);
    if (!added)
        return tl::unexpected(added.error());
    m_runNames.insert(added->name);
    m_runsByName.emplace(name, added->key);
    return added->key;
}

Result<void> ImportBatchWriter::storeRow(SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry) {
    auto& stored = std::get<StoredRow>(entry.content);
    if (stored.itemId.empty())
        return storeOwner(session, batch, entry, stored);
    return storeOwned(session, batch, entry, stored);
}

/// Rows that others refer to.
Result<void> ImportBatchWriter::storeOwner(
    SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry, StoredRow& stored) {
    if (auto* setting = std::get_if<StoredSetting>(&stored.row)) {
        if (m_names.keptSettings.count(setting->name) > 0)
            return {};
        return session.setSetting(setting->name, setting->value);
    }
    if (auto* version = std::get_if<JudgeVersion>(&stored.row)) {
        const Result<JudgeVersion> added = session.addJudgeVersion(*version);
        if (added)
            m_versionsByHash[version->hash] = added->key;
        return withoutValue(added);
    }
    if (auto* run = std::get_if<Run>(&stored.row)) {
        run->judgeVersionKey = keyIn(m_versionsByHash, stored.versionHash);
        if (run->judgeVersionKey == 0) {
            refuse(batch, entry, "the judge of this run does not stand before it");
            return {};
        }
        const std::string id = run->id;
        const Result<Run> added = session.addRun(*run);
        if (added) {
            m_runsById[id] = added->key;
            m_runNames.insert(added->name);
        }
        return withoutValue(added);
    }
    const auto* item = std::get_if<Item>(&stored.row);
    if (item == nullptr) {
        refuse(batch, entry, "the row does not say which item it belongs to");
        return {};
    }
    const Result<RowKey> key = addItem(session, batch, entry, prepareItem(*item));
    if (key && *key != 0)
        m_itemsById[item->id] = *key;
    return withoutValue(key);
}

/// Rows that belong to an item, and most to a run.
Result<void> ImportBatchWriter::storeOwned(
    SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry, StoredRow& stored) {
    const RowKey itemKey = keyIn(m_itemsById, stored.itemId);
    const RowKey runKey = keyIn(m_runsById, stored.runId);
    const bool needsRun =
        std::holds_alternative<Verdict>(stored.row) || std::holds_alternative<PlannedCall>(stored.row);
    if (itemKey == 0 || (needsRun && runKey == 0)) {
        refuse(batch, entry, itemKey == 0 ? "the item of this row was not imported" : "the run of this row is missing");
        return {};
    }
    if (auto* label = std::get_if<ItemLabel>(&stored.row)) {
        label->itemKey = itemKey;
        return storeLabel(session, batch, *label);
    }
    if (auto* call = std::get_if<PlannedCall>(&stored.row)) {
        call->itemKey = itemKey;
        return withoutValue(session.addPlan(runKey, std::span(call, 1)));
    }
    if (auto* verdict = std::get_if<Verdict>(&stored.row)) {
        verdict->itemKey = itemKey;
        verdict->runKey = runKey;
        const Result<RowKey> added = session.addVerdict(*verdict);
        ++batch.counts.verdicts;
        batch.counts.verdictsNew += added && *added != 0 ? 1 : 0;
        batch.counts.unusable += verdict->judgement.outcome == Outcome::Verdict ? 0 : 1;
        return withoutValue(added);
    }
    auto& annotation = std::get<Annotation>(stored.row);
    annotation.itemKey = itemKey;
    annotation.shownRunKey = runKey;
    const Result<Annotation> added = session.addAnnotation(annotation);
    ++batch.counts.annotations;
    batch.counts.annotationsNew += added && added->key != 0 ? 1 : 0;
    return withoutValue(added);
}

} // namespace assize
