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
    EXPECT_THAT(svg, HasSubstr(R"(text-anchor="end")"));
    EXPECT_THAT(svg, HasSubstr(">n 12</text>"));
}

TEST(Svg, HatchesAreToldApartByTheirPrefix) {
    DrawnBox box{0, 0, 10, 10, Ink::Alert};
    box.isHatched = true;
    SvgOptions named = options();
    named.hatchId = "position";
    const std::string svg = drawingToSvg({10, 10, {box}, {}}, named, NoWords());
    EXPECT_THAT(svg, HasSubstr("<pattern id=\"position-16\""));
    EXPECT_THAT(svg, HasSubstr("fill=\"url(#position-16)\""));
}

// A category or judge named by a stranger must not become markup in somebody's report.
TEST(Svg, WordsOfStrangersStayWords) {
    const Drawing drawing{
        10, 10, {DrawnText{0, 0, "<script>&\"\x01"}}, {{0, 0, 5, 5, {literal("</title><script>"), {}}}}};
    const std::string svg = svgOf(drawing);
    EXPECT_THAT(svg, HasSubstr("&lt;script&gt;&amp;&quot; <"));
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
