// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/failed_pane.h"

#include "ui/models/run_words.h"
#include "ui/runs/run_delegate.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/plain_table.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <algorithm>

namespace assize::ui {
namespace {

constexpr const char* CutOff = "cut off"; // a class of run_statistics.h
constexpr int FailedWidths[CallListModel::ColumnCount] = {100, 76, 84, 340, 72, 56, 84};

} // namespace

FailedPane::FailedPane(QWidget* parent)
    : QWidget(parent)
    , m_model(this)
    , m_proxy(new QSortFilterProxyModel(this)) {
    m_proxy->setSourceModel(&m_model);
    m_proxy->setSortRole(CallListModel::SortRole);
    m_proxy->setFilterRole(CallListModel::KindRole);
    m_proxy->setFilterKeyColumn(0);
    build();
    translated(this, [this] { retranslate(); });
}

void FailedPane::build() {
    auto* header = new PaneHeader(this);
    m_title = plainLabel(header);
    m_title->setObjectName(QStringLiteral("failedTitle"));
    m_title->setFont(strongFont(TextRole::Body));
    m_chips = new QWidget(header);
    auto* chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(6);
    m_group = new QButtonGroup(this);
    m_retryShown = new QPushButton(header);
    m_retryShown->setObjectName(QStringLiteral("retryShown"));
    connect(m_retryShown, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(shownCalls(), 0); });
    m_raiseShown = new QPushButton(header);
    m_raiseShown->setObjectName(QStringLiteral("raiseShown"));
    connect(m_raiseShown, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(shownCalls(), raisedTokens()); });
    header->row()->addWidget(m_title);
    header->row()->addStretch();
    header->row()->addWidget(m_chips);
    header->row()->addWidget(m_retryShown);
    header->row()->addWidget(m_raiseShown);
    m_table = plainTable(m_proxy, this);
    m_table->setObjectName(QStringLiteral("failedTable"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMouseTracking(true);
    m_table->verticalHeader()->setDefaultSectionSize(RunDelegate::RowHeight);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    for (int column = 0; column < CallListModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, FailedWidths[column]);
    m_table->horizontalHeader()->setSectionResizeMode(CallListModel::Reason, QHeaderView::Stretch);
    m_table->hideColumn(CallListModel::Seconds);
    auto* delegate = new FailedDelegate(m_table);
    m_table->setItemDelegate(delegate);
    m_empty = plainLabel(this, true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    connect(delegate, &FailedDelegate::retryPressed, this, [this](const QModelIndex& index) {
        if (const ListedCall* call = callAt(index))
            Q_EMIT retryRequested({call->outcome.call}, 0);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (const ListedCall* call = callAt(index))
            Q_EMIT callChosen(call->outcome.call);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const ListedCall* call = callAt(index);
        if (call == nullptr)
            return;
        if (index.column() == CallListModel::Retry && m_model.isRetryable())
            Q_EMIT retryRequested({call->outcome.call}, 0);
        else
            Q_EMIT openRequested(call->outcome.call.itemKey);
    });
}

const ListedCall* FailedPane::callAt(const QModelIndex& index) const {
    return index.isValid() ? m_model.at(m_proxy->mapToSource(index).row()) : nullptr;
}

std::vector<PlannedCall> FailedPane::shownCalls() const {
    std::vector<PlannedCall> calls;
    for (const ListedCall& failed : m_model.calls()) {
        if (m_kind.isEmpty() || fromUtf8(failed.outcome.kind) == m_kind)
            calls.push_back(failed.outcome.call);
    }
    return calls;
}

/// For replies that were cut off; 0 for others.
int FailedPane::raisedTokens() const {
    std::int64_t most = m_replyTokens;
    for (const ListedCall& failed : m_model.calls())
        most = std::max(most, failed.outcome.kind == CutOff ? failed.outcome.outputTokens : 0);
    return m_kind == QLatin1String(CutOff) ? raisedReplyTokens(most) : 0;
}

void FailedPane::setCalls(std::vector<ListedCall> calls, int replyTokens) {
    m_replyTokens = replyTokens;
    m_model.setCalls(std::move(calls));
    fillChips();
    showCounts();
}

void FailedPane::setRetryable(bool isRetryable) {
    m_model.setRetryable(isRetryable);
    showCounts();
}

void FailedPane::reset() {
    chooseKind({});
    setCalls({}, 0);
}

void FailedPane::fillChips() {
    std::map<QString, qint64> counts{{QString(), m_model.rowCount()}};
    for (const ListedCall& failed : m_model.calls())
        ++counts[fromUtf8(failed.outcome.kind)];
    for (auto chip = m_chipOf.begin(); chip != m_chipOf.end();) {
        if (counts.count(chip->first) > 0) {
            ++chip;
            continue;
        }
        delete chip->second;
        chip = m_chipOf.erase(chip);
    }
    for (const auto& [kind, count] : counts) {
        Chip*& chip = m_chipOf[kind];
        if (chip == nullptr) {
            chip = new Chip(Chip::Tone::Plain, m_chips);
            chip->setObjectName(QStringLiteral("failedChip_") + kind);
            chip->setCheckable(true);
            m_group->addButton(chip);
            m_chips->layout()->addWidget(chip);
            connect(chip, &Chip::clicked, this, [this, kind = kind] { chooseKind(kind); });
        }
        chip->setText(kind.isEmpty() ? tr("all", "failures") : failureWords(toUtf8(kind)));
        chip->setCount(kind.isEmpty() ? std::nullopt : std::optional(count));
        chip->setAccessibleName(kind.isEmpty() ? tr("All failures") : tr("Failures: %1").arg(chip->text()));
    }
    if (counts.count(m_kind) == 0)
        chooseKind({});
    m_chipOf[m_kind]->setChecked(true);
    m_chips->setVisible(m_model.rowCount() > 0);
}

void FailedPane::chooseKind(const QString& kind) {
    m_kind = kind;
    const QString exact = QRegularExpression::escape(kind);
    m_proxy->setFilterRegularExpression(kind.isEmpty() ? QString() : QStringLiteral("^%1$").arg(exact));
    if (const auto chip = m_chipOf.find(kind); chip != m_chipOf.end())
        chip->second->setChecked(true);
    showCounts();
}

void FailedPane::showCounts() {
    const int shown = m_proxy->rowCount();
    m_title->setText(tr("Failed %1", "calls").arg(QLocale().toString(m_model.rowCount())));
    const bool mayRetry = !m_kind.isEmpty() && m_model.isRetryable() && shown > 0;
    const int raised = raisedTokens();
    m_retryShown->setVisible(mayRetry && raised == 0);
    m_retryShown->setText(tr("Retry these %n", nullptr, shown));
    m_raiseShown->setVisible(mayRetry && raised > 0);
    m_raiseShown->setText(tr("Raise to %1 and retry these %n", "tokens", shown).arg(QLocale().toString(raised)));
    m_table->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
}

void FailedPane::retranslate() {
    m_model.retranslate();
    m_table->setAccessibleName(tr("Failed calls"));
    m_empty->setText(tr("No call has failed."));
    fillChips();
    showCounts();
}

} // namespace assize::ui
