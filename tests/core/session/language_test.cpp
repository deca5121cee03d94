// SPDX-License-Identifier: Apache-2.0
#include "core/session/language.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

std::string languageOfPrompt(const std::string& prompt, const std::string& metadata = "{}") {
    Item item;
    item.turns = {{"user", prompt}};
    item.metadata = metadata;
    return languageOf(item);
}

TEST(Language, IsReadFromScriptAndCommonWords) {
    const struct {
        const char* prompt;
        const char* language;
    } cases[] = {
        {"What is the capital of France?", "en"},
        {"Wie ist das Wetter und wie wird es?", "de"},
        {"Quelle est la capitale et pour vous, que faire?", "fr"},
        {"¿Cuál es la capital y por qué los ríos?", "es"},
        {"Como é que a gente faz isso com uma casa?", "pt"},
        {"Che cosa sono gli atomi e come si vedono?", "it"},
        {"请解释机器学习 (machine)", "zh"},
        {"機械学習とは何ですか", "ja"},
        {"안녕하세요 세계", "ko"},
        {"Как дела?", "ru"},
        {"สวัสดี", "th"},
        {"x = 4; y = 5", "und"},
        {"", "und"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(languageOfPrompt(row.prompt), row.language) << row.prompt;
}

TEST(Language, StatedOneWins) {
    EXPECT_EQ(languageOfPrompt("What is the time?", R"({"language":"nl"})"), "nl");
    EXPECT_EQ(languageOfPrompt("What is the time?", R"({"lang":5})"), "en");
}

TEST(Language, OfAnItemWithoutAPromptIsItsFirstResponses) {
    Item item;
    item.responses = {{"不知道", {}}};
    EXPECT_EQ(languageOf(item), "zh");
}

} // namespace
} // namespace assize
