// SPDX-License-Identifier: Apache-2.0
#include "ui/review/other_judges.h"

#include "ui/review/verdict_headline.h"
#include "ui/support/text.h"
#include "ui/widgets/verdict_glyph.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

enum Column { NameColumn, ResultColumn, GlyphColumn };
constexpr int RowHeight = 26;
constexpr int RunRole = Qt::UserRole + 1;
constexpr int LabelRole = Qt::UserRole + 2; ///< Label as int, −1: none

class GlyphDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const int label = index.data(LabelRole).toInt();
        const VerdictGlyph glyph(
            VerdictGlyph::Owner::Judge, label < 0 ? std::nullopt : std::optional(static_cast<Label>(label)));
        glyph.paint(*painter, QRectF(option.rect), VerdictGlyph::RowSize);
    }
};

} // namespace

QString nativeResult(const VerdictSummary& summary) {
    if (summary.orders.empty())
        return {};
    const Judgement& judgement = summary.orders.front()->judgement;
    if (judgement.outcome != Outcome::Verdict)
        return verdictWords(summary);
    if (!judgement.result.empty())
        return withVisibleControls(fromUtf8(judgement.result));
    if (judgement.scores.size() == 2)
        return QStringLiteral("%1 %2").arg(scoreText(judgement.scores[0]), scoreText(judgement.scores[1]));
    if (summary.margin)
        return signedNumber(*summary.margin, 2);
    return verdictWords(summary);
}

OtherJudges::OtherJudges(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    m_list->setObjectName(QStringLiteral("otherJudges"));
    m_list->setColumnCount(3);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ResultColumn, QHeaderView::ResizeToContents);
    m_list->header()->resizeSection(GlyphColumn, 44);
    m_list->setItemDelegateForColumn(GlyphColumn, new GlyphDelegate(m_list));
    connect(m_list, &QTreeWidget::itemActivated, this,
        [this](QTreeWidgetItem* item) { Q_EMIT runChosen(item->data(NameColumn, RunRole).toLongLong()); });
    connect(m_list, &QTreeWidget::itemClicked, this,
        [this](QTreeWidgetItem* item) { Q_EMIT runChosen(item->data(NameColumn, RunRole).toLongLong()); });
}

void OtherJudges::show(const ReviewItem& review, const std::vector<RunSummary>& runs, RowKey shownRun) {
    m_list->clear();
    m_list->setAccessibleName(tr("Other judges on this item"));
    for (const RunSummary& run : runs) {
        const VerdictSummary summary = summarise(review, run.run.key);
        if (run.run.key == shownRun || summary.orders.empty())
            continue;
        auto* row = new QTreeWidgetItem(m_list);
        row->setText(NameColumn, tr("%1 v%2", "judge, version").arg(fromUtf8(run.run.name)).arg(run.judgeNumber));
        row->setData(NameColumn, RunRole, QVariant::fromValue<qint64>(run.run.key));
        row->setText(ResultColumn, nativeResult(summary));
        const VerdictGlyph glyph(VerdictGlyph::Owner::Judge, summary.label);
        row->setData(GlyphColumn, LabelRole, summary.label ? static_cast<int>(*summary.label) : -1);
        row->setData(GlyphColumn, Qt::AccessibleTextRole, glyph.words());
        row->setSizeHint(NameColumn, {0, RowHeight});
    }
    m_list->setMaximumHeight(std::max(1, m_list->topLevelItemCount()) * RowHeight + 2);
}

bool OtherJudges::isEmpty() const {
    return m_list->topLevelItemCount() == 0;
}

} // namespace assize::ui
