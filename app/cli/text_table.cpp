// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text_table.h"

#include "core/base/text.h"

#include <algorithm>

namespace assize::cli {

TextTable::TextTable(std::vector<bool> flushRight)
    : m_flushRight(std::move(flushRight)) {}

void TextTable::add(std::vector<std::string> cells) {
    cells.resize(m_flushRight.size());
    m_rows.push_back(std::move(cells));
}

void TextTable::print(std::ostream& out, std::string_view indent) const {
    std::vector<std::size_t> widths(m_flushRight.size(), 0);
    for (const auto& row : m_rows) {
        for (std::size_t at = 0; at < row.size(); ++at)
            widths[at] = std::max(widths[at], codePointCount(row[at]));
    }
    for (const auto& row : m_rows) {
        std::string line(indent);
        for (std::size_t at = 0; at < row.size(); ++at) {
            const std::string padding(widths[at] - codePointCount(row[at]), ' ');
            line += m_flushRight[at] ? padding + row[at] : row[at] + padding;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

} // namespace assize::cli
