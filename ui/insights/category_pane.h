// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/category_table.h"
#include "core/session/session_reader.h"
#include "ui/insights/side_switch.h"
#include "ui/widgets/panes.h"
#include <QPointer>
#include <vector>

class QLabel;
class QListView;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace assize::ui {

class CategoryModel;
class ItemDelegate;
class SegmentedControl;

/// The table by category beside the charts, and under it the category that is chosen: how many of its items differ, and
/// the first of them. GUI thread.
class CategoryPane final : public Pane {
    Q_OBJECT

public:
    explicit CategoryPane(QWidget* parent = nullptr);

    void setTable(const CategoryTable& table);
    /// While blind, rows of items that the person has not labelled say nothing of verdicts.
    void setBlind(bool isBlind);
    [[nodiscard]] CategoryFigure figure() const { return m_figure; }
    [[nodiscard]] ChartTable chartTable() const;
    /// Items of the chosen category on which judge and people differ; total of them may be more.
    void setDisagreements(const std::vector<ItemRow>& rows, qint64 total);
    /// The chosen row's items; empty for all, and while none is chosen.
    [[nodiscard]] QString chosenFilter() const;

    void focusSwitch();

Q_SIGNALS:
    void sideChosen(assize::ui::InsightsSide side);
    void figureChosen();
    void categoryChosen(const QString& filter);
    void openRequested(const QString& filter);
    void itemActivated(assize::RowKey key);

private:
    QWidget* buildDetail();
    void onCurrentChanged();
    void activateCurrent();
    void fitSections();
    void retranslate();
    void showDetail();

    CategoryModel* m_model;
    CategoryFigure m_figure = CategoryFigure::Agreement;
    SideSwitch* m_switch = nullptr;
    SegmentedControl* m_figures = nullptr;
    QTableView* m_view = nullptr;
    QWidget* m_detail = nullptr;
    ElidedLabel* m_detailTitle = nullptr;
    QLabel* m_detailCount = nullptr;
    QPushButton* m_open = nullptr;
    QListView* m_items = nullptr;
    QStandardItemModel* m_itemModel = nullptr;
    ItemDelegate* m_itemDelegate = nullptr;
    bool m_isBlind = false;
    qint64 m_differing = -1; ///< −1: not known yet
};

} // namespace assize::ui
