// SPDX-License-Identifier: Apache-2.0
// The judge command against a real llama.cpp server with a model that judges at random: what no fake shows. Skipped
// where ASSIZE_REAL_SERVER does not name a script that brings one up.
#include "tests/e2e/server_session.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

namespace assize::test {
namespace {

using nlohmann::json;

constexpr int Items = 40;
constexpr int Calls = 2 * Items;

/// The script, or nothing with the reason printed.
std::string serverScript() {
    const char* script = std::getenv("ASSIZE_REAL_SERVER");
    return script != nullptr && std::filesystem::exists(script) ? script : "";
}

/// A server of our own that goes with the test. Its programs and its model are kept in one folder for all tests.
class RealServer {
public:
    RealServer(std::string port, const std::string& model)
        : m_port(std::move(port))
        , m_folder(std::filesystem::temp_directory_path() / "assize-real-server") {
        std::filesystem::create_directories(m_folder);
        std::filesystem::remove(m_folder / "judge.gguf");
        if (!model.empty())
            makeModel(model);
        m_isUp = run("up").status == 0;
    }
    ~RealServer() {
        static_cast<void>(run("down"));
        std::filesystem::remove(m_folder / "judge.gguf");
    }
    RealServer(const RealServer&) = delete;
    RealServer& operator=(const RealServer&) = delete;

    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + m_port + "/v1"; }

private:
    void makeModel(const std::string& option) const {
        const auto maker = std::filesystem::path(serverScript()).parent_path() / "gguf_make.py";
        const Finished made = runProgram({"python3", maker.string(), (m_folder / "judge.gguf").string(), option});
        if (made.status != 0)
            throw std::runtime_error("no model: " + made.err);
    }

    [[nodiscard]] Finished run(const std::string& command) const {
        ProcessOptions options;
        options.environment = {{"HOLD", m_folder.string()}, {"PORT", m_port}};
        options.limit = std::chrono::seconds(180);
        return runProgram({serverScript(), command}, options);
    }

    std::string m_port;
    std::filesystem::path m_folder;
    bool m_isUp = false;
};

class RealServerTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        if (serverScript().empty())
            GTEST_SKIP() << "ASSIZE_REAL_SERVER names no script that brings a llama.cpp server up";
    }
};

std::string modelName(const testing::TestParamInfo<const char*>& info) {
    return *info.param == '\0' ? "whole" : "stray_bytes";
}

TEST_P(RealServerTest, FortyItemsInBothOrders) {
    const RealServer server("18193", GetParam());
    if (!server.isUp())
        GTEST_SKIP() << "the llama.cpp server did not come up";
    const ServerSession session(Items);
    const std::vector<std::string> arguments = {
        "--judge", "pairwise-json", "--endpoint", server.url(), "--concurrency", "16"};
    const json first = session.judged(arguments);
    EXPECT_EQ(first["planned"], Calls);
    EXPECT_EQ(first["sent"], Calls);
    EXPECT_EQ(first["model"], "tiny-judge");
    EXPECT_TRUE(addsUp(first));
    int outcomes = 0;
    for (const auto& [name, count] : first["outcomes"].items())
        outcomes += count.get<int>();
    EXPECT_EQ(outcomes, Calls);
    if (*GetParam() == '\0')
        EXPECT_EQ(first["outcomes"], json({{"verdict", Calls}}));
    else
        EXPECT_GE(first["outcomes"]["verdict"], Calls * 8 / 10);  // the server itself stumbles over some
    std::this_thread::sleep_for(std::chrono::milliseconds(5500)); // it drops connections that are idle for 5 s
    const json second = session.judged(arguments);
    EXPECT_EQ(second["already"], first["outcomes"]["verdict"]);
    EXPECT_TRUE(session.isSound());
}

INSTANTIATE_TEST_SUITE_P(LlamaCpp, RealServerTest, testing::Values("", "--stray-bytes"), modelName);

} // namespace
} // namespace assize::test
