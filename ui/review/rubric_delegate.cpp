// SPDX-License-Identifier: Apache-2.0
#include "ui/models/rubric_model.h"
#include "ui/review/criterion_title.h"
#include "ui/review/rubric_view.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/theme.h"
#include "ui/widgets/bars.h"

#include <QDoubleSpinBox>
#include <QPainter>
#include <cmath>

namespace assize::ui {
namespace {

constexpr int CheckSize = 16;
constexpr int BadgeSize = 18;
constexpr int Gap = 8;
constexpr double ContributionRange = 0.5;

bool isSelected(const QStyleOptionViewItem& option) {
    return option.state.testFlag(QStyle::State_Selected);
}

const QColor& ink(const QModelIndex& index) {
    const Theme& theme = currentTheme();
    return index.data(RubricModel::IsOnRole).toBool() ? theme.text : theme.text3;
}

void paintCheck(QPainter& painter, const QRect& area, bool isOn) {
    const Theme& theme = currentTheme();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOn ? theme.accent : theme.ctl, 1));
    painter.setBrush(isOn ? QBrush(theme.accent) : QBrush(theme.base));
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (isOn)
        paintIcon(painter, area, Icon::Check, theme.onAccent, 12);
    painter.setBrush(Qt::NoBrush);
}

} // namespace

QRect RubricDelegate::checkArea(const QRect& cell) {
    return {cell.left() + Padding, cell.center().y() - CheckSize / 2, CheckSize, CheckSize};
}

int RubricDelegate::nameLeft(const QRect& cell) {
    return checkArea(cell).right() + 1 + 2 * Gap + BadgeSize;
}

QRect RubricDelegate::sliderArea(const QRect& cell) {
    return {cell.left() + 8, cell.center().y() - 1, 44, 3};
}

void RubricDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    painter->save();
    if (isSelected(option))
        painter->fillRect(option.rect, theme.sel);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.hover);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    switch (index.column()) {
    case RubricModel::NameColumn:
        paintName(*painter, option, index);
        break;
    case RubricModel::WeightColumn:
        paintWeight(*painter, option, index);
        break;
    case RubricModel::ContributionColumn:
        paintContribution(*painter, option, index);
        break;
    default:
        paintScore(*painter, option, index);
    }
    painter->restore();
}

void RubricDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    const QRect check = checkArea(option.rect);
    paintCheck(painter, check, index.data(RubricModel::IsOnRole).toBool());
    const QRectF badge(check.right() + 1 + Gap, option.rect.center().y() - BadgeSize / 2.0, BadgeSize, BadgeSize);
    paintCriterionBadge(painter, badge, index.data(RubricModel::NumberRole).toInt(), isSelected(option));
    const int left = nameLeft(option.rect);
    const QRect text(left, option.rect.top() + 2, option.rect.right() - left - 2, option.rect.height() - 5);
    painter.setFont(isSelected(option) ? strongFont(TextRole::Table) : fontFor(TextRole::Table));
    painter.setPen(ink(index));
    painter.drawText(text, Qt::AlignTop | Qt::AlignLeft,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(theme.text3);
    painter.drawText(text, Qt::AlignBottom | Qt::AlignLeft,
        painter.fontMetrics().elidedText(index.data(RubricModel::TypeRole).toString(), Qt::ElideRight, text.width()));
}

void RubricDelegate::paintWeight(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    if (!m_isCompact) {
        const QRect groove = sliderArea(option.rect);
        const bool isOn = index.data(RubricModel::IsOnRole).toBool();
        const auto position = [&](int role) { return groove.left() + groove.width() * index.data(role).toDouble(); };
        const double knob = position(RubricModel::WeightRole);
        const double tick = position(RubricModel::JudgeWeightRole);
        painter.fillRect(groove, theme.line2);
        if (isOn)
            painter.fillRect(QRectF(groove.left(), groove.top(), knob - groove.left(), groove.height()), theme.accent);
        if (std::abs(tick - knob) > 1)
            painter.fillRect(QRectF(tick - 1, groove.center().y() - 6, 2, 13), theme.text2);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(isOn ? theme.accent : theme.ctl, 2));
        painter.setBrush(theme.base);
        painter.drawEllipse(QPointF(knob, groove.center().y() + 0.5), 5, 5);
    }
    painter.setFont(fontFor(TextRole::MonoSmall));
    painter.setPen(ink(index));
    painter.drawText(option.rect.adjusted(0, 0, -4, 0), Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
}

void RubricDelegate::paintScore(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    const bool isA = index.column() == RubricModel::ScoreAColumn;
    const bool wins = index.data(RubricModel::WinnerRole).toInt() == (isA ? 1 : -1);
    painter.setOpacity(index.data(RubricModel::IsOnRole).toBool() ? 1 : 0.55);
    painter.setFont(wins ? strongFont(TextRole::Table) : fontFor(TextRole::Table));
    painter.setPen(isA ? theme.a.text : theme.b.text);
    painter.drawText(option.rect, Qt::AlignCenter, index.data().toString());
}

void RubricDelegate::paintContribution(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = currentTheme();
    const QVariant value = index.data(RubricModel::ContributionRole);
    if (value.isValid() && !m_isCompact)
        paintDiverging(painter, QRectF(option.rect.left() + 2, option.rect.center().y() - 5, 36, 10), value.toDouble(),
            ContributionRange);
    painter.setFont(fontFor(TextRole::MonoSmall));
    const double moved = value.toDouble();
    painter.setPen(!value.isValid() ? theme.text3 : moved > 0 ? theme.a.text : moved < 0 ? theme.b.text : theme.text2);
    painter.drawText(
        option.rect.adjusted(0, 0, -Padding, 0), Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
}

QSize RubricDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), RowHeight};
}

QWidget* RubricDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(QStringLiteral("weightEditor"));
    box->setRange(0, 1);
    box->setDecimals(2);
    box->setSingleStep(0.05);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

} // namespace assize::ui
