// SPDX-License-Identifier: Apache-2.0
// What to start, with which arguments and on which port.
#include "core/net/local_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <fstream>
#include <netinet/in.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace assize {
namespace {

constexpr int LastPort = 65535;
constexpr int PortsTried = 100;
constexpr int MostSlots = 1024;

bool isFree(int port) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (handle < 0)
        return false;
    const int yes = 1; // as servers do: connections that have just ended do not hold a port
    ::setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const bool isBound = ::bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(handle);
    return isBound;
}

Result<void> requireGguf(const std::filesystem::path& model) {
    constexpr std::string_view Magic = "GGUF";
    std::ifstream file(model, std::ios::binary);
    if (model.empty() || !file)
        return fail(ErrorCode::NotFound, model.string(), said("choose the file of a model"));
    std::string begin(Magic.size(), '\0');
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    if (begin != Magic)
        return fail(ErrorCode::UnreadableInput, model.string(),
            said("it is not a GGUF file, which is the form that llama-server reads"));
    return {};
}

/// A file's name as the name of an endpoint.
std::string nameFrom(std::string stem) {
    for (char& c : stem) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                             c == '_' || c == '-';
        c = isPlain ? c : '-';
    }
    return stem.empty() ? "local" : stem;
}

/// As a shell would need it, for people who copy the command.
std::string quotedWord(const std::string& word) {
    constexpr std::string_view Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+@%";
    if (!word.empty() && word.find_first_not_of(Plain) == std::string::npos)
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

Result<void> requireSense(const LlamaServerOptions& options) {
    if (options.slots < 1 || options.slots > MostSlots)
        return fail(
            ErrorCode::InvalidArgument, std::to_string(options.slots), said("calls at the same time: 1 to 1024"));
    if (options.contextTokens < 0)
        return fail(
            ErrorCode::InvalidArgument, std::to_string(options.contextTokens), said("the context cannot be negative"));
    return {};
}

} // namespace

Result<int> freePort(int preferred) {
    if (preferred < 1 || preferred > LastPort)
        return fail(ErrorCode::InvalidArgument, std::to_string(preferred), said("ports go from 1 to 65535"));
    for (int port = preferred; port <= std::min(preferred + PortsTried - 1, LastPort); ++port) {
        if (isFree(port))
            return port;
    }
    return fail(ErrorCode::InvalidArgument, std::to_string(preferred),
        said("this port and those after it are taken; choose another"));
}

Result<LocalServerPlan> planLlamaServer(const LlamaServerOptions& options) {
    if (const auto sensible = requireSense(options); !sensible)
        return tl::unexpected(sensible.error());
    if (const auto program = findProgram(options.program); !program)
        return tl::unexpected(program.error());
    if (const auto readable = requireGguf(options.model); !readable)
        return tl::unexpected(readable.error());
    const auto port = freePort(options.port);
    if (!port)
        return tl::unexpected(port.error());
    LocalServerPlan plan;
    plan.endpoint.name = nameFrom(options.model.stem().string());
    plan.endpoint.url = fmt::format("http://127.0.0.1:{}/v1", *port);
    plan.endpoint.model = plan.endpoint.name;
    plan.endpoint.concurrency = options.slots;
    plan.healthUrl = fmt::format("http://127.0.0.1:{}/health", *port);
    plan.command.program = options.program;
    plan.command.log = options.logFolder / fmt::format("llama-server-{}.log", *port);
    plan.command.arguments = {"-m", options.model.string(), "--alias", plan.endpoint.name, "--host", "127.0.0.1",
        "--port", std::to_string(*port), "-np", std::to_string(options.slots)};
    auto& arguments = plan.command.arguments;
    if (options.contextTokens > 0) // the program shares it between its slots
        arguments.insert(
            arguments.end(), {"-c", std::to_string(static_cast<std::int64_t>(options.contextTokens) * options.slots)});
    if (options.gpuLayers >= 0)
        arguments.insert(arguments.end(), {"-ngl", std::to_string(options.gpuLayers)});
    arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
    return plan;
}

Result<LocalServerPlan> planOllama(const OllamaOptions& options) {
    if (const auto program = findProgram(options.program); !program)
        return tl::unexpected(program.error());
    const auto port = freePort(options.port);
    if (!port)
        return tl::unexpected(port.error());
    LocalServerPlan plan;
    plan.endpoint.name = "ollama";
    plan.endpoint.kind = "ollama";
    plan.endpoint.url = fmt::format("http://127.0.0.1:{}", *port);
    plan.healthUrl = plan.endpoint.url + "/api/version";
    plan.command.program = options.program;
    plan.command.arguments = {"serve"};
    plan.command.environment = {{"OLLAMA_HOST", fmt::format("127.0.0.1:{}", *port)}};
    plan.command.log = options.logFolder / fmt::format("ollama-{}.log", *port);
    return plan;
}

std::string shellText(const ChildCommand& command) {
    std::string text;
    for (const auto& [name, value] : command.environment)
        text += name + "=" + quotedWord(value) + " ";
    text += quotedWord(command.program);
    for (const std::string& argument : command.arguments)
        text += " " + quotedWord(argument);
    return text;
}

} // namespace assize
