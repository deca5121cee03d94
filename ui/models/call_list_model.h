// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/run_calls.h"
#include <QAbstractTableModel>
#include <vector>

namespace assize::ui {

/// Calls of a run, in the order in which they ended: those without a verdict, or the newest of all. GUI thread.
class CallListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Item, Order, Kind, Reason, Seconds, Tries, Retry, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        KindRole = Qt::UserRole + 1, ///< the class as the engine names it
        SortRole,
        KeyRole, ///< greater for what ended later
    };
    Q_ENUM(Role)

    enum class Of { Failures, Everything };

    explicit CallListModel(QObject* parent = nullptr, Of of = Of::Failures);

    /// In the order of their keys. Rows that stay keep their place.
    void setCalls(std::vector<ListedCall> calls);
    /// False where a call cannot be made again: the rows then have nothing to press.
    void setRetryable(bool isRetryable);
    [[nodiscard]] bool isRetryable() const { return m_isRetryable; }
    [[nodiscard]] const ListedCall* at(int row) const;
    [[nodiscard]] const std::vector<ListedCall>& calls() const { return m_calls; }
    /// −1 if it has a verdict by now.
    [[nodiscard]] int rowOf(const PlannedCall& call) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeGone(const std::vector<ListedCall>& calls);
    [[nodiscard]] QString text(const ListedCall& call, int column) const;

    const Of m_of;
    std::vector<ListedCall> m_calls;
    bool m_isRetryable = false;
};

} // namespace assize::ui
