// SPDX-License-Identifier: Apache-2.0
// One row per item and run, for spreadsheets. Cells that a spreadsheet would take for a formula get an apostrophe.
#include "core/export/formats.h"
#include "core/session/session_reader.h"

#include <array>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::array Columns = {"item", "source_id", "format", "category", "prompt", "response_A", "response_B",
    "more_responses", "reference", "context", "gold", "run", "judge", "outcome", "label", "margin", "result",
    "label_forward", "label_backward", "orders"};

std::string_view agreementName(OrderAgreement agreement) {
    constexpr std::array<std::string_view, 4> Names = {"", "consistent", "flipped", "mixed"};
    return Names.at(static_cast<std::size_t>(agreement));
}

/// RFC 4180, every line ended by CRLF. Texts from files and models are neutralised, our own numbers are not.
class CsvLine {
public:
    void addText(std::string_view text) {
        const bool isFormula =
            !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
        const bool needsQuotes = text.find_first_of(",\"\r\n;\t") != std::string_view::npos;
        startCell();
        m_line += needsQuotes ? "\"" : "";
        m_line += isFormula ? "'" : "";
        for (const char c : text)
            m_line.append(c == '"' ? 2 : 1, c);
        m_line += needsQuotes ? "\"" : "";
    }
    void addNumber(const std::optional<double>& number) {
        startCell();
        m_line += number ? fmt::format("{}", *number) : "";
    }
    std::string take() {
        m_isFirst = true;
        return std::exchange(m_line, {}) + "\r\n";
    }

private:
    void startCell() {
        if (!std::exchange(m_isFirst, false))
            m_line += ',';
    }

    std::string m_line;
    bool m_isFirst = true;
};

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

class CsvExport {
public:
    CsvExport(SessionReader& reader, const ExportOptions& options, const ExportWrite& write)
        : m_reader(reader)
        , m_options(options)
        , m_write(write) {}

    Result<std::int64_t> run() {
        const auto runs = m_reader.runs();
        if (!runs)
            return tl::unexpected(runs.error());
        for (const RunSummary& summary : *runs) {
            if (m_options.choice.runKey == 0 || summary.run.key == m_options.choice.runKey)
                m_runs.push_back(summary);
        }
        CsvLine header;
        for (const char* column : Columns)
            header.addText(column);
        m_result = m_write(header.take());
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
                m_result = rows ? fail(ErrorCode::Internal, "export", "items changed while they were read")
                                : tl::unexpected(rows.error());
                return false;
            }
            rowsByRun.push_back(std::move(*rows));
        }
        for (std::size_t row = 0; row < m_window.size() && m_result; ++row) {
            for (std::size_t run = 0; run < rowsByRun.size() && m_result; ++run)
                m_result = m_write(lineOf(m_window[row], rowsByRun[run][row], m_runs.empty() ? nullptr : &m_runs[run]));
        }
        m_items += static_cast<std::int64_t>(m_window.size());
        m_window.clear();
        if (m_options.progress)
            m_options.progress(m_items);
        if (m_result && m_options.stop.stop_requested())
            m_result = fail(ErrorCode::Cancelled, "export");
        return m_result.has_value();
    }

    static std::string lineOf(const Item& item, const ItemRow& row, const RunSummary* run) {
        CsvLine line;
        line.addText(item.id);
        line.addText(item.sourceId);
        line.addText(item.format);
        line.addText(item.category);
        line.addText(conversationOf(item));
        line.addText(responseOf(item, 0));
        line.addText(responseOf(item, 1));
        line.addText(furtherResponses(item));
        line.addText(item.reference.value_or(""));
        line.addText(item.context.value_or(""));
        line.addText(textOf(row.gold));
        const bool isJudged = run != nullptr && row.judged.planned;
        line.addText(run != nullptr ? run->run.name : "");
        line.addText(run != nullptr ? fmt::format("{} v{}", run->judgeName, run->judgeNumber) : "");
        line.addText(isJudged ? outcomeName(row.judged.outcome) : "");
        line.addText(textOf(row.judged.label));
        line.addNumber(row.judged.margin);
        line.addText(row.judged.result);
        line.addText(textOf(row.judged.forward));
        line.addText(textOf(row.judged.backward));
        line.addText(agreementName(row.judged.agreement));
        return line.take();
    }

    SessionReader& m_reader;
    const ExportOptions& m_options;
    const ExportWrite& m_write;
    std::vector<RunSummary> m_runs;
    std::vector<Item> m_window;
    std::int64_t m_items = 0;
    Result<void> m_result;
};

} // namespace

Exporter csvExporter() {
    return {"csv", "one row per item and run, for spreadsheets",
        [](SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
            return CsvExport(reader, options, write).run();
        }};
}

} // namespace assize
