// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"
#include "core/judge/library.h"
#include "core/run/run_engine.h"
#include "tests/flows/desk.h"
#include "tests/support/fake_model.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
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

private:
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

QTEST_MAIN(TestRetryFlow)
#include "tst_retry_flow.moc"
