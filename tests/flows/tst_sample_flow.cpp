// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/verdict_glyph.h"

#include <QAction>
#include <QLabel>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

const QString RubricJudge = QStringLiteral("rubric-illustration");

} // namespace

/// Somebody's first ten minutes: the sample, a filter, a label, other weights, a step back, and the next morning.
class TestSampleFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup() { m_desk.reset(); }
    void sampleOpensAtItsFirstItemAndIsKept();
    void chipsNarrowTheListAndSayWhatTheyLeave();
    void searchFindsWordsOfTheAnswers();
    void labelByKeyIsShownOnceItIsStored();
    void switchingACriterionOffTurnsTheVerdict();
    void undoGoesBackStepByStepAndToItsItem();
    void everythingIsThereAfterARestart();

private:
    std::unique_ptr<test::Desk> m_desk;
};

void TestSampleFlow::sampleOpensAtItsFirstItemAndIsKept() {
    m_desk->find<QAction>("openSample")->trigger();
    QVERIFY(m_desk->shows(QStringLiteral("rail-007")));
    QCOMPARE(m_desk->items().size(), 38);
    QCOMPARE(m_desk->window().windowTitle(), QStringLiteral("sample.assize – Assize"));
    QVERIFY(std::filesystem::exists(m_desk->samplePath()));
    QVERIFY(m_desk->dialogs.errors.empty());
}

void TestSampleFlow::chipsNarrowTheListAndSayWhatTheyLeave() {
    QVERIFY(m_desk->openSample());
    QVERIFY(m_desk->useJudge(RubricJudge));
    m_desk->click("chipFlipped");
    const QStringList flipped = {
        QStringLiteral("desk-012"), QStringLiteral("poem-058"), QStringLiteral("cash-095"), QStringLiteral("lib-204")};
    ASSIZE_WAIT_FOR(m_desk->items(), flipped);
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("4 of 38 items"));
    m_desk->click("chipNarrow");
    ASSIZE_WAIT_FOR(m_desk->items(), QStringList({QStringLiteral("poem-058"), QStringLiteral("lib-204")}));
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("2 of 38 items"));
    m_desk->click("chipFlipped");
    m_desk->click("chipNarrow");
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("38 items"));
}

void TestSampleFlow::searchFindsWordsOfTheAnswers() {
    QVERIFY(m_desk->openSample());
    m_desk->press(Qt::Key_F, Qt::ControlModifier);
    m_desk->type(QStringLiteral("harrow vale"));
    ASSIZE_WAIT_FOR(m_desk->items(), QStringList(QStringLiteral("rail-007")));
    m_desk->press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("itemList"));
}

void TestSampleFlow::labelByKeyIsShownOnceItIsStored() {
    QVERIFY(m_desk->openSample(QStringLiteral("plan-176")));
    QCOMPARE(m_desk->label(), QString());
    m_desk->press(Qt::Key_6);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelBMuch"));
    const auto stored = m_desk->stored(QStringLiteral("plan-176"));
    QVERIFY(stored.has_value());
    QCOMPARE(stored->label, Label::B);
    QCOMPARE(stored->step, -2);
    QVERIFY(!stored->blind);
    QVERIFY(m_desk->words("savedAt").startsWith(QStringLiteral("Saved ")));
    m_desk->press(Qt::Key_0);
    ASSIZE_WAIT_FOR(m_desk->label(), QString());
    QCOMPARE(m_desk->storedCount(QStringLiteral("plan-176")), 2U);
    QVERIFY(!m_desk->stored(QStringLiteral("plan-176"))->label.has_value());
}

void TestSampleFlow::switchingACriterionOffTurnsTheVerdict() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(m_desk->useJudge(RubricJudge));
    QVERIFY(!m_desk->isSeen("whatIfBanner"));
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), true);
    QVERIFY(m_desk->words("whatIfBanner").startsWith(QStringLiteral("With your weights")));
    QCOMPARE(m_desk->find<GlyphLabel>("whatIfFrom")->accessibleName(), QStringLiteral("Judge: A better"));
    QCOMPARE(m_desk->find<GlyphLabel>("whatIfTo")->accessibleName(), QStringLiteral("With your weights: B better"));
    m_desk->press(Qt::Key_W);
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), false);
}

void TestSampleFlow::undoGoesBackStepByStepAndToItsItem() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(m_desk->useJudge(RubricJudge));
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), true);
    QVERIFY(m_desk->go(QStringLiteral("trip-066")));
    const QAction* undo = m_desk->find<QAction>("undo");
    QCOMPARE(undo->text(), QStringLiteral("&Undo weights of rubric-illustration"));
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo->text(), QStringLiteral("&Undo label on rail-007"));
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->shows(QStringLiteral("rail-007")));
    ASSIZE_WAIT_FOR(m_desk->label(), QString());
    QVERIFY(!m_desk->isSeen("whatIfBanner"));
    QVERIFY(!undo->isEnabled());
    m_desk->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    QCOMPARE(m_desk->storedCount(QStringLiteral("rail-007")), 3U);
}

void TestSampleFlow::everythingIsThereAfterARestart() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(m_desk->useJudge(RubricJudge));
    m_desk->click("chipDisagree");
    ASSIZE_WAIT_FOR(m_desk->find<Chip>("chipDisagree")->isChecked(), true);
    m_desk->press(Qt::Key_6);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelBMuch"));
    QVERIFY(m_desk->switchOff(QStringLiteral("Concise")));
    // With these weights the judge agrees on rail-007; as it judged, it does not.
    ASSIZE_WAIT_FOR(m_desk->items().contains(QStringLiteral("rail-007")), false);
    const QStringList tried = m_desk->items();
    m_desk->click("chipTried");
    ASSIZE_WAIT_FOR(m_desk->items().contains(QStringLiteral("rail-007")), true);
    const QStringList listed = m_desk->items();
    QVERIFY(m_desk->go(QStringLiteral("plan-176")));
    QVERIFY(m_desk->restart());
    QVERIFY(m_desk->shows(QStringLiteral("plan-176")));
    QVERIFY(m_desk->find<Chip>("chipDisagree")->isChecked());
    ASSIZE_WAIT_FOR(m_desk->items(), listed);
    ASSIZE_WAIT_FOR(m_desk->isSeen("whatIfBanner"), true);
    QVERIFY(m_desk->go(QStringLiteral("rail-007")));
    QCOMPARE(m_desk->label(), QStringLiteral("labelBMuch"));
    QVERIFY(!m_desk->find<QAction>("undo")->isEnabled());
    m_desk->click("chipTried");
    ASSIZE_WAIT_FOR(m_desk->items(), tried);
    const QString last = tried.last();
    QVERIFY(m_desk->go(last));
    QVERIFY(m_desk->restart());
    QVERIFY(m_desk->shows(last));
    ASSIZE_WAIT_FOR(m_desk->items(), tried);
    QCOMPARE(m_desk->shownItem(), last);
}

QTEST_MAIN(TestSampleFlow)
#include "tst_sample_flow.moc"
