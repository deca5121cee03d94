// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

std::vector<std::string> foldedWords(std::string_view text) {
    std::vector<std::string> out;
    for (const Word& word : words(text))
        out.push_back(word.folded);
    return out;
}

TEST(Words, SplitsEnglishAndDropsPunctuation) {
    EXPECT_THAT(foldedWords("The 07:52 isn't LATE."), testing::ElementsAre("the", "07", "52", "isn't", "late"));
}

TEST(Words, SplitsChineseByDictionary) {
    EXPECT_THAT(foldedWords("需要押金。"), testing::ElementsAre("需要", "押金"));
}

TEST(Words, OffsetsPointIntoTheText) {
    const std::string text = "é B";
    const auto found = words(text);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(text.substr(found[1].offset, found[1].length), "B");
}

TEST(Text, CountsCodePointsNotBytes) {
    EXPECT_EQ(codePointCount("a裁判"), 3U);
    EXPECT_EQ(codePointCount("eight by裁判 and é, ASCII after it"), 32U);
    EXPECT_EQ(codePointCount("裁判裁判裁判裁判"), 8U);
}

TEST(Text, MalformedBytesBecomeReplacementCharacters) {
    EXPECT_FALSE(isUtf8("a\xFFz"));
    EXPECT_EQ(toValidUtf8("a\xFFz"), "a\xEF\xBF\xBDz");
}

TEST(Text, TrimsFullWidthSpacesToo) {
    EXPECT_EQ(trimmed("\xE3\x80\x80 x\n"), "x");
}

TEST(Text, SplitsEveryKindOfLineEnd) {
    EXPECT_THAT(splitLines("a\r\nb\rc\n\nd"), testing::ElementsAre("a", "b", "c", "", "d"));
}

TEST(Text, SuggestsTheNearestName) {
    EXPECT_EQ(nearestName("catgory", {"category", "label", "gold"}), "category");
    EXPECT_EQ(nearestName("zzzzzzzz", {"category", "label", "gold"}), "");
}

} // namespace
} // namespace assize
