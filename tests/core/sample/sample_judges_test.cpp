// SPDX-License-Identifier: Apache-2.0
#include "core/judge/judge_yaml.h"
#include "core/judge/lint.h"
#include "core/judge/render.h"
#include "tests/core/sample/sample_files.h"

#include <gtest/gtest.h>

#include <string_view>

namespace assize::test {
namespace {

class SampleJudge : public testing::TestWithParam<std::string_view> {
protected:
    [[nodiscard]] static Judge judge() { return judgeFromYaml(sampleJudgeYaml(GetParam()), GetParam()).value(); }
};

TEST_P(SampleJudge, SaysThatItIsAnIllustration) {
    EXPECT_EQ(judge().name, GetParam());
    EXPECT_TRUE(judge().notes.starts_with("Illustration, written by hand"));
}

TEST_P(SampleJudge, HasNothingForLintToFind) {
    for (const LintFinding& finding : lintJudge(judge()))
        ADD_FAILURE() << lintText(finding);
}

TEST_P(SampleJudge, RendersEveryItemItRepliedTo) {
    const auto items = sampleItems();
    for (const SampleReply& reply : sampleReplies(GetParam())) {
        const auto request = renderRequest(judge(), items.at(reply.id).item, {reply.presentation, "boundary", false});
        EXPECT_TRUE(request.has_value()) << reply.id << ": "
                                         << (request ? std::string() : request.error().detail.english());
    }
}

INSTANTIATE_TEST_SUITE_P(Both, SampleJudge, testing::Values("rubric-illustration", "grounding-illustration"));

} // namespace
} // namespace assize::test
