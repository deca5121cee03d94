// SPDX-License-Identifier: Apache-2.0
#include "core/export/verdict_rows.h"

#include "core/session/session_reader.h"

#include <set>

namespace assize {
namespace {

class VerdictRows {
public:
    using Visit = std::function<Result<bool>(const VerdictRow& row)>;

    VerdictRows(SessionReader& reader, const ExportOptions& options, const Visit& visit)
        : m_reader(reader)
        , m_options(options)
        , m_visit(visit) {}

    Result<std::int64_t> run() {
        const auto selected = m_reader.itemKeys(m_options.choice.items);
        if (!selected)
            return tl::unexpected(selected.error());
        m_selected.insert(selected->begin(), selected->end());
        const auto runs = m_reader.runs();
        if (!runs)
            return tl::unexpected(runs.error());
        for (const RunSummary& summary : *runs) {
            if (m_options.choice.runKey != 0 && summary.run.key != m_options.choice.runKey)
                continue;
            if (auto done = readRun(summary.run); !done)
                return tl::unexpected(done.error());
        }
        return static_cast<std::int64_t>(m_written.size());
    }

private:
    Result<void> readRun(const Run& run) {
        const auto judge = m_reader.judgeVersion(run.judgeVersionKey);
        if (!judge)
            return tl::unexpected(judge.error());
        Result<void> result;
        const auto read = m_reader.forEachVerdict(run.key, {.criteria = true}, [&](const Verdict& verdict) {
            if (m_selected.contains(verdict.itemKey))
                result = readVerdict(run, *judge, verdict);
            if (result && m_options.stop.stop_requested())
                result = fail(ErrorCode::Cancelled, "export");
            return result.has_value();
        });
        return read ? result : Result<void>(tl::unexpected(read.error()));
    }

    /// Verdicts come item by item, so that the last item is mostly the next one's too.
    Result<void> readVerdict(const Run& run, const JudgeVersion& judge, const Verdict& verdict) {
        if (m_item.key != verdict.itemKey) {
            auto item = m_reader.item(verdict.itemKey);
            if (!item)
                return tl::unexpected(item.error());
            m_item = std::move(*item);
        }
        const auto isWritten = m_visit({run, judge, m_item, verdict});
        if (!isWritten)
            return tl::unexpected(isWritten.error());
        if (*isWritten && m_written.insert(verdict.itemKey).second && m_options.progress)
            m_options.progress(static_cast<std::int64_t>(m_written.size()));
        return {};
    }

    SessionReader& m_reader;
    const ExportOptions& m_options;
    const Visit& m_visit;
    std::set<RowKey> m_selected;
    std::set<RowKey> m_written;
    Item m_item;
};

} // namespace

Result<std::int64_t> forEachVerdictRow(SessionReader& reader, const ExportOptions& options,
    const std::function<Result<bool>(const VerdictRow& row)>& visit) {
    return VerdictRows(reader, options, visit).run();
}

} // namespace assize
