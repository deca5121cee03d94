// SPDX-License-Identifier: Apache-2.0
#include "tests/core/import/collecting_sink.h"
#include "tests/core/import/silent_observer.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>
#include <map>

namespace assize::test {
namespace {

std::string request(const std::string& id, const std::string& question) {
    return R"({"custom_id":")" + id + R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"m",)" +
           R"("messages":[{"role":"system","content":"S"},{"role":"user","content":")" + question + R"("}]}})" + "\n";
}

std::string reply(const std::string& id, const std::string& answer) {
    return R"({"id":"batch_req_1","custom_id":")" + id + R"(","response":{"status_code":200,"request_id":"q","body":)" +
           R"({"model":"m-2024","choices":[{"index":0,"message":{"role":"assistant","content":")" + answer +
           R"("},"finish_reason":"stop"}]}},"error":null})" + "\n";
}

ImportSummary imported(TempSession& session, const TempFolder& folder, const std::vector<std::string>& names) {
    std::vector<std::string> paths;
    for (const std::string& name : names)
        paths.push_back((folder.path() / name).string());
    const ImportJobOptions options;
    SilentObserver silent;
    return valueOf(importFiles(session.session(), valueOf(openImportFiles(paths, options)), options, silent));
}

std::vector<Item> itemsOf(TempSession& session) {
    session.reopen();
    std::vector<Item> items;
    valueOf(session.reader().forEachItem({}, [&](const Item& item) {
        items.push_back(item);
        return true;
    }));
    return items;
}

TEST(OpenaiBatch, RequestsAreItemsWithoutResponses) {
    const ReadText read(request("r1", "Why?") +
                        R"({"custom_id":"r2","method":"POST","url":"/v1/completions","body":{"prompt":"P"}})" + "\n" +
                        R"({"custom_id":"r3","method":"POST","url":"/v1/responses","body":{"input":"I"}})" + "\n" +
                        R"({"custom_id":"r4","method":"POST","url":"/v1/embeddings","body":{}})" + "\n");
    ASSERT_EQ(read.format, "openai-batch") << read.failure;
    ASSERT_EQ(read.sink.records.size(), 3U);
    EXPECT_EQ(read.sink.records[0].item->sourceId, "r1");
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"system", "S"}, {"user", "Why?"}}));
    EXPECT_TRUE(read.sink.records[0].item->responses.empty());
    EXPECT_EQ(read.sink.records[1].item->turns, (std::vector<Turn>{{"user", "P"}}));
    EXPECT_EQ(read.sink.records[2].item->turns, (std::vector<Turn>{{"user", "I"}}));
    ASSERT_EQ(read.sink.problems.size(), 1U);
    EXPECT_EQ(read.sink.problems[0], (std::pair<std::int64_t, std::string>(4, "prompt is missing")));
}

// Replies come in any order, and some requests get none.
TEST(OpenaiBatch, RepliesAreJoinedWithTheirRequests) {
    const TempFolder folder;
    folder.write("in.jsonl", request("r1", "One?") + request("r2", "Two?") + request("r3", "Three?"));
    folder.write("out.jsonl", reply("r2", "2") + reply("r1", "1"));
    for (const std::vector<std::string>& order :
        {std::vector<std::string>{"in.jsonl", "out.jsonl"}, std::vector<std::string>{"out.jsonl", "in.jsonl"}}) {
        TempSession session;
        const ImportSummary summary = imported(session, folder, order);
        EXPECT_EQ(summary.counts.itemsNew, 3);
        EXPECT_EQ(summary.skippedCount, 0);
        std::map<std::string, Item> byId;
        for (Item& item : itemsOf(session))
            byId.emplace(item.sourceId, std::move(item));
        ASSERT_EQ(byId.size(), 3U);
        EXPECT_EQ(byId.at("r1").turns, (std::vector<Turn>{{"system", "S"}, {"user", "One?"}}));
        EXPECT_EQ(byId.at("r1").responses, (std::vector<Response>{{"1", "m-2024"}}));
        EXPECT_EQ(byId.at("r2").responses, (std::vector<Response>{{"2", "m-2024"}}));
        EXPECT_TRUE(byId.at("r3").responses.empty());
    }
}

// Two models answer the same requests; one of them fails at times.
TEST(OpenaiBatch, RepliesOfSeveralFilesAreResponsesOfOneItem) {
    const TempFolder folder;
    folder.write("in.jsonl", request("r1", "One?") + request("r2", "Two?") + request("r3", "Three?"));
    folder.write(
        "out-a.jsonl", reply("r1", "a1") + R"({"custom_id":"r2","response":null,"error":{"message":"no"}})" + "\n");
    folder.write("out-b.jsonl", reply("r2", "b2") + reply("r1", "b1"));
    for (const std::vector<std::string>& order : {std::vector<std::string>{"in.jsonl", "out-a.jsonl", "out-b.jsonl"},
             std::vector<std::string>{"out-b.jsonl", "out-a.jsonl", "in.jsonl"}}) {
        TempSession session;
        const ImportSummary summary = imported(session, folder, order);
        EXPECT_EQ(summary.counts.itemsNew, 3);
        EXPECT_EQ(summary.skippedCount, 1) << "the one that failed";
        std::map<std::string, std::vector<Response>> byId;
        for (const Item& item : itemsOf(session))
            byId[item.sourceId] = item.responses;
        EXPECT_EQ(byId.at("r1"), (std::vector<Response>{{"a1", "m-2024"}, {"b1", "m-2024"}}));
        EXPECT_EQ(byId.at("r2"), (std::vector<Response>{{"b2", "m-2024"}}));
        EXPECT_TRUE(byId.at("r3").empty());
    }
}

TEST(OpenaiBatch, RequestsThatAreAllAnsweredAreNoEmptyFile) {
    const TempFolder folder;
    folder.write("in.jsonl", request("r1", "One?"));
    folder.write("out.jsonl", reply("r1", "1"));
    TempSession session;
    EXPECT_EQ(imported(session, folder, {"in.jsonl", "out.jsonl"}).counts.items, 1);
}

TEST(OpenaiBatch, SaysWhyAReplyCannotBeUsed) {
    const TempFolder folder;
    folder.write("in.jsonl", request("r1", "One?") + request("r2", "Two?"));
    folder.write("out.jsonl",
        reply("r1", "1") +
            R"({"id":"b","custom_id":"r2","response":null,"error":{"code":"batch_expired","message":"too late"}})" +
            "\n" +
            R"({"id":"b","custom_id":"r5","response":{"status_code":400,"body":{"error":{"message":"bad"}}},"error":null})" +
            "\n" +
            R"({"id":"vllm-1","custom_id":"r6","response":{"status_code":400,"body":null},"error":"no such model"})" +
            "\n" + reply("r9", "9"));
    TempSession session;
    const ImportSummary summary = imported(session, folder, {"in.jsonl", "out.jsonl"});
    EXPECT_EQ(summary.counts.items, 2) << "a request that failed is an item without a response";
    std::vector<std::string> reasons;
    for (const SkippedRow& row : summary.skipped)
        reasons.push_back(row.reason.english());
    EXPECT_EQ(reasons, (std::vector<std::string>{"the request failed: too late", "the request failed: bad",
                           "the request failed: no such model",
                           "its request is not at hand; name the file of the requests in the same call"}));
}

TEST(OpenaiBatch, SeveralChoicesAndTheResponsesApiGiveTheirTexts) {
    const TempFolder folder;
    folder.write("in.jsonl", request("r1", "One?") + request("r2", "Two?"));
    folder.write("out.jsonl",
        R"({"custom_id":"r1","response":{"status_code":200,"body":{"choices":[{"message":{"content":"a"}},)"
        R"({"message":{"content":null,"refusal":"no"}}]}},"error":null})"
        "\n"
        R"({"custom_id":"r2","response":{"status_code":200,"body":{"model":"o","output":[{"type":"reasoning"},)"
        R"({"type":"message","content":[{"type":"output_text","text":"b"}]}]}},"error":null})"
        "\n");
    TempSession session;
    EXPECT_EQ(imported(session, folder, {"in.jsonl", "out.jsonl"}).counts.items, 2);
    for (const Item& item : itemsOf(session)) {
        if (item.sourceId == "r1")
            EXPECT_EQ(item.responses, (std::vector<Response>{{"a", "m"}, {"no", "m"}}));
        else
            EXPECT_EQ(item.responses, (std::vector<Response>{{"b", "o"}}));
    }
}

// Whatever the import of the requests alone would read.
TEST(OpenaiBatch, RequestsAreFoundInAnyFileThatAnImportReads) {
    const std::string both = request("r1", "One?") + request("r2", "Two?");
    const std::string first = request("r1", "One?");
    const std::string second = request("r2", "Two?");
    for (const std::string& requests :
        {"\xEF\xBB\xBF" + both, "\n\n" + both, first + "{damaged\n" + second, "[" + first + "," + second + "]"}) {
        const TempFolder folder;
        folder.write("in.jsonl", requests);
        folder.write("out.jsonl", reply("r2", "2") + reply("r1", "1"));
        TempSession session;
        EXPECT_EQ(imported(session, folder, {"in.jsonl", "out.jsonl"}).counts.itemsNew, 2) << requests;
        for (const Item& item : itemsOf(session))
            EXPECT_EQ(item.responses.size(), 1U) << item.sourceId << " of " << requests;
    }
}

TEST(OpenaiBatch, OneFileMayHoldRequestsAndReplies) {
    const TempFolder folder;
    folder.write("all.jsonl", request("r1", "One?") + request("r2", "Two?") + reply("r1", "1"));
    TempSession session;
    const ImportSummary summary = imported(session, folder, {"all.jsonl"});
    EXPECT_EQ(summary.counts.itemsNew, 2);
    EXPECT_EQ(summary.skippedCount, 0);
    for (const Item& item : itemsOf(session))
        EXPECT_EQ(item.responses.size(), item.sourceId == "r1" ? 1U : 0U);
}

TEST(OpenaiBatch, PartsOfMessagesThatAreNoTextAreSaid) {
    const ReadText read(R"({"custom_id":"r1","method":"POST","url":"/v1/chat/completions","body":{"messages":[)"
                        R"({"role":"user","content":[{"type":"text","text":"What is this?"},)"
                        R"({"type":"image_url","image_url":{"url":"https://example.org/x.png"}}]}]}})"
                        "\n");
    ASSERT_EQ(read.sink.records.size(), 1U) << read.failure;
    EXPECT_EQ(read.sink.records[0].item->turns, (std::vector<Turn>{{"user", "What is this?"}}));
    EXPECT_EQ(read.sink.records[0].remark.english(), "parts of messages that are no text were left out: 1");
}

} // namespace
} // namespace assize::test
