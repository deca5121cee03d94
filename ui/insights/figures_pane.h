// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/insights_tables.h"
#include "ui/insights/side_switch.h"
#include "ui/widgets/panes.h"

class QLabel;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTableView;

namespace assize::ui {

class FigureListModel;
class SearchField;

/// Every figure of the run beside the charts, and under them what the chosen one means, what it rests on, and its
/// table where it has one. GUI thread.
class FiguresPane final : public Pane {
    Q_OBJECT

public:
    explicit FiguresPane(QWidget* parent = nullptr);

    void setSheet(const FigureSheet& sheet);
    [[nodiscard]] QString tableText() const;
    void focusSwitch();

Q_SIGNALS:
    void sideChosen(assize::ui::InsightsSide side);

private:
    QWidget* buildDetail();
    void showDetail();
    void retranslate();

    FigureListModel* m_model;
    QSortFilterProxyModel* m_proxy;
    SideSwitch* m_switch = nullptr;
    SearchField* m_search = nullptr;
    QTableView* m_view = nullptr;
    ElidedLabel* m_title = nullptr;
    QLabel* m_key = nullptr;
    QLabel* m_words = nullptr;
    QTableView* m_cells = nullptr;
    QStandardItemModel* m_cellModel = nullptr;
};

} // namespace assize::ui
