// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/document.h"
#include "ui/bridge/run_feed.h"
#include "ui/bridge/run_figures.h"
#include "ui/review/label_choices.h"
#include "ui/review/review_state.h"
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <optional>
#include <set>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace assize::ui {

class Actions;
class AnnotationBar;
class Dialogs;
class FoldStrip;
class ItemHeader;
class ParserDialog;
class PromptPane;
class ResponsesArea;
class SessionEditor;
class Settings;
class VerdictPanel;
struct ParserSetup;

/// The Review page: list, prompt, answers, labels and verdict of one item at a time, joined. It knows the session and
/// the editor; its panes show values and ask. GUI thread.
class ReviewPage final : public QWidget {
    Q_OBJECT

public:
    ReviewPage(Actions& actions, Settings& settings, Dialogs& dialogs, SessionEditor& editor, QWidget* parent);
    ~ReviewPage() override;

    /// The session to review, and an item to start at; null closes.
    void setDocument(Document* document, const QString& itemId = {});
    [[nodiscard]] ItemListPane& list() { return *m_list; }
    /// Shows this run (by ULID, if it is there) with only the items of an expression, or with all of them and this one
    /// chosen. The expression speaks of these tried verdicts; without any, of what the judge said.
    void showItems(
        const std::string& run, const QString& filter, RowKey item, const std::shared_ptr<const TriedVerdicts>& tried);
    /// ULID of the run shown; empty for none.
    [[nodiscard]] std::string shownRun() const;
    [[nodiscard]] bool hasItem() const { return m_review.item.key != 0; }
    /// ULID of the item shown; empty for none.
    [[nodiscard]] QString shownItem() const;

    /// Shows an item, with what a run says of it.
    void open(RowKey item, RowKey run);
    /// A run stored these: what is on screen of them is read again, a few times a second at most.
    void adoptVerdicts(RowKey run, const std::vector<CallOutcome>& stored);

    /// Takes a comment as it is, without waiting for the end of the typing.
    void finishEditing();

    /// Sizes and folding of panes in gui.ini, and back to what they are at first.
    void saveLayout();
    void resetLayout();
    /// To the list, or to the answers where that is folded: where single keys are the window's.
    void focusItem();

Q_SIGNALS:
    void itemShown(assize::RowKey key); ///< 0: none
    void failed(const assize::Error& error);
    /// The items of this filter are to be judged; the person says by whom.
    void runRequested(const QString& filter);
    /// Words for the status bar that go by themselves.
    void noticed(const QString& words);
    /// How the run shown agrees with people; nothing while it is not known.
    void agreementChanged(const std::optional<assize::ui::RunAgreement>& agreement);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // review_page.cpp: what the page looks like
    void build();
    QWidget* buildColumn();
    QWidget* buildMessage();
    void connectPanes();
    void updateMessage();
    void updateListStrip();
    void retranslate();
    // review_sizes.cpp: folding, and what happens in small windows
    void updateSizes();
    void restoreLayout();
    void foldWhatIsClosed();
    void splitAsUsual();
    void setListFolded(bool isFolded);
    void setVerdictFolded(bool isFolded);
    void closeOverlayByEscape();
    void placeOverlay();
    void stepPane(int direction);
    // review_items.cpp: reading the session
    void adoptCatalogue(const ReviewCatalogue& catalogue);
    void showRuns();
    void reloadRuns();
    void showKey(RowKey key);
    void adoptItem(RowKey key, Result<ReviewItem> review);
    void showReview();
    void showOwnAnnotation();
    void showVerdict();
    void jumpTo(RowKey key);
    void refreshJudged();
    void refreshVerdicts();
    void readHistory();
    void chooseRun(RowKey runKey);
    void judgeItem();
    void saveState();
    [[nodiscard]] const RunSummary* currentRun() const;
    // review_figures.cpp: agreement, and other weights
    void connectFigures();
    void loadFigures();
    void showAgreements();
    void adoptWhatIf(const std::string& runId, const WhatIf& whatIf);
    void saveWeights();
    void useWeights(const QString& name);
    void forgetWeights(const QString& name);
    void showRequest();
    void editParser();
    void openParser(ParserSetup setup);
    // review_labels.cpp: what a person says
    void bindActions();
    void bindLabels();
    [[nodiscard]] bool isCovered() const;
    [[nodiscard]] std::string annotator() const;
    void setBlind(bool isBlind);
    /// The ways to label the item on screen.
    [[nodiscard]] std::vector<LabelChoice> choices() const;
    void labelByKey(std::size_t number);
    void nameLabelActions();
    void label(PersonLabel said);
    void change(const QString& step, const std::function<void(Annotation&)>& apply, const QString& mergeKey = {});
    void scoreCriterion(int score);
    void onSaved(const Annotation& annotation);
    [[nodiscard]] QString itemName() const;

    Actions& m_actions;
    Settings& m_settings;
    Dialogs& m_dialogs;
    SessionEditor& m_editor;
    QPointer<Document> m_document;

    QSplitter* m_splitter = nullptr;
    FoldStrip* m_listStrip = nullptr;
    FoldStrip* m_verdictStrip = nullptr;
    ItemListPane* m_list = nullptr;
    QStackedWidget* m_center = nullptr;
    QWidget* m_column = nullptr;
    ItemHeader* m_header = nullptr;
    PromptPane* m_prompt = nullptr;
    ResponsesArea* m_responses = nullptr;
    AnnotationBar* m_annotation = nullptr;
    VerdictPanel* m_verdict = nullptr;
    QWidget* m_message = nullptr;
    QLabel* m_messageText = nullptr;
    QPushButton* m_messageButton = nullptr;

    QPointer<ParserDialog> m_parser; ///< while it is open; its thread uses the session

    std::vector<RunSummary> m_runs;
    RowKey m_runKey = 0;
    ReviewItem m_review;
    RowKey m_wantedKey = 0;
    qint64 m_total = -1; ///< items in the session; −1: not counted yet
    bool m_isShownSwapped = false;
    bool m_isShownCovered = false;
    bool m_isLate = false;      ///< the item wanted is not there a moment later
    bool m_focusesList = false; ///< once the first item of a session is there
    bool m_isNarrow = false;
    bool m_isLow = false;
    bool m_isListFolded = false;
    bool m_isVerdictFolded = false;
    bool m_isOverlay = false;
    bool m_isUsualSplit = true; ///< nobody has moved the splitter
    QTimer m_lateTimer;
    QTimer m_stateTimer;
    QTimer m_judgedTimer;
    std::set<RowKey> m_judged; ///< items with verdicts that are not on screen yet
    RunFigures m_figures;
};

} // namespace assize::ui
