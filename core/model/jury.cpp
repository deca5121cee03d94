// SPDX-License-Identifier: Apache-2.0
#include "core/model/jury.h"

#include <algorithm>
#include <array>

namespace assize {
namespace {

Label countedAs(Label label, bool four) {
    return label == Label::BothBad && !four ? Label::Tie : label;
}

/// Adds up the votes that name a label.
class Ballot {
public:
    explicit Ballot(bool four)
        : m_four(four) {}

    void add(const std::optional<Label>& label) {
        if (label)
            ++m_votes.at(static_cast<std::size_t>(countedAs(*label, m_four)));
    }

    void decide(VoteCount& count) const {
        const auto most = std::max_element(m_votes.begin(), m_votes.end());
        if (*most == 0)
            return;
        count.support = *most;
        count.isSplit = std::count(m_votes.begin(), m_votes.end(), *most) > 1;
        if (!count.isSplit)
            count.label = static_cast<Label>(most - m_votes.begin());
    }

private:
    bool m_four;
    std::array<std::size_t, 4> m_votes{};
};

class Mean {
public:
    void add(double value) {
        m_sum += value;
        ++m_count;
    }
    [[nodiscard]] std::optional<double> value() const {
        return m_count == 0 ? std::nullopt : std::optional(m_sum / m_count);
    }

private:
    double m_sum = 0;
    int m_count = 0;
};

} // namespace

VoteCount countSamples(std::span<const std::optional<Label>> samples, bool four) {
    VoteCount count;
    Ballot ballot(four);
    count.asked = samples.size();
    for (const auto& sample : samples) {
        count.valid += sample ? 1 : 0;
        ballot.add(sample);
    }
    ballot.decide(count);
    return count;
}

VoteCount countJury(std::span<const Juror> jurors, bool four) {
    VoteCount count;
    Ballot ballot(four);
    count.asked = jurors.size();
    for (const Juror& juror : jurors) {
        count.valid += juror.isValid ? 1 : 0;
        if (juror.isValid)
            ballot.add(juror.label);
    }
    count.hasQuorum = count.valid * 2 > count.asked;
    if (count.hasQuorum)
        ballot.decide(count);
    return count;
}

JuryScores meanOfJury(std::span<const Juror> jurors) {
    Mean sideA;
    Mean sideB;
    Mean margin;
    for (const Juror& juror : jurors) {
        if (!juror.isValid)
            continue;
        if (juror.scoreA)
            sideA.add(*juror.scoreA);
        if (juror.scoreB)
            sideB.add(*juror.scoreB);
        if (juror.scoreA && juror.scoreB)
            margin.add(*juror.scoreA - *juror.scoreB);
    }
    return {sideA.value(), sideB.value(), margin.value()};
}

} // namespace assize
