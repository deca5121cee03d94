// SPDX-License-Identifier: Apache-2.0
#include "ui/insights/side_switch.h"

#include "ui/support/fonts.h"
#include "ui/support/translated.h"

namespace assize::ui {

SideSwitch::SideSwitch(InsightsSide own, QWidget* parent)
    : QComboBox(parent)
    , m_own(own) {
    setFont(strongFont(TextRole::Body));
    addItems({QString(), QString()});
    translated(this, [this] {
        setItemText(static_cast<int>(InsightsSide::Categories), tr("By category"));
        setItemText(static_cast<int>(InsightsSide::Figures), tr("All figures"));
        setAccessibleName(tr("Beside the charts"));
    });
    setCurrentIndex(static_cast<int>(own));
    connect(this, &QComboBox::activated, this, [this](int side) {
        setCurrentIndex(static_cast<int>(m_own)); // the other pane has a switch of its own
        if (side != static_cast<int>(m_own))
            Q_EMIT sideChosen(static_cast<InsightsSide>(side));
    });
}

} // namespace assize::ui
