// SPDX-License-Identifier: Apache-2.0
#include "core/session/query.h"

#include "core/filter/filter.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using test::TempSession;
using test::valueOf;

/// The source ids of a query in its order, as "a b".
std::string idsOf(TempSession& temp, const ItemQuery& query) {
    std::string ids;
    for (const ItemRow& row : valueOf(temp.reader().itemRows(valueOf(temp.reader().itemKeys(query)), 0, "")))
        ids += (ids.empty() ? "" : " ") + row.sourceId;
    return ids;
}

ItemQuery ordered(ItemOrder order, RowKey run = 0) {
    ItemQuery query;
    query.order = order;
    query.runKey = run;
    return query;
}

TEST(ItemOrder, CategoriesAreInOrderOfTheirTextAndItemsOfOneInThatOfTheFile) {
    TempSession temp;
    temp.addPair("one", "p1", "a", "b", "maths");
    temp.addPair("two", "p2", "a", "b");
    temp.addPair("three", "p3", "a", "b", "Code");
    temp.addPair("four", "p4", "a", "b", "maths");
    temp.addPair("five", "p5", "a", "b", "安全");
    EXPECT_EQ(idsOf(temp, ordered(ItemOrder::Category)), "two three one four five");
}

TEST(ItemOrder, NearestMarginsComeFirstAndItemsWithoutOneLast) {
    TempSession temp;
    const RowKey none = temp.addPair("none", "p0", "a", "b");
    const RowKey far = temp.addPair("far", "p1", "a", "b");
    const RowKey near = temp.addPair("near", "p2", "a", "b");
    const RowKey again = temp.addPair("again", "p3", "a", "b");
    const RowKey run = temp.addRun("first");
    EXPECT_GT(again, none);
    temp.addVerdict(run, far, "AB", Label::A, 0.4);
    temp.addVerdict(run, near, "AB", Label::B, -0.1);
    temp.addVerdict(run, again, "AB", Label::A, 0.1);
    EXPECT_EQ(idsOf(temp, ordered(ItemOrder::Margin, run)), "near again far none");
}

TEST(ItemOrder, WhatWasLabelledLastComesFirst) {
    TempSession temp;
    temp.addPair("one", "p1", "a", "b");
    const RowKey labelled = temp.addPair("two", "p2", "a", "b");
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        Annotation annotation;
        annotation.itemKey = labelled;
        annotation.annotator = "anna";
        annotation.label = Label::Tie;
        valueOf(transaction.addAnnotation(annotation));
        return {};
    });
    EXPECT_EQ(idsOf(temp, ordered(ItemOrder::LastChanged)), "two one");
}

TEST(ItemQuery, ShapesAreItemsWithoutTexts) {
    TempSession temp;
    temp.addPair("one", "p1", "first", "second");
    temp.write([](SessionTransaction& transaction) -> Result<void> {
        Item single;
        single.format = "pairs";
        single.sourceId = "two";
        single.turns = {{"user", "p2"}};
        single.responses = {{"alone", {}}};
        single.reference = "Bern";
        single.contentHash = contentHash(single);
        valueOf(transaction.addItem(single, {}));
        return {};
    });
    std::vector<Item> whole;
    valueOf(temp.reader().forEachItem({}, [&](const Item& item) { return whole.push_back(item), true; }));
    std::vector<Item> shapes;
    valueOf(temp.reader().forEachItemShape({}, [&](const Item& item) { return shapes.push_back(item), true; }));
    ASSERT_EQ(shapes.size(), 2U);
    for (std::size_t at = 0; at < 2; ++at) {
        EXPECT_EQ(shapes[at].key, whole[at].key);
        EXPECT_EQ(shapes[at].contentHash, whole[at].contentHash);
        EXPECT_EQ(shapes[at].reference, whole[at].reference);
        EXPECT_EQ(shapes[at].responses.size(), 2 - at);
        EXPECT_EQ(shapes[at].responses.front().text, "");
    }
    EXPECT_EQ(shapes[1].reference, "Bern");
}

/// Whether texts are in the index or behind it, alone or as a part of a condition.
TEST(ItemQuery, SearchesOfAFilterFindWhatIsIndexedAndWhatIsNot) {
    TempSession temp;
    temp.addPair("one", "a lantern", "dark", "dark");
    temp.addPair("two", "dark", "a lantern", "dark");
    temp.addPair("three", "dark", "dark", "the lantern");
    const auto found = [&](std::string_view filter) {
        ItemQuery query;
        query.condition = valueOf(compileFilter(filter, {0, {}, &temp.reader()}));
        return idsOf(temp, query);
    };
    for (const bool isIndexed : {false, true}) {
        SCOPED_TRACE(isIndexed);
        EXPECT_EQ(found("response ~ \"lantern\""), "two three");
        EXPECT_EQ(found("prompt ~ \"lantern\""), "one");
        EXPECT_EQ(found("not response ~ \"lantern\""), "one");
        EXPECT_EQ(found("prompt ~ \"lantern\" or response ~ \"the lantern\""), "one three");
        while (valueOf(temp.writer().indexMore(1)) > 0) {
        }
    }
}

} // namespace
} // namespace assize
