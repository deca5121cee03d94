// SPDX-License-Identifier: Apache-2.0
#include "ui/models/rubric_model.h"

#include "ui/models/criterion_words.h"
#include "ui/models/verdict_summary.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace assize::ui {
namespace {

constexpr double LargestWeight = 0.95; ///< of one criterion among several, so that the others keep their proportions

} // namespace

void RubricModel::setCriteria(std::vector<CriterionScore> criteria) {
    beginResetModel();
    m_isDragging = false;
    m_criteria = std::move(criteria);
    m_judgeWeights = shownWeights(m_criteria, {});
    m_weights = shownWeights(m_criteria, m_whatIf);
    endResetModel();
}

void RubricModel::setWhatIf(const WhatIf& whatIf) {
    m_whatIf = whatIf;
    m_weights = shownWeights(m_criteria, m_whatIf);
    if (!m_criteria.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RubricModel::beginDrag() {
    m_isDragging = true;
    ++m_drag;
    m_whatIfBeforeDrag = m_whatIf;
    m_weightsBeforeDrag = m_weights;
}

void RubricModel::endDrag() {
    m_isDragging = false;
}

int RubricModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_criteria.size());
}

int RubricModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

bool RubricModel::isOn(int row) const {
    return !m_whatIf.isOff(m_criteria[static_cast<std::size_t>(row)].criterion.name);
}

QVariant RubricModel::contribution(int row) const {
    const CriterionScore& score = m_criteria[static_cast<std::size_t>(row)];
    if (!score.normalisedA || !score.normalisedB || !isOn(row))
        return {};
    return m_weights[static_cast<std::size_t>(row)] * (*score.normalisedA - *score.normalisedB);
}

QString RubricModel::scoreOf(int row, bool ofA) const {
    const CriterionScore& score = m_criteria[static_cast<std::size_t>(row)];
    const std::optional<double> value = ofA ? score.scoreA : score.scoreB;
    if (value && score.criterion.type == CriterionType::Binary)
        return *value > 0 ? QStringLiteral("✓") : QStringLiteral("✕");
    return scoreText(value);
}

QVariant RubricModel::display(int row, int column) const {
    switch (column) {
    case NameColumn:
        return withVisibleControls(criterionName(m_criteria[static_cast<std::size_t>(row)].criterion));
    case WeightColumn:
        return number(m_weights[static_cast<std::size_t>(row)], 2);
    case ScoreAColumn:
        return scoreOf(row, true);
    case ScoreBColumn:
        return scoreOf(row, false);
    case ContributionColumn: {
        const QVariant value = contribution(row);
        return value.isValid() ? signedNumber(value.toDouble(), 2) : QStringLiteral("–");
    }
    default:
        return {};
    }
}

QString RubricModel::spoken(int row) const {
    const auto at = static_cast<std::size_t>(row);
    QStringList parts{tr("Criterion %1").arg(row + 1), criterionName(m_criteria[at].criterion),
        criterionTypeWords(m_criteria[at].criterion), tr("weight %1").arg(number(m_weights[at], 2))};
    if (std::abs(m_weights[at] - m_judgeWeights[at]) > 0.0005)
        parts << tr("changed from %1").arg(number(m_judgeWeights[at], 2));
    parts << (isOn(row) ? tr("on") : tr("off"));
    parts << tr("score A %1").arg(scoreOf(row, true)) << tr("score B %1").arg(scoreOf(row, false));
    if (const QVariant moved = contribution(row); moved.isValid() && std::abs(moved.toDouble()) > 0.0005)
        parts << tr("moves margin by %1 to %2")
                     .arg(number(std::abs(moved.toDouble()), 2),
                         moved.toDouble() > 0 ? QStringLiteral("A") : QStringLiteral("B"));
    return parts.join(QStringLiteral(", "));
}

QVariant RubricModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const CriterionScore& score = m_criteria[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::EditRole:
        return index.column() == WeightColumn ? m_weights[static_cast<std::size_t>(row)] : QVariant();
    case Qt::CheckStateRole:
        return index.column() == NameColumn ? QVariant(isOn(row) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? spoken(row) : display(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(withVisibleControls(criterionDescription(score.criterion)));
    case NumberRole:
        return row + 1;
    case TypeRole:
        return criterionTypeWords(score.criterion);
    case WeightRole:
        return m_weights[static_cast<std::size_t>(row)];
    case JudgeWeightRole:
        return m_judgeWeights[static_cast<std::size_t>(row)];
    case IsOnRole:
        return isOn(row);
    case ContributionRole:
        return contribution(row);
    case WinnerRole: {
        const double difference = score.normalisedA.value_or(0) - score.normalisedB.value_or(0);
        return difference > 0 ? 1 : difference < 0 ? -1 : 0;
    }
    default:
        return {};
    }
}

QVariant RubricModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Criterion");
    case WeightColumn:
        return tr("Weight");
    case ScoreAColumn:
        return QStringLiteral("A");
    case ScoreBColumn:
        return QStringLiteral("B");
    case ContributionColumn:
        return tr("To margin");
    default:
        return {};
    }
}

Qt::ItemFlags RubricModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags all = QAbstractTableModel::flags(index);
    if (index.column() == NameColumn)
        all |= Qt::ItemIsUserCheckable;
    if (index.column() == WeightColumn && isOn(index.row()))
        all |= Qt::ItemIsEditable;
    return all;
}

bool RubricModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (index.column() == NameColumn && role == Qt::CheckStateRole) {
        switchCriterion(index.row(), value.toInt() == Qt::Checked);
        return true;
    }
    if (index.column() == WeightColumn && role == Qt::EditRole && isOn(index.row())) {
        weigh(index.row(), value.toDouble());
        return true;
    }
    return false;
}

void RubricModel::switchCriterion(int row, bool isOn) {
    WhatIf changed = m_whatIf;
    changed.setOff(m_criteria[static_cast<std::size_t>(row)].criterion.name, !isOn);
    Q_EMIT whatIfEdited(changed, {});
}

void RubricModel::weigh(int row, double weight) {
    const auto at = static_cast<std::size_t>(row);
    const std::vector<double>& from = m_isDragging ? m_weightsBeforeDrag : m_weights;
    const double others = 1 - from[at];
    if (others <= 0)
        return; // the only one that is on has all the weight whatever is asked
    const double wanted = std::clamp(weight, 0.0, LargestWeight);
    constexpr double Same = 1e-9;
    if (m_isDragging && std::abs(wanted - from[at]) < Same) {
        Q_EMIT whatIfEdited(m_whatIfBeforeDrag, mergeKey());
        return;
    }
    WhatIf changed = m_whatIf;
    for (std::size_t other = 0; other < m_criteria.size(); ++other) {
        const std::string& name = m_criteria[other].criterion.name;
        if (!changed.isOff(name))
            changed.setWeight(name, other == at ? wanted : from[other] * (1 - wanted) / others);
    }
    Q_EMIT whatIfEdited(changed, mergeKey());
}

QString RubricModel::mergeKey() const {
    return m_isDragging ? QStringLiteral("drag %1").arg(m_drag) : QString();
}

} // namespace assize::ui
