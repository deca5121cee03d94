// SPDX-License-Identifier: Apache-2.0
#include "core/chart/drawing.h"

namespace assize {

double textSizePx(TextSize size) {
    switch (size) {
    case TextSize::Body:
        return 13;
    case TextSize::Small:
        return 12;
    case TextSize::Smallest:
        return 11;
    case TextSize::Mono:
        return 12.5;
    case TextSize::MonoSmall:
        return 11.5;
    }
    return 12;
}

double roughTextWidth(std::string_view text, TextSize size, bool isStrong) {
    constexpr double Latin = 0.56; // of the font size, the mean of common sans-serif fonts
    constexpr double Fixed = 0.61;
    const bool isMono = size == TextSize::Mono || size == TextSize::MonoSmall;
    double widths = 0;
    for (const char byte : text) {
        const auto unit = static_cast<unsigned char>(byte);
        if (unit < 0x80)
            widths += isMono ? Fixed : Latin;
        else if (unit >= 0xE3) // the first byte of a Han or kana letter
            widths += 1;
        else if (unit >= 0xC0) // the first byte of any other letter or sign
            widths += isMono ? Fixed : Latin;
    }
    return widths * textSizePx(size) * (isStrong ? 1.06 : 1);
}

Ink inkOf(Tone tone) {
    switch (tone) {
    case Tone::Accent:
        return Ink::Accent;
    case Tone::Neutral:
        return Ink::Neutral;
    case Tone::SideA:
        return Ink::SideA;
    case Tone::SideB:
        return Ink::SideB;
    case Tone::Tie:
        return Ink::Tie;
    case Tone::BothBad:
        return Ink::BothBad;
    case Tone::Alert:
    case Tone::AlertHatched:
        return Ink::Alert;
    case Tone::Quiet:
        return Ink::Label;
    }
    return Ink::Label;
}

} // namespace assize
