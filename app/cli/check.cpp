// SPDX-License-Identifier: Apache-2.0
#include "core/session/check.h"

#include "app/cli/commands.h"

#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

int runCheck(const Arguments& arguments, Terminal& terminal) {
    const std::string path = arguments.valueOr("SESSION", {});
    terminal.progress("checking " + path);
    const auto problems = checkSession(path);
    terminal.progress({});
    if (!problems)
        return terminal.report(problems.error());
    if (terminal.json) {
        terminal.printJson({{"ok", problems->empty()}, {"problems", *problems}});
    } else if (problems->empty()) {
        terminal.out << path << ": no problems\n";
    } else {
        for (const std::string& problem : *problems)
            terminal.out << problem << '\n';
    }
    return problems->empty() ? 0 : 1;
}

} // namespace

Command checkCommand() {
    return {"check", "Check a session's pages, references, hashes and derived rows", {{"SESSION", "The session file"}},
        {}, runCheck};
}

} // namespace assize::cli
