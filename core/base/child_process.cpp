// SPDX-License-Identifier: Apache-2.0
#include "core/base/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace assize {
namespace {

using namespace std::chrono_literals;

constexpr auto EndPatience = 3s;
constexpr int CannotRun = 127;

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& added) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!added.contains(text.substr(0, text.find('='))))
            all.push_back(text);
    }
    for (const auto& [name, value] : added)
        all.push_back(name + "=" + value);
    return all;
}

/// Everything the child needs after fork(), where nothing may be allocated any more.
struct Launch {
    const char* program;
    char* const* arguments;
    char* const* environment;
    int log;
    int report; ///< closed by the new program; before that the reason why there is none
    pid_t parent;
};

[[noreturn]] void runChild(const Launch& launch) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != launch.parent) // it ended before that was said
        ::_exit(CannotRun);
    ::setpgid(0, 0); // Ctrl-C on our terminal is ours to answer
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(launch.log, STDOUT_FILENO);
    ::dup2(launch.log, STDERR_FILENO);
    ::execve(launch.program, launch.arguments, launch.environment);
    const int problem = errno;
    static_cast<void>(::write(launch.report, &problem, sizeof(problem)) < 0);
    ::_exit(CannotRun);
}

Result<int> openLog(const std::filesystem::path& path) {
    std::error_code problem;
    std::filesystem::create_directories(path.parent_path(), problem);
    const int log = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (log < 0)
        return fail(ErrorCode::NotWritable, path.string(), quoted(std::strerror(errno)));
    return log;
}

/// Waits until the child runs its program: from then on it ends with the thread that started it. Returns the errno of
/// why it cannot, or 0.
int problemOf(int report) {
    int problem = 0;
    while (::read(report, &problem, sizeof(problem)) < 0 && errno == EINTR)
        continue;
    return problem;
}

bool isRunnable(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

} // namespace

Result<std::filesystem::path> findProgram(const std::string& program) {
    if (program.find('/') != std::string::npos) {
        if (isRunnable(program))
            return std::filesystem::path(program);
        return fail(ErrorCode::NotFound, program, said("there is no program that can be run at that path"));
    }
    const char* path = std::getenv("PATH");
    std::string_view rest = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
    while (!program.empty() && !rest.empty()) {
        const std::size_t colon = rest.find(':');
        const std::filesystem::path candidate = std::filesystem::path(rest.substr(0, colon)) / program;
        if (candidate.is_absolute() && isRunnable(candidate))
            return candidate;
        rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    }
    return fail(ErrorCode::NotFound, program, said("it is not installed, or not in the PATH of this program"));
}

Result<ChildProcess> ChildProcess::start(const ChildCommand& command) {
    const auto path = findProgram(command.program);
    if (!path)
        return tl::unexpected(path.error());
    const auto log = openLog(command.log);
    if (!log)
        return tl::unexpected(log.error());
    std::vector<std::string> arguments = command.arguments;
    arguments.insert(arguments.begin(), path->string());
    std::vector<std::string> environment = environmentWith(command.environment);
    const std::vector<char*> argumentPointers = pointersTo(arguments);
    const std::vector<char*> environmentPointers = pointersTo(environment);
    std::array<int, 2> report = {-1, -1};
    if (::pipe2(report.data(), O_CLOEXEC) != 0) {
        const int problem = errno;
        ::close(*log);
        return fail(ErrorCode::Internal, command.program, quoted(std::strerror(problem)));
    }
    const Launch launch{
        path->c_str(), argumentPointers.data(), environmentPointers.data(), *log, report[1], ::getpid()};
    const pid_t pid = ::fork();
    if (pid == 0)
        runChild(launch);
    const int forkProblem = errno;
    ::close(*log);
    ::close(report[1]);
    const int problem = pid < 0 ? forkProblem : problemOf(report[0]);
    ::close(report[0]);
    if (pid < 0)
        return fail(ErrorCode::Internal, command.program, quoted(std::strerror(problem)));
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    const int handleProblem = errno;
    ChildProcess child(pid, handle);
    if (problem != 0)
        return fail(ErrorCode::Internal, path->string(), quoted(std::strerror(problem)));
    if (handle < 0)
        return fail(ErrorCode::Internal, command.program, quoted(std::strerror(handleProblem)));
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_handle(std::exchange(other.m_handle, -1))
    , m_end(other.m_end) {}

ChildProcess::~ChildProcess() {
    if (m_pid > 0 && !m_end) {
        ::kill(m_pid, SIGTERM);
        if (!waitFor(EndPatience)) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }
    if (m_handle >= 0)
        ::close(m_handle);
}

std::optional<ChildEnd> ChildProcess::waitFor(std::chrono::milliseconds patience) {
    if (m_end)
        return m_end;
    pollfd ended{m_handle, POLLIN, 0};
    if (m_handle >= 0 && ::poll(&ended, 1, static_cast<int>(patience.count())) <= 0)
        return std::nullopt;
    int state = 0;
    if (::waitpid(m_pid, &state, WNOHANG) != m_pid)
        return std::nullopt;
    m_end = ChildEnd{WIFEXITED(state) ? WEXITSTATUS(state) : -1, WIFSIGNALED(state) ? WTERMSIG(state) : 0};
    return m_end;
}

} // namespace assize
