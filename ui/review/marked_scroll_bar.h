// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QScrollBar>
#include <vector>

namespace assize::ui {

/// A vertical scroll bar with marks where something stands: shares of its length, from 0 to 1.
class MarkedScrollBar final : public QScrollBar {
    Q_OBJECT

public:
    explicit MarkedScrollBar(QWidget* parent = nullptr);
    void setMarks(std::vector<double> marks);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> m_marks;
};

} // namespace assize::ui
