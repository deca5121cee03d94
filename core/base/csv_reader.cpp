// SPDX-License-Identifier: Apache-2.0
#include "core/base/csv_reader.h"

#include "core/base/text_records.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

std::string_view withoutLineEnd(std::string_view row) {
    if (!row.empty() && row.back() == '\n')
        row.remove_suffix(1);
    if (!row.empty() && row.back() == '\r')
        row.remove_suffix(1);
    return row;
}

/// Takes one cell and the separator behind it off the front of a row.
std::string_view takeCell(std::string_view& rest, char separator, bool& isLast) {
    const bool isQuoted = !rest.empty() && rest.front() == '"';
    bool inQuotes = false;
    std::size_t end = 0;
    for (; end < rest.size() && (inQuotes || rest[end] != separator); ++end)
        inQuotes = isQuoted && rest[end] == '"' ? !inQuotes : inQuotes; // a doubled mark turns twice
    const std::string_view cell = rest.substr(0, end);
    isLast = end >= rest.size();
    rest.remove_prefix(isLast ? rest.size() : end + 1);
    return cell;
}

} // namespace

Result<bool> CsvReader::next(CsvRow& row) {
    while (true) {
        const std::string_view taken = m_window.text().substr(0, m_taken);
        m_line += std::count(taken.begin(), taken.end(), '\n');
        m_window.take(m_taken);
        m_taken = 0;
        row.line = m_line;
        row.problem = {};
        row.cells.clear();
        if (m_isOver)
            return false;
        const Result<std::size_t> length = measure();
        if (!length)
            return tl::unexpected(length.error());
        if (*length == std::string_view::npos)
            return giveUp(row, m_window.damage().isEmpty() ? said("a quotation mark is opened here and never closed")
                                                           : said("%1; what stands before is kept", m_window.damage()));
        if (*length == 0 && !m_window.damage().isEmpty())
            return giveUp(row, said("%1; what stands before is kept", m_window.damage()));
        if (*length == 0)
            return false;
        m_taken = *length;
        row.text = withoutLineEnd(m_window.text().substr(0, *length));
        if (row.text.empty())
            continue;
        split(row);
        return true;
    }
}

/// The length of the row at the front of the window with its line end; 0 at the end of the file, npos if a quotation
/// mark is open there.
Result<std::size_t> CsvReader::measure() {
    bool inQuotes = false;
    bool isQuoted = false;
    bool atCellStart = true;
    for (std::size_t at = 0;; ++at) {
        if (at == m_window.text().size()) {
            const Result<bool> more = at > LongestRecord ? Result<bool>(false) : m_window.more();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return inQuotes || at > LongestRecord ? std::string_view::npos : at;
        }
        const char c = m_window.text()[at];
        isQuoted = atCellStart ? c == '"' : isQuoted;
        if (c == '"' && isQuoted)
            inQuotes = !inQuotes;
        else if (c == '\n' && !inQuotes)
            return at + 1;
        atCellStart = c == m_separator && !inQuotes;
    }
}

void CsvReader::split(CsvRow& row) {
    m_unquoted.clear();
    m_unquoted.reserve(row.text.size()); // so that views into it stay where they are
    std::string_view rest = row.text;
    for (bool isLast = false; !isLast;) {
        std::string_view cell = takeCell(rest, m_separator, isLast);
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') {
            cell = cell.substr(1, cell.size() - 2);
            const std::size_t begin = m_unquoted.size();
            for (std::size_t at = 0; at < cell.size(); ++at) {
                m_unquoted += cell[at];
                at += cell[at] == '"' && at + 1 < cell.size() && cell[at + 1] == '"' ? 1U : 0U;
            }
            cell = std::string_view(m_unquoted).substr(begin);
        }
        row.cells.push_back(cell);
    }
}

Result<bool> CsvReader::giveUp(CsvRow& row, Sentence problem) {
    constexpr std::size_t Shown = 200;
    row.text = m_window.text().substr(0, Shown);
    row.problem = std::move(problem);
    m_isOver = true;
    return true;
}

char csvSeparatorOf(std::string_view head) {
    constexpr std::array Separators = {',', '\t', ';'};
    std::array<int, 3> counts{};
    bool inQuotes = false;
    for (const char c : head) {
        if (c == '\n' && !inQuotes)
            break;
        inQuotes = c == '"' ? !inQuotes : inQuotes;
        for (std::size_t index = 0; index < Separators.size() && !inQuotes; ++index)
            counts.at(index) += c == Separators.at(index) ? 1 : 0;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return Separators.at(static_cast<std::size_t>(most - counts.begin()));
}

} // namespace assize
