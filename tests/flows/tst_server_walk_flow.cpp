// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"
#include "tests/flows/desk.h"
#include "tests/flows/measured_application.h"
#include "tests/support/fake_model.h"
#include "ui/bridge/document.h"
#include "ui/endpoints/endpoint_editor.h"
#include "ui/models/call_list_model.h"
#include "ui/models/run_table_model.h"
#include "ui/widgets/panes.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <atomic>

using namespace assize;
using namespace assize::test;
using namespace assize::ui;

namespace {

constexpr int Items = 80;
constexpr qint64 Calls = 2LL * Items;
constexpr double LongestMs = 50; ///< of the processor's time that one event may take

} // namespace

/// The whole way of a person with a model server, in one window and without a restart of it.
class TestServerWalkFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fromTheFirstConnectionToTheLastRetry();
    void failedCallsCanBeAskedAgainWhileTheRunGoesOn();
    void whatWasToBeAskedAgainIsForgottenByAStop();

private:
    void serve(int port = 0);
    void connectServer();
    void openRuns();
    void startRun();
    [[nodiscard]] RunRow row() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] std::size_t attempts() const;

    std::atomic<bool> m_isBroken = true; ///< some replies are no verdicts
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Desk> m_desk;
};

void TestServerWalkFlow::init() {
    m_isBroken = true;
    m_desk = std::make_unique<Desk>();
    makeSession(m_desk->folder() / "work.assize", townPairs(Items));
    serve();
}

void TestServerWalkFlow::cleanup() {
    m_desk->dialogs.confirms = true;
    QVERIFY(m_desk->dialogs.errors.empty());
    m_desk.reset();
    m_server.reset();
}

/// Slow enough to be watched. The first items get no verdict while the server is broken.
void TestServerWalkFlow::serve(int port) {
    FakeModelOptions options;
    options.latency = std::chrono::milliseconds(40);
    options.obeysSchema = false;
    options.answer = [this](std::string_view prompt) -> std::string {
        const bool isMeant = prompt.find("Name town 1.") != std::string_view::npos ||
                             prompt.find("Name town 2.") != std::string_view::npos;
        return m_isBroken && isMeant ? "Hard to say." : R"({"reasoning": "It is.", "verdict": "A>B"})";
    };
    m_server = std::make_unique<FakeServer>(fakeModel(options), FakeServer::Options{port, {}});
}

void TestServerWalkFlow::connectServer() {
    m_desk->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(waitUntil([&] { return m_desk->isSeen("endpointsDialog"); }));
    m_desk->click("addEndpoint");
    QVERIFY(waitUntil([&] { return m_desk->isSeen("endpointEditor"); }));
    auto* editor = m_desk->find<EndpointEditor>("endpointEditor");
    editor->findChild<QLineEdit*>(QStringLiteral("endpointName"))->setText(QStringLiteral("here"));
    editor->findChild<QLineEdit*>(QStringLiteral("endpointUrl"))->setText(QString::fromStdString(m_server->url("/v1")));
    auto* test = editor->findChild<QPushButton*>(QStringLiteral("testEndpoint"));
    QVERIFY(waitUntil([&] { return test->isEnabled() && test->text() != QLatin1String("Stop"); }));
    QTest::mouseClick(test, Qt::LeftButton);
    QVERIFY(waitUntil([&] {
        return test->text() != QLatin1String("Stop") &&
               editor->findChild<QComboBox*>(QStringLiteral("endpointModel"))->currentText() ==
                   QLatin1String("fake-judge");
    }));
    QTest::mouseClick(editor->findChild<QPushButton*>(QStringLiteral("saveEndpoint")), Qt::LeftButton);
    QVERIFY(waitUntil([&] { return !m_desk->isSeen("endpointEditor"); }));
    m_desk->click("closeEndpoints");
    QVERIFY(m_desk->comeToFront());
}

void TestServerWalkFlow::openRuns() {
    QVERIFY(m_desk->open(m_desk->folder() / "work.assize"));
    m_desk->find<QAction>("showRuns")->trigger();
    ASSIZE_WAIT_FOR(m_desk->isSeen("runsPage"), true);
}

void TestServerWalkFlow::startRun() {
    m_desk->press(Qt::Key_R, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->isSeen("runDialog"), true);
    auto* judges = m_desk->find<QComboBox>("runJudge");
    ASSIZE_WAIT_FOR(judges->count() > 0, true);
    judges->setCurrentIndex(judges->findText(QStringLiteral("pairwise-json –"), Qt::MatchStartsWith));
    auto* start = m_desk->find<QPushButton>("runStart");
    const auto* words = m_desk->find<QLabel>("runEstimate");
    ASSIZE_WAIT_FOR(start->isEnabled() && words->text().contains(QStringLiteral("are to be made")), true);
    start->click();
    ASSIZE_WAIT_FOR(m_desk->isSeen("runDialog"), false);
    QVERIFY(m_desk->comeToFront());
}

RunRow TestServerWalkFlow::row() const {
    const RunRow* found = m_desk->window().findChild<RunTableModel*>()->at(0);
    return found == nullptr ? RunRow() : *found;
}

QString TestServerWalkFlow::state() const {
    return m_desk->window().findChild<RunTableModel*>()->index(0, RunTableModel::State).data().toString();
}

QString TestServerWalkFlow::summary() const {
    return m_desk->find<ElidedLabel>("runSummary")->text();
}

std::size_t TestServerWalkFlow::attempts() const {
    const auto reader = m_desk->window().document()->session().reader().value();
    std::size_t count = 0;
    SessionReader::VerdictParts parts;
    parts.allAttempts = true;
    const auto read = reader->forEachVerdict(row().key, parts, [&](const Verdict&) {
        ++count;
        return true;
    });
    return read ? count : 0;
}

void TestServerWalkFlow::fromTheFirstConnectionToTheLastRetry() {
    openRuns();
    connectServer();
    startRun();
    auto& application = *static_cast<MeasuredApplication*>(QApplication::instance());
    ASSIZE_WAIT_FOR(row().reached > 8, true);
    application.forget();
    QCOMPARE(state(), QStringLiteral("Running"));
    ASSIZE_WAIT_FOR(summary().contains(QStringLiteral("requests/s")), true);
    m_desk->click("pauseButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Paused"));
    const int port = m_server->port();
    m_server.reset();
    m_desk->click("resumeButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Waiting for the server"));
    QVERIFY(m_desk->isSeen("runBanner"));
    QVERIFY(m_desk->find<QToolButton>("serverLamp")->accessibleName().contains(QStringLiteral("no answer")));
    serve(port);
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done, 4 failed"));
    QVERIFY(!m_desk->isSeen("runBanner"));
    ASSIZE_WAIT_FOR(m_desk->find<QTableView>("failedTable")->model()->rowCount(), 4);
    m_isBroken = false;
    m_desk->click("retryButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    const double longest = application.longestMs();
    qInfo("longest event on the window's thread on the whole way: %.1f ms", longest);
    QVERIFY2(longest < LongestMs, qPrintable(QString::number(longest)));
    QCOMPARE(row().reached, Calls);
    QCOMPARE(row().failed, 0);
    QCOMPARE(attempts(), static_cast<std::size_t>(Calls + 4));
    auto* tabs = m_desk->find<QTabBar>("runTabs");
    ASSIZE_WAIT_FOR(tabs->tabText(1), QStringLiteral("Requests 160"));
    tabs->setCurrentIndex(1);
    auto* requests = m_desk->find<QTableView>("requestsTable");
    ASSIZE_WAIT_FOR(requests->model()->rowCount(), static_cast<int>(Calls));
    ASSIZE_WAIT_FOR(requests->model()->index(0, CallListModel::Tries).data().toString(), QStringLiteral("2"));
    const QString said = requests->model()->index(0, CallListModel::Reason).data().toString();
    QVERIFY2(said.endsWith(QStringLiteral(" is better")), qPrintable(said));
    requests->selectRow(0);
    m_desk->find<QTabBar>("inspectorTabs")->setCurrentIndex(1);
    auto* reply = m_desk->find<QPlainTextEdit>("inspectorText");
    ASSIZE_WAIT_FOR(reply->toPlainText().contains(QStringLiteral("A>B")), true);
}

// The run is long, and what failed early can be asked for at once: it waits for the end of the run and then goes by
// itself.
void TestServerWalkFlow::failedCallsCanBeAskedAgainWhileTheRunGoesOn() {
    openRuns();
    connectServer();
    startRun();
    ASSIZE_WAIT_FOR(row().failed, 4);
    QCOMPARE(state(), QStringLiteral("Running"));
    ASSIZE_WAIT_FOR(m_desk->find<QTableView>("failedTable")->model()->rowCount(), 4);
    m_isBroken = false;
    ASSIZE_WAIT_FOR(m_desk->find<QPushButton>("retryButton")->isEnabled(), true);
    m_desk->click("retryButton");
    ASSIZE_WAIT_FOR(summary().contains(QStringLiteral("4 to be asked again at the end")), true);
    QVERIFY(!m_desk->find<QPushButton>("retryButton")->isEnabled());
    QVERIFY(m_desk->find<QPushButton>("pauseButton")->isEnabled());
    QCOMPARE(m_desk->window().findChild<RunTableModel*>()->rowCount(), 1);
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    QCOMPARE(row().reached, Calls);
    QCOMPARE(attempts(), static_cast<std::size_t>(Calls + 4));
}

void TestServerWalkFlow::whatWasToBeAskedAgainIsForgottenByAStop() {
    openRuns();
    connectServer();
    startRun();
    ASSIZE_WAIT_FOR(row().failed, 4);
    ASSIZE_WAIT_FOR(m_desk->find<QPushButton>("retryButton")->isEnabled(), true);
    m_desk->click("retryButton");
    ASSIZE_WAIT_FOR(row().toRetry, 4);
    m_desk->dialogs.confirms = true;
    m_desk->click("stopButton");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Stopped"));
    QVERIFY(!m_desk->window().runControl().isBusy());
    QVERIFY(row().left() > 0);
    QCOMPARE(row().failed, 4);
}

int main(int argc, char** argv) {
    MeasuredApplication application(argc, argv);
    TestServerWalkFlow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_server_walk_flow.moc"
