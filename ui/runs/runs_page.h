// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/run_choices.h"
#include "ui/models/item_list_model.h"
#include "ui/models/run_table_model.h"
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace assize::ui {

class Actions;
class Banner;
class Dialogs;
class Document;
class RunController;
class RunDetail;
class RunDialog;
class RunsToolbar;
class Settings;

/// The Runs page: the table of runs, what can be done with the one that is selected, and what happens in it. It shows
/// what the session holds, and beside it what the controller knows of runs that go. GUI thread.
class RunsPage final : public QWidget {
    Q_OBJECT

public:
    RunsPage(Actions& actions, Settings& settings, Dialogs& dialogs, RunController& controller, QWidget* parent);
    ~RunsPage() override;

    /// The session whose runs are shown; null closes. The controller has it already.
    void setDocument(Document* document);
    /// Asks for a new run, of the items that a filter chooses; empty: those the person says.
    void newRun(const QString& filter = {});
    /// Which items the list in Review shows, for runs of these.
    void setListed(const ItemListRequest& listed) { m_listed = listed; }
    /// The item that Review shows; 0: none.
    void setShownItem(RowKey item) { m_shownItem = item; }
    /// Puts the focus into the table, at once or when its rows have been read.
    void focusTable();
    void saveLayout();
    void resetLayout();

Q_SIGNALS:
    void failed(const assize::Error& error);
    /// Somebody wants to see an item in Review, with what this run says of it.
    void itemRequested(assize::RowKey item, assize::RowKey run);
    /// The run that goes as it stands now; nothing if none does.
    void activeRunChanged(const std::optional<assize::ui::RunRow>& row);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // runs_page.cpp: what the page looks like, and what it shows
    void build();
    QWidget* buildTable();
    QWidget* buildMessage();
    void connectParts();
    void connectController();
    void connectDetail();
    void announce(quint64 ticket);
    void copyRow() const;
    void reload();
    void reloadSoon();
    void showRows();
    void updateSelection();
    void showSelected();
    void select(RowKey key, quint64 ticket);
    void updateMessage();
    void retranslate();
    void restoreLayout();
    void setColumns();
    [[nodiscard]] std::optional<RunRow> selected() const;
    // runs_steps.cpp: what a person does with runs
    void bindActions();
    void pause();
    void resume();
    void stop();
    void retryFailed();
    void continueRun(
        const RunRow& row, std::vector<Outcome> retry, std::vector<PlannedCall> again, int replyTokens = 0);
    void askForBudget(const RunRow& row);

    Actions& m_actions;
    Settings& m_settings;
    Dialogs& m_dialogs;
    RunController& m_controller;
    QPointer<Document> m_document;
    QPointer<RunDialog> m_dialog;
    RunsToolbar* m_toolbar = nullptr;
    Banner* m_readOnly = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_center = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_messageText = nullptr;
    QPushButton* m_messageButton = nullptr;
    RunDetail* m_detail = nullptr;
    RunTableModel m_model;
    QSortFilterProxyModel* m_proxy = nullptr;
    RunOverview m_stored;
    bool m_isLoaded = false;
    bool m_wantsFocus = false;
    bool m_hasOwnColumns = false; ///< a person chose their widths
    bool m_setsColumns = false;
    ItemListRequest m_listed;
    RowKey m_shownItem = 0;
    RowKey m_selectedKey = 0;
    quint64 m_selectedTicket = 0;
    QString m_announced;        ///< what assistive tools were told last
    bool m_isSelecting = false; ///< rows change under the selection
    QTimer m_reloadTimer;
    QElapsedTimer m_reading; ///< valid while rows are being read
};

} // namespace assize::ui
