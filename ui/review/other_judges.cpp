// SPDX-License-Identifier: Apache-2.0
#include "ui/review/other_judges.h"

#include "ui/review/native_form.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/verdict_glyph.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace assize::ui {
namespace {

enum Column { NameColumn, ResultColumn, GlyphColumn, ColumnCount };
constexpr int RowHeight = 26;
constexpr int MostRows = 5; ///< shown at the end of the panel; more are scrolled
constexpr int GlyphWidth = 72;
constexpr int RunRole = Qt::UserRole + 1;
constexpr int GlyphRole = Qt::UserRole + 2;   ///< VerdictGlyph
constexpr int FlipRole = Qt::UserRole + 3;    ///< the orders disagree
constexpr int VersionRole = Qt::UserRole + 4; ///< after the name, in the colour of units

/// Of a single answer what was said of it.
VerdictGlyph glyphOf(const VerdictSummary& summary) {
    const Judgement& judgement = summary.orders.front()->judgement;
    const bool isSideless = !summary.label && summary.reconciled.agreement == OrderAgreement::Incomplete;
    if (isSideless && judgement.outcome == Outcome::Verdict && !judgement.result.empty())
        return VerdictGlyph::answer(VerdictGlyph::Owner::Judge, withVisibleControls(fromUtf8(judgement.result)));
    return {VerdictGlyph::Owner::Judge, summary.label};
}

/// A row of the table: name and version, result in the fixed font, glyph and flip mark.
class JudgeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = currentTheme();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.sel);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.hover);
        paintBottomLine(*painter, option.rect, theme.line);
        if (index.column() == NameColumn)
            paintName(*painter, option, index);
        else if (index.column() == ResultColumn)
            paintResult(*painter, option, index);
        else
            paintMarks(*painter, option, index);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        constexpr int SidePadding = 12;
        return {QFontMetrics(fontFor(TextRole::MonoSmall)).horizontalAdvance(index.data().toString()) + SidePadding,
            RowHeight};
    }

private:
    static void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
        const Theme& theme = currentTheme();
        constexpr int SidePadding = 12;
        constexpr int Gap = 5;
        QRect area = option.rect.adjusted(SidePadding, 0, -4, 0);
        painter.setFont(fontFor(TextRole::Body));
        const QString version = index.data(VersionRole).toString();
        const QFontMetrics metrics = painter.fontMetrics();
        const int room = area.width() - metrics.horizontalAdvance(version) - Gap;
        const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight, room);
        painter.setPen(theme.text);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
        area.setLeft(area.left() + metrics.horizontalAdvance(name) + Gap);
        painter.setPen(theme.text3);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, version);
    }

    static void paintResult(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
        painter.setFont(fontFor(TextRole::MonoSmall));
        painter.setPen(currentTheme().text2);
        painter.drawText(option.rect.adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, option.rect.width() - 4));
    }

    static void paintMarks(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
        const auto glyph = index.data(GlyphRole).value<VerdictGlyph>();
        const QRectF area = option.rect;
        glyph.paint(painter, QRectF(area.left() + 4, area.top(), 30, area.height()), VerdictGlyph::RowSize);
        if (index.data(FlipRole).toBool())
            paintIcon(painter, QRectF(area.right() - 32, area.top(), 24, area.height()), Icon::Flip,
                currentTheme().alertText);
    }
};

} // namespace

OtherJudges::OtherJudges(Form form, QWidget* parent)
    : QWidget(parent)
    , m_form(form)
    , m_list(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (form == Form::Foldable)
        buildHeader();
    column->addWidget(m_list);
    m_list->setObjectName(QStringLiteral("otherJudges"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new JudgeDelegate(m_list));
    m_list->header()->setMinimumSectionSize(20);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ResultColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(GlyphColumn, QHeaderView::Fixed);
    m_list->header()->resizeSection(GlyphColumn, GlyphWidth);
    const auto choose = [this](
                            QTreeWidgetItem* item) { Q_EMIT runChosen(item->data(NameColumn, RunRole).toLongLong()); };
    connect(m_list, &QTreeWidget::itemActivated, this, choose);
    connect(m_list, &QTreeWidget::itemClicked, this, choose);
    translated(this, [this] { retranslate(); });
}

void OtherJudges::buildHeader() {
    constexpr int HeaderHeight = 28;
    auto* header = new PaneHeader(this, HeaderHeight);
    header->setBelowOther(true);
    m_fold = new QToolButton(header);
    m_fold->setObjectName(QStringLiteral("foldOtherJudges"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setIcon(themedIcon(Icon::ChevronDown));
    m_fold->setFont(fontFor(TextRole::Table));
    setLook(m_fold, ButtonLook::Flat);
    header->row()->setContentsMargins(4, 0, 12, 0);
    header->row()->addWidget(m_fold);
    header->row()->addStretch(1);
    layout()->addWidget(header);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_isFolded = !m_isFolded;
        m_fold->setIcon(themedIcon(m_isFolded ? Icon::ChevronRight : Icon::ChevronDown));
        m_list->setVisible(!m_isFolded);
    });
}

void OtherJudges::retranslate() {
    m_list->setAccessibleName(tr("Other judges on this item"));
    if (m_fold == nullptr)
        return;
    m_fold->setText(tr("Other judges on this item"));
    m_fold->setAccessibleName(tr("Fold or unfold the other judges"));
}

void OtherJudges::show(const ReviewItem& review, const std::vector<RunSummary>& runs, RowKey shownRun) {
    m_list->clear();
    for (const RunSummary& run : runs) {
        const VerdictSummary summary = summarise(review, run.run.key);
        if (run.run.key == shownRun || summary.orders.empty())
            continue;
        const bool isFlipped = summary.reconciled.agreement == OrderAgreement::Flipped;
        const QString version = tr("v%1", "version of a judge").arg(run.judgeNumber);
        const VerdictGlyph glyph = glyphOf(summary);
        auto* row = new QTreeWidgetItem(m_list);
        row->setText(NameColumn, withVisibleControls(fromUtf8(run.judgeName)));
        row->setData(NameColumn, VersionRole, version);
        row->setData(NameColumn, RunRole, QVariant::fromValue<qint64>(run.run.key));
        row->setToolTip(NameColumn, plainToolTip(tr("Run %1").arg(withVisibleControls(fromUtf8(run.run.name)))));
        row->setText(ResultColumn, nativeResult(summary));
        row->setData(GlyphColumn, GlyphRole, QVariant::fromValue(glyph));
        row->setData(GlyphColumn, FlipRole, isFlipped);
        row->setData(GlyphColumn, Qt::AccessibleTextRole,
            isFlipped ? tr("%1, flipped by order", "verdict").arg(glyph.words()) : glyph.words());
        row->setData(NameColumn, Qt::AccessibleTextRole, row->text(NameColumn) + QLatin1Char(' ') + version);
    }
    fitHeight();
}

void OtherJudges::fitHeight() {
    if (m_form == Form::WholePage)
        return;
    const int rows = std::clamp(m_list->topLevelItemCount(), 1, MostRows);
    m_list->setFixedHeight(rows * RowHeight);
}

bool OtherJudges::isEmpty() const {
    return m_list->topLevelItemCount() == 0;
}

} // namespace assize::ui
