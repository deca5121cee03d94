// SPDX-License-Identifier: Apache-2.0
#include "core/base/text_records.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

/// "line:text" or "line!problem" of every record.
std::vector<std::string> recordsOf(const std::string& text, std::optional<JsonLayout> layout = std::nullopt) {
    auto source = ByteSource::fromText(text, "text");
    const JsonLayout used = layout ? *layout : jsonLayoutOf(text).value_or(JsonLayout::Lines);
    const auto reader = used == JsonLayout::Lines ? lineRecords(*source) : elementRecords(*source, used);
    std::vector<std::string> found;
    TextRecord record;
    while (reader->next(record).value())
        found.push_back(std::to_string(record.line) + (record.problem.isEmpty() ? ":" : "!") +
                        (record.problem.isEmpty() ? std::string(record.text) : record.problem.english()));
    return found;
}

using Texts = std::vector<std::string>;

TEST(LineRecords, CountBlankLinesAndTakeBothLineEnds) {
    EXPECT_EQ(recordsOf("{1}\r\n\n  {2} \n\n{3}"), (Texts{"1:{1}", "3:{2}", "5:{3}"}));
}

TEST(LineRecords, LetTooLongOnesGo) {
    const std::string text = "{1}\n" + std::string(LongestRecord + 10, 'x') + "\n{2}\n";
    const bool isRight = recordsOf(text) == Texts{"1:{1}", "2!the record is longer than 32 MiB", "3:{2}"};
    EXPECT_TRUE(isRight); // without printing 32 MiB
}

TEST(LineRecords, TakeTenMegabytesInOneLine) {
    const std::string text = "{\"a\":\"" + std::string(10 << 20, 'x') + "\"}";
    EXPECT_EQ(recordsOf(text + "\n{2}").front().size(), text.size() + 2);
}

TEST(ElementRecords, AreAwareOfStrings) {
    EXPECT_EQ(recordsOf(R"([{"a":"]},\"{"}, {"b":[1,[2]]}])"), (Texts{R"(1:{"a":"]},\"{"})", R"(1:{"b":[1,[2]]})"}));
    EXPECT_EQ(recordsOf("[\n1,\n\"x\",\nnull]"), (Texts{"2:1", "3:\"x\"", "4:null"}));
    EXPECT_EQ(recordsOf("[]"), Texts());
}

TEST(ElementRecords, ReadKeyedObjectsAndValuesOneAfterTheOther) {
    EXPECT_EQ(
        recordsOf("{\"k\": {\"a\":1},\n\"l\": {\"b\":2}\n}", JsonLayout::Keyed), (Texts{"1:{\"a\":1}", "2:{\"b\":2}"}));
    EXPECT_EQ(recordsOf("{\n}\n{\n}"), (Texts{"1:{\n}", "3:{\n}"}));
}

/// "line:key=text" or "line:!problem" of every record on the way to a list.
std::vector<std::string> listed(const std::string& text, std::vector<std::string> path) {
    auto source = ByteSource::fromText(text, "text");
    const auto reader = listRecords(*source, std::move(path));
    std::vector<std::string> found;
    TextRecord record;
    while (reader->next(record).value())
        found.push_back(std::to_string(record.line) + ":" +
                        (record.problem.isEmpty() ? std::string(record.key) + "=" + std::string(record.text)
                                                  : "!" + record.problem.english()));
    return found;
}

TEST(ListRecords, GoIntoTheListAndOutAgain) {
    EXPECT_EQ(listed("{\"m\":[1],\n\"x\":[{\"a\":1},\n{\"x\":[2]}],\"z\":{\"x\":[3]}}", {"x"}),
        (Texts{"1:m=[1]", "2:={\"a\":1}", "3:={\"x\":[2]}", "3:z={\"x\":[3]}"}));
    EXPECT_EQ(listed(R"({"r":{"v":3,"r":[1,2],"s":[4]},"c":{}})", {"r", "r"}),
        (Texts{"1:v=3", "1:=1", "1:=2", "1:s=[4]", "1:c={}"}));
    EXPECT_EQ(listed(R"({"r":[1,2]})", {"r", "r"}), (Texts{"1:=1", "1:=2"}));
    EXPECT_EQ(listed(R"({"r":{"a":1}})", {"r"}), (Texts{R"(1:r={"a":1})"})) << "no list stands there";
    EXPECT_EQ(listed(R"({"r":[]})", {"r"}), Texts());
}

TEST(ListRecords, SayWhereAFileIsCutOrDamaged) {
    const std::string cut = "1:!the file ends in the middle of a record or list";
    EXPECT_EQ(listed(R"({"r":[1,{"a")", {"r"}), (Texts{"1:=1", cut}));
    EXPECT_EQ(listed(R"({"r":[1]})", {"r"}), (Texts{"1:=1"}));
    EXPECT_EQ(listed(R"({"r":[1])", {"r"}), (Texts{"1:=1", cut}));
    EXPECT_EQ(
        listed(R"({"r":[1}]})", {"r"}), (Texts{"1:=1", "1:!a closing bracket stands where a record should begin"}));
}

TEST(ListRecords, HoldNoMoreThanOneOfALongList) {
    constexpr int Count = 40;
    const std::string element = "\"" + std::string(1 << 20, 'x') + "\"";
    std::string text = "{\"r\":[";
    for (int index = 0; index < Count; ++index)
        text += (index == 0 ? "" : ",") + element;
    EXPECT_EQ(listed(text + "]}", {"r"}).size(), static_cast<std::size_t>(Count))
        << "together longer than a record may be";
}

TEST(ElementRecords, SayWhereAFileIsCutOrDamaged) {
    const std::string cut = "the file ends in the middle of a record or list";
    EXPECT_EQ(recordsOf("[{\"a\":1},\n{\"b\""), (Texts{"1:{\"a\":1}", "2!" + cut}));
    EXPECT_EQ(recordsOf("[{\"a\":1}"), (Texts{"1:{\"a\":1}", "1!" + cut}));
    EXPECT_EQ(recordsOf("[{1}]\n{2}"), (Texts{"1:{1}", "2!something follows the end of the list; it was not read"}));
    EXPECT_EQ(
        recordsOf("[{1}}, {2}]"), (Texts{"1:{1}", "1!a closing bracket stands where a record should begin", "1:{2}"}));
    EXPECT_EQ(recordsOf("{1: 2}", JsonLayout::Keyed), (Texts{"1!a key in quotation marks should stand here"}));
}

TEST(ElementRecords, SurviveTwoHundredThousandBrackets) {
    EXPECT_EQ(recordsOf(std::string(200000, '[')), (Texts{"1!the file ends in the middle of a record or list"}));
}

TEST(ElementRecords, LetTooLongOnesGo) {
    const std::string text = "[{1},\n\"" + std::string(LongestRecord + 10, 'x') + "\",\n{2}]";
    const bool isRight = recordsOf(text) == Texts{"1:{1}", "2!the record is longer than 32 MiB", "3:{2}"};
    EXPECT_TRUE(isRight); // without printing 32 MiB
}

TEST(JsonLayout, IsSeenFromTheHead) {
    EXPECT_EQ(jsonLayoutOf("[0.5, \"a\"]\n[1, \"b\"]\n"), JsonLayout::Lines);
    EXPECT_EQ(jsonLayoutOf("[{}]\n[{}]\n"), JsonLayout::Array);
    EXPECT_EQ(jsonLayoutOf("  [1]"), JsonLayout::Array);
    EXPECT_EQ(jsonLayoutOf("{\"a\":{}}\n{}"), JsonLayout::Lines);
    EXPECT_EQ(jsonLayoutOf("{\"a\": oh\n{}"), JsonLayout::Lines);
    EXPECT_EQ(jsonLayoutOf("{\n \"a\": {\n"), JsonLayout::Keyed);
    EXPECT_EQ(jsonLayoutOf("{\n \"a\": 1\n}"), JsonLayout::Values);
    EXPECT_EQ(jsonLayoutOf("a,b\n"), std::nullopt);
    EXPECT_EQ(jsonLayoutOf("  "), std::nullopt);
}

TEST(JsonNesting, CountsBracketsOutsideStrings) {
    EXPECT_EQ(jsonNesting(R"({"a":["[[[\"[",{}]})"), 3U);
    EXPECT_EQ(jsonNesting("1"), 0U);
}

} // namespace
} // namespace assize::test
