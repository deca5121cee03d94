// SPDX-License-Identifier: Apache-2.0
// The clock is set back while a run goes and before the next one: rows stay in the order of their making, no call is
// lost or made twice, and nothing lasts less than no time. libfaketime gives the program a clock of its own.
#include "core/base/files.h"
#include "tests/e2e/server_session.h"
#include "tests/support/fake_model.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <thread>

namespace assize::test {
namespace {

using nlohmann::json;

constexpr int Items = 100;
constexpr int Concurrency = 8;
constexpr std::size_t Calls = 2UL * Items;
constexpr std::int64_t Minute = 60'000; ///< in milliseconds

std::string fakeTimeLibrary() {
    for (const char* folder : {"/usr/lib", "/usr/lib64"}) {
        std::error_code unknown;
        for (const auto& entry : std::filesystem::directory_iterator(folder, unknown)) {
            for (const auto& path : {entry.path() / "faketime", entry.path()}) {
                if (std::filesystem::exists(path / "libfaketimeMT.so.1", unknown))
                    return (path / "libfaketimeMT.so.1").string();
            }
        }
    }
    return {};
}

class Clock : public testing::Test {
protected:
    Clock()
        : m_session(Items)
        , m_server(fakeModel(slow())) {}

    void SetUp() override {
        if (m_library.empty())
            GTEST_SKIP() << "libfaketime is not installed";
    }

    static FakeModelOptions slow() {
        FakeModelOptions options;
        options.latency = std::chrono::milliseconds(20);
        return options;
    }
    /// At once, also for a program that runs.
    void setClock(const char* offset) const {
        m_session.home().write("clock.new", offset);
        std::filesystem::rename(m_session.home().path() / "clock.new", m_session.home().path() / "clock");
    }
    [[nodiscard]] std::unique_ptr<Process> judging(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> arguments = {"--judge", "rubric-generated", "--endpoint", m_server.url("/v1"),
            "--model", "fake-judge", "--concurrency", std::to_string(Concurrency), "--json", "--progress", "json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        ProcessOptions options = m_session.options();
        options.environment = {{"LD_PRELOAD", m_library}, {"FAKETIME_NO_CACHE", "1"}, {"DONT_FAKE_MONOTONIC", "1"},
            {"FAKETIME_TIMESTAMP_FILE", (m_session.home().path() / "clock").string()},
            {"ASAN_OPTIONS", "verify_asan_link_order=0"}}; // the library comes before the sanitizer's
        return std::make_unique<Process>(m_session.judgeCommand(arguments), options);
    }
    /// All verdicts as an export writes them: by their ids.
    [[nodiscard]] std::vector<json> verdicts() const {
        const Finished exported = runCli({"export", "s.assize", "-o", "-"}, m_session.home().path());
        EXPECT_EQ(exported.status, 0) << exported.err;
        std::vector<json> all;
        std::istringstream lines(exported.out);
        for (std::string line; std::getline(lines, line);) {
            if (json row = json::parse(line); row["type"] == "verdict")
                all.push_back(std::move(row));
        }
        return all;
    }

    const std::string m_library = fakeTimeLibrary();
    ServerSession m_session;
    FakeServer m_server;
};

TEST_F(Clock, SetBackWhileARunGoesItLosesNothing) {
    setClock("+0");
    const auto process = judging();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (static_cast<std::size_t>(m_server.requestCount()) < Calls / 2 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    setClock("-1h");
    const Finished finished = process->wait();
    ASSERT_EQ(finished.status, 0) << finished.err;
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["sent"], Calls);
    EXPECT_GT(report["seconds"], 0);
    EXPECT_LT(report["seconds"], 60);
    EXPECT_TRUE(m_session.isSound());
    const std::vector<json> rows = verdicts();
    ASSERT_EQ(rows.size(), Calls);
    const auto made = [&](std::size_t row) { return rows.at(row)["created_at"].get<std::int64_t>(); };
    EXPECT_LT(made(Calls - 1), made(0) - 50 * Minute) << "the clock was not set back";
    int steps = 0; // of rows that were under way when the clock changed
    for (std::size_t row = 1; row < Calls; ++row)
        steps += made(row) > made(row - 1) + Minute ? 1 : 0;
    EXPECT_LE(steps, Concurrency) << "rows of before the change sort behind those of after it";
    for (const json& row : rows) {
        EXPECT_GE(row["latency_s"].get<double>(), 0.02);
        EXPECT_LT(row["latency_s"].get<double>(), 60);
    }
}

TEST_F(Clock, SetBackBetweenRunsTheNewerRowsStayTheLast) {
    setClock("+0");
    ASSERT_EQ(judging()->wait().status, 0);
    const std::string newest = verdicts().back()["id"];
    setClock("-1d");
    ASSERT_EQ(judging({"--new-run", "again"})->wait().status, 0);
    const std::vector<json> rows = verdicts();
    ASSERT_EQ(rows.size(), 2 * Calls);
    EXPECT_EQ(rows[Calls - 1]["id"], newest);
    EXPECT_LT(rows[Calls]["created_at"].get<std::int64_t>(), rows[0]["created_at"].get<std::int64_t>() - 60 * Minute);
    const json again = json::parse(judging()->wait().out);
    EXPECT_EQ(again["already"], Calls);
    EXPECT_EQ(again["sent"], 0);
}

} // namespace
} // namespace assize::test
