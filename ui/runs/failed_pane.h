// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/models/call_list_model.h"
#include "ui/widgets/panes.h"
#include <QStyledItemDelegate>
#include <map>

class QButtonGroup;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace assize::ui {

class Chip;

/// Paints the class of a failure as a pill and the retry of its row as a button, which a click presses.
class FailedDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

Q_SIGNALS:
    void retryPressed(const QModelIndex& index);
};

/// The failed calls of a run: chips for their classes, and a row for each. GUI thread.
class FailedPane final : public QWidget {
    Q_OBJECT

public:
    explicit FailedPane(QWidget* parent);

    /// replyTokens: what the run's judge lets a reply take; 0: not known.
    void setCalls(std::vector<ListedCall> calls, int replyTokens);
    void setRetryable(bool isRetryable);
    /// Shows every class again: another run is looked at.
    void reset();

Q_SIGNALS:
    void callChosen(const assize::PlannedCall& call);
    /// replyTokens: what a reply may take this time; 0: as before.
    void retryRequested(const std::vector<assize::PlannedCall>& calls, int replyTokens);
    void openRequested(assize::RowKey item);

private:
    void build();
    void fillChips();
    void showCounts();
    void chooseKind(const QString& kind);
    void retranslate();
    [[nodiscard]] const ListedCall* callAt(const QModelIndex& index) const;
    [[nodiscard]] std::vector<PlannedCall> shownCalls() const;
    [[nodiscard]] int raisedTokens() const;

    CallListModel m_model;
    QSortFilterProxyModel* m_proxy;
    QLabel* m_title = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_chips = nullptr;
    QButtonGroup* m_group = nullptr;
    std::map<QString, Chip*> m_chipOf; ///< by class; the empty one is all
    QPushButton* m_retryShown = nullptr;
    QPushButton* m_raiseShown = nullptr;
    QTableView* m_table = nullptr;
    int m_replyTokens = 0;
    QString m_kind;
};

} // namespace assize::ui
