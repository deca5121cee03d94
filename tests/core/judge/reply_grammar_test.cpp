// SPDX-License-Identifier: Apache-2.0
#include "core/judge/reply_grammar.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

/// The first rule; the rest says what white space, texts and numbers are.
std::string rootOf(const std::optional<std::string>& grammar) {
    return grammar ? grammar->substr(0, grammar->find('\n')) : "none";
}

Judge judgeOf(std::string format, Task task) {
    Judge judge;
    judge.task = task;
    judge.reply.format = std::move(format);
    return judge;
}

TEST(ReplyGrammar, WritesTheKeysOfTheSchemaInTheirOrder) {
    EXPECT_EQ(rootOf(replyGrammar(judgeOf("verdict-json", Task::PassFail), 1)),
        R"(root ::= "{" ws "\"REASONING\"" ws ":" ws string ws "," ws "\"VERDICT\"" ws ":" ws )"
        R"(( "\"PASS\"" | "\"FAIL\"" ) ws "}")");
    EXPECT_EQ(rootOf(replyGrammar(judgeOf("score-json", Task::Direct), 1)),
        R"(root ::= "{" ws "\"justification\"" ws ":" ws string ws "," ws "\"score\"" ws ":" ws )"
        R"(( "1" | "2" | "3" | "4" | "5" ) ws "}")");
}

TEST(ReplyGrammar, WritesListsAndValuesOfTwoTypes) {
    const auto schema = nlohmann::ordered_json::parse(
        R"({"type":"array","items":{"type":"object","properties":{"score":{"type":["number","boolean"]}}}})");
    const std::string item = R"("{" ws "\"score\"" ws ":" ws ( number | boolean ) ws "}")";
    EXPECT_EQ(rootOf(grammarOf(schema)), R"(root ::= "[" ws )" + item + R"( ws ( "," ws )" + item + R"( ws )* "]")");
}

TEST(ReplyGrammar, AScorePairBeginsWithItsTwoNumbers) {
    Judge judge = judgeOf("score-pair", Task::ScorePair);
    judge.scaleMax = 10;
    EXPECT_EQ(replyGrammar(judge, 2), R"(root ::= score " " score ( "\n" any* )?
any ::= [^\n] | "\n"
score ::= "10" | [1-9] ( "." [0-9]+ )?
)");
    judge.scaleMax = 100;
    EXPECT_EQ(replyGrammar(judge, 2), R"(root ::= score " " score ( "\n" any* )?
any ::= [^\n] | "\n"
score ::= "-"? [0-9]+ ( "." [0-9]+ )?
)");
}

TEST(ReplyGrammar, OtherFormatsHaveNone) {
    EXPECT_EQ(rootOf(replyGrammar(judgeOf("rubric-yaml", Task::Pairwise), 2)), "none");
    EXPECT_EQ(rootOf(replyGrammar(judgeOf("label", Task::Pairwise), 2)), "none");
}

} // namespace
} // namespace assize
