// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/shell/actions.h"
#include "ui/support/icons.h"
#include <QScrollArea>
#include <utility>
#include <vector>

class QVBoxLayout;

namespace assize::ui {

class Background;
class Card;
class CardButton;
class RecentSessions;
class Settings;

/// What the window shows while no session is open: ways to start, recent sessions, and what one can do without a model
/// server (ui.md, Start page). The ways to start are the window's actions; their rows press them.
class StartPage final : public QScrollArea {
    Q_OBJECT

public:
    StartPage(Actions& actions, Settings& settings, Background& background, QWidget* parent = nullptr);

    /// Puts the focus on the first way to start.
    void focusFirst();
    /// A part of the page under the recent sessions.
    void addBelowRecent(QWidget* part);

Q_SIGNALS:
    void openRequested(const QString& path);

private:
    [[nodiscard]] QWidget* buildTitle(QWidget* parent);
    [[nodiscard]] QWidget* buildStart(QWidget* parent);
    [[nodiscard]] QWidget* buildBaselineNote(QWidget* parent);
    void addStart(ActionId id, Icon icon, const char* text, const char* detail, const QString& objectName);
    void updateKeys();

    Actions& m_actions;
    Card* m_start = nullptr;
    std::vector<std::pair<ActionId, CardButton*>> m_starts;
    RecentSessions* m_recent;
    QVBoxLayout* m_right;
};

} // namespace assize::ui
