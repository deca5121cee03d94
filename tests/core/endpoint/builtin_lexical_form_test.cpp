// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::vector<std::pair<FormDefect, std::string>> defectsOf(std::string_view bytes) {
    const LexicalText text = readLexicalText(bytes, false);
    std::vector<std::pair<FormDefect, std::string>> found;
    for (const FoundDefect& defect : formDefects(text))
        found.emplace_back(defect.defect, text.at(defect.span));
    return found;
}

TEST(FormDefects, AnEmptyAnswerHasNoOther) {
    EXPECT_THAT(defectsOf(""), ElementsAre(Pair(FormDefect::Empty, "")));
    EXPECT_THAT(defectsOf(" \n\t　"), ElementsAre(Pair(FormDefect::Empty, "")));
    EXPECT_THAT(defectsOf("!"), IsEmpty());
}

TEST(FormDefects, RefusalsAreFoundAsWritten) {
    EXPECT_THAT(defectsOf("Sorry. I CAN’T help with that."), ElementsAre(Pair(FormDefect::Refusal, "I CAN’T help")));
    EXPECT_THAT(defectsOf("I'm sorry, but no."), ElementsAre(Pair(FormDefect::Refusal, "I'm sorry, but")));
    EXPECT_THAT(defectsOf("As an AI, I have no taste."), ElementsAre(Pair(FormDefect::Refusal, "As an AI")));
    EXPECT_THAT(defectsOf("很抱歉，我无法回答这个问题。"), ElementsAre(Pair(FormDefect::Refusal, "我无法")));
    EXPECT_THAT(defectsOf("You can help yourself, I think."), IsEmpty());
}

TEST(FormDefects, LateWordsAreNoRefusal) {
    std::string text;
    for (int word = 0; word < 50; ++word)
        text += "word ";
    EXPECT_THAT(defectsOf(text + "I cannot help it"), IsEmpty());
}

TEST(FormDefects, FencesMustClose) {
    EXPECT_THAT(defectsOf("Code:\n```cpp\nint x;\n"), ElementsAre(Pair(FormDefect::UnclosedFence, "```")));
    EXPECT_THAT(defectsOf("```\nx\n```\nText"), IsEmpty());
    EXPECT_THAT(defectsOf("~~~~\n```\n~~~\n~~~~\n"), IsEmpty());
    EXPECT_THAT(defectsOf("~~~\nx\n```"), ElementsAre(Pair(FormDefect::UnclosedFence, "~~~")));
    EXPECT_THAT(defectsOf("a `quoted` word"), IsEmpty());
}

TEST(FormDefects, ListsMustBeNumberedThrough) {
    EXPECT_THAT(defectsOf("1. one\n2. two\n4. four"), ElementsAre(Pair(FormDefect::BrokenList, "4.")));
    EXPECT_THAT(defectsOf("1. one\n\n2. two\n3."), ElementsAre(Pair(FormDefect::BrokenList, "3.")));
    EXPECT_THAT(defectsOf("1) one\n2) two"), IsEmpty());
    EXPECT_THAT(defectsOf("1. one\n1. again\n2. two"), IsEmpty());
    EXPECT_THAT(defectsOf("1. one\n   5. deeper\n2. two"), IsEmpty());
    EXPECT_THAT(defectsOf("1.\nbelow\n2.\nbelow"), IsEmpty());
    EXPECT_THAT(defectsOf("3.14 is pi\n7. of May"), IsEmpty());
    EXPECT_THAT(defectsOf("1. a\n```\n9. not a list\n```\n2. b"), IsEmpty());
}

TEST(FormDefects, SeveralComeInOrder) {
    EXPECT_THAT(defectsOf("I cannot help.\n1. a\n3. c\n```"),
        ElementsAre(Pair(FormDefect::Refusal, "I cannot help"), Pair(FormDefect::UnclosedFence, "```"),
            Pair(FormDefect::BrokenList, "3.")));
}

} // namespace
} // namespace assize
