// SPDX-License-Identifier: Apache-2.0
// What the verdict panel is made of; what it does is in verdict_panel.cpp.
#include "ui/models/rubric_model.h"
#include "ui/review/criterion_detail.h"
#include "ui/review/other_judges.h"
#include "ui/review/raw_view.h"
#include "ui/review/rubric_header.h"
#include "ui/review/rubric_view.h"
#include "ui/review/verdict_headline.h"
#include "ui/review/verdict_panel.h"
#include "ui/support/app_style.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/verdict_glyph.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
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
    column->addWidget(buildHeader()); // first made, first in the order of the focus
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("verdictTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    for (int tab = VerdictTab; tab <= HistoryTab; ++tab)
        m_tabs->addTab(QString());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildVerdictPage());
    m_raw = new RawView(this);
    m_stack->addWidget(m_raw);
    m_compare = new OtherJudges(OtherJudges::Form::WholePage, this);
    m_compare->setObjectName(QStringLiteral("compareJudges"));
    m_stack->addWidget(m_compare);
    m_history = new QTreeWidget(this);
    m_history->setObjectName(QStringLiteral("verdictHistory"));
    m_history->setRootIsDecorated(false);
    m_history->setUniformRowHeights(true);
    m_history->setAllColumnsShowFocus(true);
    m_history->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_history);
    m_stack->addWidget(buildMessagePage());
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    m_others = new OtherJudges(OtherJudges::Form::Foldable, this);
    column->addWidget(m_others);
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
    m_more = new QToolButton(header);
    m_more->setObjectName(QStringLiteral("verdictMenu"));
    m_more->setIcon(themedIcon(Icon::More));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    setLook(m_more, ButtonLook::Flat);
    header->row()->addWidget(m_judges, 8);
    header->row()->addWidget(m_versions, 5);
    header->row()->addWidget(m_judgeAgain);
    header->row()->addWidget(m_more);
    return header;
}

QWidget* VerdictPanel::buildVerdictPage() {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("verdictScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // follows what has the focus in it
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
    m_flipSegments << m_flipOrders->addSegment(0, QStringLiteral("showOrderAB"))
                   << m_flipOrders->addSegment(1, QStringLiteral("showOrderBA"));
    m_flipBanner->addAtEnd(m_flipOrders);
    m_partialBanner = new Banner(Banner::Tone::Alert, Icon::Warning, page);
    m_partialBanner->setObjectName(QStringLiteral("partialBanner"));
    m_problemBanner = new Banner(Banner::Tone::Alert, Icon::Error, page);
    m_problemBanner->setObjectName(QStringLiteral("problemBanner"));
    m_showRaw = m_problemBanner->addButtonBelow(QStringLiteral("showRaw"));
    m_editParser = m_problemBanner->addButtonBelow(QStringLiteral("editParserOfReply"));
    m_judgeOnceMore = m_problemBanner->addButtonBelow(QStringLiteral("judgeOnceMore"));
    m_rubric = new RubricModel(this);
    m_rubricView = new RubricView(m_rubric, page);
    m_totals = new RubricTotals(*m_rubricView->header(), page);
    m_totals->setObjectName(QStringLiteral("rubricTotals"));
    m_detail = new CriterionDetail(page);
    for (QWidget* part : std::initializer_list<QWidget*>{m_headline, m_problemBanner, m_flipBanner, m_partialBanner,
             buildWhatIfBanner(page), m_rubricView, m_totals, m_detail})
        column->addWidget(part);
    column->addStretch(1);
    scroll->setWidget(page);
    return scroll;
}

QWidget* VerdictPanel::buildWhatIfBanner(QWidget* page) {
    m_whatIfBanner = new Banner(Banner::Tone::Information, Icon::Sliders, page);
    m_whatIfBanner->setObjectName(QStringLiteral("whatIfBanner"));
    m_whatIfFrom = new GlyphLabel(VerdictGlyph::RowSize, m_whatIfBanner);
    m_whatIfFrom->setObjectName(QStringLiteral("whatIfFrom"));
    m_whatIfArrow = plainLabel(m_whatIfBanner);
    m_whatIfArrow->setText(QStringLiteral("→"));
    m_whatIfTo = new GlyphLabel(VerdictGlyph::RowSize, m_whatIfBanner);
    m_whatIfTo->setObjectName(QStringLiteral("whatIfTo"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_whatIfFrom, m_whatIfArrow, m_whatIfTo})
        m_whatIfBanner->addBesideTitle(part);
    m_reset = m_whatIfBanner->addButton(QStringLiteral("resetWhatIf"));
    m_saveWeights = m_whatIfBanner->addButton(QStringLiteral("saveWhatIf"));
    return m_whatIfBanner;
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
    m_addToRun = new QPushButton(m_message);
    m_addToRun->setObjectName(QStringLiteral("addToRun"));
    column->addStretch(1);
    column->addWidget(m_messageText);
    column->addWidget(m_judgeItem, 0, Qt::AlignCenter);
    column->addWidget(m_addToRun, 0, Qt::AlignCenter);
    column->addStretch(2);
    return m_message;
}

void VerdictPanel::retranslate() {
    m_tabs->setTabText(VerdictTab, tr("Verdict"));
    m_tabs->setTabText(RawTab, tr("Raw output"));
    m_tabs->setTabText(CompareTab, tr("Compare judges"));
    m_judges->setAccessibleName(tr("Judge"));
    m_versions->setAccessibleName(tr("Judge version and run"));
    m_judgeAgain->setToolTip(plainToolTip(tr("Judge this item with the built-in baseline")));
    m_more->setToolTip(plainToolTip(tr("More about this verdict")));
    m_more->setAccessibleName(tr("More about this verdict"));
    m_judgeAgain->setAccessibleName(tr("Judge this item with the built-in baseline"));
    m_judgeItem->setText(tr("Judge this item with the built-in baseline"));
    m_addToRun->setText(tr("Add to a run…"));
    m_raw->setAccessibleName(tr("Raw reply of the judge"));
    m_rubricView->setAccessibleName(tr("Rubric"));
    m_reset->setText(tr("Reset"));
    m_reset->setAccessibleName(tr("Reset the weights to the judge's own"));
    m_saveWeights->setText(tr("Save as…"));
    m_saveWeights->setAccessibleName(tr("Save these weights under a name"));
    m_showRaw->setText(tr("Raw output"));
    m_showRaw->setAccessibleName(tr("Show the raw output where it cannot be read"));
    m_editParser->setText(tr("Edit parser…"));
    m_editParser->setAccessibleName(tr("Change how the replies of this judge are read"));
    m_judgeOnceMore->setText(tr("Judge again…"));
    m_judgeOnceMore->setAccessibleName(tr("Judge this item again, by a judge of your choice"));
    m_flipSegments[0]->setText(tr("A first", "order shown"));
    m_flipSegments[1]->setText(tr("B first", "order shown"));
    m_flipSegments[0]->setAccessibleName(tr("Show the scores of the order with A first"));
    m_flipSegments[1]->setAccessibleName(tr("Show the scores of the order with B first"));
    m_flipBanner->setTexts(tr("The verdict changes with the order"), tr("Scores below are those of the order chosen."));
    m_history->setAccessibleName(tr("Earlier attempts"));
    m_history->setHeaderLabels({tr("Attempt"), tr("Order"), tr("Verdict"), tr("Time")});
    fillPickers();
    showAll();
}

} // namespace assize::ui
