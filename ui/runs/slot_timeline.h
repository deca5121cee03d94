// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/bridge/run_feed.h"
#include <QTimer>
#include <QWidget>
#include <chrono>
#include <deque>
#include <set>
#include <vector>

namespace assize::ui {

/// Requests of the last minute, one line for each of the calls at once: filled = answered, outlined = in flight,
/// striped = failed. It moves while requests are in flight and rests otherwise. GUI thread.
class SlotTimeline final : public QWidget {
    Q_OBJECT

public:
    explicit SlotTimeline(QWidget* parent);

    void clear();
    void add(const std::vector<CallEvent>& events);
    /// Requests that are under way at this moment.
    [[nodiscard]] int inFlight() const;
    [[nodiscard]] bool isEmpty() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Bar {
        Time begin;
        Time end;
        bool isOpen = true;
        bool hasFailed = false;
    };
    using Line = std::deque<Bar>;

    void take(const CallEvent& event);
    void prune(Time now);
    void moveOn();
    void paintLine(QPainter& painter, const Line& line, const QRectF& area, Time now) const;
    void paintAxis(QPainter& painter, const QRectF& area) const;
    void describe();

    std::vector<Line> m_lines;
    std::set<int> m_open; ///< slots with a request, also those that have no line
    QTimer m_tick;
};

} // namespace assize::ui
