// SPDX-License-Identifier: Apache-2.0
// judges list, show and lint: presets, the library and the versions of a session.
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* Mine = R"(assize: judge/1
name: mine
title: My own
task: pairwise
messages:
  - role: user
    content: "{{prompt}} {{response_a}} {{response_b}} Answer [[A]] or [[B]]."
reply: {format: label}
)";

class Judges : public testing::Test {
protected:
    Finished cli(std::vector<std::string> arguments) { return runCli(std::move(arguments), m_home.path()); }

    json judgesIn(std::vector<std::string> more = {}) {
        std::vector<std::string> arguments = {"judges", "list", "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, 0) << finished.err;
        return json::parse(finished.out)["judges"];
    }

    static json named(const json& judges, const std::string& name) {
        for (const json& judge : judges) {
            if (judge["name"] == name)
                return judge;
        }
        return {};
    }

    TempFolder m_home;
};

TEST_F(Judges, ListPresetsWithTheirKeys) {
    const json judges = judgesIn();
    for (const char* preset : {"builtin", "builtin-direct", "builtin-pass-fail", "rubric-generated", "rubric-fixed",
             "pairwise-json", "root-decompose"})
        EXPECT_EQ(named(judges, preset)["source"], "preset") << preset;
    const json generated = named(judges, "rubric-generated");
    EXPECT_EQ(generated["title"], "Rubric written for each prompt");
    EXPECT_EQ(generated["task"], "pairwise");
    EXPECT_EQ(generated["reply"], "rubric-yaml");
    EXPECT_EQ(generated["rubric"], "generated");
    EXPECT_EQ(generated["version"].get<std::string>().size(), 64U);
    EXPECT_EQ(named(judges, "rubric-fixed")["rubric"], "fixed");
    EXPECT_EQ(named(judges, "root-decompose")["rubric"], "none");
    EXPECT_THAT(cli({"judges", "list"}).out, testing::StartsWith("name "));
}

TEST_F(Judges, TheSessionComesBeforeTheLibraryAndThePresets) {
    m_home.write("data/assize/judges/mine.yaml", Mine);
    m_home.write("pairs.jsonl", R"({"prompt":"Q","response_A":"x","response_B":"y"})");
    ASSERT_EQ(cli({"import", "s.assize", "pairs.jsonl"}).status, 0);
    ASSERT_EQ(cli({"judge", "s.assize", "--judge", "builtin"}).status, 0);
    const json judges = judgesIn({"--session", "s.assize"});
    EXPECT_EQ(judges[0]["name"], "builtin");
    EXPECT_EQ(judges[0]["source"], "session");
    EXPECT_EQ(judges[0]["number"], 1);
    EXPECT_EQ(judges[1]["name"], "mine");
    EXPECT_EQ(judges[1]["source"], "library");
    EXPECT_THAT(cli({"judges", "list", "--session", "s.assize"}).out, HasSubstr("session v1\n"));
}

TEST_F(Judges, ABrokenFileOfTheLibraryIsNamedAndTheRestListed) {
    m_home.write("data/assize/judges/bad.yaml", "assize: judge/1\nname: bad\nfoo: 1\n");
    const Finished finished = cli({"judges", "list"});
    EXPECT_EQ(finished.status, 1);
    EXPECT_THAT(finished.err, HasSubstr("bad.yaml"));
    EXPECT_THAT(finished.out, HasSubstr("rubric-generated"));
}

TEST_F(Judges, WhatIsShownIsTheSameJudge) {
    const Finished shown = cli({"judges", "show", "rubric-fixed"});
    ASSERT_EQ(shown.status, 0) << shown.err;
    m_home.write("copy.yaml", shown.out);
    const json original = json::parse(cli({"judges", "show", "rubric-fixed", "--json"}).out);
    const json copy = json::parse(cli({"judges", "show", "copy.yaml", "--json"}).out);
    EXPECT_EQ(copy["version"], original["version"]);
    EXPECT_EQ(copy["definition"], original["definition"]);
    const std::string hash = original["version"].get<std::string>().substr(0, 8);
    EXPECT_EQ(cli({"judges", "show", "rubric-fixed@" + hash}).out, shown.out);
    EXPECT_EQ(cli({"judges", "show", "rubric-fixed@00000000"}).status, 2);
}

TEST_F(Judges, LintFindsWhatIsWrong) {
    EXPECT_EQ(cli({"judges", "lint", "rubric-generated"}).out, "rubric-generated: nothing found\n");
    std::string wrong = Mine;
    wrong.replace(wrong.find("{{response_b}}"), 14, "{{responce_b}}");
    m_home.write("wrong.yaml", wrong);
    const Finished finished = cli({"judges", "lint", "wrong.yaml", "--json"});
    EXPECT_EQ(finished.status, 1);
    const json document = json::parse(finished.out);
    EXPECT_EQ(document["ok"], false);
    const json& finding = document["findings"][0];
    EXPECT_EQ(finding["severity"], "error");
    EXPECT_EQ(finding["message"], 1);
    EXPECT_EQ(finding["line"], 1);
    EXPECT_EQ(finding["subject"], "responce_b");
    EXPECT_EQ(finding["suggestion"], "response_b");
    EXPECT_THAT(cli({"judges", "lint", "wrong.yaml"}).out, testing::StartsWith("error: message 1, line 1: "));
}

TEST_F(Judges, SayWhatTheyCannotDo) {
    m_home.write("unknown-key.yaml", std::string(Mine) + "foo: 1\n");
    m_home.write("broken.yaml", "assize: [judge/1\n");
    const struct {
        std::vector<std::string> arguments;
        int status;
        const char* says;
    } cases[] = {
        {{"judges", "show", "nope"}, 2, "nope: not found: no judge has this name"},
        {{"judges", "lint", "gone.yaml"}, 3, "gone.yaml: cannot read: No such file or directory"},
        {{"judges", "lint", "unknown-key.yaml"}, 2, "unknown-key.yaml:9: cannot do that: "},
        {{"judges", "lint", "broken.yaml"}, 2, "broken.yaml:"},
        {{"judges", "list", "--session", "gone.assize"}, 3, "gone.assize: cannot read"},
        {{"judges"}, 2, ""},
        {{"judges", "show"}, 2, ""},
    };
    for (const auto& [arguments, status, says] : cases) {
        const Finished finished = cli(arguments);
        EXPECT_EQ(finished.status, status) << finished.err;
        EXPECT_THAT(finished.err, HasSubstr(says));
        EXPECT_EQ(finished.out, "");
    }
}

} // namespace
} // namespace assize::test
