// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace assize {

struct FilterToken {
    enum class Kind { Word, Number, String, Comparison, Open, Close, Dot, Tag, End };
    Kind kind = Kind::End;
    std::string text; ///< the string without quotes, the tag without "tag:"
    double number = 0;
    std::size_t column = 1; ///< in code points, from 1
};

/// The tokens of a filter, with End as the last. InvalidArgument for an open string or a character that means nothing.
[[nodiscard]] Result<std::vector<FilterToken>> filterTokens(std::string_view text);

} // namespace assize
