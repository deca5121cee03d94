// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/builtin_lexical.h"
#include "core/endpoint/endpoint_file.h"
#include "core/judge/library.h"
#include "core/run/run_engine.h"
#include "tests/flows/desk.h"
#include "tests/support/fake_model.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/bridge/run_controller.h"
#include "ui/models/run_table_model.h"

#include <QAction>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace assize;
using namespace assize::ui;

namespace {

constexpr int Limit = 2048; // of the preset

class Unheard final : public RunObserver {
    void onPlanned(const Run&, const RunProgress&) override {}
    void onStored(std::span<const Verdict>, const RunProgress&) override {}
};

} // namespace

/// A person finds replies that were cut off and asks for them again with more room: one, then all of the class.
class TestRetryFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneReplyThatWasCutOffMayTakeMore();
    void allOfTheClassMayTakeMore();
    void whatIsAskedAgainGoesBeforeRunsThatWait();

private:
    quint64 startBuiltin(const char* name) const;
    void runBefore(const std::filesystem::path& path) const;
    [[nodiscard]] QString state() const;

    std::shared_ptr<test::TempFolder> m_folder;
    std::unique_ptr<test::FakeServer> m_server;
    std::unique_ptr<test::Desk> m_desk;
};

/// The server cuts off whatever may take no more than the judge's limit.
void TestRetryFlow::init() {
    m_folder = std::make_shared<test::TempFolder>();
    test::FakeModelOptions cut;
    cut.finishReason = "length";
    cut.answer = [](std::string_view) { return std::string(R"({"reasoning":"It all beg)"); };
    m_server = std::make_unique<test::FakeServer>(
        [whole = test::fakeModel(), half = test::fakeModel(cut)](const test::FakeRequest& request) {
            const auto body = nlohmann::json::parse(request.body, nullptr, false);
            const bool isShort = body.is_object() && body.value("max_tokens", 0) < 2 * Limit;
            return isShort ? half(request) : whole(request);
        });
    const auto path = test::makeSession(m_folder->path() / "work.assize", test::townPairs(4));
    runBefore(path);
    m_desk = std::make_unique<test::Desk>(m_folder);
    QVERIFY(m_desk->open(path));
    m_desk->find<QAction>("showRuns")->trigger();
    ASSIZE_WAIT_FOR(m_desk->find<QTableView>("runTable")->hasFocus(), true);
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done, 8 failed"));
    ASSIZE_WAIT_FOR(m_desk->find<QTableView>("failedTable")->model()->rowCount(), 8);
}

void TestRetryFlow::cleanup() {
    m_desk.reset();
    m_server.reset();
    m_folder.reset();
}

/// The run that was made before the window was opened.
void TestRetryFlow::runBefore(const std::filesystem::path& path) const {
    RunRequest request;
    request.judge = test::valueOf(findJudge("pairwise-json", {})).judge;
    request.endpoint.name = "fake";
    request.endpoint.url = m_server->url("/v1");
    request.endpoint.model = "fake-judge";
    test::valueOf(saveEndpoints(m_folder->path() / "config", {request.endpoint}));
    const auto session = test::valueOf(Session::open(path, Session::Access::ReadWrite));
    Unheard nobody;
    const RunReport report = test::valueOf(executeRun(*session, request, nobody, {}));
    QCOMPARE(report.outcomes.at(Outcome::Truncated), 8);
}

QString TestRetryFlow::state() const {
    return m_desk->window().findChild<RunTableModel*>()->index(0, RunTableModel::State).data().toString();
}

void TestRetryFlow::oneReplyThatWasCutOffMayTakeMore() {
    m_desk->find<QTableView>("failedTable")->selectRow(2);
    ASSIZE_WAIT_FOR(m_desk->isSeen("inspectorBanner"), true);
    auto* fix = m_desk->find<QPushButton>("inspectorRetry");
    QCOMPARE(fix->text(), QStringLiteral("Raise to 4,096 and retry"));
    QVERIFY(m_desk->words("inspectorBanner").contains(QStringLiteral("of 2,048 tokens.")));
    fix->click();
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done, 7 failed"));
}

void TestRetryFlow::allOfTheClassMayTakeMore() {
    QVERIFY(!m_desk->isSeen("raiseShown"));
    m_desk->click("failedChip_cut off");
    ASSIZE_WAIT_FOR(m_desk->isSeen("raiseShown"), true);
    QVERIFY(!m_desk->isSeen("retryShown"));
    QCOMPARE(m_desk->find<QPushButton>("raiseShown")->text(), QStringLiteral("Raise to 4,096 and retry these 8"));
    m_desk->click("raiseShown");
    ASSIZE_WAIT_FOR(state(), QStringLiteral("Done"));
    ASSIZE_WAIT_FOR(m_desk->find<QTableView>("failedTable")->model()->rowCount(), 0);
}

quint64 TestRetryFlow::startBuiltin(const char* name) const {
    RunOrder order;
    order.request.judge = test::valueOf(findJudge("builtin", {})).judge;
    order.request.endpoint = builtinEndpoint();
    order.request.startNew = true;
    order.request.name = name;
    return m_desk->window().runControl().start(std::move(order));
}

void TestRetryFlow::whatIsAskedAgainGoesBeforeRunsThatWait() {
    RunController& control = m_desk->window().runControl();
    const auto& runs = *m_desk->window().findChild<RunTableModel*>();
    const auto name = [&](int row) { return runs.index(row, RunTableModel::Name).data().toString(); };
    std::vector<quint64> ended;
    connect(&control, &RunController::runEnded, this, [&](quint64 ticket) { ended.push_back(ticket); });
    const quint64 going = startBuiltin("going");
    control.setPaused(going, true);
    const quint64 waiting = startBuiltin("waiting");
    ASSIZE_WAIT_FOR(runs.rowCount(), 3);
    m_desk->click("failedChip_cut off");
    ASSIZE_WAIT_FOR(m_desk->isSeen("raiseShown"), true);
    m_desk->click("raiseShown");
    ASSIZE_WAIT_FOR(name(1), QStringLiteral("pairwise-json"));
    QCOMPARE(name(0), QStringLiteral("going"));
    QCOMPARE(name(2), QStringLiteral("waiting"));
    ASSIZE_WAIT_FOR(runs.index(1, RunTableModel::TimeLeft).data().toString(), QStringLiteral("after 2"));
    QCOMPARE(runs.index(2, RunTableModel::TimeLeft).data().toString(), QStringLiteral("after 1"));
    control.setPaused(going, false);
    ASSIZE_WAIT_FOR(ended.size(), 3U);
    QCOMPARE(ended.front(), going);
    QCOMPARE(ended.back(), waiting);
    disconnect(&control, nullptr, this, nullptr);
}

QTEST_MAIN(TestRetryFlow)
#include "tst_retry_flow.moc"
