// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_session.h"
#include "ui/models/call_list_model.h"
#include "ui/models/run_table_model.h"
#include "ui/models/run_words.h"
#include "ui/review/verdict_headline.h"
#include "ui/runs/call_inspector.h"
#include "ui/runs/latency_chart.h"
#include "ui/runs/run_dialog.h"
#include "ui/runs/runs_toolbar.h"
#include "ui/runs/slot_timeline.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

/// runRows() of runs that have no failures to count.
std::vector<RunRow> rowsOf(
    std::vector<RunSummary> runs, const std::vector<LiveRun>& live, const std::vector<Endpoint>& endpoints) {
    return runRows({std::move(runs), {}}, live, endpoints);
}

RunSummary summaryOf(RowKey key, std::int64_t planned, std::map<Outcome, std::int64_t> outcomes) {
    RunSummary summary;
    summary.run.key = key;
    summary.run.number = static_cast<int>(key);
    summary.run.name = "run " + std::to_string(key);
    summary.run.endpointKind = "openai-chat";
    summary.run.endpointUrl = "http://127.0.0.1:8080/v1";
    summary.judgeName = "pair";
    summary.judgeNumber = 7;
    summary.planned = planned;
    summary.outcomes = std::move(outcomes);
    return summary;
}

LiveRun liveRun(quint64 ticket, RowKey key, LiveRun::State state) {
    LiveRun run;
    run.ticket = ticket;
    run.runKey = key;
    run.state = state;
    run.order.request.judge.name = "pair";
    run.order.request.endpoint.url = "http://127.0.0.1:8080/v1";
    return run;
}

ListedCall failedCall(RowKey key, RowKey item, const std::string& kind, const std::string& reason) {
    ListedCall call;
    call.outcome.key = key;
    call.outcome.call = {item, "BA", 1};
    call.outcome.outcome = Outcome::TransportError;
    call.outcome.kind = kind;
    call.outcome.reason = reason;
    call.item = "i-" + std::to_string(item);
    return call;
}

CallEvent callEvent(int slot, bool hasEnded, int status = 0) {
    CallEvent event;
    event.slot = slot;
    event.hasEnded = hasEnded;
    event.status = status;
    event.at = std::chrono::steady_clock::now();
    return event;
}

} // namespace

/// What stands in the tables and charts of runs.
class TestRunModels final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storedRunsSayHowTheyEnded();
    void failuresAreCountedByClass();
    void runsThatGoComeFirstAndQueuedOnesNext();
    void endpointsAreNamedByTheirEntryHostAndPort();
    void costFollowsThePriceOfTheEntry();
    void budgetEndIsSaidOnlyWhileCallsAreLeft();
    void onlyWhatDiffersIsTold();
    void selectionOutlivesThatARunIsPlanned();
    void powersFollowTheState_data();
    void whatIsAskedAgainWaitsForItsRun();
    void everyReasonIsSaidInWords();
    void powersFollowTheState();
    void durationsReadLikeSpeech_data();
    void durationsReadLikeSpeech();
    void failedCallsKeepTheirPlaceAndGoWhenRetried();
    void failureReasonStandsWithoutItsClass();
    void latencyBinsHoldEveryReply();
    void latencyOfNothingHasNoBins();
    void timelineKnowsWhatIsInFlight();
    void estimateSaysCallsTokensAndCost();
    void headersAreWrittenLineByLine();
};

void TestRunModels::storedRunsSayHowTheyEnded() {
    const std::vector<RunRow> rows = rowsOf(
        {summaryOf(1, 4, {{Outcome::Verdict, 4}}), summaryOf(2, 4, {{Outcome::Verdict, 3}, {Outcome::Refused, 1}}),
            summaryOf(3, 4, {{Outcome::Verdict, 2}})},
        {}, {});
    QCOMPARE(phaseWords(rows[0]), QStringLiteral("Stopped"));
    QCOMPARE(phaseWords(rows[1]), QStringLiteral("Done, 1 failed"));
    QCOMPARE(phaseWords(rows[2]), QStringLiteral("Done"));
    QCOMPARE(rows[0].left(), 2);
    QCOMPARE(rows[1].reached, 4);
    QCOMPARE(rows[1].judge, QStringLiteral("pair v7"));
}

void TestRunModels::failuresAreCountedByClass() {
    test::TempSession session;
    const RowKey run = session.addRun("run");
    const auto add = [&](const std::string& item, Outcome outcome, const std::string& reason) {
        Verdict verdict;
        verdict.runKey = run;
        verdict.itemKey = session.addPair(item, "p", "a", "b");
        verdict.judgement.outcome = outcome;
        verdict.judgement.reason = reason;
        session.write(
            [&](SessionTransaction& transaction) { return transaction.addVerdict(verdict).map([](RowKey) {}); });
    };
    add("1", Outcome::Verdict, "");
    add("2", Outcome::Unparseable, "no-label");
    add("3", Outcome::Invalid, "zero-weights");
    add("4", Outcome::TransportError, "timeout: no token for 90 s");
    add("5", Outcome::TransportError, "429: too many requests");
    add("6", Outcome::Truncated, "cut-off");
    add("7", Outcome::Abstained, "no answer");
    const RunOverview overview = test::valueOf(readRunOverview(session.reader()));
    RunTableModel model;
    model.setRows(runRows(overview, {}, {}));
    QCOMPARE(model.index(0, RunTableModel::Errors).data().toString(),
        QStringLiteral("429 1, cut off 1, parse 2, timeout 1"));
    QCOMPARE(model.index(0, RunTableModel::Progress).data().toString(), QStringLiteral("7 / 7"));
    QCOMPARE(model.at(0)->failed, 5);
}

void TestRunModels::runsThatGoComeFirstAndQueuedOnesNext() {
    const std::vector<RunRow> rows = rowsOf({summaryOf(30, 4, {}), summaryOf(31, 4, {}), summaryOf(32, 4, {})},
        {liveRun(1, 31, LiveRun::State::Running), liveRun(2, 0, LiveRun::State::Queued)}, {});
    QCOMPARE(rows.size(), 4U);
    QCOMPARE(rows[0].number, 31);
    QCOMPARE(rows[1].phase, RunPhase::Queued);
    QCOMPARE(timeLeftWords(rows[1]), QStringLiteral("after 31"));
    QCOMPARE(rows[2].number, 32);
    QCOMPARE(rows[3].number, 30);
}

void TestRunModels::endpointsAreNamedByTheirEntryHostAndPort() {
    Run run;
    run.endpointKind = "openai-chat";
    run.endpointUrl = "http://127.0.0.1:8080/v1";
    Endpoint entry;
    entry.name = "llama.cpp";
    entry.url = run.endpointUrl;
    QCOMPARE(endpointWords(run, {entry}), QStringLiteral("llama.cpp :8080"));
    QCOMPARE(endpointWords(run, {}), QStringLiteral("127.0.0.1:8080"));
    run.endpointUrl = "https://api.example.net/v1";
    QCOMPARE(endpointWords(run, {}), QStringLiteral("api.example.net"));
    run.endpointKind = "builtin";
    QCOMPARE(endpointWords(run, {}), QStringLiteral("built in"));
    run.endpointKind.clear();
    QCOMPARE(endpointWords(run, {}), QString());
}

void TestRunModels::costFollowsThePriceOfTheEntry() {
    RunSummary summary = summaryOf(1, 1, {{Outcome::Verdict, 1}});
    summary.inputTokens = 500'000;
    summary.outputTokens = 100'000;
    Endpoint entry;
    entry.url = summary.run.endpointUrl;
    QCOMPARE(costWords(rowsOf({summary}, {}, {entry}).front()), QStringLiteral("local"));
    entry.price.input = 2;
    entry.price.output = 8;
    entry.price.currency = "EUR";
    QCOMPARE(costWords(rowsOf({summary}, {}, {entry}).front()), QStringLiteral("1.80 EUR"));
}

void TestRunModels::budgetEndIsSaidOnlyWhileCallsAreLeft() {
    LiveRun live = liveRun(1, 5, LiveRun::State::Ended);
    live.report = RunReport();
    live.report->end = RunEnd::Budget;
    const auto rowOf = [&](std::int64_t judged) {
        return rowsOf({summaryOf(5, 4, {{Outcome::Verdict, judged}})}, {live}, {}).front();
    };
    QCOMPARE(phaseWords(rowOf(3)), QStringLiteral("Budget reached"));
    QCOMPARE(phaseAdvice(rowOf(3)), QStringLiteral("1 call(s) were not made. Raise the budget to go on."));
    QCOMPARE(phaseWords(rowOf(4)), QStringLiteral("Done"));
}

void TestRunModels::onlyWhatDiffersIsTold() {
    RunTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rowsOf({summaryOf(1, 4, {}), summaryOf(2, 4, {})}, {}, {}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    model.setRows(rowsOf({summaryOf(1, 4, {{Outcome::Verdict, 1}}), summaryOf(2, 4, {})}, {}, {}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().at(0).toModelIndex().row(), 1);
    model.setRows(rowsOf({summaryOf(2, 4, {}), summaryOf(3, 4, {})}, {}, {}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.at(0)->number, 3);
    model.setRows(rowsOf({summaryOf(2, 4, {}), summaryOf(3, 4, {})}, {liveRun(1, 2, LiveRun::State::Running)}, {}));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(model.at(0)->number, 2);
    QCOMPARE(model.rowCount(), 2);
}

void TestRunModels::selectionOutlivesThatARunIsPlanned() {
    RunTableModel model;
    model.setRows(rowsOf({summaryOf(1, 4, {})}, {liveRun(9, 0, LiveRun::State::Starting)}, {}));
    QCOMPARE(model.rowOf(0, 9), 0);
    model.setRows(rowsOf({summaryOf(1, 4, {}), summaryOf(2, 4, {})}, {liveRun(9, 2, LiveRun::State::Running)}, {}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(0, 9), 0);
    QCOMPARE(model.rowOf(2, 0), 0);
    QCOMPARE(model.rowOf(7, 0), -1);
}

void TestRunModels::powersFollowTheState_data() {
    QTest::addColumn<RunPhase>("phase");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("failed");
    QTest::addColumn<QString>("powers");
    QTest::newRow("running") << RunPhase::Running << 3 << 1 << QStringLiteral("pause stop retry");
    QTest::newRow("planning") << RunPhase::Planning << 3 << 1 << QStringLiteral("pause stop");
    QTest::newRow("paused") << RunPhase::Paused << 3 << 1 << QStringLiteral("resume stop retry");
    QTest::newRow("server away") << RunPhase::ServerAway << 3 << 0 << QStringLiteral("pause stop");
    QTest::newRow("stopping") << RunPhase::Stopping << 3 << 0 << QString();
    QTest::newRow("queued") << RunPhase::Queued << 3 << 0 << QStringLiteral("stop");
    QTest::newRow("done") << RunPhase::Done << 0 << 0 << QString();
    QTest::newRow("done with failures") << RunPhase::Done << 0 << 2 << QStringLiteral("retry");
    QTest::newRow("stopped") << RunPhase::Incomplete << 3 << 0 << QStringLiteral("resume");
    QTest::newRow("budget") << RunPhase::Budget << 3 << 1 << QStringLiteral("resume retry");
}

void TestRunModels::whatIsAskedAgainWaitsForItsRun() {
    LiveRun again = liveRun(10, 1, LiveRun::State::Queued);
    again.order.request.continuation = RunContinuation{1, {{7, "AB", 1}}};
    const RunSummary stored = summaryOf(1, 4, {{Outcome::Verdict, 1}, {Outcome::Unparseable, 2}});
    const std::vector<RunRow> rows = rowsOf({stored}, {liveRun(9, 1, LiveRun::State::Running), again}, {});
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.front().ticket, 9U);
    QCOMPARE(rows.front().phase, RunPhase::Running);
    QCOMPARE(rows.front().toRetry, 1);
    QVERIFY(powersOver(rows.front(), false).mayRetry);
    again.order.request.continuation->again.clear();
    again.order.request.retry = {Outcome::Unparseable};
    const std::vector<RunRow> all = rowsOf({stored}, {liveRun(9, 1, LiveRun::State::Running), again}, {});
    QCOMPARE(all.front().toRetry, 2);
    QVERIFY(!powersOver(all.front(), false).mayRetry);
    const std::vector<RunRow> over = rowsOf({stored}, {again}, {});
    QCOMPARE(over.front().phase, RunPhase::Queued);
}

/// Reasons of replies (core/reply/reply_format.h) are codes, which nobody should have to read.
void TestRunModels::everyReasonIsSaidInWords() {
    const QStringList codes = QStringLiteral(
        "empty budget cut-off refused ambiguous no-verdict no-label not-json not-yaml not-a-number unknown-verdict "
        "out-of-range missing-score missing-criterion extra-criterion duplicate-criterion no-criteria missing-weight "
        "negative-weight zero-weights unknown-type too-many-criteria split strict unknown-format bad-pattern "
        "pattern-too-slow")
                                  .split(QLatin1Char(' '));
    for (const QString& code : codes)
        QVERIFY2(reasonWords(code) != code, qPrintable(code));
    QCOMPARE(reasonWords(QStringLiteral("out-of-range: score 85, 1 to 10")),
        QStringLiteral("a score is outside its scale (score 85, 1 to 10)"));
}

void TestRunModels::powersFollowTheState() {
    QFETCH(const RunPhase, phase);
    QFETCH(const int, left);
    QFETCH(const int, failed);
    RunRow row;
    row.key = 1;
    row.endpoint = QStringLiteral("somewhere");
    row.phase = phase;
    row.planned = 10;
    row.reached = 10 - left;
    row.failed = failed;
    const RunPowers powers = powersOver(row, false);
    QStringList names;
    if (powers.mayPause)
        names << QStringLiteral("pause");
    if (powers.mayResume)
        names << QStringLiteral("resume");
    if (powers.mayStop)
        names << QStringLiteral("stop");
    if (powers.mayRetry)
        names << QStringLiteral("retry");
    QTEST(names.join(QLatin1Char(' ')), "powers");
    const RunPowers none = powersOver(row, true);
    QVERIFY(!none.mayPause && !none.mayResume && !none.mayStop && !none.mayRetry);
}

void TestRunModels::durationsReadLikeSpeech_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("rounded up") << 0.2 << QStringLiteral("1 s");
    QTest::newRow("minute") << 86.0 << QStringLiteral("1 min 26 s");
    QTest::newRow("hours") << 7500.0 << QStringLiteral("2 h 5 min");
}

void TestRunModels::durationsReadLikeSpeech() {
    QFETCH(const double, seconds);
    QTEST(durationWords(seconds), "words");
}

void TestRunModels::failedCallsKeepTheirPlaceAndGoWhenRetried() {
    CallListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ListedCall first = failedCall(1, 10, "429", "429: wait");
    const ListedCall second = failedCall(2, 11, "timeout", "timeout: no token for 90 s");
    const ListedCall third = failedCall(3, 12, "parse", "no-label");
    model.setCalls({first, second});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setCalls({first, second, third});
    QCOMPARE(model.rowCount(), 3);
    model.setCalls({second, third});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf({11, "BA", 1}), 0);
    QCOMPARE(model.rowOf({10, "BA", 1}), -1);
    ListedCall again = second; // it failed once more
    again.outcome.key = 4;
    again.outcome.attempt = 2;
    model.setCalls({third, again});
    QCOMPARE(model.index(1, CallListModel::Tries).data().toString(), QStringLiteral("2"));
    QCOMPARE(reset.size(), 0);
}

void TestRunModels::failureReasonStandsWithoutItsClass() {
    CallListModel model;
    model.setRetryable(true);
    model.setCalls(
        {failedCall(1, 10, "timeout", "timeout: no token for 90 s"), failedCall(2, 11, "parse", "no-label")});
    QCOMPARE(model.index(0, CallListModel::Reason).data().toString(), QStringLiteral("no token for 90 s"));
    QCOMPARE(model.index(1, CallListModel::Reason).data().toString(), QStringLiteral("it names no label"));
    QCOMPARE(model.index(0, CallListModel::Order).data().toString(), QStringLiteral("B first"));
    QCOMPARE(model.index(0, CallListModel::Retry).data().toString(), QStringLiteral("Retry"));
    model.setRetryable(false);
    QCOMPARE(model.index(0, CallListModel::Retry).data().toString(), QString());
}

void TestRunModels::latencyBinsHoldEveryReply() {
    std::vector<float> seconds;
    for (int i = 1; i <= 100; ++i)
        seconds.push_back(static_cast<float>(i) / 10);
    const LatencyBins bins = latencyBins(seconds);
    QCOMPARE(bins.width, 0.5);
    qint64 sum = 0;
    for (const qint64 count : bins.counts)
        sum += count;
    QCOMPARE(sum, 100);
    QCOMPARE(bins.counts[0], 4); // 0.1 to 0.4
    QVERIFY(qAbs(*bins.half - 5.0) < 1e-5);
    QVERIFY(qAbs(*bins.nearlyAll - 9.5) < 1e-5);
}

void TestRunModels::latencyOfNothingHasNoBins() {
    QVERIFY(latencyBins({}).counts.empty());
    LatencyChart chart(nullptr);
    chart.setLatencies({}, 0);
    QCOMPARE(chart.accessibleName(), QStringLiteral("Latency of 0 replies, seconds"));
    chart.setLatencies({1, 2, 3}, 1);
    QVERIFY(!chart.grab().isNull());
}

void TestRunModels::timelineKnowsWhatIsInFlight() {
    SlotTimeline timeline(nullptr);
    QVERIFY(timeline.isEmpty());
    timeline.add({callEvent(0, false), callEvent(3, false), callEvent(63, false)});
    QCOMPARE(timeline.inFlight(), 3); // more than there are lines for
    timeline.add({callEvent(0, true, 200), callEvent(3, true, 429), callEvent(63, true, 200)});
    QCOMPARE(timeline.inFlight(), 0);
    QVERIFY(!timeline.isEmpty());
    QVERIFY(!timeline.grab().isNull());
    timeline.clear();
    QVERIFY(timeline.isEmpty());
}

void TestRunModels::estimateSaysCallsTokensAndCost() {
    RunEstimate estimate;
    estimate.planned = 520;
    estimate.owed = 482;
    estimate.rendered = 200;
    estimate.inputTokens = {900'000, 1'200'000, 1'500'000};
    estimate.outputTokens = {8'000, 9'000, 12'000};
    estimate.cost = {0.9, 1.14, 1.3};
    Endpoint endpoint;
    endpoint.price.input = 1;
    endpoint.price.currency = "EUR";
    const QStringList lines = estimateWords(estimate, endpoint);
    QCOMPARE(lines.value(0), QStringLiteral("520 calls, of which 38 have an answer already; 482 are to be made."));
    QCOMPARE(lines.value(1), QStringLiteral("Tokens: 1.2 M (900 k to 1.5 M) in, 9,000 (8,000 to 12 k) out"));
    QCOMPARE(lines.value(2), QStringLiteral("Cost: 1.14 EUR (0.9000 EUR to 1.30 EUR)"));
    endpoint.price = {};
    QCOMPARE(estimateWords(estimate, endpoint).value(2), QStringLiteral("Cost: not known, the endpoint has no price."));
}

void TestRunModels::headersAreWrittenLineByLine() {
    HttpRequest request;
    request.url = "http://127.0.0.1:8080/v1/chat/completions";
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer ••••"}};
    QCOMPARE(headersText(request), std::string("POST http://127.0.0.1:8080/v1/chat/completions\nContent-Type: "
                                               "application/json\nAuthorization: Bearer ••••\n"));
}

QTEST_MAIN(TestRunModels)
#include "tst_run_models.moc"
