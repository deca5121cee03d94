// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/chart_view.h"

#include "core/chart/layout.h"
#include "ui/insights/chart_painter.h"
#include "ui/models/chart_words.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/icons.h"
#include "ui/support/style_paint.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

namespace assize::ui {
namespace {

constexpr int Padding = 14;
constexpr int HeadHeight = 34;
constexpr int FootGap = 8;
constexpr int LeastPicture = 110; ///< of a chart that only says why it is empty
constexpr int MoreSize = 24;

} // namespace

ChartView::ChartView(const QString& id, QWidget* parent)
    : QFrame(parent)
    , m_more(new QToolButton(this)) {
    setObjectName(id);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setLook(m_more, ButtonLook::Flat);
    m_more->setFixedSize(MoreSize, MoreSize);
    m_more->setIcon(themedIcon(Icon::More));
    m_more->setObjectName(id + QStringLiteral("Menu"));
    connect(
        m_more, &QToolButton::clicked, this, [this] { openMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    translated(this, [this] {
        m_more->setToolTip(plainToolTip(tr("Copy this chart")));
        m_more->setAccessibleName(tr("Copy this chart"));
        layOutAnew();
        describe();
    });
}

void ChartView::setChart(const Chart& chart) {
    m_chart = chart;
    m_isLoading = false;
    m_spot.reset();
    layOutAnew();
    describe();
    QAccessibleTableModelChangeEvent changed(this, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&changed);
    updateGeometry();
}

void ChartView::setLoading(bool isLoading) {
    m_isLoading = isLoading;
    describe();
    update();
}

QString ChartView::footText() const {
    QStringList sentences;
    for (const Phrase& phrase : {m_chart->finding, m_chart->meaning}) {
        if (!phrase.isEmpty())
            sentences << worded(phrase);
    }
    return sentences.join(windowLanguage().starts_with("zh") ? QString() : QStringLiteral(" "));
}

int ChartView::footHeight(int width) const {
    const QRect bounds =
        QFontMetrics(fontFor(TextRole::Smallest))
            .boundingRect(QRect(0, 0, std::max(1, width - 2 * Padding), 10000), Qt::TextWordWrap, footText());
    return bounds.height();
}

int ChartView::heightForWidth(int width) const {
    constexpr int Unknown = 260;
    if (!m_chart)
        return Unknown;
    const Drawing least = layOut(*m_chart, width - 2 * Padding, 0, windowTexts(), textWidth);
    const int picture = m_chart->parts.empty() ? LeastPicture : static_cast<int>(std::ceil(least.height));
    return HeadHeight + picture + FootGap + footHeight(width) + Padding;
}

QSize ChartView::sizeHint() const {
    constexpr int Usual = 480;
    return {Usual, heightForWidth(Usual)};
}

QSize ChartView::minimumSizeHint() const {
    constexpr int Least = 320;
    return {Least, heightForWidth(std::max(Least, width()))};
}

void ChartView::layOutAnew() {
    m_drawing = {};
    if (m_chart) {
        const int room = height() - HeadHeight - FootGap - footHeight(width()) - Padding;
        m_drawing = layOut(*m_chart, width() - 2 * Padding, room, windowTexts(), textWidth);
    }
    if (m_spot && *m_spot >= m_drawing.spots.size())
        m_spot.reset();
    update();
}

void ChartView::describe() {
    if (!m_chart) {
        setAccessibleDescription(tr("Computing…"));
        return;
    }
    QStringList name{worded(m_chart->title), worded(m_chart->headline)};
    name.removeAll(QString());
    setAccessibleName(name.join(QStringLiteral(", ")));
    QStringList lines;
    if (!m_chart->empty.isEmpty())
        lines << worded(m_chart->empty);
    lines << footText();
    lines.removeAll(QString());
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

void ChartView::paintHead(QPainter& painter) const {
    const Theme& theme = currentTheme();
    QRectF row(Padding, 6, width() - 2 * Padding - MoreSize - 4, HeadHeight - 10);
    const QString headline = m_chart ? worded(m_chart->headline) : QString();
    painter.setFont(headline.contains(QLatin1Char('%')) || headline.contains(QLatin1Char('='))
                        ? fontFor(TextRole::Mono)
                        : fontFor(TextRole::Smallest));
    painter.setPen(theme.text);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, headline);
    row.setRight(row.right() - painter.fontMetrics().horizontalAdvance(headline) - 12);
    const auto put = [&](const QString& text, const QFont& font, const QColor& color) {
        painter.setFont(font);
        painter.setPen(color);
        const QString shown =
            painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(std::max(0.0, row.width())));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        row.setLeft(row.left() + painter.fontMetrics().horizontalAdvance(shown) + 8);
    };
    if (!m_chart)
        return;
    put(worded(m_chart->title), strongFont(TextRole::Body), theme.text);
    put(worded(m_chart->subtitle), fontFor(TextRole::Small), theme.text3);
}

void ChartView::paintFoot(QPainter& painter) const {
    const int foot = footHeight(width());
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(currentTheme().text3);
    painter.drawText(
        QRect(Padding, height() - Padding - foot + 4, width() - 2 * Padding, foot), Qt::TextWordWrap, footText());
}

void ChartView::paintMessage(QPainter& painter) const {
    const QString words = m_chart ? worded(m_chart->empty) : tr("Computing…");
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(currentTheme().text3);
    QString sentence = words;
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    painter.drawText(QRect(Padding, HeadHeight, width() - 2 * Padding, LeastPicture - 10),
        Qt::AlignCenter | Qt::TextWordWrap, sentence);
}

void ChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    painter.fillRect(rect(), theme.base);
    paintBottomLine(painter, rect(), theme.line);
    paintRightLine(painter, rect(), theme.line);
    paintHead(painter);
    if (!m_chart || m_chart->parts.empty())
        paintMessage(painter);
    if (m_chart)
        paintFoot(painter);
    painter.save();
    painter.translate(Padding, HeadHeight);
    if (m_isLoading)
        painter.setOpacity(0.5);
    paintDrawing(painter, m_drawing, theme);
    painter.restore();
    if (m_spot && hasFocus())
        paintFocus(painter, spotArea(*m_spot).adjusted(-2, -2, 2, 2), theme, 3);
    else if (hasFocus())
        paintFocus(painter, QRectF(rect()).adjusted(1, 1, -2, -2), theme, 0);
}

QRectF ChartView::spotArea(std::size_t spot) const {
    const HotSpot& place = m_drawing.spots.at(spot);
    return {place.x + Padding, place.y + HeadHeight, place.width, place.height};
}

void ChartView::resizeEvent(QResizeEvent*) {
    m_more->move(width() - Padding - MoreSize + 6, 5);
    layOutAnew();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    describe(); // no longer the mark that arrows had reached
    QFrame::focusOutEvent(event);
}

void ChartView::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        layOutAnew();
}

} // namespace assize::ui
