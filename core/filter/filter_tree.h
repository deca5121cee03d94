// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// One side of a comparison: a literal, or a name with what belongs to it.
struct FilterValue {
    enum class Kind { Number, Text, Name };
    Kind kind = Kind::Name;
    double number = 0;
    std::string text;     ///< the literal, or the name: "label", "score", "metadata"
    std::string argument; ///< of score("…"), or the path of metadata.a.b
    std::string run;      ///< of run("…").label; empty: the current run
    bool isAbsolute = false;
    std::size_t column = 0;
};

/// An expression of the filter language as a tree.
struct FilterNode {
    enum class Kind { And, Or, Not, Compare, Flag, Tag };
    Kind kind = Kind::And;
    std::vector<FilterNode> children; ///< And, Or: two or more; Not: one
    FilterValue left;                 ///< Compare; of a Flag or Tag its name or word, and its run
    std::string comparison;           ///< "==", "!=", "<", "<=", ">", ">=", "~"
    FilterValue right;
};

/// InvalidArgument, with "filter, column N" as the subject, where the text stops making sense.
[[nodiscard]] Result<FilterNode> parseFilter(std::string_view text);

/// The same error for a place that is wrong for a reason the grammar does not know.
[[nodiscard]] tl::unexpected<Error> failAt(std::size_t column, Sentence why);

} // namespace assize
