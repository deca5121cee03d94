// SPDX-License-Identifier: Apache-2.0
#include "ui/review/rubric_view.h"

#include "ui/models/rubric_model.h"
#include "ui/review/rubric_header.h"
#include "ui/support/style_paint.h"
#include "ui/support/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <utility>

namespace assize::ui {
namespace {

constexpr double KeyStep = 0.05;
constexpr double FineKeyStep = 0.01;

} // namespace

RubricView::RubricView(RubricModel* model, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new RubricDelegate(this)) {
    setObjectName(QStringLiteral("rubric"));
    setHeader(new RubricHeader(this));
    setModel(model);
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(20);
    applyColumns();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            Q_EMIT criterionChosen(current.row());
    });
}

void RubricView::applyColumns() {
    const bool isCompact = m_delegate->isCompact();
    header()->setSectionResizeMode(RubricModel::NameColumn, QHeaderView::Stretch);
    header()->resizeSection(RubricModel::WeightColumn, isCompact ? 54 : 96);
    header()->resizeSection(RubricModel::ScoreAColumn, 28);
    header()->resizeSection(RubricModel::ScoreBColumn, 28);
    header()->resizeSection(RubricModel::ContributionColumn, isCompact ? 74 : 88);
}

void RubricView::setCompact(bool isCompact) {
    m_delegate->setCompact(isCompact);
    applyColumns();
    viewport()->update();
}

void RubricView::fitHeight() {
    setFixedHeight(RubricHeader::Height + m_model->rowCount() * RubricDelegate::RowHeight + 1);
}

void RubricView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QTreeView::drawRow(painter, option, index);
    const bool isShown = option.state.testFlag(QStyle::State_KeyboardFocusChange); // not after a click
    if (isShown && hasFocus() && index.row() == currentIndex().row())
        paintFocus(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), currentTheme(), 2);
}

void RubricView::keyPressEvent(QKeyEvent* event) {
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return QTreeView::keyPressEvent(event);
    const QModelIndex name = current.siblingAtColumn(RubricModel::NameColumn);
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? FineKeyStep : KeyStep;
    switch (event->key()) {
    case Qt::Key_Space:
        m_model->setData(
            name, name.data(RubricModel::IsOnRole).toBool() ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return;
    case Qt::Key_F2:
        return edit(current.siblingAtColumn(RubricModel::WeightColumn));
    case Qt::Key_Left:
        return weighByKey(*event, -step);
    case Qt::Key_Right:
        return weighByKey(*event, step);
    default:
        QTreeView::keyPressEvent(event);
    }
}

/// A key that is held down is one drag.
void RubricView::weighByKey(const QKeyEvent& event, double step) {
    if (!event.isAutoRepeat())
        m_model->beginDrag();
    const QModelIndex weight = currentIndex().siblingAtColumn(RubricModel::WeightColumn);
    m_model->setData(weight, weight.data(RubricModel::WeightRole).toDouble() + step, Qt::EditRole);
}

void RubricView::keyReleaseEvent(QKeyEvent* event) {
    if (!event->isAutoRepeat())
        m_model->endDrag();
    QTreeView::keyReleaseEvent(event);
}

void RubricView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        if (index.column() == RubricModel::NameColumn &&
            RubricDelegate::checkArea(visualRect(index)).contains(event->pos())) {
            const bool isOn = index.data(RubricModel::IsOnRole).toBool();
            m_model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return;
        }
        const QRect slider = RubricDelegate::sliderArea(visualRect(index)).adjusted(-6, -8, 6, 8);
        if (index.column() == RubricModel::WeightColumn && !m_delegate->isCompact() && slider.contains(event->pos())) {
            m_dragRow = index.row();
            m_model->beginDrag();
            setCurrentIndex(index);
            dragTo(event->pos());
            return;
        }
    }
    QTreeView::mousePressEvent(event);
}

void RubricView::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragRow >= 0)
        dragTo(event->pos());
    else
        QTreeView::mouseMoveEvent(event);
}

void RubricView::mouseReleaseEvent(QMouseEvent* event) {
    if (std::exchange(m_dragRow, -1) >= 0)
        m_model->endDrag();
    QTreeView::mouseReleaseEvent(event);
}

void RubricView::dragTo(const QPoint& position) {
    const QModelIndex index = m_model->index(m_dragRow, RubricModel::WeightColumn);
    const QRect groove = RubricDelegate::sliderArea(visualRect(index));
    m_model->setData(index, static_cast<double>(position.x() - groove.left()) / groove.width(), Qt::EditRole);
}

} // namespace assize::ui
