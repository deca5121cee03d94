// SPDX-License-Identifier: Apache-2.0
#include "core/model/presentation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace assize {
namespace {

using testing::ElementsAre;

TEST(Presentation, APairHasTwoOrders) {
    EXPECT_THAT(presentationsFor(2, Orders::AB, "", 1), ElementsAre("AB"));
    EXPECT_THAT(presentationsFor(2, Orders::BA, "", 1), ElementsAre("BA"));
    EXPECT_THAT(presentationsFor(2, Orders::Both, "", 1), ElementsAre("AB", "BA"));
}

TEST(Presentation, ManyResponsesRotateSoThatEachStandsInEveryPlace) {
    EXPECT_THAT(presentationsFor(3, Orders::Both, "", 1), ElementsAre("ABC", "BCA", "CAB"));
    EXPECT_THAT(presentationsFor(3, Orders::BA, "", 1), ElementsAre("CBA"));
    EXPECT_THAT(presentationsFor(1, Orders::Both, "", 1), ElementsAre("A"));
}

TEST(Presentation, RandomIsTheSameEveryTimeAndDiffersBySample) {
    EXPECT_EQ(presentationsFor(4, Orders::Random, "7f", 1), presentationsFor(4, Orders::Random, "7f", 1));
    std::set<std::string> seen;
    for (int sample = 1; sample <= 50; ++sample) {
        const std::string drawn = presentationsFor(3, Orders::Random, "7f", sample).front();
        EXPECT_TRUE(isPresentation(drawn, 3)) << drawn;
        seen.insert(drawn);
    }
    EXPECT_EQ(seen.size(), 6U) << "all permutations of three come up";
}

TEST(Presentation, ARandomPairIsACoinOfTheHash) {
    EXPECT_THAT(presentationsFor(2, Orders::Random, "01", 1), ElementsAre("AB"));
    EXPECT_THAT(presentationsFor(2, Orders::Random, "01", 2), ElementsAre("BA"));
}

TEST(Presentation, NoneAndTooManyHaveNoOrder) {
    EXPECT_TRUE(presentationsFor(0, Orders::Both, "", 1).empty());
    EXPECT_TRUE(presentationsFor(27, Orders::Both, "", 1).empty());
    EXPECT_FALSE(isPresentation("AAB", 3));
    EXPECT_FALSE(isPresentation("AB", 3));
}

TEST(Presentation, AHyphenHidesTheReference) {
    EXPECT_EQ(withoutReference("BA"), "BA-");
    EXPECT_TRUE(hidesReference("BA-"));
    EXPECT_FALSE(hidesReference("BA"));
    EXPECT_EQ(lettersOf("BA-"), "BA");
    EXPECT_EQ(lettersOf("A"), "A");
    EXPECT_EQ(lettersOf(""), "");
}

} // namespace
} // namespace assize
