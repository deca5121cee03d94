// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/card.h"

#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/widgets/key_hint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace assize::ui {
namespace {

constexpr double Radius = 6;
constexpr int RowHeight = 58;
constexpr int IconColumn = 60;

} // namespace

Card::Card(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
}

void Card::addRow(QWidget* row) {
    m_column->addWidget(row);
}

void Card::clear() {
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void Card::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    paintBox(painter, rect(), theme.base, theme.line, Radius);
    for (int i = 1; i < m_column->count(); ++i) {
        if (const QWidget* row = m_column->itemAt(i)->widget())
            paintTopLine(painter, QRectF(0, row->y() - 1, width(), 1), theme.line);
    }
}

CardButton::CardButton(Icon icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void CardButton::setDetail(const QString& detail) {
    m_detail = detail;
    setAccessibleDescription(detail);
    update();
}

void CardButton::setKeyHint(const QString& key) {
    m_keyHint = key;
    update();
}

QSize CardButton::sizeHint() const {
    const int words = std::max(QFontMetrics(strongFont(TextRole::Body)).horizontalAdvance(text()),
        QFontMetrics(fontFor(TextRole::Small)).horizontalAdvance(m_detail));
    return {IconColumn + words + keyHintWidth(m_keyHint) + 24, RowHeight};
}

QSize CardButton::minimumSizeHint() const {
    constexpr int Narrowest = 200;
    return {Narrowest, RowHeight};
}

void CardButton::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    paintCardRow(*this, painter);
    constexpr double IconSize = 20;
    paintIcon(painter, QRectF(0, 0, IconColumn, height()), m_icon, theme.accent, IconSize);
    // Enter presses the row that has the focus, whatever key it has besides.
    const QString key = m_keyHint.isEmpty() && hasFocus() ? QStringLiteral("↵") : m_keyHint;
    const int keyWidth = keyHintWidth(key);
    const QRectF words = QRectF(rect()).adjusted(IconColumn, 11, -24 - keyWidth, -11);
    const auto line = [&](const QFont& font, const QColor& color, Qt::Alignment alignment, const QString& said) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(words, static_cast<int>(alignment) | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(said, Qt::ElideRight, static_cast<int>(words.width())));
    };
    line(strongFont(TextRole::Body), theme.text, Qt::AlignTop, text());
    line(fontFor(TextRole::Small), theme.text2, Qt::AlignBottom, m_detail);
    paintKeyHint(painter, QRectF(width() - 12 - keyWidth, 0, keyWidth, height()), key, theme.text2, theme.line2);
}

void CardButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void paintCardRow(const QWidget& row, QPainter& painter) {
    const Theme& theme = currentTheme();
    const QRectF bounds = row.rect();
    if (row.hasFocus()) {
        paintBox(painter, bounds.adjusted(1, 1, -1, -1), theme.sel, {}, Radius - 1);
        paintFocus(painter, bounds, theme, Radius - 1);
    } else if (row.underMouse() && row.isEnabled()) {
        paintBox(painter, bounds.adjusted(1, 1, -1, -1), theme.hover, {}, Radius - 1);
    }
}

} // namespace assize::ui
