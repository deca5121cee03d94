// SPDX-License-Identifier: Apache-2.0
#include "core/chart/sketch.h"

#include <algorithm>

namespace assize {
namespace {

constexpr std::string_view Ellipsis = "…";

/// The longest beginning of whole characters that fits with an ellipsis after it.
std::string cutTo(const std::string& text, double room, const auto& widthOf) {
    std::vector<std::size_t> ends = {0};
    for (std::size_t at = 1; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U)
            ends.push_back(at);
    }
    const auto fits = [&](std::size_t end) { return widthOf(text.substr(0, end) + std::string(Ellipsis)) <= room; };
    const auto tooLong = std::partition_point(ends.begin() + 1, ends.end(), fits);
    return text.substr(0, *(tooLong - 1)) + std::string(Ellipsis);
}

} // namespace

double Sketch::widthOf(const Phrase& phrase, TextSize size, bool isStrong) const {
    return phrase.isEmpty() ? 0 : m_ruler(worded(phrase, m_words), size, isStrong);
}

void Sketch::text(double x, double y, const Phrase& phrase, const TextStyle& style, double room) {
    std::string text = worded(phrase, m_words);
    const auto widthOf = [&](const std::string& candidate) { return m_ruler(candidate, style.size, style.isStrong); };
    if (text.empty() || room <= 0)
        return;
    if (widthOf(text) > room)
        text = cutTo(text, room, widthOf);
    m_drawing.shapes.emplace_back(
        DrawnText{x, y, std::move(text), style.size, style.anchor, style.ink, style.isStrong});
}

void Sketch::spot(const Area& area, const Mark& mark) {
    if (!mark.tip.isEmpty())
        m_drawing.spots.push_back({area.x, area.y, area.width, area.height, mark});
}

void Sketch::legend(
    double x, double y, std::span<const std::pair<Tone, Phrase>> entries, double room, double lineHeight) {
    constexpr double Square = 10;
    const double left = x;
    for (const auto& [tone, name] : entries) {
        const double width = Square + 6 + widthOf(name, TextSize::Smallest);
        if (x > left && x + width > left + room) {
            x = left;
            y += lineHeight;
        }
        if (tone == Tone::Quiet)
            dot({x + Square / 2, y, 3.5, DotShape::Ring, inkOf(tone)});
        else
            box(tonedBox({x, y - Square / 2, Square, Square}, tone));
        text(x + Square + 6, y, name, {TextSize::Smallest, Ink::Secondary});
        x += width + 16;
    }
}

double placeOn(const Axis& axis, double value, double length) {
    if (axis.high <= axis.low)
        return length / 2;
    return std::clamp((value - axis.low) / (axis.high - axis.low), 0.0, 1.0) * length;
}

DrawnBox tonedBox(const Area& area, Tone tone) {
    DrawnBox box{area.x, area.y, area.width, area.height, inkOf(tone)};
    box.isHatched = tone == Tone::AlertHatched || tone == Tone::BothBad;
    if (box.isHatched)
        box.edge = box.fill;
    return box;
}

} // namespace assize
