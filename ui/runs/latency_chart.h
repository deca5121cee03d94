// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>
#include <optional>
#include <vector>

namespace assize::ui {

/// How long replies took: bars of equal width over seconds.
struct LatencyBins {
    double width = 1;                ///< seconds
    std::vector<qint64> counts;      ///< the last one holds everything beyond
    std::optional<double> half;      ///< seconds that half of the replies did not exceed
    std::optional<double> nearlyAll; ///< likewise 95 of 100
    qint64 total = 0;
};

/// At most twenty-four bins of a round width that hold 99 of 100 replies. Takes the values apart.
[[nodiscard]] LatencyBins latencyBins(std::vector<float> seconds);

/// The histogram of them, with p50 and p95, and the timeouts beside it. Hover shows a bar's values. GUI thread.
class LatencyChart final : public QWidget {
    Q_OBJECT

public:
    explicit LatencyChart(QWidget* parent);

    void setLatencies(const std::vector<float>& seconds, qint64 timeouts);
    void retranslate();
    [[nodiscard]] const LatencyBins& bins() const { return m_bins; }

    [[nodiscard]] QSize sizeHint() const override { return {360, 150}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 96}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF barOf(std::size_t bin) const;
    void paintBars(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;

    LatencyBins m_bins;
    qint64 m_timeouts = 0;
};

} // namespace assize::ui
