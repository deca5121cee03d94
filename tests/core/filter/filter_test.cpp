// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter.h"

#include "core/model/judge_json.h"
#include "tests/support/temp_session.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

using test::valueOf;

/// Five items, two runs. Run "main": 1 consistent A, 2 flipped, 3 mixed, 4 failed, 5 not judged; run "other" judges 1.
class FilterTest : public ::testing::Test {
protected:
    void SetUp() override {
        for (const char* id : {"1", "2", "3", "4", "5"})
            m_items.push_back(addItem(id));
        m_main = m_temp.addRun("main", "strict");
        m_other = m_temp.addRun("other", "lenient");
        m_temp.addVerdict(m_main, m_items[0], "AB", Label::A, 0.5);
        m_temp.addVerdict(m_main, m_items[0], "BA", Label::A, 0.3);
        m_temp.addVerdict(m_main, m_items[1], "AB", Label::A, 0.1);
        m_temp.addVerdict(m_main, m_items[1], "BA", Label::B, -0.2);
        m_temp.addVerdict(m_main, m_items[2], "AB", Label::B, -0.6);
        m_temp.addVerdict(m_main, m_items[2], "BA", Label::BothBad, 0);
        m_temp.addVerdict(m_other, m_items[0], "AB", Label::B, -0.9);
        m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
            Verdict refused;
            refused.runKey = m_main;
            refused.itemKey = m_items[3];
            refused.judgement.outcome = Outcome::Refused;
            valueOf(transaction.addVerdict(refused));
            valueOf(transaction.addLabel({m_items[0], "", Label::A, {}, {}, ""}));
            valueOf(transaction.addLabel({m_items[1], "", Label::A, {}, {}, ""}));
            valueOf(transaction.addLabel({m_items[2], "", Label::B, {}, {}, ""}));
            valueOf(transaction.addLabel({m_items[3], "rater1", {}, {}, 4.0, ""}));
            Annotation annotation;
            annotation.itemKey = m_items[2];
            annotation.annotator = "anna";
            annotation.label = Label::Tie;
            annotation.tags = {"too-long", "非常长"};
            valueOf(transaction.addAnnotation(annotation));
            annotation.itemKey = m_items[4];
            annotation.annotator = "ben";
            annotation.label.reset();
            annotation.tags.clear();
            annotation.flagged = true;
            valueOf(transaction.addAnnotation(annotation));
            return {};
        });
    }

    RowKey addItem(const std::string& id) {
        Item item;
        item.format = "pairs";
        item.sourceId = id;
        const int number = std::stoi(id);
        item.turns = {{"user", number == 3 ? "请解释机器学习" : "Explain item " + id}};
        item.responses = {{std::string(static_cast<std::size_t>(number), 'x'), "model-" + id}, {"yes", "base"}};
        item.category = number < 3 ? "chat" : "code_100%";
        item.metadata = R"({"level":)" + id + R"(,"from":{"site":"web )" + id + R"("}})";
        RowKey key = 0;
        m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
            key = valueOf(transaction.addItem(item, {})).key;
            return {};
        });
        return key;
    }

    FilterScope scope() { return {m_main, "anna", &m_temp.reader()}; }

    /// The source ids that a filter leaves, as "1 2 3".
    std::string found(const std::string& filter, const FilterScope& scope) {
        const auto condition = compileFilter(filter, scope);
        if (!condition)
            return condition.error().subject + ": " + condition.error().detail.english();
        ItemQuery query;
        query.condition = *condition;
        query.runKey = scope.runKey;
        query.annotator = scope.annotator;
        const auto keys = m_temp.reader().itemKeys(query);
        if (!keys)
            return keys.error().detail.english();
        std::string ids;
        for (const RowKey key : *keys)
            ids += (ids.empty() ? "" : " ") + valueOf(m_temp.reader().item(key)).sourceId;
        return ids;
    }

    test::TempSession m_temp;
    std::vector<RowKey> m_items;
    RowKey m_main = 0;
    RowKey m_other = 0;
};

TEST_F(FilterTest, Expressions) {
    const struct {
        const char* filter;
        const char* ids;
    } cases[] = {
        {"", "1 2 3 4 5"},
        {"category == \"chat\"", "1 2"},
        {"category != \"chat\"", "3 4 5"},
        {"category ~ \"100%\"", "3 4 5"},
        {"category ~ \"CHA\"", "1 2"},
        {"id == \"4\"", "4"},
        {"id == 4", "4"},
        {"id != \"4\"", "1 2 3 5"},
        {"label == \"A>B\"", "1"},
        {"label == \"model_a\"", "1"},
        {"label == \"tie\"", "3"},
        {"label == \"flip\"", "2"},
        {"not label == \"A>B\"", "2 3 4 5"},
        {"label != gold", "2 3"},
        {"gold == \"A>B\"", "1 2"},
        {"gold == 4", "4"},
        {"gold > 3.5", "4"},
        {"annotation == \"tie\"", "3"},
        {"label == annotation", "3"},
        {"disagree", "2"},
        {"margin > 0.3", "1"},
        {"0.3 < margin", "1"},
        {"abs(margin) < 0.1", "2"},
        {"margin >= -0.3 and margin <= -0.3", "3"},
        {"margin_forward > 0.4", "1"},
        {"margin_backward < 0.3 and margin_backward > -1", "2 3"},
        {"abs(margin_forward) == 0.6", "3"},
        {"run(\"other\").margin_forward < 0", "1"},
        {"run(\"other\").margin_backward < 1", ""},
        {"outcome == \"refused\"", "4"},
        {"outcome == \"verdict\"", "1 2 3"},
        {"failed", "4"},
        {"flipped", "2"},
        {"consistent", "1"},
        {"mixed", "3"},
        {"annotated", "3"},
        {"flagged", ""},
        {"stale", ""},
        {"tag:too-long", "3"},
        {"tag:\"非常长\"", "3"},
        {"tag:long", ""},
        {"annotator == \"rater1\"", "4"},
        {"annotator ~ \"N\"", "3 5"},
        {"judge == \"lenient\"", "1"},
        {"judge != \"strict\"", "5"},
        {"model == \"model-2\"", "2"},
        {"model ~ \"BASE\"", "1 2 3 4 5"},
        {"language == \"zh\"", "3"},
        {"length_a > length_b", "4 5"},
        {"length_b == 3 and length_a <= 2", "1 2"},
        {"prompt ~ \"explain\"", "1 2 4 5"},
        {"prompt ~ \"学习\"", "3"},
        {"response ~ \"xx\"", "2"},
        {"text ~ \"yes explain\"", "1 2 4 5"},
        {"response ~ \"explain\"", ""},
        {"metadata.level == 3", "3"},
        {"metadata.level >= 4", "4 5"},
        {"metadata.from.site ~ \"WEB 2\"", "2"},
        {"metadata.\"from\".site == \"web 1\"", "1"},
        {"metadata.none == 1", ""},
        {"run(\"other\").label == \"B\"", "1"},
        {"run(\"other\").margin < 0", "1"},
        {"run(\"other\").label != run(\"main\").label", "1"},
        {"run(\"main\").flipped", "2"},
        {"not (category == \"chat\" or failed)", "3 5"},
        {"category == \"chat\" and flipped or failed", "2 4"},
        {"not not failed", "4"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(found(row.filter, scope()), row.ids) << row.filter;
}

// Anna says tie of item 3, whose gold label is B; items 1 and 2 have gold alone.
TEST_F(FilterTest, HumanIsTheOwnLabelElseGold) {
    FilterScope anna = scope();
    anna.annotator = "anna";
    EXPECT_EQ(found("human == \"A>B\"", anna), "1 2");
    EXPECT_EQ(found("human == \"A=B\"", anna), "3");
    EXPECT_EQ(found("human == \"B>A\"", anna), "");
    EXPECT_EQ(found("label == human", anna), "1 3"); // of 3 the run says a side in one order and both bad in the other
    EXPECT_EQ(found("label != human", anna), found("disagree", anna));
    anna.annotator = "ben";
    EXPECT_EQ(found("human == \"B>A\"", anna), "3");
}

TEST_F(FilterTest, WithoutAnAnnotatorEverybodyCounts) {
    const FilterScope everybody{m_main, {}, &m_temp.reader()};
    EXPECT_EQ(found("flagged", everybody), "5");
    EXPECT_EQ(found("annotated", everybody), "3");
    EXPECT_EQ(found("annotation == \"A=B\"", everybody), "3");
}

TEST_F(FilterTest, FindsTheSameAfterTheSearchIndexIsFull) {
    ASSERT_EQ(valueOf(m_temp.writer().indexMore(1000)), 0);
    EXPECT_EQ(found("prompt ~ \"学习\"", scope()), "3");
    EXPECT_EQ(found("text ~ \"yes explain\"", scope()), "1 2 4 5");
    EXPECT_EQ(found("response ~ \"explain\"", scope()), "");
}

// A label that nobody can give matched nothing, and said nothing.
TEST_F(FilterTest, ALabelThatNobodyGivesIsRefused) {
    EXPECT_EQ(found("label == \"C\"", scope()),
        "filter, column 10: \"C\" is no label here; they are A>B, B>A, A=B, A=B (both bad), flip");
    EXPECT_EQ(found("score(\"Tone\") > 1", scope()),
        "filter, column 1: there is no criterion \"Tone\": no judge has scored any");
    m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
        return transaction.addLabel({m_items[4], "rater2", {}, {}, {}, "C"}).map([](bool) {});
    });
    EXPECT_EQ(found("label == \"C\"", scope()), "");
    EXPECT_EQ(found("label == \"tie\"", scope()), found("label == \"A=B\"", scope()));
    EXPECT_EQ(found("gold == \"4\"", scope()), "4");
    EXPECT_NE(found("label == \"nan\"", scope()), "") << "no number, and no label";
}

// The marks of charts of direct scores ask so.
TEST_F(FilterTest, NoLabelIsComparedWithTheEmptyText) {
    EXPECT_EQ(found("label != \"\" and gold != \"\"", scope()), "1 2 3");
    EXPECT_EQ(found("gold != \"\"", scope()), "1 2 3 4");
}

TEST_F(FilterTest, AScoreIsAsMinusBs) {
    m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
        Verdict verdict;
        verdict.runKey = m_main;
        verdict.itemKey = m_items[4];
        verdict.judgement.outcome = Outcome::Verdict;
        CriterionScore tone;
        tone.criterion.name = "Tone";
        tone.scoreA = 2;
        tone.scoreB = 5;
        verdict.judgement.criteria = {tone};
        valueOf(transaction.addVerdict(verdict));
        return {};
    });
    EXPECT_EQ(found("score(\"tone\") == -3", scope()), "5");
    EXPECT_EQ(found("abs(score(\"Tone\")) > 2.5", scope()), "5");
    EXPECT_EQ(
        found("score(\"Other\") > -9", scope()), "filter, column 1: there is no criterion \"Other\"; they are Tone");
    EXPECT_EQ(found("score(\"Tonne\") > 1", scope()),
        "filter, column 1: there is no criterion \"Tonne\", did you mean \"Tone\"? they are Tone");
}

TEST_F(FilterTest, ALabelMadeUnderAnEarlierVersionIsStale) {
    m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
        Annotation annotation;
        annotation.itemKey = m_items[0];
        annotation.annotator = "anna";
        annotation.label = Label::A;
        annotation.shownRunKey = m_main;
        valueOf(transaction.addAnnotation(annotation));
        return {};
    });
    EXPECT_EQ(found("stale", scope()), "");
    m_temp.write([&](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion next;
        next.definition.name = "strict";
        next.definition.samples = 3;
        return transaction.addJudgeVersion(next).map([](const JudgeVersion&) {});
    });
    EXPECT_EQ(found("stale", scope()), "1");
}

TEST_F(FilterTest, ErrorsSayWhereAndWhy) {
    const struct {
        const char* filter;
        const char* subject;
        const char* detail;
    } cases[] = {
        {"lable == \"A\"", "filter, column 1", "unknown name \"lable\", did you mean \"label\"? known are id, "},
        {"failed and fliped", "filter, column 12", "did you mean \"flipped\"?"},
        {"category = \"chat\"", "filter, column 10", "write == to compare"},
        {"category == \"chat", "filter, column 13", "the text has no closing quote"},
        {"category == chat", "filter, column 13", "unknown name \"chat\""},
        {"category", "filter, column 9", "a comparison is expected here"},
        {"(failed", "filter, column 8", "the parenthesis of column 1 is not closed"},
        {"failed)", "filter, column 7", "\"and\", \"or\" or the end is expected here"},
        {"failed and", "filter, column 11", "a name, a number or a text in quotes is expected here"},
        {"margin > \"x\"", "filter, column 10", "\"margin\" is a number: write it without quotes"},
        {"margin ~ \"x\"", "filter, column 1", "~ looks into texts"},
        {"prompt == \"x\"", "filter, column 1", "is searched with ~"},
        {"1 == 2", "filter, column 1", "one side of a comparison must be a name"},
        {"outcome == \"broken\"", "filter, column 12", "they are verdict, abstained, refused, "},
        {"run(\"none\").label == \"A\"", "filter, column 13", "there is no run \"none\": the runs are: main, other"},
        {"run(\"main\").category == \"A\"", "filter, column 13", "\"category\" does not belong to a run"},
        {"abs(category) > 1", "filter, column 5", "abs() takes a number"},
        {"score > 1", "filter, column 7", "(\"name\")"},
        {"metadata == 1", "filter, column 1", "metadata needs a key"},
        {"tag: ", "filter, column 1", "tag: needs a word"},
        {"model < \"x\"", "filter, column 1", "is compared with ==, != or ~"},
        {"margin > 1x", "filter, column 10", "this is not a number"},
        {"failed; drop table items", "filter, column 7", "\";\" means nothing here"},
        {"flipped == 1", "filter, column 1", "\"flipped\" stands alone"},
    };
    for (const auto& row : cases) {
        const auto condition = compileFilter(row.filter, scope());
        ASSERT_FALSE(condition) << row.filter;
        EXPECT_EQ(condition.error().code, ErrorCode::InvalidArgument);
        EXPECT_EQ(condition.error().subject, row.subject) << row.filter;
        const std::string detail = condition.error().detail.english();
        EXPECT_NE(detail.find(row.detail), std::string::npos) << row.filter << ": " << detail;
    }
}

TEST_F(FilterTest, VerdictNamesNeedARunWhereThereAreSeveral) {
    const FilterScope noRun{0, {}, &m_temp.reader()};
    EXPECT_EQ(found("margin > 0", noRun),
        "filter, column 1: \"margin\" speaks of a run's verdicts, and the session has 2 runs: choose one with --run, "
        "or write run(\"NAME\").margin");
    m_temp.write([&](SessionTransaction& transaction) { return transaction.setRunHidden(m_other, true); });
    EXPECT_EQ(found("margin > 0", noRun), "1");
    EXPECT_EQ(found("flipped", noRun), "2");
}

TEST_F(FilterTest, EndlessExpressionsAreRefused) {
    EXPECT_EQ(found(std::string(200'000, '('), scope()), "filter, column 101: parentheses are nested too deeply");
    std::string many = "failed";
    for (int count = 0; count < 500; ++count)
        many += " or failed";
    EXPECT_NE(found(many, scope()).find("a filter has at most 400 conditions"), std::string::npos);
    std::string nots;
    for (int count = 0; count < 100'001; ++count)
        nots += "not ";
    EXPECT_EQ(found(nots + "failed", scope()), "1 2 3 5");
}

TEST(FiltersWhileBlind, TellTheVerdictOnlyWhereTheyNameIt) {
    for (const char* telling : {"label == \"A\"", "abs(margin) < 0.1", "flipped and not margin > 0",
             "score(\"Form\") > 0", "run(\"main\").label == \"B\"", "gold == \"tie\"", "\"A\" == human",
             "category == \"x\" or forward == \"A\""})
        EXPECT_TRUE(tellsVerdict(telling)) << telling;
    for (const char* silent :
        {"disagree", "not flipped", "run(\"main\").label != run(\"other\").label", "failed", "outcome == \"refused\"",
            "annotation == \"A\"", "not annotated", "tag:odd and length_a > 3", "forward != backward", "margin <", ""})
        EXPECT_FALSE(tellsVerdict(silent)) << silent;
}

} // namespace
} // namespace assize
