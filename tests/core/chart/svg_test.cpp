// SPDX-License-Identifier: Apache-2.0
#include "core/chart/svg.h"

#include <gmock/gmock.h>

namespace assize {
namespace {

using testing::HasSubstr;
using testing::Not;

class NoWords final : public ChartWords {
public:
    [[nodiscard]] std::string text(std::string_view key) const override { return std::string(key); }
};

SvgOptions options() {
    SvgOptions result;
    result.ink = [](Ink ink) { return ink == Ink::Alert ? std::string("red") : std::string("teal"); };
    result.title = "Who <wins>";
    return result;
}

std::string svgOf(const Drawing& drawing) {
    return drawingToSvg(drawing, options(), NoWords());
}

TEST(Svg, HoldsEveryShapeWithItsPlace) {
    const Drawing drawing{100, 50,
        {DrawnBox{1.5, 2, 30, 4, Ink::Accent}, DrawnLine{0, 1, 2, 3, Ink::Alert, 1, true},
            DrawnDot{5, 6, 4, DotShape::Ring, Ink::Accent},
            DrawnText{7, 8, "n 12", TextSize::Small, Anchor::End, Ink::Text, true}},
        {}};
    const std::string svg = svgOf(drawing);
    EXPECT_THAT(svg, HasSubstr(R"(viewBox="0 0 100 50")"));
    EXPECT_THAT(svg, HasSubstr(R"(<rect x="1.5" y="2" width="30" height="4" fill="teal"/>)"));
    EXPECT_THAT(svg, HasSubstr(R"(<line x1="0" y1="1" x2="2" y2="3" stroke="red")"));
    EXPECT_THAT(svg, HasSubstr("stroke-dasharray"));
    EXPECT_THAT(svg, HasSubstr(R"(<circle cx="5" cy="6" r="4" fill="none" stroke="teal"/>)"));
    EXPECT_THAT(svg, HasSubstr(R"(<text x="7" y="12.32" text-anchor="end")")); // 12 px letters whose middle is at 8
    EXPECT_THAT(svg, Not(HasSubstr("dominant-baseline")));
    EXPECT_THAT(svg, HasSubstr(">n 12</text>"));
}

// Readers that know no patterns would paint such a box black, or not at all.
TEST(Svg, HatchesAreLinesWithinTheirBox) {
    DrawnBox box{10, 20, 14, 7, Ink::Alert};
    box.isHatched = true;
    const std::string svg = drawingToSvg({30, 30, {box}, {}}, options(), NoWords());
    EXPECT_THAT(svg, HasSubstr(R"(<rect x="10" y="20" width="14" height="7" fill="none"/>)"));
    EXPECT_THAT(svg, HasSubstr(R"(<path d="M10 27L17 20M17 27L24 20" stroke="red" stroke-width="2"/>)"));
}

// A category or judge named by a stranger must not become markup in somebody's report.
TEST(Svg, WordsOfStrangersStayWords) {
    const Drawing drawing{
        10, 10, {DrawnText{0, 0, "<script>&\"\x01"}}, {{0, 0, 5, 5, {literal("</title><script>"), {}}}}};
    const std::string svg = svgOf(drawing);
    EXPECT_THAT(svg, HasSubstr("&lt;script&gt;&amp;&quot;\uFFFD<"));
    EXPECT_THAT(svg, HasSubstr("<title>Who &lt;wins&gt;</title>"));
    EXPECT_THAT(svg, HasSubstr("<title>&lt;/title&gt;&lt;script&gt;</title>"));
    EXPECT_THAT(svg, Not(HasSubstr("<script>")));
}

TEST(Svg, TipsCanBeLeftOut) {
    SvgOptions plain = options();
    plain.hasTips = false;
    EXPECT_THAT(drawingToSvg({10, 10, {}, {{0, 0, 5, 5, {literal("12 items"), {}}}}}, plain, NoWords()),
        Not(HasSubstr("12 items")));
}

} // namespace
} // namespace assize
