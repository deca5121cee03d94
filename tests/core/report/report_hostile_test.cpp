// SPDX-License-Identifier: Apache-2.0
// Texts of strangers end as text, wherever they stand in a session.
#include "core/base/markup.h"
#include "core/model/judge_json.h"
#include "core/report/report.h"
#include "tests/core/report/report_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string Script = "</td></table><script>alert('x')</script><img src=x onerror=\"alert(1)\"/>";

TEST(EscapedMarkup, LeavesNoMarkup) {
    EXPECT_EQ(escapedMarkup("a < b && c > \"d\" 'e'"), "a &lt; b &amp;&amp; c &gt; &quot;d&quot; &#39;e&#39;");
    EXPECT_EQ(escapedMarkup("&amp; {{t.head}}"), "&amp;amp; {{t.head}}");
    EXPECT_EQ(escapedMarkup("line\nnext\ttab\r"), "line\nnext\ttab&#13;");
}

TEST(EscapedMarkup, ShowsWhatTurnsTheDirectionOfWriting) {
    EXPECT_EQ(escapedMarkup("a\u202Eb\u2066c\u200Fd\u061Ce"), "a\u2948b\u2948c\u2948d\u2948e");
}

TEST(EscapedMarkup, HasOnlyCharactersOfXml) {
    EXPECT_EQ(escapedMarkup(std::string_view("a\0b\x01\x7F", 5)), "a\uFFFDb\uFFFD\uFFFD");
    EXPECT_EQ(escapedMarkup("a\xFFz\uFFFE\u0085"), "a\uFFFDz\uFFFD\uFFFD");
    EXPECT_EQ(escapedMarkup("\U0001F600 中文"), "\U0001F600 中文");
}

/// Markup in every place that a file, a judge, a model or a person fills.
TEST(HostileReport, HoldsNoMarkupOfStrangers) {
    TempSession temp;
    const RowKey item =
        temp.addPair(Script + "id", Script + "prompt", Script + "answer", Script + "other", Script + "category");
    RowKey run = 0;
    temp.write([&](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion version;
        version.definition.name = "j";
        version.definition.title = Script + "title";
        version.definition.notes = Script + "notes";
        version.definition.messages = {{Script + "role", Script + "message"}};
        version.definition.rubricPolicy = RubricPolicy::Fixed;
        version.definition.criteria.resize(1);
        version.definition.criteria[0].name = Script + "criterion";
        version.definition.criteria[0].description = Script + "description";
        version.hash = versionHash(version.definition);
        version.parentHash = Script + "parent";
        version.source = Script + "source";
        assize::Run row;
        row.name = Script + "run";
        row.identity = "x";
        row.endpointKind = "openai-chat";
        row.endpointUrl = "http://user:canary-key@host/" + Script;
        row.model = Script + "model";
        row.parameters = "{\"p\":\"</script>\"}";
        row.judgeVersionKey = valueOf(transaction.addJudgeVersion(version)).key;
        run = valueOf(transaction.addRun(row)).key;
        ItemLabel gold;
        gold.itemKey = item;
        gold.annotator = Script + "annotator";
        gold.label = Label::B;
        (void)valueOf(transaction.addLabel(gold));
        Annotation annotation;
        annotation.itemKey = item;
        annotation.annotator = Script + "person";
        annotation.label = Label::B;
        annotation.comment = Script + "comment";
        annotation.tags = {Script + "tag"};
        (void)valueOf(transaction.addAnnotation(annotation));
        Verdict verdict;
        verdict.runKey = run;
        verdict.itemKey = item;
        verdict.judgement.outcome = Outcome::Verdict;
        verdict.judgement.label = Label::A;
        verdict.judgement.overallJustification = Script + "because";
        verdict.judgement.flags = {Script + "flag"};
        CriterionScore score;
        score.criterion.name = Script + "scored";
        score.justificationA = Script + "reason";
        verdict.judgement.criteria = {score};
        (void)valueOf(transaction.addVerdict(verdict));
        verdict.presentation = "BA";
        verdict.judgement.outcome = Outcome::Refused;
        verdict.judgement.reason = Script + "refusal";
        (void)valueOf(transaction.addVerdict(verdict));
        return {};
    });
    ReportOptions options;
    options.title = Script + "heading";
    options.sessionName = Script + ".assize";
    for (const ReportMedium medium : {ReportMedium::Page, ReportMedium::Print}) {
        options.medium = medium;
        const ReportDocument document = valueOf(writeReport(temp.reader(), options));
        EXPECT_THAT(document.html, Not(HasSubstr("<script")));
        EXPECT_THAT(document.html, Not(HasSubstr("<img src=x")));
        EXPECT_THAT(document.html, HasSubstr("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
        EXPECT_THAT(document.html, Not(HasSubstr("canary-key")));
        EXPECT_EQ(xmlProblem(document.html), "");
        for (const std::string& picture : document.pictures) {
            EXPECT_THAT(picture, Not(HasSubstr("<script")));
            EXPECT_EQ(xmlProblem(picture), "");
        }
    }
}

TEST(HostileReport, LoadsNothingAndRunsNothing) {
    ReportSession session;
    const std::string html = session.html();
    EXPECT_THAT(html, HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
    for (const char* loader :
        {"<script", "<link", "<iframe", "<object", "@import", "url(http", "src=\"http", "javascript:"})
        EXPECT_THAT(html, Not(HasSubstr(loader)));
}

} // namespace
} // namespace assize::test
