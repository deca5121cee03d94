// SPDX-License-Identifier: Apache-2.0
// The blocks around the instruction of JudgeLM's prompts, byte for byte (protocols.md, 1.1). The instruction itself and
// the sentence before the question are the preset's own; the published sizes tell how long the originals are.
#include "core/judge/library.h"
#include "core/judge/render.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

/// The prompt from the question on, with "{prompt}" for the instruction.
std::string layoutOf(const std::string& preset, const Item& item, const std::string& presentation) {
    const Judge judge = valueOf(findJudge(preset, {})).judge;
    std::string text = valueOf(renderRequest(judge, item, {presentation, "", false})).messages.back().content;
    text.erase(0, text.find("[Question]\n"));
    constexpr std::string_view Before = "[System]\n";
    const std::size_t begin = text.rfind(Before) + Before.size();
    return text.replace(begin, text.rfind("\n\n### Response:") - begin, "{prompt}");
}

std::string answer(int number, const std::string& text) {
    const std::string name = "Assistant " + std::to_string(number) + "'s Answer]\n";
    return "[The Start of " + name + text + "\n\n[The End of " + name + "\n";
}

Item itemOf(std::vector<std::string> answers) {
    Item item;
    item.turns = {{"user", "Q"}};
    item.reference = "R";
    for (std::string& text : answers)
        item.responses.push_back({std::move(text), ""});
    return item;
}

const std::string Question = "[Question]\nQ\n\n";
const std::string Reference = "[Reference Answer]\nR\n\n";
const std::string End = "[System]\n{prompt}\n\n### Response:";

TEST(JudgelmLayout, IsThePublishedOne) {
    EXPECT_EQ(layoutOf("judgelm-pair", itemOf({"A", "B"}), "AB"), Question + answer(1, "A") + answer(2, "B") + End);
    EXPECT_EQ(layoutOf("judgelm-pair-ref", itemOf({"A", "B"}), "AB"),
        Question + Reference + answer(1, "A") + answer(2, "B") + End);
    EXPECT_EQ(layoutOf("judgelm-single", itemOf({"B"}), "A"), Question + answer(1, "R") + answer(2, "B") + End + "10");
    EXPECT_EQ(layoutOf("judgelm-vqa", itemOf({"B"}), "A"),
        Question + Reference + answer(1, "R") + answer(2, "B") + End + "10");
    EXPECT_EQ(layoutOf("judgelm-many", itemOf({"A", "B", "C"}), "ABC"),
        Question + Reference + answer(1, "A") + answer(2, "B") + answer(3, "C") + End);
}

/// Sizes of whole prompts: with the instruction of 711 bytes, and of 1043 where the reference decides (VQA). What is
/// left of the pair's is the sentence before the question and its line end, the same for all.
TEST(JudgelmLayout, HasThePublishedSize) {
    constexpr std::size_t Usual = 711;
    constexpr std::size_t OfVqa = 1043;
    const auto around = [](const std::string& preset, const Item& item, const std::string& presentation) {
        return layoutOf(preset, item, presentation).size() - std::string_view("{prompt}").size();
    };
    const std::size_t before = 977 - Usual - around("judgelm-pair", itemOf({"A", "B"}), "AB");
    EXPECT_EQ(before + around("judgelm-pair-ref", itemOf({"A", "B"}), "AB") + Usual, 999U);
    EXPECT_EQ(before + around("judgelm-single", itemOf({"B"}), "A") + Usual, 979U);
    EXPECT_EQ(before + around("judgelm-vqa", itemOf({"B"}), "A") + OfVqa, 1333U);
    constexpr std::size_t Three = Usual + 3 * 2 + 3; // "three" for "two" thrice, "1, 2 and 3" for "1 and 2"
    EXPECT_EQ(before + around("judgelm-many", itemOf({"A", "B", "C"}), "ABC") + Three, 1082U);
}

} // namespace
} // namespace assize::test
