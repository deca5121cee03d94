// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/bridge/document.h"
#include "ui/review/label_buttons.h"
#include "ui/support/text.h"

#include <QAction>
#include <QSysInfo>
#include <QTest>
#include <unistd.h>

using namespace assize;
using namespace assize::ui;

/// Two windows on one file: the second says who has it, reads, and changes nothing.
class TestSecondWindowFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensToReadOnlyAndNamesTheHolder();
    void readOnlyWindowShowsAndChangesNothing();
    void readOnlyWindowSeesWhatTheOtherSaved();
    void readOnlyWindowIsToldOfChangesAndReloads();
    void importIntoAReadOnlySessionIsRefusedWithWords();
    void copyOfAnUnnamedSessionLeavesItToTheFirstWindow();
    void fileCanBeWrittenOnceTheFirstWindowIsGone();

private:
    [[nodiscard]] bool openSecond();

    std::unique_ptr<test::Desk> m_first;
    std::unique_ptr<test::Desk> m_second;
};

void TestSecondWindowFlow::init() {
    m_first = std::make_unique<test::Desk>();
    QVERIFY(m_first->openSample(QStringLiteral("rail-007")));
    m_second = std::make_unique<test::Desk>(m_first->sharedFolder());
}

void TestSecondWindowFlow::cleanup() {
    m_second.reset();
    m_first.reset();
}

bool TestSecondWindowFlow::openSecond() {
    return m_second->open(m_first->samplePath(), QStringLiteral("plan-176"));
}

void TestSecondWindowFlow::opensToReadOnlyAndNamesTheHolder() {
    QVERIFY(openSecond());
    QVERIFY(m_second->window().document()->isReadOnly());
    QVERIFY(!m_first->window().document()->isReadOnly());
    QVERIFY(m_second->dialogs.questions.empty());
    QVERIFY(m_second->dialogs.errors.empty());
    QCOMPARE(m_second->words("saveState"), QStringLiteral("Read only"));
    const QString banner = m_second->words("fileBanner");
    const QString holder =
        QStringLiteral("Process %1 on %2 has had it since ").arg(getpid()).arg(QSysInfo::machineHostName());
    QVERIFY2(banner.startsWith(QStringLiteral("“sample.assize” is open to read only\n")), qPrintable(banner));
    QVERIFY2(banner.contains(holder), qPrintable(banner));
    QVERIFY(m_second->isSeen("saveSessionCopy"));
    QVERIFY(!m_first->isSeen("fileBanner"));
}

void TestSecondWindowFlow::readOnlyWindowShowsAndChangesNothing() {
    QVERIFY(openSecond());
    m_second->press(Qt::Key_1);
    m_second->click("labelB");
    QVERIFY(!m_second->find<LabelButton>("labelB")->isEnabled());
    QVERIFY(!m_second->find<QAction>("labelAMuch")->isEnabled());
    QVERIFY(!m_second->find<QAction>("judgeAgain")->isEnabled());
    QVERIFY(!m_second->find<QAction>("undo")->isEnabled());
    QCOMPARE(m_second->label(), QString());
    QCOMPARE(m_second->storedCount(QStringLiteral("plan-176")), 0U);
    m_second->press(Qt::Key_J);
    QTRY_VERIFY(m_second->shownItem() != QStringLiteral("plan-176"));
    QVERIFY(m_second->dialogs.errors.empty());
}

void TestSecondWindowFlow::readOnlyWindowSeesWhatTheOtherSaved() {
    QVERIFY(openSecond());
    QVERIFY(m_first->comeToFront());
    QTest::keyClick(&m_first->window(), Qt::Key_2);
    ASSIZE_WAIT_FOR(m_first->label(), QStringLiteral("labelA"));
    QVERIFY(m_second->go(QStringLiteral("rail-007")));
    QCOMPARE(m_second->label(), QStringLiteral("labelA"));
}

void TestSecondWindowFlow::readOnlyWindowIsToldOfChangesAndReloads() {
    QVERIFY(openSecond());
    QVERIFY(m_first->comeToFront());
    // Labels until the second window has taken its first look at the file and sees the next change.
    QVERIFY(test::waitUntil([this] {
        m_first->press(m_first->label() == QLatin1String("labelA") ? Qt::Key_5 : Qt::Key_2);
        return m_second->words("fileBanner")
            .startsWith(QStringLiteral("“sample.assize” was changed by another program"));
    }));
    m_first->closeWindow();
    m_second->click("reloadSession");
    ASSIZE_WAIT_FOR(m_second->words("saveState"), QStringLiteral("Saved"));
    QVERIFY(!m_second->isSeen("fileBanner"));
}

void TestSecondWindowFlow::importIntoAReadOnlySessionIsRefusedWithWords() {
    QVERIFY(openSecond());
    m_second->window().importFiles({QStringLiteral("anything.jsonl")});
    QCOMPARE(m_second->dialogs.errors.size(), 1U);
    QCOMPARE(m_second->dialogs.errors.front().code, ErrorCode::NotWritable);
    QVERIFY(!m_second->isSeen("importDialog"));
}

/// A session without a name goes away when it gets one, but not from under the window that has it.
void TestSecondWindowFlow::copyOfAnUnnamedSessionLeavesItToTheFirstWindow() {
    const auto folder = m_first->folder() / "state/sessions";
    std::filesystem::create_directories(folder);
    const auto unnamed = test::makeSession(folder / "untitled-1.assize", test::townPairs(3));
    QVERIFY(m_first->open(unnamed, QStringLiteral("p-1")));
    QVERIFY(m_second->open(unnamed));
    QVERIFY(m_second->window().document()->isReadOnly());
    m_second->dialogs.saveTarget = fromUtf8((m_first->folder() / "copy.assize").string());
    m_second->click("saveSessionCopy");
    ASSIZE_WAIT_FOR(m_second->words("sessionName"), QStringLiteral("copy.assize"));
    QVERIFY(std::filesystem::exists(unnamed));
    QVERIFY(m_second->dialogs.errors.empty());
}

void TestSecondWindowFlow::fileCanBeWrittenOnceTheFirstWindowIsGone() {
    m_first->closeWindow();
    QVERIFY(m_second->open(m_first->samplePath(), QStringLiteral("rail-007")));
    QVERIFY(m_second->dialogs.questions.empty());
    QVERIFY(!m_second->window().document()->isReadOnly());
    QVERIFY(m_second->comeToFront());
    m_second->press(Qt::Key_4);
    ASSIZE_WAIT_FOR(m_second->label(), QStringLiteral("labelBothBad"));
}

QTEST_MAIN(TestSecondWindowFlow)
#include "tst_second_window_flow.moc"
