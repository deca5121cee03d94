// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include <QtGlobal>

namespace assize::ui {
namespace {

using Id = ActionId;
using Menu = MenuId;
using Mode = ModeId;

#define ASSIZE_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

const std::vector<ActionSpec> Table = {
    {Id::NewSession, "newSession", ASSIZE_TEXT("&New Session"), "Ctrl+N", Menu::File, 0, Mode::Any, Needs::Nothing,
        false},
    {Id::OpenSession, "openSession", ASSIZE_TEXT("&Open Session…"), "Ctrl+O", Menu::File, 0, Mode::Any, Needs::Nothing,
        false},
    {Id::OpenSample, "openSample", ASSIZE_TEXT("Open Sa&mple Session"), "", Menu::File, 0, Mode::Any, Needs::Nothing,
        false},
    {Id::Save, "save", ASSIZE_TEXT("&Save"), "Ctrl+S", Menu::File, 1, Mode::Any, Needs::Session, false},
    {Id::SaveAs, "saveAs", ASSIZE_TEXT("Save &As…"), "", Menu::File, 1, Mode::Any, Needs::Session, false},
    {Id::Import, "import", ASSIZE_TEXT("&Import Data…"), "Ctrl+I", Menu::File, 2, Mode::Any, Needs::Nothing, false},
    {Id::CloseSession, "closeSession", ASSIZE_TEXT("&Close Session"), "Ctrl+W", Menu::File, 3, Mode::Any,
        Needs::Session, false},
    {Id::Quit, "quit", ASSIZE_TEXT("&Quit"), "Ctrl+Q", Menu::File, 3, Mode::Any, Needs::Nothing, false},

    {Id::Undo, "undo", ASSIZE_TEXT("&Undo"), "Ctrl+Z", Menu::Edit, 0, Mode::Any, Needs::Nothing, false},
    {Id::Redo, "redo", ASSIZE_TEXT("&Redo"), "Ctrl+Shift+Z", Menu::Edit, 0, Mode::Any, Needs::Nothing, false},
    {Id::FindItems, "findItems", ASSIZE_TEXT("&Find in the List"), "Ctrl+F", Menu::Edit, 1, Mode::Review,
        Needs::Session, false},
    {Id::FindInItem, "findInItem", ASSIZE_TEXT("Find in the &Item"), "Ctrl+Shift+F", Menu::Edit, 1, Mode::Review,
        Needs::Item, false},
    {Id::NextMatch, "nextMatch", ASSIZE_TEXT("&Next Match"), "F3", Menu::Edit, 1, Mode::Review, Needs::Item, false},
    {Id::PreviousMatch, "previousMatch", ASSIZE_TEXT("&Previous Match"), "Shift+F3", Menu::Edit, 1, Mode::Review,
        Needs::Item, false},

    {Id::ShowReview, "showReview", ASSIZE_TEXT("&Review"), "Ctrl+1", Menu::View, 0, Mode::Any, Needs::Session, false},
    {Id::ShowJudges, "showJudges", ASSIZE_TEXT("&Judges"), "Ctrl+2", Menu::View, 0, Mode::Any, Needs::Session, false},
    {Id::ShowRuns, "showRuns", ASSIZE_TEXT("R&uns"), "Ctrl+3", Menu::View, 0, Mode::Any, Needs::Session, false},
    {Id::ShowInsights, "showInsights", ASSIZE_TEXT("&Insights"), "Ctrl+4", Menu::View, 0, Mode::Any, Needs::Session,
        false},
    {Id::Evidence, "evidence", ASSIZE_TEXT("&Evidence"), "E", Menu::View, 1, Mode::Review, Needs::Session, true},
    {Id::WordDiff, "wordDiff", ASSIZE_TEXT("Word &Diff"), "D", Menu::View, 1, Mode::Review, Needs::Session, true},
    {Id::SyncScroll, "syncScroll", ASSIZE_TEXT("S&ync Scroll"), "Y", Menu::View, 1, Mode::Review, Needs::Session, true},
    {Id::SourceText, "sourceText", ASSIZE_TEXT("Markdown &Source"), "S", Menu::View, 1, Mode::Review, Needs::Session,
        true},
    {Id::Stacked, "stacked", ASSIZE_TEXT("S&tacked"), "", Menu::View, 1, Mode::Review, Needs::Session, true},
    {Id::FoldPrompt, "foldPrompt", ASSIZE_TEXT("Fold the &Prompt"), "P", Menu::View, 2, Mode::Review, Needs::Session,
        true},
    {Id::FoldItemList, "foldItemList", ASSIZE_TEXT("Fold the Item &List"), "Ctrl+L", Menu::View, 2, Mode::Review,
        Needs::Session, true},
    {Id::FoldVerdict, "foldVerdict", ASSIZE_TEXT("Fold the &Verdict Panel"), "Ctrl+Shift+L", Menu::View, 2,
        Mode::Review, Needs::Session, true},
    {Id::TextLarger, "textLarger", ASSIZE_TEXT("&Larger Text"), "Ctrl++; Ctrl+=", Menu::View, 3, Mode::Review,
        Needs::Session, false},
    {Id::TextSmaller, "textSmaller", ASSIZE_TEXT("S&maller Text"), "Ctrl+-", Menu::View, 3, Mode::Review,
        Needs::Session, false},
    {Id::TextNormal, "textNormal", ASSIZE_TEXT("&Normal Text Size"), "Ctrl+0", Menu::View, 3, Mode::Review,
        Needs::Session, false},
    {Id::NextPane, "nextPane", ASSIZE_TEXT("Next P&ane"), "F6", Menu::View, 4, Mode::Any, Needs::Session, false},
    {Id::PreviousPane, "previousPane", ASSIZE_TEXT("Previous Pan&e"), "Shift+F6", Menu::View, 4, Mode::Any,
        Needs::Session, false},
    {Id::ResetLayout, "resetLayout", ASSIZE_TEXT("Reset Lay&out"), "", Menu::View, 4, Mode::Any, Needs::Nothing, false},

    {Id::NextItem, "nextItem", ASSIZE_TEXT("&Next Item"), "J", Menu::Item, 0, Mode::Review, Needs::Session, false},
    {Id::PreviousItem, "previousItem", ASSIZE_TEXT("&Previous Item"), "K", Menu::Item, 0, Mode::Review, Needs::Session,
        false},
    {Id::NextDisagreement, "nextDisagreement", ASSIZE_TEXT("Next &Disagreement"), "N", Menu::Item, 0, Mode::Review,
        Needs::Session, false},
    {Id::PreviousDisagreement, "previousDisagreement", ASSIZE_TEXT("Previous D&isagreement"), "Shift+N", Menu::Item, 0,
        Mode::Review, Needs::Session, false},
    {Id::NextUnlabelled, "nextUnlabelled", ASSIZE_TEXT("Next &Unlabelled"), "U", Menu::Item, 0, Mode::Review,
        Needs::Session, false},
    {Id::LabelAMuch, "labelAMuch", ASSIZE_TEXT("Label: A Much Better"), "1", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::LabelA, "labelA", ASSIZE_TEXT("Label: A Better"), "2", Menu::Item, 1, Mode::Review, Needs::WritableItem,
        false},
    {Id::LabelTie, "labelTie", ASSIZE_TEXT("Label: Tie"), "3", Menu::Item, 1, Mode::Review, Needs::WritableItem, false},
    {Id::LabelBothBad, "labelBothBad", ASSIZE_TEXT("Label: Both Bad"), "4", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::LabelB, "labelB", ASSIZE_TEXT("Label: B Better"), "5", Menu::Item, 1, Mode::Review, Needs::WritableItem,
        false},
    {Id::LabelBMuch, "labelBMuch", ASSIZE_TEXT("Label: B Much Better"), "6", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::LabelCannotJudge, "labelCannotJudge", ASSIZE_TEXT("Label: Cannot Judge"), "7", Menu::Item, 1, Mode::Review,
        Needs::WritableItem, false},
    {Id::ClearLabel, "clearLabel", ASSIZE_TEXT("&Clear Label"), "0", Menu::Item, 1, Mode::Review, Needs::WritableItem,
        false},
    {Id::AddTag, "addTag", ASSIZE_TEXT("Add &Tag…"), "T", Menu::Item, 2, Mode::Review, Needs::WritableItem, false},
    {Id::Comment, "comment", ASSIZE_TEXT("C&omment"), "C", Menu::Item, 2, Mode::Review, Needs::WritableItem, false},
    {Id::FlagItem, "flagItem", ASSIZE_TEXT("&Flagged for Later"), "F", Menu::Item, 2, Mode::Review, Needs::WritableItem,
        true},
    {Id::Blind, "blind", ASSIZE_TEXT("&Blind Mode"), "B", Menu::Item, 3, Mode::Review, Needs::Session, true},
    {Id::AdvanceAfterLabel, "advanceAfterLabel", ASSIZE_TEXT("&Advance after Label"), "", Menu::Item, 3, Mode::Review,
        Needs::Session, true},

    {Id::NextJudge, "nextJudge", ASSIZE_TEXT("&Next Judge"), "V", Menu::Judge, 0, Mode::Review, Needs::Session, false},
    {Id::SwitchOrder, "switchOrder", ASSIZE_TEXT("&Switch Order Shown"), "O", Menu::Judge, 0, Mode::Review, Needs::Item,
        false},
    {Id::RawOutput, "rawOutput", ASSIZE_TEXT("&Raw Output"), "R", Menu::Judge, 0, Mode::Review, Needs::Item, false},
    {Id::NextCriterion, "nextCriterion", ASSIZE_TEXT("Next &Criterion"), "]", Menu::Judge, 1, Mode::Review, Needs::Item,
        false},
    {Id::PreviousCriterion, "previousCriterion", ASSIZE_TEXT("&Previous Criterion"), "[", Menu::Judge, 1, Mode::Review,
        Needs::Item, false},
    {Id::ResetWeights, "resetWeights", ASSIZE_TEXT("Reset What-if &Weights"), "W", Menu::Judge, 1, Mode::Review,
        Needs::Item, false},
    {Id::JudgeAgain, "judgeAgain", ASSIZE_TEXT("&Judge This Item"), "", Menu::Judge, 2, Mode::Review,
        Needs::WritableItem, false},

    {Id::FindAction, "findAction", ASSIZE_TEXT("&Find an Action…"), "Ctrl+Shift+P", Menu::Tools, 0, Mode::Any,
        Needs::Nothing, false},
    {Id::Shortcuts, "shortcuts", ASSIZE_TEXT("S&hortcuts…"), "", Menu::Tools, 0, Mode::Any, Needs::Nothing, false},
    {Id::AppSettings, "appSettings", ASSIZE_TEXT("&Settings…"), "Ctrl+,", Menu::Tools, 0, Mode::Any, Needs::Nothing,
        false},

    {Id::ShortcutSheet, "shortcutSheet", ASSIZE_TEXT("&Keyboard Shortcuts"), "F1; ?", Menu::Help, 0, Mode::Any,
        Needs::Nothing, false},
    {Id::About, "about", ASSIZE_TEXT("&About Assize"), "", Menu::Help, 0, Mode::Any, Needs::Nothing, false},
};

} // namespace

const std::vector<ActionSpec>& actionTable() {
    return Table;
}

} // namespace assize::ui
