// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/figures_pane.h"

#include "core/report/report_texts.h"
#include "ui/insights/category_delegate.h"
#include "ui/insights/side_table.h"
#include "ui/models/chart_words.h"
#include "ui/models/figure_list_model.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <cmath>

namespace assize::ui {
namespace {

constexpr int FigureRowHeight = 38; ///< two lines of a name
constexpr int FigureDetailHeight = 260;
constexpr int MostTableRows = 200; ///< of a figure that is a table; the rest is in the report

QString cellText(const std::optional<double>& cell) {
    constexpr int Decimals = 3;
    return numberOrDash(cell, cell && *cell == std::round(*cell) ? 0 : Decimals);
}

} // namespace

FiguresPane::FiguresPane(QWidget* parent)
    : Pane(parent)
    , m_model(new FigureListModel(this))
    , m_proxy(new QSortFilterProxyModel(this)) {
    setObjectName(QStringLiteral("figuresPane"));
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(FigureListModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* header = new PaneHeader(this);
    m_switch = new SideSwitch(InsightsSide::Figures, header);
    m_switch->setObjectName(QStringLiteral("figuresSide"));
    m_search = new SearchField(header);
    m_search->setObjectName(QStringLiteral("figureSearch"));
    header->row()->addWidget(m_switch);
    header->row()->addWidget(m_search, 1);
    m_view = makeSideTable("figureTable", this);
    m_view->setModel(m_proxy);
    m_view->setWordWrap(true); // names say which variant a figure is at their end
    m_view->verticalHeader()->setDefaultSectionSize(FigureRowHeight);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(FigureListModel::Name, QHeaderView::Stretch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_view, 1);
    auto* chosen = new PaneHeader(this);
    m_title = new ElidedLabel(chosen);
    chosen->row()->addWidget(m_title, 1);
    column->addWidget(chosen);
    column->addWidget(buildDetail());
    connect(m_switch, &SideSwitch::sideChosen, this, &FiguresPane::sideChosen);
    connect(m_search, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &SearchField::escaped, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FiguresPane::showDetail);
    translated(this, [this] { retranslate(); });
}

QWidget* FiguresPane::buildDetail() {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("figureDetail"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedHeight(FigureDetailHeight);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* detail = new Pane(scroll);
    m_key = plainLabel(detail, true);
    m_key->setFont(fontFor(TextRole::MonoSmall));
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words = plainLabel(detail);
    m_words->setObjectName(QStringLiteral("figureWords"));
    m_words->setFont(fontFor(TextRole::Small));
    m_cells = makeSideTable("figureCells", detail);
    m_cellModel = new QStandardItemModel(m_cells);
    m_cells->setModel(m_cellModel);
    m_cells->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    for (QLabel* label : {m_key, m_words}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_cells);
    column->addStretch();
    scroll->setWidget(detail);
    return scroll;
}

void FiguresPane::setSheet(const FigureSheet& sheet) {
    const QVariant chosen = m_view->currentIndex().data(FigureListModel::KeyRole);
    m_model->setFigures(sheet.figures, sheet.people);
    int row = 0;
    for (int at = 0; at < m_proxy->rowCount(); ++at) {
        if (m_proxy->index(at, 0).data(FigureListModel::KeyRole) == chosen) {
            row = at;
            break;
        }
    }
    m_view->setCurrentIndex(m_proxy->index(row, 0));
    showDetail();
}

QString FiguresPane::tableText() const {
    return m_model->tableText();
}

void FiguresPane::focusSwitch() {
    m_switch->setFocus(Qt::OtherFocusReason);
}

void FiguresPane::showDetail() {
    const QModelIndex shown = m_proxy->mapToSource(m_view->currentIndex());
    m_title->setText(shown.siblingAtColumn(FigureListModel::Name).data().toString());
    m_key->setText(shown.data(FigureListModel::KeyRole).toString());
    m_words->setText(shown.isValid()            ? m_model->explanation(shown.row())
                     : m_model->rowCount() == 0 ? tr("Computing…")
                                                : tr("No figure is called that."));
    m_cellModel->clear();
    const bool hasTable = shown.isValid() && m_model->figure(shown.row()).table.has_value();
    m_cells->setVisible(hasTable);
    if (!hasTable)
        return;
    const FigureTable& table = *m_model->figure(shown.row()).table;
    const ReportTexts& words = ReportTexts::in(windowLanguage());
    const auto named = [&](const std::string& name) { return withVisibleControls(fromUtf8(words.code(name))); };
    QStringList titles{QString()};
    for (const std::string& column : table.columns)
        titles << named(column);
    m_cellModel->setHorizontalHeaderLabels(titles);
    const int rows = std::min(MostTableRows, static_cast<int>(table.rows.size()));
    for (int row = 0; row < rows; ++row) {
        QList<QStandardItem*> cells{new QStandardItem(named(table.rows[static_cast<std::size_t>(row)]))};
        for (const auto& cell : table.cells[static_cast<std::size_t>(row)]) {
            cells << new QStandardItem(cellText(cell)); // the model takes them
            cells.back()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        m_cellModel->appendRow(cells);
    }
    constexpr int ScrollBar = 16;
    m_cells->setFixedHeight(m_cells->horizontalHeader()->height() + rows * CategoryDelegate::RowHeight + ScrollBar);
}

void FiguresPane::retranslate() {
    m_search->setPlaceholderText(tr("Find a figure"));
    m_search->setAccessibleName(tr("Find a figure"));
    m_view->setAccessibleName(tr("All figures of this run"));
    m_cells->setAccessibleName(tr("Values of the chosen figure"));
    m_model->retranslate();
    showDetail();
}

} // namespace assize::ui
