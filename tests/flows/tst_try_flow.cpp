// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"
#include "tests/flows/desk.h"
#include "tests/support/fake_model.h"
#include "ui/bridge/document.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <atomic>

using namespace assize;
using namespace assize::test;
using namespace assize::ui;

namespace {

std::string reply() {
    std::string text = "criteria:\n";
    for (const char* name : {"Correct", "Short", "Polite", "Useful"})
        text += std::string("  ") + name +
                ":\n    description: \"x\"\n    type: scale\n    weight: 0.25\n    score_A: 4\n    score_B: 2\n"
                "    justification_A: \"It says so.\"\n    justification_B: \"It does not.\"\n";
    return text + "overall_justification: \"A.\"\npreference: '[[A>B]]'\n";
}

} // namespace

/// A judge is tried on one item before it is let loose on all of them.
class TestTryFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void replyIsReadWhileItComesAndCanBeStopped();
    void onlyWhatIsKeptIsStored();
    void whatFailsIsSaid();
    void baselineIsTriedWithoutANetwork();

private:
    void serve(Fault fault);
    void openTry(const QString& judge, const QString& endpoint);
    [[nodiscard]] std::vector<RunSummary> runs() const;

    std::atomic<int> m_asked = 0; ///< judgements, on the server's thread
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Desk> m_desk;
};

void TestTryFlow::init() {
    m_desk = std::make_unique<Desk>();
    makeSession(m_desk->folder() / "work.assize", townPairs(3));
}

void TestTryFlow::cleanup() {
    m_desk.reset();
    m_server.reset();
    m_asked = 0;
}

void TestTryFlow::serve(Fault fault) {
    FakeModelOptions options;
    options.fault = [fault](const FakeRequest&) { return fault; };
    options.answer = [this](std::string_view) {
        ++m_asked;
        return reply();
    };
    m_server = std::make_unique<FakeServer>(fakeModel(options));
    Endpoint endpoint;
    endpoint.name = "here";
    endpoint.url = m_server->url("/v1");
    endpoint.model = "fake-judge";
    QVERIFY(m_desk->window().servers().book().add(endpoint));
}

void TestTryFlow::openTry(const QString& judge, const QString& endpoint) {
    QVERIFY(m_desk->open(m_desk->folder() / "work.assize"));
    m_desk->press(Qt::Key_R, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->isSeen("runDialog"), true);
    auto* judges = m_desk->find<QComboBox>("runJudge");
    ASSIZE_WAIT_FOR(judges->count() > 0, true);
    judges->setCurrentIndex(judges->findText(judge, Qt::MatchStartsWith));
    auto* endpoints = m_desk->find<QComboBox>("runEndpoint");
    endpoints->setCurrentIndex(endpoints->findText(endpoint, Qt::MatchStartsWith));
    ASSIZE_WAIT_FOR(m_desk->find<QPushButton>("runTry")->isEnabled(), true);
    m_desk->find<QPushButton>("runTry")->click();
    ASSIZE_WAIT_FOR(m_desk->isSeen("tryDialog"), true);
}

std::vector<RunSummary> TestTryFlow::runs() const {
    const auto reader = m_desk->window().document()->session().reader();
    return (*reader)->runs().value();
}

void TestTryFlow::replyIsReadWhileItComesAndCanBeStopped() {
    serve(Fault::StallWithin);
    openTry(QStringLiteral("rubric-generated"), QStringLiteral("here"));
    const auto* text = m_desk->find<QPlainTextEdit>("tryText");
    ASSIZE_WAIT_FOR(text->toPlainText().contains(QStringLiteral("Correct")), true);
    const auto* read = m_desk->find<QTreeWidget>("tryRead");
    ASSIZE_WAIT_FOR(read->topLevelItemCount() > 0, true);
    QVERIFY(read->topLevelItemCount() < 4); // half of the reply has come
    QCOMPARE(read->topLevelItem(0)->text(0), QStringLiteral("Correct"));
    QCOMPARE(read->topLevelItem(0)->text(1), QStringLiteral("4"));
    QCOMPARE(m_desk->find<QLabel>("tryOutcome")->text(), QStringLiteral("The reply is coming…"));
    QVERIFY(!m_desk->find<QPushButton>("tryKeep")->isEnabled());
    auto* stop = m_desk->find<QPushButton>("tryAgain");
    QCOMPARE(stop->text(), QStringLiteral("Stop"));
    stop->click();
    ASSIZE_WAIT_FOR(m_desk->find<QLabel>("tryOutcome")->text(), QStringLiteral("Stopped. Nothing is stored."));
    QCOMPARE(stop->text(), QStringLiteral("Try again"));
    QVERIFY(text->toPlainText().contains(QStringLiteral("Correct"))); // what came can still be read
    QVERIFY(runs().empty());
}

void TestTryFlow::onlyWhatIsKeptIsStored() {
    serve(Fault::None);
    openTry(QStringLiteral("rubric-generated"), QStringLiteral("here"));
    ASSIZE_WAIT_FOR(m_desk->find<QLabel>("tryOutcome")->text(), QStringLiteral("Verdict: A is better"));
    QCOMPARE(m_desk->find<QTreeWidget>("tryRead")->topLevelItemCount(), 4);
    QVERIFY2(m_desk->find<QLabel>("tryFacts")->text().contains(QStringLiteral(" out")),
        qPrintable(m_desk->find<QLabel>("tryFacts")->text()));
    QVERIFY(runs().empty());
    auto* keep = m_desk->find<QPushButton>("tryKeep");
    keep->click();
    ASSIZE_WAIT_FOR(keep->text(), QStringLiteral("Kept"));
    QVERIFY(!keep->isEnabled());
    QCOMPARE(runs().size(), 1U);
    QCOMPARE(runs().front().outcomes.at(Outcome::Verdict), 1);
    m_desk->click("tryClose");
    ASSIZE_WAIT_FOR(m_desk->isSeen("tryDialog"), false);
    // The run that follows has it already: three items in both orders are six calls.
    m_desk->find<QPushButton>("runStart")->click();
    ASSIZE_WAIT_FOR(runs().front().outcomes[Outcome::Verdict], 6);
    QCOMPARE(m_asked.load(), 6);
    QVERIFY(m_desk->dialogs.errors.empty());
}

void TestTryFlow::whatFailsIsSaid() {
    serve(Fault::Error500);
    openTry(QStringLiteral("rubric-generated"), QStringLiteral("here"));
    ASSIZE_WAIT_FOR(m_desk->find<QPushButton>("tryAgain")->text(), QStringLiteral("Try again"));
    const QString words = m_desk->find<QLabel>("tryOutcome")->text();
    QVERIFY2(words.startsWith(QStringLiteral("No reply: 5xx: ")), qPrintable(words));
    QVERIFY(!m_desk->find<QPushButton>("tryKeep")->isEnabled());
    QTest::keyClick(m_desk->find("tryDialog"), Qt::Key_Escape);
    ASSIZE_WAIT_FOR(m_desk->isSeen("tryDialog"), false);
    QVERIFY(m_desk->isSeen("runDialog"));
}

void TestTryFlow::baselineIsTriedWithoutANetwork() {
    openTry(QStringLiteral("builtin"), QStringLiteral("Built in"));
    ASSIZE_WAIT_FOR(m_desk->find<QPushButton>("tryAgain")->text(), QStringLiteral("Try again"));
    const QString words = m_desk->find<QLabel>("tryOutcome")->text();
    QVERIFY2(
        words.startsWith(QStringLiteral("Verdict: ")) || words.contains(QStringLiteral("builtin")), qPrintable(words));
}

QTEST_MAIN(TestTryFlow)
#include "tst_try_flow.moc"
