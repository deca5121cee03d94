// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/session/query.h"
#include <string>
#include <string_view>

struct sqlite3;

namespace assize {

enum class SearchField { Text, Prompt, Response };

/// A text as the search index takes it: as it is where it is ASCII, else NFKC case-folded, with every Han and kana
/// character a word of its own and runs of scripts without spaces (Thai, Lao, Khmer, Burmese) cut into words by ICU. A
/// Chinese query then is a phrase of characters, which finds it inside every longer word; a dictionary would hide some.
[[nodiscard]] std::string searchText(std::string_view text);

/// Goes between the texts of one column of the index.
constexpr std::string_view BorderOfTexts = " \xEE\x80\x80 ";

/// Items whose texts hold every word of a query; a quoted part is a phrase. With lastIsPrefix the last word may go on.
/// Asks the index for what it holds and scans the texts of the items behind it. False for a query without words.
[[nodiscard]] SqlCondition searchCondition(SearchField field, std::string_view query, bool lastIsPrefix);

/// Gives a connection the SQL function that searchCondition() scans with.
void addSearchFunction(sqlite3* connection);

} // namespace assize
