// SPDX-License-Identifier: Apache-2.0
#include "ui/support/fonts.h"

#include <QFontDatabase>
#include <cmath>

namespace assize::ui {
namespace {

constexpr double PointsPerPixel = 72.0 / 96.0;

double pixelsOf(TextRole role) {
    switch (role) {
    case TextRole::PageTitle:
        return 24;
    case TextRole::Title:
        return 15;
    case TextRole::Body:
        return 13;
    case TextRole::Response:
        return 13.5;
    case TextRole::Table:
    case TextRole::Mono:
        return 12.5;
    case TextRole::Small:
        return 12;
    case TextRole::MonoSmall:
        return 11.5;
    case TextRole::Smallest:
        break;
    }
    return 11;
}

} // namespace

QFont fontFor(TextRole role, double factor) {
    const bool isFixed = role == TextRole::Mono || role == TextRole::MonoSmall;
    QFont font = QFontDatabase::systemFont(isFixed ? QFontDatabase::FixedFont : QFontDatabase::GeneralFont);
    font.setPointSizeF(pixelsOf(role) * PointsPerPixel * factor);
    if (role == TextRole::Title || role == TextRole::PageTitle)
        font.setWeight(QFont::DemiBold);
    return font;
}

QFont strongFont(TextRole role) {
    QFont font = fontFor(role);
    font.setWeight(QFont::DemiBold);
    return font;
}

int responseLineHeight(double factor) {
    constexpr double Height = 20.0;
    return static_cast<int>(std::lround(Height * factor));
}

} // namespace assize::ui
