// SPDX-License-Identifier: Apache-2.0
#include "core/judge/reply_schema.h"

#include "core/judge/library.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

std::string schemaOf(std::string_view format, Task task) {
    Judge judge;
    judge.task = task;
    judge.reply.format = format;
    judge.categories = {{"Yes", 1, ""}, {"No", 0, ""}};
    const auto schema = replySchema(judge, 3);
    return schema ? schema->at("properties").dump() : "none";
}

TEST(ReplySchema, ReasoningStandsBeforeTheVerdict) {
    EXPECT_EQ(schemaOf("verdict-json", Task::PassFail),
        R"({"REASONING":{"type":"string"},"VERDICT":{"type":"string","enum":["PASS","FAIL"]}})");
    EXPECT_EQ(schemaOf("verdict-json", Task::Pairwise),
        R"_({"reasoning":{"type":"string"},"verdict":{"type":"string","enum":["A>B","B>A","A=B","A=B (bothbad)"]}})_");
    EXPECT_EQ(schemaOf("verdict-json", Task::Direct),
        R"({"reasoning":{"type":"string"},"result":{"type":"integer","enum":[1,2,3,4,5]}})");
    EXPECT_EQ(schemaOf("verdict-json", Task::Classify),
        R"({"reasoning":{"type":"string"},"verdict":{"type":"string","enum":["Yes","No"]}})");
    EXPECT_EQ(schemaOf("verdict-json", Task::Select),
        R"({"reasoning":{"type":"string"},"verdict":{"type":"string","enum":["A","B","C"]}})");
    EXPECT_EQ(schemaOf("score-json", Task::Direct),
        R"({"justification":{"type":"string"},"score":{"type":"integer","enum":[1,2,3,4,5]}})");
    EXPECT_EQ(schemaOf("rubric-yaml", Task::Pairwise), "none");
}

TEST(ReplySchema, EveryPropertyIsRequiredAndNoneMayBeAdded) {
    Judge judge;
    judge.reply.format = "rubric-json";
    judge.rubricPolicy = RubricPolicy::Generated;
    const auto schema = replySchema(judge, 2);
    ASSERT_TRUE(schema.has_value());
    EXPECT_EQ(schema->at("required").dump(), R"(["criteria","overall_justification","preference"])");
    EXPECT_EQ(schema->at("additionalProperties"), false);
    const auto& criterion = schema->at("properties").at("criteria").at("items");
    EXPECT_EQ(criterion.at("required").dump(),
        R"(["name","description","type","weight","justification_A","justification_B","score_A","score_B"])");
}

} // namespace
} // namespace assize
