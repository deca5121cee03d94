// SPDX-License-Identifier: Apache-2.0
// The judge command against a model server, as a person runs it.
#include "tests/e2e/server_session.h"
#include "tests/support/fake_model.h"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> on(const FakeServer& server, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"--judge", "pairwise-json", "--endpoint", server.url("/v1")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::vector<std::string> filesWith(const std::filesystem::path& folder, const std::string& words) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::stringstream bytes;
        if (entry.is_regular_file())
            bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        if (bytes.str().find(words) != std::string::npos)
            found.push_back(entry.path().string());
    }
    return found;
}

/// Its text lies compressed in it, and by glyph; nothing where the tool that reads it is not installed.
std::string wordsOfPdf(const std::filesystem::path& path) {
    constexpr const char* Tool = "/usr/bin/pdftotext";
    if (::access(Tool, X_OK) != 0)
        return {};
    const Finished read = runProgram({Tool, path.string(), "-"});
    EXPECT_THAT(read.out, HasSubstr("pairwise-json")) << read.err;
    return read.out;
}

TEST(JudgeOnServer, AThousandItemsInBothOrders) {
    const FakeServer server(fakeModel());
    const ServerSession session(1000);
    const std::vector<std::string> arguments = {"--judge", "rubric-generated", "--endpoint", server.url("/v1"),
        "--model", "fake-judge", "--orders", "both", "--concurrency", "64"};
    const json first = session.judged(arguments);
    EXPECT_EQ(first["planned"], 2000);
    EXPECT_EQ(first["sent"], 2000);
    EXPECT_EQ(first["outcomes"], json({{"verdict", 2000}}));
    EXPECT_EQ(first["end"], "complete");
    EXPECT_GT(first["tokens"]["input"], 0);
    EXPECT_TRUE(addsUp(first));
    EXPECT_LE(server.connectionCount(), 65);
    const int asked = server.requestCount();
    const json second = session.judged(arguments);
    EXPECT_EQ(second["already"], 2000);
    EXPECT_EQ(second["sent"], 0);
    EXPECT_EQ(second["run_id"], first["run_id"]);
    EXPECT_EQ(server.requestCount(), asked);
    EXPECT_EQ(session.stored().rows, 2000U);
    EXPECT_TRUE(session.isSound());
}

TEST(JudgeOnServer, TakesTheModelThatIsTheOnlyOne) {
    const ServerSession session(2);
    {
        const FakeServer server(fakeModel());
        EXPECT_EQ(session.judged(on(server))["model"], "fake-judge");
    }
    FakeModelOptions two;
    two.models = {"large", "small"};
    const FakeServer server(fakeModel(two));
    const Finished finished = session.judge(on(server));
    EXPECT_EQ(finished.status, 2);
    EXPECT_THAT(finished.err, HasSubstr("large, small"));
    EXPECT_EQ(session.judge(on(server, {"--model", "small"})).status, 0);
}

TEST(JudgeOnServer, TheKeyIsSentAndWrittenNowhere) {
    FakeModelOptions options;
    options.key = "canary-sk-4711";
    const FakeServer server(fakeModel(options));
    const ServerSession session(3);
    ProcessOptions process = session.options();
    process.environment["ASSIZE_TEST_KEY"] = options.key;
    const Finished finished = runCli({"judge", "s.assize", "--judge", "pairwise-json", "--endpoint", server.url("/v1"),
                                         "--key", "env:ASSIZE_TEST_KEY", "--log-level", "debug"},
        session.home().path(), process);
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_THAT(finished.out + finished.err, Not(HasSubstr(options.key)));
    for (const char* file : {"out.jsonl", "out.csv"}) {
        const std::string format = std::filesystem::path(file).extension().string().substr(1);
        EXPECT_EQ(runCli({"export", "s.assize", "--format", format, "-o", file}, session.home().path()).status, 0);
    }
    EXPECT_EQ(runCli({"report", "s.assize", "-o", "out.html"}, session.home().path()).status, 0);
    if (::access(programPath("assize").c_str(), X_OK) == 0) { // which prints it
        EXPECT_EQ(runCli({"report", "s.assize", "-o", "out.pdf"}, session.home().path()).status, 0);
        EXPECT_THAT(wordsOfPdf(session.home().path() / "out.pdf"), Not(HasSubstr(options.key)));
    }
    EXPECT_EQ(filesWith(session.home().path(), options.key), std::vector<std::string>());
}

// The memory of a process that holds a key must not get to the disk when it crashes.
TEST(JudgeOnServer, ACrashWritesNoKey) {
    FakeModelOptions options;
    options.key = "canary-sk-4712";
    options.fault = [](const FakeRequest& request) {
        return request.method == "POST" ? Fault::StallBefore : Fault::None;
    };
    const FakeServer server(fakeModel(options));
    const ServerSession session(1);
    ProcessOptions process = session.options();
    process.environment["ASSIZE_TEST_KEY"] = options.key;
    rlimit limit = {};
    ::getrlimit(RLIMIT_CORE, &limit);
    const rlimit most = {limit.rlim_max, limit.rlim_max};
    ::setrlimit(RLIMIT_CORE, &most);
    Process judging(session.judgeCommand(on(server, {"--key", "env:ASSIZE_TEST_KEY"})), process);
    while (server.requestCount() < 2)
        std::this_thread::yield();
    judging.send(SIGABRT);
    const Finished crashed = judging.wait();
    EXPECT_EQ(crashed.signal, SIGABRT);
    EXPECT_FALSE(crashed.dumpedCore);
    ::setrlimit(RLIMIT_CORE, &limit);
    EXPECT_EQ(filesWith(session.home().path(), options.key), std::vector<std::string>());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(session.home().path()))
        EXPECT_FALSE(entry.path().filename().string().starts_with("core")) << entry.path();
}

TEST(JudgeOnServer, AWrongKeyEndsTheRun) {
    FakeModelOptions options;
    options.key = "right";
    const FakeServer server(fakeModel(options));
    const ServerSession session(20);
    ProcessOptions process = session.options();
    process.environment["ASSIZE_TEST_KEY"] = "wrong";
    const Finished finished = runCli({"judge", "s.assize", "--judge", "pairwise-json", "--endpoint", server.url("/v1"),
                                         "--model", "m", "--key", "env:ASSIZE_TEST_KEY"},
        session.home().path(), process);
    EXPECT_EQ(finished.status, 4);
    EXPECT_THAT(finished.err, HasSubstr("refused the key"));
    EXPECT_LT(server.requestCount(), 10); // not once for each call
    EXPECT_TRUE(session.isSound());
}

TEST(JudgeOnServer, GoesOnWithoutASchemaThatIsNotTaken) {
    const FakeServer::Handler model = fakeModel();
    int refused = 0;
    const FakeServer server([&](const FakeRequest& request) -> FakeReply {
        if (request.body.find("response_format") == std::string::npos)
            return model(request);
        ++refused;
        return {sendStep(httpText(400, R"({"error":{"message":"response_format is not supported"}})"))};
    });
    const ServerSession session(20);
    const Finished finished = session.judge(on(server, {"--json", "--concurrency", "4"}));
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(json::parse(finished.out)["outcomes"], json({{"verdict", 40}}));
    EXPECT_THAT(finished.err, HasSubstr("takes no JSON schema"));
    EXPECT_LE(refused, 12); // those under way and prepared when the first one came back
}

TEST(JudgeOnServer, AGrammarIsSentInPlaceOfASchema) {
    std::set<std::string> grammars;
    const FakeServer::Handler model = fakeModel();
    const FakeServer server([&](const FakeRequest& request) -> FakeReply {
        const json body = json::parse(request.body, nullptr, false);
        if (body.is_object() && body.contains("grammar"))
            grammars.insert(body["grammar"].get<std::string>());
        EXPECT_FALSE(body.is_object() && body.contains("response_format"));
        return model(request);
    });
    const ServerSession session(2);
    session.home().write("grammar.yaml", "assize: judge/1\nname: held\nmessages:\n  - role: user\n    content: "
                                         "\"{{prompt}} {{response_a}} {{response_b}} {{> output_contract}}\"\nreply:\n"
                                         "  format: verdict-json\n  structured: grammar\n");
    const json report = session.judged({"--judge", "grammar.yaml", "--endpoint", server.url("/v1")});
    EXPECT_EQ(report["outcomes"], json({{"verdict", 4}}));
    ASSERT_EQ(grammars.size(), 1U);
    EXPECT_THAT(*grammars.begin(), HasSubstr(R"("\"verdict\"" ws ":" ws ( "\"A>B\"" | "\"B>A\"")"));
}

// A reply that was cut off is cut off again, unless it may take more.
TEST(JudgeOnServer, WhatWasCutOffMayTakeMoreNextTime) {
    const FakeServer::Handler model = fakeModel();
    FakeModelOptions cutOptions;
    cutOptions.finishReason = "length";
    cutOptions.answer = [](std::string_view) { return std::string(R"({"reasoning":"It all beg)"); };
    const FakeServer::Handler cut = fakeModel(cutOptions);
    const FakeServer server([&](const FakeRequest& request) -> FakeReply {
        const json body = json::parse(request.body, nullptr, false);
        const bool isShort = body.is_object() && body.value("max_tokens", 0) < 4096;
        return isShort ? cut(request) : model(request);
    });
    const ServerSession session(3);
    EXPECT_EQ(session.judged(on(server))["outcomes"], json({{"truncated", 6}}));
    EXPECT_EQ(session.judged(on(server, {"--retry-failed=truncated"}))["outcomes"], json({{"truncated", 6}}));
    const json more = session.judged(on(server, {"--retry-failed=truncated", "--reply-tokens", "4096"}));
    EXPECT_EQ(more["sent"], 6);
    EXPECT_EQ(more["outcomes"], json({{"verdict", 6}}));
    EXPECT_EQ(session.judge(on(server, {"--reply-tokens", "0"})).status, 2);
}

TEST(JudgeOnServer, NeverPassesItsBudget) {
    const FakeServer server(fakeModel());
    const ServerSession session(20);
    const Finished bounded = session.judge(on(server, {"--json", "--max-tokens", "5000"}));
    EXPECT_EQ(bounded.status, 1);
    EXPECT_THAT(bounded.err, HasSubstr("budget is spent"));
    const json report = json::parse(bounded.out);
    EXPECT_EQ(report["end"], "budget");
    EXPECT_GT(report["sent"], 0);
    EXPECT_GT(report["not_reached"], 0);
    EXPECT_TRUE(addsUp(report));
    EXPECT_LE(report["tokens"]["input"].get<int>() + report["tokens"]["output"].get<int>(), 5000);
    const json again = session.judged(on(server, {"--max-tokens", "5000"}));
    EXPECT_LT(again["sent"], report["sent"]); // the budget is the run's, not the call's
    EXPECT_EQ(session.judged(on(server))["not_reached"], 0);
}

TEST(JudgeOnServer, NeverPassesItsLimitOnCosts) {
    const FakeServer server(fakeModel());
    const ServerSession session(20);
    session.home().write(
        "endpoints.yaml", "endpoints:\n  - name: paid\n    kind: openai-chat\n    url: " + server.url("/v1") +
                              "\n    model: fake-judge\n    price: {input: 2, output: 8, per: 1000}\n");
    const std::vector<std::string> arguments = {"--judge", "pairwise-json", "--endpoint", "paid", "--config-dir",
        session.home().path().string(), "--max-cost", "20", "--json"};
    const Finished bounded = session.judge(arguments);
    EXPECT_EQ(bounded.status, 1) << bounded.err;
    const json report = json::parse(bounded.out);
    EXPECT_EQ(report["end"], "budget");
    EXPECT_GT(report["sent"], 0);
    EXPECT_GT(report["cost"]["value"], 0);
    EXPECT_LE(report["cost"]["value"], 20);
    EXPECT_DOUBLE_EQ(report["cost"]["value"].get<double>(),
        2e-3 * report["tokens"]["input"].get<double>() + 8e-3 * report["tokens"]["output"].get<double>());
    EXPECT_EQ(session.judge(on(server, {"--max-cost", "1"})).status, 2) << "without a price";
}

TEST(JudgeOnServer, TakesVerdictsOfAnotherSession) {
    const FakeServer server(fakeModel());
    const ServerSession session(5);
    EXPECT_EQ(session.judged(on(server))["sent"], 10);
    session.importInto("other.assize");
    const int asked = server.requestCount();
    const Finished finished = runCli({"judge", "other.assize", "--judge", "pairwise-json", "--endpoint",
                                         server.url("/v1"), "--model", "fake-judge", "--reuse", "s.assize", "--json"},
        session.home().path());
    ASSERT_EQ(finished.status, 0) << finished.err;
    EXPECT_EQ(json::parse(finished.out)["cached"], 10);
    EXPECT_EQ(json::parse(finished.out)["tokens"]["input"], 0);
    EXPECT_EQ(server.requestCount(), asked);
}

TEST(JudgeOnServer, AnEstimateSendsNothing) {
    const FakeServer server(fakeModel());
    const ServerSession session(30);
    const json before = session.judged(on(server, {"--model", "fake-judge", "--estimate"}));
    EXPECT_EQ(before["owed"], 60);
    EXPECT_EQ(before["measured"], 0);
    EXPECT_GT(before["input_tokens"]["expected"], 0);
    EXPECT_LT(before["output_tokens"]["low"], before["output_tokens"]["high"]);
    EXPECT_EQ(server.requestCount(), 0);
    const json report = session.judged(on(server, {"--items", "id != \"i29\""}));
    EXPECT_EQ(report["sent"], 58);
    const json after = session.judged(on(server, {"--estimate"}));
    EXPECT_EQ(after["owed"], 2);
    EXPECT_GT(after["measured"], 0);
}

TEST(JudgeOnServer, AsksAgainForWhatFailed) {
    bool isConfused = true;
    FakeModelOptions options;
    options.obeysSchema = false;
    options.answer = [&](std::string_view) {
        return isConfused ? std::string("Hm, hard to say.") : std::string(R"({"reasoning":"clear","verdict":"A>B"})");
    };
    const FakeServer server(fakeModel(options));
    const ServerSession session(3);
    const Finished confused = session.judge(on(server, {"--json"}));
    EXPECT_EQ(confused.status, 1);
    EXPECT_EQ(json::parse(confused.out)["outcomes"], json({{"unparseable", 6}}));
    EXPECT_EQ(json::parse(confused.out)["failures"], json({{"parse", 6}}));
    EXPECT_EQ(session.judged(on(server))["sent"], 0);
    isConfused = false;
    EXPECT_EQ(session.judged(on(server, {"--retry-failed=refused"}))["sent"], 0);
    const json again = session.judged(on(server, {"--retry-failed=unparseable"}));
    EXPECT_EQ(again["sent"], 6);
    EXPECT_EQ(again["outcomes"], json({{"verdict", 6}}));
    EXPECT_EQ(session.stored().rows, 12U); // every attempt is kept
}

TEST(JudgeOnServer, SamplesHaveSeedsOfTheirOwn) {
    std::multiset<int> seeds;
    const FakeServer::Handler model = fakeModel();
    const FakeServer server([&](const FakeRequest& request) -> FakeReply {
        const json body = json::parse(request.body, nullptr, false);
        if (body.is_object() && body.contains("seed"))
            seeds.insert(body["seed"].get<int>());
        return model(request);
    });
    const ServerSession session(1);
    EXPECT_EQ(session.judged(on(server, {"--samples", "3", "--orders", "ab"}))["sent"], 3);
    EXPECT_EQ(seeds, (std::multiset<int>{7, 8, 9}));
}

} // namespace
} // namespace assize::test
