// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// What to start. Arguments are handed over as they are: no shell reads them.
struct ChildCommand {
    std::string program; ///< a path, or a name to look for in PATH
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment; ///< added to our own
    std::filesystem::path log;                      ///< takes all its output; made anew, only for its owner to read
};

/// How a program ended.
struct ChildEnd {
    int status = -1; ///< exit status; −1 if a signal ended it
    int signal = 0;  ///< 0 if none did
};

/// A program of somebody else's that runs beside ours and ends with it, even if ours is killed: then the kernel ends it
/// together with the thread that called start(). So one thread starts it, waits for it and destroys it.
class ChildProcess {
public:
    /// NotFound if there is no such program, NotWritable for the log, Internal if the system refuses.
    [[nodiscard]] static Result<ChildProcess> start(const ChildCommand& command);
    /// Asks it to end; kills it after three seconds.
    ~ChildProcess();
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;

    [[nodiscard]] int pid() const { return m_pid; }
    /// How it ended, waiting for that at most so long; nothing while it runs.
    [[nodiscard]] std::optional<ChildEnd> waitFor(std::chrono::milliseconds patience);

private:
    ChildProcess(int pid, int handle)
        : m_pid(pid)
        , m_handle(handle) {}

    int m_pid;
    int m_handle; ///< a descriptor that becomes readable when it ends
    std::optional<ChildEnd> m_end;
};

/// The path of a program: itself if it has a slash, else the first one in PATH. NotFound if it cannot be run.
[[nodiscard]] Result<std::filesystem::path> findProgram(const std::string& program);

} // namespace assize
