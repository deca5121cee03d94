// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/session/query.h"
#include <string>
#include <string_view>

namespace assize {

class SessionReader;

/// Whom an expression speaks of: the run whose verdicts its names mean (0: none), the annotator whose labels are
/// "annotation", and where other runs' names are looked up.
struct FilterScope {
    RowKey runKey = 0;
    std::string annotator;
    SessionReader* reader = nullptr;
    bool isTried = false; ///< the condition is for a query with tried verdicts of runKey
};

/// Turns an expression of the filter language (interfaces.md, FILTER) into a condition on items. InvalidArgument says
/// where it stops making sense, and lists the known names and the nearest one.
[[nodiscard]] Result<SqlCondition> compileFilter(std::string_view text, const FilterScope& scope);

/// The expression tells, by what it finds, what a judge or another person said of an item, or by what margin. Flags and
/// labels compared with each other ("disagree", run("a").label != run("b").label) find disputed items without naming a
/// side, and tell nothing. False for text that is no expression.
[[nodiscard]] bool tellsVerdict(std::string_view text);

} // namespace assize
