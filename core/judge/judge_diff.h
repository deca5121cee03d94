// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <cstdint>
#include <string>
#include <vector>

namespace assize {

/// One line of a message: in both versions, only in the first, or only in the second.
enum class LineChange : std::uint8_t { Same, Removed, Added };

struct DiffLine {
    LineChange change = LineChange::Same;
    std::string text;
};

/// A message that differs; a role or all lines are empty on the side that lacks it.
struct MessageDiff {
    std::size_t number = 1;
    std::string roleBefore;
    std::string roleAfter;
    std::vector<DiffLine> lines;
};

/// A setting that differs, by its path in the definition ("reply.format", "rubric.criteria.2.weight"; lists count from
/// 1), as JSON; empty where it is not there.
struct SettingDiff {
    std::string path;
    std::string before;
    std::string after;
};

struct JudgeDiff {
    bool isSameVersion = false; ///< equal but for name, title and notes
    std::vector<SettingDiff> settings;
    std::vector<MessageDiff> messages;
};

/// What changed from one definition to another: settings one by one, messages line by line.
[[nodiscard]] JudgeDiff diffJudges(const Judge& before, const Judge& after);

} // namespace assize
