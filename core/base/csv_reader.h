// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/base/text_window.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// One row of a table, the cells unquoted. Views are valid until the next row.
struct CsvRow {
    std::int64_t line = 0; ///< where it begins, 1-based
    std::string_view text; ///< as it stands in the file
    std::vector<std::string_view> cells;
    Sentence problem; ///< why it cannot be read; empty if it can
};

/// Reads RFC 4180 tables forward: cells in quotation marks may hold separators, line ends and doubled marks. Of our own
/// because libcsv tells neither the line a row begins on nor its text, which reports of refused rows need.
class CsvReader {
public:
    CsvReader(ByteSource& source, char separator)
        : m_window(source)
        , m_separator(separator) {}

    /// False at the end. An unclosed quotation mark is a row with a problem, and ends the file.
    [[nodiscard]] Result<bool> next(CsvRow& row);

private:
    [[nodiscard]] Result<std::size_t> measure();
    void split(CsvRow& row);
    [[nodiscard]] Result<bool> giveUp(CsvRow& row, Sentence problem);

    TextWindow m_window;
    char m_separator;
    std::string m_unquoted; ///< cells that had doubled marks, one behind the other
    std::size_t m_taken = 0;
    std::int64_t m_line = 1;
    bool m_isOver = false;
};

/// Comma, tab or semicolon, whichever the first line of a head has most of outside quotation marks; comma if none.
[[nodiscard]] char csvSeparatorOf(std::string_view head);

} // namespace assize
