// SPDX-License-Identifier: Apache-2.0
// judges diff, import and export: judges as files.
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* SelenePrompt = "user_template: |-\n  Grade.\n\n  {user_input}\n  {assistant_response}\n"
                                     "  [{rubric_objective}]\n  **Result:** <an integer between 1 and 5>\n";

class JudgesLibrary : public testing::Test {
protected:
    Finished cli(std::vector<std::string> arguments) { return runCli(std::move(arguments), m_home.path()); }

    TempFolder m_home;
};

TEST_F(JudgesLibrary, AnImportedPromptIsAJudgeOfTheLibrary) {
    const auto file = m_home.write("absolute.yaml", SelenePrompt);
    const Finished imported =
        cli({"judges", "import", file.string(), "--set", "rubric_objective=Is it kind?", "--json"});
    ASSERT_EQ(imported.status, 0) << imported.err;
    const json entry = json::parse(imported.out)["judges"][0];
    EXPECT_EQ(entry["name"], "selene-absolute");
    EXPECT_EQ(entry["origin"], "selene");
    EXPECT_TRUE(entry["published_as"].is_null());
    EXPECT_EQ(entry["fields"], json::array());
    const Finished shown = cli({"judges", "show", "selene-absolute"});
    EXPECT_THAT(shown.out, HasSubstr("[Is it kind?]"));
    EXPECT_EQ(cli({"judges", "import", file.string(), "--set", "rubric_objective=Is it kind?"}).status, 0)
        << "the same again is no problem";
}

TEST_F(JudgesLibrary, AnotherJudgeOfTheNameStaysUnlessReplaced) {
    const auto file = m_home.write("absolute.yaml", SelenePrompt);
    ASSERT_EQ(cli({"judges", "import", file.string(), "--name", "mine"}).status, 0);
    const Finished refused = cli({"judges", "import", file.string(), "--name", "mine", "--set", "rubric_objective=x"});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("--replace overwrites it"));
    EXPECT_THAT(cli({"judges", "show", "mine"}).out, HasSubstr("{{metadata.rubric_objective}}"));
    EXPECT_EQ(
        cli({"judges", "import", file.string(), "--name", "mine", "--set", "rubric_objective=x", "--replace"}).status,
        0);
    EXPECT_THAT(cli({"judges", "show", "mine"}).out, HasSubstr("[x]"));
}

TEST_F(JudgesLibrary, ADryRunWritesNothing) {
    const auto file = m_home.write("absolute.yaml", SelenePrompt);
    const Finished looked = cli({"judges", "import", file.string(), "--dry-run"});
    EXPECT_EQ(looked.status, 0);
    EXPECT_THAT(looked.out, HasSubstr("{rubric_objective} comes from an item's metadata"));
    EXPECT_EQ(json::parse(cli({"judges", "show", "selene-absolute", "--json"}).out)["source"], "preset");
}

TEST_F(JudgesLibrary, WhatIsNoJudgeIsSaidWithItsLine) {
    const auto file = m_home.write("bad.yaml", "assize: judge/1\nname: x\nmessages: 3\n");
    const Finished bad = cli({"judges", "import", file.string()});
    EXPECT_EQ(bad.status, 2);
    EXPECT_THAT(bad.err, HasSubstr("bad.yaml:3"));
    EXPECT_EQ(cli({"judges", "import", (m_home.path() / "none.yaml").string()}).status, 3);
    EXPECT_EQ(cli({"judges", "import", file.string(), "--set", "x"}).status, 2);
}

TEST_F(JudgesLibrary, AnExportIsImportedAgainAsTheSameVersion) {
    const std::string out = (m_home.path() / "out.yaml").string();
    const Finished exported = cli({"judges", "export", "root-evaluator", "-o", out, "--json"});
    ASSERT_EQ(exported.status, 0) << exported.err;
    const Finished imported = cli({"judges", "import", out, "--json"});
    ASSERT_EQ(imported.status, 0) << imported.err;
    EXPECT_EQ(json::parse(imported.out)["judges"][0]["version"], json::parse(exported.out)["version"]);
    EXPECT_THAT(cli({"judges", "export", "root-evaluator"}).out, HasSubstr("name: \"root-evaluator\""));
}

TEST_F(JudgesLibrary, DiffShowsSettingsAndLines) {
    const Finished text = cli({"judges", "diff", "judgelm-pair", "judgelm-pair-ref"});
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("reference: \"drop\" -> \"require\""));
    EXPECT_THAT(text.out, HasSubstr("+ [Reference Answer]\n"));
    const json document = json::parse(cli({"judges", "diff", "judgelm-pair", "judgelm-pair-ref", "--json"}).out);
    EXPECT_EQ(document["same_version"], false);
    EXPECT_EQ(document["messages"][0]["message"], 1);
    EXPECT_EQ(document["a"]["name"], "judgelm-pair");
    const json same = json::parse(cli({"judges", "diff", "builtin", "builtin", "--json"}).out);
    EXPECT_EQ(same["same_version"], true);
    EXPECT_TRUE(same["settings"].empty());
    EXPECT_EQ(cli({"judges", "diff", "builtin", "nobody"}).status, 2);
}

} // namespace
} // namespace assize::test
