// SPDX-License-Identifier: Apache-2.0
#include "core/model/judge_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

Judge sampleJudge() {
    Judge judge;
    judge.name = "strict";
    judge.title = "Strict judge";
    judge.task = Task::Select;
    judge.messages = {{"system", "Be strict."}, {"user", "{{prompt}}"}};
    judge.rubricPolicy = RubricPolicy::Fixed;
    judge.criteria = {{"Tone", "is it kind?", 0.5, CriterionType::Categorical, 1, 5, {{"kind", 1, "yes"}}}};
    judge.scaleMax = 7;
    judge.reply.labels = {{"[[A]]", "A>B"}};
    judge.orders = Orders::Random;
    judge.mixed = MixedPolicy::Lean;
    judge.samples = 3;
    judge.guardNonce = false;
    judge.parameters.seed.reset();
    judge.parameters.stop = {"###"};
    judge.notes = "why";
    return judge;
}

TEST(JudgeJson, ComesBackEqual) {
    const auto back = judgeFromJson(judgeToJson(sampleJudge()));
    ASSERT_TRUE(back) << back.error().subject << ": " << back.error().detail;
    EXPECT_EQ(*back, sampleJudge());
}

TEST(JudgeJson, AbsentKeysTakeTheirDefaults) {
    const auto judge = judgeFromJson(nlohmann::json::parse(R"({"name":"x","scale":{"max":10}})"));
    ASSERT_TRUE(judge);
    EXPECT_EQ(judge->scaleMin, 1);
    EXPECT_EQ(judge->scaleMax, 10);
    EXPECT_EQ(judge->parameters.seed, 7);
}

TEST(JudgeJson, RefusesWhatItDoesNotKnow) {
    const struct {
        const char* document;
        const char* subject;
    } cases[] = {
        {R"({"colour":1})", "colour"},
        {R"({"task":"guess"})", "task"},
        {R"({"samples":"three"})", "samples"},
        {R"({"rubric":{"criteria":[{"name":"a"},{"nmae":"b"}]}})", "rubric.criteria.2.nmae"},
        {R"({"guard":"wall"})", "guard"},
        {R"({"assize":"judge/9"})", "assize"},
    };
    for (const auto& row : cases) {
        const auto judge = judgeFromJson(nlohmann::json::parse(row.document));
        ASSERT_FALSE(judge) << row.document;
        EXPECT_EQ(judge.error().code, ErrorCode::InvalidArgument);
        EXPECT_EQ(judge.error().subject, row.subject);
    }
}

TEST(VersionHash, IgnoresNameTitleAndNotesOnly) {
    Judge renamed = sampleJudge();
    renamed.name = "other";
    renamed.title = "Other";
    renamed.notes = "because";
    EXPECT_EQ(versionHash(renamed), versionHash(sampleJudge()));
    renamed.messages[0].content = "Be lenient.";
    EXPECT_NE(versionHash(renamed), versionHash(sampleJudge()));
}

} // namespace
} // namespace assize
