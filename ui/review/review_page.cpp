// SPDX-License-Identifier: Apache-2.0
#include "ui/review/review_page.h"

#include "ui/bridge/session_editor.h"
#include "ui/bridge/settings.h"
#include "ui/review/annotation_bar.h"
#include "ui/review/item_header.h"
#include "ui/review/prompt_pane.h"
#include "ui/review/responses_area.h"
#include "ui/review/verdict_panel.h"
#include "ui/shell/actions.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/fold_strip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace assize::ui {
namespace {

constexpr int ListSmallest = 220;
constexpr int VerdictSmallest = 352;

} // namespace

ReviewPage::ReviewPage(Actions& actions, Settings& settings, Dialogs& dialogs, SessionEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_editor(editor) {
    setObjectName(QStringLiteral("reviewPage"));
    build();
    connectPanes();
    connectFigures();
    bindActions();
    bindLabels();
    constexpr int LateMs = 150;
    m_lateTimer.setSingleShot(true);
    m_lateTimer.setInterval(LateMs);
    connect(&m_lateTimer, &QTimer::timeout, this, [this] {
        m_isLate = true;
        updateMessage();
    });
    constexpr int StateDelayMs = 400;
    m_stateTimer.setSingleShot(true);
    m_stateTimer.setInterval(StateDelayMs);
    connect(&m_stateTimer, &QTimer::timeout, this, &ReviewPage::saveState);
    constexpr int JudgedDelayMs = 400;
    m_judgedTimer.setSingleShot(true);
    m_judgedTimer.setInterval(JudgedDelayMs);
    connect(&m_judgedTimer, &QTimer::timeout, this, &ReviewPage::refreshJudged);
    restoreLayout();
    translated(this, [this] { retranslate(); });
    updateMessage();
}

ReviewPage::~ReviewPage() {
    disconnect(qApp, nullptr, this, nullptr); // the focus leaves its panes when it is a page no more
}

void ReviewPage::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_listStrip = new FoldStrip(FoldStrip::Side::Left, this);
    m_listStrip->setObjectName(QStringLiteral("unfoldItemList"));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("reviewSplitter"));
    m_verdictStrip = new FoldStrip(FoldStrip::Side::Right, this);
    m_verdictStrip->setObjectName(QStringLiteral("unfoldVerdict"));
    m_list = new ItemListPane(m_splitter);
    m_list->setMinimumWidth(ListSmallest);
    m_center = new QStackedWidget(m_splitter);
    m_center->addWidget(buildColumn());
    m_center->addWidget(buildMessage());
    m_verdict = new VerdictPanel(m_splitter);
    m_verdict->setMinimumWidth(VerdictSmallest);
    for (QWidget* pane :
        {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_center), static_cast<QWidget*>(m_verdict)})
        m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setCollapsible(1, false);
    row->addWidget(m_listStrip);
    row->addWidget(m_splitter, 1);
    row->addWidget(m_verdictStrip);
    m_listStrip->hide();
    m_verdictStrip->hide();
}

QWidget* ReviewPage::buildColumn() {
    m_column = new Pane(m_center);
    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new ItemHeader(m_actions, m_column);
    m_prompt = new PromptPane(m_column);
    m_responses = new ResponsesArea(m_actions, m_settings, m_dialogs, m_column);
    m_annotation = new AnnotationBar(m_column);
    column->addWidget(m_header);
    column->addWidget(m_prompt);
    column->addWidget(m_responses, 1);
    column->addWidget(m_annotation);
    return m_column;
}

QWidget* ReviewPage::buildMessage() {
    m_message = new Pane(m_center);
    auto* column = new QVBoxLayout(m_message);
    m_messageText = plainLabel(m_message, true);
    m_messageText->setAlignment(Qt::AlignCenter);
    m_messageText->setWordWrap(true);
    m_messageButton = new QPushButton(m_message);
    m_messageButton->setObjectName(QStringLiteral("importIntoEmpty"));
    connect(m_messageButton, &QPushButton::clicked, m_actions.get(ActionId::Import), &QAction::trigger);
    column->addStretch();
    column->addWidget(m_messageText);
    column->addWidget(m_messageButton, 0, Qt::AlignHCenter);
    column->addStretch();
    return m_message;
}

void ReviewPage::connectPanes() {
    connect(m_list, &ItemListPane::itemChosen, this, &ReviewPage::showKey);
    connect(m_list, &ItemListPane::countChanged, this, [this](qint64, qint64 total) {
        m_total = total;
        updateMessage();
        updateListStrip();
    });
    connect(m_list, &ItemListPane::nothingFound, this, [this] { Q_EMIT noticed(tr("There is no other such item.")); });
    connect(m_list, &ItemListPane::tagsRead, m_annotation, &AnnotationBar::setKnownTags);
    connect(m_list, &ItemListPane::stateChanged, &m_stateTimer, qOverload<>(&QTimer::start));
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_isUsualSplit = false;
        foldWhatIsClosed();
    });
    connect(m_listStrip, &FoldStrip::clicked, this, [this] { setListFolded(false); });
    connect(m_verdictStrip, &FoldStrip::clicked, this, [this] { setVerdictFolded(false); });
    connect(m_prompt, &PromptPane::foldToggled, m_actions.get(ActionId::FoldPrompt), &QAction::setChecked);
    connect(m_verdict, &VerdictPanel::runChosen, this, &ReviewPage::chooseRun);
    connect(m_verdict, &VerdictPanel::judgeRequested, this, &ReviewPage::judgeItem);
    connect(m_verdict, &VerdictPanel::runRequested, this,
        [this] { Q_EMIT runRequested(QStringLiteral("id == \"%1\"").arg(fromUtf8(m_review.item.id))); });
    connect(m_verdict, &VerdictPanel::quotesChanged, this, [this] { m_responses->setQuotes(m_verdict->quotes()); });
    connect(m_verdict, &VerdictPanel::criterionSelected, m_responses, &ResponsesArea::setSelectedCriterion);
    connect(m_verdict, &VerdictPanel::quoteActivated, m_responses, &ResponsesArea::revealQuote);
    connect(m_responses, &ResponsesArea::loadingShown, m_annotation, [this] { m_annotation->setReadOnly(true); });
    connect(m_responses, &ResponsesArea::itemShown, m_annotation,
        [this] { m_annotation->setReadOnly(m_document == nullptr || m_document->isReadOnly()); });
    connect(m_responses, &ResponsesArea::criterionClicked, m_verdict, &VerdictPanel::selectCriterion);
    connect(m_responses, &ResponsesArea::quotesLocated, m_verdict, &VerdictPanel::setQuotesFound);
    connect(&m_editor, &SessionEditor::annotationSaved, this, &ReviewPage::onSaved);
    connect(&m_editor, &SessionEditor::itemRequested, this, &ReviewPage::jumpTo);
    connect(m_verdict, &VerdictPanel::tabChanged, &m_stateTimer, qOverload<>(&QTimer::start));
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* focused) {
        if (m_isOverlay && focused != nullptr && m_center->isAncestorOf(focused))
            setListFolded(true); // it would lie over what one types
    });
    connect(&m_settings, &Settings::annotatorChanged, this, [this] {
        chooseRun(m_runKey);
        loadFigures();
    });
}

void ReviewPage::updateMessage() {
    m_center->setCurrentWidget(hasItem() && !m_isLate ? m_column : m_message);
    const bool isEmpty = m_document != nullptr && m_total == 0;
    m_messageButton->setVisible(isEmpty && !m_isLate && m_actions.get(ActionId::Import)->isVisible());
    if (isEmpty && !m_isLate)
        m_messageText->setText(tr("This session has no items yet."));
    else if (m_wantedKey != 0 || m_total < 0)
        m_messageText->setText(tr("Loading…"));
    else
        m_messageText->setText(tr("No item is shown. Choose one in the list, or clear the filters."));
}

void ReviewPage::updateListStrip() {
    const int shown = m_list->model().rowCount();
    const QString count =
        m_total < 0 || shown == m_total
            ? tr("Items, %1", "folded list").arg(QLocale().toString(shown))
            : tr("Items, %1 of %2", "folded list").arg(QLocale().toString(shown), QLocale().toString(m_total));
    m_listStrip->setText(count);
}

void ReviewPage::retranslate() {
    updateListStrip();
    m_listStrip->setAccessibleName(tr("Show the item list"));
    m_verdictStrip->setText(tr("Verdict"));
    m_verdictStrip->setAccessibleName(tr("Show the verdict panel"));
    m_messageButton->setText(tr("Import data…"));
    m_messageButton->setAccessibleName(m_messageButton->text());
    updateMessage();
    if (hasItem())
        showReview(); // names of labels, of our own criteria, of who said what
}

} // namespace assize::ui
