// SPDX-License-Identifier: Apache-2.0
#include "core/reply/yaml_lines.h"

#include <gtest/gtest.h>
#include <string>

namespace assize {
namespace {

std::string shown(const ReplyNode& node) {
    const std::string key = node.key.empty() ? "" : node.key + "=";
    if (node.kind == ReplyNode::Kind::Null)
        return key + "~";
    if (node.kind == ReplyNode::Kind::Scalar)
        return key + (node.isQuoted ? "\"" : "") + node.text + (node.isQuoted ? "\"" : "");
    std::string out = key + (node.kind == ReplyNode::Kind::Map ? "{" : "[");
    for (const ReplyNode& child : node.children)
        out += shown(child) + ";";
    return out + (node.kind == ReplyNode::Kind::Map ? "}" : "]");
}

class WellFormed : public testing::TestWithParam<std::string_view> {};

/// The line reader is held to yaml-cpp wherever that accepts the text.
TEST_P(WellFormed, GivesWhatTheLibraryGives) {
    const auto exact = readYamlByLibrary(GetParam());
    ASSERT_TRUE(exact.has_value());
    const YamlReading reading = readYamlLines(GetParam());
    EXPECT_EQ(shown(reading.root), shown(*exact));
    EXPECT_FALSE(reading.isRepaired);
    EXPECT_FALSE(reading.hasProse);
    EXPECT_FALSE(reading.needsLibrary);
}

INSTANTIATE_TEST_SUITE_P(YamlLines, WellFormed,
    testing::Values("a: b", "a: b\nc: d\n", "a:\n  b: 1\n  c:\n    d: x\ne: f\n", "a:\n- b\n- c\n",
        "a:\n  - b: 1\n    c: 2\n  - b: 3\n", "a:\n  -\n    b: 1\n", "- a\n- b: c\n  d: e\n",
        "a: \"q: \\\"x\\\" \\n\\t\\u00e9\\x41\"\n", "a: 'it''s'\n", "\"a b\": c\n'd': e\n",
        "a: x # comment\nb: y#no\n# line\nc: z\n", "a: |\n  one\n   two\n\n  three\nb: c\n",
        "a: |-\n  one\n  two\n\nb: c\n", "a: |+\n  one\n\n\nb: c\n",
        "a: >\n  one\n  two\n\n  three\n    deep\n  four\nb: c\n", "a: >-\n  folded\n  text\n",
        "a: |2\n    two more\n  x\n", "a: one\n  two\n\n  three\nb: c\n", "a: \"one\n  two\n\n  three\"\nb: c\n",
        "a: 'one\n  two'\n", "a: \"one \\\n  two\"\n", "---\na: b\n", "a:\nb:\n", "a: ~\nb: null\n", "p: [[A>B]]\n",
        "p: '[[A>B]]'\n", "a:   spaced   \n", "a: http://x.y/z\n", "a: 12:30\n", "裁判: 好\n", "a b-c_d: e\n",
        "a: \"\"\nb: ''\n", "a: \"x\" # c\n",
        "criteria:\n  - name: x\n    description: |\n      text: here\n      - more\n    weight: 0.5\n"));

struct Repaired {
    std::string_view text;
    std::string_view expected;
};

class Malformed : public testing::TestWithParam<Repaired> {};

TEST_P(Malformed, IsReadAsItWasMeant) {
    const YamlReading reading = readYamlLines(GetParam().text);
    EXPECT_EQ(shown(reading.root), GetParam().expected);
    EXPECT_TRUE(reading.isRepaired);
}

INSTANTIATE_TEST_SUITE_P(YamlLines, Malformed,
    testing::Values(Repaired{"a: b: c", "{a=b: c;}"}, Repaired{"a: \"b \"c\" d\"", "{a=\"b \"c\" d\";}"},
        Repaired{"a: \"b\" c", "{a=\"b\" c\";}"}, Repaired{"a: 'it's'\nb: c", "{a=\"it's\";b=c;}"},
        Repaired{"a:\n\tb: c", "{a={b=c;};}"}, Repaired{"a: \"open\nb: c", "{a=\"open\";b=c;}"},
        Repaired{"a: x\nwrapped\nb: c", "{a=x wrapped;b=c;}"}, Repaired{"a:\n    b: c\n  d: e\n", "{a={b=c;d=e;};}"},
        Repaired{"**a**: b", "{a=b;}"}, Repaired{"a: \"\\(x\\)\"", "{a=\"\\(x\\)\";}"}, Repaired{"a：b", "{a=b;}"},
        Repaired{"a: \"x\n  y", "{a=\"x y\";}"}));

TEST(YamlLines, SkipsProseBeforeTheFirstKeyOfOurs) {
    const YamlReading reading = readYamlLines("I looked at both.\nNow then\ncriteria:\n  a: b\npreference: x\n\nBye\n");
    EXPECT_EQ(shown(reading.root), "{criteria={a=b;};preference=x;}");
    EXPECT_TRUE(reading.hasProse);
}

TEST(YamlLines, AsksForTheLibraryWhereItMust) {
    for (const std::string_view text : {"a: {b: c}", "a: [1, 2]", "a: &x 1", "a: *x", "a: !!str 1"})
        EXPECT_TRUE(readYamlLines(text).needsLibrary) << text;
    EXPECT_FALSE(readYamlByLibrary("a: b: c").has_value());
}

TEST(YamlLines, StopsBehindMoreKeysThanAnyVerdictHas) {
    for (const std::string unit : {"a:\n", "- b\n"}) {
        std::string text;
        for (int count = 0; count < 30'000; ++count)
            text += unit;
        const YamlReading reading = readYamlLines(text);
        EXPECT_TRUE(reading.isTooLarge);
        EXPECT_EQ(reading.root.children.size(), 20'001U);
    }
}

} // namespace
} // namespace assize
