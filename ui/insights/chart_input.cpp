// SPDX-License-Identifier: Apache-2.0
// How a chart answers to pointer and keys, and how it is copied.
#include "core/chart/layout.h"
#include "core/chart/svg.h"
#include "ui/insights/chart_painter.h"
#include "ui/insights/chart_view.h"
#include "ui/models/chart_words.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolTip>

namespace assize::ui {
namespace {

/// What a mark says, and that it leads somewhere.
QString tipText(const Mark& mark) {
    QString text = worded(mark.tip);
    if (mark.link.item != 0)
        text += QLatin1Char('\n') + ChartView::tr("Click: open this item in Review");
    else if (mark.link.leadsSomewhere() && mark.items >= 0)
        text += QLatin1Char('\n') + ChartView::tr("Click: %n item(s) in Review", nullptr, static_cast<int>(mark.items));
    else if (mark.link.leadsSomewhere())
        text += QLatin1Char('\n') +
                ChartView::tr("Click: Review, %1", "a filter expression").arg(fromUtf8(mark.link.filter));
    return text;
}

} // namespace

QString tableText(const ChartTable& table, const ChartWords& words) {
    QStringList lines;
    const auto add = [&](const std::vector<Phrase>& cells) {
        QStringList texts;
        for (const Phrase& cell : cells) {
            QString text = fromUtf8(assize::worded(cell, words));
            texts << text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
        }
        lines << texts.join(QLatin1Char('\t'));
    };
    if (!table.columns.empty())
        add(table.columns);
    for (const auto& row : table.rows)
        add(row);
    return lines.join(QLatin1Char('\n'));
}

void copyTable(const ChartTable& table) {
    QGuiApplication::clipboard()->setText(tableText(table, windowTexts()));
}

std::optional<std::size_t> ChartView::spotAt(const QPointF& place) const {
    // Those painted last lie on top.
    for (std::size_t at = m_drawing.spots.size(); at-- > 0;) {
        if (spotArea(at).contains(place))
            return at;
    }
    return std::nullopt;
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const auto spot = spotAt(event->position());
    const bool leads = spot && m_drawing.spots[*spot].mark.link.leadsSomewhere();
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    const auto spot = spotAt(event->position());
    if (event->button() == Qt::LeftButton && spot)
        activate(*spot);
}

void ChartView::leaveEvent(QEvent*) {
    unsetCursor();
}

bool ChartView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QFrame::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto spot = spotAt(help->pos()))
        QToolTip::showText(
            help->globalPos(), plainToolTip(tipText(m_drawing.spots[*spot].mark)), this, spotArea(*spot).toRect());
    else
        QToolTip::hideText();
    return true;
}

void ChartView::stepSpot(int direction) {
    const auto count = static_cast<int>(m_drawing.spots.size());
    if (count == 0)
        return;
    const int from = m_spot ? static_cast<int>(*m_spot) : direction > 0 ? -1 : count;
    m_spot = static_cast<std::size_t>(std::clamp(from + direction, 0, count - 1));
    const QRect area = spotArea(*m_spot).toRect();
    const QString tip = tipText(m_drawing.spots[*m_spot].mark);
    QToolTip::showText(mapToGlobal(area.bottomLeft()), plainToolTip(tip), this, area);
    setAccessibleDescription(tip);
    update();
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Right || key == Qt::Key_Down)
        stepSpot(1);
    else if (key == Qt::Key_Left || key == Qt::Key_Up)
        stepSpot(-1);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_spot)
        activate(*m_spot);
    else if (event->matches(QKeySequence::Copy))
        copyTable();
    else
        QFrame::keyPressEvent(event);
}

void ChartView::activate(std::size_t spot) {
    if (m_drawing.spots[spot].mark.link.leadsSomewhere())
        Q_EMIT linkActivated(m_drawing.spots[spot].mark.link);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    openMenu(event->globalPos());
}

void ChartView::openMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasPicture = m_chart && !m_chart->parts.empty();
    const auto add = [&](const QString& text, const QString& name, void (ChartView::*copy)()) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        action->setEnabled(hasPicture);
        connect(action, &QAction::triggered, this, copy);
    };
    add(tr("Copy as &Picture"), QStringLiteral("copyPicture"), &ChartView::copyPicture);
    add(tr("Copy as &SVG"), QStringLiteral("copySvg"), &ChartView::copySvg);
    add(tr("Copy as &Table"), QStringLiteral("copyTable"), &ChartView::copyTable);
    if (!actions().isEmpty())
        menu->addSeparator();
    menu->addActions(actions());
    menu->popup(place);
}

void ChartView::copyPicture() {
    // Twice the size, so that it is sharp in a document.
    constexpr double Scale = 2;
    m_more->hide();
    QPixmap picture(size() * Scale);
    picture.setDevicePixelRatio(Scale);
    render(&picture, QPoint(), QRegion(), QWidget::DrawWindowBackground);
    m_more->show();
    QGuiApplication::clipboard()->setPixmap(picture);
}

void ChartView::copySvg() {
    SvgOptions options;
    options.ink = svgInk(currentTheme());
    options.title = assize::worded(m_chart->title, windowTexts());
    options.description = toUtf8(footText());
    options.fontFamily = toUtf8(fontOf(TextSize::Small, false).family()) + ", sans-serif";
    options.monoFamily = toUtf8(fontOf(TextSize::Mono, false).family()) + ", monospace";
    const QByteArray svg = QByteArray::fromStdString(drawingToSvg(m_drawing, options, windowTexts()));
    auto* contents = new QMimeData; // the clipboard takes it
    contents->setData(QStringLiteral("image/svg+xml"), svg);
    contents->setText(QString::fromUtf8(svg));
    QGuiApplication::clipboard()->setMimeData(contents);
}

void ChartView::copyTable() {
    if (m_chart)
        ui::copyTable(m_chart->table);
}

} // namespace assize::ui
