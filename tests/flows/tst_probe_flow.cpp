// SPDX-License-Identifier: Apache-2.0
#include "core/model/probe.h"
#include "tests/flows/desk.h"
#include "tests/flows/measured_application.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/bridge/insights_tables.h"
#include "ui/models/run_table_model.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace assize;
using namespace assize::ui;

/// A person asks in the real window whether a judge minds what should not matter.
class TestProbeFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void probesFollowTheRun();

private:
    test::Desk m_desk;
};

/// Two boxes, one press: the run, then the same judge under both probes, and Insights says what each flips.
void TestProbeFlow::probesFollowTheRun() {
    const auto path = test::makeSession(m_desk.folder() / "work.assize", test::townPairs(6));
    QVERIFY(m_desk.open(path));
    m_desk.find<QAction>("showRuns")->trigger();
    QTRY_VERIFY(m_desk.isSeen("runsPage"));
    m_desk.press(Qt::Key_R, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk.isSeen("runDialog"), true);
    auto* judges = m_desk.find<QComboBox>("runJudge");
    ASSIZE_WAIT_FOR(judges->count() > 0, true);
    judges->setCurrentIndex(judges->findText(QStringLiteral("builtin –"), Qt::MatchStartsWith));
    const auto* words = m_desk.find<QLabel>("runEstimate");
    ASSIZE_WAIT_FOR(words->text().startsWith(QStringLiteral("12 calls")), true);
    QVERIFY(m_desk.find<QCheckBox>("runProbe-length")->isEnabled());
    QVERIFY(!m_desk.find<QCheckBox>("runProbe-length")->toolTip().isEmpty());
    QCOMPARE(m_desk.find<QCheckBox>("runProbe-injection")->text(), QStringLiteral("An injected order"));
    m_desk.find<QCheckBox>("runProbe-length")->setChecked(true);
    m_desk.find<QCheckBox>("runProbe-injection")->setChecked(true);
    ASSIZE_WAIT_FOR(words->text().startsWith(QStringLiteral("36 calls")), true);
    m_desk.find<QPushButton>("runStart")->click();
    const auto* runs = m_desk.window().findChild<RunTableModel*>();
    const auto reached = [runs] {
        qint64 sum = 0;
        for (int row = 0; row < runs->rowCount(); ++row)
            sum += runs->at(row)->reached;
        return sum;
    };
    ASSIZE_WAIT_FOR(runs->rowCount(), 3);
    ASSIZE_WAIT_FOR(reached(), qint64(36));
    const auto reader = test::valueOf(m_desk.window().document()->session().reader());
    QStringList names;
    for (const RunSummary& summary : test::valueOf(reader->runs()))
        names << QString::fromStdString(summary.run.name);
    QCOMPARE(names, QStringList({QStringLiteral("builtin"), QStringLiteral("builtin-length"),
                        QStringLiteral("builtin-injection")}));
    QCOMPARE(probeOf(test::valueOf(reader->runs()).back().run), std::optional(Probe::Injection));
    const InsightsSession session = test::valueOf(readInsightsSession(*reader, {}, {}, {}));
    QCOMPARE(session.runs.front().probed.size(), 2U);
    InsightsQuestion question;
    question.run = session.runs.front().id();
    const InsightsSource source(std::make_shared<const InsightsSession>(session), nullptr, question, "People", "Gold");
    const Figures figures = source.figureSheet({}).figures;
    QCOMPARE(findFigure(figures, "probe.length.flip_rate")->denominator, std::optional<std::int64_t>(6));
    QCOMPARE(findFigure(figures, "probe.criteria.flip_rate")->reason, std::string("not-probed"));
}

int main(int argc, char** argv) {
    assize::test::MeasuredApplication application(argc, argv);
    TestProbeFlow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_probe_flow.moc"
