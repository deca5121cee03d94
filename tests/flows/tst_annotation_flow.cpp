// SPDX-License-Identifier: Apache-2.0
#include "core/model/judge_json.h"
#include "tests/flows/desk.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/review/review_page.h"
#include "ui/review/tag_edit.h"
#include "ui/widgets/chip.h"

#include <QAction>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

const QString Rail = QStringLiteral("rail-007");

} // namespace

/// Saying more than a label: what the judge is wrong on, why, in one's own words, and what to come back to.
class TestAnnotationFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void judgeIsWrongOnACriterion();
    void criteriaOfALongRubricKeepTheirNumbers();
    void tagIsAddedByKeyAndTakenAway();
    void newTagIsOfferedAtOnce();
    void commentIsSavedAndIsOneStep();
    void longCommentIsShownFromItsStart();
    void wordsTypedWhileACommentIsSavedStay();
    void wordsTypedWhileTheItemIsReadAgainStay();
    void commentIsKeptWhenTheItemIsLeftAtOnce();
    void commentIsKeptWhenTheWindowIsClosedAtOnce();
    void flaggedItemsAreFoundAgain();
    void nothingSaidIsLostByTheNextThing();
    void singleAnswersAreLabelledAsTheirJudgeSpeaks();
    void scoresOfSingleAnswersHaveTheirKeys();

private:
    /// Two items of one answer each, the first of which a judge of this kind has judged.
    void openSingles(Task task, const std::string& result);
    [[nodiscard]] std::optional<Annotation> stored() const { return m_desk->stored(Rail); }
    [[nodiscard]] QString comment() const { return m_desk->find<CommentEdit>("comment")->toPlainText(); }
    [[nodiscard]] std::string storedComment() const {
        const auto annotation = stored();
        return annotation ? annotation->comment : std::string();
    }

    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<test::TempSession> m_singles;
};

void TestAnnotationFlow::init() {
    m_desk = std::make_unique<test::Desk>();
    QVERIFY(m_desk->openSample(Rail));
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
}

void TestAnnotationFlow::judgeIsWrongOnACriterion() {
    const QString name = m_desk->find("wrongOn2")->property("criterion").toString();
    m_desk->click("wrongOn2");
    QTRY_VERIFY(stored().has_value());
    QCOMPARE(stored()->criteria.size(), 1U);
    QCOMPARE(QString::fromStdString(stored()->criteria.front().name), name);
    QVERIFY(stored()->criteria.front().judgeIsWrong);
    QVERIFY(!stored()->label.has_value());
    ASSIZE_WAIT_FOR(m_desk->find<Chip>("wrongOn2")->isChecked(), true);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->find<Chip>("wrongOn2")->isChecked(), false);
    QVERIFY(stored()->criteria.empty());
}

// Twelve chips that all said "…".
void TestAnnotationFlow::criteriaOfALongRubricKeepTheirNumbers() {
    test::TempSession session;
    Verdict verdict;
    verdict.itemKey = session.addPair("one", "Name a town.", "Bonn.", "I cannot say.");
    verdict.runKey = session.addRun("long");
    verdict.presentation = "AB";
    verdict.judgement.outcome = Outcome::Verdict;
    verdict.judgement.label = Label::A;
    for (int number = 1; number <= 12; ++number) {
        CriterionScore score;
        score.criterion.name = "A criterion with a long name " + std::to_string(number);
        score.criterion.weight = 1.0 / 12;
        verdict.judgement.criteria.push_back(score);
    }
    session.write([&](SessionTransaction& transaction) { return transaction.addVerdict(verdict).map([](auto) {}); });
    session.close();
    QVERIFY(m_desk->open(session.path(), QStringLiteral("one")));
    m_desk->press(Qt::Key_B);
    QTRY_VERIFY(m_desk->isSeen("wrongOn12"));
    m_desk->press(Qt::Key_3, Qt::AltModifier);
    ASSIZE_WAIT_FOR(m_desk->find<Chip>("wrongOn3")->isChecked(), true);
    for (int number = 1; number <= 12; ++number) {
        const auto* chip = m_desk->find<Chip>(qPrintable(QStringLiteral("wrongOn%1").arg(number)));
        QCOMPARE(chip->text(), QString::number(number));
        QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
    }
}

void TestAnnotationFlow::tagIsAddedByKeyAndTakenAway() {
    m_desk->press(Qt::Key_T);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("tagField"));
    m_desk->type(QStringLiteral("misses the sum"));
    m_desk->press(Qt::Key_Return);
    QTRY_VERIFY(stored().has_value());
    QCOMPARE(stored()->tags, std::vector<std::string>{"misses the sum"});
    const auto chipOf = [this](const QString& text) -> Chip* {
        const auto chips = m_desk->find("tags")->findChildren<Chip*>();
        const auto found = std::find_if(chips.begin(), chips.end(), [&](Chip* chip) { return chip->text() == text; });
        return found == chips.end() ? nullptr : *found;
    };
    QTRY_VERIFY(chipOf(QStringLiteral("misses the sum")) != nullptr);
    chipOf(QStringLiteral("misses the sum"))->setFocus();
    m_desk->press(Qt::Key_Delete);
    QTRY_VERIFY(stored()->tags.empty());
    QTRY_VERIFY(chipOf(QStringLiteral("misses the sum")) == nullptr);
    m_desk->press(Qt::Key_T);
    m_desk->type(QStringLiteral("short"));
    m_desk->press(Qt::Key_Return);
    QTRY_VERIFY(chipOf(QStringLiteral("short")) != nullptr);
    const auto isOver = [&] {
        return chipOf(QStringLiteral("short"))->geometry().intersects(m_desk->find("addTag")->geometry());
    };
    QTRY_VERIFY(!isOver());
}

// Filters and completer knew only the tags that were there when the session was opened.
void TestAnnotationFlow::newTagIsOfferedAtOnce() {
    m_desk->press(Qt::Key_T);
    m_desk->type(QStringLiteral("misses the sum"));
    m_desk->press(Qt::Key_Return);
    const auto* completer = m_desk->find<QLineEdit>("tagField")->completer();
    ASSIZE_WAIT_FOR(completer->model()->rowCount(), 1);
    QCOMPARE(completer->model()->index(0, 0).data().toString(), QStringLiteral("misses the sum"));
    m_desk->click("chipMore");
    const auto menus = m_desk->find("filterChips")->findChildren<QMenu*>();
    const auto tags = std::find_if(
        menus.begin(), menus.end(), [](const QMenu* menu) { return menu->title() == QStringLiteral("Tag"); });
    QVERIFY(tags != menus.end());
    QCOMPARE((*tags)->actions().value(0)->text(), QStringLiteral("misses the sum"));
    QVERIFY((*tags)->isEnabled());
}

void TestAnnotationFlow::commentIsSavedAndIsOneStep() {
    m_desk->press(Qt::Key_C);
    m_desk->type(QStringLiteral("B does"));
    ASSIZE_WAIT_FOR(storedComment(), "B does");
    m_desk->type(QStringLiteral(" the sum"));
    ASSIZE_WAIT_FOR(storedComment(), "B does the sum");
    m_desk->press(Qt::Key_Escape);
    m_desk->find("itemList")->setFocus();
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(storedComment(), "");
    ASSIZE_WAIT_FOR(comment(), QString());
    QVERIFY(!m_desk->find<QAction>("undo")->isEnabled());
}

// The field stayed scrolled to where the cursor was, between two lines.
void TestAnnotationFlow::longCommentIsShownFromItsStart() {
    auto* edit = m_desk->find<CommentEdit>("comment");
    m_desk->press(Qt::Key_C);
    m_desk->type(QStringLiteral("The sum is wrong, and the section that it names is another one. ").repeated(6));
    QVERIFY(!edit->horizontalScrollBar()->isVisible());
    m_desk->press(Qt::Key_Escape);
    QVERIFY(!edit->hasFocus());
    const QImage atEnd = edit->viewport()->grab().toImage();
    edit->moveCursor(QTextCursor::Start);
    QCOMPARE(edit->viewport()->grab().toImage(), atEnd);
}

/// The answer to one save comes while the next words are typed.
void TestAnnotationFlow::wordsTypedWhileACommentIsSavedStay() {
    m_desk->press(Qt::Key_C);
    auto* edit = m_desk->find<CommentEdit>("comment");
    connect(
        edit, &CommentEdit::commentChanged, edit, [this] { m_desk->type(QStringLiteral(" more")); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_desk->type(QStringLiteral("one"));
    ASSIZE_WAIT_FOR(storedComment(), "one more");
    QCOMPARE(comment(), QStringLiteral("one more"));
}

/// The next item is read while the hand is still typing.
void TestAnnotationFlow::commentIsKeptWhenTheItemIsLeftAtOnce() {
    m_desk->press(Qt::Key_C);
    m_desk->type(QStringLiteral("half a thought"));
    m_desk->find<QAction>("nextItem")->trigger();
    m_desk->type(QStringLiteral(" and the rest"));
    QVERIFY(m_desk->shows(QStringLiteral("desk-012")));
    ASSIZE_WAIT_FOR(comment(), QString());
    ASSIZE_WAIT_FOR(storedComment(), "half a thought and the rest");
    QVERIFY(!m_desk->stored(QStringLiteral("desk-012")).has_value());
}

/// Something else changes the session: the item on screen is read again.
void TestAnnotationFlow::wordsTypedWhileTheItemIsReadAgainStay() {
    m_desk->press(Qt::Key_C);
    QSignalSpy shown(&m_desk->window().review(), &ReviewPage::itemShown);
    Q_EMIT m_desk->window().document()->contentChanged();
    m_desk->type(QStringLiteral("in between"));
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(comment(), QStringLiteral("in between"));
    ASSIZE_WAIT_FOR(storedComment(), "in between");
}

void TestAnnotationFlow::commentIsKeptWhenTheWindowIsClosedAtOnce() {
    m_desk->press(Qt::Key_C);
    m_desk->type(QStringLiteral("last words"));
    QVERIFY(m_desk->restart());
    QVERIFY(m_desk->shows(Rail));
    QCOMPARE(comment(), QStringLiteral("last words"));
    QCOMPARE(storedComment(), "last words");
}

void TestAnnotationFlow::flaggedItemsAreFoundAgain() {
    m_desk->press(Qt::Key_F);
    QTRY_VERIFY(stored() && stored()->flagged);
    QTRY_VERIFY(m_desk->isSeen("itemFlag"));
    m_desk->press(Qt::Key_J);
    QTRY_VERIFY(!m_desk->isSeen("itemFlag"));
    m_desk->click("chipMore");
    m_desk->find<QAction>("filterExpression")->trigger();
    m_desk->type(QStringLiteral("flagged"));
    m_desk->press(Qt::Key_Return);
    ASSIZE_WAIT_FOR(m_desk->items(), QStringList(Rail));
    QTRY_VERIFY(m_desk->find<QAction>("flagItem")->isChecked());
}

void TestAnnotationFlow::nothingSaidIsLostByTheNextThing() {
    m_desk->press(Qt::Key_F);
    m_desk->press(Qt::Key_5);
    m_desk->click("wrongOn1");
    m_desk->press(Qt::Key_T);
    m_desk->type(QStringLiteral("sum"));
    m_desk->press(Qt::Key_Return);
    m_desk->press(Qt::Key_C);
    m_desk->type(QStringLiteral("see section 3.4"));
    ASSIZE_WAIT_FOR(storedComment(), "see section 3.4");
    const Annotation last = *stored();
    QCOMPARE(last.label, Label::B);
    QCOMPARE(last.step, -1);
    QVERIFY(last.flagged);
    QCOMPARE(last.criteria.size(), 1U);
    QCOMPARE(last.tags, std::vector<std::string>{"sum"});
    QVERIFY(!last.supersedes.empty());
    QCOMPARE(m_desk->storedCount(Rail), 5U);
}

void TestAnnotationFlow::openSingles(Task task, const std::string& result) {
    m_singles = std::make_unique<test::TempSession>();
    m_singles->write([&](SessionTransaction& transaction) -> Result<void> {
        JudgeVersion judge;
        judge.definition.name = "grounding";
        judge.definition.task = task;
        judge.hash = versionHash(judge.definition);
        Run run;
        run.name = "first";
        run.judgeVersionKey = test::valueOf(transaction.addJudgeVersion(judge)).key;
        const RowKey runKey = test::valueOf(transaction.addRun(run)).key;
        for (const char* id : {"one", "two"}) {
            Item item;
            item.format = "single";
            item.sourceId = id;
            item.turns = {{"user", "Is the pool open?"}};
            item.responses = {{"Yes, until nine.", {}}};
            const RowKey key = test::valueOf(transaction.addItem(item, {})).key;
            Verdict verdict;
            verdict.itemKey = key;
            verdict.runKey = runKey;
            verdict.presentation = "A";
            verdict.judgement.outcome = Outcome::Verdict;
            verdict.judgement.result = result;
            test::valueOf(transaction.addVerdict(verdict));
        }
        return {};
    });
    m_singles->close();
    QVERIFY(m_desk->open(m_singles->path(), QStringLiteral("one")));
}

// People were asked for a side of an item that has none.
void TestAnnotationFlow::singleAnswersAreLabelledAsTheirJudgeSpeaks() {
    openSingles(Task::PassFail, "PASS");
    QVERIFY(m_desk->find("labelA") == nullptr);
    QCOMPARE(m_desk->find("labelPASS")->accessibleName(), QStringLiteral("Label: PASS, key 1"));
    QCOMPARE(m_desk->find("labelCannotJudge")->accessibleName(), QStringLiteral("Label: Cannot judge, key 7"));
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelFAIL"));
    QCOMPARE(m_desk->find("labelFAIL")->accessibleName(), QStringLiteral("Label: FAIL, key 2, checked"));
    QCOMPARE(m_desk->stored(QStringLiteral("one"))->result, std::string("FAIL"));
    QVERIFY(m_desk->words("itemHeader").contains(QStringLiteral("FAIL")));
    ASSIZE_WAIT_FOR(m_desk->find<Chip>("humanMatch")->text(), QStringLiteral("≠ human FAIL"));
    QCOMPARE(m_desk->find<QAction>("labelAMuch")->text(), QStringLiteral("Label: PASS"));
    QCOMPARE(m_desk->find<QAction>("labelA")->text(), QStringLiteral("Label: FAIL"));
    QVERIFY(!m_desk->find<QAction>("labelTie")->isEnabled());
    QVERIFY(m_desk->find<QAction>("labelCannotJudge")->isEnabled());
    m_desk->press(Qt::Key_3); // means nothing here
    m_desk->press(Qt::Key_1);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelPASS"));
    QCOMPARE(m_desk->storedCount(QStringLiteral("one")), 2U);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelFAIL"));
    m_desk->press(Qt::Key_0);
    ASSIZE_WAIT_FOR(m_desk->label(), QString());
    QVERIFY(m_desk->stored(QStringLiteral("one"))->result.empty());
    m_desk->press(Qt::Key_7);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelCannotJudge"));
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QCOMPARE(m_desk->find<QAction>("labelA")->text(), QStringLiteral("Label: A Better"));
    QVERIFY(m_desk->find<QAction>("labelTie")->isEnabled());
}

void TestAnnotationFlow::scoresOfSingleAnswersHaveTheirKeys() {
    openSingles(Task::Direct, "4");
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelScore5"));
    QCOMPARE(m_desk->stored(QStringLiteral("one"))->score, std::optional(5.0));
    ASSIZE_WAIT_FOR(m_desk->find<Chip>("humanMatch")->text(), QStringLiteral("≠ human 5"));
    m_desk->press(Qt::Key_4);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelScore4"));
    ASSIZE_WAIT_FOR(m_desk->find<Chip>("humanMatch")->text(), QStringLiteral("matches human"));
}

QTEST_MAIN(TestAnnotationFlow)
#include "tst_annotation_flow.moc"
