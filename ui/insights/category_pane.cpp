// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/category_pane.h"

#include "ui/insights/category_delegate.h"
#include "ui/insights/side_table.h"
#include "ui/models/category_model.h"
#include "ui/models/chart_words.h"
#include "ui/models/item_list_model.h"
#include "ui/models/item_row_text.h"
#include "ui/review/item_delegate.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace assize::ui {
namespace {

constexpr int DetailHeight = 230;
constexpr int CountWidth = 60;
constexpr int TotalWidth = 50;
constexpr int ValueWidth = 64;
constexpr int IntervalWidth = 80;

} // namespace

CategoryPane::CategoryPane(QWidget* parent)
    : Pane(parent)
    , m_model(new CategoryModel(this)) {
    setObjectName(QStringLiteral("categoryPane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new PaneHeader(this);
    m_switch = new SideSwitch(InsightsSide::Categories, header);
    m_switch->setObjectName(QStringLiteral("categoriesSide"));
    m_figures = new SegmentedControl(header);
    m_figures->setObjectName(QStringLiteral("categoryFigure"));
    for (const auto& [figure, name] :
        {std::pair(CategoryFigure::Agreement, "agreementByCategory"),
            std::pair(CategoryFigure::Flips, "flipsByCategory"), std::pair(CategoryFigure::Margin, "marginByCategory")})
        m_figures->addSegment(static_cast<int>(figure), QLatin1String(name));
    m_figures->setCurrent(static_cast<int>(m_figure));
    header->row()->addWidget(m_switch);
    header->row()->addStretch();
    header->row()->addWidget(m_figures);
    m_view = makeSideTable("categoryTable", this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CategoryDelegate(m_view));
    QHeaderView* sections = m_view->horizontalHeader();
    sections->setSectionResizeMode(QHeaderView::Fixed);
    sections->setSectionResizeMode(CategoryModel::Name, QHeaderView::Stretch);
    column->addWidget(header);
    column->addWidget(m_view, 1);
    column->addWidget(buildDetail());
    connect(m_switch, &SideSwitch::sideChosen, this, &CategoryPane::sideChosen);
    connect(m_figures, &SegmentedControl::chosen, this, [this](int id) {
        m_figure = static_cast<CategoryFigure>(id);
        Q_EMIT figureChosen();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CategoryPane::onCurrentChanged);
    connect(m_view, &QAbstractItemView::activated, this, &CategoryPane::activateCurrent);
    translated(this, [this] { retranslate(); });
}

QWidget* CategoryPane::buildDetail() {
    m_detail = new Pane(this);
    m_detail->setFixedHeight(DetailHeight);
    auto* column = new QVBoxLayout(m_detail);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    m_detailTitle = new ElidedLabel(m_detail);
    m_detailCount = plainLabel(m_detail, true);
    m_detailCount->setObjectName(QStringLiteral("categoryDiffering"));
    m_open = new QPushButton(m_detail);
    m_open->setObjectName(QStringLiteral("openCategory"));
    row->addWidget(m_detailTitle, 1);
    row->addWidget(m_detailCount);
    row->addWidget(m_open);
    m_items = new QListView(m_detail);
    m_items->setObjectName(QStringLiteral("categoryItems"));
    m_items->setFrameShape(QFrame::NoFrame);
    m_items->setUniformItemSizes(true);
    m_itemDelegate = new ItemDelegate(m_items);
    m_items->setItemDelegate(m_itemDelegate);
    m_itemModel = new QStandardItemModel(m_items);
    m_items->setModel(m_itemModel);
    column->addLayout(row);
    column->addWidget(m_items, 1);
    connect(m_open, &QPushButton::clicked, this, &CategoryPane::activateCurrent);
    connect(m_items, &QAbstractItemView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT itemActivated(index.data(ItemListModel::KeyRole).toLongLong()); });
    m_detail->hide();
    return m_detail;
}

void CategoryPane::setTable(const CategoryTable& table) {
    const QString chosen = chosenFilter();
    m_model->setTable(table);
    fitSections();
    m_view->setColumnHidden(CategoryModel::Count, table.countName.isEmpty());
    m_view->setColumnHidden(CategoryModel::Interval, table.figure == CategoryFigure::Margin);
    for (std::size_t row = 0; row < table.rows.size() && !chosen.isEmpty(); ++row) {
        if (fromUtf8(table.rows[row].filter) == chosen) {
            m_view->setCurrentIndex(m_model->index(static_cast<int>(row), 0));
            return;
        }
    }
    onCurrentChanged();
}

void CategoryPane::setBlind(bool isBlind) {
    m_isBlind = isBlind;
    m_itemDelegate->setBlind(isBlind);
}

ChartTable CategoryPane::chartTable() const {
    return tableOf(m_model->table());
}

QString CategoryPane::chosenFilter() const {
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || static_cast<std::size_t>(current.row()) >= m_model->table().rows.size())
        return {};
    return fromUtf8(m_model->table().rows[static_cast<std::size_t>(current.row())].filter);
}

void CategoryPane::onCurrentChanged() {
    m_differing = -1;
    m_itemModel->clear();
    m_detail->setVisible(!chosenFilter().isEmpty());
    showDetail();
    Q_EMIT categoryChosen(chosenFilter());
}

void CategoryPane::setDisagreements(const std::vector<ItemRow>& rows, qint64 total) {
    m_differing = total;
    m_itemModel->clear();
    for (const ItemRow& row : rows) {
        auto* entry = new QStandardItem; // the model takes it
        entry->setEditable(false);
        entry->setData(QVariant::fromValue(row), ItemListModel::RowRole);
        entry->setData(static_cast<qint64>(row.key), ItemListModel::KeyRole);
        entry->setData(withVisibleControls(fromUtf8(row.title)), Qt::ToolTipRole);
        entry->setAccessibleText(itemSpoken(row, m_isBlind && !hasOwnLabel(row)));
        m_itemModel->appendRow(entry);
    }
    showDetail();
}

void CategoryPane::focusSwitch() {
    m_switch->setFocus(Qt::OtherFocusReason);
}

void CategoryPane::activateCurrent() {
    if (const QString filter = chosenFilter(); !filter.isEmpty())
        Q_EMIT openRequested(filter);
}

void CategoryPane::showDetail() {
    const QModelIndex current = m_view->currentIndex();
    m_detailTitle->setText(current.isValid() ? m_model->index(current.row(), 0).data().toString() : QString());
    m_detailCount->setText(
        m_differing < 0 ? QString() : tr("%n differ(s)", "items of a category", static_cast<int>(m_differing)));
}

/// A title may be wider in one language than the figures below it.
void CategoryPane::fitSections() {
    QHeaderView* sections = m_view->horizontalHeader();
    for (const auto& [section, least] :
        {std::pair(CategoryModel::Count, CountWidth), std::pair(CategoryModel::Total, TotalWidth),
            std::pair(CategoryModel::Value, ValueWidth), std::pair(CategoryModel::Interval, IntervalWidth)})
        sections->resizeSection(section, std::max(least, sections->sectionSizeHint(section)));
}

void CategoryPane::retranslate() {
    const auto name = [this](CategoryFigure figure, const QString& text) {
        auto* segment = m_figures->findChild<QToolButton*>(
            figure == CategoryFigure::Agreement ? QStringLiteral("agreementByCategory")
            : figure == CategoryFigure::Flips   ? QStringLiteral("flipsByCategory")
                                                : QStringLiteral("marginByCategory"));
        segment->setText(text);
        segment->setAccessibleName(tr("By category: %1").arg(text));
    };
    name(CategoryFigure::Agreement, tr("Agreement"));
    name(CategoryFigure::Flips, tr("Flips"));
    name(CategoryFigure::Margin, tr("Margin"));
    m_view->setAccessibleName(tr("Figures by category"));
    m_items->setAccessibleName(tr("Items on which judge and people differ"));
    m_open->setText(tr("Open in Review"));
    m_model->retranslate();
    fitSections();
    showDetail();
}

} // namespace assize::ui
