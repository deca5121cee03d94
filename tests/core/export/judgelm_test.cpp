// SPDX-License-Identifier: Apache-2.0
#include "core/export/exporter.h"
#include "core/import/import_job.h"
#include "core/judge/library.h"
#include "core/run/recorded_replies.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

std::string exportedText(TempSession& session) {
    std::string text;
    const auto exporter = exporterNamed("judgelm");
    EXPECT_TRUE(exporter.has_value());
    const auto items = (*exporter)->write(session.reader(), {}, [&](std::string_view bytes) -> Result<void> {
        text += bytes;
        return {};
    });
    EXPECT_TRUE(items.has_value());
    return text;
}

std::vector<json> exported(TempSession& session) {
    const std::string text = exportedText(session);
    std::vector<json> rows;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        rows.push_back(json::parse(text.substr(at, text.find('\n', at) - at)));
    return rows;
}

TEST(JudgelmExport, EveryVerdictIsARowAndItsSwappedTwin) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    const auto judge = findJudge("judgelm-pair", {});
    ASSERT_TRUE(judge.has_value());
    const auto added = addRecordedReplies(session.session(), judge->judge, "run",
        R"({"id": "q1", "presentation": "BA", "text": "9 3.5\nAssistant 1 beats Assistant 2."})"
        "\n"
        R"({"id": "q1", "presentation": "AB", "text": "no scores"})"
        "\n",
        "x");
    ASSERT_TRUE(added.has_value());
    session.reopen();
    const auto rows = exported(session);
    ASSERT_EQ(rows.size(), 2U) << "what is no verdict is no training row";
    EXPECT_EQ(rows[0]["text"], "9 3.5\nAssistant 1 beats Assistant 2.");
    EXPECT_EQ(rows[0]["score"], json({9.0, 3.5}));
    EXPECT_EQ(rows[0]["answer1_body"], "beta") << "as the judge saw them";
    EXPECT_EQ(rows[0]["augmentation"], "none");
    EXPECT_EQ(rows[1]["text"], "3.5 9\nAssistant 2 beats Assistant 1.");
    EXPECT_EQ(rows[1]["answer1_body"], "alpha");
    EXPECT_EQ(rows[1]["augmentation"], "swap");
    EXPECT_FALSE(rows[0].contains("reference"));
}

// What was written for a training is read again: a swapped twin is its item in the other order, and no second item.
TEST(JudgelmExport, IsReadAgainAsTheItemsThatItWasMadeOf) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    session.addPair("q2", "How?", "gamma", "delta");
    const auto judge = findJudge("judgelm-pair-ref", {});
    ASSERT_TRUE(judge.has_value());
    const auto added = addRecordedReplies(session.session(), judge->judge, "run",
        R"({"id": "q1", "presentation": "BA", "text": "3 9\nAssistant 2 beats Assistant 1."})"
        "\n"
        R"({"id": "q1", "presentation": "AB", "text": "8 2\nAssistant 1 is better."})"
        "\n"
        R"({"id": "q2", "presentation": "AB", "text": "4 6.5\nAssistant 2 is better."})"
        "\n",
        "x");
    ASSERT_TRUE(added.has_value());
    session.reopen();
    TempFolder folder;
    folder.write("training.jsonl", exportedText(session));
    TempSession again;
    const ImportJobOptions options;
    SilentObserver silent;
    const auto summary = valueOf(importFiles(again.session(),
        valueOf(openImportFiles({(folder.path() / "training.jsonl").string()}, options)), options, silent));
    EXPECT_EQ(summary.format, "judgelm");
    EXPECT_EQ(summary.skippedCount, 0);
    EXPECT_EQ(summary.counts.items, 6) << "three verdicts and their twins";
    EXPECT_EQ(summary.counts.itemsNew, 2);
    EXPECT_EQ(summary.counts.labelsNew, 2);
    std::map<std::string, std::string> better;
    for (const RowKey key : {RowKey(1), RowKey(2)}) {
        const Item item = valueOf(again.reader().item(key));
        const auto labels = valueOf(again.reader().labelsOf(key));
        ASSERT_EQ(labels.size(), 1U) << item.turns.at(0).content;
        better[item.turns.at(0).content] = item.responses.at(labels[0].label == Label::A ? 0 : 1).text;
    }
    EXPECT_EQ(better, (std::map<std::string, std::string>{{"Why?", "alpha"}, {"How?", "delta"}}));
}

TEST(JudgelmExport, OtherScalesBecomeTen) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    const auto judge = findJudge("rubric-generated", {});
    ASSERT_TRUE(judge.has_value());
    const auto added = addRecordedReplies(session.session(), judge->judge, "run",
        R"({"id": "q1", "text": "criteria:\n  fit: {weight: 1, score_A: 5, score_B: 2}\npreference: '[[A>B]]'"})"
        "\n",
        "x");
    ASSERT_TRUE(added.has_value());
    session.reopen();
    const auto rows = exported(session);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0]["score"], json({10.0, 3.3}));
}

} // namespace
} // namespace assize::test
