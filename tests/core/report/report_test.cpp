// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"

#include "core/model/judge_json.h"
#include "core/model/probe.h"
#include "tests/core/report/report_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

ReportOptions only(std::string_view sections) {
    ReportOptions options;
    valueOf(setReportOption(options, "sections", sections));
    return options;
}

TEST(Report, TellsWhatWasJudgedByWhomAndHowWell) {
    ReportSession session;
    const std::string html = session.html();
    EXPECT_THAT(html, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(html, HasSubstr("<span>4 items</span>"));
    EXPECT_THAT(html, HasSubstr("<td>pairwise v1</td>"));
    EXPECT_THAT(html, HasSubstr("<td class=\"n\">8/8</td>"));
    EXPECT_THAT(html, HasSubstr("<strong>50.0\u00A0%</strong>")) << "two of four";
    EXPECT_THAT(html, HasSubstr("<td>A better</td><td class=\"n\">3</td><td class=\"n\">75.0\u00A0%</td>"));
    EXPECT_THAT(html, HasSubstr(versionHash([] {
        Judge judge;
        judge.name = "pairwise";
        return judge;
    }())));
    EXPECT_EQ(xmlProblem(html), "");
}

TEST(Report, SpeaksChinese) {
    ReportSession session;
    ReportOptions options;
    options.language = "zh_CN";
    const std::string html = session.html(options);
    EXPECT_THAT(html, HasSubstr("<html lang=\"zh-CN\">"));
    EXPECT_THAT(html, HasSubstr("<h2>评判了什么</h2>"));
    EXPECT_THAT(html, HasSubstr("<span>4 个条目</span>"));
    EXPECT_THAT(html, Not(HasSubstr("What was judged")));
    EXPECT_EQ(xmlProblem(html), "");
}

TEST(Report, HasTheSameBytesForTheSameSessionAndOptions) {
    ReportSession session;
    EXPECT_EQ(session.html(), session.html());
}

TEST(Report, ShowsTheSurestDisagreementFirstAndCountsTheOthers) {
    ReportSession session;
    ReportOptions options = only("disagreements");
    const std::string all = session.html(options);
    EXPECT_THAT(all, HasSubstr("2 items, all of them below."));
    EXPECT_LT(all.find("<code>wrong-1</code>"), all.find("<code>flip-1</code>"));
    EXPECT_THAT(all, HasSubstr("first answer"));
    EXPECT_THAT(all, Not(HasSubstr("<code>right-1</code>")));
    options.mostDisagreements = 1;
    const std::string one = session.html(options);
    EXPECT_THAT(one, HasSubstr("2 items; the 1 on which the judge was surest are below."));
    EXPECT_THAT(one, Not(HasSubstr("<code>flip-1</code>")));
    EXPECT_EQ(xmlProblem(all), "");
}

TEST(Report, LeavesOutWhatIsNotWanted) {
    ReportSession session;
    const std::string html = session.html(only("cost, reproduce"));
    EXPECT_THAT(html, HasSubstr("<section id=\"cost\">"));
    EXPECT_THAT(html, HasSubstr("<section id=\"reproduce\">"));
    EXPECT_THAT(html, HasSubstr("<section id=\"summary\""));
    EXPECT_THAT(html, Not(HasSubstr("<section id=\"judged\">")));
    EXPECT_EQ(occurrences(html, "<li><a href="), 2U);
}

/// The titles of the charts of a report, in its order.
std::vector<std::string> chartTitles(const std::string& html) {
    constexpr std::string_view Begin = "<figure class=\"chart\">\n<h4>";
    std::vector<std::string> titles;
    for (std::size_t at = html.find(Begin); at != std::string::npos; at = html.find(Begin, at + 1)) {
        const std::size_t from = at + Begin.size();
        titles.push_back(html.substr(from, html.find_first_of("<", from) - from));
        titles.back().resize(titles.back().find_last_not_of(' ') + 1);
    }
    return titles;
}

// One run in both orders: nothing changed between runs, no price is known, no model has a name.
TEST(Report, HoldsOtherChartsWhereTheyHaveSomethingToCompare) {
    ReportSession session;
    const std::string html = session.html(only("charts"));
    EXPECT_THAT(html, HasSubstr("<p class=\"empty\">Fewer than 50 items on which judge and gold both name a side</p>"));
    EXPECT_THAT(chartTitles(html),
        ElementsAre("Win rate of A", "Agreement, judges and humans", "Calibration", "Position consistency",
            "Length bias", "Scores by criterion", "Verdicts in both orders", "Margins"));
}

TEST(Report, HoldsTheChartsThatAreNamed) {
    ReportSession session;
    const std::string html = session.html(only("judged, charts.drift, charts.margins"));
    EXPECT_THAT(chartTitles(html), ElementsAre("Margins", "Change between runs"));
    EXPECT_THAT(html, HasSubstr("<p class=\"empty\">It takes two runs of this judge on the same labelled items.</p>"));
    EXPECT_THAT(html, HasSubstr("<section id=\"judged\">"));
    EXPECT_THAT(html, Not(HasSubstr("<section id=\"figures\">")));
    EXPECT_EQ(xmlProblem(html), "");
}

// One slice says what the whole does: nobody who did not ask wants it, and who asked wants an answer.
TEST(Report, BreaksFiguresDownIntoOneSliceForThoseWhoAsk) {
    ReportSession session;
    EXPECT_THAT(session.html(only("figures")), Not(HasSubstr("<h4>By ")));
    ReportOptions options = only("figures,reproduce");
    valueOf(setReportOption(options, "by", "length"));
    const std::string html = session.html(options);
    EXPECT_THAT(html, HasSubstr("<h4>By length of the answers</h4>"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\">0-199</th>"));
    EXPECT_THAT(html, HasSubstr("--by length"));
    valueOf(setReportOption(options, "by", "category"));
    EXPECT_THAT(session.html(options), HasSubstr("<th scope=\"row\">chat</th>"));
}

// Codes of files are not words for people.
TEST(Report, HasWordsForWhatHasNoLabelOrLanguage) {
    ReportSession session;
    session.temp().addPair("unlabelled", "?", "12345", "67890");
    session.addServerRun("quiet", parametersUnder(Probe::Markdown), Label::B);
    const std::string html = session.html(only("judged,judges"));
    EXPECT_THAT(html, HasSubstr("<td>no gold label</td>"));
    EXPECT_THAT(html, Not(HasSubstr("no-gold")));
    EXPECT_THAT(html, HasSubstr("<code>probe markdown</code>"));
    EXPECT_EQ(xmlProblem(html), "");
}

// What charts say of all runs together stands once.
TEST(Report, ShowsEachRunsOwnChartsAndSharedOnesOnce) {
    ReportSession session;
    Usage usage;
    usage.inputTokens = 100;
    session.addServerRun("one", "{}", Label::A, usage);
    session.addServerRun("two", "{}", Label::B, usage);
    const std::string html = session.html(only("charts"));
    EXPECT_EQ(occurrences(html, "<h4>Cost against agreement"), 1U);
    EXPECT_EQ(occurrences(html, "<h4>Win rate of A"), 3U);
}

TEST(Report, CutsLongTextsAndSaysSo) {
    ReportSession session;
    const RowKey item = session.temp().addPair("long", "prompt", std::string(3000, 'x'), "short");
    session.addGold(item, Label::B);
    session.temp().addVerdict(valueOf(session.temp().reader().run("pairwise-v1")).run.key, item, "AB", Label::A, 0.9);
    session.temp().addVerdict(valueOf(session.temp().reader().run("pairwise-v1")).run.key, item, "BA", Label::A, 0.9);
    const std::string html = session.html(only("disagreements"));
    EXPECT_THAT(html, HasSubstr(std::string(2500, 'x') + " <span class=\"more\">… 500 more characters</span>"));
    EXPECT_THAT(html, Not(HasSubstr(std::string(2501, 'x'))));
}

TEST(Report, NamesFailuresByClass) {
    ReportSession session;
    const RowKey run = session.temp().addRun("failing", "failing");
    Verdict verdict;
    verdict.runKey = run;
    verdict.itemKey = valueOf(session.temp().reader().findItem("right-1"));
    verdict.judgement.outcome = Outcome::Unparseable;
    verdict.judgement.reason = "no label";
    session.temp().write([&](SessionTransaction& transaction) -> Result<void> {
        const auto added = transaction.addVerdict(verdict);
        return added ? Result<void>() : tl::unexpected(added.error());
    });
    const std::string html = session.html(only("failures,figures"));
    EXPECT_THAT(html, HasSubstr("1 of 1 calls gave no verdict."));
    EXPECT_THAT(html, HasSubstr("Reply that cannot be read or breaks the rubric"));
    EXPECT_THAT(html, HasSubstr("<td>no label</td>"));
    EXPECT_THAT(html, HasSubstr("None of the main figures can be computed")) << "all failed";
    EXPECT_EQ(xmlProblem(html), "");
}

TEST(Report, SaysWhatChangedFromTheParent) {
    TempSession temp;
    temp.write([](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion first;
        first.definition.name = "rail";
        first.definition.messages = {{"user", "Compare {{response_a}} and {{response_b}}.\nBe brief."}};
        first.hash = versionHash(first.definition);
        first.source = "file";
        (void)valueOf(transaction.addJudgeVersion(first));
        JudgeVersion second = first;
        second.definition.messages[0].content = "Compare {{response_a}} and {{response_b}}.\nBe <strict>.";
        second.definition.samples = 3;
        second.parentHash = first.hash;
        second.hash = versionHash(second.definition);
        assize::Run run;
        run.name = "strict";
        run.identity = "strict";
        run.judgeVersionKey = valueOf(transaction.addJudgeVersion(second)).key;
        (void)valueOf(transaction.addRun(run));
        return {};
    });
    const std::string html = valueOf(writeReport(temp.reader(), only("judges"))).html;
    EXPECT_THAT(html, HasSubstr("What changed from rail v1 ("));
    EXPECT_THAT(html, HasSubstr("<code>samples</code>"));
    EXPECT_THAT(html, HasSubstr("<div class=\"removed\"><span class=\"sign\">−</span> Be brief.</div>"));
    EXPECT_THAT(html, HasSubstr("<div class=\"added\"><span class=\"sign\">+</span> Be &lt;strict&gt;.</div>"));
    EXPECT_EQ(xmlProblem(html), "");
}

TEST(Report, SaysOfAnEmptySessionThatItIsEmpty) {
    TempSession temp;
    const std::string html = valueOf(writeReport(temp.reader(), {})).html;
    EXPECT_THAT(html, HasSubstr("The session holds no items."));
    EXPECT_THAT(html, HasSubstr("This session has no runs yet"));
    EXPECT_THAT(html, HasSubstr("No item has a gold label"));
    EXPECT_THAT(html, Not(HasSubstr("nan")));
    EXPECT_EQ(xmlProblem(html), "");
}

TEST(Report, SaysWithoutGoldWhyThereIsNoAgreement) {
    TempSession temp;
    const RowKey run = temp.addRun("blind");
    temp.addVerdict(run, temp.addPair("1", "prompt", "a", "b"), "AB", Label::A, 0.5);
    const std::string html = valueOf(writeReport(temp.reader(), {})).html;
    EXPECT_THAT(html, HasSubstr("no item has a gold label"));
    EXPECT_EQ(xmlProblem(html), "");
}

// A reader asks whether the judge could stand in for the people who labelled, and whether it swayed them.
TEST(Report, HoldsTheJudgeAgainstEachPerson) {
    ReportSession session;
    session.temp().write([&](SessionTransaction& transaction) -> Result<void> {
        for (const char* person : {"maya", "ivo", "sana"}) {
            for (RowKey item = 1; item <= 4; ++item) {
                const auto added = transaction.addLabel({item, person, Label::A, {}, {}, {}});
                if (!added)
                    return tl::unexpected(added.error());
            }
        }
        Annotation blind;
        blind.itemKey = 3; // wrong-1, of which the judge says B
        blind.annotator = "lena";
        blind.label = Label::A;
        blind.blind = true;
        Annotation revealed = blind;
        revealed.label = Label::B;
        revealed.blind = false;
        for (const Annotation& annotation : {blind, revealed}) {
            if (const auto added = transaction.addAnnotation(annotation); !added)
                return tl::unexpected(added.error());
        }
        return {};
    });
    const std::string html = session.html(only("all-figures"));
    const auto rowOf = [&](const std::string& key) {
        const std::size_t begin = html.find("<code>" + key + "</code> <span");
        return begin == std::string::npos ? std::string() : html.substr(begin, html.find("</tr>", begin) - begin);
    };
    EXPECT_THAT(rowOf("alt_test"), HasSubstr("<td class=\"n\">0/4</td>"));
    EXPECT_THAT(rowOf("anchoring.changed"), HasSubstr("<td class=\"n\">1/1</td>"));
    EXPECT_THAT(rowOf("anchoring.toward_judge"), HasSubstr("100.0\u00A0%"));
}

TEST(Report, TellsTheSameCostAsItsFigures) {
    ReportSession session;
    Usage usage;
    usage.inputTokens = 1000;
    usage.outputTokens = 500;
    session.addServerRun("paid", "{}", Label::A, usage);
    ReportOptions options = only("cost, all-figures");
    Endpoint endpoint;
    endpoint.url = "http://models.example.org/v1";
    endpoint.price.input = 2; // of a million
    endpoint.price.output = 8;
    endpoint.price.currency = "EUR";
    options.prices = {endpoint};
    const std::string html = session.html(options);
    EXPECT_THAT(html, HasSubstr("<td class=\"n\">0.0060 EUR</td><td class=\"n\">6.0000 EUR</td>"));
    EXPECT_THAT(html, HasSubstr("<code>cost.per_1000_verdicts</code>"));
    EXPECT_THAT(html, HasSubstr("<td class=\"n\">6.000</td>"));
}

TEST(Report, TellsHowOftenAProbeFlips) {
    ReportSession session;
    session.addServerRun("plain", "{}", Label::A);
    session.addServerRun("probed", parametersUnder(Probe::Length), Label::B);
    const std::string html = session.html(only("all-figures"));
    const std::size_t row = html.find("<code>probe.length.flip_rate</code> <span");
    ASSERT_NE(row, std::string::npos);
    EXPECT_THAT(html.substr(row, html.find("</tr>", row) - row), HasSubstr("<td class=\"n\">1/1</td>"));
}

TEST(Report, RefusesWhatItDoesNotKnow) {
    ReportOptions options;
    EXPECT_EQ(setReportOption(options, "language", "fr").error().detail, "\"fr\" is not en or zh_CN");
    EXPECT_EQ(setReportOption(options, "sections", "figures,magic").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(setReportOption(options, "disagreements", "-1").error().subject, "disagreements");
    EXPECT_EQ(setReportOption(options, "seed", "x").error().subject, "seed");
    ReportSession session;
    options.runs = {"nobody"};
    EXPECT_EQ(writeReport(session.temp().reader(), options).error().code, ErrorCode::NotFound);
}

TEST(Report, StopsWhenAsked) {
    ReportSession session;
    std::stop_source stop;
    ReportOptions options;
    options.stop = stop.get_token();
    options.progress = [&](const ReportProgress& progress) {
        if (progress.run == "pairwise-v1")
            stop.request_stop();
    };
    EXPECT_EQ(writeReport(session.temp().reader(), options).error().code, ErrorCode::Cancelled);
}

TEST(Report, TellsHowToGetTheSameNumbers) {
    ReportSession session;
    ReportOptions options = only("reproduce");
    options.sessionName = "my session.assize";
    valueOf(setReportOption(options, "seed", "42"));
    const std::string html = session.html(options);
    EXPECT_THAT(html, HasSubstr("assize-cli report &#39;my session.assize&#39; -o report.html --language en --sections "
                                "reproduce --seed 42"));
    EXPECT_THAT(html, HasSubstr("assize-cli metrics &#39;my session.assize&#39; --run pairwise-v1"));
    EXPECT_THAT(html, HasSubstr("<td>Assize " ASSIZE_VERSION "</td>"));
}

} // namespace
} // namespace assize::test
