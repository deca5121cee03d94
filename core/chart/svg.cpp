// SPDX-License-Identifier: Apache-2.0
#include "core/chart/svg.h"

#include "core/base/markup.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace assize {
namespace {

/// At most two decimals, which is finer than any screen.
std::string px(double value) {
    std::string text = fmt::format("{:.2f}", value);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

class SvgWriter {
public:
    explicit SvgWriter(const SvgOptions& options)
        : m_options(options) {}

    void operator()(const DrawnBox& box) {
        const std::string fill = box.fill == Ink::None ? "none" : box.isHatched ? "none" : ink(box.fill);
        add(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}")", px(box.x), px(box.y), px(box.width),
            px(box.height), fill);
        if (box.edge != Ink::None)
            add(R"( stroke="{}")", ink(box.edge));
        if (box.opacity < 1)
            add(R"( fill-opacity="{}")", px(box.opacity));
        if (box.radius > 0)
            add(R"( rx="{}")", px(box.radius));
        m_body += "/>\n";
        if (box.isHatched && box.fill != Ink::None)
            addHatch(box);
    }

    void operator()(const DrawnLine& line) {
        add(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"{}/>)", px(line.x1), px(line.y1),
            px(line.x2), px(line.y2), ink(line.ink), px(line.width), line.isDashed ? R"( stroke-dasharray="4 3")" : "");
        m_body += '\n';
    }

    void operator()(const DrawnDot& dot) {
        const double r = dot.radius;
        switch (dot.shape) {
        case DotShape::Disc:
            add(R"(<circle cx="{}" cy="{}" r="{}" fill="{}"/>)", px(dot.x), px(dot.y), px(r), ink(dot.ink));
            break;
        case DotShape::Ring:
            add(R"(<circle cx="{}" cy="{}" r="{}" fill="none" stroke="{}"/>)", px(dot.x), px(dot.y), px(r),
                ink(dot.ink));
            break;
        case DotShape::Cross:
            add(R"(<path d="M{0} {1}L{2} {3}M{0} {3}L{2} {1}" stroke="{4}" stroke-width="1.5"/>)", px(dot.x - r),
                px(dot.y - r), px(dot.x + r), px(dot.y + r), ink(dot.ink));
            break;
        case DotShape::Square:
            add(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)", px(dot.x - r), px(dot.y - r), px(2 * r),
                px(2 * r), ink(dot.ink));
            break;
        }
        m_body += '\n';
    }

    void operator()(const DrawnText& text) {
        const bool isMono = text.size == TextSize::Mono || text.size == TextSize::MonoSmall;
        const char* anchor = text.anchor == Anchor::Start ? "start" : text.anchor == Anchor::Middle ? "middle" : "end";
        // Many readers of SVG know no dominant-baseline: letters stand on a line this far below their middle.
        constexpr double BelowMiddle = 0.36;
        add(R"(<text x="{}" y="{}" text-anchor="{}" font-family="{}" font-size="{}")", px(text.x),
            px(text.y + BelowMiddle * textSizePx(text.size)), anchor,
            escapedMarkup(isMono ? m_options.monoFamily : m_options.fontFamily), px(textSizePx(text.size)));
        add(R"({} fill="{}">{}</text>)", text.isStrong ? R"( font-weight="600")" : "", ink(text.ink),
            escapedMarkup(text.text));
        m_body += '\n';
    }

    void addSpot(const HotSpot& spot, const ChartWords& words) {
        const std::string tip = worded(spot.mark.tip, words);
        if (tip.empty())
            return;
        add(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="none" pointer-events="all"><title>{}</title></rect>)",
            px(spot.x), px(spot.y), px(spot.width), px(spot.height), escapedMarkup(tip));
        m_body += '\n';
    }

    [[nodiscard]] std::string finish(const Drawing& drawing) const {
        std::string svg = fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img">)",
            px(drawing.width), px(drawing.height));
        svg += fmt::format("\n<title>{}</title>\n", escapedMarkup(m_options.title));
        if (!m_options.description.empty())
            svg += fmt::format("<desc>{}</desc>\n", escapedMarkup(m_options.description));
        return svg + m_body + "</svg>\n";
    }

private:
    template <typename... Values>
    void add(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(m_body), format, std::forward<Values>(values)...);
    }

    [[nodiscard]] std::string ink(Ink wanted) const { return escapedMarkup(m_options.ink(wanted)); }
    /// Diagonals cut at the box's edges: many readers of SVG know no patterns.
    void addHatch(const DrawnBox& box) {
        constexpr double Distance = 7;
        std::string path;
        for (double offset = Distance - box.height; offset < box.width; offset += Distance) {
            const double begin = std::max(0.0, -offset);
            const double end = std::min(box.height, box.width - offset);
            if (begin < end)
                path += fmt::format("M{} {}L{} {}", px(box.x + offset + begin), px(box.y + box.height - begin),
                    px(box.x + offset + end), px(box.y + box.height - end));
        }
        if (!path.empty())
            add(R"(<path d="{}" stroke="{}" stroke-width="2"/>)", path, ink(box.fill));
        m_body += '\n';
    }

    const SvgOptions& m_options;
    std::string m_body;
};

} // namespace

std::string drawingToSvg(const Drawing& drawing, const SvgOptions& options, const ChartWords& words) {
    SvgWriter writer(options);
    for (const DrawnShape& shape : drawing.shapes)
        std::visit(writer, shape);
    if (options.hasTips) {
        for (const HotSpot& spot : drawing.spots)
            writer.addSpot(spot, words);
    }
    return writer.finish(drawing);
}

} // namespace assize
