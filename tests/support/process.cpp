// SPDX-License-Identifier: Apache-2.0
#include "tests/support/process.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assize::test {
namespace {

int memoryFile(const char* name) {
    const int descriptor = ::memfd_create(name, MFD_CLOEXEC);
    if (descriptor < 0)
        throw std::runtime_error(std::string("memfd_create: ") + std::strerror(errno));
    return descriptor;
}

std::string contentOf(int descriptor) {
    std::string content;
    char block[65536];
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(descriptor, block, sizeof block, at);
        if (got <= 0)
            return content;
        content.append(block, static_cast<std::size_t>(got));
        at += got;
    }
}

double secondsOf(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& added) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (added.count(text.substr(0, text.find('='))) == 0)
            all.push_back(text);
    }
    for (const auto& [name, value] : added)
        all.push_back(name + "=" + value);
    return all;
}

} // namespace

Process::Process(std::vector<std::string> command, ProcessOptions options)
    : m_options(std::move(options))
    , m_start(std::chrono::steady_clock::now())
    , m_in(memoryFile("in"))
    , m_out(memoryFile("out"))
    , m_err(memoryFile("err")) {
    if (::pwrite(m_in, m_options.input.data(), m_options.input.size(), 0) !=
        static_cast<ssize_t>(m_options.input.size()))
        throw std::runtime_error("standard input does not fit into memory");
    std::vector<std::string> environment = environmentWith(m_options.environment);
    const std::vector<char*> arguments = pointersTo(command);
    const std::vector<char*> variables = pointersTo(environment);
    m_pid = ::fork();
    if (m_pid < 0)
        throw std::runtime_error(std::string("fork: ") + std::strerror(errno));
    if (m_pid > 0)
        return;
    ::dup2(m_in, STDIN_FILENO);
    ::dup2(m_out, STDOUT_FILENO);
    ::dup2(m_err, STDERR_FILENO);
    if (!m_options.folder.empty() && ::chdir(m_options.folder.c_str()) != 0)
        std::_Exit(126);
    ::execvpe(arguments.front(), arguments.data(), variables.data());
    std::_Exit(127);
}

Process::~Process() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    for (const int descriptor : {m_in, m_out, m_err})
        ::close(descriptor);
}

void Process::send(int signal) const {
    if (m_pid > 0)
        ::kill(m_pid, signal);
}

std::string Process::outputSoFar() const {
    return contentOf(m_out);
}

Finished Process::wait() {
    Finished finished;
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0));
    pollfd ended{handle, POLLIN, 0};
    const auto limit = std::chrono::duration_cast<std::chrono::milliseconds>(m_options.limit).count();
    finished.timedOut = ::poll(&ended, 1, static_cast<int>(limit)) == 0;
    ::close(handle);
    if (finished.timedOut)
        ::kill(m_pid, SIGKILL);
    int state = 0;
    rusage usage = {};
    ::wait4(m_pid, &state, 0, &usage);
    m_pid = -1;
    finished.status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    finished.signal = WIFSIGNALED(state) ? WTERMSIG(state) : 0;
    finished.dumpedCore = WIFSIGNALED(state) && WCOREDUMP(state);
    finished.out = contentOf(m_out);
    finished.err = contentOf(m_err);
    finished.peakKilobytes = usage.ru_maxrss;
    finished.cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    finished.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    return finished;
}

Finished runProgram(std::vector<std::string> command, ProcessOptions options) {
    return Process(std::move(command), std::move(options)).wait();
}

std::string programPath(const std::string& name) {
    return std::string(ASSIZE_BIN_DIR) + "/" + name;
}

Finished runCli(std::vector<std::string> arguments, const std::filesystem::path& home, ProcessOptions options) {
    arguments.insert(arguments.begin(), programPath("assize-cli"));
    for (const auto& [variable, folder] : std::map<std::string, std::string>{{"XDG_CONFIG_HOME", "config"},
             {"XDG_DATA_HOME", "data"}, {"XDG_STATE_HOME", "state"}, {"XDG_CACHE_HOME", "cache"}})
        options.environment.emplace(variable, (home / folder).string());
    if (options.folder.empty())
        options.folder = home;
    return runProgram(std::move(arguments), std::move(options));
}

int killLoops() {
    const char* wanted = std::getenv("ASSIZE_KILL_LOOPS");
    const int count = wanted != nullptr ? std::atoi(wanted) : 0;
    return count > 0 ? count : 5;
}

} // namespace assize::test
