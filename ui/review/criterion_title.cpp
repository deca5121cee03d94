// SPDX-License-Identifier: Apache-2.0
#include "ui/review/criterion_title.h"

#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QPainter>

namespace assize::ui {

void paintCriterionBadge(QPainter& painter, const QRectF& area, int number, bool isCurrent) {
    const Theme& theme = currentTheme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isCurrent ? theme.accent : theme.line2, 1));
    painter.setBrush(isCurrent ? QBrush(theme.accent) : Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(isCurrent ? strongFont(TextRole::Smallest) : fontFor(TextRole::Smallest));
    painter.setPen(isCurrent ? theme.onAccent : theme.text2);
    painter.drawText(area, Qt::AlignCenter, QString::number(number));
    painter.restore();
}

CriterionTitle::CriterionTitle(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void CriterionTitle::setCriterion(int number, const QString& name, const QString& description) {
    m_number = number;
    m_name = name;
    m_description = description;
    const QString whole = description.isEmpty() ? name : QStringLiteral("%1 — %2").arg(name, description);
    setAccessibleName(tr("Criterion %1: %2").arg(number).arg(whole));
    setToolTip(plainToolTip(whole));
    update();
}

void CriterionTitle::paintEvent(QPaintEvent*) {
    constexpr double Badge = 18;
    constexpr double Gap = 10;
    const Theme& theme = currentTheme();
    QPainter painter(this);
    paintCriterionBadge(painter, QRectF(0, (height() - Badge) / 2, Badge, Badge), m_number, true);
    QRectF area = QRectF(rect()).adjusted(Badge + Gap, 0, 0, 0);
    const auto words = [&](const QFont& font, const QColor& color, const QString& said) {
        painter.setFont(font);
        painter.setPen(color);
        const QString shown = painter.fontMetrics().elidedText(said, Qt::ElideRight, static_cast<int>(area.width()));
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(shown));
    };
    words(strongFont(TextRole::Body), theme.text, m_name);
    if (!m_description.isEmpty())
        words(fontFor(TextRole::Body), theme.text3, QStringLiteral(" — ") + m_description);
}

} // namespace assize::ui
