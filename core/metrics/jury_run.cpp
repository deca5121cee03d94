// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/jury_run.h"

#include "core/metrics/figures.h"
#include "core/metrics/single_label.h"
#include "core/model/jury.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

bool asksAlike(const RunTable& a, const RunTable& b) {
    return a.isPairwise() == b.isPairwise() && (a.isPairwise() || a.task == b.task);
}

Result<void> checkMembers(std::span<const RunTable> members) {
    const bool areOneScale = std::all_of(
        members.begin(), members.end(), [&](const RunTable& member) { return member.scale == members.front().scale; });
    for (const RunTable& member : members) {
        if (!asksAlike(member, members.front()))
            return fail(ErrorCode::InvalidArgument, member.name,
                said("it does not answer what %1 answers, so that they cannot vote together", members.front().name));
        if (member.task == Task::Direct && !areOneScale && !member.scale)
            return fail(ErrorCode::InvalidArgument, member.name, said("the scale of its scores is not known"));
    }
    return {};
}

bool hasQuorum(std::size_t valid, std::size_t members) {
    return valid * 2 > members;
}

/// The members' labels, step and margins become the samples of one order, which are counted as votes are.
class PairJury {
public:
    PairJury(std::span<const RunTable> members, const MetricSettings& settings)
        : m_members(members) {
        for (const RunTable& member : members)
            m_ratings.push_back(
                ratingsOf(member, {TiePolicy::Class, settings.flips, settings.mixed.value_or(member.mixed)}));
    }

    void judge(OrderColumn& order, std::uint32_t row) const {
        std::vector<Juror> jurors;
        for (const std::vector<Rating>& ratings : m_ratings)
            jurors.push_back({isJudged(ratings[row].label), labelOf(ratings[row].label), {}, {}});
        order.planned[row] = static_cast<std::uint16_t>(m_members.size());
        order.failure[row] = Cell::Abstained;
        if (!countJury(jurors).hasQuorum)
            return;
        for (std::size_t member = 0; member < m_members.size(); ++member) {
            const Rating& rating = m_ratings[member][row];
            if (isLabel(rating.label))
                addVote(order, row, rating);
            const double margin = meanMargin(m_members[member], row);
            if (isJudged(rating.label) && !std::isnan(margin)) {
                order.marginSum[row] += margin;
                ++order.marginCount[row];
            }
        }
    }

private:
    static void addVote(OrderColumn& order, std::uint32_t row, const Rating& rating) {
        const Cell label = isLabel(rating.labelOfFour) ? rating.labelOfFour : rating.label;
        ++order.votes[row].at(static_cast<std::size_t>(label));
        const double side = label == Cell::A ? 1 : label == Cell::B ? -1 : 0;
        order.stepSum[row] += std::isnan(rating.step) ? side : rating.step;
    }

    std::span<const RunTable> m_members;
    std::vector<std::vector<Rating>> m_ratings;
};

void voteOnResult(std::span<const RunTable> members, std::uint32_t row, GradeColumn& grades) {
    std::map<std::int32_t, int> votes;
    std::size_t valid = 0;
    for (const RunTable& member : members) {
        const std::int32_t result = member.grades.result[row];
        valid += result == NoResult ? 0 : 1;
        if (result != NoResult)
            ++votes[result];
    }
    if (!hasQuorum(valid, members.size()))
        return;
    const auto most =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto leaders =
        std::count_if(votes.begin(), votes.end(), [&](const auto& entry) { return entry.second == most->second; });
    if (leaders == 1)
        grades.result[row] = most->first;
}

/// How many responses the members chose from. The jury itself saw them in no place.
void countResponses(std::span<const RunTable> members, std::uint32_t row, GradeColumn& grades) {
    Choices& choices = grades.choices[row];
    for (const RunTable& member : members)
        choices.slots.resize(std::max(choices.slots.size(), member.grades.choices[row].slots.size()), 0);
    choices.first = grades.result[row];
    choices.valid = grades.result[row] == NoResult ? 0 : 1;
}

double normalised(double score, const std::optional<Scale>& scale) {
    return scale ? (score - scale->min) / (scale->max - scale->min) : score;
}

void averageScores(std::span<const RunTable> members, std::uint32_t row, bool areOneScale, GradeColumn& grades) {
    double sum = 0;
    std::size_t valid = 0;
    for (const RunTable& member : members) {
        const double score = member.grades.score[row];
        if (std::isnan(score))
            continue;
        sum += areOneScale ? score : normalised(score, member.scale);
        ++valid;
    }
    if (hasQuorum(valid, members.size()))
        grades.score[row] = sum / static_cast<double>(valid);
}

std::string nameOf(std::span<const RunTable> members) {
    std::string name = "jury of ";
    for (const RunTable& member : members)
        name += (&member == &members.front() ? "" : " + ") + member.name;
    return name;
}

void countOutcomes(RunTable& jury) {
    for (std::uint32_t row = 0; row < jury.forward.planned.size(); ++row) {
        if (!isPlanned(jury, row))
            continue;
        const bool isVerdict = jury.isPairwise()
                                   ? isLabel(jury.forward.cell(row, false))
                                   : !std::isnan(jury.grades.score[row]) || jury.grades.result[row] != NoResult;
        ++jury.outcomes[isVerdict ? Outcome::Verdict : Outcome::Abstained];
    }
}

} // namespace

Result<RunTable> runOfJury(std::span<const RunTable> members, const MetricSettings& settings) {
    if (members.size() < 2)
        return fail(ErrorCode::InvalidArgument, "jury", said("it needs two members or more"));
    if (auto checked = checkMembers(members); !checked)
        return tl::unexpected(checked.error());
    const RunTable& first = members.front();
    const bool areOneScale = std::all_of(
        members.begin(), members.end(), [&](const RunTable& member) { return member.scale == first.scale; });
    RunTable jury;
    jury.name = nameOf(members);
    jury.judge = "jury";
    jury.task = first.isPairwise() ? Task::Pairwise : first.task;
    jury.positive = first.positive;
    jury.isJury = true;
    jury.resize(first.forward.planned.size());
    if (jury.task == Task::Select)
        jury.grades.choices.resize(jury.grades.planned.size());
    if (jury.task == Task::Direct)
        jury.scale = areOneScale ? first.scale : Scale{};
    const PairJury pairs(members, settings);
    for (std::uint32_t row = 0; row < jury.forward.planned.size(); ++row) {
        if (std::none_of(
                members.begin(), members.end(), [&](const RunTable& member) { return isPlanned(member, row); }))
            continue;
        if (jury.isPairwise()) {
            pairs.judge(jury.forward, row);
            continue;
        }
        jury.grades.planned[row] = 1;
        jury.grades.failure[row] = Cell::Abstained;
        if (jury.task == Task::Direct)
            averageScores(members, row, areOneScale, jury.grades);
        else
            voteOnResult(members, row, jury.grades);
        if (jury.task == Task::Select)
            countResponses(members, row, jury.grades);
    }
    countOutcomes(jury);
    return jury;
}

} // namespace assize
