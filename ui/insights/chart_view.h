// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/chart.h"
#include "core/chart/drawing.h"
#include <QFrame>
#include <optional>

class QToolButton;

namespace assize::ui {

/// One chart: title and figure, the picture, what it says and what it means. The pointer over a mark shows its values;
/// a click, or arrows and Enter, ask for the items behind it. Its menu copies it as a picture, as SVG and as a table,
/// and has the widget's actions. Assistive tools meet it through chart_access.h.
class ChartView final : public QFrame {
    Q_OBJECT

public:
    explicit ChartView(const QString& id, QWidget* parent = nullptr);

    void setChart(const Chart& chart);
    [[nodiscard]] const std::optional<Chart>& chart() const { return m_chart; }
    /// Nothing is known yet, or what is shown is being computed anew.
    void setLoading(bool isLoading);
    [[nodiscard]] bool isLoading() const { return m_isLoading; }

    [[nodiscard]] const Drawing& drawing() const { return m_drawing; }
    /// Where a spot of the drawing is in this widget.
    [[nodiscard]] QRectF spotArea(std::size_t spot) const;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const assize::ChartLink& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOutAnew();
    void describe();
    void paintHead(QPainter& painter) const;
    void paintFoot(QPainter& painter) const;
    void paintMessage(QPainter& painter) const;
    [[nodiscard]] QString footText() const;
    [[nodiscard]] int footHeight(int width) const;
    [[nodiscard]] std::optional<std::size_t> spotAt(const QPointF& place) const;
    void stepSpot(int direction);
    void activate(std::size_t spot);
    void openMenu(const QPoint& place);
    void copyPicture();
    void copySvg();
    void copyTable();

    QToolButton* m_more;
    std::optional<Chart> m_chart;
    Drawing m_drawing;
    std::optional<std::size_t> m_spot; ///< under the pointer, or reached by the keyboard
    bool m_isLoading = true;
};

/// A table's rows as lines, cells between tabs.
[[nodiscard]] QString tableText(const ChartTable& table, const ChartWords& words);

/// Puts the rows into the clipboard, in the window's language.
void copyTable(const ChartTable& table);

} // namespace assize::ui
