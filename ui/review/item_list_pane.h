// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "ui/models/item_list_model.h"
#include "ui/widgets/panes.h"
#include <QMap>
#include <QPointer>
#include <QStringList>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;
class QToolButton;

namespace assize::ui {

class Document;
class FilterChips;
class ItemDelegate;
class SearchField;

/// The item list of the Review page: search, quick filters, an expression of one's own, order, and the rows. Selection
/// is told by item, never by row. GUI thread; reading happens elsewhere.
class ItemListPane final : public Pane {
    Q_OBJECT

public:
    /// What is kept in the session, so that the list is found as it was left.
    struct State {
        QStringList chips;            ///< expressions of those that are on
        QMap<QString, QString> names; ///< what the added ones among them are called
        QString expression;
        ItemOrder order = ItemOrder::File;
        bool followsTried = true; ///< filters and order speak of tried weights while there are some
    };

    explicit ItemListPane(QWidget* parent = nullptr);

    void setDocument(Document* document);
    /// Whose verdicts and labels the rows show. Lists anew.
    void setPerspective(RowKey runKey, const QString& annotator);
    /// While blind, filters that tell what was said of an item find only items that the annotator has labelled, and
    /// nothing is ordered by margin.
    void setBlind(bool isBlind);
    /// Runs and criteria that filters may be about.
    void setRunNames(const QStringList& names);
    void setCriteria(const QStringList& names);

    /// What tried weights make of the run shown, which rows then tell and filters speak of; null: what the judge says.
    /// The list follows in a moment, and the item shown stays, whether it is still among those listed or not.
    void setTried(std::shared_ptr<const TriedVerdicts> tried);

    [[nodiscard]] State state() const;
    void setState(const State& state);
    [[nodiscard]] ItemListModel& model() { return *m_model; }

    [[nodiscard]] RowKey current() const;
    /// Makes the item current as soon as the list holds it.
    void select(RowKey key);
    /// The item that is to be current stays so while the list is looked up, whether that holds it or not.
    void keepItem() { m_isFollowing = true; }
    /// +1 or −1.
    void step(int direction);
    /// The nearest item after (or before) the current one that meets the condition too, round the end; tells
    /// nothingFound if there is none.
    void stepTo(const QString& condition, int direction);
    void focusSearch();
    /// The key that does so, shown in the field.
    void setSearchKey(const QString& key);
    void focusList();
    void clearFilters();
    /// Counts and rows are stale: something was labelled or judged.
    void refresh(const std::vector<RowKey>& keys = {});
    /// Reads anew which categories and tags there are to filter by.
    void readFacets();

Q_SIGNALS:
    void itemChosen(assize::RowKey key); ///< 0: none
    void countChanged(qint64 shown, qint64 total);
    void nothingFound();
    void tagsRead(const QStringList& tags); ///< all of the session
    void stateChanged();

private:
    void build();
    QWidget* buildHeader();
    void alignHeader();
    void buildView();
    void fillFilterMenu(QMenu& menu);
    void fillOrderMenu();
    void addJudgeFilters(QMenu& menu);
    void addFacets(QMenu& menu, const QString& title, const QStringList& values, const QString& expression);
    void apply();
    void followTried();
    [[nodiscard]] std::shared_ptr<const TriedVerdicts> followed() const;
    [[nodiscard]] QString filterText(const QString& also = {}) const;
    [[nodiscard]] ItemListRequest wantedRequest() const;
    void showBlindNote();
    void onAnswered();
    void showWanted();
    void onFailed(const Error& error);
    void readCounts();
    void showCount();
    void updateEmptyState();
    void retranslate();

    QPointer<Document> m_document;
    ItemListModel* m_model;
    ItemDelegate* m_delegate;
    SearchField* m_search = nullptr;
    QLineEdit* m_expression = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_blindNote = nullptr;
    FilterChips* m_chips = nullptr;
    QHBoxLayout* m_headerRow = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_judgeColumn = nullptr;
    QLabel* m_humanColumn = nullptr;
    QToolButton* m_orderButton = nullptr;
    QListView* m_view = nullptr;
    QWidget* m_empty = nullptr;
    QLabel* m_emptyText = nullptr;
    QPushButton* m_clear = nullptr;
    QTimer m_searchTimer;
    QTimer m_lateTimer;  ///< until a list that is long in coming is said to be loading
    QTimer m_triedTimer; ///< until weights stop moving
    std::shared_ptr<const TriedVerdicts> m_tried;
    bool m_isQuiet = false;
    bool m_isFollowing = false; ///< the list is asked for because weights moved, not because somebody chose items
    ItemOrder m_order = ItemOrder::File;
    RowKey m_runKey = 0;
    QString m_annotator;
    bool m_isBlind = false;
    RowKey m_wanted = 0;
    qint64 m_total = -1; ///< of the session; −1: not counted yet
    QStringList m_runNames;
    QStringList m_criteria;
    QStringList m_categories;
    QStringList m_tags;
};

} // namespace assize::ui
