// SPDX-License-Identifier: Apache-2.0
#include "core/export/table_rows.h"

#include <fmt/format.h>

namespace assize {
namespace {

std::string_view agreementName(OrderAgreement agreement) {
    constexpr std::array<std::string_view, 4> Names = {"", "consistent", "flipped", "mixed"};
    return Names.at(static_cast<std::size_t>(agreement));
}

std::string_view textOf(const std::optional<Label>& label) {
    return label ? labelText(*label) : std::string_view();
}

std::string responseOf(const Item& item, std::size_t index) {
    return index < item.responses.size() ? item.responses[index].text : std::string();
}

/// The third response and those behind it, each under its letter or number.
std::string furtherResponses(const Item& item) {
    std::string joined;
    for (std::size_t index = 2; index < item.responses.size(); ++index)
        joined += fmt::format("{}[{}] {}", joined.empty() ? "" : "\n\n", index + 1, item.responses[index].text);
    return joined;
}

/// A whole conversation, one turn under the other; a single prompt as it is.
std::string conversationOf(const Item& item) {
    if (item.turns.size() == 1)
        return item.turns.front().content;
    std::string joined;
    for (const Turn& turn : item.turns)
        joined += fmt::format("{}{}: {}", joined.empty() ? "" : "\n\n", turn.role, turn.content);
    return joined;
}

class TableRows {
public:
    using Visit = std::function<Result<void>(const TableRow& row)>;

    TableRows(SessionReader& reader, const ExportOptions& options, const Visit& visit)
        : m_reader(reader)
        , m_options(options)
        , m_visit(visit) {}

    Result<std::int64_t> run() {
        const auto runs = m_reader.runs();
        if (!runs)
            return tl::unexpected(runs.error());
        for (const RunSummary& summary : *runs) {
            if (m_options.choice.runKey == 0 || summary.run.key == m_options.choice.runKey)
                m_runs.push_back(summary);
        }
        ItemQuery query = m_options.choice.items;
        query.order = ItemOrder::Id;
        const Result<void> read = m_reader.forEachItem(query, [&](const Item& item) {
            m_window.push_back(item);
            return m_result && (m_window.size() < WindowSize || writeWindow());
        });
        if (read && m_result)
            writeWindow();
        if (!read || !m_result)
            return tl::unexpected(read ? m_result.error() : read.error());
        return m_items;
    }

private:
    static constexpr std::size_t WindowSize = 256;

    /// False stops the reading; the reason is in m_result.
    bool writeWindow() {
        std::vector<RowKey> keys;
        for (const Item& item : m_window)
            keys.push_back(item.key);
        std::vector<std::vector<ItemRow>> rowsByRun;
        for (std::size_t index = 0; index < std::max<std::size_t>(m_runs.size(), 1); ++index) {
            auto rows = m_reader.itemRows(keys, m_runs.empty() ? 0 : m_runs[index].run.key, "");
            if (!rows || rows->size() != keys.size()) {
                m_result = rows ? fail(ErrorCode::Internal, "export", said("items changed while they were read"))
                                : tl::unexpected(rows.error());
                return false;
            }
            rowsByRun.push_back(std::move(*rows));
        }
        for (std::size_t row = 0; row < m_window.size() && m_result; ++row) {
            for (std::size_t run = 0; run < rowsByRun.size() && m_result; ++run)
                m_result =
                    m_visit(rowOfItem(m_window[row], rowsByRun[run][row], m_runs.empty() ? nullptr : &m_runs[run]));
        }
        m_items += static_cast<std::int64_t>(m_window.size());
        m_window.clear();
        if (m_options.progress)
            m_options.progress(m_items);
        if (m_result && m_options.stop.stop_requested())
            m_result = fail(ErrorCode::Cancelled, "export");
        return m_result.has_value();
    }

    static TableRow rowOfItem(const Item& item, const ItemRow& row, const RunSummary* run) {
        const auto text = [](std::string_view value) { return TableCell(std::string(value)); };
        const bool isJudged = run != nullptr && row.judged.planned;
        return {text(item.id), text(item.sourceId), text(item.format), text(item.category), text(conversationOf(item)),
            text(responseOf(item, 0)), text(responseOf(item, 1)), text(furtherResponses(item)),
            text(item.reference.value_or("")), text(item.context.value_or("")), text(textOf(row.gold)),
            text(run != nullptr ? run->run.name : ""),
            text(run != nullptr ? fmt::format("{} v{}", run->judgeName, run->judgeNumber) : ""),
            text(isJudged ? outcomeName(row.judged.outcome) : ""), text(textOf(row.judged.label)),
            TableCell(row.judged.margin), text(row.judged.result), text(textOf(row.judged.forward)),
            text(textOf(row.judged.backward)), text(agreementName(row.judged.agreement))};
    }

    SessionReader& m_reader;
    const ExportOptions& m_options;
    const Visit& m_visit;
    std::vector<RunSummary> m_runs;
    std::vector<Item> m_window;
    std::int64_t m_items = 0;
    Result<void> m_result;
};

} // namespace

Result<std::int64_t> forEachTableRow(SessionReader& reader, const ExportOptions& options,
    const std::function<Result<void>(const TableRow& row)>& visit) {
    return TableRows(reader, options, visit).run();
}

} // namespace assize
