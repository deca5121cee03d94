// SPDX-License-Identifier: Apache-2.0
// One row per item and run, for spreadsheets. Cells that a spreadsheet would take for a formula get an apostrophe.
#include "core/export/formats.h"
#include "core/export/table_rows.h"

#include <fmt/format.h>

namespace assize {
namespace {

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

std::string lineOf(const TableRow& row) {
    CsvLine line;
    for (const TableCell& cell : row) {
        if (const auto* text = std::get_if<std::string>(&cell))
            line.addText(*text);
        else
            line.addNumber(std::get<std::optional<double>>(cell));
    }
    return line.take();
}

Result<std::int64_t> writeCsv(SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
    CsvLine header;
    for (const TableColumn& column : TableColumns)
        header.addText(column.name);
    if (const auto written = write(header.take()); !written)
        return tl::unexpected(written.error());
    return forEachTableRow(reader, options, [&](const TableRow& row) { return write(lineOf(row)); });
}

} // namespace

Exporter csvExporter() {
    return {"csv", "one row per item and run, for spreadsheets", writeCsv};
}

} // namespace assize
