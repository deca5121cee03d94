// SPDX-License-Identifier: Apache-2.0
// What the item list's pane is made of; what it does is in item_list_pane.cpp.
#include "ui/review/filter_chips.h"
#include "ui/review/item_delegate.h"
#include "ui/review/item_list_pane.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/widgets/controls.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr int Padding = 10;

struct OrderChoice {
    ItemOrder order;
    const char* text;
};

constexpr OrderChoice OrderChoices[] = {
    {ItemOrder::File, QT_TRANSLATE_NOOP("ItemListPane", "File order")},
    {ItemOrder::Margin, QT_TRANSLATE_NOOP("ItemListPane", "Smallest margin first")},
    {ItemOrder::Category, QT_TRANSLATE_NOOP("ItemListPane", "Category")},
    {ItemOrder::LastChanged, QT_TRANSLATE_NOOP("ItemListPane", "Last changed first")},
};

/// Clicks beside the rows leave the current item alone: there is always one.
class ItemView final : public QListView {
public:
    using QListView::QListView;

    /// Letters and digits are keys of the window (ui.md, Keyboard), and Ctrl+F searches. Qt would jump to a title that
    /// begins so, and ask every row for it.
    void keyboardSearch(const QString& /*typed*/) override {}

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override {
        return index.isValid() ? QListView::selectionCommand(index, event) : QItemSelectionModel::NoUpdate;
    }
};

/// A text in the filter language: quoted, with quotes and backslashes escaped.
QString quoted(QString text) {
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QStringLiteral("\"%1\"").arg(text);
}

} // namespace

void ItemListPane::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(Padding, 8, Padding, 8);
    top->setSpacing(6);
    m_search = new SearchField(this);
    m_search->setObjectName(QStringLiteral("itemSearch"));
    m_expression = new QLineEdit(this);
    m_expression->setObjectName(QStringLiteral("itemFilter"));
    m_expression->setClearButtonEnabled(true);
    m_expression->hide();
    m_problem = plainLabel(this);
    m_problem->setObjectName(QStringLiteral("itemFilterProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_blindNote = plainLabel(this, true);
    m_blindNote->setObjectName(QStringLiteral("itemFilterBlind"));
    m_blindNote->setWordWrap(true);
    m_blindNote->hide();
    m_chips = new FilterChips(this);
    m_chips->setObjectName(QStringLiteral("filterChips"));
    m_chips->setMenuFiller([this](QMenu& menu) { fillFilterMenu(menu); });
    top->addWidget(m_search);
    top->addWidget(m_chips);
    top->addWidget(m_expression);
    top->addWidget(m_problem);
    top->addWidget(m_blindNote);
    column->addLayout(top);
    column->addWidget(buildHeader());
    buildView();
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    setMinimumWidth(220);
}

QWidget* ItemListPane::buildHeader() {
    auto* header = new PaneHeader(this, 26);
    header->setBelowOther(true);
    m_count = plainLabel(header, true);
    m_count->setObjectName(QStringLiteral("itemCount"));
    m_count->setFont(fontFor(TextRole::Small));
    m_orderButton = new QToolButton(header);
    m_orderButton->setObjectName(QStringLiteral("itemOrder"));
    m_orderButton->setIcon(themedIcon(Icon::Sort));
    m_orderButton->setPopupMode(QToolButton::InstantPopup);
    m_orderButton->setMenu(new QMenu(m_orderButton));
    setLook(m_orderButton, ButtonLook::Flat);
    // The letters stand over the glyphs of the rows (item_delegate.cpp).
    m_judgeColumn = plainLabel(header, true);
    m_judgeColumn->setFixedWidth(20);
    m_judgeColumn->setAlignment(Qt::AlignCenter);
    m_humanColumn = plainLabel(header, true);
    m_humanColumn->setFixedWidth(20);
    m_humanColumn->setAlignment(Qt::AlignCenter);
    m_headerRow = header->row();
    m_headerRow->setSpacing(0);
    m_headerRow->addWidget(m_count, 1);
    m_headerRow->addWidget(m_orderButton);
    m_headerRow->addSpacing(6);
    m_headerRow->addWidget(m_judgeColumn);
    m_headerRow->addSpacing(20);
    m_headerRow->addWidget(m_humanColumn);
    return header;
}

/// A list that scrolls leaves its rows less room.
void ItemListPane::alignHeader() {
    const QScrollBar* bar = m_view->verticalScrollBar();
    const int barWidth = bar->maximum() > bar->minimum() ? bar->sizeHint().width() : 0;
    m_headerRow->setContentsMargins(12, 0, 31 + barWidth, 0);
}

void ItemListPane::buildView() {
    m_view = new ItemView(this);
    m_view->setObjectName(QStringLiteral("itemList"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ItemListPane::alignHeader);
    alignHeader();
    m_empty = new QWidget(this);
    m_empty->setObjectName(QStringLiteral("itemListEmpty"));
    auto* column = new QVBoxLayout(m_empty);
    m_emptyText = plainLabel(m_empty, true);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_clear = new QPushButton(m_empty);
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    column->addStretch(1);
    column->addWidget(m_emptyText);
    column->addWidget(m_clear, 0, Qt::AlignCenter);
    column->addStretch(2);
    m_empty->hide();
}

void ItemListPane::updateEmptyState() {
    const bool isEmpty = m_model->rowCount() == 0 && !m_model->isLoading();
    const bool isFiltered =
        m_total != 0 && (!m_model->request().filter.isEmpty() || !m_model->request().search.isEmpty());
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_clear->setVisible(isFiltered);
    m_emptyText->setText(isFiltered ? tr("No items match these filters.")
                                    : tr("This session has no items yet. Import data, or drop files on the window."));
}

void ItemListPane::showCount() {
    const qint64 shown = m_model->rowCount();
    const QLocale locale;
    m_count->setText(shown == m_total || m_total < 0
                         ? tr("%Ln item(s)", nullptr, static_cast<int>(shown))
                         : tr("%1 of %2 items").arg(locale.toString(shown), locale.toString(m_total)));
    Q_EMIT countChanged(shown, m_total);
}

void ItemListPane::fillOrderMenu() {
    QMenu* menu = m_orderButton->menu();
    menu->clear();
    menu->setToolTipsVisible(true);
    auto* group = new QActionGroup(menu);
    for (const OrderChoice& choice : OrderChoices) {
        QAction* action = menu->addAction(QCoreApplication::translate("ItemListPane", choice.text));
        action->setCheckable(true);
        action->setChecked(choice.order == m_order);
        if (m_isBlind && choice.order == ItemOrder::Margin) {
            action->setEnabled(false);
            action->setToolTip(plainToolTip(tr("Margins are hidden while you label blind")));
        }
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order = choice.order] {
            m_order = order;
            apply();
        });
    }
}

void ItemListPane::fillFilterMenu(QMenu& menu) {
    QAction* own = menu.addAction(tr("Filter expression…"));
    own->setObjectName(QStringLiteral("filterExpression"));
    connect(own, &QAction::triggered, this, [this] {
        m_expression->show();
        m_expression->setFocus(Qt::OtherFocusReason);
    });
    menu.addSeparator();
    addFacets(menu, tr("Category"), m_categories, QStringLiteral("category == %1"));
    addFacets(menu, tr("Tag"), m_tags, QStringLiteral("tag:%1"));
    addJudgeFilters(menu);
    const auto addFlag = [&](const QString& text, const QString& expression) {
        connect(menu.addAction(text), &QAction::triggered, this,
            [this, text, expression] { m_chips->addExpression(expression, text); });
    };
    addFlag(tr("flagged for later"), QStringLiteral("flagged"));
    addFlag(tr("no verdict"), QStringLiteral("failed"));
    addFlag(tr("mixed orders"), QStringLiteral("mixed"));
    addFlag(tr("labelled"), QStringLiteral("annotated"));
}

void ItemListPane::addJudgeFilters(QMenu& menu) {
    QMenu* pairs = menu.addMenu(tr("Judges differ"));
    for (qsizetype one = 0; one < m_runNames.size(); ++one) {
        for (qsizetype other = one + 1; other < m_runNames.size(); ++other) {
            const QString expression = QStringLiteral("run(%1).label != run(%2).label")
                                           .arg(quoted(m_runNames[one]), quoted(m_runNames[other]));
            const QString text = QStringLiteral("%1 ≠ %2").arg(m_runNames[one], m_runNames[other]);
            connect(pairs->addAction(withVisibleControls(text)), &QAction::triggered, this,
                [this, text, expression] { m_chips->addExpression(expression, text); });
        }
    }
    pairs->setEnabled(!pairs->isEmpty());
    // score() of a pair is A's minus B's.
    QMenu* criteria = menu.addMenu(tr("Criterion"));
    criteria->setEnabled(!m_criteria.isEmpty());
    for (const QString& name : std::as_const(m_criteria)) {
        for (const auto& [text, expression] :
            {std::pair(tr("%1: A higher", "criterion").arg(name), QStringLiteral("score(%1) > 0")),
                std::pair(tr("%1: B higher", "criterion").arg(name), QStringLiteral("score(%1) < 0"))}) {
            connect(criteria->addAction(withVisibleControls(text)), &QAction::triggered, this,
                [this, title = text, filter = expression.arg(quoted(name))] { m_chips->addExpression(filter, title); });
        }
    }
}

void ItemListPane::addFacets(QMenu& menu, const QString& title, const QStringList& values, const QString& expression) {
    QMenu* submenu = menu.addMenu(title);
    submenu->setEnabled(!values.isEmpty());
    for (const QString& value : values) {
        QAction* action = submenu->addAction(withVisibleControls(value));
        connect(action, &QAction::triggered, this,
            [this, value, expression] { m_chips->addExpression(expression.arg(quoted(value)), value); });
    }
}

void ItemListPane::retranslate() {
    m_search->setPlaceholderText(tr("Search items"));
    m_search->setAccessibleName(tr("Search items"));
    m_expression->setPlaceholderText(tr("Filter, such as abs(margin) < 0.1 and category == \"Code\""));
    m_expression->setAccessibleName(tr("Filter expression"));
    m_blindNote->setText(tr("While you label blind, this finds only items that you have labelled."));
    m_clear->setText(tr("Clear filters"));
    m_orderButton->setToolTip(tr("Order of the list"));
    m_orderButton->setAccessibleName(tr("Order of the list"));
    m_judgeColumn->setText(tr("J", "short for judge, over a column of glyphs"));
    m_humanColumn->setText(tr("H", "short for human, over a column of glyphs"));
    m_view->setAccessibleName(tr("Items"));
    fillOrderMenu();
    updateEmptyState();
    showCount();
}

} // namespace assize::ui
