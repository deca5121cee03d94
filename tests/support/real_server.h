// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

namespace assize::test {

/// A real llama.cpp server with a model that judges at random, brought up by the script that ASSIZE_REAL_SERVER names:
/// what no fake shows. It goes with the object; its programs stay in the folder HOLD, else in a temporary one, for the
/// next. Only one is up at a time, also of several tests at once.
class RealServer {
public:
    /// key: wanted from who asks. modelOption: of the script that makes the model, such as "--stray-bytes".
    explicit RealServer(std::string key = {}, const std::string& modelOption = {});
    ~RealServer();
    RealServer(const RealServer&) = delete;
    RealServer& operator=(const RealServer&) = delete;

    /// Why there is none; empty if it is up.
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] std::filesystem::path model() const;
    /// A program that starts such a server with arguments of its own, written into that folder.
    [[nodiscard]] std::filesystem::path writeProgram(const std::filesystem::path& folder) const;
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + m_port + "/v1"; }

private:
    [[nodiscard]] std::string run(const std::string& command) const;
    [[nodiscard]] std::string makeModel(const std::filesystem::path& script, const std::string& option) const;

    std::string m_port;
    std::string m_key;
    std::filesystem::path m_folder;
    int m_lock = -1;
    std::string m_problem;
};

} // namespace assize::test

/// Defines a real server, or skips the test with the reason.
#define ASSIZE_NEEDS_REAL_SERVER(variable, ...)                                                                        \
    const assize::test::RealServer variable{__VA_ARGS__};                                                              \
    if (!(variable).problem().empty())                                                                                 \
    GTEST_SKIP() << (variable).problem()
