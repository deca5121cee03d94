// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/slot_timeline.h"

#include "ui/runs/run_delegate.h"
#include "ui/support/fonts.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <algorithm>

namespace assize::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto Span = 60s;
constexpr auto Tick = 200ms;
constexpr std::size_t MostLines = 32; ///< more cannot be told apart
constexpr int LabelWidth = 28;
constexpr int TimelineSide = 12;
constexpr double AxisHeight = 18;
constexpr double LinesHeight = 112;
constexpr double LeastHeight = 28;
constexpr double HighestLine = 14;
/// Calls that follow each other faster than a pixel passes are one bar.
constexpr auto Merging = 60ms;

bool isFailedStatus(int status) {
    return status < 200 || status >= 300;
}

} // namespace

SlotTimeline::SlotTimeline(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("slotTimeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, &SlotTimeline::moveOn);
}

QSize SlotTimeline::sizeHint() const {
    const double wanted = HighestLine * static_cast<double>(m_lines.size());
    return {400, static_cast<int>(std::clamp(wanted, LeastHeight, LinesHeight) + AxisHeight) + TimelineSide};
}

QSize SlotTimeline::minimumSizeHint() const {
    return {200, sizeHint().height()};
}

void SlotTimeline::clear() {
    m_lines.clear();
    m_open.clear();
    m_tick.stop();
    describe();
    updateGeometry();
    update();
}

void SlotTimeline::add(const std::vector<CallEvent>& events) {
    for (const CallEvent& event : events)
        take(event);
    if (!events.empty() && !m_tick.isActive())
        m_tick.start();
}

void SlotTimeline::take(const CallEvent& event) {
    if (event.hasEnded)
        m_open.erase(event.slot);
    else
        m_open.insert(event.slot);
    const auto slot = static_cast<std::size_t>(std::max(0, event.slot));
    if (slot >= MostLines)
        return;
    if (m_lines.size() <= slot) {
        m_lines.resize(slot + 1);
        updateGeometry();
    }
    Line& line = m_lines[slot];
    if (event.hasEnded) {
        if (line.empty() || !line.back().isOpen)
            return;
        line.back().end = event.at;
        line.back().isOpen = false;
        line.back().hasFailed = isFailedStatus(event.status);
        return;
    }
    const bool isDense =
        !line.empty() && !line.back().isOpen && !line.back().hasFailed && event.at - line.back().begin < Merging;
    if (isDense)
        line.back().isOpen = true;
    else
        line.push_back({event.at, event.at});
}

void SlotTimeline::prune(Time now) {
    for (Line& line : m_lines) {
        while (!line.empty() && !line.front().isOpen && now - line.front().end > Span)
            line.pop_front();
    }
}

int SlotTimeline::inFlight() const {
    return static_cast<int>(m_open.size());
}

bool SlotTimeline::isEmpty() const {
    return std::all_of(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.empty(); });
}

void SlotTimeline::moveOn() {
    prune(std::chrono::steady_clock::now());
    if (isEmpty() || !isVisible())
        m_tick.stop();
    describe();
    update();
}

void SlotTimeline::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!isEmpty())
        m_tick.start();
}

void SlotTimeline::describe() {
    setAccessibleName(tr("Requests by slot, last minute"));
    setAccessibleDescription(
        isEmpty() ? tr("No request in the last minute.") : tr("%n request(s) in flight.", nullptr, inFlight()));
}

void SlotTimeline::paintLine(QPainter& painter, const Line& line, const QRectF& area, Time now) const {
    const Theme& theme = currentTheme();
    const auto place = [&](Time at) {
        const double ago = std::chrono::duration<double>(now - at).count();
        const double share = 1 - ago / std::chrono::duration<double>(Span).count();
        return area.left() + std::clamp(share, 0.0, 1.0) * area.width();
    };
    for (const Bar& bar : line) {
        const double left = place(bar.begin);
        const double right = std::max(left + 1, place(bar.isOpen ? now : bar.end) - 1);
        const QRectF box(left, area.top(), right - left, area.height());
        if (bar.isOpen && box.width() > 3) {
            painter.setPen(theme.accentLine);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        } else if (bar.hasFailed) {
            paintHatch(painter, box);
        } else {
            painter.fillRect(box, theme.accentLine);
        }
    }
}

void SlotTimeline::paintAxis(QPainter& painter, const QRectF& area) const {
    painter.setFont(fontFor(TextRole::Smallest));
    painter.setPen(currentTheme().text3);
    constexpr int Marks = 6;
    for (int mark = 0; mark <= Marks; ++mark) {
        const int ago = (Marks - mark) * 10;
        const QString text = ago == 0    ? tr("now", "end of a time axis")
                             : mark == 0 ? tr("−%1 s", "seconds ago").arg(ago)
                                         : QStringLiteral("−%1").arg(ago);
        constexpr double Width = 60;
        const double x = area.left() + area.width() * mark / Marks;
        const QRectF place(
            std::clamp(x - Width / 2, area.left(), area.right() - Width), area.top(), Width, area.height());
        const int side = mark == 0 ? Qt::AlignLeft : mark == Marks ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(place, side | Qt::AlignVCenter, text);
    }
}

void SlotTimeline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = currentTheme();
    const QRectF whole(TimelineSide, 0, width() - 2 * TimelineSide, height() - AxisHeight - TimelineSide);
    if (isEmpty()) {
        painter.setPen(theme.text3);
        painter.setFont(fontFor(TextRole::Small));
        painter.drawText(whole, Qt::AlignCenter, tr("No request in the last minute."));
        return;
    }
    const Time now = std::chrono::steady_clock::now();
    const double step = std::min(HighestLine, LinesHeight / static_cast<double>(m_lines.size()));
    const double gap = step > 6 ? 2 : step > 3 ? 1 : 0.5;
    constexpr double ReadableLine = 11;
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        const double top = static_cast<double>(index) * step;
        if (step >= ReadableLine || index % 4 == 0) {
            painter.setFont(fontFor(TextRole::Smallest));
            painter.setPen(theme.text3);
            painter.drawText(QRectF(TimelineSide, top + step / 2 - 8, LabelWidth - 8, 16),
                Qt::AlignRight | Qt::AlignVCenter, QString::number(index + 1));
        }
        paintLine(
            painter, m_lines[index], {whole.left() + LabelWidth, top, whole.width() - LabelWidth, step - gap}, now);
    }
    const double bottom = step * static_cast<double>(m_lines.size()) + 2;
    paintAxis(painter, {whole.left() + LabelWidth, bottom, whole.width() - LabelWidth, AxisHeight});
}

} // namespace assize::ui
