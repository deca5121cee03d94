// SPDX-License-Identifier: Apache-2.0
// Folding, and what the Review page leaves out in small windows (ui.md, Size and memory).
#include "ui/review/annotation_bar.h"
#include "ui/review/prompt_pane.h"
#include "ui/review/responses_area.h"
#include "ui/review/review_page.h"
#include "ui/review/verdict_panel.h"
#include "ui/shell/actions.h"
#include "ui/widgets/fold_strip.h"

#include <QResizeEvent>
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

} // namespace

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
    if (isLow && !m_prompt->isFolded() && !m_isLow)
        m_actions.get(ActionId::FoldPrompt)->trigger();
    m_isLow = isLow;
    if (isNarrow != m_isNarrow) {
        m_isNarrow = isNarrow;
        m_responses->setCompact(isNarrow);
        m_verdict->setCompact(isNarrow);
        setListFolded(isNarrow);
        const int verdict = isNarrow ? m_verdict->minimumWidth() : VerdictWidth;
        m_splitter->setSizes({ListWidth, std::max(1, width() - verdict - ListWidth), verdict});
    }
    placeOverlay();
}

void ReviewPage::setListFolded(bool isFolded) {
    m_isListFolded = isFolded;
    const bool isOverlay = m_isNarrow && !isFolded;
    m_actions.get(ActionId::FoldItemList)->setChecked(isFolded);
    if (isOverlay != m_isOverlay) {
        m_isOverlay = isOverlay;
        if (isOverlay)
            m_list->setParent(this);
        else
            m_splitter->insertWidget(0, m_list);
    }
    m_listStrip->setVisible(isFolded || isOverlay);
    m_list->setVisible(!isFolded);
    placeOverlay();
    if (isOverlay)
        m_list->focusList();
}

void ReviewPage::placeOverlay() {
    if (!m_isOverlay)
        return;
    m_list->setGeometry(m_listStrip->width(), 0, ListWidth, height());
    m_list->raise();
}

void ReviewPage::setVerdictFolded(bool isFolded) {
    m_actions.get(ActionId::FoldVerdict)->setChecked(isFolded);
    m_verdict->setVisible(!isFolded);
    m_verdictStrip->setVisible(isFolded);
}

void ReviewPage::stepPane(int direction) {
    const std::array<QWidget*, 5> panes = {
        m_list, m_prompt, m_responses, static_cast<QWidget*>(m_annotation), m_verdict};
    const QWidget* focused = focusWidget();
    int at = direction > 0 ? -1 : 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (focused != nullptr && panes.at(i)->isAncestorOf(focused))
            at = static_cast<int>(i);
    }
    const auto count = static_cast<int>(panes.size());
    for (int tries = 0; tries < count; ++tries) {
        at = (at + direction + count) % count;
        QWidget* pane = panes.at(static_cast<std::size_t>(at));
        if (!pane->isVisible())
            continue;
        const auto children = pane->findChildren<QWidget*>();
        for (QWidget* child : children) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0) {
                child->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

} // namespace assize::ui
