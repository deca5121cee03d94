// SPDX-License-Identifier: Apache-2.0
#include "app/cli/window_program.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace assize::cli {
namespace {

constexpr std::string_view ProgramName = "assize";

/// Beside our own program, else by name for PATH to find.
std::string programToRun() {
    std::error_code problem;
    const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", problem);
    const std::filesystem::path beside = own.parent_path() / ProgramName;
    if (!problem && access(beside.c_str(), X_OK) == 0)
        return beside.string();
    return std::string(ProgramName);
}

/// Our own environment, with the platform that needs no display.
std::vector<std::string> environmentWithoutDisplay() {
    constexpr std::string_view Platform = "QT_QPA_PLATFORM=";
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (!std::string_view(*variable).starts_with(Platform))
            variables.emplace_back(*variable);
    }
    variables.push_back(std::string(Platform) + "offscreen");
    return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Starts it with the signals that we block for ourselves open again.
Result<pid_t> spawnProgram(const std::vector<std::string>& arguments) {
    std::vector<std::string> words = {programToRun()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environmentWithoutDisplay();
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t child = -1;
    const int problem = posix_spawnp(
        &child, words.front().c_str(), nullptr, &attributes, pointersTo(words).data(), pointersTo(variables).data());
    posix_spawnattr_destroy(&attributes);
    if (problem == ENOENT)
        return fail(ErrorCode::InvalidArgument, "assize",
            said("a PDF is printed by the window's program, which is not installed; ask for .html instead, or install "
                 "it"));
    if (problem != 0)
        return fail(ErrorCode::InvalidArgument, words.front(), quoted(std::strerror(problem)));
    return child;
}

} // namespace

Result<int> runWindowProgram(const std::vector<std::string>& arguments, const std::stop_token& stop) {
    const auto child = spawnProgram(arguments);
    if (!child)
        return tl::unexpected(child.error());
    const std::stop_callback onStop(stop, [child] { kill(*child, SIGTERM); });
    int status = 0;
    while (waitpid(*child, &status, 0) < 0) {
        if (errno != EINTR)
            return fail(ErrorCode::Internal, std::string(ProgramName), quoted(std::strerror(errno)));
    }
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
    if (WIFSIGNALED(status))
        return fail(ErrorCode::Internal, std::string(ProgramName), said("it was ended by signal %1", WTERMSIG(status)));
    return WEXITSTATUS(status);
}

} // namespace assize::cli
