// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QComboBox>

namespace assize::ui {

/// What stands beside the charts.
enum class InsightsSide { Categories, Figures };

/// The title of a pane beside the charts, and the way to the other one.
class SideSwitch final : public QComboBox {
    Q_OBJECT

public:
    SideSwitch(InsightsSide own, QWidget* parent);

Q_SIGNALS:
    void sideChosen(assize::ui::InsightsSide side);

private:
    InsightsSide m_own;
};

} // namespace assize::ui
