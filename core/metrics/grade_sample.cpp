// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/grade_sample.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <tuple>

namespace assize {
namespace {

bool hasGold(const GradePattern& pattern, GradeTask task) {
    return task == GradeTask::Score ? pattern.hasGoldScore : pattern.goldResult != NoResult;
}

bool isJudgedFor(const GradePattern& pattern, GradeTask task) {
    return pattern.state == Cell::A && (task == GradeTask::Score ? pattern.hasScore : pattern.result != NoResult);
}

double goldValue(const GradePattern& pattern, GradeTask task) {
    return task == GradeTask::Score ? pattern.goldScore : pattern.goldResult;
}

double judgeValue(const GradePattern& pattern, GradeTask task) {
    return task == GradeTask::Score ? pattern.score : pattern.result;
}

/// Equal within 1e-9, as every comparison of scores (protocols.md, section 10).
std::vector<double> distinct(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    values.erase(
        std::unique(values.begin(), values.end(), [](double a, double b) { return b - a <= 1e-9; }), values.end());
    return values;
}

std::int32_t classOf(std::span<const double> values, double value) {
    return static_cast<std::int32_t>(std::lower_bound(values.begin(), values.end(), value - 1e-9) - values.begin());
}

std::string_view whyNotJudged(const GradePattern& pattern) {
    if (pattern.state != Cell::A)
        return cellName(pattern.state);
    return pattern.hasAllOrders ? cellName(Cell::Invalid) : "incomplete-orders";
}

void nameClasses(GradeMembers& members, GradeTask task, const RunTable& run, const ItemTable& items) {
    const std::int32_t positive = task == GradeTask::PassFail ? items.results.find(run.positive) : NoResult;
    for (const double value : members.values) {
        if (task == GradeTask::Score) {
            members.classes.push_back(fmt::format("{:g}", value));
            continue;
        }
        const auto result = static_cast<std::int32_t>(value);
        if (result == positive)
            members.positive = static_cast<std::int32_t>(members.classes.size());
        members.classes.push_back(items.results.names()[static_cast<std::size_t>(result)]);
    }
    if (task == GradeTask::PassFail && members.positive == NoResult) { // nobody names it: a class of its own, empty
        members.positive = static_cast<std::int32_t>(members.classes.size());
        members.values.push_back(static_cast<double>(items.results.names().size()));
        members.classes.push_back(run.positive);
    }
}

} // namespace

double GradeSample::size() const {
    double sum = 0;
    for (const GradeCase& member : cases)
        sum += weight(member);
    return sum;
}

GradeTask gradeTask(const RunTable& run) {
    if (run.task == Task::Direct)
        return GradeTask::Score;
    if (run.task == Task::Select)
        return GradeTask::Choice;
    return run.task == Task::PassFail ? GradeTask::PassFail : GradeTask::Classes;
}

bool appliesTo(const GradePopulation& population, const RunTable& run) {
    const GradeTask task = gradeTask(run);
    return (!population.inOrders || !run.isJury) && (!population.onScores || task == GradeTask::Score) &&
           (!population.onClasses || task != GradeTask::Score) &&
           (!population.passFail || task == GradeTask::PassFail) && (!population.ofMany || task == GradeTask::Choice);
}

GradePatterns gradePatterns(const FigureRequest& request, const GradeScales& scales) {
    const RunTable& run = request.run;
    GradePatterns result;
    std::map<GradePattern, std::uint32_t> known;
    for (const std::uint32_t row : request.rows) {
        const Rating& gold = request.reference[row];
        GradePattern pattern;
        pattern.hasGoldScore = !std::isnan(gold.score);
        pattern.goldScore = pattern.hasGoldScore ? onScale(gold.score, scales.gold) : 0;
        pattern.goldResult = gold.result;
        pattern.isSplit = gold.label == Cell::AnnotatorsSplit;
        pattern.hasScore = !std::isnan(run.grades.score[row]);
        pattern.score = pattern.hasScore ? onScale(run.grades.score[row], scales.judge) : 0;
        pattern.result = run.grades.result[row];
        const bool judged = pattern.hasScore || pattern.result != NoResult;
        pattern.state = run.grades.planned[row] == 0 ? Cell::NotPlanned : judged ? Cell::A : run.grades.failure[row];
        if (!run.grades.choices.empty()) {
            const Choices& choices = run.grades.choices[row];
            pattern.isUnanimous = choices.isUnanimous && choices.valid > 0;
            pattern.hasAllOrders = choices.valid == run.grades.planned[row];
            pattern.isInOneOrder = choices.orders == 1;
            pattern.slots = choices.slots;
        }
        const auto [entry, isNew] = known.try_emplace(pattern, static_cast<std::uint32_t>(known.size()));
        if (isNew)
            result.patterns.push_back(pattern);
        result.patternOf.push_back(entry->second);
    }
    return result;
}

GradeMembers membersOf(const GradePopulation& population, const RunTable& run, const ItemTable& items,
    std::span<const GradePattern> patterns, std::span<const std::uint32_t> observed) {
    const GradeTask task = gradeTask(run);
    GradeMembers members;
    std::vector<double> values;
    for (std::uint32_t at = 0; at < patterns.size(); ++at) {
        const GradePattern& pattern = patterns[at];
        if (pattern.state == Cell::NotPlanned)
            continue;
        const bool judged =
            (!population.ofMany || pattern.hasAllOrders) && (!population.gold || isJudgedFor(pattern, task));
        members.total += observed[at];
        members.judged += judged ? observed[at] : 0;
        if (population.gold && !hasGold(pattern, task)) {
            members.leftOut[pattern.isSplit ? "annotators-split" : "no-gold"] += observed[at];
            continue;
        }
        if (population.compared && pattern.isInOneOrder) {
            members.leftOut["one-order"] += observed[at];
            continue;
        }
        if (!judged && !population.failures) {
            members.leftOut[std::string(whyNotJudged(pattern))] += observed[at];
            continue;
        }
        if (!population.gold) {
            members.cases.push_back({0, 0, NoResult, NoResult, at, pattern.isUnanimous && judged, pattern.slots});
            continue;
        }
        GradeCase member{goldValue(pattern, task), judgeValue(pattern, task), NoResult, judged ? 0 : NoResult, at};
        values.push_back(member.gold);
        if (judged)
            values.push_back(member.judge);
        members.cases.push_back(member);
    }
    if (!population.gold)
        return members;
    members.values = distinct(std::move(values));
    for (GradeCase& member : members.cases) {
        member.goldClass = classOf(members.values, member.gold);
        if (member.judgeClass != NoResult)
            member.judgeClass = classOf(members.values, member.judge);
    }
    std::sort(members.cases.begin(), members.cases.end(), [](const GradeCase& a, const GradeCase& b) {
        return std::tie(a.goldClass, a.judgeClass, a.pattern) < std::tie(b.goldClass, b.judgeClass, b.pattern);
    });
    nameClasses(members, task, run, items);
    return members;
}

} // namespace assize
