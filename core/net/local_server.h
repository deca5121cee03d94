// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/child_process.h"
#include "core/model/endpoint.h"
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace assize {

class HttpClient;

/// A model server of this machine to start, and how it is met when it is up.
struct LocalServerPlan {
    ChildCommand command;
    std::string healthUrl; ///< answers with 200 as soon as the server is ready
    Endpoint endpoint;     ///< named after the model, without a key
};

struct LlamaServerOptions {
    std::string program = "llama-server";
    std::filesystem::path model;        ///< a GGUF file
    int port = 8080;                    ///< the next free one if it is taken
    int contextTokens = 0;              ///< of one call; 0: what the model was made for
    int slots = 4;                      ///< calls at the same time
    int gpuLayers = -1;                 ///< −1: the program's own choice
    std::vector<std::string> arguments; ///< further ones, as they are
    std::filesystem::path logFolder;
};

struct OllamaOptions {
    std::string program = "ollama";
    int port = 11434; ///< the next free one if it is taken
    std::filesystem::path logFolder;
};

/// NotFound if the program is not installed or the model is not there, UnreadableInput if that is no GGUF file,
/// InvalidArgument for a port or a number that makes no sense.
[[nodiscard]] Result<LocalServerPlan> planLlamaServer(const LlamaServerOptions& options);
[[nodiscard]] Result<LocalServerPlan> planOllama(const OllamaOptions& options);

/// The first port from this one on at which nothing listens on loopback; InvalidArgument if a hundred are taken.
[[nodiscard]] Result<int> freePort(int preferred);

/// The command as one would type it, for people to read and copy.
[[nodiscard]] std::string shellText(const ChildCommand& command);

struct LocalServerStatus {
    enum class Phase {
        Starting, ///< the program runs, and is not ready yet
        Ready,
        Ended,
    };
    Phase phase = Phase::Starting;
    std::optional<Error> problem; ///< why it ended, if nobody asked it to
    double seconds = 0;           ///< since it was started
};

/// A model server that we started. Destroying it ends the server.
class LocalServer {
public:
    /// onChange is called on a thread of its own at each change of phase, and once a second while it is starting.
    LocalServer(HttpClient& http, LocalServerPlan plan, std::function<void(const LocalServerStatus&)> onChange);
    ~LocalServer();
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;

    [[nodiscard]] const LocalServerPlan& plan() const { return m_plan; }
    /// Asks it to end; Ended follows.
    void stop();

private:
    void run(const std::stop_token& stop);
    void watch(ChildProcess& child, const std::stop_token& stop);
    [[nodiscard]] bool isHealthy(const std::stop_token& stop) const;
    [[nodiscard]] Error endOf(const ChildEnd& end) const;

    HttpClient& m_http;
    LocalServerPlan m_plan;
    std::function<void(const LocalServerStatus&)> m_onChange;
    std::jthread m_thread; ///< last member: starts after, joins before, all it uses
};

/// The last lines of a log, at most so many bytes of it; empty if there is none.
[[nodiscard]] std::string logTail(const std::filesystem::path& log, std::size_t mostBytes);

} // namespace assize
