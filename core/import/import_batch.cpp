// SPDX-License-Identifier: Apache-2.0
#include "core/import/import_batch.h"

#include "core/model/judge_json.h"
#include "core/reply/normalise.h"
#include "core/session/session_writer.h"

#include <fmt/format.h>

namespace assize {
namespace {

void refuse(ImportBatch& batch, ImportBatch::Entry& entry, Sentence reason) {
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

/// What was said of A then B, as said of B then A.
void exchange(Verdict& verdict) {
    mapToItemOrder(verdict.judgement, "BA", Task::Pairwise);
    verdict.presentation = verdict.presentation == "BA" ? "AB" : "BA";
}

/// Error or nothing, whatever a call gives besides.
template <typename T>
Result<void> withoutValue(const Result<T>& result) {
    return result ? Result<void>() : tl::unexpected(result.error());
}

} // namespace

JudgeVersion importedJudge(const std::string& runName, const ImportedRun& run) {
    JudgeVersion version;
    version.source = "imported";
    version.definition.name = slugOf(runName);
    version.definition.title = runName;
    version.definition.task = run.task;
    version.definition.orders = run.orders;
    version.definition.scaleMin = run.scaleMin;
    version.definition.scaleMax = run.scaleMax;
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
    if (!record.remark.isEmpty())
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
    if (!entry.item || !record.joinSourceId.empty()) {
        const Result<RowKey> found = joinItem(session, batch, entry, record);
        if (!found || *found != 0 || !entry.item)
            return found;
    }
    Result<RowKey> key = addItem(session, batch, entry);
    if (key && *key != 0)
        batch.counts.labels += static_cast<std::int64_t>(record.labels.size());
    return key;
}

/// The stored item that a record is about, with the record's labels; 0 if there is none.
Result<RowKey> ImportBatchWriter::joinItem(
    SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry, const ImportRecord& record) {
    const Result<RowKey> found = session.itemBySource(m_names.format, record.joinSourceId);
    if (!found)
        return found;
    if (record.isEnd) {
        if (*found != 0)
            refuse(batch, entry,
                said("the file ends before the item %1, and rows join items by their line: if one is missing "
                     "above, those after it stand beside the wrong items",
                    record.joinSourceId));
        return 0;
    }
    if (*found == 0) {
        if (!entry.item)
            refuse(batch, entry,
                said("no item with the id %1 is in the session; import the items first", record.joinSourceId));
        return found;
    }
    batch.counts.items += entry.item ? 1 : 0;
    for (ItemLabel label : record.labels) {
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

Result<RowKey> ImportBatchWriter::addItem(SessionTransaction& session, ImportBatch& batch, ImportBatch::Entry& entry) {
    auto added = session.addPrepared(*entry.item, m_names.batch);
    if (added && !added->sameContent && entry.exchanged) {
        added = session.addPrepared(*entry.exchanged, m_names.batch);
        for (ImportedVerdict& imported : std::get<ImportRecord>(entry.content).verdicts)
            exchange(imported.verdict);
    }
    if (!added)
        return tl::unexpected(added.error());
    if (!added->sameContent) {
        refuse(batch, entry, said("the id %1 is taken by an item with other content", entry.item->item.sourceId));
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
    auto& row = std::get<StoredRow>(entry.content);
    Result<Adopted> adopted = m_adopter.adopt(session, row, m_names.batch);
    if (adopted && adopted->refusal.isEmpty())
        batch.counts.count(row, adopted->isNew);
    else if (adopted)
        refuse(batch, entry, std::move(adopted->refusal));
    return withoutValue(adopted);
}

std::set<std::string> ImportBatchWriter::runNames() const {
    std::set<std::string> names = m_runNames;
    names.insert(m_adopter.runNames().begin(), m_adopter.runNames().end());
    return names;
}

} // namespace assize
