// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/chart_access.h"

#include "ui/insights/chart_view.h"
#include "ui/models/chart_words.h"

#include <QAccessibleWidget>
#include <map>

namespace assize::ui {
namespace {

class ChartAccess;

/// One value of a chart, or the name of a column. Ends with the chart's interface, or when the chart shows other
/// values.
class ChartCell final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    ChartCell(ChartAccess& chart, int row, int column)
        : m_chart(chart)
        , m_row(row)
        , m_column(column) {}

    [[nodiscard]] bool isValid() const override { return true; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override {
        return m_row == 0 ? QAccessible::ColumnHeader : QAccessible::Cell;
    }
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return false; }
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override;
    [[nodiscard]] int columnIndex() const override { return m_column; }
    [[nodiscard]] int rowIndex() const override { return m_row; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

private:
    ChartAccess& m_chart;
    int m_row; ///< 0: the columns' names
    int m_column;
};

class ChartAccess final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit ChartAccess(ChartView* view)
        : QAccessibleWidget(view, QAccessible::Table)
        , m_view(view) {}
    ChartAccess(const ChartAccess&) = delete;
    ChartAccess& operator=(const ChartAccess&) = delete;
    ~ChartAccess() override { forgetCells(); }

    [[nodiscard]] const ChartTable& values() const {
        static const ChartTable None;
        return m_view->chart() ? m_view->chart()->table : None;
    }
    [[nodiscard]] QString cellText(int row, int column) const {
        const ChartTable& table = values();
        const auto& cells = row == 0 ? table.columns : table.rows.at(static_cast<std::size_t>(row) - 1);
        return static_cast<std::size_t>(column) < cells.size() ? worded(cells[static_cast<std::size_t>(column)])
                                                               : QString();
    }

    // The cells row by row, then what the widget holds.
    [[nodiscard]] int childCount() const override { return cellCount() + QAccessibleWidget::childCount(); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= cellCount())
            return QAccessibleWidget::child(index - cellCount());
        return cellAt(index / columnCount(), index % columnCount());
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        for (const auto& [place, id] : m_cells) {
            if (QAccessible::accessibleInterface(id) == child)
                return place.first * columnCount() + place.second;
        }
        const int own = QAccessibleWidget::indexOfChild(child);
        return own < 0 ? own : own + cellCount();
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override {
        if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
            return nullptr;
        const auto [place, isNew] = m_cells.try_emplace({row, column}, 0);
        if (isNew) {
            auto* self = const_cast<ChartAccess*>(this); // NOLINT: Qt asks for children of const interfaces
            place->second = QAccessible::registerAccessibleInterface(new ChartCell(*self, row, column));
        }
        return QAccessible::accessibleInterface(place->second);
    }
    [[nodiscard]] int rowCount() const override {
        return values().columns.empty() ? 0 : static_cast<int>(values().rows.size()) + 1;
    }
    [[nodiscard]] int columnCount() const override { return static_cast<int>(values().columns.size()); }
    [[nodiscard]] QString columnDescription(int column) const override {
        return column < 0 || column >= columnCount() ? QString() : cellText(0, column);
    }
    [[nodiscard]] QString rowDescription(int row) const override {
        return row < 0 || row >= rowCount() ? QString() : cellText(row, 0);
    }
    [[nodiscard]] int selectedCellCount() const override { return 0; }
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override { return {}; }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    /// The chart shows other values.
    void modelChange(QAccessibleTableModelChangeEvent*) override { forgetCells(); }

private:
    [[nodiscard]] int cellCount() const { return rowCount() * columnCount(); }
    void forgetCells() {
        for (const auto& [place, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

    ChartView* m_view; ///< outlives this: Qt ends interfaces with their objects
    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells; ///< made when somebody asks for them
};

QAccessibleInterface* ChartCell::parent() const {
    return &m_chart;
}

QString ChartCell::text(QAccessible::Text kind) const {
    const bool isThere = m_row < m_chart.rowCount() && m_column < m_chart.columnCount();
    return kind == QAccessible::Name && isThere ? m_chart.cellText(m_row, m_column) : QString();
}

QRect ChartCell::rect() const {
    return m_chart.rect();
}

QAccessible::State ChartCell::state() const {
    QAccessible::State state;
    state.readOnly = true;
    state.invisible = m_chart.state().invisible;
    return state;
}

QList<QAccessibleInterface*> ChartCell::columnHeaderCells() const {
    return m_row == 0 ? QList<QAccessibleInterface*>() : QList{m_chart.cellAt(0, m_column)};
}

QList<QAccessibleInterface*> ChartCell::rowHeaderCells() const {
    return m_column == 0 ? QList<QAccessibleInterface*>() : QList{m_chart.cellAt(m_row, 0)};
}

QAccessibleInterface* makeChartAccess(const QString&, QObject* object) {
    auto* view = qobject_cast<ChartView*>(object);
    return view == nullptr ? nullptr : new ChartAccess(view);
}

} // namespace

void installAccessibleCharts() {
    QAccessible::installFactory(makeChartAccess);
}

} // namespace assize::ui
