// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/estimate.h"
#include "core/metrics/figure.h"
#include "core/metrics/grade_scale.h"
#include "core/metrics/tables.h"
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace assize {

/// All that figures about single responses know of one item. A number means something only where its flag is set.
struct GradePattern {
    bool hasGoldScore = false;
    bool hasScore = false;
    double goldScore = 0;
    double score = 0;
    std::int32_t goldResult = NoResult;
    std::int32_t result = NoResult;
    Cell state = Cell::NotPlanned;         ///< Cell::A: judged; else why not
    bool isSplit = false;                  ///< gold: annotators have no plurality
    bool isUnanimous = false;              ///< of many responses, the same one in every order
    bool hasAllOrders = true;              ///< every order gave a choice
    bool isInOneOrder = false;             ///< of many responses, which were shown in one order only
    std::vector<std::uint16_t> slots = {}; ///< how often the chosen one stood in each place

    auto operator<=>(const GradePattern&) const = default;
};

enum class GradeTask : std::uint8_t { Score, Classes, PassFail, Choice };

/// Who belongs to a figure about single responses.
struct GradePopulation {
    bool onScores = false;  ///< only for tasks whose verdict is a score
    bool onClasses = false; ///< only for classes and pass / fail
    bool passFail = false;  ///< only for pass / fail
    bool failures = false;  ///< ".all": planned items without a verdict stay, and are wrong
    bool ofMany = false;    ///< only for judges that choose among many; items with a choice in every order
    bool gold = true;       ///< only items with gold
    bool inOrders = false;  ///< only for judges that saw the responses in an order, which no jury did
    bool compared = false;  ///< only items that were shown in several orders
};

/// One member: gold and judge as numbers (scores, or indices into classes) ordered by size.
struct GradeCase {
    double gold = 0;
    double judge = 0;
    std::int32_t goldClass = NoResult; ///< index into GradeSample::classes; NoResult: no verdict
    std::int32_t judgeClass = NoResult;
    std::uint32_t pattern = 0;
    bool isUnanimous = false;
    std::vector<std::uint16_t> slots = {};
};

/// A population with the weights of the data or of one resample.
struct GradeSample {
    std::span<const GradeCase> cases; ///< ascending by gold, then by judge
    std::span<const std::uint32_t> counts;
    std::span<const double> values;       ///< of the classes, ascending; class indices where results are names
    std::span<const std::string> classes; ///< their names
    std::int32_t positive = NoResult;     ///< class index of the positive result
    bool isOneScale = true;               ///< false: gold and judge were normalised, since their scales differ

    [[nodiscard]] double weight(const GradeCase& member) const { return counts[member.pattern]; }
    [[nodiscard]] double size() const;
};

struct GradePatterns {
    std::vector<GradePattern> patterns;
    std::vector<std::uint32_t> patternOf;
};

/// Scores are brought to one scale.
[[nodiscard]] GradePatterns gradePatterns(const FigureRequest& request, const GradeScales& scales);

/// Members with their classes; classes are the distinct scores or results of gold and judge together.
struct GradeMembers {
    std::vector<GradeCase> cases;
    std::vector<double> values;
    std::vector<std::string> classes;
    std::int32_t positive = NoResult;
    std::int64_t judged = 0;
    std::int64_t total = 0;
    std::map<std::string, std::int64_t> leftOut;
};

[[nodiscard]] GradeTask gradeTask(const RunTable& run);

/// False where a figure makes no sense for the run; such figures are not listed.
[[nodiscard]] bool appliesTo(const GradePopulation& population, const RunTable& run);

[[nodiscard]] GradeMembers membersOf(const GradePopulation& population, const RunTable& run, const ItemTable& items,
    std::span<const GradePattern> patterns, std::span<const std::uint32_t> observed);

} // namespace assize
