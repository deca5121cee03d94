// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/contests.h"

#include "core/metrics/preference.h"

#include <cmath>

namespace assize {
namespace {

/// Who wrote the answers of an item, as numbers of its models.
bool isPairOfModels(const ItemTable& items, std::uint32_t row) {
    const auto [a, b] = items.writers[row];
    return a != NoResult && b != NoResult && a != b;
}

class ContestCollector {
public:
    explicit ContestCollector(const ItemTable& items)
        : m_items(items) {}

    void addPair(std::uint32_t row, double share) {
        if (!isPairOfModels(m_items, row))
            return m_result.sample.leaveOut("no-models");
        const auto [a, b] = m_items.writers[row];
        add(row, {contest(a, b, share, 1)});
    }

    /// All pairs of a list of scores; equal scores are ties.
    void addList(std::uint32_t row, const std::vector<double>& scores) {
        const auto found = m_items.writersOfMany.find(row);
        if (found == m_items.writersOfMany.end() || found->second.size() != scores.size())
            return m_result.sample.leaveOut("no-models");
        std::vector<Contest> contests;
        const auto pairs = static_cast<double>(scores.size() * (scores.size() - 1) / 2);
        for (std::size_t a = 0; a < scores.size(); ++a) {
            for (std::size_t b = a + 1; b < scores.size(); ++b) {
                const std::int32_t writerA = found->second[a];
                const std::int32_t writerB = found->second[b];
                if (writerA == NoResult || writerB == NoResult || writerA == writerB)
                    continue;
                const bool isTie = std::abs(scores[a] - scores[b]) <= 1e-9;
                contests.push_back(contest(writerA, writerB, isTie ? 0.5 : scores[a] > scores[b] ? 1 : 0, 1 / pairs));
            }
        }
        if (contests.empty())
            return m_result.sample.leaveOut("no-models");
        add(row, std::move(contests));
    }

    void leaveOut(Cell cell) { m_result.sample.leaveOut(cellName(cell)); }
    ItemSample& sample() { return m_result.sample; }
    ContestSample take() { return std::move(m_result); }

private:
    std::uint32_t numberOf(std::int32_t writer) {
        const auto [entry, isNew] = m_numbers.try_emplace(writer, static_cast<std::uint32_t>(m_numbers.size()));
        if (isNew)
            m_result.models.push_back(m_items.writerNames.names()[static_cast<std::size_t>(writer)]);
        return entry->second;
    }

    Contest contest(std::int32_t a, std::int32_t b, double share, double weight) {
        const std::uint32_t numberA = numberOf(a);
        const std::uint32_t numberB = numberOf(b);
        return numberA < numberB ? Contest{numberA, numberB, share, weight}
                                 : Contest{numberB, numberA, 1 - share, weight};
    }

    void add(std::uint32_t row, std::vector<Contest> contests) {
        if (m_result.sample.add(row, m_keys, contests))
            m_result.patterns.push_back(std::move(contests));
        m_result.hasWriters = true;
    }

    const ItemTable& m_items;
    ContestSample m_result;
    std::map<std::int32_t, std::uint32_t> m_numbers;
    std::map<std::vector<Contest>, std::uint32_t> m_keys;
};

void collectList(ContestCollector& collector, const RunTable& run, std::uint32_t row) {
    if (run.grades.planned[row] == 0)
        return;
    ++collector.sample().total;
    const Choices& choices = run.grades.choices[row];
    if (choices.valid == 0)
        return collector.leaveOut(run.grades.failure[row]);
    ++collector.sample().judged;
    if (choices.scores.empty())
        return collector.sample().leaveOut("no-scores");
    collector.addList(row, choices.scores);
}

} // namespace

ContestSample contestsOf(const FigureRequest& request) {
    ContestCollector collector(request.items);
    for (const std::uint32_t row : request.rows) {
        if (!request.run.isPairwise()) {
            collectList(collector, request.run, row);
            continue;
        }
        const auto share = shareOfA(request.run, row);
        const Cell* cell = std::get_if<Cell>(&share);
        if (cell != nullptr && *cell == Cell::NotPlanned)
            continue;
        ++collector.sample().total;
        if (cell != nullptr) {
            collector.leaveOut(*cell);
            continue;
        }
        ++collector.sample().judged;
        collector.addPair(row, std::get<double>(share));
    }
    return collector.take();
}

ContestSample contestsOfReference(const FigureRequest& request) {
    ContestCollector collector(request.items);
    for (const std::uint32_t row : request.rows) {
        ++collector.sample().total;
        const Cell label = request.reference[row].label;
        if (!isLabel(label)) {
            collector.leaveOut(label);
            continue;
        }
        ++collector.sample().judged;
        collector.addPair(row, shareOfLabel(label));
    }
    return collector.take();
}

void WinTable::add(const Contest& contest, double count) {
    m_wins[contest.a * m_size + contest.b] += count * contest.weight * contest.share;
    m_wins[contest.b * m_size + contest.a] += count * contest.weight * (1 - contest.share);
}

WinTable winTable(const ContestSample& contests, std::span<const std::uint32_t> counts) {
    WinTable table(contests.models.size());
    for (std::size_t pattern = 0; pattern < contests.patterns.size(); ++pattern) {
        for (const Contest& contest : contests.patterns[pattern])
            table.add(contest, counts[pattern]);
    }
    return table;
}

} // namespace assize
