// SPDX-License-Identifier: Apache-2.0
// What the verdict panel is made of; what it does is in verdict_panel.cpp.
#include "ui/models/rubric_model.h"
#include "ui/review/criterion_detail.h"
#include "ui/review/other_judges.h"
#include "ui/review/rubric_view.h"
#include "ui/review/verdict_headline.h"
#include "ui/review/verdict_panel.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace assize::ui {

void VerdictPanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("verdictTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    for (int tab = VerdictTab; tab <= HistoryTab; ++tab)
        m_tabs->addTab(QString());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildVerdictPage());
    m_raw = new QPlainTextEdit(this);
    m_raw->setObjectName(QStringLiteral("rawReply"));
    m_raw->setReadOnly(true);
    m_raw->setFont(fontFor(TextRole::Mono));
    m_raw->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_raw);
    m_compare = new OtherJudges(this);
    m_stack->addWidget(m_compare);
    m_history = new QTreeWidget(this);
    m_history->setObjectName(QStringLiteral("verdictHistory"));
    m_history->setRootIsDecorated(false);
    m_history->setUniformRowHeights(true);
    m_history->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_history);
    m_stack->addWidget(buildMessagePage());
    column->addWidget(buildHeader());
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    setMinimumWidth(352);
}

QWidget* VerdictPanel::buildHeader() {
    auto* header = new PaneHeader(this, 44);
    m_judges = new QComboBox(header);
    m_judges->setObjectName(QStringLiteral("judgePicker"));
    m_versions = new QComboBox(header);
    m_versions->setObjectName(QStringLiteral("versionPicker"));
    for (QComboBox* picker : {m_judges, m_versions}) {
        picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        picker->setMinimumContentsLength(8);
    }
    m_judgeAgain = new QToolButton(header);
    m_judgeAgain->setObjectName(QStringLiteral("judgeAgain"));
    m_judgeAgain->setIcon(themedIcon(Icon::Refresh));
    setLook(m_judgeAgain, ButtonLook::Flat);
    header->row()->addWidget(m_judges, 3);
    header->row()->addWidget(m_versions, 2);
    header->row()->addStretch(1);
    header->row()->addWidget(m_judgeAgain);
    return header;
}

QWidget* VerdictPanel::buildVerdictPage() {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("verdictScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(scroll);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_headline = new VerdictHeadline(page);
    m_flipBanner = new Banner(Banner::Tone::Alert, Icon::Flip, page);
    m_flipBanner->setObjectName(QStringLiteral("flipBanner"));
    m_flipOrders = new SegmentedControl(m_flipBanner);
    m_flipOrders->addSegment(0, QStringLiteral("showOrderAB"));
    m_flipOrders->addSegment(1, QStringLiteral("showOrderBA"));
    m_flipBanner->addAtEnd(m_flipOrders);
    m_partialBanner = new Banner(Banner::Tone::Alert, Icon::Warning, page);
    m_partialBanner->setObjectName(QStringLiteral("partialBanner"));
    m_whatIfBanner = new Banner(Banner::Tone::Information, Icon::Sliders, page);
    m_whatIfBanner->setObjectName(QStringLiteral("whatIfBanner"));
    m_reset = m_whatIfBanner->addButton(QStringLiteral("resetWhatIf"));
    m_rubric = new RubricModel(this);
    m_rubricView = new RubricView(m_rubric, page);
    m_totals = new QWidget(page);
    auto* totals = new QHBoxLayout(m_totals);
    totals->setContentsMargins(62, 6, 12, 8);
    m_totalsText = plainLabel(m_totals, true);
    m_totalsWeight = plainLabel(m_totals);
    m_totalsMargin = plainLabel(m_totals);
    m_totalsMargin->setObjectName(QStringLiteral("totalMargin"));
    m_totalsWeight->setFont(fontFor(TextRole::MonoSmall));
    m_totalsMargin->setFont(fontFor(TextRole::MonoSmall));
    totals->addWidget(m_totalsText, 1);
    totals->addWidget(m_totalsWeight);
    totals->addSpacing(40);
    totals->addWidget(m_totalsMargin);
    m_detail = new CriterionDetail(page);
    m_others = new OtherJudges(page);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_headline, m_flipBanner, m_partialBanner, m_whatIfBanner, m_rubricView, m_totals, m_detail, m_others})
        column->addWidget(part);
    column->addStretch(1);
    scroll->setWidget(page);
    return scroll;
}

QWidget* VerdictPanel::buildMessagePage() {
    m_message = new QWidget(this);
    m_message->setObjectName(QStringLiteral("verdictMessage"));
    auto* column = new QVBoxLayout(m_message);
    m_messageText = plainLabel(m_message, true);
    m_messageText->setObjectName(QStringLiteral("verdictMessageText"));
    m_messageText->setWordWrap(true);
    m_messageText->setAlignment(Qt::AlignCenter);
    m_judgeItem = new QPushButton(m_message);
    m_judgeItem->setObjectName(QStringLiteral("judgeThisItem"));
    column->addStretch(1);
    column->addWidget(m_messageText);
    column->addWidget(m_judgeItem, 0, Qt::AlignCenter);
    column->addStretch(2);
    return m_message;
}

void VerdictPanel::retranslate() {
    m_tabs->setTabText(VerdictTab, tr("Verdict"));
    m_tabs->setTabText(RawTab, tr("Raw output"));
    m_tabs->setTabText(CompareTab, tr("Compare judges"));
    m_judges->setAccessibleName(tr("Judge"));
    m_versions->setAccessibleName(tr("Judge version and run"));
    m_judgeAgain->setToolTip(tr("Judge this item with the built-in baseline"));
    m_judgeAgain->setAccessibleName(tr("Judge this item with the built-in baseline"));
    m_judgeItem->setText(tr("Judge this item with the built-in baseline"));
    m_raw->setAccessibleName(tr("Raw reply of the judge"));
    m_rubricView->setAccessibleName(tr("Rubric"));
    m_reset->setText(tr("Reset"));
    m_totalsText->setText(tr("Margin, your weights"));
    m_flipBanner->setTexts(tr("The verdict changes with the order"), tr("Scores below are those of the order chosen."));
    m_history->setAccessibleName(tr("Earlier attempts"));
    m_history->setHeaderLabels({tr("Attempt"), tr("Order"), tr("Verdict"), tr("Time")});
    fillPickers();
    showAll();
}

} // namespace assize::ui
