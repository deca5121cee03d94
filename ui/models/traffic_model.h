// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/model_servers.h"
#include <QAbstractTableModel>
#include <vector>

namespace assize::ui {

/// Hosts that were contacted: how often, when, how many bytes.
class TrafficModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Host, Requests, Failed, Sent, Received, First, Last, ColumnCount };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    void setHosts(std::vector<ContactedHost> hosts);
    void retranslate();
    /// The table as text: a line for each row, tabs between columns.
    [[nodiscard]] QString asText() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<ContactedHost> m_hosts;
};

} // namespace assize::ui
