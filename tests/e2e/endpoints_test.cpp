// SPDX-License-Identifier: Apache-2.0
// endpoints list, add, remove and test through the program, against the fake model server; and a key that must appear
// nowhere on disk.
#include "tests/support/fake_model.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace assize::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

constexpr const char* Canary = "canary-7f3e9a51c2";

std::string fileText(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

TEST(Endpoints, AreAddedListedAndRemoved) {
    const TempFolder home;
    ASSERT_EQ(
        runCli({"endpoints", "add", "one", "--url", "http://127.0.0.1:1/v1", "--key", "env:K"}, home.path()).status, 0);
    EXPECT_EQ(runCli({"endpoints", "add", "one", "--url", "http://127.0.0.1:1/v1"}, home.path()).status, 2);
    const auto listed = runCli({"endpoints", "list", "--json"}, home.path());
    const json endpoints = json::parse(listed.out)["endpoints"];
    ASSERT_EQ(endpoints.size(), 1U);
    EXPECT_EQ(endpoints[0]["name"], "one");
    EXPECT_EQ(endpoints[0]["key"], "env:K");
    EXPECT_THAT(runCli({"endpoints", "remove", "one"}, home.path()).out, HasSubstr("one removed"));
    EXPECT_EQ(runCli({"endpoints", "remove", "one"}, home.path()).status, 2);
    EXPECT_TRUE(json::parse(runCli({"endpoints", "list", "--json"}, home.path()).out)["endpoints"].empty());
}

TEST(Endpoints, SayAsJsonWhatWasDone) {
    const TempFolder home;
    const auto added = runCli({"endpoints", "add", "one", "--url", "http://127.0.0.1:1/v1", "--json"}, home.path());
    EXPECT_EQ(json::parse(added.out), json({{"added", "one"}, {"endpoints", 1}}));
    const auto removed = runCli({"endpoints", "remove", "one", "--json"}, home.path());
    EXPECT_EQ(json::parse(removed.out), json({{"removed", "one"}, {"endpoints", 0}}));
}

TEST(Endpoints, RefuseAKeyInTheFile) {
    const TempFolder home;
    const auto refused = runCli({"endpoints", "add", "one", "--url", "http://h/v1", "--key", Canary}, home.path());
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("the key itself does not go there"));
    EXPECT_EQ(refused.err.find(Canary), std::string::npos);
}

TEST(Endpoints, CallsStandInTheLogWithoutTheirKeys) {
    const TempFolder home;
    fs::permissions(home.write("key.txt", Canary), fs::perms::owner_read);
    const FakeServer server(fakeModel());
    ASSERT_EQ(
        runCli({"endpoints", "add", "one", "--url", server.url("/v1"), "--key", "file:key.txt"}, home.path()).status,
        0);
    const auto tested = runCli({"--log-level", "debug", "endpoints", "test", "one", "--json"}, home.path());
    EXPECT_EQ(tested.status, 0) << tested.err;
    EXPECT_THAT(tested.err, testing::ContainsRegex("POST 127.0.0.1:[0-9]+/v1/chat/completions 200 in "));
    EXPECT_EQ(tested.err.find(Canary), std::string::npos);
    EXPECT_TRUE(json::accept(tested.out)) << "the log goes to standard error";
}

TEST(Endpoints, TestReportsWhatAServerCanDo) {
    const TempFolder home;
    const FakeServer server(fakeModel());
    const auto tested = runCli({"endpoints", "test", server.url("/v1"), "--json"}, home.path());
    ASSERT_EQ(tested.status, 0) << tested.err;
    const json found = json::parse(tested.out);
    EXPECT_EQ(found["model"], "fake-judge");
    EXPECT_EQ(found["reachable"], true);
    EXPECT_EQ(found["schema_enforced"], true);
    EXPECT_EQ(found["context_tokens"], 4096);
    EXPECT_THAT(runCli({"endpoints", "test", server.url("/v1")}, home.path()).out, HasSubstr("JSON schema enforced"));
}

// A name that only the proxy knows; servers of this computer are asked without it.
TEST(Endpoints, AreReachedThroughTheProxyOfTheEnvironment) {
    const TempFolder home;
    std::atomic<int> passedOn = 0;
    const FakeServer proxy([&, model = fakeModel()](FakeRequest request) {
        const std::string other = "http://models.invalid";
        if (request.path.starts_with(other)) {
            request.path = request.path.substr(other.size());
            ++passedOn;
        }
        return model(request);
    });
    ProcessOptions process;
    process.environment = {{"http_proxy", proxy.url("")}, {"no_proxy", ""}};
    const auto tested = runCli({"endpoints", "test", "http://models.invalid/v1", "--json"}, home.path(), process);
    EXPECT_EQ(tested.status, 0) << tested.err;
    EXPECT_EQ(json::parse(tested.out)["model"], "fake-judge");
    EXPECT_EQ(passedOn.load(), proxy.requestCount());
    const FakeServer here(fakeModel());
    const int before = passedOn.load();
    EXPECT_EQ(runCli({"endpoints", "test", here.url("/v1")}, home.path(), process).status, 0);
    EXPECT_EQ(passedOn.load(), before);
}

TEST(Endpoints, TestSaysWhatToStart) {
    const TempFolder home;
    const std::string url = "http://127.0.0.1:" + std::to_string(unusedPort()) + "/v1";
    const auto tested = runCli({"endpoints", "test", url}, home.path());
    EXPECT_EQ(tested.status, 4);
    EXPECT_THAT(tested.err, HasSubstr("llama-server -m MODEL.gguf --port"));
}

TEST(Endpoints, TestReportsAWrongKey) {
    const TempFolder home;
    FakeModelOptions options;
    options.key = Canary;
    const FakeServer server(fakeModel(options));
    const auto ask = [&](const char* key) {
        ProcessOptions process;
        process.environment = {{"JUDGE_KEY", key}};
        return runCli({"endpoints", "test", server.url("/v1"), "--key", "env:JUDGE_KEY"}, home.path(), process);
    };
    EXPECT_EQ(ask("wrong").status, 4);
    EXPECT_EQ(ask(Canary).status, 0);
}

// Session, settings, cache, logs and everything printed are searched for the key that was used.
TEST(Endpoints, AKeyIsNowhereOnDisk) {
    const TempFolder home;
    FakeModelOptions options;
    options.key = Canary;
    const FakeServer server(fakeModel(options));
    ProcessOptions process;
    process.environment = {{"JUDGE_KEY", Canary}};
    home.write("items.jsonl", R"({"prompt":"Two and two?","response_a":"Four.","response_b":"Five."})"
                              "\n");
    const std::string session = (home.path() / "s.assize").string();
    std::string said;
    for (const std::vector<std::string>& arguments :
        std::vector<std::vector<std::string>>{{"import", session, (home.path() / "items.jsonl").string()},
            {"endpoints", "add", "fake", "--url", server.url("/v1"), "--key", "env:JUDGE_KEY"},
            {"endpoints", "test", "fake"},
            {"--log-level", "debug", "judge", session, "--judge", "pairwise-json", "--endpoint", "fake"},
            {"export", session, "--format", "jsonl", "-o", (home.path() / "out.jsonl").string()}}) {
        const auto done = runCli(arguments, home.path(), process);
        EXPECT_LE(done.status, 1) << done.err;
        said += done.out + done.err;
    }
    EXPECT_EQ(said.find(Canary), std::string::npos);
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(home.path())) {
        if (entry.is_regular_file()) {
            ++files;
            EXPECT_EQ(fileText(entry.path()).find(Canary), std::string::npos) << entry.path();
        }
    }
    EXPECT_GE(files, 4);
    EXPECT_GT(server.requestCount(), 8) << "the key was used";
}

} // namespace
} // namespace assize::test
