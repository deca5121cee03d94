// SPDX-License-Identifier: Apache-2.0
#include "ui/models/run_table_model.h"

#include "ui/models/run_words.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"

#include <QLocale>
#include <algorithm>

namespace assize::ui {
namespace {

bool isSame(const RunRow& left, const RunRow& right) {
    if (left.key != 0 || right.key != 0)
        return left.key == right.key;
    return left.ticket == right.ticket;
}

QString failureList(const RunRow& row) {
    QStringList parts;
    for (const auto& [kind, count] : row.failures)
        parts << QStringLiteral("%1 %2").arg(failureWords(kind), QLocale().toString(static_cast<qlonglong>(count)));
    return parts.join(QStringLiteral(", "));
}

bool isNumber(int column) {
    return column == RunTableModel::Number || column == RunTableModel::Rate || column == RunTableModel::TimeLeft ||
           column == RunTableModel::Cost;
}

} // namespace

RunTableModel::RunTableModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void RunTableModel::alignRow(std::size_t place, const std::vector<RunRow>& wanted) {
    const auto first = static_cast<int>(place);
    const auto begin = m_rows.begin() + first;
    const auto found = std::find_if(begin, m_rows.end(), [&](const RunRow& row) { return isSame(row, wanted[place]); });
    if (found == begin && found != m_rows.end())
        return;
    if (found == m_rows.end()) {
        beginInsertRows({}, first, first);
        m_rows.insert(begin, wanted[place]);
        endInsertRows();
        return;
    }
    const auto from = static_cast<int>(found - m_rows.begin());
    beginMoveRows({}, from, from, {}, first);
    std::rotate(begin, found, found + 1);
    endMoveRows();
}

void RunTableModel::setRows(std::vector<RunRow> rows) {
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto at = m_rows.begin() + row;
        if (std::any_of(rows.begin(), rows.end(), [&](const RunRow& wanted) { return isSame(*at, wanted); }))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(at);
        endRemoveRows();
    }
    for (std::size_t place = 0; place < rows.size(); ++place)
        alignRow(place, rows);
    std::size_t row = 0;
    while (row < rows.size()) {
        const std::size_t first = row;
        while (row < rows.size() && !(m_rows[row] == rows[row])) {
            m_rows[row] = std::move(rows[row]);
            ++row;
        }
        if (row > first)
            Q_EMIT dataChanged(index(static_cast<int>(first), 0), index(static_cast<int>(row) - 1, ColumnCount - 1));
        ++row;
    }
}

const RunRow* RunTableModel::at(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

int RunTableModel::rowOf(RowKey key, quint64 ticket) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const RunRow& row) { return (key != 0 && row.key == key) || (ticket != 0 && row.ticket == ticket); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void RunTableModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunTableModel::text(const RunRow& row, int column) const {
    const QLocale locale;
    switch (column) {
    case Number:
        return row.number > 0 ? locale.toString(row.number) : QString();
    case State:
        return phaseWords(row);
    case Name:
        return row.name;
    case Judge:
        return row.judge;
    case Endpoint:
        return row.endpoint.isEmpty() ? tr("imported", "run without an endpoint") : row.endpoint;
    case Progress:
        return QStringLiteral("%1 / %2").arg(locale.toString(row.reached), locale.toString(row.planned));
    case Rate:
        return rateWords(row);
    case TimeLeft:
        return timeLeftWords(row);
    case Cost:
        return costWords(row);
    case Errors:
        return row.failures.empty() ? tr("none", "no errors") : failureList(row);
    default:
        return {};
    }
}

QString RunTableModel::toolTip(const RunRow& row, int column) const {
    if (column == State && !row.detail.isEmpty())
        return withVisibleControls(worded(row.detail));
    return column == Name || column == Errors ? text(row, column) : QString();
}

QVariant RunTableModel::sortValue(const RunRow& row, int column) {
    switch (column) {
    case Number:
        return row.number;
    case State:
        return static_cast<int>(row.phase);
    case Name:
        return row.name;
    case Judge:
        return row.judge;
    case Endpoint:
        return row.endpoint;
    case Progress:
        return row.planned == 0 ? 0.0 : static_cast<double>(row.reached) / static_cast<double>(row.planned);
    case Rate:
        return row.perSecond.value_or(-1);
    case TimeLeft:
        return row.secondsLeft.value_or(-1);
    case Cost:
        return row.cost.value_or(-1);
    case Errors:
        return row.failed;
    default:
        return {};
    }
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    const RunRow* row = at(index.row());
    if (row == nullptr || !index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(*row, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Progress
                   ? tr("%1 of %2 done, %3 failed").arg(row->reached).arg(row->planned).arg(row->failed)
                   : text(*row, index.column());
    case Qt::TextAlignmentRole:
        return (Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)).toInt();
    case RowRole:
        return QVariant::fromValue(*row);
    case SortRole:
        return sortValue(*row, index.column());
    case FilterRole:
        return QStringList{phaseWords(*row), row->name, row->judge, row->endpoint, failureList(*row)}.join(
            QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return (Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)).toInt();
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names = {tr("#", "number of a run"), tr("State"), tr("Name"), tr("Judge"), tr("Endpoint"),
        tr("Progress"), tr("Rate"), tr("Time left"), tr("Cost"), tr("Errors")};
    return names.value(section);
}

} // namespace assize::ui
