// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/chart/scorecards.h"
#include <QFrame>
#include <vector>

class QHBoxLayout;

namespace assize::ui {

/// The page's figures in large, side by side, each a button that opens the items it is about.
class CardRow final : public QFrame {
    Q_OBJECT

public:
    explicit CardRow(QWidget* parent = nullptr);
    void setCards(const std::vector<Scorecard>& cards);

Q_SIGNALS:
    void linkActivated(const assize::ChartLink& link);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(const std::vector<Scorecard>& cards);

    QHBoxLayout* m_row;
    std::vector<Scorecard> m_cards;
};

} // namespace assize::ui
