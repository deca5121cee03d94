// SPDX-License-Identifier: Apache-2.0
#include "ui/models/traffic_model.h"

#include "ui/support/text.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace assize::ui {
namespace {

QString timeOf(std::int64_t milliseconds) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds).time(), QStringLiteral("HH:mm:ss"));
}

QString trafficText(const ContactedHost& host, int column) {
    const QLocale locale;
    switch (column) {
    case TrafficModel::Host:
        return withVisibleControls(fromUtf8(host.host));
    case TrafficModel::Requests:
        return locale.toString(static_cast<qlonglong>(host.requests));
    case TrafficModel::Failed:
        return locale.toString(static_cast<qlonglong>(host.failures));
    case TrafficModel::Sent:
        return locale.formattedDataSize(host.bytesSent);
    case TrafficModel::Received:
        return locale.formattedDataSize(host.bytesReceived);
    case TrafficModel::First:
        return timeOf(host.firstAt);
    case TrafficModel::Last:
        return timeOf(host.lastAt);
    default:
        return {};
    }
}

} // namespace

void TrafficModel::setHosts(std::vector<ContactedHost> hosts) {
    if (hosts == m_hosts)
        return;
    const bool isSameSize = hosts.size() == m_hosts.size();
    if (!isSameSize)
        beginResetModel();
    m_hosts = std::move(hosts);
    if (isSameSize)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    else
        endResetModel();
}

void TrafficModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QString TrafficModel::asText() const {
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells += headerData(column, Qt::Horizontal).toString();
    lines += cells.join(QLatin1Char('\t'));
    for (const ContactedHost& host : m_hosts) {
        cells.clear();
        for (int column = 0; column < ColumnCount; ++column)
            cells += trafficText(host, column);
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

int TrafficModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hosts.size());
}

int TrafficModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrafficModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return trafficText(m_hosts.at(static_cast<std::size_t>(index.row())), index.column());
    if (role == Qt::TextAlignmentRole && index.column() != Host)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Host)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Host:
        return tr("Host");
    case Requests:
        return tr("Requests");
    case Failed:
        return tr("Failed");
    case Sent:
        return tr("Sent");
    case Received:
        return tr("Received");
    case First:
        return tr("First");
    default:
        return tr("Last");
    }
}

} // namespace assize::ui
