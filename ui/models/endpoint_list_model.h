// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/endpoint.h"
#include <QAbstractTableModel>
#include <string>
#include <vector>

namespace assize::ui {

class EndpointBook;
class ServerWatch;

/// The configured endpoints, for tables and combo boxes, with the built-in baseline before them where that can be
/// chosen too. Follows the book and the lamps.
class EndpointListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, Address, Model, State, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        EndpointNameRole = Qt::UserRole + 1, ///< as in endpoints.yaml, or "builtin:lexical"
        StateRole,                           ///< a ServerState
        HasLampRole,                         ///< false for the baseline, which no server answers
    };
    Q_ENUM(Role)
    enum class Baseline { Hidden, Shown };

    EndpointListModel(EndpointBook& book, ServerWatch& watch, Baseline baseline, QObject* parent = nullptr);

    /// The endpoint of a row that is there.
    [[nodiscard]] const Endpoint& endpointAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    /// −1 if no endpoint has that name.
    [[nodiscard]] int rowOf(const std::string& name) const;
    /// The words are in the window's language.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refill();
    [[nodiscard]] QString text(const Endpoint& endpoint, int column) const;

    EndpointBook& m_book;
    ServerWatch& m_watch;
    Baseline m_baseline;
    std::vector<Endpoint> m_rows;
};

} // namespace assize::ui
