// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/item.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assize {

/// A person's view of one criterion: the judge is wrong on it, and perhaps what the scores should be.
struct CriterionOverride {
    std::string name;
    bool judgeIsWrong = false;
    std::optional<double> scoreA;
    std::optional<double> scoreB;

    bool operator==(const CriterionOverride&) const = default;
};

/// What one annotator says of one item, whole. A change is a new row that supersedes the last; nothing is removed.
struct Annotation {
    RowKey key = 0;
    std::string id; ///< ULID
    RowKey itemKey = 0;
    std::string annotator;
    std::optional<Label> label;
    std::optional<int> step; ///< +2, +1, 0, −1, −2
    bool cannotJudge = false;
    std::optional<double> score;
    std::string result;
    std::vector<CriterionOverride> criteria;
    std::vector<std::string> tags;
    std::string comment;
    bool flagged = false;
    bool blind = false;        ///< made before the judge's verdict was shown
    bool sidesSwapped = false; ///< the sides as shown while blind; the label is in item order all the same
    bool adjudicated = false;  ///< overrides the annotators' plurality
    RowKey shownRunKey = 0;    ///< whose verdict was on screen, 0 if none
    std::string supersedes;    ///< id of the earlier row, empty for the first
    std::int64_t createdAt = 0;

    bool operator==(const Annotation&) const = default;
};

/// A person has said something of the answers: a side, a score, a class, or that they cannot be judged.
[[nodiscard]] inline bool isLabelled(const Annotation& annotation) {
    return annotation.label || annotation.score || !annotation.result.empty() || annotation.cannotJudge;
}

} // namespace assize
