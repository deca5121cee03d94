// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_scoring.h"
#include "tests/core/endpoint/lexical_reply.h"
#include "tests/support/shared_data.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>

namespace assize {
namespace {

using test::lexicalJudge;
using test::lexicalReply;
using test::pairItem;
using test::quotationsIn;
using test::readPair;
using test::ReadReply;
using test::turnedRound;

/// Pieces that upset careless text code: cut sequences, NUL, controls, combining marks, markers, both languages.
std::string hostileText(std::mt19937& chance) {
    static const std::vector<std::string> pieces = {"word", "Word", " ", "\n", "1.", "2)", "3,000.50", "```", "~~~",
        "\xFF", "\xC3", std::string(1, '\0'), "\xE2\x80\x8B", "é", "中文", "押金", "《", "》", "\"", "“", "”", "'", "…",
        "I cannot help", "我无法", "the", "的", "🙂", "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", ": ", "- ", "#",
        "\t", "\r\n", "\xC2\xAD", "́"};
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    std::uniform_int_distribution<int> length(0, 40);
    std::string text;
    for (int left = length(chance); left > 0; --left)
        text += pieces[piece(chance)];
    return text;
}

Item hostileItem(std::mt19937& chance) {
    Item item = pairItem(hostileText(chance), hostileText(chance), hostileText(chance));
    if (chance() % 2 == 0)
        item.reference = hostileText(chance);
    if (chance() % 2 == 0)
        item.context = hostileText(chance);
    return item;
}

void expectQuotedExactly(const ReadReply& reply, const Item& item) {
    const std::string a = toValidUtf8(item.responses[0].text);
    const std::string b = toValidUtf8(item.responses[1].text);
    for (const auto& [name, text] : reply.justificationA) {
        for (const std::string& quotation : quotationsIn(text))
            EXPECT_NE(a.find(quotation), std::string::npos) << name << ": " << text << "\nin " << a;
    }
    for (const auto& [name, text] : reply.justificationB) {
        for (const std::string& quotation : quotationsIn(text))
            EXPECT_NE(b.find(quotation), std::string::npos) << name << ": " << text << "\nin " << b;
    }
}

TEST(BuiltinLexicalProperties, TheOrderShownChangesNothing) {
    std::mt19937 chance(7);
    for (int round = 0; round < 400; ++round) {
        const Item item = hostileItem(chance);
        EXPECT_EQ(readPair(item, "AB"), turnedRound(readPair(item, "BA"))) << "round " << round;
    }
}

TEST(BuiltinLexicalProperties, TheOrderInTheItemChangesNothing) {
    std::mt19937 chance(8);
    for (int round = 0; round < 400; ++round) {
        const Item item = hostileItem(chance);
        Item exchanged = item;
        std::swap(exchanged.responses[0], exchanged.responses[1]);
        EXPECT_EQ(readPair(item), turnedRound(readPair(exchanged))) << "round " << round;
    }
}

TEST(BuiltinLexicalProperties, TheSameTextsGiveTheSameBytes) {
    std::mt19937 chance(9);
    for (int round = 0; round < 100; ++round) {
        const Item item = hostileItem(chance);
        for (const Task task : {Task::Pairwise, Task::Direct, Task::PassFail})
            EXPECT_EQ(lexicalReply(lexicalJudge(task), item, "AB"), lexicalReply(lexicalJudge(task), item, "AB"));
    }
}

TEST(BuiltinLexicalProperties, ScoresStayOnTheScale) {
    std::mt19937 chance(10);
    for (int round = 0; round < 400; ++round) {
        const ReadReply reply = readPair(hostileItem(chance));
        ASSERT_EQ(reply.scoreA.size(), 5U);
        for (const auto* scores : {&reply.scoreA, &reply.scoreB}) {
            for (const auto& [name, score] : *scores)
                EXPECT_TRUE(score >= 1 && score <= 5) << name << " " << score;
        }
    }
}

TEST(BuiltinLexicalProperties, QuotationsStandInTheAnswer) {
    std::mt19937 chance(11);
    for (int round = 0; round < 400; ++round) {
        const Item item = hostileItem(chance);
        expectQuotedExactly(readPair(item), item);
    }
}

TEST(BuiltinLexicalProperties, AMegabyteIsJudged) {
    std::string numbered;
    std::string lines;
    for (int line = 1; numbered.size() < (1U << 20U); ++line) {
        numbered += "item " + std::to_string(line) + " of Many, ";
        lines += std::to_string(line) + ". 中文字 \n";
    }
    Item item = pairItem("Count many items", numbered, lines);
    item.reference = numbered;
    EXPECT_EQ(readPair(item, "AB"), turnedRound(readPair(item, "BA")));
    const Item oneWord = pairItem("a", std::string(1U << 20U, 'a'), std::string(1U << 20U, '\0'));
    EXPECT_EQ(readPair(oneWord, "AB"), turnedRound(readPair(oneWord, "BA")));
}

struct Agreement {
    int items = 0;
    int right = 0;
    int consistent = 0;
};

Agreement agreementOn(const std::filesystem::path& path) {
    std::ifstream file(path);
    Agreement found;
    for (const auto& row : nlohmann::json::parse(file)) {
        const Item item = pairItem(row.at("input").get<std::string>(), row.at("output_1").get<std::string>(),
            row.at("output_2").get<std::string>());
        const ReadReply forward = readPair(item, "AB");
        ++found.items;
        found.consistent += forward == turnedRound(readPair(item, "BA")) ? 1 : 0;
        found.right += forward.preference == (row.at("label") == 1 ? "[[A>B]]" : "[[B>A]]") ? 1 : 0;
        expectQuotedExactly(forward, item);
    }
    return found;
}

TEST(BuiltinLexicalData, IsConsistentOnEveryLlmbarItem) {
    for (const char* name :
        {"llmbar/Dataset/LLMBar/Natural/dataset.json", "llmbar/Dataset/LLMBar/Adversarial/Manual/dataset.json"}) {
        ASSIZE_NEEDS_DATA(path, name);
        const Agreement found = agreementOn(path);
        EXPECT_EQ(found.consistent, found.items);
        std::printf("%s: agreement with gold %d / %d\n", name, found.right, found.items);
    }
}

} // namespace
} // namespace assize
