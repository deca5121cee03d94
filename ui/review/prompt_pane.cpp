// SPDX-License-Identifier: Apache-2.0
#include "ui/review/prompt_pane.h"

#include "ui/review/image_strip.h"
#include "ui/review/prompt_view.h"
#include "ui/support/app_style.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr int HeaderHeight = 32;
constexpr double LargestShare = 0.3;
constexpr double TextShrink = 13.0 / 13.5; ///< prompts are set in body size
constexpr int LineHeight = 18;

QString withCount(const QString& name, std::size_t count) {
    return count == 0 ? name : QStringLiteral("%1\t%2").arg(name).arg(count);
}

} // namespace

PromptPane::PromptPane(QWidget* parent)
    : Pane(parent)
    , m_header(new PaneHeader(this, HeaderHeight))
    , m_view(new PromptView(this))
    , m_images(new ImageStrip(this)) {
    setObjectName(QStringLiteral("promptPane"));
    m_view->setObjectName(QStringLiteral("prompt"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader();
    column->addWidget(m_header);
    column->addWidget(m_view);
    column->addWidget(m_images);
    constexpr int LoadingDelayMs = 150;
    m_loadingTimer.setSingleShot(true);
    m_loadingTimer.setInterval(LoadingDelayMs);
    connect(&m_loadingTimer, &QTimer::timeout, this, &PromptPane::showLoading);
    connect(m_tabs, &QTabBar::currentChanged, this, &PromptPane::prepare);
    connect(m_view, &PromptView::wantedHeightChanged, this, &PromptPane::updateHeight);
    translated(this, [this] { updateTabs(); });
    updateHeight();
}

void PromptPane::buildHeader() {
    m_header->setOnBase(true);
    m_header->row()->setContentsMargins(6, 0, 12, 0);
    m_fold = new QToolButton(m_header);
    m_fold->setObjectName(QStringLiteral("foldPromptButton"));
    m_fold->setFixedSize(24, 24);
    setLook(m_fold, ButtonLook::Flat);
    m_tabs = new QTabBar(m_header);
    m_tabs->setObjectName(QStringLiteral("promptTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int i = 0; i <= Context; ++i)
        m_tabs->addTab(QString());
    m_summary = new ElidedLabel(m_header);
    m_summary->setRole(QPalette::PlaceholderText);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_header->row()->addWidget(m_fold);
    m_header->row()->addWidget(m_tabs, 0, Qt::AlignBottom);
    m_header->row()->addWidget(m_summary, 1);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setFolded(!m_isFolded);
        Q_EMIT foldToggled(m_isFolded);
    });
}

void PromptPane::showItem(const Item& item, std::vector<Image> images) {
    if (item.key != 0 && item.key == m_item.key)
        return; // it stays where it was scrolled to
    m_item = item;
    m_hasImages = !images.empty();
    m_images->setImages(std::move(images));
    updateTabs();
    m_loadingTimer.start();
    prepare();
}

void PromptPane::showLoading() {
    TextStyle style = currentTextStyle(TextShrink);
    style.lineHeight = LineHeight;
    adopt(preparePlain(tr("Loading…"), style, thread()));
}

void PromptPane::updateTabs() {
    m_tabs->setTabText(Conversation, withCount(tr("Conversation"), m_item.turns.size()));
    m_tabs->setTabText(Reference, tr("Reference"));
    m_tabs->setTabText(Context, withCount(tr("Context"), m_item.context ? 1 : 0));
    m_tabs->setTabEnabled(Reference, m_item.reference.has_value());
    m_tabs->setTabEnabled(Context, m_item.context.has_value());
    m_tabs->setTabToolTip(Reference, m_item.reference ? QString() : tr("This item has no reference"));
    m_tabs->setTabToolTip(Context, m_item.context ? QString() : tr("This item has no context"));
    m_tabs->setAccessibleName(tr("Prompt parts"));
    m_view->setAccessibleName(tr("Prompt"));
    if (!m_tabs->isTabEnabled(m_tabs->currentIndex()))
        m_tabs->setCurrentIndex(Conversation);
    updateFolding();
}

void PromptPane::prepare() {
    const quint64 token = ++m_token;
    TextStyle style = currentTextStyle(TextShrink);
    style.lineHeight = LineHeight;
    const int tab = m_tabs->currentIndex();
    m_background.run<PreparedText>(
        "prompt", this,
        [item = m_item, tab, style, owner = QCoreApplication::instance()->thread()] {
            if (tab == Reference)
                return preparePlain(fromUtf8(item.reference.value_or(std::string())), style, owner);
            if (tab == Context)
                return preparePlain(fromUtf8(item.context.value_or(std::string())), style, owner);
            return prepareTurns(item.turns, style, owner);
        },
        [this, token](const PreparedText& text) {
            if (token != m_token)
                return;
            m_loadingTimer.stop();
            adopt(text);
        });
}

void PromptPane::adopt(const PreparedText& text) {
    m_view->showText(text);
    updateHeight();
}

void PromptPane::setFolded(bool isFolded) {
    m_isFolded = isFolded;
    updateFolding();
    updateHeight();
}

void PromptPane::setColumnHeight(int height) {
    if (m_columnHeight == height)
        return;
    m_columnHeight = height;
    updateHeight();
}

void PromptPane::updateFolding() {
    m_fold->setIcon(themedIcon(m_isFolded ? Icon::ChevronRight : Icon::ChevronDown));
    const QString name = m_isFolded ? tr("Unfold the prompt") : tr("Fold the prompt");
    m_fold->setAccessibleName(name);
    m_fold->setToolTip(plainToolTip(name));
    m_summary->setText(m_isFolded ? withVisibleControls(firstLine(fromUtf8(promptOf(m_item)))) : QString());
    m_view->setVisible(!m_isFolded);
    m_images->setVisible(!m_isFolded && m_hasImages);
}

void PromptPane::updateHeight() {
    const int most = static_cast<int>(m_columnHeight * LargestShare) - HeaderHeight;
    const int height = std::clamp(m_view->wantedHeight(), LineHeight, std::max(LineHeight, most));
    if (m_view->height() != height || m_view->minimumHeight() != height)
        m_view->setFixedHeight(height);
}

void PromptPane::changeEvent(QEvent* event) {
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        prepare();
}

} // namespace assize::ui
