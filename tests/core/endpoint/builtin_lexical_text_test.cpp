// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

bool areEqualWords(std::string_view one, std::string_view other) {
    const LexicalText a = readLexicalText(one, false);
    const LexicalText b = readLexicalText(other, false);
    return a.keys == b.keys;
}

std::vector<std::string> contentWords(std::string_view bytes) {
    const LexicalText text = readLexicalText(bytes, false);
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        if (text.isContent[at])
            found.push_back(text.words[at].folded);
    }
    return found;
}

std::vector<std::string> factsOf(std::string_view bytes) {
    const LexicalText text = readLexicalText(bytes, true);
    std::vector<std::string> found;
    for (const Fact fact : text.facts)
        found.emplace_back(text.at(text.spanOf(fact.first, fact.last)));
    return found;
}

TEST(LexicalText, EndingsOfEnglishWordsDoNotCount) {
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"study", "studies"},
             {"studied", "studying"}, {"car", "Cars"}, {"make", "making"}, {"run", "running"}, {"class", "classes"},
             {"house", "houses"}, {"Anna", "Anna’s"}, {"add", "adding"}})
        EXPECT_TRUE(areEqualWords(one, other)) << one << " / " << other;
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{
             {"car", "cart"}, {"king", "k"}, {"bus", "bu"}, {"glass", "gla"}, {"red", "r"}})
        EXPECT_FALSE(areEqualWords(one, other)) << one << " / " << other;
}

TEST(LexicalText, NumbersCountByTheirValue) {
    EXPECT_TRUE(areEqualWords("1,000", "1000"));
    EXPECT_TRUE(areEqualWords("3.50", "3.5"));
    EXPECT_TRUE(areEqualWords("4.0", "4"));
    EXPECT_TRUE(areEqualWords("１２", "12"));
    EXPECT_TRUE(areEqualWords("2nd", "2"));
    EXPECT_FALSE(areEqualWords("3.5", "35"));
    EXPECT_FALSE(areEqualWords("100", "1"));
}

TEST(LexicalText, StopWordsOfBothLanguagesAreNoContent) {
    EXPECT_THAT(contentWords("What is the tallest tower of Paris? It isn’t mine."),
        testing::ElementsAre("tallest", "tower", "paris", "mine"));
    EXPECT_THAT(contentWords("这个房间的押金是多少？"), testing::ElementsAre("房间", "押金"));
}

TEST(LexicalText, NumbersAndNamesAreFacts) {
    EXPECT_THAT(factsOf("Yesterday Maria paid 40 euros in Lisbon. However, nobody saw it."),
        testing::ElementsAre("Maria", "40", "Lisbon"));
}

TEST(LexicalText, ListNumbersAndSentenceStartsAreNotFacts) {
    EXPECT_THAT(factsOf("1. Boil water\n2) Wait\n- Serve\n**3.** Eat"), testing::IsEmpty());
    EXPECT_THAT(factsOf("Wait 2) minutes"), testing::ElementsAre("2"));
}

TEST(LexicalText, ChineseTitlesAndNumbersAreFacts) {
    EXPECT_THAT(factsOf("他在2019年读完了《红楼梦》。"), testing::ElementsAre("2019", "红楼梦"));
    EXPECT_THAT(factsOf("没有写完的《书名"), testing::IsEmpty());
}

TEST(LexicalText, MostLettersDecideTheLanguage) {
    EXPECT_TRUE(isMostlyHan("请解释 GPT 是什么意思"));
    EXPECT_FALSE(isMostlyHan("Translate 你好 into English"));
    EXPECT_FALSE(isMostlyHan("12345 !?"));
    EXPECT_FALSE(isMostlyHan(""));
}

TEST(LexicalText, MalformedBytesAreReplacedFirst) {
    const LexicalText text = readLexicalText("ab\xFF", true);
    EXPECT_EQ(text.text, "ab\xEF\xBF\xBD");
    EXPECT_EQ(text.length, 3U);
}

TEST(Repetition, CountsThreeWordSequences) {
    const LexicalText text = readLexicalText("so it goes, so it goes, so it goes", false);
    const Repetition found = repetitionOf(text);
    EXPECT_EQ(found.total, 7U);
    EXPECT_EQ(found.distinct, 3U);
    EXPECT_EQ(found.times, 3U);
    EXPECT_EQ(text.at(found.span), "so it goes");
}

TEST(Repetition, NothingRepeatsInAShortText) {
    EXPECT_EQ(repetitionOf(readLexicalText("one two", false)).total, 0U);
    const Repetition three = repetitionOf(readLexicalText("one two three", false));
    EXPECT_EQ(three.total, 1U);
    EXPECT_EQ(three.times, 0U);
}

TEST(CommonSubsequence, IsTheLongestOne) {
    EXPECT_EQ(commonSubsequence({1, 2, 3, 4, 5}, {2, 9, 4, 5}), 3U);
    EXPECT_EQ(commonSubsequence({1, 2, 3}, {3, 2, 1}), 1U);
    EXPECT_EQ(commonSubsequence({}, {1}), 0U);
    EXPECT_EQ(commonSubsequence({1}, {}), 0U);
}

TEST(CommonSubsequence, CarriesOverBlocksOfSixtyFour) {
    std::vector<std::size_t> all(200);
    for (std::size_t at = 0; at < all.size(); ++at)
        all[at] = at;
    std::vector<std::size_t> even;
    for (std::size_t at = 0; at < all.size(); at += 2)
        even.push_back(at);
    EXPECT_EQ(commonSubsequence(all, all), 200U);
    EXPECT_EQ(commonSubsequence(all, even), 100U);
    EXPECT_EQ(commonSubsequence(even, all), 100U);
    const std::vector<std::size_t> same(130, 7);
    EXPECT_EQ(commonSubsequence(same, std::vector<std::size_t>(99, 7)), 99U);
}

} // namespace
} // namespace assize
