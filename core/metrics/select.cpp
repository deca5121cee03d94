// SPDX-License-Identifier: Apache-2.0
// Judges that choose the best of many responses (metrics.md, Win rates and rankings).
#include "core/metrics/answer_letters.h"
#include "core/metrics/grade_metrics.h"

#include <fmt/format.h>

namespace assize {

Estimate selectAccuracy(const GradeSample& sample) {
    double credit = 0;
    bool isWhole = true;
    for (const GradeCase& member : sample.cases) {
        if (member.judgeClass == NoResult)
            continue;
        const double part = creditOfLetters(sample.classes[static_cast<std::size_t>(member.judgeClass)],
            sample.classes[static_cast<std::size_t>(member.goldClass)]);
        isWhole = isWhole && (part <= 0 || part >= 1);
        credit += sample.weight(member) * part;
    }
    return isWhole ? share(credit, sample.size()) : mean(credit, sample.size());
}

Estimate selectConsistency(const GradeSample& sample) {
    double same = 0;
    for (const GradeCase& member : sample.cases)
        same += member.isUnanimous ? sample.weight(member) : 0;
    return share(same, sample.size());
}

Estimate selectChance(const GradeSample& sample) {
    double chance = 0;
    double size = 0;
    for (const GradeCase& member : sample.cases) {
        if (member.slots.empty())
            continue;
        chance += sample.weight(member) / static_cast<double>(member.slots.size());
        size += sample.weight(member);
    }
    return size > 0 ? valueOf(chance / size) : undefined("no-verdicts");
}

FigureTable selectPosition(const GradeSample& sample) {
    std::vector<double> chosen;
    std::vector<double> expected;
    double all = 0;
    for (const GradeCase& member : sample.cases) {
        chosen.resize(std::max(chosen.size(), member.slots.size()), 0);
        expected.resize(chosen.size(), 0);
        double verdicts = 0;
        for (std::size_t slot = 0; slot < member.slots.size(); ++slot) {
            chosen[slot] += sample.weight(member) * member.slots[slot];
            verdicts += sample.weight(member) * member.slots[slot];
        }
        for (std::size_t slot = 0; slot < member.slots.size(); ++slot)
            expected[slot] += verdicts / static_cast<double>(member.slots.size());
        all += verdicts;
    }
    FigureTable table;
    table.columns = {"chosen", "chance"};
    for (std::size_t slot = 0; slot < chosen.size() && all > 0; ++slot) {
        table.rows.push_back(fmt::format("{}", slot + 1));
        table.cells.push_back({chosen[slot] / all, expected[slot] / all});
    }
    return table;
}

} // namespace assize
