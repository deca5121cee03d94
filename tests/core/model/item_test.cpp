// SPDX-License-Identifier: Apache-2.0
#include "core/model/item.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

Item sampleItem() {
    Item item;
    item.turns = {{"user", "First"}, {"assistant", "Reply"}, {"user", "  Second line\nmore"}};
    item.responses = {{"one", "model-x"}, {"two", ""}};
    return item;
}

TEST(Item, PromptIsTheLastUserTurn) {
    EXPECT_EQ(promptOf(sampleItem()), "  Second line\nmore");
}

TEST(Item, TitleIsTheFirstLineOfThePrompt) {
    EXPECT_EQ(titleOf(sampleItem()), "Second line");
}

TEST(Item, TitleOfAVerdictOnlyItemIsItsId) {
    Item item;
    item.sourceId = "session-17";
    EXPECT_EQ(titleOf(item), "session-17");
}

TEST(ContentHash, IgnoresLabelsCategoryMetadataAndModels) {
    Item other = sampleItem();
    other.category = "chat";
    other.metadata = R"({"x":1})";
    other.responses[0].model.clear();
    EXPECT_EQ(contentHash(sampleItem()), contentHash(other));
}

TEST(ContentHash, KnowsTheOrderOfTheResponses) {
    Item other = sampleItem();
    std::swap(other.responses[0], other.responses[1]);
    EXPECT_NE(contentHash(sampleItem()), contentHash(other));
}

TEST(ContentHash, AnEmptyReferenceIsNotAnAbsentOne) {
    Item other = sampleItem();
    other.reference = "";
    EXPECT_NE(contentHash(sampleItem()), contentHash(other));
}

} // namespace
} // namespace assize
