// SPDX-License-Identifier: Apache-2.0
// Folding, and what the Review page leaves out in small windows (ui.md, Size and memory).
#include "ui/bridge/settings.h"
#include "ui/review/annotation_bar.h"
#include "ui/review/prompt_pane.h"
#include "ui/review/responses_area.h"
#include "ui/review/review_page.h"
#include "ui/review/verdict_panel.h"
#include "ui/shell/actions.h"
#include "ui/widgets/fold_strip.h"

#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <array>

namespace assize::ui {
namespace {

constexpr int ModeBarWidth = 60;
constexpr int NarrowWindow = 1280;
constexpr int BarsHeight = 52; ///< menu bar and status bar
constexpr int LowWindow = 760;
constexpr int ListWidth = 296;
constexpr int VerdictWidth = 424;
const QString SplitterState = QStringLiteral("review");
const QString ResponsesState = QStringLiteral("responses");
const QString ListFolded = QStringLiteral("list_folded");
const QString VerdictFolded = QStringLiteral("verdict_folded");
const QString PromptFolded = QStringLiteral("prompt_folded");
const QString OverlayEscape = QStringLiteral("overlayEscape");

} // namespace

void ReviewPage::restoreLayout() {
    m_isUsualSplit = !m_splitter->restoreState(m_settings.state(SplitterState));
    m_responses->splitter().restoreState(m_settings.state(ResponsesState));
    m_responses->splitter().setOrientation(
        m_actions.get(ActionId::Stacked)->isChecked() ? Qt::Vertical : Qt::Horizontal);
    setListFolded(m_settings.flag(ListFolded, false));
    setVerdictFolded(m_settings.flag(VerdictFolded, false));
    m_actions.get(ActionId::FoldPrompt)->setChecked(m_settings.flag(PromptFolded, false));
    m_prompt->setFolded(m_settings.flag(PromptFolded, false));
}

void ReviewPage::saveLayout() {
    m_settings.setFlag(VerdictFolded, m_isVerdictFolded);
    m_settings.setState(ResponsesState, m_responses->splitter().saveState());
    if (m_isNarrow)
        return; // a small window folds by itself; what the person wants of a large one stays
    m_settings.setFlag(ListFolded, m_isListFolded);
    if (!m_isListFolded && !m_isVerdictFolded && !m_isUsualSplit)
        m_settings.setState(SplitterState, m_splitter->saveState());
}

void ReviewPage::resetLayout() {
    for (const QString& flag : {ListFolded, VerdictFolded, PromptFolded})
        m_settings.setFlag(flag, false);
    for (const QString& state : {SplitterState, ResponsesState})
        m_settings.setState(state, {});
    setVerdictFolded(false);
    setListFolded(m_isNarrow);
    m_actions.get(ActionId::FoldPrompt)->setChecked(m_isLow);
    m_prompt->setFolded(m_isLow);
    splitAsUsual();
    m_responses->splitter().setSizes({1, 1});
}

void ReviewPage::splitAsUsual() {
    m_isUsualSplit = true;
    const int verdict = m_isNarrow ? m_verdict->minimumWidth() : VerdictWidth;
    m_splitter->setSizes({ListWidth, std::max(1, width() - verdict - ListWidth), verdict});
}

void ReviewPage::foldWhatIsClosed() {
    const QList<int> sizes = m_splitter->sizes();
    const bool closesList = !m_isOverlay && !m_isListFolded && sizes.front() == 0;
    const bool closesVerdict = !m_isVerdictFolded && sizes.back() == 0;
    if (!closesList && !closesVerdict)
        return;
    splitAsUsual(); // unfolding brings back a width that can be read
    if (closesList)
        setListFolded(true);
    if (closesVerdict)
        setVerdictFolded(true);
}

void ReviewPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateSizes();
}

void ReviewPage::updateSizes() {
    const bool isNarrow = width() + ModeBarWidth < NarrowWindow;
    const bool isLow = height() + BarsHeight < LowWindow;
    m_prompt->setColumnHeight(height());
    m_annotation->setCompact(isLow);
    m_verdict->setShort(isLow);
    if (isLow != m_isLow) {
        m_isLow = isLow;
        const bool isFolded = isLow || m_settings.flag(PromptFolded, false);
        m_actions.get(ActionId::FoldPrompt)->setChecked(isFolded);
        m_prompt->setFolded(isFolded);
    }
    if (isNarrow != m_isNarrow) {
        if (isNarrow && isVisible() && !m_isUsualSplit)
            m_settings.setState(SplitterState, m_splitter->saveState());
        m_isNarrow = isNarrow;
        m_responses->setCompact(isNarrow);
        m_verdict->setCompact(isNarrow);
        setListFolded(isNarrow || m_settings.flag(ListFolded, false));
        m_isUsualSplit = isNarrow || !m_splitter->restoreState(m_settings.state(SplitterState));
    }
    if (m_isUsualSplit)
        splitAsUsual();
    placeOverlay();
}

void ReviewPage::setListFolded(bool isFolded) {
    m_isListFolded = isFolded;
    const bool isOverlay = m_isNarrow && !isFolded;
    m_actions.get(ActionId::FoldItemList)->setChecked(isFolded);
    if (isOverlay != m_isOverlay) {
        m_isOverlay = isOverlay;
        if (isOverlay) {
            m_list->setParent(this);
            closeOverlayByEscape();
        } else {
            m_splitter->insertWidget(0, m_list);
            delete m_list->findChild<QShortcut*>(OverlayEscape, Qt::FindDirectChildrenOnly);
        }
    }
    m_listStrip->setVisible(isFolded || isOverlay);
    m_list->setVisible(!isFolded);
    placeOverlay();
    if (isOverlay)
        m_list->focusList();
}

/// The list lies over an answer, so Esc brings the item back, from the search field too.
void ReviewPage::closeOverlayByEscape() {
    auto* escape = new QShortcut(Qt::Key_Escape, m_list, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    escape->setObjectName(OverlayEscape);
    const auto fold = [this] { setListFolded(true); };
    // Queued: it goes with the overlay. The filter field has a shortcut of its own for the same key.
    connect(escape, &QShortcut::activated, this, fold, Qt::QueuedConnection);
    connect(escape, &QShortcut::activatedAmbiguously, this, fold, Qt::QueuedConnection);
}

void ReviewPage::placeOverlay() {
    if (!m_isOverlay)
        return;
    m_list->setGeometry(m_listStrip->width(), 0, ListWidth, height());
    m_list->raise();
}

void ReviewPage::setVerdictFolded(bool isFolded) {
    m_isVerdictFolded = isFolded;
    m_actions.get(ActionId::FoldVerdict)->setChecked(isFolded);
    m_verdict->setVisible(!isFolded);
    m_verdictStrip->setVisible(isFolded);
}

void ReviewPage::focusItem() {
    if (m_list->isVisible())
        m_list->focusList();
    else
        m_responses->focusFirst();
}

void ReviewPage::stepPane(int direction) {
    if (!isVisible())
        return; // another mode has panes of its own
    const std::array<QWidget*, 5> panes = {
        m_list, m_prompt, m_responses, static_cast<QWidget*>(m_annotation), m_verdict};
    const QWidget* focused = focusWidget();
    int at = direction > 0 ? -1 : 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (focused != nullptr && panes.at(i)->isAncestorOf(focused))
            at = static_cast<int>(i);
    }
    if (m_isOverlay)
        setListFolded(true); // it would lie over the pane that is next
    const auto count = static_cast<int>(panes.size());
    for (int tries = 0; tries < count; ++tries) {
        at = (at + direction + count) % count;
        QWidget* pane = panes.at(static_cast<std::size_t>(at));
        if (!pane->isVisible())
            continue;
        const auto children = pane->findChildren<QWidget*>();
        for (QWidget* child : children) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0) {
                window()->setAttribute(Qt::WA_KeyboardFocusChange); // shows where it is, as Tab does
                child->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

} // namespace assize::ui
