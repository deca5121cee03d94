// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// How the program a judge comes from reads a reply, faults included (protocols.md, 1.4, 2.3, 5 and 11): to compare
/// published figures with. Ours never reads so.
struct OriginalReader {
    std::string_view name; ///< "judgelm"
    std::string_view rule; ///< what it does with what it cannot read
    std::string (*read)(std::string_view reply);
};

/// judgelm "7 8" or "-1 -1"; pandalm "1", "2" or "0"; autoj "0", "1", "2" or "-1"; fastchat "A", "B", "C" or "error";
/// selene (as RewardBench reads it) the word, or "none"; prometheus the score or letter, or "none"; rewardbench2 the
/// rating, or "-1".
[[nodiscard]] const std::vector<OriginalReader>& originalReaders();
[[nodiscard]] const OriginalReader* findOriginalReader(std::string_view name);

/// FastChat's winner of two scores: a tie within 0.1, in binary floating point as there, so that 8.3 beats 8.2.
[[nodiscard]] char fastchatWinner(double scoreA, double scoreB); ///< 'A', 'B' or 'C'

} // namespace assize
