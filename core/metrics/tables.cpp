// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/tables.h"

#include "core/base/text.h"
#include "core/model/reconcile.h"

#include <cmath>
#include <numeric>

namespace assize {

bool Rating::isAbsent() const {
    return !isLabel(label) && std::isnan(score) && result == NoResult;
}

std::int32_t NameList::add(std::string_view name) {
    const auto [entry, isNew] = m_byFolded.try_emplace(foldCase(trimmed(name)), static_cast<int>(m_names.size()));
    if (isNew)
        m_names.emplace_back(trimmed(name));
    return entry->second;
}

std::int32_t NameList::find(std::string_view name) const {
    const auto found = m_byFolded.find(foldCase(trimmed(name)));
    return found == m_byFolded.end() ? NoResult : found->second;
}

std::uint32_t ItemTable::addRow(
    std::int64_t key, std::uint32_t clusterId, std::int64_t lengthOfA, std::int64_t lengthOfB) {
    const auto row = static_cast<std::uint32_t>(keys.size());
    keys.push_back(key);
    rowOf.emplace(key, row);
    gold.emplace_back();
    cluster.push_back(clusterId);
    lengthA.push_back(lengthOfA);
    lengthB.push_back(lengthOfB);
    category.push_back(NoResult);
    language.push_back(NoResult);
    models.push_back(NoResult);
    format.push_back(NoResult);
    writers.push_back({NoResult, NoResult});
    return row;
}

void OrderColumn::resize(std::size_t size) {
    votes.resize(size, {});
    planned.resize(size, 0);
    failure.resize(size, Cell::Missing);
    stepSum.resize(size, 0);
    marginSum.resize(size, 0);
    marginCount.resize(size, 0);
    preferenceSum.resize(size, 0);
    preferenceCount.resize(size, 0);
}

Cell OrderColumn::cell(std::size_t row, bool four) const {
    if (planned[row] == 0)
        return Cell::NotPlanned;
    std::array<std::uint16_t, 4> counts = votes[row];
    if (!four) {
        counts[2] = static_cast<std::uint16_t>(counts[2] + counts[3]);
        counts[3] = 0;
    }
    std::size_t best = 0;
    int leaders = 0;
    for (std::size_t label = 0; label < counts.size(); ++label) {
        if (counts[label] > counts[best])
            best = label;
    }
    for (const std::uint16_t count : counts)
        leaders += count == counts[best] ? 1 : 0;
    if (counts[best] == 0)
        return failure[row];
    return leaders > 1 ? Cell::Abstained : static_cast<Cell>(best);
}

double OrderColumn::step(std::size_t row) const {
    const int valid = std::accumulate(votes[row].begin(), votes[row].end(), 0);
    return valid == 0 ? NoNumber : stepSum[row] / valid;
}

double OrderColumn::margin(std::size_t row) const {
    return marginCount[row] == 0 ? NoNumber : marginSum[row] / marginCount[row];
}

double OrderColumn::preference(std::size_t row) const {
    return preferenceCount[row] == 0 ? NoNumber : preferenceSum[row] / preferenceCount[row];
}

void GradeColumn::resize(std::size_t size) {
    planned.resize(size, 0);
    failure.resize(size, Cell::Missing);
    score.resize(size, NoNumber);
    result.resize(size, NoResult);
    repeats.resize(size);
}

void RunTable::resize(std::size_t size) {
    forward.resize(size);
    backward.resize(size);
    grades.resize(size);
}

} // namespace assize
