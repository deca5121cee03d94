// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/models/call_list_model.h"
#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace assize::ui {

/// The calls of a run that ended last, the newest first, with what came of them. GUI thread.
class RequestsPane final : public QWidget {
    Q_OBJECT

public:
    explicit RequestsPane(QWidget* parent);

    /// all: how many calls of the run have an outcome.
    void setCalls(std::vector<ListedCall> calls, qint64 all);

Q_SIGNALS:
    void callChosen(const assize::PlannedCall& call);
    void openRequested(assize::RowKey item);

private:
    void retranslate();
    [[nodiscard]] const ListedCall* callAt(const QModelIndex& index) const;

    CallListModel m_model;
    QSortFilterProxyModel* m_proxy;
    QTableView* m_table;
    QLabel* m_note;
    qint64 m_all = 0;
};

} // namespace assize::ui
