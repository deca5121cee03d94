// SPDX-License-Identifier: Apache-2.0
#include "core/chart/phrase.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

class TwoWords final : public ChartWords {
public:
    [[nodiscard]] std::string text(std::string_view key) const override {
        if (key == "of")
            return "%2 of %1, 100 %";
        return key == "gold" ? "gold" : std::string(key);
    }
};

TEST(Phrase, PutsArgumentsWhereTheTextWantsThem) {
    EXPECT_EQ(worded(phrase("of", {literal("212"), literal("180")}), TwoWords()), "180 of 212, 100 %");
}

TEST(Phrase, WordsArgumentsThatAreKeysThemselves) {
    EXPECT_EQ(worded(phrase("of", {phrase("gold"), literal("%1")}), TwoWords()), "%1 of gold, 100 %");
}

TEST(Phrase, LeavesPlacesWithoutArguments) {
    EXPECT_EQ(worded(phrase("of", {literal("212")}), TwoWords()), "%2 of 212, 100 %");
    EXPECT_EQ(worded(literal("%1 of %2"), TwoWords()), "%1 of %2");
    EXPECT_EQ(worded({}, TwoWords()), "");
}

} // namespace
} // namespace assize
