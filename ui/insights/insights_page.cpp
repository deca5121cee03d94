// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/insights_page.h"

#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/insights/card_row.h"
#include "ui/insights/category_pane.h"
#include "ui/insights/chart_view.h"
#include "ui/insights/figures_pane.h"
#include "ui/insights/insights_strip.h"
#include "ui/shell/actions.h"
#include "ui/support/error_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr int CategoryWidth = 388;
constexpr int TableBeside = 1200; ///< page width from which the table stands beside the charts
constexpr int TwoColumns = 820;   ///< width of the charts from which they stand in two columns
constexpr int NarrowStrip = 1180;
const QString ScoresChart = QStringLiteral("criterion-scores");
const QString ChartState = QStringLiteral("insightsCharts");

} // namespace

InsightsPage::InsightsPage(Actions& actions, Settings& settings, SessionEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_editor(editor) {
    setObjectName(QStringLiteral("insightsPage"));
    build();
    connectFigures();
    actions.bind(ActionId::FilterInsights, this, [this] { m_strip->focusFilter(); });
    actions.bind(ActionId::NextPane, this, [this] { stepPane(1); });
    actions.bind(ActionId::PreviousPane, this, [this] { stepPane(-1); });
    if (const QByteArray charts = m_settings.state(ChartState); !charts.isEmpty())
        m_strip->setCharts(QString::fromUtf8(charts).split(QLatin1Char(',')));
    connect(&m_editor, &SessionEditor::annotationSaved, this, &InsightsPage::setStale);
    connect(&m_editor, &SessionEditor::whatIfChanged, this, [this](const std::string& run) {
        if (isVisible() && run == m_strip->run())
            ask();
    });
    connect(&m_settings, &Settings::annotatorChanged, this, [this] { setDocument(m_document); });
    translated(this, [this] { retranslate(); });
}

InsightsPage::~InsightsPage() = default;

void InsightsPage::build() {
    m_group = new QAction(this);
    m_group->setObjectName(QStringLiteral("groupCriteria"));
    connect(m_group, &QAction::triggered, this, &InsightsPage::groupCriteria);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    outer->addWidget(m_stack);
    m_stack->addWidget(buildMessage());
    auto* content = new QWidget(m_stack);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_strip = new InsightsStrip(content);
    m_weights = new Banner(Banner::Tone::Information, Icon::Sliders, content);
    m_weights->setObjectName(QStringLiteral("insightsWeights"));
    m_weights->hide();
    m_fewLabels = new Banner(Banner::Tone::Information, Icon::Info, content);
    m_fewLabels->setObjectName(QStringLiteral("fewLabels"));
    m_toReview = m_fewLabels->addButton(QStringLiteral("fewLabelsToReview"));
    connect(m_toReview, &QPushButton::clicked, this, &InsightsPage::reviewRequested);
    m_fewLabels->hide();
    m_cards = new CardRow(content);
    column->addWidget(m_strip);
    column->addWidget(m_weights);
    column->addWidget(m_fewLabels);
    column->addWidget(m_cards);
    column->addLayout(buildRow(content), 1);
    m_stack->addWidget(content);
    connectParts();
}

/// The charts, and the tables beside them.
QLayout* InsightsPage::buildRow(QWidget* content) {
    m_scroll = new QScrollArea(content);
    m_scroll->setObjectName(QStringLiteral("insightsScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* charts = new Pane(m_scroll);
    m_body = new QVBoxLayout(charts);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_grid = new QGridLayout;
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_body->addLayout(m_grid, 1);
    m_scroll->setWidget(charts);
    m_side = new QStackedWidget(content);
    m_categories = new CategoryPane(m_side);
    m_allFigures = new FiguresPane(m_side);
    m_side->addWidget(m_categories);
    m_side->addWidget(m_allFigures);
    m_row = new QHBoxLayout;
    m_row->setSpacing(0);
    m_row->addWidget(m_scroll, 1);
    m_row->addWidget(m_side);
    return m_row;
}

void InsightsPage::connectParts() {
    connect(m_strip, &InsightsStrip::changed, this, &InsightsPage::ask);
    connect(m_strip, &InsightsStrip::chartsChanged, this, [this] {
        showCharts();
        ask();
    });
    connect(m_strip, &InsightsStrip::copyRequested, this, &InsightsPage::copySide);
    connect(m_strip, &InsightsStrip::reportRequested, this, &InsightsPage::reportRequested);
    connect(m_cards, &CardRow::linkActivated, this, &InsightsPage::follow);
    connect(m_categories, &CategoryPane::sideChosen, this, &InsightsPage::showSide);
    connect(m_allFigures, &FiguresPane::sideChosen, this, &InsightsPage::showSide);
    connect(m_categories, &CategoryPane::figureChosen, this, &InsightsPage::ask);
    connect(m_categories, &CategoryPane::openRequested, this, &InsightsPage::openCategory);
    connect(m_categories, &CategoryPane::categoryChosen, this, &InsightsPage::readDisagreements);
    connect(m_categories, &CategoryPane::itemActivated, this,
        [this](RowKey key) { Q_EMIT itemsRequested(m_strip->run(), {}, key, m_figures.tried()); });
}

QWidget* InsightsPage::buildMessage() {
    auto* pane = new Pane(m_stack);
    auto* column = new QVBoxLayout(pane);
    m_message = plainLabel(pane, true);
    m_message->setObjectName(QStringLiteral("insightsMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_messageButton = new QPushButton(pane);
    m_messageButton->setObjectName(QStringLiteral("insightsToReview"));
    m_again = new QPushButton(pane);
    m_again->setObjectName(QStringLiteral("insightsAgain"));
    connect(m_messageButton, &QPushButton::clicked, this, &InsightsPage::reviewRequested);
    connect(m_again, &QPushButton::clicked, &m_figures, &InsightsFigures::load);
    column->addStretch();
    column->addWidget(m_message);
    column->addWidget(m_messageButton, 0, Qt::AlignHCenter);
    column->addWidget(m_again, 0, Qt::AlignHCenter);
    column->addStretch();
    return pane;
}

void InsightsPage::setDocument(Document* document) {
    m_document = document;
    m_figures.setDocument(document, toUtf8(m_settings.annotator()));
    m_strip->setFilter({});
    if (document == nullptr)
        return;
    connect(document, &Document::contentChanged, this, &InsightsPage::setStale);
    showMessage(tr("Loading…"), false);
    if (isVisible())
        m_figures.load();
}

void InsightsPage::setEndpoints(const std::vector<Endpoint>& endpoints) {
    m_figures.setEndpoints(endpoints);
    if (isVisible())
        m_figures.load();
}

void InsightsPage::setPreferredRun(const std::string& run) {
    m_preferredRun = run;
}

void InsightsPage::setStale() {
    m_figures.setStale();
    if (isVisible())
        m_figures.load();
}

void InsightsPage::cancel() {
    if (!m_figures.isBusy())
        return;
    m_figures.cancel();
    if (m_figures.session() == nullptr) {
        showMessage(tr("Reading was stopped."), false);
        m_again->show();
    } else {
        Q_EMIT noticed(tr("Stopped. Pale charts show what was asked before."));
    }
}

void InsightsPage::saveLayout() {
    m_settings.setState(ChartState, m_strip->charts().join(QLatin1Char(',')).toUtf8());
}

void InsightsPage::showMessage(const QString& words, bool offersReview) {
    m_message->setText(words);
    m_messageButton->setVisible(offersReview);
    m_again->hide();
    m_stack->setCurrentIndex(0);
}

void InsightsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_figures.load();
    if (m_figures.session() != nullptr && !m_figures.isLoading())
        ask(); // weights may have been tried meanwhile
}

void InsightsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_strip->setNarrow(width() < NarrowStrip);
    placeCharts();
}

void InsightsPage::showCharts() {
    for (const auto& [id, view] : m_charts)
        view->setVisible(m_strip->charts().contains(id));
    const QStringList& wanted = m_strip->charts();
    for (const QString& id : wanted) {
        if (m_charts.contains(id))
            continue;
        auto* view = new ChartView(id, m_scroll->widget());
        connect(view, &ChartView::linkActivated, this, &InsightsPage::follow);
        m_charts[id] = view;
        if (id == ScoresChart)
            view->addAction(m_group);
        view->show();
    }
    placeCharts();
}

void InsightsPage::placeCharts() {
    const bool isBeside = width() >= TableBeside;
    m_side->setMinimumWidth(isBeside ? CategoryWidth : 0);
    m_side->setMaximumWidth(isBeside ? CategoryWidth : QWIDGETSIZE_MAX);
    QBoxLayout* home = isBeside ? m_row : m_body;
    if (home->indexOf(m_side) < 0) {
        (isBeside ? m_body : m_row)->removeWidget(m_side);
        home->addWidget(m_side);
        constexpr int LeastTable = 420; // under the charts it must be tall enough to be read
        m_side->setMinimumHeight(isBeside ? 0 : LeastTable);
    }
    const int columns = isBeside && width() - CategoryWidth >= TwoColumns ? 2 : 1;
    const bool isMade = std::all_of(m_strip->charts().begin(), m_strip->charts().end(),
        [this](const QString& id) { return m_charts.contains(id); });
    if (!isMade || (columns == m_columns && m_placed == m_strip->charts()))
        return;
    for (const auto& [id, view] : m_charts)
        m_grid->removeWidget(view);
    m_columns = columns;
    m_placed = m_strip->charts();
    for (int at = 0; at < m_placed.size(); ++at) {
        ChartView* view = m_charts.at(m_placed[at]);
        const bool isAlone = at + 1 == m_placed.size() && at % columns == 0;
        m_grid->addWidget(view, at / columns, at % columns, 1, isAlone ? columns : 1);
    }
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

/// Strip, figures, charts, table, and round again.
void InsightsPage::stepPane(int direction) {
    if (!isVisible())
        return;
    const QList<QWidget*> panes = {m_strip, m_cards, m_scroll, m_side};
    qsizetype at = -1;
    for (qsizetype pane = 0; pane < panes.size(); ++pane) {
        if (panes[pane]->isAncestorOf(focusWidget()))
            at = pane;
    }
    const qsizetype next = at < 0 ? 0 : (at + direction + panes.size()) % panes.size();
    const auto inside = panes[next]->findChildren<QWidget*>();
    for (QWidget* widget : inside) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
            window()->setAttribute(Qt::WA_KeyboardFocusChange); // shows where it is, as Tab does
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void InsightsPage::showSide(InsightsSide side) {
    const bool isFigures = side == InsightsSide::Figures;
    m_side->setCurrentIndex(isFigures ? 1 : 0);
    if (isFigures) {
        m_allFigures->focusSwitch();
        ask();
    } else {
        m_categories->focusSwitch();
    }
}

void InsightsPage::copySide() {
    if (m_side->currentWidget() == m_allFigures) {
        QGuiApplication::clipboard()->setText(m_allFigures->tableText());
        Q_EMIT noticed(tr("Copied all figures."));
        return;
    }
    copyTable(m_categories->chartTable());
    Q_EMIT noticed(tr("Copied the table by category."));
}

} // namespace assize::ui
