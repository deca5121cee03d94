// SPDX-License-Identifier: Apache-2.0
#include "core/judge/library.h"
#include "core/reply/reply_format.h"
#include "core/run/recorded_replies.h"
#include "tests/core/export/exported.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace assize::test {
namespace {

constexpr const char* Rubric =
    R"({"id": "q1", "text": "criteria:\n  fit & form:\n    {weight: 0.5, score_A: 2, score_B: 5, justification_A: 'a: \"x\"'}\n)"
    R"(  safe: {type: binary, weight: 0.5, score_A: true, score_B: false}\noverall_justification: why\npreference: '[[B>A]]'"})"
    "\n";

void judged(TempSession& session, const std::string& replies) {
    const auto judge = valueOf(findJudge("rubric-generated", {}));
    valueOf(addRecordedReplies(session.session(), judge.judge, "run", replies, "x"));
    session.reopen();
}

TEST(YamlExport, EveryVerdictIsADocumentInTheShapeOfRubricJudges) {
    TempSession session;
    session.addPair("q1", "Why: \"this\"?\n# no comment", "- alpha\ttab", "beta \xF0\x9F\x98\x80", "chat");
    judged(session, Rubric);
    const Exported exported(session, "yaml");
    EXPECT_EQ(exported.items, 1);
    const auto documents = YAML::LoadAll(exported.text);
    ASSERT_EQ(documents.size(), 1U) << exported.text;
    const YAML::Node& document = documents[0];
    EXPECT_EQ(document["id"].as<std::string>(), "q1");
    EXPECT_EQ(document["run"].as<std::string>(), "run");
    EXPECT_EQ(document["presentation"].as<std::string>(), "AB");
    EXPECT_EQ(document["category"].as<std::string>(), "chat");
    EXPECT_EQ(document["prompt"].as<std::string>(), "Why: \"this\"?\n# no comment");
    EXPECT_EQ(document["response_A"].as<std::string>(), "- alpha\ttab");
    EXPECT_EQ(document["response_B"].as<std::string>(), "beta \xF0\x9F\x98\x80");
    const YAML::Node fit = document["criteria"]["fit & form"];
    EXPECT_EQ(fit["score_A"].as<double>(), 2);
    EXPECT_EQ(fit["score_B"].as<double>(), 5);
    EXPECT_EQ(fit["justification_A"].as<std::string>(), "a: \"x\"");
    EXPECT_EQ(document["criteria"]["safe"]["score_A"].as<std::string>(), "true");
    EXPECT_EQ(document["criteria"]["safe"]["score_B"].as<std::string>(), "false");
    EXPECT_EQ(document["overall_justification"].as<std::string>(), "why");
    EXPECT_EQ(document["preference"].as<std::string>(), "[[B>A]]");
    EXPECT_EQ(document["weighted_score_A"].as<double>(), 0.625);
    EXPECT_EQ(document["score_margin"].as<double>(), 0.125);
}

// What one program wrote, a rubric judge's reader takes for a reply, with the same verdict.
TEST(YamlExport, ADocumentReadsBackAsAReply) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    judged(session, Rubric);
    const Exported exported(session, "yaml");
    const auto judge = valueOf(findJudge("rubric-generated", {}));
    const std::size_t criteria = exported.text.find("criteria:");
    const Judgement judgement = readReply(exported.text.substr(criteria), {.judge = &judge.judge});
    EXPECT_EQ(judgement.outcome, Outcome::Verdict) << judgement.reason;
    EXPECT_EQ(judgement.label, Label::B);
    EXPECT_EQ(judgement.scoreMargin, 0.125);
    EXPECT_EQ(judgement.criteria.size(), 2U);
}

TEST(YamlExport, WhatIsNoVerdictSaysSo) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    judged(session, "{\"id\": \"q1\", \"text\": \"Nothing here can be read.\"}\n");
    const auto documents = YAML::LoadAll(Exported(session, "yaml").text);
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0]["outcome"].as<std::string>(), "unparseable");
    EXPECT_FALSE(documents[0]["preference"]);
}

TEST(YamlExport, ASessionWithoutVerdictsGivesNothing) {
    TempSession session;
    session.addPair("q1", "Why?", "alpha", "beta");
    const Exported exported(session, "yaml");
    EXPECT_EQ(exported.text, "");
    EXPECT_EQ(exported.items, 0);
}

} // namespace
} // namespace assize::test
