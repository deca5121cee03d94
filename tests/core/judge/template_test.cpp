// SPDX-License-Identifier: Apache-2.0
#include "core/judge/template.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

TemplateValue text(std::string value) {
    return {std::move(value), {}, false, false};
}

const TemplateScope& variables() {
    static const TemplateScope scope = {{"name", text("Ada")}, {"tricky", text("{{name}} <b> & \"")},
        {"empty", text("")}, {"absent", {{}, {}, false, true}}, {"metadata.*", {{}, {}, false, true}},
        {"metadata.year", text("1843")}, {"list", {{}, {{{"x", text("1")}}, {{"x", text("2")}}}, true, false}},
        {"none", {{}, {}, true, false}}};
    return scope;
}

std::string rendered(std::string_view source, bool keepUnknown = false) {
    const TemplateScope partials = {{"part", text("P {{name}}")}};
    const auto output = renderTemplate(source, variables(), partials, keepUnknown);
    return output ? output->text : output.error().subject + ": " + output.error().detail.english();
}

struct RenderCase {
    std::string_view source;
    std::string_view expected;
};

void PrintTo(const RenderCase& example, std::ostream* out) {
    *out << testing::PrintToString(example.source);
}

class Templates : public testing::TestWithParam<RenderCase> {};

TEST_P(Templates, Render) {
    EXPECT_EQ(rendered(GetParam().source), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Template, Templates,
    testing::Values(RenderCase{"Hello {{name}}!", "Hello Ada!"},
        RenderCase{"{{ name }}{{&name}}{{{name}}}", "AdaAdaAda"}, RenderCase{"{{tricky}}", "{{name}} <b> & \""},
        RenderCase{"{{> part}}", "P {{name}}"},
        RenderCase{"{{#name}}yes {{.}}{{/name}}{{^name}}no{{/name}}", "yes Ada"},
        RenderCase{"{{#empty}}yes{{/empty}}{{^empty}}no{{/empty}}", "no"},
        RenderCase{"{{#list}}<{{x}}{{name}}>{{/list}}", "<1Ada><2Ada>"},
        RenderCase{"{{#none}}x{{/none}}{{^none}}-{{/none}}", "-"},
        RenderCase{"{{metadata.year}}{{metadata.other}}", "1843"}, RenderCase{"a{{! no }}b", "ab"},
        RenderCase{"a\n{{#name}}\nb\n{{/name}}\nc\n", "a\nb\nc\n"}, RenderCase{"a\r\n  {{! x }}  \r\nb", "a\r\nb"},
        RenderCase{"{{#name}}\n{{/name}}", ""}, RenderCase{"a {{#name}}\nb{{/name}}", "a \nb"},
        RenderCase{"{{#none}}{{#list}}{{x}}{{/list}}{{/none}}.", "."},
        RenderCase{"{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}"}, RenderCase{"", ""}));

TEST(Template, UnknownNamesAreErrorsWithTheLine) {
    EXPECT_EQ(rendered("a\nb {{nmae}}"), "line 2: unknown variable \"nmae\"");
    EXPECT_EQ(rendered("{{#nmae}}x{{/nmae}}"), "line 1: unknown variable \"nmae\"");
    EXPECT_EQ(rendered("{{> prat}}"), "line 1: unknown partial \"prat\"");
    EXPECT_EQ(rendered("{{x}}"), "line 1: unknown variable \"x\"");
}

TEST(Template, BrokenTagsAreErrors) {
    EXPECT_EQ(rendered("{{=<% %>=}}"), "line 1: other delimiters cannot be set");
    EXPECT_EQ(rendered("\n\n{{name"), "line 3: the tag is never closed");
    EXPECT_EQ(rendered("{{}}"), "line 1: the tag has no name");
    EXPECT_EQ(rendered("{{#name}}x"), "line 1: the section has no end");
    EXPECT_EQ(rendered("x{{/name}}"), "line 1: no section is open here");
    EXPECT_EQ(rendered("{{#name}}{{/list}}{{/name}}"), "line 1: another section must end first");
}

TEST(Template, ATryShowsThemAsTyped) {
    EXPECT_EQ(rendered("{{nmae}} {{name}} {{> prat}} {{name", true), "{{nmae}} Ada {{> prat}} {{name");
}

TEST(Template, NamesWhatWasUsedAndIsAbsent) {
    const auto output = renderTemplate("{{absent}}{{#absent}}{{absent}}{{/absent}}{{empty}}", variables(), {}, false);
    ASSERT_TRUE(output.has_value());
    EXPECT_EQ(output->absentNames, std::vector<std::string>{"absent"});
}

TEST(Template, TokensCoverTheTextWithoutGaps) {
    const std::string_view source = "a {{b}}\n{{#c}}{{{d}}}{{/c}}{{!e}}{{=f=}}{{";
    std::size_t at = 0;
    for (const TemplateToken& token : scanTemplate(source)) {
        EXPECT_EQ(token.offset, at);
        at += token.length;
    }
    EXPECT_EQ(at, source.size());
}

} // namespace
} // namespace assize
