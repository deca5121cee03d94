// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/latency_chart.h"

#include "ui/runs/run_delegate.h"
#include "ui/support/fonts.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>

namespace assize::ui {
namespace {

constexpr std::size_t MostBins = 24;
constexpr double LeftSide = 44;
constexpr double RightSide = 16;
constexpr double MarkHeight = 14;
constexpr double TopSide = 4 + 2 * MarkHeight; ///< a line for each mark's words, above all bars
constexpr double BottomSide = 18;
constexpr double TimeoutWidth = 70;

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below the value.
double roundUp(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

double valueAt(std::vector<float>& values, double share) {
    const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::min(place, values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

QString secondsText(double seconds) {
    const int decimals = seconds < 0.1 ? 3 : seconds < 1 ? 2 : seconds < 10 ? 1 : 0;
    return LatencyChart::tr("%1 s", "seconds").arg(number(seconds, decimals));
}

} // namespace

LatencyBins latencyBins(std::vector<float> seconds) {
    LatencyBins bins;
    bins.total = static_cast<qint64>(seconds.size());
    if (seconds.empty())
        return bins;
    bins.half = valueAt(seconds, 0.5);
    bins.nearlyAll = valueAt(seconds, 0.95);
    const double most = std::max(valueAt(seconds, 0.99), 0.001);
    bins.width = roundUp(most / static_cast<double>(MostBins - 1));
    const auto needed = static_cast<std::size_t>(std::ceil(most / bins.width)) + 1;
    bins.counts.assign(std::min(needed, MostBins), 0);
    for (const float value : seconds) {
        const auto bin = static_cast<std::size_t>(std::max(0.0, value / bins.width));
        ++bins.counts[std::min(bin, bins.counts.size() - 1)];
    }
    return bins;
}

LatencyChart::LatencyChart(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("latencyChart"));
    setMouseTracking(true);
}

void LatencyChart::setLatencies(const std::vector<float>& seconds, qint64 timeouts) {
    m_bins = latencyBins(seconds);
    m_timeouts = timeouts;
    retranslate();
}

void LatencyChart::retranslate() {
    const QString count = QLocale().toString(m_bins.total);
    setAccessibleName(tr("Latency of %1 replies, seconds").arg(count));
    if (m_bins.half)
        setAccessibleDescription(tr("Half took at most %1, 95 of 100 at most %2.")
                                     .arg(secondsText(*m_bins.half), secondsText(*m_bins.nearlyAll)));
    else
        setAccessibleDescription({});
    update();
}

QRectF LatencyChart::plot() const {
    const double right = RightSide + (m_timeouts > 0 ? TimeoutWidth : 0);
    return QRectF(rect()).adjusted(LeftSide, TopSide, -right, -BottomSide);
}

QRectF LatencyChart::barOf(std::size_t bin) const {
    const QRectF area = plot();
    const qint64 most = std::max<qint64>(1, *std::max_element(m_bins.counts.begin(), m_bins.counts.end()));
    const double step = area.width() / static_cast<double>(m_bins.counts.size());
    const double height = area.height() * static_cast<double>(m_bins.counts[bin]) / static_cast<double>(most);
    return {area.left() + static_cast<double>(bin) * step, area.bottom() - height, step - 1, height};
}

void LatencyChart::paintBars(QPainter& painter) const {
    const Theme& theme = currentTheme();
    for (std::size_t bin = 0; bin < m_bins.counts.size(); ++bin) {
        if (m_bins.counts[bin] > 0)
            painter.fillRect(barOf(bin), theme.accentLine);
    }
    if (m_timeouts == 0)
        return;
    constexpr double Low = 5;
    const QRectF place(width() - RightSide - TimeoutWidth / 2, plot().bottom() - Low, TimeoutWidth / 4, Low);
    paintHatch(painter, place);
    painter.setPen(theme.text3);
    painter.setFont(fontFor(TextRole::Smallest));
    painter.drawText(QRectF(width() - RightSide - TimeoutWidth, plot().bottom(), TimeoutWidth, BottomSide),
        Qt::AlignRight | Qt::AlignVCenter, tr("timeouts %1").arg(QLocale().toString(m_timeouts)));
}

void LatencyChart::paintMarks(QPainter& painter) const {
    const Theme& theme = currentTheme();
    const QRectF area = plot();
    painter.setFont(fontFor(TextRole::Smallest));
    const auto mark = [&](std::optional<double> seconds, const QString& name, double top) {
        if (!seconds)
            return;
        const double bins = std::min(*seconds / m_bins.width, static_cast<double>(m_bins.counts.size()));
        const double x = area.left() + bins * area.width() / static_cast<double>(m_bins.counts.size());
        painter.setPen(QPen(theme.text, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, top), QPointF(x, area.bottom()));
        painter.setPen(theme.text);
        const QString text = QStringLiteral("%1 %2").arg(name, secondsText(*seconds));
        const double width = painter.fontMetrics().horizontalAdvance(text) + 1;
        const bool fitsRight = x + 4 + width < this->width();
        const QRectF place(fitsRight ? x + 4 : x - 4 - width, top - 2, width, MarkHeight);
        painter.fillRect(place, theme.base); // the other mark's line may run through it
        painter.drawText(place, Qt::AlignLeft, text);
    };
    mark(m_bins.half, QStringLiteral("p50"), 2);
    mark(m_bins.nearlyAll, QStringLiteral("p95"), 2 + MarkHeight);
}

void LatencyChart::paintAxes(QPainter& painter) const {
    const Theme& theme = currentTheme();
    const QRectF area = plot();
    const qint64 most = *std::max_element(m_bins.counts.begin(), m_bins.counts.end());
    painter.setFont(fontFor(TextRole::Smallest));
    for (const qint64 level : {qint64(0), most / 2, most}) {
        const double y =
            area.bottom() - area.height() * static_cast<double>(level) / static_cast<double>(std::max<qint64>(1, most));
        painter.setPen(theme.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.text3);
        painter.drawText(
            QRectF(0, y - 8, LeftSide - 6, 16), Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(level));
    }
    constexpr int Marks = 3;
    const double span = m_bins.width * static_cast<double>(m_bins.counts.size());
    for (int at = 0; at <= Marks; ++at) {
        const double x = area.left() + area.width() * at / Marks;
        const int side = at == 0 ? Qt::AlignLeft : at == Marks && m_timeouts == 0 ? Qt::AlignRight : Qt::AlignHCenter;
        constexpr double Width = 64;
        const double left = side == Qt::AlignLeft ? x : side == Qt::AlignRight ? x - Width : x - Width / 2;
        painter.drawText(QRectF(left, area.bottom(), Width, BottomSide), side | Qt::AlignVCenter,
            at == 0 ? tr("0 s") : secondsText(span * at / Marks));
    }
}

void LatencyChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_bins.counts.empty()) {
        painter.setPen(currentTheme().text3);
        painter.setFont(fontFor(TextRole::Small));
        painter.drawText(rect(), Qt::AlignCenter, tr("No reply yet."));
        return;
    }
    paintAxes(painter);
    paintBars(painter);
    paintMarks(painter);
}

bool LatencyChart::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_bins.counts.empty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QRectF area = plot();
    const double step = area.width() / static_cast<double>(m_bins.counts.size());
    const auto bin = static_cast<int>(std::floor((help->pos().x() - area.left()) / step));
    if (bin < 0 || bin >= static_cast<int>(m_bins.counts.size())) {
        QToolTip::hideText();
        return true;
    }
    const auto index = static_cast<std::size_t>(bin);
    const QString from = secondsText(m_bins.width * bin);
    const QString count = QLocale().toString(m_bins.counts[index]);
    const QString text = index + 1 == m_bins.counts.size()
                             ? tr("%1 and more: %2 replies").arg(from, count)
                             : tr("%1 to %2: %3 replies").arg(from, secondsText(m_bins.width * (bin + 1)), count);
    QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

} // namespace assize::ui
