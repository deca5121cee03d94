// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/files.h"
#include "core/base/result.h"
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize::cli {

/// One option of a command, as data: CLI11 is met in cli_main.cpp alone, because its header is dear to compile.
struct Option {
    std::string_view flag;      ///< "--format"
    std::string_view valueName; ///< "F"; empty for a switch
    std::string_view help;
    bool repeats = false;
    bool isValueOptional = false; ///< without one, the option counts as a switch
};

struct Positional {
    std::string_view name; ///< "SESSION"
    std::string_view help;
    bool isRequired = true;
    bool repeats = false;
};

/// What the person typed, by flag and by positional name.
class Arguments {
public:
    void add(std::string name, std::string value);
    void setSwitch(std::string name);

    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const; ///< the last one given
    [[nodiscard]] std::string valueOr(std::string_view name, std::string_view fallback) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    /// A whole number in [low, high]; InvalidArgument names the flag and what is allowed.
    [[nodiscard]] Result<std::int64_t> number(
        std::string_view name, std::int64_t fallback, std::int64_t low, std::int64_t high) const;

private:
    std::multimap<std::string, std::string, std::less<>> m_values;
};

/// Where a command speaks and what it may rely on. One per process, used on the main thread.
struct Terminal {
    std::ostream& out;
    std::ostream& err;
    bool json = false;       ///< --json: one document on out
    bool isTerminal = false; ///< err is a terminal: bars and colours may be drawn
    bool useColour = false;
    Places places;
    std::stop_token stop; ///< asked for by Ctrl-C

    /// Prints a JSON document and a line feed to out.
    void printJson(const nlohmann::json& document) const;
    /// "assize-cli: what failed: why: what to do" to err; gives the exit status of the error's kind.
    [[nodiscard]] int report(const Error& error) const;
    /// Whoever read `out` has gone, as "| head" does: nothing more is wanted, and nothing is wrong.
    [[nodiscard]] bool isReaderGone() const;
    /// One line that overwrites itself on a terminal; nothing elsewhere. An empty text clears it.
    void progress(std::string_view text) const;
};

/// One command of assize-cli. run() gives the exit status (interfaces.md).
struct Command {
    std::string_view name; ///< "import"; a second word for sub-commands: "judges list"
    std::string_view summary;
    std::vector<Positional> positionals;
    std::vector<Option> options;
    int (*run)(const Arguments& arguments, Terminal& terminal);
};

/// Every command, one line each (app/cli/registry.cpp).
[[nodiscard]] const std::vector<Command>& commands();

/// InvalidArgument where writing a file would destroy what is read, or any other session: output is one of the inputs,
/// or a SQLite file.
[[nodiscard]] Result<void> mayReplace(
    std::string_view option, const std::string& output, const std::vector<std::string>& inputs);

/// Done (0), done with problems (1), and one status for each kind of error: 2, 3, 4, 5 or 130.
[[nodiscard]] int exitStatus(ErrorCode code);

} // namespace assize::cli
