// SPDX-License-Identifier: Apache-2.0
#include "core/chart/svg.h"

#include <fmt/format.h>

#include <iterator>
#include <set>

namespace assize {
namespace {

/// Text for an element or a quoted attribute. Control characters, which XML does not know, become spaces.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    }
    return result;
}

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
        const std::string fill = box.fill == Ink::None ? "none"
                                 : box.isHatched       ? fmt::format("url(#{})", hatchOf(box.fill))
                                                       : ink(box.fill);
        add(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}")", px(box.x), px(box.y), px(box.width),
            px(box.height), fill);
        if (box.edge != Ink::None)
            add(R"( stroke="{}")", ink(box.edge));
        if (box.opacity < 1)
            add(R"( fill-opacity="{}")", px(box.opacity));
        if (box.radius > 0)
            add(R"( rx="{}")", px(box.radius));
        m_body += "/>\n";
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
        add(R"(<text x="{}" y="{}" dominant-baseline="central" text-anchor="{}" font-family="{}" font-size="{}")",
            px(text.x), px(text.y), anchor, escaped(isMono ? m_options.monoFamily : m_options.fontFamily),
            px(textSizePx(text.size)));
        add(R"({} fill="{}">{}</text>)", text.isStrong ? R"( font-weight="600")" : "", ink(text.ink),
            escaped(text.text));
        m_body += '\n';
    }

    void addSpot(const HotSpot& spot, const ChartWords& words) {
        const std::string tip = worded(spot.mark.tip, words);
        if (tip.empty())
            return;
        add(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="none" pointer-events="all"><title>{}</title></rect>)",
            px(spot.x), px(spot.y), px(spot.width), px(spot.height), escaped(tip));
        m_body += '\n';
    }

    [[nodiscard]] std::string finish(const Drawing& drawing) const {
        std::string svg = fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img">)",
            px(drawing.width), px(drawing.height));
        svg += fmt::format("\n<title>{}</title>\n", escaped(m_options.title));
        if (!m_options.description.empty())
            svg += fmt::format("<desc>{}</desc>\n", escaped(m_options.description));
        if (!m_hatches.empty())
            svg += "<defs>\n";
        for (const Ink hatched : m_hatches)
            svg += fmt::format(R"svg(<pattern id="{}" width="5" height="5" patternUnits="userSpaceOnUse" )svg"
                               R"svg(patternTransform="rotate(45)"><rect width="2" height="5" fill="{}"/></pattern>)svg"
                               "\n",
                hatchName(hatched), ink(hatched));
        if (!m_hatches.empty())
            svg += "</defs>\n";
        return svg + m_body + "</svg>\n";
    }

private:
    template <typename... Values>
    void add(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(m_body), format, std::forward<Values>(values)...);
    }

    [[nodiscard]] std::string ink(Ink wanted) const { return escaped(m_options.ink(wanted)); }
    [[nodiscard]] std::string hatchName(Ink hatched) const {
        return escaped(fmt::format("{}-{}", m_options.hatchId, static_cast<int>(hatched)));
    }
    std::string hatchOf(Ink hatched) {
        m_hatches.insert(hatched);
        return hatchName(hatched);
    }

    const SvgOptions& m_options;
    std::string m_body;
    std::set<Ink> m_hatches;
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
