// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/card_row.h"

#include "ui/models/chart_words.h"
#include "ui/support/fonts.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOption>

namespace assize::ui {
namespace {

constexpr int CardHeight = 62;

/// One figure: its name over its value and what the value rests on.
class FigureCard final : public QAbstractButton {
public:
    FigureCard(const Scorecard& card, QWidget* parent)
        : QAbstractButton(parent)
        , m_value(fromUtf8(card.value))
        , m_detail(worded(card.detail)) {
        setText(worded(card.title));
        setFocusPolicy(card.link.leadsSomewhere() ? Qt::StrongFocus : Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        if (card.link.leadsSomewhere())
            setCursor(Qt::PointingHandCursor);
        setToolTip(plainToolTip(m_detail + QLatin1Char('\n') + worded(card.meaning))); // narrow cards cut the detail
        setAccessibleName(QStringLiteral("%1: %2, %3").arg(text(), m_value, m_detail));
        setAccessibleDescription(worded(card.meaning));
    }

    [[nodiscard]] QSize sizeHint() const override { return {150, CardHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {90, CardHeight}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = currentTheme();
        if (underMouse() && focusPolicy() == Qt::StrongFocus)
            painter.fillRect(rect(), theme.hover);
        paintRightLine(painter, rect(), theme.line);
        const auto put = [&](int y, int height, const QString& words, const QFont& font, const QColor& color) {
            painter.setFont(font);
            painter.setPen(color);
            const QRect row(14, y, width() - 22, height);
            painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                painter.fontMetrics().elidedText(words, Qt::ElideRight, row.width()));
        };
        put(6, 16, text(), fontFor(TextRole::Small), theme.text2);
        put(21, 20, m_value, strongFont(TextRole::Title), theme.text);
        put(41, 16, m_detail, fontFor(TextRole::Smallest), theme.text3);
        QStyleOption option;
        option.initFrom(this);
        if (showsFocus(option))
            paintFocus(painter, QRectF(rect()).adjusted(2, 2, -3, -3), theme, 3);
    }

private:
    QString m_value;
    QString m_detail;
};

} // namespace

CardRow::CardRow(QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("figureCards"));
    setFixedHeight(CardHeight);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    translated(this, [this] { show(m_cards); });
}

void CardRow::setCards(const std::vector<Scorecard>& cards) {
    m_cards = cards;
    show(m_cards);
}

void CardRow::show(const std::vector<Scorecard>& cards) {
    while (QLayoutItem* item = m_row->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->setParent(nullptr);
        delete item;
    }
    for (const Scorecard& card : cards) {
        auto* button = new FigureCard(card, this);
        button->setObjectName(QStringLiteral("card.%1").arg(fromUtf8(card.key)));
        connect(button, &QAbstractButton::clicked, this, [this, link = card.link] {
            if (link.leadsSomewhere())
                Q_EMIT linkActivated(link);
        });
        m_row->addWidget(button);
    }
}

void CardRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme().base);
    paintBottomLine(painter, rect(), currentTheme().line);
}

} // namespace assize::ui
