// SPDX-License-Identifier: Apache-2.0
#include "core/judge/judge_diff.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

Judge version() {
    Judge judge;
    judge.name = "j";
    judge.messages = {{"system", "Be fair."}, {"user", "One\nTwo\nThree"}};
    judge.criteria = {{"Tone", "", 0.5, CriterionType::Scale, 1, 5, {}}};
    return judge;
}

std::string drawn(const std::vector<DiffLine>& lines) {
    std::string out;
    for (const DiffLine& line : lines)
        out += (line.change == LineChange::Same       ? "  "
                   : line.change == LineChange::Added ? "+ "
                                                      : "- ") +
               line.text + "\n";
    return out;
}

TEST(JudgeDiff, EqualVersionsHaveNone) {
    Judge renamed = version();
    renamed.notes = "the same";
    EXPECT_TRUE(diffJudges(version(), version()).settings.empty());
    const JudgeDiff diff = diffJudges(version(), renamed);
    EXPECT_TRUE(diff.isSameVersion);
    ASSERT_EQ(diff.settings.size(), 1U);
    EXPECT_EQ(diff.settings[0].path, "notes");
}

TEST(JudgeDiff, SettingsAreNamedByTheirPath) {
    Judge after = version();
    after.criteria[0].weight = 0.25;
    after.reply.format = "label";
    after.reply.labels = {{"yes", "A>B"}};
    const JudgeDiff diff = diffJudges(version(), after);
    EXPECT_FALSE(diff.isSameVersion);
    ASSERT_EQ(diff.settings.size(), 4U);
    EXPECT_EQ(diff.settings[0].path, "reply.format");
    EXPECT_EQ(diff.settings[0].before, "\"verdict-json\"");
    EXPECT_EQ(diff.settings[0].after, "\"label\"");
    EXPECT_EQ(diff.settings[1].path, "reply.labels");
    EXPECT_EQ(diff.settings[2].path, "reply.labels.yes");
    EXPECT_EQ(diff.settings[3].path, "rubric.criteria.1.weight");
    EXPECT_EQ(diff.settings[3].after, "0.25");
}

TEST(JudgeDiff, MessagesAreComparedLineByLine) {
    Judge after = version();
    after.messages[1].content = "One\n2\nThree\nFour";
    const JudgeDiff diff = diffJudges(version(), after);
    ASSERT_EQ(diff.messages.size(), 1U);
    EXPECT_EQ(diff.messages[0].number, 2U);
    EXPECT_EQ(drawn(diff.messages[0].lines), "  One\n- Two\n+ 2\n  Three\n+ Four\n");
}

TEST(JudgeDiff, AMessageMayBeMissingOnOneSide) {
    Judge after = version();
    after.messages.pop_back();
    const JudgeDiff diff = diffJudges(version(), after);
    ASSERT_EQ(diff.messages.size(), 1U);
    EXPECT_EQ(diff.messages[0].roleBefore, "user");
    EXPECT_EQ(diff.messages[0].roleAfter, "");
    EXPECT_EQ(drawn(diff.messages[0].lines), "- One\n- Two\n- Three\n");
}

} // namespace
} // namespace assize
