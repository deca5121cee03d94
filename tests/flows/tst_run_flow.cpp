// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"
#include "tests/flows/desk.h"
#include "tests/flows/measured_application.h"
#include "tests/support/fake_model.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/bridge/run_controller.h"
#include "ui/models/call_list_model.h"
#include "ui/models/run_table_model.h"
#include "ui/review/review_page.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <atomic>

using namespace assize;
using namespace assize::ui;

namespace {

constexpr const char* CanaryKey = "sk-canary-5d1f";

} // namespace

/// A person runs a judge on a model server in the real window: starts, watches, pauses, loses the server, gets it back,
/// asks again for what failed.
class TestRunFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyPageOffersTheFirstRun();
    void builtInJudgeRunsToItsEnd();
    void dialogSaysWhatTheRunWouldTake();
    void filterThatCannotBeReadIsExplained();
    void pausedRunSendsNothingUntilItIsResumed();
    void stoppedRunLosesNothingAndGoesOn();
    void lostServerIsWaitedForAndSaid();
    void failedCallsAreListedExplainedAndRetried();
    void failuresOfOneClassAreRetriedAlone();
    void keyIsNeverShown();
    void budgetThatIsReachedIsSaidAndRaised();
    void reviewShowsVerdictsAsTheyCome();
    void closingTheWindowAsksAndKeepsWhatWasJudged();
    void readOnlySessionShowsRunsAndStartsNone();
    void secondRunWaitsForTheFirst();
    void windowNeverStallsWhileVerdictsCome();

private:
    void serve(test::FakeModelOptions options = {}, int port = 0);
    void openDesk(int items);
    void openDialog();
    void chooseJudge(const QString& name);
    [[nodiscard]] bool startRun(const QString& judge);
    [[nodiscard]] const RunTableModel& runs() const;
    [[nodiscard]] RunRow row(int index = 0) const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QTableView* failedTable() const { return m_desk->find<QTableView>("failedTable"); }
    [[nodiscard]] bool inspectorShows(int tab, const QString& words);
    [[nodiscard]] std::map<Outcome, std::int64_t> storedOutcomes() const;
    [[nodiscard]] std::size_t attemptCount() const;

    std::shared_ptr<test::TempFolder> m_folder;
    std::atomic<int> m_asked = 0; ///< requests of the server of now, without looks whether it is there
    std::unique_ptr<test::FakeServer> m_server;
    std::unique_ptr<test::Desk> m_desk;
};

void TestRunFlow::init() {
    m_folder = std::make_shared<test::TempFolder>();
}

void TestRunFlow::cleanup() {
    if (m_desk != nullptr) {
        m_desk->dialogs.confirms = true;
        QVERIFY(m_desk->dialogs.errors.empty());
    }
    m_desk.reset();
    m_server.reset();
    m_folder.reset();
}

void TestRunFlow::serve(test::FakeModelOptions options, int port) {
    m_asked = 0;
    const auto counted = [this, handler = test::fakeModel(std::move(options))](const test::FakeRequest& request) {
        m_asked += request.path == "/health" ? 0 : 1; // lamps look too
        return handler(request);
    };
    m_server = std::make_unique<test::FakeServer>(counted, test::FakeServer::Options{port, {}});
    if (port != 0)
        return;
    Endpoint endpoint;
    endpoint.name = "fake";
    endpoint.url = m_server->url("/v1");
    endpoint.model = "fake-judge";
    endpoint.price.input = 2;
    endpoint.price.output = 8;
    test::valueOf(saveEndpoints(m_folder->path() / "config", {endpoint}));
}

void TestRunFlow::openDesk(int items) {
    const auto path = test::makeSession(m_folder->path() / "work.assize", test::townPairs(items));
    m_desk = std::make_unique<test::Desk>(m_folder);
    QVERIFY(m_desk->open(path));
    m_desk->find<QAction>("showRuns")->trigger();
    QTRY_VERIFY(m_desk->isSeen("runsPage"));
}

void TestRunFlow::openDialog() {
    m_desk->press(Qt::Key_R, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->isSeen("runDialog"), true);
    ASSIZE_WAIT_FOR(m_desk->find<QComboBox>("runJudge")->count() > 0, true);
}

void TestRunFlow::chooseJudge(const QString& name) {
    auto* judges = m_desk->find<QComboBox>("runJudge");
    const int index = judges->findText(name + QStringLiteral(" –"), Qt::MatchStartsWith);
    QVERIFY2(index >= 0, qPrintable(name));
    judges->setCurrentIndex(index);
}

bool TestRunFlow::startRun(const QString& judge) {
    openDialog();
    chooseJudge(judge);
    auto* start = m_desk->find<QPushButton>("runStart");
    const auto* words = m_desk->find<QLabel>("runEstimate");
    const bool isCounted =
        test::waitUntil([&] { return start->isEnabled() && words->text().contains(QStringLiteral("are to be made")); });
    start->click();
    return isCounted && test::waitUntil([this] { return !m_desk->isSeen("runDialog"); }) && m_desk->comeToFront();
}

const RunTableModel& TestRunFlow::runs() const {
    return *m_desk->window().findChild<RunTableModel*>();
}

RunRow TestRunFlow::row(int index) const {
    const RunRow* found = runs().at(index);
    return found == nullptr ? RunRow() : *found;
}

QString TestRunFlow::state() const {
    return runs().index(0, RunTableModel::State).data().toString();
}

bool TestRunFlow::inspectorShows(int tab, const QString& words) {
    m_desk->find<QTabBar>("inspectorTabs")->setCurrentIndex(tab);
    const auto* text = m_desk->find<QPlainTextEdit>("inspectorText");
    return test::waitUntil([&] { return text->toPlainText().contains(words); });
}

std::map<Outcome, std::int64_t> TestRunFlow::storedOutcomes() const {
    const auto reader = test::valueOf(m_desk->window().document()->session().reader());
    return test::valueOf(reader->runs()).front().outcomes;
}

std::size_t TestRunFlow::attemptCount() const {
    const auto reader = test::valueOf(m_desk->window().document()->session().reader());
    std::size_t count = 0;
    SessionReader::VerdictParts parts;
    parts.allAttempts = true;
    test::valueOf(reader->forEachVerdict(test::valueOf(reader->runs()).front().run.key, parts, [&](const Verdict&) {
        ++count;
        return true;
    }));
    return count;
}

void TestRunFlow::emptyPageOffersTheFirstRun() {
    openDesk(2);
    ASSIZE_WAIT_FOR(m_desk->isSeen("firstRun"), true);
    QVERIFY(m_desk->words("runsMessage").startsWith(QStringLiteral("No runs yet.")));
    QVERIFY(!m_desk->find<QPushButton>("pauseButton")->isEnabled());
    m_desk->click("firstRun");
    ASSIZE_WAIT_FOR(m_desk->isSeen("runDialog"), true);
}

void TestRunFlow::builtInJudgeRunsToItsEnd() {
    openDesk(5);
    QVERIFY(startRun(QStringLiteral("builtin")));
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    QCOMPARE(row().reached, 10);
    QCOMPARE(row().failed, 0);
    QCOMPARE(row().endpoint, QStringLiteral("built in"));
    QCOMPARE(storedOutcomes(), (std::map<Outcome, std::int64_t>{{Outcome::Verdict, 10}}));
}

void TestRunFlow::dialogSaysWhatTheRunWouldTake() {
    serve();
    openDesk(4);
    openDialog();
    chooseJudge(QStringLiteral("pairwise-json"));
    QCOMPARE(m_desk->find<QComboBox>("runModel")->currentText(), QStringLiteral("fake-judge"));
    auto* words = m_desk->find<QLabel>("runEstimate");
    ASSIZE_WAIT_FOR(
        words->text().contains(QStringLiteral("8 calls, of which 0 have an answer already; 8 are to be made.")), true);
    QVERIFY(words->text().contains(QStringLiteral("Cost: ")));
    QVERIFY(words->text().contains(QStringLiteral("Counted in")));
    m_desk->find<QComboBox>("runOrders")->setCurrentIndex(1);
    ASSIZE_WAIT_FOR(words->text().startsWith(QStringLiteral("4 calls")), true);
    m_desk->find<QSpinBox>("runSamples")->setValue(3);
    ASSIZE_WAIT_FOR(words->text().startsWith(QStringLiteral("12 calls")), true);
    QCOMPARE(m_asked.load(), 0);
    m_desk->find<QPushButton>("runAskModels")->click();
    ASSIZE_WAIT_FOR(m_asked.load(), 1);
    m_desk->find<QPushButton>("runCancel")->click();
}

void TestRunFlow::filterThatCannotBeReadIsExplained() {
    openDesk(4);
    openDialog();
    m_desk->find<QComboBox>("runItems")->setCurrentIndex(2);
    m_desk->find<QLineEdit>("runFilter")->setText(QStringLiteral("colour == \"red\""));
    const auto* words = m_desk->find<QLabel>("runEstimate");
    ASSIZE_WAIT_FOR(words->text().contains(QStringLiteral("colour")), true);
    ASSIZE_WAIT_FOR(m_desk->find<QPushButton>("runStart")->isEnabled(), false);
    m_desk->find<QLineEdit>("runFilter")->setText(QStringLiteral("id == \"p-1\""));
    ASSIZE_WAIT_FOR(words->text().startsWith(QStringLiteral("2 calls")), true);
    QVERIFY(m_desk->find<QPushButton>("runStart")->isEnabled());
    m_desk->find<QPushButton>("runCancel")->click();
}

void TestRunFlow::pausedRunSendsNothingUntilItIsResumed() {
    test::FakeModelOptions options;
    options.latency = std::chrono::milliseconds(30);
    serve(options);
    openDesk(100);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(row().reached > 8, true);
    QVERIFY(m_desk->isSeen("runStatus"));
    QVERIFY(m_desk->find<QToolButton>("runStatus")->text().startsWith(QStringLiteral("Run 1: ")));
    m_desk->click("pauseButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Paused"));
    // Calls under way come to their end, then the counter rests.
    ASSIZE_WAIT_FOR(row().reached, static_cast<qint64>(m_asked.load()));
    QVERIFY(row().reached < 200);
    QVERIFY(m_desk->find<QPushButton>("resumeButton")->isEnabled());
    m_desk->click("resumeButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    QCOMPARE(row().reached, 200);
    QCOMPARE(m_asked.load(), 200);
    ASSIZE_WAIT_FOR(m_desk->find<QToolButton>("runStatus")->text(), QStringLiteral("No run active"));
}

void TestRunFlow::stoppedRunLosesNothingAndGoesOn() {
    test::FakeModelOptions options;
    options.latency = std::chrono::milliseconds(30);
    serve(options);
    openDesk(60);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(row().reached > 8, true);
    m_desk->dialogs.confirms = true;
    m_desk->click("stopButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Stopped"));
    QCOMPARE(m_desk->dialogs.questions.size(), 1U);
    const qint64 kept = row().reached;
    QVERIFY(kept > 8 && kept < 120);
    m_desk->click("resumeButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    QCOMPARE(row().reached, 120);
    QCOMPARE(attemptCount(), 120U);
}

void TestRunFlow::lostServerIsWaitedForAndSaid() {
    test::FakeModelOptions options;
    options.latency = std::chrono::milliseconds(30);
    serve(options);
    openDesk(80);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(row().reached > 8, true);
    const int port = m_server->port();
    m_server.reset();
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Waiting for the server"));
    QVERIFY(m_desk->isSeen("runBanner"));
    QVERIFY(m_desk->find<QToolButton>("serverLamp")->accessibleName().contains(QStringLiteral("no answer")));
    QVERIFY(m_desk->words("runBanner").contains(QStringLiteral("goes on when the server is back")));
    QVERIFY(m_desk->find<QToolButton>("runStatus")->text().endsWith(QStringLiteral("Waiting for the server")));
    serve(options, port);
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    QVERIFY(!m_desk->isSeen("runBanner"));
    QCOMPARE(storedOutcomes(), (std::map<Outcome, std::int64_t>{{Outcome::Verdict, 160}}));
    QCOMPARE(attemptCount(), 160U);
    m_desk->find<QTabBar>("runTabs")->setCurrentIndex(2);
    auto* log = m_desk->find<QPlainTextEdit>("runLog");
    ASSIZE_WAIT_FOR(log->toPlainText().contains(QStringLiteral("The server does not answer")), true);
    QVERIFY(log->toPlainText().contains(QStringLiteral("Goes on")));
}

void TestRunFlow::failedCallsAreListedExplainedAndRetried() {
    std::atomic<bool> isBroken = true;
    test::FakeModelOptions options;
    options.answer = [&](std::string_view prompt) -> std::string {
        const bool isMeant = prompt.find("Name town 3.") != std::string_view::npos;
        return isBroken && isMeant ? "I would rather not say." : R"({"reasoning": "It is.", "verdict": "A>B"})";
    };
    options.obeysSchema = false;
    serve(options);
    openDesk(10);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done, 2 failed"));
    QCOMPARE(runs().index(0, RunTableModel::Errors).data().toString(), QStringLiteral("parse 2"));
    ASSIZE_WAIT_FOR(failedTable()->model()->rowCount(), 2);
    const QAbstractItemModel& failed = *failedTable()->model();
    QCOMPARE(failed.index(0, CallListModel::Item).data().toString(), QStringLiteral("p-3"));
    QVERIFY(!failed.index(0, CallListModel::Reason).data().toString().isEmpty());
    failedTable()->selectRow(0);
    ASSIZE_WAIT_FOR(m_desk->isSeen("inspectorBanner"), true);
    QVERIFY(inspectorShows(1, QStringLiteral("I would rather not say.")));
    QVERIFY(inspectorShows(0, QStringLiteral("Name town 3.")));
    QVERIFY(inspectorShows(2, QStringLiteral("outcome: ")));
    isBroken = false;
    m_desk->click("retryButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    ASSIZE_WAIT_FOR(failedTable()->model()->rowCount(), 0);
    QCOMPARE(storedOutcomes(), (std::map<Outcome, std::int64_t>{{Outcome::Verdict, 20}}));
    QCOMPARE(attemptCount(), 22U);
    QCOMPARE(m_asked.load(), 22);
}

void TestRunFlow::failuresOfOneClassAreRetriedAlone() {
    test::FakeModelOptions options;
    options.fault = [](const test::FakeRequest& request) {
        return request.body.find("Name town 2.") != std::string::npos ? test::Fault::TooLong : test::Fault::None;
    };
    options.answer = [](std::string_view prompt) -> std::string {
        const bool isMeant = prompt.find("Name town 3.") != std::string_view::npos;
        return isMeant ? "No." : R"({"reasoning": "It is.", "verdict": "A>B"})";
    };
    options.obeysSchema = false;
    serve(options);
    openDesk(6);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done, 4 failed"));
    ASSIZE_WAIT_FOR(failedTable()->model()->rowCount(), 4);
    const int before = m_asked.load();
    m_desk->click("failedChip_parse");
    QCOMPARE(failedTable()->model()->rowCount(), 2);
    ASSIZE_WAIT_FOR(m_desk->isSeen("retryShown"), true);
    m_desk->click("retryShown");
    ASSIZE_WAIT_FOR(m_asked.load(), before + 2);
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done, 4 failed"));
    ASSIZE_WAIT_FOR(failedTable()->model()->index(0, CallListModel::Tries).data().toString(), QStringLiteral("2"));
    QCOMPARE(attemptCount(), 14U);
}

void TestRunFlow::keyIsNeverShown() {
    test::FakeModelOptions options;
    options.key = CanaryKey;
    options.answer = [](std::string_view) -> std::string { return "No."; };
    options.obeysSchema = false;
    serve(options);
    qputenv("ASSIZE_TEST_CANARY", CanaryKey);
    auto endpoints = test::valueOf(loadEndpoints(m_folder->path() / "config"));
    endpoints.front().key = "env:ASSIZE_TEST_CANARY";
    test::valueOf(saveEndpoints(m_folder->path() / "config", endpoints));
    openDesk(1);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done, 2 failed"));
    ASSIZE_WAIT_FOR(failedTable()->model()->rowCount(), 2);
    failedTable()->selectRow(0);
    ASSIZE_WAIT_FOR(m_desk->isSeen("inspectorBanner"), true);
    QVERIFY(inspectorShows(3, QStringLiteral("••••")));
    QVERIFY(!m_desk->find<QPlainTextEdit>("inspectorText")->toPlainText().contains(QLatin1String(CanaryKey)));
    m_desk->find<QPushButton>("inspectorCopy")->click();
    QVERIFY(!QApplication::clipboard()->text().contains(QLatin1String(CanaryKey)));
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("••••")));
}

void TestRunFlow::budgetThatIsReachedIsSaidAndRaised() {
    serve();
    openDesk(40);
    openDialog();
    chooseJudge(QStringLiteral("pairwise-json"));
    m_desk->find<QSpinBox>("runMaxTokens")->setValue(8'000);
    auto* start = m_desk->find<QPushButton>("runStart");
    ASSIZE_WAIT_FOR(start->isEnabled(), true);
    start->click();
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Budget reached"));
    QVERIFY(m_desk->isSeen("runBanner"));
    QVERIFY(row().left() > 0);
    QCOMPARE(m_desk->find<QPushButton>("bannerResume")->text(), QStringLiteral("Raise the budget…"));
    m_desk->dialogs.text = QStringLiteral("10000000");
    m_desk->click("bannerResume");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    QCOMPARE(attemptCount(), 80U);
}

void TestRunFlow::reviewShowsVerdictsAsTheyCome() {
    test::FakeModelOptions options;
    options.latency = std::chrono::milliseconds(40);
    options.answer = [](std::string_view) -> std::string { return R"({"reasoning": "Alike.", "verdict": "A=B"})"; };
    options.obeysSchema = false;
    serve(options);
    openDesk(60);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    m_desk->find<QAction>("showReview")->trigger();
    // The run is not over, and the item on screen has its verdict.
    ASSIZE_WAIT_FOR(m_desk->find<QComboBox>("judgePicker")->currentText(), QStringLiteral("pairwise-json"));
    ItemListModel& list = m_desk->window().review().list().model();
    ASSIZE_WAIT_FOR(list.index(0, 0).data(ItemListModel::RowRole).value<ItemRow>().judged.label.has_value(), true);
    QVERIFY(m_desk->window().runControl().isBusy());
    m_desk->click("runStatus");
    QVERIFY(m_desk->isSeen("runsPage"));
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
}

void TestRunFlow::closingTheWindowAsksAndKeepsWhatWasJudged() {
    test::FakeModelOptions options;
    options.latency = std::chrono::milliseconds(40);
    serve(options);
    openDesk(100);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(row().reached > 4, true);
    QVERIFY(!m_desk->window().close());
    QCOMPARE(m_desk->dialogs.questions.size(), 1U);
    QVERIFY(m_desk->window().isVisible());
    QVERIFY(m_desk->window().runControl().isBusy());
    m_desk->dialogs.confirms = true;
    m_desk->window().close();
    ASSIZE_WAIT_FOR(m_desk->window().isVisible(), false);
    m_desk.reset();
    m_desk = std::make_unique<test::Desk>(m_folder);
    QVERIFY(m_desk->open(m_folder->path() / "work.assize"));
    m_desk->find<QAction>("showRuns")->trigger();
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Stopped"));
    QVERIFY(row().reached > 4);
    m_desk->click("resumeButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    QCOMPARE(attemptCount(), 200U);
}

void TestRunFlow::readOnlySessionShowsRunsAndStartsNone() {
    openDesk(3);
    QVERIFY(startRun(QStringLiteral("builtin")));
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    test::Desk second(m_folder);
    second.dialogs.confirms = true;
    QVERIFY(second.open(m_folder->path() / "work.assize"));
    second.find<QAction>("showRuns")->trigger();
    QTRY_VERIFY(second.isSeen("runsReadOnly"));
    ASSIZE_WAIT_FOR(second.window().findChild<RunTableModel*>()->rowCount(), 1);
    QVERIFY(!second.find<QPushButton>("newRunButton")->isEnabled());
    QVERIFY(!second.find<QAction>("newRun")->isEnabled());
    QVERIFY(!second.find<QPushButton>("resumeButton")->isEnabled());
}

void TestRunFlow::secondRunWaitsForTheFirst() {
    test::FakeModelOptions options;
    options.latency = std::chrono::milliseconds(40);
    serve(options);
    openDesk(60);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    QVERIFY(startRun(QStringLiteral("builtin")));
    ASSIZE_WAIT_FOR(runs().rowCount(), 2);
    QCOMPARE(runs().index(1, RunTableModel::State).data().toString(), QStringLiteral("Queued"));
    ASSIZE_WAIT_FOR(runs().index(1, RunTableModel::TimeLeft).data().toString(), QStringLiteral("after 1"));
    ASSIZE_WAIT_FOR(row(0).phase == RunPhase::Done && row(1).phase == RunPhase::Done, true);
    QCOMPARE(row(0).reached + row(1).reached, 240);
}

void TestRunFlow::windowNeverStallsWhileVerdictsCome() {
    constexpr double LongestMs = 50;
    test::FakeModelOptions options;
    options.answer = [](std::string_view prompt) -> std::string {
        const bool isMeant = prompt.find("7.") != std::string_view::npos;
        return isMeant ? "No." : R"({"reasoning": "It is.", "verdict": "A>B"})";
    };
    options.obeysSchema = false;
    serve(options);
    openDesk(600);
    QVERIFY(startRun(QStringLiteral("pairwise-json")));
    ASSIZE_WAIT_FOR(row().reached > 0, true);
    auto& application = *static_cast<test::MeasuredApplication*>(QApplication::instance());
    application.forget();
    ASSIZE_WAIT_FOR(row().phase == RunPhase::Done, true);
    const double longest = application.longestMs();
    qInfo("longest event on the window's thread while 1,200 verdicts came: %.1f ms", longest);
    QVERIFY2(longest < LongestMs, qPrintable(QString::number(longest)));
    QCOMPARE(row().reached, 1200);
    QVERIFY(row().failed > 0);
}

int main(int argc, char** argv) {
    assize::test::MeasuredApplication application(argc, argv);
    TestRunFlow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_run_flow.moc"
