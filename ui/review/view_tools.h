// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/icons.h"
#include "ui/widgets/panes.h"
#include <QList>

class QAction;
class QToolButton;

namespace assize::ui {

class Actions;
class SegmentedControl;

/// The strip above the answers: evidence, word diff, synchronised scrolling, rendered or source, side by side or
/// stacked. Every control is the face of an action of the View menu.
class ViewTools final : public PaneHeader {
    Q_OBJECT

public:
    ViewTools(Actions& actions, QWidget* parent);
    /// Narrow windows show the tools as icons (ui.md, Size).
    void setCompact(bool isCompact);

private:
    QToolButton* addTool(QAction* action, Icon icon);
    SegmentedControl* addChoice(QAction* action, const QString& objectName);
    void retranslate();

    Actions& m_actions;
    QList<QToolButton*> m_tools;
    QList<QToolButton*> m_segments;
};

} // namespace assize::ui
