// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace assize::test {

/// Rows of a table drawn as text, by the names in its first line: cells stand between "|", spaces around them do not
/// count, a line that starts with "|-" is drawing.
inline std::vector<std::map<std::string, std::string>> textTable(std::string_view drawn) {
    const auto cellsOf = [](const std::string& line) {
        std::vector<std::string> cells;
        std::istringstream stream(line.substr(line.find('|') + 1));
        for (std::string cell; std::getline(stream, cell, '|');) {
            const auto first = cell.find_first_not_of(' ');
            cells.push_back(first == std::string::npos ? std::string()
                                                       : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
        }
        return cells;
    };
    std::vector<std::string> names;
    std::vector<std::map<std::string, std::string>> rows;
    std::istringstream lines{std::string(drawn)};
    for (std::string line; std::getline(lines, line);) {
        if (line.find('|') == std::string::npos || line.find("|-") != std::string::npos)
            continue;
        const std::vector<std::string> cells = cellsOf(line);
        if (names.empty()) {
            names = cells;
            continue;
        }
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i)
            row[names[i]] = cells[i];
    }
    return rows;
}

} // namespace assize::test
