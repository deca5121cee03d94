// SPDX-License-Identifier: Apache-2.0
#include "ui/models/endpoint_list_model.h"

#include "core/endpoint/builtin_lexical.h"
#include "ui/bridge/endpoint_book.h"
#include "ui/bridge/server_watch.h"
#include "ui/models/endpoint_words.h"
#include "ui/support/text.h"

#include <algorithm>

namespace assize::ui {
namespace {

bool isBaseline(const Endpoint& endpoint) {
    return endpoint.kind == builtinEndpoint().kind;
}

} // namespace

EndpointListModel::EndpointListModel(EndpointBook& book, ServerWatch& watch, Baseline baseline, QObject* parent)
    : QAbstractTableModel(parent)
    , m_book(book)
    , m_watch(watch)
    , m_baseline(baseline) {
    connect(&book, &EndpointBook::changed, this, &EndpointListModel::refill);
    connect(&watch, &ServerWatch::stateChanged, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, State));
    });
    refill();
}

void EndpointListModel::refill() {
    beginResetModel();
    m_rows = m_book.endpoints();
    if (m_baseline == Baseline::Shown)
        m_rows.insert(m_rows.begin(), builtinEndpoint());
    endResetModel();
}

int EndpointListModel::rowOf(const std::string& name) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Endpoint& endpoint) { return endpoint.name == name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void EndpointListModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int EndpointListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EndpointListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString EndpointListModel::text(const Endpoint& endpoint, int column) const {
    switch (column) {
    case Name:
        return isBaseline(endpoint) ? tr("Built-in baseline") : fromUtf8(endpoint.name);
    case Kind:
        return endpointKindText(endpoint.kind);
    case Address:
        return isBaseline(endpoint) ? tr("no server needed") : withVisibleControls(fromUtf8(endpoint.url));
    case Model:
        return withVisibleControls(fromUtf8(endpoint.model));
    case State:
        return isBaseline(endpoint) ? tr("always there") : serverStateText(m_watch.state(endpoint));
    default:
        return {};
    }
}

QVariant EndpointListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Endpoint& endpoint = endpointAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(endpoint, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(endpoint, index.column()));
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return tr("%1, %2", "name of a model server, its state").arg(text(endpoint, Name), text(endpoint, State));
        return text(endpoint, index.column());
    case EndpointNameRole:
        return fromUtf8(endpoint.name);
    case StateRole:
        return QVariant::fromValue(m_watch.state(endpoint));
    case HasLampRole:
        return !isBaseline(endpoint);
    default:
        return {};
    }
}

QVariant EndpointListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Address:
        return tr("Address");
    case Model:
        return tr("Model");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace assize::ui
