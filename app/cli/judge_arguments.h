// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"
#include "core/judge/library.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"
#include <memory>

namespace assize::cli {

/// A session opened for reading because --session names one; both null otherwise.
struct OptionalSession {
    std::unique_ptr<Session> session;
    std::unique_ptr<SessionReader> reader;
};
[[nodiscard]] Result<OptionalSession> sessionFrom(const Arguments& arguments);

/// The folder of the judge library.
[[nodiscard]] std::filesystem::path judgeLibrary(const Terminal& terminal);

/// The judge that a name on the command line means (interfaces.md, Judges).
[[nodiscard]] Result<NamedJudge> judgeNamed(std::string_view name, const Terminal& terminal, SessionReader* session);

/// The presentation of --order ab|ba for as many responses as a task shows of an item.
[[nodiscard]] Result<std::string> presentationFrom(const Arguments& arguments, Task task, std::size_t responseCount);

/// The first item of a file in one of the import formats.
[[nodiscard]] Result<Item> itemFromFile(const std::string& path);

} // namespace assize::cli
