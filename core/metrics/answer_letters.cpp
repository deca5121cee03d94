// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/answer_letters.h"

namespace assize {

double creditOfLetters(std::string_view chosen, std::string_view right) {
    double letters = 0;
    double hits = 0;
    for (const char letter : chosen) {
        if (letter == ',' || letter == ' ')
            continue;
        ++letters;
        hits += right.find(letter) != std::string_view::npos ? 1 : 0;
    }
    return letters > 0 ? hits / letters : 0;
}

} // namespace assize
