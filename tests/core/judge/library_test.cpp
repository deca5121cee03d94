// SPDX-License-Identifier: Apache-2.0
#include "core/judge/library.h"

#include "core/judge/judge_yaml.h"
#include "core/judge/lint.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(Library, PresetsAreThereInOrder) {
    std::vector<std::string> names;
    for (const Judge& judge : presetJudges())
        names.push_back(judge.name);
    EXPECT_THAT(names,
        testing::ElementsAre("builtin", "builtin-direct", "builtin-pass-fail", "rubric-generated", "rubric-fixed",
            "rubric-generated-json", "pairwise-json", "root-decompose", "root-evaluator", "root-pairwise",
            "judgelm-pair", "judgelm-pair-ref", "judgelm-single", "judgelm-many", "judgelm-turns", "judgelm-vqa",
            "selene-absolute", "selene-absolute-ref", "selene-classify", "selene-classify-ref", "selene-pairwise",
            "selene-context", "mtbench-pair", "mtbench-single", "prometheus-absolute", "prometheus-relative", "pandalm",
            "autoj-pair", "alpaca-pair", "seven-steps", "geval-score", "best-of-n"));
}

TEST(Library, PresetsAreWithoutFindings) {
    for (const Judge& judge : presetJudges()) {
        for (const LintFinding& finding : lintJudge(judge))
            ADD_FAILURE() << judge.name << ": " << lintText(finding);
    }
}

TEST(Library, ALibraryJudgeGoesBeforeAPresetOfItsName) {
    const test::TempFolder folder;
    Judge own = presetJudges().front();
    own.title = "Mine";
    static_cast<void>(folder.write("builtin.yaml", judgeToYaml(own)));
    const auto found = findJudge("builtin", folder.path());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->source, "library");
    EXPECT_EQ(found->judge.title, "Mine");
}

TEST(Library, FindsByHashPrefixAndByFile) {
    const test::TempFolder folder;
    const Judge& preset = presetJudges().back();
    EXPECT_TRUE(findJudge(preset.name + "@" + versionHash(preset).substr(0, 8), folder.path()).has_value());
    EXPECT_EQ(findJudge(preset.name + "@ffffffff0", folder.path()).error().code, ErrorCode::NotFound);
    const auto path = folder.write("elsewhere/x.yaml", judgeToYaml(preset));
    const auto found = findJudge(path.string(), folder.path());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->source, "file");
}

TEST(Library, UnknownNamesGetTheNearest) {
    const auto found = findJudge("rubric-generatd", {});
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().detail, "no judge has this name; is it \"rubric-generated\"?");
}

TEST(Library, UnreadableFilesAreReportedBeside) {
    const test::TempFolder folder;
    static_cast<void>(folder.write("bad.yaml", "assize: judge/1\nname: x\nmessages: 3\n"));
    static_cast<void>(folder.write("good.yaml", judgeToYaml(presetJudges().front())));
    static_cast<void>(folder.write("note.txt", "no judge"));
    const Library library = readLibrary(folder.path());
    EXPECT_EQ(library.judges.size(), 1U);
    ASSERT_EQ(library.problems.size(), 1U);
    EXPECT_THAT(library.problems.front().subject, testing::EndsWith("bad.yaml:3"));
    EXPECT_TRUE(readLibrary(folder.path() / "missing").judges.empty());
}

} // namespace
} // namespace assize
