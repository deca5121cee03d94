// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ostream>
#include <string>
#include <vector>

namespace assize::cli {

/// Rows of cells, printed with columns as wide as their widest cell and two spaces between. Widths count code points.
class TextTable {
public:
    /// One flag per column: true sets it flush right, as numbers are read.
    explicit TextTable(std::vector<bool> flushRight);

    void add(std::vector<std::string> cells);
    void print(std::ostream& out, std::string_view indent = {}) const;

private:
    std::vector<bool> m_flushRight;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace assize::cli
