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
    /// Narrow windows show the tools as icons (ui.md, Size); so does a strip in which their names have no room.
    void setCompact(bool isCompact);
    /// One answer cannot be compared: what is for two is hidden.
    void setAlone(bool isAlone);

    [[nodiscard]] QSize minimumSizeHint() const override { return {m_iconsWidth, height()}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addTool(QAction* action, Icon icon);
    SegmentedControl* addChoice(QAction* action, const QString& objectName);
    void retranslate();
    void measure();
    void fit();
    [[nodiscard]] int widthWith(Qt::ToolButtonStyle style);

    Actions& m_actions;
    QList<QToolButton*> m_tools;
    QList<QToolButton*> m_segments;
    QList<QWidget*> m_comparing;
    int m_namesWidth = 0; ///< that the strip needs with the tools' names, and without
    int m_iconsWidth = 0;
    bool m_isCompact = false;
};

} // namespace assize::ui
