// SPDX-License-Identifier: Apache-2.0
#include "core/session/stored_rows.h"

#include "core/session/session_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace assize {
namespace {

/// ULIDs by row key, 40 bytes each: a session may hold a million items.
class Ids {
public:
    void add(RowKey key, const std::string& id) {
        std::array<char, 26> text{};
        id.copy(text.data(), text.size());
        m_entries.emplace_back(key, text);
    }
    void sort() { std::sort(m_entries.begin(), m_entries.end()); }
    /// Empty for rows that were not taken along.
    [[nodiscard]] std::string of(RowKey key) const {
        const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), key,
            [](const auto& entry, RowKey wanted) { return entry.first < wanted; });
        if (at == m_entries.end() || at->first != key)
            return {};
        return {at->second.data(), at->second.size()};
    }

private:
    std::vector<std::pair<RowKey, std::array<char, 26>>> m_entries;
};

class Walk {
public:
    Walk(SessionReader& reader, const StoredRowChoice& choice, const std::function<Result<void>(StoredRow)>& visit)
        : m_reader(reader)
        , m_choice(choice)
        , m_visit(visit) {}

    Result<void> run() {
        for (const auto step : {&Walk::settings, &Walk::runs, &Walk::items, &Walk::verdicts, &Walk::annotations}) {
            const Result<void> done = (this->*step)();
            if (!done)
                return done;
        }
        return {};
    }

private:
    /// For the reader's callbacks, which can only go on or stop: the first failure is kept.
    bool give(StoredRow row) {
        m_result = m_visit(std::move(row));
        return m_result.has_value();
    }
    [[nodiscard]] Result<void> ended(const Result<void>& read) const { return read ? m_result : read; }

    Result<void> settings() {
        const auto settings = m_reader.settings();
        if (!settings)
            return tl::unexpected(settings.error());
        for (const auto& [name, value] : *settings) {
            if (!give({StoredSetting{name, value}, {}, {}, {}}))
                return m_result;
        }
        return {};
    }

    /// Judges stand before the runs that name them.
    Result<void> runs() {
        const auto summaries = m_reader.runs();
        auto versions = m_reader.judgeVersions();
        if (!summaries || !versions)
            return tl::unexpected(summaries ? versions.error() : summaries.error());
        std::set<RowKey> wanted;
        for (const RunSummary& summary : *summaries) {
            if (m_choice.runKey != 0 && summary.run.key != m_choice.runKey)
                continue;
            m_runs.push_back(summary.run);
            m_runIds.add(summary.run.key, summary.run.id);
            wanted.insert(summary.run.judgeVersionKey);
        }
        m_runIds.sort();
        std::sort(m_runs.begin(), m_runs.end(), [](const Run& a, const Run& b) { return a.id < b.id; });
        std::sort(versions->begin(), versions->end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        for (const JudgeVersion& version : *versions) {
            if ((m_choice.runKey == 0 || wanted.count(version.key) > 0) && !give({version, {}, {}, {}}))
                return m_result;
        }
        for (const Run& run : m_runs) {
            const auto version = std::find_if(versions->begin(), versions->end(),
                [&](const JudgeVersion& candidate) { return candidate.key == run.judgeVersionKey; });
            if (!give({run, {}, {}, version == versions->end() ? std::string() : version->hash}))
                return m_result;
        }
        return {};
    }

    Result<void> items() {
        ItemQuery query = m_choice.items;
        query.order = ItemOrder::Id;
        const Result<void> read = m_reader.forEachItem(query, [&](const Item& item) {
            m_itemIds.add(item.key, item.id);
            return give({item, {}, {}, {}}) && labelsOf(item);
        });
        m_itemIds.sort();
        return ended(read);
    }

    bool labelsOf(const Item& item) {
        auto labels = m_reader.labelsOf(item.key);
        if (!labels) {
            m_result = tl::unexpected(labels.error());
            return false;
        }
        std::stable_sort(labels->begin(), labels->end(),
            [](const ItemLabel& a, const ItemLabel& b) { return a.annotator < b.annotator; });
        return std::all_of(labels->begin(), labels->end(), [&](const ItemLabel& label) {
            return give({label, item.id, {}, {}});
        });
    }

    Result<void> verdicts() {
        for (const Run& run : m_runs) {
            const Result<void> planned = owedCalls(run);
            if (!planned)
                return planned;
            SessionReader::VerdictParts everything;
            everything.criteria = true;
            everything.rawReply = true;
            everything.allAttempts = true;
            everything.inIdOrder = true;
            const Result<void> read = m_reader.forEachVerdict(run.key, everything, [&](const Verdict& verdict) {
                const std::string itemId = m_itemIds.of(verdict.itemKey);
                return itemId.empty() || give({verdict, itemId, run.id, {}});
            });
            if (const Result<void> done = ended(read); !done)
                return done;
        }
        return {};
    }

    /// Calls with a verdict need no line: storing the verdict plans its call.
    Result<void> owedCalls(const Run& run) {
        const auto missing = m_reader.missingCalls(run.key);
        if (!missing)
            return tl::unexpected(missing.error());
        std::vector<std::pair<std::string, const PlannedCall*>> calls;
        for (const PlannedCall& call : *missing)
            calls.emplace_back(m_itemIds.of(call.itemKey), &call);
        std::sort(calls.begin(), calls.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first, a.second->presentation, a.second->sample) <
                   std::tie(b.first, b.second->presentation, b.second->sample);
        });
        for (const auto& [itemId, call] : calls) {
            if (!itemId.empty() && !give({*call, itemId, run.id, {}}))
                return m_result;
        }
        return {};
    }

    Result<void> annotations() {
        std::vector<Annotation> made;
        const Result<void> read = m_reader.forEachAnnotation(true, [&](const Annotation& annotation) {
            made.push_back(annotation);
            return true;
        });
        if (!read)
            return read;
        std::sort(made.begin(), made.end(), [](const Annotation& a, const Annotation& b) { return a.id < b.id; });
        for (const Annotation& annotation : made) {
            const std::string itemId = m_itemIds.of(annotation.itemKey);
            if (!itemId.empty() && !give({annotation, itemId, m_runIds.of(annotation.shownRunKey), {}}))
                return m_result;
        }
        return {};
    }

    SessionReader& m_reader;
    const StoredRowChoice& m_choice;
    const std::function<Result<void>(StoredRow)>& m_visit;
    std::vector<Run> m_runs;
    Ids m_runIds;
    Ids m_itemIds;
    Result<void> m_result;
};

} // namespace

Result<void> forEachStoredRow(
    SessionReader& reader, const StoredRowChoice& choice, const std::function<Result<void>(StoredRow)>& visit) {
    return Walk(reader, choice, visit).run();
}

} // namespace assize
