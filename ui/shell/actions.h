// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QAction>
#include <QMenuBar>
#include <QObject>
#include <functional>
#include <map>
#include <set>
#include <vector>

namespace assize::ui {

class Settings;

/// Everything a person can ask for by menu or key (ui.md, Keyboard). The order is that of the menus.
enum class ActionId {
    NewSession,
    OpenSession,
    OpenSample,
    Save,
    SaveAs,
    Import,
    Report,
    CloseSession,
    Quit,
    Undo,
    Redo,
    FindItems,
    FindInItem,
    FilterInsights,
    NextMatch,
    PreviousMatch,
    ShowReview,
    ShowJudges,
    ShowRuns,
    ShowInsights,
    Evidence,
    WordDiff,
    SyncScroll,
    SourceText,
    Stacked,
    FoldPrompt,
    FoldItemList,
    FoldVerdict,
    TextLarger,
    TextSmaller,
    TextNormal,
    NextPane,
    PreviousPane,
    ResetLayout,
    NextItem,
    PreviousItem,
    NextDisagreement,
    PreviousDisagreement,
    NextUnlabelled,
    LabelAMuch,
    LabelA,
    LabelTie,
    LabelBothBad,
    LabelB,
    LabelBMuch,
    LabelCannotJudge,
    ClearLabel,
    WrongOn1, ///< nine in a row: the judge is wrong on criterion 1 …
    WrongOn9 = WrongOn1 + 8,
    Score1, ///< nine in a row: the person's score of the selected criterion
    Score9 = Score1 + 8,
    AddTag,
    Comment,
    FlagItem,
    Blind,
    AdvanceAfterLabel,
    NextJudge,
    SwitchOrder,
    RawOutput,
    NextCriterion,
    PreviousCriterion,
    ResetWeights,
    JudgeAgain,
    EditParser,
    NewRun,
    FindRuns,
    PauseRun,
    StopRun,
    RetryFailed,
    ConnectServer,
    StartServer,
    NetworkPanel,
    FindAction,
    Shortcuts,
    AppSettings,
    ShortcutSheet,
    About,
};

enum class MenuId { File, Edit, View, Item, Judge, Run, Tools, Help };
enum class ModeId { Any = -1, Start, Review, Judges, Runs, Insights };

/// What has to be there for an action to make sense.
enum class Needs { Nothing, Session, WritableSession, Item, WritableItem };

struct ActionSpec {
    ActionId id;
    const char* name; ///< in gui.ini and as objectName
    const char* text; ///< English, context "Actions"
    const char* keys; ///< standard shortcut, portable; several separated by "; "
    MenuId menu;
    int section; ///< a separator stands between sections of one menu
    ModeId mode; ///< where it works
    Needs needs;
    bool isSwitch;
    const char* submenu = nullptr; ///< stands in a menu of this name within its menu
    int number = 0;                ///< for "%1" of the text
};

[[nodiscard]] const std::vector<ActionSpec>& actionTable();

/// The window's actions, their menus and shortcuts. An action that nobody has bound is not shown. GUI thread.
class Actions final : public QObject {
    Q_OBJECT

public:
    Actions(QMenuBar* bar, Settings& settings, QWidget* window);

    /// Makes the action do this, and shows it. The context's end takes the binding away.
    void bind(ActionId id, QObject* context, std::function<void()> run);
    /// For switches: called with the new state when a person changes it.
    void bindSwitch(ActionId id, QObject* context, std::function<void(bool)> run);

    [[nodiscard]] QAction* get(ActionId id) const { return m_actions.at(id); }
    [[nodiscard]] QMenu* menu(MenuId id) const { return m_menus.at(id); }
    /// Hangs a menu of the caller's before the section of this number (File > Open Recent).
    void addSubmenu(MenuId id, QMenu* submenu, int beforeSection);

    /// Enables what makes sense now.
    void setState(ModeId mode, Needs available);
    [[nodiscard]] ModeId mode() const { return m_mode; }

    /// Undo and Redo say what they would do: the step's name stands after the action's.
    void setStep(ActionId id, bool isPossible, const QString& step);

    /// What a label action labels where that is not what its name says: "Label: PASS". Its own name for empty words.
    void setLabelled(ActionId id, const QString& words);

    /// For actions that make sense only at times within their mode and session.
    void setPossible(ActionId id, bool isPossible);

    /// The standard shortcuts with what the person changed.
    void applyShortcuts();
    /// The key to show beside a button, in the desktop's notation; empty if there is none.
    [[nodiscard]] QString keyText(ActionId id) const;
    /// The action's and the menu's words without the marks for Alt keys.
    [[nodiscard]] QString plainText(ActionId id) const;
    [[nodiscard]] QString menuText(MenuId id) const;

Q_SIGNALS:
    void shortcutsApplied();

private:
    void retranslate();
    void show(ActionId id);
    [[nodiscard]] QMenu* menuOf(const ActionSpec& spec);

    Settings& m_settings;
    std::map<ActionId, QString> m_steps;
    std::map<ActionId, QString> m_labelled;
    std::set<ActionId> m_impossible;
    std::map<ActionId, QAction*> m_actions;
    std::map<MenuId, QMenu*> m_menus;
    std::map<std::pair<MenuId, int>, QAction*> m_separators;
    std::map<const char*, QMenu*> m_submenus;
    ModeId m_mode = ModeId::Start;
    Needs m_available = Needs::Nothing;
};

} // namespace assize::ui
