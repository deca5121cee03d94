// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/requests_pane.h"

#include "ui/runs/failed_pane.h"
#include "ui/runs/run_delegate.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/plain_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr int RequestWidths[CallListModel::ColumnCount] = {100, 76, 84, 340, 72, 56, 0};

} // namespace

RequestsPane::RequestsPane(QWidget* parent)
    : QWidget(parent)
    , m_model(this, CallListModel::Of::Everything)
    , m_proxy(new QSortFilterProxyModel(this))
    , m_table(plainTable(m_proxy, this))
    , m_note(plainLabel(this, true)) {
    m_proxy->setSourceModel(&m_model);
    m_proxy->setSortRole(CallListModel::KeyRole);
    m_proxy->sort(0, Qt::DescendingOrder);
    m_table->setObjectName(QStringLiteral("requestsTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->setDefaultSectionSize(RunDelegate::RowHeight);
    m_table->horizontalHeader()->setStretchLastSection(false);
    for (int column = 0; column < CallListModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, RequestWidths[column]);
    m_table->hideColumn(CallListModel::Retry);
    m_table->horizontalHeader()->setSectionResizeMode(CallListModel::Reason, QHeaderView::Stretch);
    m_table->setItemDelegate(new FailedDelegate(m_table));
    m_note->setObjectName(QStringLiteral("requestsNote"));
    m_note->setContentsMargins(12, 6, 12, 6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (const ListedCall* call = callAt(index))
            Q_EMIT callChosen(call->outcome.call);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const ListedCall* call = callAt(index))
            Q_EMIT openRequested(call->outcome.call.itemKey);
    });
    translated(this, [this] { retranslate(); });
}

const ListedCall* RequestsPane::callAt(const QModelIndex& index) const {
    return index.isValid() ? m_model.at(m_proxy->mapToSource(index).row()) : nullptr;
}

void RequestsPane::setCalls(std::vector<ListedCall> calls, qint64 all) {
    m_all = all;
    m_model.setCalls(std::move(calls));
    retranslate();
}

void RequestsPane::retranslate() {
    m_model.retranslate();
    m_table->setAccessibleName(tr("Requests of the run"));
    const bool isEmpty = m_model.rowCount() == 0;
    m_note->setVisible(isEmpty || m_all > m_model.rowCount());
    m_note->setText(isEmpty ? tr("No request has ended yet.")
                            : tr("The newest %1 of %2.", "requests")
                                  .arg(QLocale().toString(m_model.rowCount()), QLocale().toString(m_all)));
}

} // namespace assize::ui
