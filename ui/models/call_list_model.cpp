// SPDX-License-Identifier: Apache-2.0
#include "ui/models/call_list_model.h"

#include "ui/models/run_words.h"
#include "ui/review/verdict_headline.h"
#include "ui/support/text.h"

#include <QLocale>
#include <algorithm>

namespace assize::ui {
namespace {

bool isBefore(const ListedCall& left, const ListedCall& right) {
    return left.outcome.key < right.outcome.key;
}

/// The verdict; or the reason without the class, which stands in a column of its own.
QString reasonText(const CallOutcome& outcome) {
    if (outcome.outcome == Outcome::Verdict)
        return outcome.label ? labelWords(*outcome.label) : withVisibleControls(fromUtf8(outcome.result));
    const QString reason = fromUtf8(outcome.reason);
    const QString prefix = fromUtf8(outcome.kind) + QStringLiteral(": ");
    return reason.startsWith(prefix) ? withVisibleControls(reason.mid(prefix.size())) : reasonWords(reason);
}

int alignmentOf(int column) {
    const bool isNumber = column == CallListModel::Seconds || column == CallListModel::Tries;
    return (Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft)).toInt();
}

} // namespace

CallListModel::CallListModel(QObject* parent, Of of)
    : QAbstractTableModel(parent)
    , m_of(of) {}

void CallListModel::removeGone(const std::vector<ListedCall>& calls) {
    for (int last = rowCount() - 1; last >= 0; --last) {
        const auto isGone = [&](int row) {
            return !std::binary_search(calls.begin(), calls.end(), m_calls[static_cast<std::size_t>(row)], isBefore);
        };
        if (!isGone(last))
            continue;
        int first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_calls.erase(m_calls.begin() + first, m_calls.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void CallListModel::setCalls(std::vector<ListedCall> calls) {
    removeGone(calls);
    // What is left stands in the new list too; a verdict that is newer has a greater key, so the rest comes behind.
    const bool isPrefix = std::equal(m_calls.begin(), m_calls.end(), calls.begin(),
        calls.begin() + static_cast<std::ptrdiff_t>(std::min(m_calls.size(), calls.size())),
        [](const ListedCall& left, const ListedCall& right) { return left.outcome.key == right.outcome.key; });
    if (!isPrefix) {
        beginResetModel();
        m_calls = std::move(calls);
        endResetModel();
        return;
    }
    const int kept = rowCount();
    for (int row = 0; row < kept; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (m_calls[at] == calls[at])
            continue;
        m_calls[at] = calls[at]; // its name is known now
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    const int count = static_cast<int>(calls.size());
    if (count == kept)
        return;
    beginInsertRows({}, kept, count - 1);
    m_calls = std::move(calls);
    endInsertRows();
}

void CallListModel::setRetryable(bool isRetryable) {
    if (m_isRetryable == isRetryable)
        return;
    m_isRetryable = isRetryable;
    if (!m_calls.empty())
        Q_EMIT dataChanged(index(0, Retry), index(rowCount() - 1, Retry));
}

const ListedCall* CallListModel::at(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_calls[static_cast<std::size_t>(row)];
}

int CallListModel::rowOf(const PlannedCall& call) const {
    const auto found = std::find_if(
        m_calls.begin(), m_calls.end(), [&](const ListedCall& failed) { return failed.outcome.call == call; });
    return found == m_calls.end() ? -1 : static_cast<int>(found - m_calls.begin());
}

void CallListModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_calls.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CallListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int CallListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString CallListModel::text(const ListedCall& call, int column) const {
    switch (column) {
    case Item:
        return call.item.empty() ? QStringLiteral("…") : withVisibleControls(fromUtf8(call.item));
    case Order:
        return call.outcome.call.sample > 1 ? tr("%1, sample %2", "order")
                                                  .arg(orderWords(call.outcome.call.presentation))
                                                  .arg(call.outcome.call.sample)
                                            : orderWords(call.outcome.call.presentation);
    case Kind:
        return call.outcome.kind.empty() ? QString() : failureWords(call.outcome.kind);
    case Reason:
        return reasonText(call.outcome);
    case Seconds:
        return call.outcome.latencySeconds > 0 ? number(call.outcome.latencySeconds, 2) : QString();
    case Tries:
        return QLocale().toString(call.outcome.attempt);
    case Retry:
        return m_isRetryable ? tr("Retry") : QString();
    default:
        return {};
    }
}

QVariant CallListModel::data(const QModelIndex& index, int role) const {
    const ListedCall* call = index.isValid() ? at(index.row()) : nullptr;
    if (call == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case SortRole:
        if (role == SortRole && index.column() == Tries)
            return call->outcome.attempt;
        if (role == SortRole && index.column() == Seconds)
            return call->outcome.latencySeconds;
        return text(*call, index.column());
    case Qt::ToolTipRole:
        return index.column() == Reason ? plainToolTip(text(*call, Reason)) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case KeyRole:
        return static_cast<qlonglong>(call->outcome.key);
    case KindRole:
        return fromUtf8(call->outcome.kind);
    default:
        return {};
    }
}

QVariant CallListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names = {tr("Item"), tr("Order"), tr("Class", "of a failure"),
        m_of == Of::Failures ? tr("Reason") : tr("Result"), tr("Seconds"), tr("Tries"), QString()};
    return names.value(section);
}

} // namespace assize::ui
