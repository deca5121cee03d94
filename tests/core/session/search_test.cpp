// SPDX-License-Identifier: Apache-2.0
#include "core/session/search.h"

#include "core/session/check.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using test::TempSession;
using test::valueOf;

/// The source ids that a search finds, as "1 2".
std::string found(TempSession& temp, const std::string& search) {
    ItemQuery query;
    query.search = search;
    std::string ids;
    for (const ItemRow& row : valueOf(temp.reader().itemRows(valueOf(temp.reader().itemKeys(query)), 0, "")))
        ids += (ids.empty() ? "" : " ") + row.sourceId;
    return ids;
}

void fill(TempSession& temp) {
    temp.addPair("one", "How do elections work?", "People vote.", "It’s a Größe thing");
    temp.addPair("two", "请解释机器学习和人工智能", "机器从数据中学习。", "不知道");
    temp.addPair("three", "สวัสดีชาวโลก", "ＦＵＬＬ width", "カタカナ と ひらがな");
    temp.addPair("four", "plain", "people", "vote now");
    temp.write([](SessionTransaction& transaction) -> Result<void> {
        Annotation annotation;
        annotation.itemKey = 4;
        annotation.annotator = "anna";
        annotation.comment = "The Judge misread 100% of it";
        annotation.tags = {"off-topic"};
        valueOf(transaction.addAnnotation(annotation));
        return {};
    });
}

void expectFound(TempSession& temp) {
    const struct {
        const char* search;
        const char* ids;
    } cases[] = {
        {"people vote", "one four"},
        {"\"people vote\"", "one"},
        {"ELECT", "one"},
        {"elect work", ""},
        {"grösse", "one"},
        {"学习", "two"},
        {"智能", "two"},
        {"人工智能 数据", "two"},
        {"器学", "two"},
        {"学机", ""},
        {"ชาวโลก", "three"},
        {"full", "three"},
        {"カナ", "three"},
        {"off-topic", "four"},
        {"100% of", "four"},
        {"100_ of", ""},
        {"three", "three"},
        {"?!", ""},
        {"\"", ""},
    };
    for (const auto& row : cases)
        EXPECT_EQ(found(temp, row.search), row.ids) << row.search;
}

TEST(Search, FindsWordsBeforeTheIndexIsFilled) {
    TempSession temp;
    fill(temp);
    expectFound(temp);
}

TEST(Search, FindsTheSameInTheIndex) {
    TempSession temp;
    fill(temp);
    EXPECT_EQ(valueOf(temp.writer().indexMore(3)), 1);
    expectFound(temp);
    EXPECT_EQ(valueOf(temp.writer().indexMore(3)), 0);
    expectFound(temp);
    temp.close();
    EXPECT_EQ(valueOf(checkSession(temp.path())), std::vector<std::string>());
}

TEST(SearchText, CutsOnlyWhatHasNoSpaces) {
    EXPECT_EQ(searchText("Plain (ASCII) text"), "Plain (ASCII) text");
    EXPECT_EQ(searchText("ML机器!"), "ml 机  器 !");
}

} // namespace
} // namespace assize
