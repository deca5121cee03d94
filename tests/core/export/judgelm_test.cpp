// SPDX-License-Identifier: Apache-2.0
#include "core/export/exporter.h"
#include "core/judge/library.h"
#include "core/run/recorded_replies.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;

std::vector<json> exported(TempSession& session) {
    std::string text;
    const auto exporter = exporterNamed("judgelm");
    EXPECT_TRUE(exporter.has_value());
    const auto items = (*exporter)->write(session.reader(), {}, [&](std::string_view bytes) -> Result<void> {
        text += bytes;
        return {};
    });
    EXPECT_TRUE(items.has_value());
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
