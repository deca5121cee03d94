// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

TEST(Pairs, ReadsEveryLayoutAlike) {
    const std::string object = R"({"prompt": "Q", "response_A": "x", "response_B": "y", "label": "B>A"})";
    const std::string expanded =
        "{\n \"prompt\": \"Q\",\n \"response_A\": \"x\",\n \"response_B\": \"y\",\n \"label\": \"B>A\"\n}";
    const std::vector<std::string> texts = {
        object + "\n",
        object,
        "\n\r\n" + object + "\r\n",
        "\xEF\xBB\xBF" + object,
        "[" + object + "]",
        "[\n" + expanded + "\n]\n",
        expanded,
        "prompt,response_A,response_B,label\nQ,x,y,B>A\n",
        "\"prompt\",\"response_A\",\"response_B\",\"label\"\r\n\"Q\",\"x\",\"y\",\"B>A\"\r\n",
        "prompt\tresponse_A\tresponse_B\tlabel\nQ\tx\ty\tB>A",
        "prompt;response_A;response_B;label\nQ;x;y;B>A",
    };
    for (const std::string& text : texts) {
        const ReadText read(text);
        EXPECT_EQ(read.failure, "") << text;
        EXPECT_EQ(read.format, "pairs") << text;
        ASSERT_EQ(read.sink.records.size(), 1U) << text;
        const ImportRecord& record = read.sink.records.front();
        EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "Q"}})) << text;
        EXPECT_EQ(record.item->responses, (std::vector<Response>{{"x", ""}, {"y", ""}})) << text;
        ASSERT_EQ(record.labels.size(), 1U) << text;
        EXPECT_EQ(record.labels.front().label, Label::B) << text;
        EXPECT_EQ(record.item->metadata, "{}") << text;
    }
}

TEST(Pairs, TakesAnyCaseAndUnderscoreOfItsNames) {
    for (const std::string names :
        {R"("Prompt":"Q","responseA":"x","RESPONSE_B":"y")", R"("PROMPT":"Q","Response A":"x","response-b":"y")"}) {
        const ReadText read("{" + names + "}");
        ASSERT_EQ(read.sink.records.size(), 1U) << names;
        EXPECT_EQ(read.sink.records.front().item->responses.back().text, "y");
    }
}

TEST(Pairs, KeepsWhatItDoesNotKnowAsMetadata) {
    const ReadText read(R"({"source": {"n": 1.50}, "prompt":"Q","response_A":"x","response_B":"y","Lang":"de","id":7,)"
                        R"("category":"chat","reference":"r","context":"","model_a":"M"})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    const Item& item = *read.sink.records.front().item;
    EXPECT_EQ(item.metadata, R"({"source":{"n":1.5},"Lang":"de"})");
    EXPECT_EQ(item.sourceId, "7");
    EXPECT_EQ(item.category, "chat");
    EXPECT_EQ(item.reference, "r");
    EXPECT_EQ(item.context, std::nullopt);
    EXPECT_EQ(item.responses.front().model, "M");
}

TEST(Pairs, TakesConversationsAsPrompts) {
    const ReadText read(R"({"turns":[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text",)"
                        R"("text":"b"}]},{"role":"user","content":"c"}],"response_A":"x","response_B":"y"})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(
        read.sink.records.front().item->turns, (std::vector<Turn>{{"user", "a"}, {"assistant", "b"}, {"user", "c"}}));
}

TEST(Pairs, KeepsImagesFromDataUrls) {
    const ReadText read(
        R"({"prompt":"Q","response_A":"x","response_B":"y","images":[{"data":"data:image/png;base64,iVBORw0KGgo="}]})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    ASSERT_EQ(read.sink.records.front().item->images.size(), 1U);
    EXPECT_EQ(read.sink.records.front().item->images.front().bytes, "\x89PNG\r\n\x1A\n");
    EXPECT_EQ(read.sink.records.front().item->images.front().mediaType, "image/png");
}

TEST(Pairs, SaysWhyARowCannotBeUsed) {
    struct Case {
        std::string row;
        std::string reason;
    };
    const std::vector<Case> cases = {
        {R"({"response_A":"x","response_B":"y"})", "prompt is missing"},
        {R"({"prompt":"Q","response_A":"x"})", "response_B is missing"},
        {R"({"prompt":"Q","response_A":"x","response_B":null})", "response_B is missing"},
        {R"({"prompt":"Q","response_A":["x"],"response_B":"y"})", "responsea is a list or an object, not a text"},
        {R"({"prompt":"Q\u0000","response_A":"x","response_B":"y"})", "prompt holds a NUL character"},
        {R"({"prompt":[],"response_A":"x","response_B":"y"})", "prompt is an empty list"},
        {R"({"prompt":"Q","response_A":"x","response_B":"y"} tail)", "not valid JSON"},
        {R"({"prompt":"Q","response_A":"x","response_B":"y)", "a string does not end"},
        {"{\"prompt\":\"\xE9t\xE9\",\"response_A\":\"x\",\"response_B\":\"y\"}",
            "not UTF-8; if the file is Latin-1, convert it first: iconv -f LATIN1 -t UTF-8"},
        {R"({"prompt":"a)" + std::string(1, '\0') + R"(b","response_A":"x","response_B":"y"})",
            "a control character (line end or NUL) stands inside a string"},
        {R"([1, 2])", "not an object with named fields"},
        {"{\"prompt\":" + std::string(200000, '[') + "}", "nested too deeply"},
    };
    const std::string good = R"({"prompt":"Q","response_A":"x","response_B":"y"})";
    for (const Case& bad : cases) {
        const ReadText read(good + "\n" + bad.row + "\n" + good + "\n");
        EXPECT_EQ(read.sink.records.size(), 2U) << bad.row.substr(0, 80);
        ASSERT_EQ(read.sink.problems.size(), 1U) << bad.row.substr(0, 80);
        EXPECT_EQ(read.sink.problems.front(), (std::pair<std::int64_t, std::string>(2, bad.reason)));
    }
}

TEST(Pairs, KeepsAnItemWhoseLabelSaysNothing) {
    const ReadText read(R"({"prompt":"Q","response_A":"x","response_B":"y","label":1})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_TRUE(read.sink.records.front().labels.empty());
    EXPECT_NE(read.sink.records.front().remark.english().find("the label \"1\""), std::string::npos);
}

TEST(Pairs, SaysThatMetricsCannotBeRead) {
    const ReadText read("{\"prompt\":\"Q\",\"response_A\":\"x\",\"response_B\":\"y\",\"metrics\":\"garbage\"}\n"
                        "{\"prompt\":\"Q\",\"response_A\":\"x\",\"response_B\":\"y\",\"metrics\":{\"bleu\":0.5}}\n"
                        "{\"prompt\":\"Q\",\"response_A\":\"x\",\"response_B\":\"y\",\"label\":1,\"metrics\":\"x\"}\n",
        "pairs");
    ASSERT_EQ(read.sink.records.size(), 3U);
    EXPECT_EQ(read.sink.records[0].remark.english(),
        "metrics is no verdict of Nova's judge; the item was imported without it");
    EXPECT_TRUE(read.sink.records[1].remark.isEmpty()) << "figures of others";
    EXPECT_EQ(read.sink.records[2].remark.english(),
        "neither label nor metrics can be read; the item was imported without them");
}

// In a table that was exported for spreadsheets, label is what a judge said.
TEST(Pairs, TakeGoldFromTheGoldOfAnExportedTable) {
    const ReadText read(
        "item,source_id,format,category,prompt,response_A,response_B,more_responses,reference,context,gold,"
        "run,judge,outcome,label,margin,result,label_forward,label_backward,orders\r\n"
        "01ULID,q1,pairs,chat,'=Q,'-x,y,,,,B>A,run,judge,verdict,A>B,0.5,,A>B,A>B,consistent\r\n"
        "02ULID,,pairs,,Q2,x,y,,,,,run,judge,verdict,A>B,0.5,,A>B,A>B,consistent\r\n");
    ASSERT_EQ(read.format, "pairs") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 2U);
    const ImportRecord& record = read.sink.records[0];
    EXPECT_EQ(record.item->sourceId, "q1");
    EXPECT_EQ(record.item->turns, (std::vector<Turn>{{"user", "=Q"}}));
    EXPECT_EQ(record.item->responses, (std::vector<Response>{{"-x", ""}, {"y", ""}}));
    EXPECT_EQ(record.labels.at(0).label, Label::B);
    EXPECT_EQ(read.sink.records[1].item->sourceId, "02ULID");
    EXPECT_TRUE(read.sink.records[1].labels.empty());
    const ReadText asParquetHasIt(R"({"item":"01","source_id":null,"prompt":"Q","response_A":"x","response_B":"y",)"
                                  R"("gold":null,"label":"A>B","label_forward":null})");
    ASSERT_EQ(asParquetHasIt.sink.records.size(), 1U);
    EXPECT_TRUE(asParquetHasIt.sink.records[0].labels.empty());
}

TEST(Pairs, KeepsWhatEachAnnotatorSays) {
    const std::string people = R"({"Maya":"B>A","Ivo":"B>>A","Noa":null,"Lin":"tie"})";
    std::string cell = "\"";
    for (const char c : people)
        cell.append(c == '"' ? 2 : 1, c);
    for (const std::string& text :
        {R"({"prompt":"Q","response_A":"x","response_B":"y","label":"A","annotators":)" + people + "}",
            "prompt,response_A,response_B,label,Annotators\nQ,x,y,A," + cell + "\"\n"}) {
        const ReadText read(text);
        ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
        const ImportRecord& record = read.sink.records.front();
        ASSERT_EQ(record.labels.size(), 4U) << text;
        EXPECT_EQ(record.labels[0], (ItemLabel{0, "", Label::A, 1, std::nullopt, ""}));
        EXPECT_EQ(record.labels[1].annotator, "Maya");
        EXPECT_EQ(record.labels[1].label, Label::B);
        EXPECT_EQ(record.labels[2].annotator, "Ivo");
        EXPECT_EQ(record.labels[2].step, -2);
        EXPECT_EQ(record.labels[3].label, Label::Tie);
        EXPECT_EQ(record.remark, "");
        EXPECT_EQ(record.item->metadata, "{}");
    }
}

TEST(Pairs, NamesTheAnnotatorWhoSaysNothingThatIsKnown) {
    const std::string start = R"({"prompt":"Q","response_A":"x","response_B":"y","annotators":)";
    const ReadText read(start + R"({"Maya":"B>A","Ivo":2,"Noa":["A"]}})");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records.front().labels.size(), 1U);
    EXPECT_EQ(read.sink.records.front().remark,
        "2 labels are none that is known, the first is 2 of Ivo; the item was imported without them");
    const ReadText one(start + R"({"Noa":["A"]}})");
    ASSERT_EQ(one.sink.records.size(), 1U);
    EXPECT_EQ(one.sink.records.front().remark,
        "the label [\"A\"] of Noa is none that is known; the item was imported without it");
    for (const char* wrong : {R"("Maya")", R"(["A","B"])", "3", R"({"":"A"})"}) {
        const ReadText refused(start + wrong + "}");
        ASSERT_EQ(refused.sink.problems.size(), 1U) << wrong;
        EXPECT_EQ(refused.sink.problems.front().second.substr(0, 10), "annotators") << wrong;
    }
}

TEST(Pairs, ReadsFieldsWhereTheMapSays) {
    ImportOptions options;
    options.fieldMap = {{"prompt", "q.text"}, {"responsea", "answers.0"}, {"responseb", "answers.1"}, {"label", ""}};
    const ReadText read(R"({"q":{"text":"Q"},"answers":["x","y"],"label":"A"})", "", options);
    EXPECT_EQ(read.format, "pairs");
    ASSERT_EQ(read.sink.records.size(), 1U);
    EXPECT_EQ(read.sink.records.front().item->responses.back().text, "y");
    EXPECT_TRUE(read.sink.records.front().labels.empty());
}

TEST(Pairs, StopsAtTheLimit) {
    ImportOptions options;
    options.limit = 2;
    const std::string row = R"({"prompt":"Q","response_A":"x","response_B":"y"})";
    EXPECT_EQ(ReadText(row + "\n" + row + "\n" + row, "pairs", options).sink.records.size(), 2U);
}

TEST(Pairs, KeepsRowsBeforeACut) {
    const std::string row = R"({"prompt":"Q","response_A":"x","response_B":"y"})";
    const ReadText read("[" + row + ",\n" + row + ",\n" + row.substr(0, 20));
    EXPECT_EQ(read.sink.records.size(), 2U);
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems.front().first, 3);
    EXPECT_EQ(read.sink.problems.front().second, "the file ends in the middle of a record or list");
}

TEST(Pairs, ReadsKeyedObjectsWithTheirKeysAsIds) {
    const ReadText read("{\n\"q1\": {\"prompt\":\"Q\",\"response_A\":\"x\",\"response_B\":\"y\"},\n"
                        "\"q2\": {\"prompt\":\"R\",\"response_A\":\"x\",\"response_B\":\"y\"}\n}");
    ASSERT_EQ(read.sink.records.size(), 2U);
    EXPECT_EQ(read.sink.records.back().item->sourceId, "q2");
    EXPECT_EQ(read.sink.records.back().line, 3);
}

TEST(Pairs, ReadsUtf16) {
    std::string little = "\xFF\xFE";
    for (const char c : std::string(R"({"prompt":"Q","response_A":"x","response_B":"y"})")) {
        little += c;
        little += '\0';
    }
    EXPECT_EQ(ReadText(little).sink.records.size(), 1U);
    EXPECT_EQ(ReadText(little.substr(2)).sink.records.size(), 1U); // without its mark
}

} // namespace
} // namespace assize::test
