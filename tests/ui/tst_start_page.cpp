// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_folder.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/background.h"
#include "ui/bridge/settings.h"
#include "ui/shell/recent_row.h"
#include "ui/shell/start_page.h"
#include "ui/support/text.h"

#include <QDir>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace assize::ui;

/// The start page as a person meets it: keys, recent files, files that are gone.
class TestStartPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void enterPressesTheFocusedWayToStart();
    void arrowsGoFromOneWayToTheNext();
    void recentSessionOpensOnClick();
    void recentSessionSaysWhatItHolds();
    void recentSessionCountsWhereJudgeAndPeopleDiffer();
    void recentSessionOfAnOlderVersionIsNotTouched();
    void missingFileSaysSoAndCanBeRemoved();
    void clearListForgetsAll();
    void timesAreSaidAsPeopleSayThem();

private:
    [[nodiscard]] QList<RecentRow*> rows() const { return m_page->findChildren<RecentRow*>(); }
    [[nodiscard]] QWidget* start(const char* name) const { return m_page->findChild<QWidget*>(QLatin1String(name)); }
    QString makeFile(const char* name) { return QString::fromStdString(m_folder->write(name, "x").string()); }

    std::unique_ptr<assize::test::TempFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QMenuBar> m_bar;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<StartPage> m_page;
};

void TestStartPage::init() {
    m_folder = std::make_unique<assize::test::TempFolder>();
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_bar = std::make_unique<QMenuBar>();
    m_actions = std::make_unique<Actions>(m_bar.get(), *m_settings, m_bar.get());
    m_actions->setParent(nullptr);
    m_background = std::make_unique<Background>();
    m_page = std::make_unique<StartPage>(*m_actions, *m_settings, *m_background);
    m_page->resize(1380, 840);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestStartPage::cleanup() {
    m_page.reset();
    m_background.reset();
    m_actions.reset();
    m_bar.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestStartPage::enterPressesTheFocusedWayToStart() {
    int opened = 0;
    m_actions->bind(ActionId::OpenSample, m_page.get(), [&opened] { ++opened; });
    QTest::keyClick(start("startSample"), Qt::Key_Return);
    QCOMPARE(opened, 1);
}

void TestStartPage::arrowsGoFromOneWayToTheNext() {
    m_page->activateWindow();
    m_page->focusFirst();
    QTRY_VERIFY(start("startSample")->hasFocus());
    QTest::keyClick(start("startSample"), Qt::Key_Down);
    QVERIFY(start("startImport")->hasFocus());
    QTest::keyClick(start("startImport"), Qt::Key_Up);
    QVERIFY(start("startSample")->hasFocus());
}

void TestStartPage::recentSessionOpensOnClick() {
    const QString path = makeFile("spring.assize");
    m_settings->addRecentSession(path);
    QTRY_COMPARE(rows().size(), 1);
    QSignalSpy opened(m_page.get(), &StartPage::openRequested);
    const auto hasOpened = [&] { // until the list has its place a click meets nothing
        if (opened.isEmpty())
            QTest::mouseClick(rows().front(), Qt::LeftButton);
        return !opened.isEmpty();
    };
    QTRY_VERIFY(hasOpened());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().toString(), path);
    QCOMPARE(rows().front()->text(), QStringLiteral("spring"));
}

void TestStartPage::recentSessionSaysWhatItHolds() {
    assize::test::TempSession session;
    const auto first = session.addPair("1", "Who?", "I", "You");
    session.addPair("2", "Where?", "Here", "There");
    session.addPair("3", "When?", "Now", "Then");
    session.write([&](assize::SessionTransaction& transaction) -> assize::Result<void> {
        assize::Annotation annotation;
        annotation.itemKey = first;
        annotation.annotator = toUtf8(m_settings->annotator());
        annotation.label = assize::Label::A;
        return transaction.addAnnotation(annotation).map([](const auto&) {});
    });
    session.close();
    const QString path = QString::fromStdString(session.path().string());
    m_settings->addRecentSession(path);
    QTRY_COMPARE(rows().size(), 1);
    QTRY_VERIFY2(rows().front()->accessibleName().endsWith(QStringLiteral(", 3 item(s), 2 unlabelled")),
        qPrintable(rows().front()->accessibleName()));
    QVERIFY(!QFile::exists(path + QStringLiteral("-wal"))); // looking leaves nothing behind
    QCOMPARE(RecentSessions::contentText({1, 0}), QStringLiteral("1 item(s), all labelled"));
    QCOMPARE(RecentSessions::contentText({12, 12}), QStringLiteral("12 item(s)"));
    QCOMPARE(RecentSessions::contentText({0, 0}), QStringLiteral("0 item(s)"));
    QCOMPARE(RecentSessions::contentText({9, 4, 2}), QStringLiteral("9 item(s), 2 disagreement(s) open"));
}

void TestStartPage::recentSessionCountsWhereJudgeAndPeopleDiffer() {
    assize::test::TempSession session;
    const auto first = session.addPair("1", "Who?", "I", "You");
    const auto second = session.addPair("2", "Where?", "Here", "There");
    session.addPair("3", "When?", "Now", "Then");
    const auto run = session.addRun("main", "strict");
    session.addVerdict(run, first, "AB", assize::Label::A, 0.5);
    session.addVerdict(run, second, "AB", assize::Label::A, 0.5);
    session.write([&](assize::SessionTransaction& transaction) -> assize::Result<void> {
        return transaction.addLabel({first, "", assize::Label::B, {}, {}, ""}).and_then([&](auto) {
            return transaction.addLabel({second, "", assize::Label::A, {}, {}, ""}).map([](auto) {});
        });
    });
    session.close();
    m_settings->addRecentSession(QString::fromStdString(session.path().string()));
    QTRY_COMPARE(rows().size(), 1);
    QTRY_VERIFY2(rows().front()->accessibleName().endsWith(QStringLiteral(", 3 item(s), 1 disagreement(s) open")),
        qPrintable(rows().front()->accessibleName()));
}

/// After an update of the program the start page brought every recent session up to date, each with a copy beside it.
void TestStartPage::recentSessionOfAnOlderVersionIsNotTouched() {
    assize::test::TempSession usual;
    usual.addPair("1", "Who?", "I", "You");
    usual.close();
    assize::test::TempSession old;
    old.close();
    QFile file(QString::fromStdString(old.path().string()));
    constexpr qint64 UserVersion = 60; // in SQLite's header
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(UserVersion));
    QCOMPARE(file.write(QByteArray::fromHex("000003e8")), 4);
    file.close();
    m_settings->addRecentSession(QString::fromStdString(usual.path().string()));
    m_settings->addRecentSession(file.fileName()); // looked at before the other
    QTRY_COMPARE(rows().size(), 2);
    QTRY_VERIFY(rows().back()->accessibleName().endsWith(QStringLiteral(", 1 item(s)")));
    QCOMPARE(QDir(QFileInfo(file).path()).entryList(QDir::Files), QStringList{QStringLiteral("test.assize")});
}

void TestStartPage::missingFileSaysSoAndCanBeRemoved() {
    const QString there = makeFile("there.assize");
    const QString gone = QString::fromStdString((m_folder->path() / "gone.assize").string());
    m_settings->setRecentSessions({gone, there});
    QTRY_COMPARE(rows().size(), 2);
    QCOMPARE(rows().front()->accessibleName(), QStringLiteral("gone, file not found"));
    QSignalSpy opened(m_page.get(), &StartPage::openRequested);
    QTest::mouseClick(rows().front(), Qt::LeftButton);
    QCOMPARE(opened.size(), 0);
    QTest::mouseClick(rows().front()->findChild<QToolButton*>(QStringLiteral("removeRecent")), Qt::LeftButton);
    QTRY_COMPARE(rows().size(), 1);
    QCOMPARE(m_settings->recentSessions(), QStringList{there});
}

void TestStartPage::clearListForgetsAll() {
    m_settings->addRecentSession(makeFile("one.assize"));
    QTRY_COMPARE(rows().size(), 1);
    QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("clearRecent")), Qt::LeftButton);
    QTRY_COMPARE(rows().size(), 0);
    QVERIFY(m_settings->recentSessions().isEmpty());
    QVERIFY(m_page->findChild<QWidget*>(QStringLiteral("noRecent"))->isVisible());
}

void TestStartPage::timesAreSaidAsPeopleSayThem() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QDateTime now(QDate(2026, 6, 14), QTime(15, 0));
    QCOMPARE(
        RecentSessions::timeText(QDateTime(QDate(2026, 6, 14), QTime(14, 2)), now), QStringLiteral("today, 14:02"));
    QCOMPARE(
        RecentSessions::timeText(QDateTime(QDate(2026, 6, 13), QTime(9, 30)), now), QStringLiteral("yesterday, 09:30"));
    QCOMPARE(RecentSessions::timeText(QDateTime(QDate(2026, 5, 28), QTime(9, 30)), now), QStringLiteral("28 May"));
    QCOMPARE(RecentSessions::timeText(QDateTime(QDate(2025, 5, 28), QTime(9, 30)), now), QStringLiteral("28 May 2025"));
}

QTEST_MAIN(TestStartPage)
#include "tst_start_page.moc"
