// SPDX-License-Identifier: Apache-2.0
#include "tests/core/sample/sample_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace assize::test {
namespace {

TEST(SampleItems, AreThirtyEightWithTwoAnnotatorsEach) {
    const auto items = sampleItems();
    EXPECT_EQ(items.size(), 38U);
    for (const auto& [id, sample] : items)
        EXPECT_EQ(sample.annotators.size(), 2U) << id;
}

TEST(SampleItems, DifferInContent) {
    std::set<std::string> hashes;
    for (const auto& [id, sample] : sampleItems())
        EXPECT_TRUE(hashes.insert(contentHash(sample.item)).second) << id;
}

TEST(SampleItems, HoldEveryLabel) {
    std::set<Label> labels;
    for (const auto& [id, sample] : sampleItems()) {
        if (sample.gold)
            labels.insert(*sample.gold);
    }
    EXPECT_THAT(labels, testing::ElementsAre(Label::A, Label::B, Label::Tie, Label::BothBad));
}

/// resources/sample/README.md and the tour name these six.
TEST(SampleItems, DivideTheAnnotatorsOnSix) {
    std::vector<std::string> divided;
    for (const auto& [id, sample] : sampleItems()) {
        if (sample.annotators.at("Maya") != sample.annotators.at("Ivo"))
            divided.push_back(id);
    }
    EXPECT_THAT(
        divided, testing::UnorderedElementsAre("desk-012", "sql-038", "poem-058", "mail-181", "law-211", "test-252"));
}

TEST(SampleItems, GoldIsWhatAtLeastOneAnnotatorSays) {
    for (const auto& [id, sample] : sampleItems()) {
        const bool isSaid = std::ranges::any_of(sample.annotators,
            [&gold = sample.gold](const auto& annotator) { return !gold || annotator.second == *gold; });
        EXPECT_TRUE(isSaid) << id;
    }
}

} // namespace
} // namespace assize::test
