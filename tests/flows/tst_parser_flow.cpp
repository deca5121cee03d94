// SPDX-License-Identifier: Apache-2.0
#include "core/run/recorded_replies.h"
#include "core/session/session.h"
#include "tests/flows/desk.h"
#include "ui/review/raw_view.h"
#include "ui/support/text.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

const QString Solar = QStringLiteral("solar-188"); // a reply that ends in prose where JSON was asked for
const QString Grounding = QStringLiteral("grounding-illustration");

} // namespace

/// A reply that the parser does not understand: the parser is changed, and what is stored is read anew.
class TestParserFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void storedRepliesAreReadAnewAndItCanBeUndone();
    void whatCannotBeSavedIsSaid();
    void leavingChangesNothing();
    void promptThatAsksForAnotherFormatIsSaid();
    void blindPeopleAndReadersCannotOpenIt();

private:
    [[nodiscard]] bool openDialog() const;
    void usePattern(const QString& pattern, const QString& labels) const;
    [[nodiscard]] QStringList versions() const;
    template <typename T>
    [[nodiscard]] T* part(const char* name) const {
        return m_desk->find<QWidget>("parserDialog")->findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<test::Desk> m_desk;
};

void TestParserFlow::init() {
    m_desk = std::make_unique<test::Desk>();
    QVERIFY(m_desk->openSample(Solar));
    QVERIFY(m_desk->useJudge(Grounding));
}

bool TestParserFlow::openDialog() const {
    m_desk->click("editParserOfReply");
    return test::waitUntil([this] { return m_desk->isSeen("parserDialog"); });
}

void TestParserFlow::usePattern(const QString& pattern, const QString& labels) const {
    part<QComboBox>("parserFormat")->setCurrentText(QStringLiteral("regex"));
    part<QLineEdit>("parserPattern")->setText(pattern);
    part<QPlainTextEdit>("parserLabels")->setPlainText(labels);
}

QStringList TestParserFlow::versions() const {
    QStringList texts;
    const auto* picker = m_desk->find<QComboBox>("versionPicker");
    for (int row = 0; row < picker->count(); ++row)
        texts << picker->itemText(row).section(QLatin1Char(' '), 0, 0);
    return texts;
}

void TestParserFlow::storedRepliesAreReadAnewAndItCanBeUndone() {
    QCOMPARE(m_desk->words("verdictTitle"), QStringLiteral("No verdict"));
    QVERIFY(openDialog());
    const auto* replies = part<RawView>("parserReplies");
    QTRY_VERIFY(replies->toPlainText().contains(QStringLiteral("I would go with the first one.")));
    QVERIFY(!part<QPushButton>("parserSave")->isEnabled()); // nothing is changed yet
    usePattern(QStringLiteral("I would go with the (first|second) one"), QStringLiteral("first = A>B\nsecond = B>A"));
    const auto* read = part<RawView>("parserRead");
    QTRY_VERIFY2(read->toPlainText().contains(QStringLiteral("label: A>B")), qPrintable(read->toPlainText()));
    QVERIFY2(m_desk->words("parserNote").startsWith(QStringLiteral("Saving makes the judge's next version")),
        qPrintable(m_desk->words("parserNote")));
    part<QPushButton>("parserSave")->click();
    QTRY_VERIFY(!m_desk->isSeen("parserDialog"));
    ASSIZE_WAIT_FOR(m_desk->words("verdictTitle"), QStringLiteral("A is better"));
    QVERIFY(m_desk->shows(Solar));
    QCOMPARE(versions(), (QStringList{QStringLiteral("v1"), QStringLiteral("v2")}));
    QAction* undo = m_desk->find<QAction>("undo");
    QCOMPARE(undo->text(), QStringLiteral("&Undo replies of grounding-illustration read anew"));
    QVERIFY(m_desk->comeToFront());
    undo->trigger();
    QTRY_VERIFY(!versions().contains(QStringLiteral("v2")));
    m_desk->find<QAction>("redo")->trigger();
    QVERIFY(m_desk->useJudge(Grounding));
    QTRY_COMPARE(versions(), (QStringList{QStringLiteral("v1"), QStringLiteral("v2")}));
}

void TestParserFlow::whatCannotBeSavedIsSaid() {
    QVERIFY(openDialog());
    usePattern({}, {});
    QCOMPARE(m_desk->words("parserNote"), QStringLiteral("The regex format needs a pattern."));
    QVERIFY(!part<QPushButton>("parserSave")->isEnabled());
    usePattern(QStringLiteral("(first|second)"), QStringLiteral("first = A>B\nsecond is B"));
    QCOMPARE(
        m_desk->words("parserNote"), QStringLiteral("Line 2 of the labels is not “what the judge writes = label”."));
    QVERIFY(!part<QPushButton>("parserSave")->isEnabled());
    usePattern(QStringLiteral("(first"), QStringLiteral("first = A>B"));
    QTRY_VERIFY(
        part<RawView>("parserRead")->toPlainText().contains(QStringLiteral("the pattern of its judge is faulty")));
    part<QComboBox>("parserFormat")->setCurrentText(QStringLiteral("label"));
    QVERIFY(!part<QLineEdit>("parserPattern")->isEnabled());
    QCOMPARE(part<QComboBox>("parserFormat")->findText(QStringLiteral("score-json")), -1); // it cannot compare two
}

void TestParserFlow::leavingChangesNothing() {
    QVERIFY(openDialog());
    usePattern(QStringLiteral("the (first) one"), QStringLiteral("first = A>B"));
    QTest::keyClick(m_desk->find("parserDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!m_desk->isSeen("parserDialog"));
    QCOMPARE(m_desk->words("verdictTitle"), QStringLiteral("No verdict"));
    QCOMPARE(versions(), QStringList{QStringLiteral("v1")});
    QVERIFY(!m_desk->find<QAction>("undo")->isEnabled());
}

void TestParserFlow::promptThatAsksForAnotherFormatIsSaid() {
    const auto path = test::makeSession(m_desk->folder() / "own.assize", test::townPairs(1));
    {
        const auto session = Session::open(path, Session::Access::ReadWrite);
        QVERIFY(session);
        Judge judge;
        judge.name = "towns";
        judge.messages = {{"user", "{{prompt}} {{response_a}} {{response_b}} Reply as {\"verdict\": \"A>B\"}."}};
        judge.reply.format = "verdict-json";
        QVERIFY(addRecordedReplies(**session, judge, "towns", R"({"id":"p-0","text":"[[A>B]]"})", "replies"));
    }
    QVERIFY(m_desk->open(path));
    QVERIFY(m_desk->shows(QStringLiteral("p-0")));
    m_desk->press(Qt::Key_B); // whoever is new to a session begins blind
    ASSIZE_WAIT_FOR(m_desk->words("verdictTitle"), QStringLiteral("No verdict"));
    QVERIFY(openDialog());
    part<QComboBox>("parserFormat")->setCurrentText(QStringLiteral("label"));
    QVERIFY2(m_desk->words("parserNote").contains(QStringLiteral("asks for another format")),
        qPrintable(m_desk->words("parserNote")));
    QVERIFY(part<QPushButton>("parserSave")->isEnabled());
    QTRY_VERIFY(part<RawView>("parserRead")->toPlainText().contains(QStringLiteral("label: A>B")));
}

void TestParserFlow::blindPeopleAndReadersCannotOpenIt() {
    m_desk->find<QAction>("blind")->trigger();
    QTRY_VERIFY(!m_desk->isSeen("editParserOfReply"));
    m_desk->find<QAction>("editParser")->trigger();
    QTest::qWait(100);
    QVERIFY(!m_desk->isSeen("parserDialog"));
    test::Desk second(m_desk->sharedFolder());
    QVERIFY(second.openSample(Solar)); // to read only, since the first window has it
    QVERIFY(second.useJudge(Grounding));
    QVERIFY(!second.isSeen("editParserOfReply"));
    QVERIFY(!second.find<QAction>("editParser")->isEnabled());
}

QTEST_MAIN(TestParserFlow)
#include "tst_parser_flow.moc"
