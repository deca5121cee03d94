// SPDX-License-Identifier: Apache-2.0
#include "core/judge/lint.h"

#include "core/judge/library.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace assize {
namespace {

Judge sound() {
    Judge judge;
    judge.name = "j";
    judge.messages = {{"user", "{{prompt}}\n{{response_a}}\n{{response_b}}\n{{> output_contract}}"}};
    return judge;
}

std::optional<LintFinding> findingOf(const Judge& judge, LintRule rule, const LintSettings& settings = {}) {
    for (const LintFinding& finding : lintJudge(judge, settings)) {
        if (finding.rule == rule)
            return finding;
    }
    return std::nullopt;
}

TEST(Lint, ASoundJudgeHasNoFindings) {
    EXPECT_TRUE(lintJudge(sound()).empty());
}

TEST(Lint, UnknownVariableHasPlaceAndFix) {
    Judge judge = sound();
    judge.messages[0].content += "\n{{promt}}";
    const auto finding = findingOf(judge, LintRule::UnknownVariable);
    ASSERT_TRUE(finding.has_value());
    EXPECT_TRUE(finding->isError);
    EXPECT_EQ(finding->message, 1);
    EXPECT_EQ(finding->line, 5);
    EXPECT_EQ(finding->subject, "promt");
    ASSERT_TRUE(finding->fix.has_value());
    judge.messages[0].content.replace(finding->fix->offset, finding->fix->length, finding->fix->text);
    EXPECT_FALSE(findingOf(judge, LintRule::UnknownVariable).has_value());
}

TEST(Lint, NamesOfListsAreKnownInsideThemOnly) {
    Judge judge = sound();
    judge.messages[0].content += "{{#turns}}{{role}}{{/turns}}";
    EXPECT_FALSE(findingOf(judge, LintRule::UnknownVariable).has_value());
    judge.messages[0].content += "{{role}}";
    EXPECT_TRUE(findingOf(judge, LintRule::UnknownVariable).has_value());
}

TEST(Lint, FieldsOfTheItemsAreKnown) {
    Judge judge = sound();
    judge.messages[0].content += "{{topic}}{{metadata.anything}}";
    EXPECT_TRUE(findingOf(judge, LintRule::UnknownVariable).has_value());
    EXPECT_FALSE(findingOf(judge, LintRule::UnknownVariable, {{"topic"}, 0}).has_value());
}

TEST(Lint, BrokenTags) {
    Judge judge = sound();
    judge.messages[0].content += "{{=<% %>=}}";
    EXPECT_EQ(findingOf(judge, LintRule::BrokenTag)->subject, "other delimiters cannot be set");
}

TEST(Lint, UnusedVariables) {
    Judge judge = sound();
    judge.messages[0].content = "{{response_a}} {{> output_contract}}";
    EXPECT_EQ(findingOf(judge, LintRule::UnusedVariable)->subject, "response_b");
    judge.messages[0].content = "{{response_a}} {{response_b}} {{> output_contract}}";
    EXPECT_EQ(findingOf(judge, LintRule::UnusedVariable)->subject, "prompt");
    EXPECT_FALSE(findingOf(judge, LintRule::UnusedVariable)->isError);
    judge = sound();
    judge.reference = ReferencePolicy::Require;
    EXPECT_EQ(findingOf(judge, LintRule::UnusedVariable)->subject, "reference");
}

TEST(Lint, SwapSymmetry) {
    Judge judge = sound();
    judge.messages[0].content += "\nResponse A comes first.";
    EXPECT_EQ(findingOf(judge, LintRule::SwapAsymmetry)->subject, "Response A");
    judge.messages[0].content += "\nResponse B second.";
    EXPECT_FALSE(findingOf(judge, LintRule::SwapAsymmetry).has_value());
    judge.messages[0].content += "{{response_b}}";
    EXPECT_EQ(findingOf(judge, LintRule::SwapAsymmetry)->subject, "response_b");
}

TEST(Lint, OutputContract) {
    Judge judge = sound();
    judge.messages[0].content = "{{prompt}}{{response_a}}{{response_b}}";
    const auto missing = findingOf(judge, LintRule::NoOutputContract);
    ASSERT_TRUE(missing.has_value());
    judge.messages[0].content.insert(missing->fix->offset, missing->fix->text);
    EXPECT_TRUE(lintJudge(judge).empty());
    judge.messages[0].content = "{{prompt}}{{response_a}}{{response_b}} **Result:** <A or B>";
    EXPECT_EQ(findingOf(judge, LintRule::ContractMismatch)->subject, "reasoning-result");
    judge.reply.format = "reasoning-result";
    EXPECT_TRUE(lintJudge(judge).empty());
}

TEST(Lint, WeightsAndLength) {
    Judge judge = sound();
    judge.messages[0].content += "{{> rubric}}";
    judge.rubricPolicy = RubricPolicy::Fixed;
    judge.criteria = {{"a", "", 0.5, CriterionType::Scale, 1, 5, {}}, {"b", "", 0.3, CriterionType::Scale, 1, 5, {}}};
    EXPECT_EQ(findingOf(judge, LintRule::WeightSum)->subject, "0.8");
    judge.criteria[1].weight = 0.5;
    EXPECT_TRUE(lintJudge(judge).empty());
    EXPECT_TRUE(findingOf(judge, LintRule::LongPrompt, {{}, 2100}).has_value());
}

TEST(Lint, EveryRuleHasANameAndASentence) {
    for (int rule = 0; rule <= static_cast<int>(LintRule::LongPrompt); ++rule) {
        LintFinding finding;
        finding.rule = static_cast<LintRule>(rule);
        finding.subject = "xyz";
        EXPECT_FALSE(lintRuleName(finding.rule).empty());
        EXPECT_NE(lintText(finding).find("xyz"), std::string::npos);
    }
}

} // namespace
} // namespace assize
