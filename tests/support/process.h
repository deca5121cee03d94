// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace assize::test {

/// What became of a program.
struct Finished {
    int status = -1;         ///< exit status, −1 if a signal ended it
    int signal = 0;          ///< the signal that ended it, 0 if none
    bool dumpedCore = false; ///< the system was told to keep its memory
    bool timedOut = false;   ///< it was killed after its time limit
    std::string out;         ///< standard output
    std::string err;         ///< standard error
    long peakKilobytes = 0;  ///< largest resident set
    double cpuSeconds = 0;   ///< user and system
    double wallSeconds = 0;
};

struct ProcessOptions {
    std::string input; ///< standard input
    std::filesystem::path folder;
    std::map<std::string, std::string> environment; ///< added to our own
    std::chrono::seconds limit{120};                ///< then SIGKILL
};

/// A running program whose output goes to memory. The destructor kills and reaps what was not waited for.
class Process {
public:
    /// Throws std::runtime_error if it cannot be started.
    explicit Process(std::vector<std::string> command, ProcessOptions options = {});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] int pid() const { return m_pid; }
    void send(int signal) const;
    [[nodiscard]] std::string outputSoFar() const; ///< of standard output
    /// Waits for the end, at most as long as the limit allows. Once.
    Finished wait();

private:
    ProcessOptions m_options;
    std::chrono::steady_clock::time_point m_start;
    int m_pid = -1;
    int m_in = -1; ///< files in memory
    int m_out = -1;
    int m_err = -1;
};

/// Starts a program and waits for it.
Finished runProgram(std::vector<std::string> command, ProcessOptions options = {});

/// A program of ours in the build's bin folder, such as "assize-cli".
[[nodiscard]] std::string programPath(const std::string& name);

/// assize-cli with these arguments; settings, library, cache and state go to the given folder.
Finished runCli(std::vector<std::string> arguments, const std::filesystem::path& home, ProcessOptions options = {});

/// How often kill loops repeat: ASSIZE_KILL_LOOPS, else 5.
[[nodiscard]] int killLoops();

} // namespace assize::test
