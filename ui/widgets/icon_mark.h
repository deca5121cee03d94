// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/icons.h"
#include "ui/support/theme.h"
#include <QWidget>

namespace assize::ui {

/// An icon that stands by itself, in a colour of the theme there is when it is painted.
class IconMark final : public QWidget {
    Q_OBJECT

public:
    IconMark(Icon icon, int size, QColor Theme::*color, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    int m_size;
    QColor Theme::*m_color;
};

} // namespace assize::ui
