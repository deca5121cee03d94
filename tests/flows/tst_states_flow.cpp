// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/review/response_pane.h"
#include "ui/review/response_view.h"
#include "ui/support/text.h"
#include "ui/widgets/chip.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <future>

using namespace assize;
using namespace assize::ui;

/// What is shown where there is nothing to show, too much, or something that cannot be read.
class TestStatesFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup() { m_desk.reset(); }
    void nothingOpenShowsTheStartPage();
    void startPageDoesNotFlashBeforeASession();
    void newSessionIsEmptyAndOffersImport();
    void filtersWithoutAMatchCanBeCleared();
    void filterThatCannotBeReadIsExplainedAndChangesNothing();
    void missingFileIsNamed();
    void fileThatIsNoSessionIsNamed();
    void sessionIsRememberedWithItsFolder();
    void fileThatIsGoneIsToldUntilItIsBack();
    void sessionWhoseFileIsGoneIsSavedElsewhere();
    void labelGivenWhileItIsSavedIsInTheCopy();
    void itemWithoutVerdictIsJudgedOnTheSpot();
    void singleAnswerIsJudgedOnTheSpot();
    void manyAnswersAreNotOfferedToTheBaseline();
    void replyWithoutVerdictGivesItsReason();
    void flippedVerdictDiffersFromPeople();
    void itemWithoutReferenceKeepsTheTabGreyed();
    void veryLongAnswerIsShownAsSourceWithANotice();
    void escapeEndsTheSearchInTheItem();
    void nothingIsCutOffInTheSmallestWindow();
    void listOverTheAnswersGoesOnEscape();
    void listOverTheAnswersGoesWhereOneTypes();
    void whatIsLongInComingIsSaidToBeLoading();
    void whatIsNotReadableYetIsNotLabelled();
    void nothingIsHiddenWhereNoJudgeHasJudged();
    void closingGoesBackToTheStartPage();

private:
    void filter(const QString& expression);
    /// A session of one item with these answers, which nobody has judged.
    void openAnswers(const std::vector<Response>& answers);

    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<test::TempSession> m_own;
};

void TestStatesFlow::filter(const QString& expression) {
    m_desk->click("chipMore");
    m_desk->find<QAction>("filterExpression")->trigger();
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("itemFilter"));
    m_desk->type(expression);
    m_desk->press(Qt::Key_Return);
}

void TestStatesFlow::nothingOpenShowsTheStartPage() {
    QVERIFY(m_desk->isSeen("startPage"));
    QVERIFY(m_desk->find("startSample")->hasFocus());
    QVERIFY(!m_desk->isSeen("reviewPage"));
    QVERIFY(!m_desk->find("reviewMode")->isEnabled());
    QCOMPARE(m_desk->words("sessionName"), QStringLiteral("No session open"));
    for (const char* name : {"saveAs", "closeSession", "undo", "redo", "labelA", "blind", "findItems"})
        QVERIFY2(!m_desk->find<QAction>(name)->isEnabled(), name);
}

void TestStatesFlow::startPageDoesNotFlashBeforeASession() {
    const auto path = test::makeSession(m_desk->folder() / "own.assize", test::townPairs(3));
    MainWindow& window = m_desk->window();
    window.hide();
    window.openSession(m_desk->folder() / "no such folder" / "none.assize");
    window.show();
    QVERIFY(!m_desk->isSeen("startPage"));
    QTRY_VERIFY(m_desk->isSeen("startPage")); // with the reason, see missingFileIsNamed
    window.hide();
    window.openSession(path);
    window.show();
    QVERIFY(m_desk->isSeen("loadingPage"));
    QVERIFY(!m_desk->isSeen("startPage"));
    QTRY_VERIFY(m_desk->isSeen("reviewPage"));
}

void TestStatesFlow::newSessionIsEmptyAndOffersImport() {
    m_desk->press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->isSeen("importIntoEmpty"));
    QVERIFY(m_desk->words("reviewPage").contains(QStringLiteral("This session has no items yet.")));
    QVERIFY(m_desk->isSeen("itemListEmpty"));
    QVERIFY(!m_desk->isSeen("clearFilters"));
    QVERIFY(!m_desk->find<QAction>("labelA")->isEnabled());
    m_desk->press(Qt::Key_J);
    QVERIFY(m_desk->dialogs.errors.empty());
}

void TestStatesFlow::filtersWithoutAMatchCanBeCleared() {
    QVERIFY(m_desk->openSample());
    m_desk->press(Qt::Key_F, Qt::ControlModifier);
    m_desk->type(QStringLiteral("xyzzyx"));
    QTRY_VERIFY(m_desk->isSeen("itemListEmpty"));
    QVERIFY(m_desk->words("itemListEmpty").startsWith(QStringLiteral("No items match these filters.")));
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("0 of 38 items"));
    QTRY_VERIFY(!m_desk->find<QAction>("labelA")->isEnabled());
    m_desk->click("clearFilters");
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("38 items"));
    QVERIFY(m_desk->shows(QStringLiteral("rail-007")));
}

void TestStatesFlow::filterThatCannotBeReadIsExplainedAndChangesNothing() {
    QVERIFY(m_desk->openSample());
    filter(QStringLiteral("margn < 0.1"));
    QTRY_VERIFY(m_desk->isSeen("itemFilterProblem"));
    QVERIFY2(m_desk->words("itemFilterProblem").contains(QStringLiteral("margn")),
        qPrintable(m_desk->words("itemFilterProblem")));
    QCOMPARE(m_desk->items().size(), 38);
    QVERIFY(m_desk->shows(QStringLiteral("rail-007")));
    m_desk->find<QLineEdit>("itemFilter")->clear();
    m_desk->find<QLineEdit>("itemFilter")->setFocus();
    m_desk->press(Qt::Key_Return);
    QTRY_VERIFY(!m_desk->isSeen("itemFilterProblem"));
}

void TestStatesFlow::sessionIsRememberedWithItsFolder() {
    QVERIFY(m_desk->openSample());
    const QString here = QDir::currentPath();
    QVERIFY(QDir::setCurrent(fromUtf8((m_desk->folder() / "state").string())));
    const bool isOpen = m_desk->open("sample.assize");
    QVERIFY(QDir::setCurrent(here));
    QVERIFY(isOpen);
    QCOMPARE(m_desk->settings().recentSessions(), QStringList(fromUtf8(m_desk->samplePath().string())));
}

void TestStatesFlow::missingFileIsNamed() {
    m_desk->dialogs.session = QStringLiteral("/nowhere/gone.assize");
    m_desk->press(Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(m_desk->dialogs.errors.size(), 1U);
    QCOMPARE(m_desk->dialogs.errors.front().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->dialogs.errors.front().subject, "/nowhere/gone.assize");
    QVERIFY(m_desk->isSeen("startPage"));
}

void TestStatesFlow::fileThatIsNoSessionIsNamed() {
    QVERIFY(m_desk->openSample());
    const auto path =
        m_desk->sharedFolder()->write("notes.assize", "Shopping: milk, bread, and a longer list of things.");
    m_desk->window().openSession(path);
    QTRY_COMPARE(m_desk->dialogs.errors.size(), 1U);
    QCOMPARE(m_desk->dialogs.errors.front().code, ErrorCode::NotASession);
    QVERIFY2(m_desk->window().document() != nullptr, "the open session was closed for a file that cannot be opened");
    QCOMPARE(m_desk->shownItem(), QStringLiteral("rail-007"));
}

void TestStatesFlow::fileThatIsGoneIsToldUntilItIsBack() {
    QVERIFY(m_desk->openSample());
    QVERIFY(!m_desk->isSeen("fileBanner"));
    std::filesystem::rename(m_desk->samplePath(), m_desk->folder() / "moved");
    ASSIZE_WAIT_FOR(m_desk->isSeen("fileBanner"), true);
    QVERIFY(m_desk->words("fileBanner").startsWith(QStringLiteral("“sample.assize” was moved or removed")));
    QVERIFY(!m_desk->isSeen("reloadSession"));
    QVERIFY(m_desk->isSeen("saveSessionCopy"));
    QCOMPARE(m_desk->words("saveState"), QStringLiteral("Cannot be saved"));
    std::filesystem::rename(m_desk->folder() / "moved", m_desk->samplePath());
    ASSIZE_WAIT_FOR(m_desk->isSeen("fileBanner"), false);
    QCOMPARE(m_desk->words("saveState"), QStringLiteral("Saved"));
}

void TestStatesFlow::sessionWhoseFileIsGoneIsSavedElsewhere() {
    QVERIFY(m_desk->openSample(QStringLiteral("plan-176")));
    m_desk->press(Qt::Key_6);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelBMuch"));
    std::filesystem::remove(m_desk->samplePath());
    ASSIZE_WAIT_FOR(m_desk->isSeen("saveSessionCopy"), true);
    const auto rescued = m_desk->folder() / "rescued.assize";
    m_desk->dialogs.saveTarget = QString::fromStdString(rescued.string());
    m_desk->click("saveSessionCopy");
    ASSIZE_WAIT_FOR(m_desk->words("sessionName"), QStringLiteral("rescued.assize"));
    QVERIFY(m_desk->shows(QStringLiteral("plan-176")));
    QCOMPARE(m_desk->label(), QStringLiteral("labelBMuch"));
    QVERIFY(!m_desk->isSeen("fileBanner"));
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    QVERIFY(m_desk->dialogs.errors.empty());
    QVERIFY(!std::filesystem::exists(m_desk->samplePath()));
}

/// The copy had been made when the label came, and the unnamed session that held the label went away.
void TestStatesFlow::labelGivenWhileItIsSavedIsInTheCopy() {
    const auto folder = m_desk->folder() / "state/sessions";
    std::filesystem::create_directories(folder);
    const auto unnamed = test::makeSession(folder / "untitled-1.assize", test::townPairs(3));
    m_desk->settings().setBlind(QStringLiteral("ada"), false);
    QVERIFY(m_desk->open(unnamed, QStringLiteral("p-1")));
    m_desk->dialogs.saveTarget = fromUtf8((m_desk->folder() / "named.assize").string());
    m_desk->find<QAction>("saveAs")->trigger();
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->words("sessionName"), QStringLiteral("named.assize"));
    QVERIFY(m_desk->shows(QStringLiteral("p-1")));
    QCOMPARE(m_desk->storedCount(QStringLiteral("p-1")), 1U);
    QCOMPARE(m_desk->label(), QStringLiteral("labelA"));
    QVERIFY(!std::filesystem::exists(unnamed));
}

void TestStatesFlow::itemWithoutVerdictIsJudgedOnTheSpot() {
    const auto path = test::makeSession(m_desk->folder() / "own.assize",
        R"({"id":"one","prompt":"Say hello.","response_A":"Hello.","response_B":"No."})"
        "\n");
    QVERIFY(m_desk->open(path));
    m_desk->press(Qt::Key_B);
    ASSIZE_WAIT_FOR(m_desk->words("verdictMessageText"), QStringLiteral("No judge has judged this session yet."));
    QVERIFY(m_desk->isSeen("judgeThisItem"));
    QVERIFY(m_desk->isSeen("addToRun"));
    m_desk->click("judgeThisItem");
    QTRY_VERIFY(m_desk->isSeen("verdictTitle"));
    QVERIFY(!m_desk->words("verdictTitle").isEmpty());
    QVERIFY(m_desk->dialogs.errors.empty());
}

void TestStatesFlow::openAnswers(const std::vector<Response>& answers) {
    m_own = std::make_unique<test::TempSession>();
    m_own->write([&](SessionTransaction& transaction) -> Result<void> {
        Item item;
        item.sourceId = "pool";
        item.turns = {{"user", "Is the pool open?"}};
        item.responses = answers;
        return transaction.addItem(item, {}).map([](const auto&) {});
    });
    m_own->close();
    QVERIFY(m_desk->open(m_own->path(), QStringLiteral("pool")));
}

// The button judged with the baseline for pairs, which passed over the item without a word.
void TestStatesFlow::singleAnswerIsJudgedOnTheSpot() {
    openAnswers({{"It opens at 9.", {}}});
    m_desk->press(Qt::Key_B);
    ASSIZE_WAIT_FOR(m_desk->isSeen("judgeThisItem"), true);
    m_desk->click("judgeThisItem");
    ASSIZE_WAIT_FOR(m_desk->words("verdictTitle"), QStringLiteral("FAIL"));
    QCOMPARE(m_desk->find<QComboBox>("judgePicker")->currentText(), QStringLiteral("builtin-pass-fail"));
    QVERIFY(m_desk->dialogs.errors.empty());
}

void TestStatesFlow::manyAnswersAreNotOfferedToTheBaseline() {
    openAnswers({{"Yes.", {}}, {"No.", {}}, {"Perhaps.", {}}});
    ASSIZE_WAIT_FOR(m_desk->isSeen("addToRun"), true);
    QVERIFY(!m_desk->isSeen("judgeThisItem"));
    QVERIFY(!m_desk->find<QToolButton>("judgeAgain")->isEnabled());
    QVERIFY(!m_desk->find<QAction>("judgeAgain")->isEnabled());
}

void TestStatesFlow::replyWithoutVerdictGivesItsReason() {
    QVERIFY(m_desk->openSample(QStringLiteral("solar-188")));
    QVERIFY(m_desk->useJudge(QStringLiteral("grounding-illustration")));
    QCOMPARE(m_desk->words("verdictTitle"), QStringLiteral("No verdict"));
    QVERIFY2(m_desk->words("problemBanner").contains(QStringLiteral("could not be read as a verdict")),
        qPrintable(m_desk->words("problemBanner")));
    QVERIFY(!m_desk->isSeen("rubric"));
    QVERIFY(!m_desk->isSeen("humanMatch")); // what is no verdict does not differ from people's
    QVERIFY(m_desk->isSeen("judgeOnceMore"));
    m_desk->click("showRaw");
    QVERIFY(m_desk->isSeen("rawReply"));
}

void TestStatesFlow::flippedVerdictDiffersFromPeople() {
    QVERIFY(m_desk->openSample(QStringLiteral("desk-012")));
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
    QTRY_COMPARE(m_desk->words("verdictTitle"), QStringLiteral("The orders disagree"));
    QVERIFY(m_desk->isSeen("humanMatch"));
    QCOMPARE(m_desk->find<Chip>("humanMatch")->text(), QStringLiteral("≠ human"));
}

void TestStatesFlow::itemWithoutReferenceKeepsTheTabGreyed() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    const auto* tabs = m_desk->find<QTabBar>("promptTabs");
    QVERIFY(!tabs->isTabEnabled(1));
    QCOMPARE(tabs->tabToolTip(1), QStringLiteral("This item has no reference"));
    QVERIFY(tabs->isTabEnabled(2));
}

void TestStatesFlow::veryLongAnswerIsShownAsSourceWithANotice() {
    std::string lines;
    for (int i = 0; i < 6000; ++i)
        lines += "A line of some length, number " + std::to_string(i) + R"(, in a very long answer.\n)";
    const auto path = test::makeSession(m_desk->folder() / "long.assize",
        R"({"id":"long","prompt":"Go on.","response_A":")" + lines + R"(","response_B":"No."})" + "\n");
    QVERIFY(m_desk->open(path));
    m_desk->press(Qt::Key_B); // sides as they are
    QTRY_VERIFY(m_desk->words("responsePaneA").contains(QStringLiteral("Too long to be shown as Markdown")));
    QVERIFY(m_desk->find<ResponseView>("responseA")
                ->toPlainText()
                .endsWith(QStringLiteral("number 5999, in a very long answer.\n")));
    QVERIFY(!m_desk->words("responsePaneB").contains(QStringLiteral("Too long")));
}

void TestStatesFlow::escapeEndsTheSearchInTheItem() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    m_desk->press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_desk->isSeen("findInItem"));
    m_desk->type(QStringLiteral("claim"));
    m_desk->press(Qt::Key_Escape);
    QVERIFY(!m_desk->isSeen("findInItem"));
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
}

void TestStatesFlow::nothingIsCutOffInTheSmallestWindow() {
    m_desk->window().resize(1024, 640);
    QVERIFY(m_desk->openSample(QStringLiteral("desk-012")));
    QVERIFY(m_desk->useJudge(QStringLiteral("rubric-illustration")));
    ASSIZE_WAIT_FOR(m_desk->isSeen("flipBanner"), true);
    const auto* scroll = m_desk->find<QScrollArea>("verdictScroll");
    QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
}

void TestStatesFlow::listOverTheAnswersGoesOnEscape() {
    m_desk->window().resize(1024, 640);
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    QVERIFY(!m_desk->isSeen("itemListPane"));
    m_desk->press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_desk->isSeen("itemListPane"));
    m_desk->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_desk->isSeen("itemListPane"));
    m_desk->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_desk->isSeen("itemListPane"));
    m_desk->press(Qt::Key_F6);
    QVERIFY(!m_desk->isSeen("itemListPane"));
}

/// A disk that has fallen asleep: the window says that it waits, and goes on by itself.
void TestStatesFlow::listOverTheAnswersGoesWhereOneTypes() {
    QVERIFY(m_desk->openSample());
    m_desk->window().resize(1024, 640);
    QTRY_VERIFY(!m_desk->isSeen("itemListPane"));
    m_desk->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_desk->isSeen("itemListPane"));
    m_desk->press(Qt::Key_C);
    QTRY_VERIFY(!m_desk->isSeen("itemListPane"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("comment"));
}

void TestStatesFlow::whatIsLongInComingIsSaidToBeLoading() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    std::promise<void> awake;
    m_desk->window().document()->read<bool>(
        Document::Lane::Now, {}, this,
        [disk = awake.get_future().share()](SessionReader&) -> Result<bool> {
            disk.wait();
            return true;
        },
        [](const Result<bool>&) {});
    m_desk->press(Qt::Key_J);
    m_desk->click("chipDisagree");
    const auto page = [this] { return m_desk->words("reviewPage"); };
    QTRY_VERIFY(page().contains(QStringLiteral("Loading…")) && !m_desk->isSeen("responseA"));
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("Loading…"));
    awake.set_value();
    QTRY_VERIFY(m_desk->isSeen("responseA") && !page().contains(QStringLiteral("Loading…")));
    ASSIZE_WAIT_FOR(m_desk->words("itemCount").endsWith(QStringLiteral(" of 38 items")), true);
}

void TestStatesFlow::whatIsNotReadableYetIsNotLabelled() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    auto* pane = m_desk->window().findChild<ResponsePane*>();
    QVERIFY(pane != nullptr);
    const auto lengths = [this] { return m_desk->words("reviewPage").count(QStringLiteral(" words")); };
    QTRY_COMPARE(lengths(), 2);
    // As before a text that takes its time; one that was under way meanwhile ends it.
    const auto isLoading = [pane] {
        pane->beginLoading();
        return QTest::qWaitFor([pane] { return pane->isLoading(); }, 1000);
    };
    QTRY_VERIFY(isLoading());
    QCOMPARE(lengths(), 1);
    QVERIFY(!m_desk->find("labelA")->isEnabled());
    m_desk->press(Qt::Key_2);
    m_desk->press(Qt::Key_S); // prepares both texts again
    QTRY_VERIFY(!pane->isLoading());
    QVERIFY(m_desk->label().isEmpty());
    QVERIFY(m_desk->find("labelA")->isEnabled());
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
}

void TestStatesFlow::nothingIsHiddenWhereNoJudgeHasJudged() {
    test::TempSession session;
    static_cast<void>(session.addPair("a", "Prompt", "one", "two"));
    session.close();
    QVERIFY(m_desk->open(session.path()));
    QVERIFY(m_desk->find<QAction>("blind")->isChecked());
    QVERIFY(m_desk->words("reviewPage").contains(QStringLiteral("No judge has judged this session yet.")));
    QVERIFY(!m_desk->words("reviewPage").contains(QStringLiteral("Hidden until")));
    QVERIFY(m_desk->isSeen("judgeThisItem"));
}

void TestStatesFlow::closingGoesBackToTheStartPage() {
    QVERIFY(m_desk->openSample());
    m_desk->press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->isSeen("startPage"));
    QVERIFY(m_desk->window().document() == nullptr);
    QCOMPARE(m_desk->words("sessionName"), QStringLiteral("No session open"));
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
}

QTEST_MAIN(TestStatesFlow)
#include "tst_states_flow.moc"
