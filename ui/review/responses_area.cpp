// SPDX-License-Identifier: Apache-2.0
#include "ui/review/responses_area.h"

#include "ui/bridge/settings.h"
#include "ui/review/find_bar.h"
#include "ui/review/response_pane.h"
#include "ui/review/response_view.h"
#include "ui/review/scroll_sync.h"
#include "ui/review/view_tools.h"
#include "ui/shell/actions.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

namespace assize::ui {
struct ResponsesArea::Prepared {
    PreparedText text;
    std::shared_ptr<const QuoteIndex> index;
};

ResponsesArea::ResponsesArea(Actions& actions, Settings& settings, Dialogs& dialogs, QWidget* parent)
    : Pane(parent)
    , m_settings(settings)
    , m_actions(actions)
    , m_tools(new ViewTools(actions, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_findBar(new FindBar(this)) {
    m_splitter->setObjectName(QStringLiteral("responses"));
    m_splitter->setChildrenCollapsible(false);
    m_sides[0].pane = new ResponsePane(Label::A, m_splitter);
    m_sides[1].pane = new ResponsePane(Label::B, m_splitter);
    m_sync = new ScrollSync(m_sides[0].pane->view(), m_sides[1].pane->view(), this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_findBar);
    for (std::size_t side = 0; side < m_sides.size(); ++side) {
        ResponsePane* pane = m_sides.at(side).pane;
        m_splitter->addWidget(pane);
        connect(pane, &ResponsePane::loadingShown, this, &ResponsesArea::loadingShown);
        connect(pane, &ResponsePane::answerChosen, this, [this, side](int answer) { chooseAnswer(side, answer); });
        connect(&pane->view(), &ResponseView::criterionClicked, this, &ResponsesArea::criterionClicked);
        connect(&pane->view(), &TextView::addressClicked, this, [this, &dialogs](const QString& url) {
            dialogs.confirm(window(), tr("Open this address in the browser?"), withVisibleControls(url), tr("Open"),
                [&dialogs, url] { dialogs.openAddress(url); });
        });
    }
    connect(m_findBar, &FindBar::searched, this, &ResponsesArea::search);
    connect(m_findBar, &FindBar::nextRequested, this, [this] { stepMatch(1); });
    connect(m_findBar, &FindBar::previousRequested, this, [this] { stepMatch(-1); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        search({});
        focusFirst(); // single keys work again
    });
    connect(&settings, &Settings::responseScaleChanged, this, &ResponsesArea::prepareAgain);
    bindActions();
}

ResponsesArea::~ResponsesArea() = default;

void ResponsesArea::bindActions() {
    const auto bindFlag = [this](ActionId id, bool initial, auto apply) {
        QAction* action = m_actions.get(id);
        action->setChecked(m_settings.flag(action->objectName(), initial));
        m_actions.bindSwitch(id, this, [this, action, apply](bool isOn) {
            m_settings.setFlag(action->objectName(), isOn);
            apply(isOn);
        });
        apply(action->isChecked());
    };
    bindFlag(ActionId::Evidence, true, [this](bool) { locateQuotes(); });
    bindFlag(ActionId::WordDiff, false, [this](bool) { compare(); });
    bindFlag(ActionId::SyncScroll, true, [this](bool isOn) { m_sync->setActive(isOn); });
    bindFlag(ActionId::SourceText, false, [this](bool) { prepareAgain(); });
    bindFlag(ActionId::Stacked, false,
        [this](bool isOn) { m_splitter->setOrientation(isOn ? Qt::Vertical : Qt::Horizontal); });
    constexpr double Step = 1.1;
    m_actions.bind(
        ActionId::TextLarger, this, [this] { m_settings.setResponseScale(m_settings.responseScale() * Step); });
    m_actions.bind(
        ActionId::TextSmaller, this, [this] { m_settings.setResponseScale(m_settings.responseScale() / Step); });
    m_actions.bind(ActionId::TextNormal, this, [this] { m_settings.setResponseScale(1.0); });
    m_actions.bind(ActionId::FindInItem, this, [this] { m_findBar->open(); });
    m_actions.bind(ActionId::NextMatch, this, [this] { stepMatch(1); });
    m_actions.bind(ActionId::PreviousMatch, this, [this] { stepMatch(-1); });
}

void ResponsesArea::setCompact(bool isCompact) {
    m_tools->setCompact(isCompact);
}

void ResponsesArea::focusFirst() {
    m_sides[0].pane->view().setFocus(Qt::OtherFocusReason);
}

bool ResponsesArea::isSecondFocused() const {
    return m_sides[1].pane->view().hasFocus();
}

bool ResponsesArea::isLoading() const {
    return std::any_of(m_sides.begin(), m_sides.end(), [](const Side& side) { return side.pane->isLoading(); });
}

void ResponsesArea::showItem(const Item& item, const ResponsesShown& shown) {
    const bool isSame = item.key != 0 && item.key == m_item.key && shown.sidesSwapped == m_shown.sidesSwapped;
    m_shown = shown;
    m_quotes.clear();
    if (isSame)
        return showNames();
    m_item = item;
    m_sides[0].answer = shown.sidesSwapped ? 1 : 0;
    m_sides[1].answer = shown.sidesSwapped ? 0 : 1;
    prepare();
}

void ResponsesArea::clear() {
    showItem({}, {});
}

void ResponsesArea::chooseAnswer(std::size_t side, int answer) {
    m_sides.at(side).answer = answer;
    prepareAgain();
    m_sides.at(side).place.reset();
}

/// Who wrote what is shown, as far as it may be seen.
void ResponsesArea::showNames() {
    QStringList names;
    for (std::size_t i = 0; i < m_item.responses.size(); ++i) {
        const QString model = withVisibleControls(fromUtf8(m_item.responses[i].model));
        names += m_shown.hidesModels || model.isEmpty() ? tr("Answer %1").arg(i + 1)
                                                        : tr("Answer %1, %2").arg(i + 1).arg(model);
    }
    for (const Side& side : m_sides) {
        const auto answer = static_cast<std::size_t>(side.answer);
        const bool isNamed = !m_shown.hidesModels && answer < m_item.responses.size();
        side.pane->setAnswers(names, side.answer);
        side.pane->setModel(isNamed ? withVisibleControls(fromUtf8(m_item.responses[answer].model)) : QString());
    }
}

void ResponsesArea::prepare() {
    ++m_token;
    constexpr std::size_t SingleAnswer = 1;
    const bool isAlone = m_item.responses.size() == SingleAnswer;
    m_tools->setAlone(isAlone);
    m_sides[0].pane->setAlone(isAlone);
    m_sides[1].pane->setVisible(!isAlone);
    showNames();
    for (std::size_t side = 0; side < m_sides.size(); ++side)
        prepareSide(side);
}

/// The same answers in another form: what is being read stays in sight.
void ResponsesArea::prepareAgain() {
    for (Side& side : m_sides)
        side.place = side.pane->view().place();
    prepare();
}

void ResponsesArea::prepareSide(std::size_t which) {
    Side& side = m_sides.at(which);
    side.isReady = false;
    side.index.reset();
    const auto answer = static_cast<std::size_t>(side.answer);
    const bool isThere = answer < m_item.responses.size();
    side.pane->beginLoading();
    const bool isSource = m_actions.get(ActionId::SourceText)->isChecked();
    m_background.run<Prepared>(
        which == 0 ? "text-a" : "text-b", this,
        [text = isThere ? m_item.responses[answer].text : std::string(), isSource,
            style = currentTextStyle(m_settings.responseScale()), owner = QCoreApplication::instance()->thread()] {
            const QString shown = fromUtf8(text);
            Prepared prepared;
            prepared.text = isSource ? prepareSource(shown, style, owner) : prepareMarkdown(shown, style, owner);
            prepared.index = std::make_shared<const QuoteIndex>(prepared.text.plain);
            return prepared;
        },
        [this, which, token = m_token](const Prepared& prepared) { adopt(which, token, prepared); });
}

void ResponsesArea::adopt(std::size_t which, quint64 token, const Prepared& prepared) {
    if (token != m_token)
        return;
    Side& side = m_sides.at(which);
    side.isReady = true;
    side.index = prepared.index;
    side.plain = prepared.text.plain;
    side.pane->showText(prepared.text);
    if (const auto place = std::exchange(side.place, std::nullopt))
        side.pane->view().scrollToPlace(*place);
    side.pane->view().setSelectedCriterion(m_selectedCriterion);
    if (!m_sides[0].isReady || !m_sides[1].isReady)
        return;
    locateQuotes();
    compare();
    if (m_findBar->isVisible())
        showMatches();
    Q_EMIT itemShown();
}

void ResponsesArea::changeEvent(QEvent* event) {
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        prepareAgain();
}

void ResponsesArea::setQuotes(std::vector<QuotedWords> quotes) {
    m_quotes = std::move(quotes);
    locateQuotes();
}

void ResponsesArea::setSelectedCriterion(int criterion) {
    m_selectedCriterion = criterion;
    for (const Side& side : m_sides)
        side.pane->view().setSelectedCriterion(criterion);
}

} // namespace assize::ui
