// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include <QtGlobal>

namespace assize::ui {
namespace {

using Id = ActionId;
using Menu = MenuId;
using Mode = ModeId;

constexpr const char* WrongOnMenu = QT_TRANSLATE_NOOP("Actions", "&Judge Is Wrong on");
constexpr const char* WrongOnText = QT_TRANSLATE_NOOP("Actions", "Judge Is Wrong on Criterion %1");
constexpr const char* ScoreMenu = QT_TRANSLATE_NOOP("Actions", "Your &Score of the Criterion");
constexpr const char* ScoreText = QT_TRANSLATE_NOOP("Actions", "Score the Selected Criterion: %1");

struct NumberedNames {
    const char* name;
    const char* keys;
};
constexpr NumberedNames WrongOnNames[] = {{"wrongOn1", "Alt+1"}, {"wrongOn2", "Alt+2"}, {"wrongOn3", "Alt+3"},
    {"wrongOn4", "Alt+4"}, {"wrongOn5", "Alt+5"}, {"wrongOn6", "Alt+6"}, {"wrongOn7", "Alt+7"}, {"wrongOn8", "Alt+8"},
    {"wrongOn9", "Alt+9"}};
constexpr NumberedNames ScoreNames[] = {{"score1", "Shift+1"}, {"score2", "Shift+2"}, {"score3", "Shift+3"},
    {"score4", "Shift+4"}, {"score5", "Shift+5"}, {"score6", "Shift+6"}, {"score7", "Shift+7"}, {"score8", "Shift+8"},
    {"score9", "Shift+9"}};

const std::vector<ActionSpec> Written = {
    {Id::NewSession, "newSession", QT_TRANSLATE_NOOP("Actions", "&New Session"), "Ctrl+N", Menu::File, 0, Mode::Any,
        Needs::Nothing, false},
    {Id::OpenSession, "openSession", QT_TRANSLATE_NOOP("Actions", "&Open Session…"), "Ctrl+O", Menu::File, 0, Mode::Any,
        Needs::Nothing, false},
    {Id::OpenSample, "openSample", QT_TRANSLATE_NOOP("Actions", "Open Sa&mple Session"), "", Menu::File, 0, Mode::Any,
        Needs::Nothing, false},
    {Id::Save, "save", QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", Menu::File, 1, Mode::Any, Needs::Session,
        false},
    {Id::SaveAs, "saveAs", QT_TRANSLATE_NOOP("Actions", "Save &As…"), "", Menu::File, 1, Mode::Any, Needs::Session,
        false},
    {Id::Import, "import", QT_TRANSLATE_NOOP("Actions", "&Import Data…"), "Ctrl+I", Menu::File, 2, Mode::Any,
        Needs::Nothing, false},
    {Id::Report, "report", QT_TRANSLATE_NOOP("Actions", "Write a &Report…"), "", Menu::File, 2, Mode::Any,
        Needs::Session, false},
    {Id::CloseSession, "closeSession", QT_TRANSLATE_NOOP("Actions", "&Close Session"), "Ctrl+W", Menu::File, 3,
        Mode::Any, Needs::Session, false},
    {Id::Quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", Menu::File, 3, Mode::Any, Needs::Nothing,
        false},

    {Id::Undo, "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", Menu::Edit, 0, Mode::Any, Needs::Nothing,
        false},
    {Id::Redo, "redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", Menu::Edit, 0, Mode::Any, Needs::Nothing,
        false},
    {Id::FindItems, "findItems", QT_TRANSLATE_NOOP("Actions", "&Find in the List"), "Ctrl+F", Menu::Edit, 1,
        Mode::Review, Needs::Session, false},
    {Id::FindInItem, "findInItem", QT_TRANSLATE_NOOP("Actions", "Find in the &Item"), "Ctrl+Shift+F", Menu::Edit, 1,
        Mode::Review, Needs::Item, false},
    {Id::FilterInsights, "filterInsights", QT_TRANSLATE_NOOP("Actions", "&Choose the Items of the Charts"), "Ctrl+F",
        Menu::Edit, 1, Mode::Insights, Needs::Session, false},
    {Id::NextMatch, "nextMatch", QT_TRANSLATE_NOOP("Actions", "&Next Match"), "F3", Menu::Edit, 1, Mode::Review,
        Needs::Item, false},
    {Id::PreviousMatch, "previousMatch", QT_TRANSLATE_NOOP("Actions", "&Previous Match"), "Shift+F3", Menu::Edit, 1,
        Mode::Review, Needs::Item, false},

    {Id::ShowReview, "showReview", QT_TRANSLATE_NOOP("Actions", "&Review"), "Ctrl+1", Menu::View, 0, Mode::Any,
        Needs::Session, false},
    {Id::ShowJudges, "showJudges", QT_TRANSLATE_NOOP("Actions", "&Judges"), "Ctrl+2", Menu::View, 0, Mode::Any,
        Needs::Session, false},
    {Id::ShowRuns, "showRuns", QT_TRANSLATE_NOOP("Actions", "R&uns"), "Ctrl+3", Menu::View, 0, Mode::Any,
        Needs::Session, false},
    {Id::ShowInsights, "showInsights", QT_TRANSLATE_NOOP("Actions", "&Insights"), "Ctrl+4", Menu::View, 0, Mode::Any,
        Needs::Session, false},
    {Id::Evidence, "evidence", QT_TRANSLATE_NOOP("Actions", "&Evidence"), "E", Menu::View, 1, Mode::Review,
        Needs::Session, true},
    {Id::WordDiff, "wordDiff", QT_TRANSLATE_NOOP("Actions", "Word &Diff"), "D", Menu::View, 1, Mode::Review,
        Needs::Session, true},
    {Id::SyncScroll, "syncScroll", QT_TRANSLATE_NOOP("Actions", "S&ync Scroll"), "Y", Menu::View, 1, Mode::Review,
        Needs::Session, true},
    {Id::SourceText, "sourceText", QT_TRANSLATE_NOOP("Actions", "Markdown &Source"), "S", Menu::View, 1, Mode::Review,
        Needs::Session, true},
    {Id::Stacked, "stacked", QT_TRANSLATE_NOOP("Actions", "S&tacked"), "", Menu::View, 1, Mode::Review, Needs::Session,
        true},
    {Id::FoldPrompt, "foldPrompt", QT_TRANSLATE_NOOP("Actions", "Fold the &Prompt"), "P", Menu::View, 2, Mode::Review,
        Needs::Session, true},
    {Id::FoldItemList, "foldItemList", QT_TRANSLATE_NOOP("Actions", "Fold the Item &List"), "Ctrl+L", Menu::View, 2,
        Mode::Review, Needs::Session, true},
    {Id::FoldVerdict, "foldVerdict", QT_TRANSLATE_NOOP("Actions", "Fold the &Verdict Panel"), "Ctrl+Shift+L",
        Menu::View, 2, Mode::Review, Needs::Session, true},
    {Id::TextLarger, "textLarger", QT_TRANSLATE_NOOP("Actions", "&Larger Text"), "Ctrl++; Ctrl+=", Menu::View, 3,
        Mode::Review, Needs::Session, false},
    {Id::TextSmaller, "textSmaller", QT_TRANSLATE_NOOP("Actions", "S&maller Text"), "Ctrl+-", Menu::View, 3,
        Mode::Review, Needs::Session, false},
    {Id::TextNormal, "textNormal", QT_TRANSLATE_NOOP("Actions", "&Normal Text Size"), "Ctrl+0", Menu::View, 3,
        Mode::Review, Needs::Session, false},
    {Id::NextPane, "nextPane", QT_TRANSLATE_NOOP("Actions", "Next P&ane"), "F6", Menu::View, 4, Mode::Any,
        Needs::Session, false},
    {Id::PreviousPane, "previousPane", QT_TRANSLATE_NOOP("Actions", "Previous Pan&e"), "Shift+F6", Menu::View, 4,
        Mode::Any, Needs::Session, false},
    {Id::ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "Reset Lay&out"), "", Menu::View, 4, Mode::Any,
        Needs::Nothing, false},

    {Id::NextItem, "nextItem", QT_TRANSLATE_NOOP("Actions", "&Next Item"), "J", Menu::Item, 0, Mode::Review,
        Needs::Session, false},
    {Id::PreviousItem, "previousItem", QT_TRANSLATE_NOOP("Actions", "&Previous Item"), "K", Menu::Item, 0, Mode::Review,
        Needs::Session, false},
    {Id::NextDisagreement, "nextDisagreement", QT_TRANSLATE_NOOP("Actions", "Next &Disagreement"), "N", Menu::Item, 0,
        Mode::Review, Needs::Session, false},
    {Id::PreviousDisagreement, "previousDisagreement", QT_TRANSLATE_NOOP("Actions", "Previous D&isagreement"),
        "Shift+N", Menu::Item, 0, Mode::Review, Needs::Session, false},
    {Id::NextUnlabelled, "nextUnlabelled", QT_TRANSLATE_NOOP("Actions", "Next &Unlabelled"), "U", Menu::Item, 0,
        Mode::Review, Needs::Session, false},
    {Id::LabelAMuch, "labelAMuch", QT_TRANSLATE_NOOP("Actions", "Label: A Much Better"), "1", Menu::Item, 1,
        Mode::Review, Needs::WritableItem, false},
    {Id::LabelA, "labelA", QT_TRANSLATE_NOOP("Actions", "Label: A Better"), "2", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::LabelTie, "labelTie", QT_TRANSLATE_NOOP("Actions", "Label: Tie"), "3", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::LabelBothBad, "labelBothBad", QT_TRANSLATE_NOOP("Actions", "Label: Both Bad"), "4", Menu::Item, 1,
        Mode::Review, Needs::WritableItem, false},
    {Id::LabelB, "labelB", QT_TRANSLATE_NOOP("Actions", "Label: B Better"), "5", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::LabelBMuch, "labelBMuch", QT_TRANSLATE_NOOP("Actions", "Label: B Much Better"), "6", Menu::Item, 1,
        Mode::Review, Needs::WritableItem, false},
    {Id::LabelCannotJudge, "labelCannotJudge", QT_TRANSLATE_NOOP("Actions", "Label: Cannot Judge"), "7", Menu::Item, 1,
        Mode::Review, Needs::WritableItem, false},
    {Id::ClearLabel, "clearLabel", QT_TRANSLATE_NOOP("Actions", "&Clear Label"), "0", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::AddTag, "addTag", QT_TRANSLATE_NOOP("Actions", "Add &Tag…"), "T", Menu::Item, 2, Mode::Review,
        Needs::WritableItem, false},
    {Id::Comment, "comment", QT_TRANSLATE_NOOP("Actions", "C&omment"), "C", Menu::Item, 2, Mode::Review,
        Needs::WritableItem, false},
    {Id::FlagItem, "flagItem", QT_TRANSLATE_NOOP("Actions", "&Flagged for Later"), "F", Menu::Item, 2, Mode::Review,
        Needs::WritableItem, true},
    {Id::Blind, "blind", QT_TRANSLATE_NOOP("Actions", "&Blind Mode"), "B", Menu::Item, 3, Mode::Review, Needs::Session,
        true},
    {Id::AdvanceAfterLabel, "advanceAfterLabel", QT_TRANSLATE_NOOP("Actions", "&Advance after Label"), "", Menu::Item,
        3, Mode::Review, Needs::Session, true},

    {Id::NextJudge, "nextJudge", QT_TRANSLATE_NOOP("Actions", "&Next Judge"), "V", Menu::Judge, 0, Mode::Review,
        Needs::Session, false},
    {Id::SwitchOrder, "switchOrder", QT_TRANSLATE_NOOP("Actions", "&Switch Order Shown"), "O", Menu::Judge, 0,
        Mode::Review, Needs::Item, false},
    {Id::RawOutput, "rawOutput", QT_TRANSLATE_NOOP("Actions", "&Raw Output"), "R", Menu::Judge, 0, Mode::Review,
        Needs::Item, false},
    {Id::NextCriterion, "nextCriterion", QT_TRANSLATE_NOOP("Actions", "Next &Criterion"), "]", Menu::Judge, 1,
        Mode::Review, Needs::Item, false},
    {Id::PreviousCriterion, "previousCriterion", QT_TRANSLATE_NOOP("Actions", "&Previous Criterion"), "[", Menu::Judge,
        1, Mode::Review, Needs::Item, false},
    {Id::ResetWeights, "resetWeights", QT_TRANSLATE_NOOP("Actions", "Reset What-if &Weights"), "W", Menu::Judge, 1,
        Mode::Review, Needs::Item, false},
    {Id::JudgeAgain, "judgeAgain", QT_TRANSLATE_NOOP("Actions", "&Judge This Item"), "", Menu::Judge, 2, Mode::Review,
        Needs::WritableItem, false},
    {Id::EditParser, "editParser", QT_TRANSLATE_NOOP("Actions", "&Edit the Parser…"), "", Menu::Judge, 2, Mode::Review,
        Needs::WritableItem, false},

    {Id::NewRun, "newRun", QT_TRANSLATE_NOOP("Actions", "&New Run…"), "Ctrl+R", Menu::Run, 0, Mode::Any,
        Needs::WritableSession, false},
    {Id::FindRuns, "findRuns", QT_TRANSLATE_NOOP("Actions", "&Find in the Runs"), "Ctrl+F", Menu::Run, 0, Mode::Runs,
        Needs::Session, false},
    {Id::PauseRun, "pauseRun", QT_TRANSLATE_NOOP("Actions", "&Pause or Resume"), "Space", Menu::Run, 1, Mode::Runs,
        Needs::WritableSession, false},
    {Id::StopRun, "stopRun", QT_TRANSLATE_NOOP("Actions", "&Stop"), "Del", Menu::Run, 1, Mode::Runs,
        Needs::WritableSession, false},
    {Id::RetryFailed, "retryFailed", QT_TRANSLATE_NOOP("Actions", "&Retry Failed"), "Ctrl+Shift+R", Menu::Run, 1,
        Mode::Runs, Needs::WritableSession, false},

    {Id::ConnectServer, "connectServer", QT_TRANSLATE_NOOP("Actions", "&Connect a Model Server…"), "Ctrl+K",
        Menu::Tools, 0, Mode::Any, Needs::Nothing, false},
    {Id::StartServer, "startServer", QT_TRANSLATE_NOOP("Actions", "S&tart a Local Server…"), "", Menu::Tools, 0,
        Mode::Any, Needs::Nothing, false},
    {Id::NetworkPanel, "networkPanel", QT_TRANSLATE_NOOP("Actions", "&Network…"), "", Menu::Tools, 0, Mode::Any,
        Needs::Nothing, false},

    {Id::FindAction, "findAction", QT_TRANSLATE_NOOP("Actions", "&Find an Action…"), "Ctrl+Shift+P", Menu::Tools, 1,
        Mode::Any, Needs::Nothing, false},
    {Id::Shortcuts, "shortcuts", QT_TRANSLATE_NOOP("Actions", "S&hortcuts…"), "", Menu::Tools, 1, Mode::Any,
        Needs::Nothing, false},
    {Id::AppSettings, "appSettings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "Ctrl+,", Menu::Tools, 1, Mode::Any,
        Needs::Nothing, false},

    {Id::ShortcutSheet, "shortcutSheet", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), "F1; ?", Menu::Help, 0,
        Mode::Any, Needs::Nothing, false},
    {Id::About, "about", QT_TRANSLATE_NOOP("Actions", "&About Assize"), "", Menu::Help, 0, Mode::Any, Needs::Nothing,
        false},
};

template <std::size_t Count>
void addNumbered(std::vector<ActionSpec>& table, ActionId first, const NumberedNames (&names)[Count],
    const char* submenu, const char* text) {
    for (std::size_t i = 0; i < Count; ++i) {
        const int number = static_cast<int>(i) + 1;
        table.push_back({static_cast<Id>(static_cast<int>(first) + number - 1), names[i].name, text, names[i].keys,
            Menu::Item, 4, Mode::Review, Needs::WritableItem, false, submenu, number});
    }
}

} // namespace

const std::vector<ActionSpec>& actionTable() {
    static const std::vector<ActionSpec> table = [] {
        std::vector<ActionSpec> all = Written;
        addNumbered(all, Id::WrongOn1, WrongOnNames, WrongOnMenu, WrongOnText);
        addNumbered(all, Id::Score1, ScoreNames, ScoreMenu, ScoreText);
        return all;
    }();
    return table;
}

} // namespace assize::ui
