// SPDX-License-Identifier: Apache-2.0
#include "ui/review/rubric_header.h"

#include "ui/models/rubric_model.h"
#include "ui/review/rubric_view.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"

#include <QPainter>

namespace assize::ui {
namespace {

QRect inColumn(const QHeaderView& columns, int column, int height) {
    return {columns.sectionViewportPosition(column), 0, columns.sectionSize(column), height};
}

} // namespace

RubricHeader::RubricHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent) {
    setFixedHeight(Height);
}

void RubricHeader::paintSection(QPainter* painter, const QRect& area, int column) const {
    const Theme& theme = currentTheme();
    painter->save();
    painter->fillRect(area, theme.alt);
    paintTopLine(*painter, area, theme.line);
    paintBottomLine(*painter, area, theme.line);
    const bool isSide = column == RubricModel::ScoreAColumn || column == RubricModel::ScoreBColumn;
    painter->setFont(isSide ? strongFont(TextRole::Small) : fontFor(TextRole::Small));
    painter->setPen(!isSide ? theme.text3 : column == RubricModel::ScoreAColumn ? theme.a.text : theme.b.text);
    QRect text = area;
    Qt::Alignment alignment = Qt::AlignCenter;
    if (column == RubricModel::NameColumn || column == RubricModel::WeightColumn) {
        alignment = Qt::AlignLeft | Qt::AlignVCenter;
        text.setLeft(column == RubricModel::NameColumn ? RubricDelegate::nameLeft(area)
                                                       : RubricDelegate::sliderArea(area).left());
    } else if (column == RubricModel::ContributionColumn) {
        alignment = Qt::AlignRight | Qt::AlignVCenter;
        text.setRight(text.right() - RubricDelegate::Padding);
    }
    painter->drawText(text, static_cast<int>(alignment) | Qt::TextSingleLine | Qt::TextDontClip,
        model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    painter->restore();
}

RubricTotals::RubricTotals(const QHeaderView& columns, QWidget* parent)
    : QWidget(parent)
    , m_columns(columns) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&columns, &QHeaderView::sectionResized, this, qOverload<>(&QWidget::update));
}

void RubricTotals::setTexts(const QString& name, const QString& weight, const QString& margin) {
    m_name = name;
    m_weight = weight;
    m_margin = margin;
    setAccessibleName(QStringLiteral("%1 %2").arg(name, margin));
    update();
}

void RubricTotals::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.alt);
    paintBottomLine(painter, rect(), theme.line);
    const QRect weight = inColumn(m_columns, RubricModel::WeightColumn, height()).adjusted(0, 0, -4, 0);
    painter.setFont(fontFor(TextRole::MonoSmall));
    painter.setPen(theme.text);
    painter.drawText(weight, Qt::AlignRight | Qt::AlignVCenter, m_weight);
    // The name may reach into the empty part of the column beside it.
    constexpr int Gap = 8;
    QRect name = inColumn(m_columns, RubricModel::NameColumn, height());
    name.setLeft(RubricDelegate::nameLeft(name));
    name.setRight(weight.right() - painter.fontMetrics().horizontalAdvance(m_weight) - Gap);
    painter.setFont(fontFor(TextRole::Table));
    painter.setPen(theme.text2);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(m_name, Qt::ElideRight, name.width()));
    painter.setFont(strongFont(TextRole::MonoSmall));
    painter.drawText(
        inColumn(m_columns, RubricModel::ContributionColumn, height()).adjusted(0, 0, -RubricDelegate::Padding, 0),
        Qt::AlignRight | Qt::AlignVCenter, m_margin);
}

} // namespace assize::ui
