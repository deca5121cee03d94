// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/banner.h"

#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/widgets/panes.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace assize::ui {

Banner::Banner(Tone tone, Icon icon, QWidget* parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_icon(icon)
    , m_row(new QHBoxLayout(this))
    , m_titleRow(new QHBoxLayout)
    , m_texts(new QVBoxLayout)
    , m_title(plainLabel(this))
    , m_detail(plainLabel(this)) {
    constexpr int IconColumn = 40;
    m_row->setContentsMargins(IconColumn, 6, 12, 6);
    m_row->setSpacing(8);
    m_title->setFont(strongFont(TextRole::Body));
    m_title->setWordWrap(true); // buttons beside it leave narrow panes little room
    m_detail->setFont(fontFor(TextRole::Small));
    m_detail->setWordWrap(true);
    m_texts->setSpacing(2);
    m_titleRow->setSpacing(6);
    m_titleRow->addWidget(m_title, 1);
    m_titleRow->addStretch();
    m_texts->addLayout(m_titleRow);
    m_texts->addWidget(m_detail);
    m_row->addLayout(m_texts, 1);
}

void Banner::setTexts(const QString& title, const QString& detail) {
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(detail.isEmpty() ? title : title + QLatin1Char(' ') + detail);
}

void Banner::addBesideTitle(QWidget* widget) {
    m_title->setWordWrap(false); // so that what is beside it follows its words
    m_titleRow->setStretchFactor(m_title, 0);
    m_titleRow->insertWidget(m_titleRow->count() - 1, widget);
}

QPushButton* Banner::addButton(const QString& objectName) {
    auto* button = new QPushButton(this);
    button->setObjectName(objectName);
    m_row->addWidget(button);
    return button;
}

QPushButton* Banner::addButtonBelow(const QString& objectName) {
    if (m_below == nullptr) {
        constexpr int Gap = 4;
        m_below = new QHBoxLayout;
        m_below->addStretch();
        m_texts->addSpacing(Gap);
        m_texts->addLayout(m_below);
    }
    auto* button = new QPushButton(this);
    button->setObjectName(objectName);
    m_below->insertWidget(m_below->count() - 1, button);
    return button;
}

void Banner::addAtEnd(QWidget* widget) {
    m_row->addWidget(widget);
}

void Banner::paintEvent(QPaintEvent*) {
    const Theme& theme = currentTheme();
    QPainter painter(this);
    const bool isAlert = m_tone == Tone::Alert;
    painter.fillRect(rect(), isAlert ? theme.alertTint : theme.accentTint);
    paintIcon(painter, QRectF(12, 0, 18, height()), m_icon, isAlert ? theme.alertText : theme.accent);
    paintBottomLine(painter, rect(), theme.line);
}

} // namespace assize::ui
