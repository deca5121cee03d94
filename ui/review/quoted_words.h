// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>

namespace assize::ui {

/// Words that a justification quotes: what the verdict panel gives and the answers show.
struct QuotedWords {
    int criterion = 0; ///< index in the shown rubric
    int response = 0;  ///< index of the quoted answer in the item: 0 is A, 1 is B, −1 any text
    QString words;

    bool operator==(const QuotedWords&) const = default;
};

} // namespace assize::ui
