// SPDX-License-Identifier: Apache-2.0
#include "core/base/sentence.h"

#include <gtest/gtest.h>
#include <map>

namespace assize {
namespace {

std::string german(const char* pattern) {
    static const std::map<std::string, std::string> Texts = {
        {"%1 cannot be read: %2", "%2: %1 ist nicht lesbar"}, {"it is %1 bytes long", "%1 Bytes lang"}};
    const auto found = Texts.find(pattern);
    return found == Texts.end() ? pattern : found->second;
}

TEST(Sentence, FillsItsPlacesInEnglish) {
    EXPECT_EQ(said("%1 has %2 bytes, more than %3", "a.png", 7, 4U).english(), "a.png has 7 bytes, more than 4");
}

TEST(Sentence, IsWordedWithTheSentencesInItInAnyOrder) {
    const Sentence sentence = said("%1 cannot be read: %2", "a.png", said("it is %1 bytes long", 9));
    EXPECT_EQ(sentence.english(), "a.png cannot be read: it is 9 bytes long");
    EXPECT_EQ(sentence.worded(german), "9 Bytes lang: a.png ist nicht lesbar");
}

// A file name with a percent sign came out as somebody else's argument.
TEST(Sentence, LeavesPlacesInArgumentsAlone) {
    EXPECT_EQ(said("%1 cannot be read: %2", "%2.png", "%1").english(), "%2.png cannot be read: %1");
}

TEST(Sentence, LeavesWordsOfOthersAlone) {
    EXPECT_EQ(quoted("%1 cannot be read: %2").worded(german), "%1 cannot be read: %2");
}

TEST(Sentence, IsEmptyUntilSomethingIsSaid) {
    EXPECT_TRUE(Sentence().isEmpty());
    EXPECT_TRUE(quoted("").isEmpty());
    EXPECT_FALSE(said("it is empty").isEmpty());
}

TEST(Sentence, JoinsWhatThereIs) {
    EXPECT_EQ(both(said("one"), said("two")).english(), "one; two");
    EXPECT_EQ(both({}, said("two")).english(), "two");
    EXPECT_EQ(both(said("one"), {}).english(), "one");
}

} // namespace
} // namespace assize
