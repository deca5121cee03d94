// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/models/rubric_model.h"
#include "ui/review/response_view.h"
#include "ui/review/rubric_view.h"
#include "ui/widgets/chip.h"

#include <QAction>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

const QString Rail = QStringLiteral("rail-007");

} // namespace

/// Taking things back: one step for one thing done, wherever one has got to since, and nothing else moves.
class TestUndoFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void everyDragOfASliderIsOneStep();
    void sliderThatIsBackWhereItWasLeavesNoStep();
    void heldKeyIsOneStepAndEachPressAnother();
    void stepOfAnItemThatTheFilterHidesShowsIt();
    void undoInAnotherModeGoesBackToReview();
    void labelLeavesTheAnswersWhereTheyAreScrolledTo();
    void tabAndAddedFilterAreThereAfterARestart();

private:
    [[nodiscard]] RubricView& rubric() const { return *m_desk->find<RubricView>("rubric"); }
    [[nodiscard]] QPoint knobAt(double weight) const;
    void drag(std::initializer_list<double> weights) const;
    [[nodiscard]] double weight() const {
        return rubric().model()->index(0, RubricModel::WeightColumn).data(RubricModel::WeightRole).toDouble();
    }
    [[nodiscard]] const QAction* undo() const { return m_desk->find<QAction>("undo"); }

    std::unique_ptr<test::Desk> m_desk;
};

void TestUndoFlow::init() {
    m_desk = std::make_unique<test::Desk>();
    QVERIFY(m_desk->openSample(Rail));
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
}

/// Where the slider of the first criterion stands at this weight.
QPoint TestUndoFlow::knobAt(double weight) const {
    const QRect groove =
        RubricDelegate::sliderArea(rubric().visualRect(rubric().model()->index(0, RubricModel::WeightColumn)));
    return {groove.left() + qRound(weight * groove.width()), groove.center().y()};
}

void TestUndoFlow::drag(std::initializer_list<double> weights) const {
    QWidget* area = rubric().viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, knobAt(*weights.begin()));
    for (const double weight : weights)
        QTest::mouseMove(area, knobAt(weight));
    QTest::mouseRelease(area, Qt::LeftButton, {}, knobAt(*std::prev(weights.end())));
}

void TestUndoFlow::everyDragOfASliderIsOneStep() {
    const double judged = weight();
    drag({0.3, 0.4, 0.5});
    const double first = weight();
    QVERIFY2(std::abs(first - 0.5) < 0.02, qPrintable(QString::number(first)));
    drag({0.6, 0.7});
    QVERIFY2(std::abs(weight() - 0.7) < 0.02, qPrintable(QString::number(weight())));
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(weight(), first);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(weight(), judged);
    QVERIFY(!undo()->isEnabled());
    m_desk->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(weight(), first);
}

void TestUndoFlow::sliderThatIsBackWhereItWasLeavesNoStep() {
    drag({0.5});
    const double first = weight();
    drag({0.6, 0.7, 0.5});
    QCOMPARE(weight(), first);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!undo()->isEnabled());
}

void TestUndoFlow::heldKeyIsOneStepAndEachPressAnother() {
    rubric().setFocus();
    rubric().setCurrentIndex(rubric().model()->index(0, RubricModel::NameColumn));
    const double judged = weight();
    m_desk->press(Qt::Key_Right);
    const double once = weight();
    QVERIFY(std::abs(once - judged - 0.05) < 0.001);
    QTest::keyPress(&rubric(), Qt::Key_Right);
    for (int i = 0; i < 3; ++i) {
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(&rubric(), &again);
    }
    QTest::keyRelease(&rubric(), Qt::Key_Right);
    QVERIFY(std::abs(weight() - judged - 0.25) < 0.001);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(weight(), once);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(weight(), judged);
}

void TestUndoFlow::stepOfAnItemThatTheFilterHidesShowsIt() {
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    m_desk->click("chipUnlabelled");
    QTRY_VERIFY(m_desk->items().size() == 37);
    QVERIFY(!m_desk->items().contains(Rail));
    QTRY_VERIFY(m_desk->shownItem() != Rail);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->shows(Rail));
    ASSIZE_WAIT_FOR(m_desk->label(), QString());
    QVERIFY(m_desk->find<Chip>("chipUnlabelled")->isChecked());
}

void TestUndoFlow::undoInAnotherModeGoesBackToReview() {
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    QVERIFY(m_desk->go(QStringLiteral("plan-176")));
    m_desk->find<QAction>("showRuns")->trigger();
    QVERIFY(!m_desk->isSeen("reviewPage"));
    m_desk->find<QAction>("undo")->trigger();
    QVERIFY(m_desk->isSeen("reviewPage"));
    QVERIFY(m_desk->shows(Rail));
}

/// Somebody reads to the end of a long answer, and says what they think of it.
void TestUndoFlow::labelLeavesTheAnswersWhereTheyAreScrolledTo() {
    QVERIFY(m_desk->go(QStringLiteral("guide-158")));
    auto* answer = m_desk->find<ResponseView>("responseA");
    auto* other = m_desk->find<ResponseView>("responseB");
    QTRY_VERIFY(std::max(answer->verticalScrollBar()->maximum(), other->verticalScrollBar()->maximum()) > 500);
    ResponseView* longer =
        answer->verticalScrollBar()->maximum() > other->verticalScrollBar()->maximum() ? answer : other;
    longer->verticalScrollBar()->setValue(500);
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    m_desk->press(Qt::Key_V);
    QTest::qWait(50); // what would move it would have come by now
    QCOMPARE(longer->verticalScrollBar()->value(), 500);
    // The same text in another form is where it was, as far as that can be said.
    const double share = longer->place();
    const QString rendered = longer->toPlainText();
    m_desk->press(Qt::Key_S);
    QTRY_VERIFY(longer->toPlainText() != rendered);
    QVERIFY2(
        std::abs(longer->place() - share) < 0.02, qPrintable(QStringLiteral("%1 %2").arg(share).arg(longer->place())));
}

void TestUndoFlow::tabAndAddedFilterAreThereAfterARestart() {
    m_desk->find<QTabBar>("verdictTabs")->setCurrentIndex(2);
    m_desk->click("chipMore");
    QAction* category = nullptr;
    const auto actions = m_desk->window().findChildren<QAction*>();
    for (QAction* action : actions) {
        if (action->text() == QStringLiteral("Grounded QA"))
            category = action;
    }
    QVERIFY(category != nullptr);
    category->trigger();
    const auto chip = [this]() -> const Chip* {
        const auto chips = m_desk->find("filterChips")->findChildren<Chip*>();
        const auto found = std::find_if(
            chips.begin(), chips.end(), [](const Chip* one) { return one->text() == QStringLiteral("Grounded QA"); });
        return found == chips.end() ? nullptr : *found;
    };
    QTRY_VERIFY(chip() != nullptr && m_desk->items().size() < 38);
    const QStringList listed = m_desk->items();
    QVERIFY(m_desk->restart());
    QCOMPARE(m_desk->find<QTabBar>("verdictTabs")->currentIndex(), 2);
    QTRY_VERIFY(chip() != nullptr && chip()->isChecked());
    ASSIZE_WAIT_FOR(m_desk->items(), listed);
}

QTEST_MAIN(TestUndoFlow)
#include "tst_undo_flow.moc"
