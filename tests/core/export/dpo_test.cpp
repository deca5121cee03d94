// SPDX-License-Identifier: Apache-2.0
#include "tests/core/export/exported.h"
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

std::vector<json> linesOf(const std::string& text) {
    std::vector<json> lines;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        lines.push_back(json::parse(text.substr(at, text.find('\n', at) - at)));
    return lines;
}

/// Four pairs: B by both orders, A narrowly, a tie, and one on which the orders disagree.
void fill(TempSession& session) {
    const RowKey clear = session.addPair("clear", "Q1", "a1", "b1", "chat");
    const RowKey narrow = session.addPair("narrow", "Q2", "a2", "b2");
    const RowKey tie = session.addPair("tie", "Q3", "a3", "b3");
    const RowKey split = session.addPair("split", "Q4", "a4", "b4");
    const RowKey run = session.addRun("run");
    for (const char* order : {"AB", "BA"}) {
        session.addVerdict(run, clear, order, Label::B, -0.5);
        session.addVerdict(run, narrow, order, Label::A, 0.05);
        session.addVerdict(run, tie, order, Label::Tie, 0);
    }
    session.addVerdict(run, split, "AB", Label::A, 0.4);
    session.addVerdict(run, split, "BA", Label::B, -0.4);
    session.reopen();
}

TEST(DpoExport, WritesWhatTheRunPrefers) {
    TempSession session;
    fill(session);
    const Exported exported(session, "dpo");
    EXPECT_EQ(exported.items, 2) << "neither ties nor flips teach anything";
    const auto lines = linesOf(exported.text);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0]["id"], "clear");
    EXPECT_EQ(lines[0]["prompt"], "Q1");
    EXPECT_EQ(lines[0]["chosen"], "b1");
    EXPECT_EQ(lines[0]["rejected"], "a1");
    EXPECT_EQ(lines[0]["margin"], 0.5);
    EXPECT_EQ(lines[0]["subset"], "chat");
    EXPECT_EQ(lines[0]["preferred_by"], "run");
    EXPECT_EQ(lines[1]["chosen"], "a2");
}

TEST(DpoExport, LeavesOutWhatIsCloserThanTheLeastMargin) {
    TempSession session;
    fill(session);
    ExportOptions options;
    options.leastMargin = 0.1;
    const auto lines = linesOf(Exported(session, "dpo", options).text);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0]["id"], "clear");
}

TEST(DpoExport, WithoutARunTheGoldLabelPrefers) {
    TempSession session;
    const RowKey item = session.addPair("q1", "Q", "a", "b");
    session.addPair("q2", "Q", "a", "b");
    session.write([&](SessionTransaction& transaction) -> Result<void> {
        ItemLabel label;
        label.itemKey = item;
        label.label = Label::B;
        const auto added = transaction.addLabel(label);
        return added ? Result<void>() : tl::unexpected(added.error());
    });
    session.reopen();
    const auto lines = linesOf(Exported(session, "dpo").text);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0]["chosen"], "b");
    EXPECT_EQ(lines[0]["preferred_by"], "gold");
    EXPECT_FALSE(lines[0].contains("margin"));
}

TEST(DpoExport, OfSeveralRunsOneHasToBeNamed) {
    TempSession session;
    session.addRun("one");
    session.addRun("two", "other");
    session.reopen();
    const auto written =
        valueOf(exporterNamed("dpo"))->write(session.reader(), {}, [](std::string_view) { return Result<void>(); });
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::InvalidArgument);
}

TEST(DpoExport, ComesBackAsItemsWithTheirGold) {
    TempSession session;
    fill(session);
    const ReadText read(Exported(session, "dpo").text);
    EXPECT_EQ(read.format, "rewardbench");
    ASSERT_EQ(read.sink.records.size(), 2U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "clear");
    EXPECT_EQ(record.item->category, "chat");
    const std::size_t gold = record.labels.at(0).label == Label::A ? 0 : 1;
    EXPECT_EQ(record.item->responses.at(gold).text, "b1");
}

} // namespace
} // namespace assize::test
