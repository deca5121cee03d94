// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "core/session/session.h"
#include "core/session/session_writer.h"

#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

constexpr std::int64_t RowsPerStep = 20'000;

/// Indexes until nothing is left; gives how many rows it added.
Result<std::int64_t> fillIndex(SessionWriter& writer, const Terminal& terminal) {
    auto left = writer.indexMore(0);
    const std::int64_t behind = left ? *left : 0;
    while (left && *left > 0) {
        if (terminal.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "index", said("%1 items are left for another time", *left));
        left = writer.indexMore(RowsPerStep);
        if (left)
            terminal.progress("indexed " + std::to_string(behind - *left) + " of " + std::to_string(behind) + " items");
    }
    terminal.progress({});
    return left.map([&](std::int64_t) { return behind; });
}

int runIndex(const Arguments& arguments, Terminal& terminal) {
    auto session = Session::open(arguments.valueOr("SESSION", {}), Session::Access::ReadWrite);
    if (!session)
        return terminal.report(session.error());
    const auto writer = (*session)->writer();
    if (!writer)
        return terminal.report(writer.error());
    const auto indexed = fillIndex(**writer, terminal);
    if (!indexed)
        return terminal.report(indexed.error());
    if (terminal.json)
        terminal.printJson({{"indexed", *indexed}, {"left", 0}});
    else
        terminal.out << *indexed << " items indexed; the search index is complete\n";
    return 0;
}

} // namespace

Command indexCommand() {
    return {"index", "Finish the search index of a session", {{"SESSION", "The session file"}}, {}, runIndex};
}

} // namespace assize::cli
