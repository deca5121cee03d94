// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/plain_table.h"

#include "ui/support/fonts.h"

#include <QHeaderView>
#include <QTableView>

namespace assize::ui {

QTableView* plainTable(QAbstractItemModel* model, QWidget* parent) {
    constexpr int RowHeight = 30;
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFont(fontFor(TextRole::Table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(RowHeight);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

} // namespace assize::ui
