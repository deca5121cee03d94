// SPDX-License-Identifier: Apache-2.0
#include "core/base/csv_reader.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

using Cells = std::vector<std::string>;

/// Every row's cells, its line in front; a row with a problem is the line and the problem.
std::vector<Cells> rowsOf(const std::string& text, char separator = ',') {
    auto source = ByteSource::fromText(text, "text");
    CsvReader reader(*source, separator);
    std::vector<Cells> rows;
    CsvRow row;
    while (reader.next(row).value()) {
        Cells& cells = rows.emplace_back(Cells{std::to_string(row.line)});
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
        if (!row.problem.isEmpty())
            cells.push_back(row.problem.english());
    }
    return rows;
}

TEST(CsvReader, FollowsRfc4180) {
    EXPECT_EQ(rowsOf("a,b\r\n1,2\r\n"), (std::vector<Cells>{{"1", "a", "b"}, {"2", "1", "2"}}));
    EXPECT_EQ(rowsOf("\"a,b\",\"c\"\"d\",\"e\nf\"\nx,,"),
        (std::vector<Cells>{{"1", "a,b", "c\"d", "e\nf"}, {"3", "x", "", ""}}));
    EXPECT_EQ(rowsOf("\"\",\"\"\"\"\n\n1"), (std::vector<Cells>{{"1", "", "\""}, {"3", "1"}}));
}

TEST(CsvReader, LeavesMarksInsideBareCells) {
    EXPECT_EQ(rowsOf("5\" wide,\"x\"\n2"), (std::vector<Cells>{{"1", "5\" wide", "x"}, {"2", "2"}}));
    EXPECT_EQ(rowsOf("a\"\"b,c"), (std::vector<Cells>{{"1", "a\"\"b", "c"}}));
}

TEST(CsvReader, SaysWhereAMarkIsNeverClosed) {
    EXPECT_EQ(rowsOf("a,b\n1,\"2\n3,4\n"),
        (std::vector<Cells>{{"1", "a", "b"}, {"2", "a quotation mark is opened here and never closed"}}));
}

TEST(CsvSeparator, IsTheOneTheHeaderHasMostOf) {
    EXPECT_EQ(csvSeparatorOf("a,b\n"), ',');
    EXPECT_EQ(csvSeparatorOf("a\tb,c\td\n"), '\t');
    EXPECT_EQ(csvSeparatorOf("\"a,b,c\";d\n1,2,3,4"), ';');
    EXPECT_EQ(csvSeparatorOf("a\n"), ',');
}

} // namespace
} // namespace assize::test
