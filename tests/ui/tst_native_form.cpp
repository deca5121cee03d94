// SPDX-License-Identifier: Apache-2.0
#include "ui/review/native_form.h"

#include <QTest>

using namespace assize;
using namespace assize::ui;

/// Verdicts in the judge's own form, as headline and rows say them.
class TestNativeForm final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formIsShownAsTheJudgeGaveIt_data();
    void formIsShownAsTheJudgeGaveIt();
    void whatPeopleSaidIsTheirResultElseTheirScore();
};

void TestNativeForm::formIsShownAsTheJudgeGaveIt_data() {
    QTest::addColumn<int>("task");
    QTest::addColumn<Judgement>("judgement");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("row");
    const auto add = [](const char* name, Task task, std::optional<Label> label, int step, const char* result,
                         std::vector<double> scores, const char* title, const char* detail, const char* row) {
        Judgement judgement;
        judgement.outcome = Outcome::Verdict;
        judgement.label = label;
        judgement.step = step;
        judgement.result = result;
        judgement.scores = std::move(scores);
        QTest::newRow(name) << static_cast<int>(task) << judgement << QString::fromUtf8(title)
                            << QString::fromUtf8(detail) << QString::fromUtf8(row);
    };
    add("pass or fail", Task::PassFail, {}, 0, "PASS", {0.94}, "PASS", "score 0.94", "PASS 0.94");
    add("fail alone", Task::PassFail, {}, 0, "FAIL", {}, "FAIL", "", "FAIL");
    add("score", Task::Direct, {}, 0, "4", {4}, "Score 4", "on a scale from 1 to 10", "4");
    add("class", Task::Classify, {}, 0, "polite", {}, "polite", "", "polite");
    add("best of many", Task::Select, {}, 0, "C", {}, "Best: C", "", "C");
    add("score pair", Task::ScorePair, Label::B, -1, "", {8, 9}, "",
        "judge label [[B>A]]\nscores 8 and 9, from 1 to 10", "8 9");
    add("label", Task::Pairwise, Label::B, -2, "", {}, "", "judge label [[B>>A]]", "“B”");
    add("tie", Task::Pairwise, Label::Tie, 0, "", {}, "", "judge label [[A=B]]", "“tie”");
}

void TestNativeForm::formIsShownAsTheJudgeGaveIt() {
    QFETCH(int, task);
    QFETCH(Judgement, judgement);
    const auto asked = static_cast<Task>(task);
    QTEST(nativeTitle(judgement, asked), "title");
    QTEST(nativeDetail(judgement, {asked, 1, 10, {}}), "detail");
    Verdict verdict;
    verdict.judgement = judgement;
    VerdictSummary summary;
    summary.orders = {&verdict};
    summary.label = judgement.label;
    QTEST(nativeResult(summary), "row");
}

void TestNativeForm::whatPeopleSaidIsTheirResultElseTheirScore() {
    ReviewItem review;
    QCOMPARE(humanResultOf(review, "me"), QString());
    ItemLabel label;
    label.score = 4;
    review.labels = {label};
    QCOMPARE(humanResultOf(review, "me"), QStringLiteral("4"));
    review.labels.front().result = "FAIL";
    QCOMPARE(humanResultOf(review, "me"), QStringLiteral("FAIL"));
}

Q_DECLARE_METATYPE(assize::Judgement)

QTEST_MAIN(TestNativeForm)
#include "tst_native_form.moc"
