// SPDX-License-Identifier: Apache-2.0
#include "ui/review/view_tools.h"

#include "ui/shell/actions.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>

namespace assize::ui {
namespace {

constexpr int StripHeight = 34;
constexpr int ToolHeight = 24;

} // namespace

ViewTools::ViewTools(Actions& actions, QWidget* parent)
    : PaneHeader(parent, StripHeight)
    , m_actions(actions) {
    setObjectName(QStringLiteral("viewTools"));
    m_tools = {addTool(actions.get(ActionId::Evidence), Icon::Evidence),
        addTool(actions.get(ActionId::WordDiff), Icon::Diff), addTool(actions.get(ActionId::SyncScroll), Icon::Sync)};
    setBelowOther(true);
    constexpr int Gap = 4;
    row()->setSpacing(Gap);
    row()->addStretch();
    addChoice(actions.get(ActionId::SourceText), QStringLiteral("rendering"));
    m_comparing = {m_tools[1], m_tools[2], addChoice(actions.get(ActionId::Stacked), QStringLiteral("arrangement"))};
    connect(&actions, &Actions::shortcutsApplied, this, &ViewTools::retranslate);
    translated(this, [this] { retranslate(); });
}

QToolButton* ViewTools::addTool(QAction* action, Icon icon) {
    auto* button = new QToolButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Tool"));
    button->setIcon(themedIcon(icon));
    button->setCheckable(true);
    button->setChecked(action->isChecked());
    button->setFixedHeight(ToolHeight);
    button->setFont(fontFor(TextRole::Small));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    setLook(button, ButtonLook::Tool);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::toggled, button, &QToolButton::setChecked);
    row()->addWidget(button);
    return button;
}

SegmentedControl* ViewTools::addChoice(QAction* action, const QString& objectName) {
    auto* choice = new SegmentedControl(this);
    choice->setObjectName(objectName);
    m_segments.append(choice->addSegment(0, objectName + QStringLiteral("First")));
    m_segments.append(choice->addSegment(1, objectName + QStringLiteral("Second")));
    choice->setCurrent(action->isChecked() ? 1 : 0);
    connect(choice, &SegmentedControl::chosen, action, [action](int id) {
        if (action->isChecked() != (id == 1))
            action->trigger();
    });
    connect(action, &QAction::toggled, choice, [choice](bool isOn) { choice->setCurrent(isOn ? 1 : 0); });
    row()->addWidget(choice);
    return choice;
}

void ViewTools::setCompact(bool isCompact) {
    m_isCompact = isCompact;
    fit();
}

void ViewTools::setAlone(bool isAlone) {
    for (QWidget* control : std::as_const(m_comparing))
        control->setVisible(!isAlone);
    measure();
}

void ViewTools::measure() {
    row()->invalidate();
    m_iconsWidth = widthWith(Qt::ToolButtonIconOnly);
    m_namesWidth = widthWith(Qt::ToolButtonTextBesideIcon);
    fit();
    updateGeometry();
}

int ViewTools::widthWith(Qt::ToolButtonStyle style) {
    for (QToolButton* tool : std::as_const(m_tools))
        tool->setToolButtonStyle(style);
    return row()->sizeHint().width();
}

void ViewTools::fit() {
    const bool areIcons = m_isCompact || width() < m_namesWidth;
    for (QToolButton* tool : std::as_const(m_tools))
        tool->setToolButtonStyle(areIcons ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void ViewTools::resizeEvent(QResizeEvent* event) {
    PaneHeader::resizeEvent(event);
    fit();
}

void ViewTools::retranslate() {
    const std::array names = {tr("Evidence"), tr("Word diff"), tr("Sync scroll")};
    const std::array ids = {ActionId::Evidence, ActionId::WordDiff, ActionId::SyncScroll};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QToolButton* tool = m_tools[static_cast<qsizetype>(i)];
        const QString key = m_actions.keyText(ids.at(i));
        tool->setText(names.at(i));
        tool->setAccessibleName(names.at(i));
        tool->setToolTip(plainToolTip(key.isEmpty() ? names.at(i) : tr("%1 (%2)", "tool, key").arg(names.at(i), key)));
    }
    const std::array segments = {tr("Rendered"), tr("Source"), tr("Side by side"), tr("Stacked")};
    for (std::size_t i = 0; i < segments.size(); ++i) {
        m_segments[static_cast<qsizetype>(i)]->setText(segments.at(i));
        m_segments[static_cast<qsizetype>(i)]->setAccessibleName(segments.at(i));
    }
    measure();
}

} // namespace assize::ui
