// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/metrics/cell.h"
#include "core/model/judge.h"
#include "core/model/probe.h"
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace assize {

/// "No number here" inside a column. Never leaves core/metrics: figures say why instead.
constexpr double NoNumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::int32_t NoResult = -1;

/// What one person (or gold) says of one item.
struct Rating {
    Cell label = Cell::NoGold;
    Cell labelOfFour = Cell::NoGold; ///< the same where both-bad is a class of its own
    double step = NoNumber;          ///< +3 … −3
    double score = NoNumber;
    std::int32_t result = NoResult; ///< index into ItemTable::results

    [[nodiscard]] bool isAbsent() const;
};

/// Names numbered by first appearance; results are told apart without regard to case.
class NameList {
public:
    std::int32_t add(std::string_view name);
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// NoResult for a name that was never added.
    [[nodiscard]] std::int32_t find(std::string_view name) const;

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::int32_t> m_byFolded;
};

/// What figures need of the items, in columns: one row per item, in the session's order.
struct ItemTable {
    std::vector<std::int64_t> keys;
    std::unordered_map<std::int64_t, std::uint32_t> rowOf;
    std::vector<Rating> gold;
    std::vector<std::uint32_t> cluster; ///< equal for items that share prompt and context
    std::vector<std::int64_t> lengthA;  ///< code points; −1 where there is no such response
    std::vector<std::int64_t> lengthB;
    std::vector<std::int32_t> category; ///< indices into the lists below
    std::vector<std::int32_t> language;
    std::vector<std::int32_t> models;
    std::vector<std::int32_t> format;
    std::vector<std::array<std::int32_t, 2>> writers; ///< the models that wrote A and B; NoResult where unknown
    std::unordered_map<std::uint32_t, std::vector<std::int32_t>> writersOfMany; ///< where there are more than two
    std::unordered_map<std::uint32_t, std::string> sourceIds; ///< of benchmarks whose ids say something
    std::unordered_map<std::uint32_t, std::array<std::uint8_t, 2>>
        styles; ///< RM-Bench: of the better, the worse answer
    NameList categories;
    NameList languages;
    NameList modelPairs;
    NameList formats; ///< importers that brought the items
    NameList writerNames;
    NameList results; ///< classes, PASS / FAIL, letters: of gold, raters and runs alike

    [[nodiscard]] std::size_t size() const { return keys.size(); }
    /// Adds an item without labels; gives its row.
    std::uint32_t addRow(std::int64_t key, std::uint32_t clusterId, std::int64_t lengthOfA, std::int64_t lengthOfB);
};

/// One presentation order of one run: what the samples of each item voted, in item order.
struct OrderColumn {
    std::vector<std::array<std::uint16_t, 4>> votes; ///< per label
    std::vector<std::uint16_t> planned;              ///< samples the run owes; 0: this order is not planned
    std::vector<Cell> failure;                       ///< the first sample without a verdict; Missing if not called
    std::vector<double> stepSum;                     ///< of the valid samples
    std::vector<double> marginSum;
    std::vector<std::uint16_t> marginCount;
    std::vector<double> preferenceSum; ///< continuous preferences for A, 0..1
    std::vector<std::uint16_t> preferenceCount;
    std::vector<Cell> tieDelta; ///< of score pairs: the label if scores within 0.1 are a tie; empty for other tasks

    void resize(std::size_t size);
    /// The samples' vote, or why there is none. A split vote is Abstained.
    [[nodiscard]] Cell cell(std::size_t row, bool four) const;
    /// Mean raw step of the valid samples; NoNumber without any.
    [[nodiscard]] double step(std::size_t row) const;
    /// Mean margin of the samples that have one, A − B; NoNumber without any.
    [[nodiscard]] double margin(std::size_t row) const;
    /// Mean preference of the samples that have a continuous one; NoNumber without any.
    [[nodiscard]] double preference(std::size_t row) const;
};

/// How far the samples of one item agree among themselves, order by order.
struct Repeats {
    std::uint32_t agreeingPairs = 0; ///< pairs of samples of one order with the same answer
    std::uint32_t pairs = 0;
    double deviation = NoNumber; ///< of the scores, n − 1
};

/// What a judge that chooses among many chose of one item, over all orders in which they were shown.
struct Choices {
    std::vector<std::uint16_t> slots; ///< how often the chosen response stood in each place
    std::uint16_t valid = 0;          ///< verdicts with a choice
    std::int32_t first = NoResult;    ///< the first choice
    bool isUnanimous = true;          ///< all choices are the same response
    std::vector<double> scores = {};  ///< of score lists: the sum per response, in item order
    std::uint16_t orders = 0;         ///< in which they were to be shown
};

/// Verdicts about single responses: the mean of the samples' scores, and the result most of them give.
struct GradeColumn {
    std::vector<std::uint16_t> planned;
    std::vector<Cell> failure;
    std::vector<double> score;
    std::vector<std::int32_t> result;
    std::vector<Choices> choices; ///< of judges that choose among many; empty for others
    std::vector<Repeats> repeats;

    void resize(std::size_t size);
};

/// What a run used. Tokens are of every attempt; cached ones and the time of the current attempts.
struct RunUsage {
    Usage tokens;
    double busySeconds = 0; ///< time in which at least one call was open
};

/// What that comes to at the endpoint's price.
struct Spending {
    double amount = 0;
    std::string currency;
    bool isByTheHour = false; ///< a part of it is the server's time
};

/// The bounds within which scores lie.
struct Scale {
    double min = 0;
    double max = 1;

    bool operator==(const Scale&) const = default;
};

/// One run over the rows of an ItemTable. Pairwise tasks fill the two orders, the others the grades.
struct RunTable {
    std::string name;
    std::string id;
    std::string judge;
    std::string version;      ///< hash of the judge version
    std::string endpointKind; ///< empty for an imported run
    std::string model;
    Task task = Task::Pairwise;
    MixedPolicy mixed = MixedPolicy::Tie;
    std::string positive = "FAIL";
    std::map<Outcome, std::int64_t> outcomes;
    RowKey key = 0;
    std::optional<Probe> probe;  ///< that the run was made under
    bool showsReference = false; ///< the prompt holds the reference answer
    std::optional<Scale> scale;  ///< of direct scores; unknown for an imported run
    RunUsage usage;
    std::optional<Spending> spending; ///< set by who knows the price
    bool isJury = false;              ///< several runs as one, which saw no item in any order itself
    OrderColumn forward;              ///< A shown first
    OrderColumn backward;             ///< B shown first, mapped back
    GradeColumn grades;

    [[nodiscard]] bool isPairwise() const { return task == Task::Pairwise || task == Task::ScorePair; }
    void resize(std::size_t size);
};

/// A label made blind, and what the same person says of the item now.
struct Revision {
    std::uint32_t row = 0;
    Rating blind;
    Rating now;          ///< the same as blind where nothing changed
    RowKey shownRun = 0; ///< whose verdict was on screen at the last change; 0 if unknown or unchanged
};

/// The people behind the gold labels: one column of ratings per annotator, blind labels only.
struct RaterTable {
    std::vector<std::string> names;
    std::vector<std::vector<Rating>> ratings;
};

} // namespace assize
