// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"
#include "core/base/files.h"
#include "tests/flows/desk.h"
#include "tests/support/temp_session.h"
#include "tests/support/unprivileged.h"
#include "ui/bridge/document.h"
#include "ui/support/text.h"

#include <QAction>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <atomic>
#include <csignal>
#include <sys/resource.h>

using namespace assize;
using namespace assize::ui;
namespace fs = std::filesystem;

/// Files, folders and disks that cannot be written, and a file that is another by now: what can be shown is shown, with
/// why it cannot be changed, and nothing is lost.
class TestFileFaultFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void closedFileIsShownAndACopyCanBeChanged();
    void closedFolderIsShownToo();
    void newerSessionIsShown();
    void savingIntoAClosedFolderIsRefusedWithWords();
    void newSessionInAClosedFolderIsRefusedWithWords();
    void sampleInAFolderThatMayNotBeEnteredIsRefusedWithWords();
    void labelThatTheDiskHasNoRoomForIsSaidAndNotShown();
    void fileThatTakesItsPlaceIsLeftAlone();
    void clockThatIsSetBackKeepsTheNewestLabel();

private:
    [[nodiscard]] fs::path shared() const { return m_desk->folder() / "shared"; }
    [[nodiscard]] fs::path session() const { return shared() / "own.assize"; }
    [[nodiscard]] bool showsItReadOnly() const;

    std::unique_ptr<test::Unprivileged> m_user;
    std::unique_ptr<test::Desk> m_desk;
};

void TestFileFaultFlow::init() {
    m_user = std::make_unique<test::Unprivileged>();
    if (!m_user->isOne())
        QSKIP("root cannot become another user");
    m_desk = std::make_unique<test::Desk>();
    m_desk->settings().setBlind(QStringLiteral("ada"), false);
    fs::create_directory(shared());
    test::makeSession(session(), test::townPairs(3));
}

void TestFileFaultFlow::cleanup() {
    if (m_desk != nullptr)
        fs::permissions(shared(), fs::perms(0755));
    m_desk.reset();
    m_user.reset();
}

bool TestFileFaultFlow::showsItReadOnly() const {
    if (!m_desk->open(session(), QStringLiteral("p-1")))
        return false;
    m_desk->press(Qt::Key_2);
    return m_desk->window().document()->isReadOnly() && m_desk->dialogs.errors.empty() && m_desk->label().isEmpty() &&
           m_desk->words("saveState") == QStringLiteral("Read only") && !m_desk->find<QAction>("labelA")->isEnabled() &&
           m_desk->storedCount(QStringLiteral("p-1")) == 0;
}

void TestFileFaultFlow::closedFileIsShownAndACopyCanBeChanged() {
    fs::permissions(session(), fs::perms(0444));
    QVERIFY(showsItReadOnly());
    QCOMPARE(m_desk->words("fileBanner").section(QLatin1Char('\n'), 0, 1),
        QStringLiteral("“own.assize” is open to read only\n"
                       "It cannot be written here: Permission denied. Work in a copy to change anything."));
    m_desk->dialogs.saveTarget = fromUtf8((m_desk->folder() / "copy.assize").string());
    m_desk->click("saveSessionCopy");
    ASSIZE_WAIT_FOR(m_desk->words("saveState"), QStringLiteral("Saved"));
    QVERIFY(m_desk->shows(QStringLiteral("p-1")));
    QVERIFY(!m_desk->isSeen("fileBanner"));
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    QCOMPARE(m_desk->storedCount(QStringLiteral("p-1")), 1U);
    QVERIFY(m_desk->dialogs.errors.empty());
}

void TestFileFaultFlow::closedFolderIsShownToo() {
    fs::permissions(shared(), fs::perms(0555));
    QVERIFY(showsItReadOnly());
    QVERIFY(m_desk->words("fileBanner").contains(QStringLiteral("It cannot be written here: Permission denied.")));
    fs::permissions(shared(), fs::perms(0755));
    m_desk->click("reloadSession");
    ASSIZE_WAIT_FOR(m_desk->words("saveState"), QStringLiteral("Saved"));
    QVERIFY(!m_desk->isSeen("fileBanner"));
}

void TestFileFaultFlow::newerSessionIsShown() {
    SQLite::Database(session().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=1999");
    QVERIFY(showsItReadOnly());
    QVERIFY(
        m_desk->words("fileBanner")
            .contains(QStringLiteral("A newer version of Assize made it. Update Assize to change anything in it.")));
}

void TestFileFaultFlow::savingIntoAClosedFolderIsRefusedWithWords() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    fs::permissions(shared(), fs::perms(0555));
    m_desk->dialogs.saveTarget = fromUtf8((shared() / "copy.assize").string());
    m_desk->find<QAction>("saveAs")->trigger();
    QVERIFY(test::waitUntil([this] { return !m_desk->dialogs.errors.empty(); }));
    const Error error = m_desk->dialogs.errors.front();
    QCOMPARE(error.code, ErrorCode::NotWritable);
    QCOMPARE(error.subject, (shared() / "copy.assize").string());
    QCOMPARE(error.detail.english(), std::string("Permission denied"));
    QCOMPARE(m_desk->window().document()->path(), m_desk->samplePath());
    QCOMPARE(m_desk->shownItem(), QStringLiteral("rail-007"));
    QCOMPARE(std::distance(fs::directory_iterator(shared()), fs::directory_iterator()), 1);
}

void TestFileFaultFlow::newSessionInAClosedFolderIsRefusedWithWords() {
    m_desk->settings().setSessionFolder(fromUtf8(shared().string()));
    fs::permissions(shared(), fs::perms(0555));
    m_desk->press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(test::waitUntil([this] { return !m_desk->dialogs.errors.empty(); }));
    QCOMPARE(m_desk->dialogs.errors.front().code, ErrorCode::NotWritable);
    QCOMPARE(m_desk->dialogs.errors.front().detail.english(), std::string("Permission denied"));
    QVERIFY(m_desk->isSeen("startPage"));
}

/// Asking whether it was there ended the program.
void TestFileFaultFlow::sampleInAFolderThatMayNotBeEnteredIsRefusedWithWords() {
    const fs::path state = m_desk->folder() / "state";
    fs::create_directories(state);
    fs::permissions(state, fs::perms(0));
    m_desk->find<QAction>("openSample")->trigger();
    const bool isSaid = test::waitUntil([this] { return !m_desk->dialogs.errors.empty(); });
    fs::permissions(state, fs::perms(0755));
    QVERIFY(isSaid);
    QCOMPARE(m_desk->dialogs.errors.front().code, ErrorCode::NotWritable);
    QVERIFY(m_desk->isSeen("startPage"));
}

/// To SQLite, files that may not grow lie on a full disk.
void TestFileFaultFlow::labelThatTheDiskHasNoRoomForIsSaidAndNotShown() {
    QVERIFY(m_desk->open(session(), QStringLiteral("p-1")));
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit none = {1024, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
    m_desk->press(Qt::Key_5);
    const bool isSaid = test::waitUntil([this] { return !m_desk->dialogs.errors.empty(); });
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(isSaid);
    QCOMPARE(m_desk->dialogs.errors.front().code, ErrorCode::NotWritable);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    QCOMPARE(m_desk->storedCount(QStringLiteral("p-1")), 1U);
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    QCOMPARE(m_desk->storedCount(QStringLiteral("p-1")), 2U);
}

void TestFileFaultFlow::fileThatTakesItsPlaceIsLeftAlone() {
    QVERIFY(m_desk->open(session(), QStringLiteral("p-1")));
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    const fs::path other = test::makeSession(m_desk->folder() / "other.assize", test::townPairs(5));
    const std::string bytes = test::valueOf(readFile(other));
    // Replaces it until the window has taken its first look at the file and sees the next change.
    QVERIFY(test::waitUntil([&] {
        fs::copy_file(other, m_desk->folder() / "next", fs::copy_options::overwrite_existing);
        fs::rename(m_desk->folder() / "next", session());
        return m_desk->isSeen("fileBanner");
    }));
    QVERIFY(m_desk->words("fileBanner").startsWith(QStringLiteral("Another file is now where “own.assize” was")));
    m_desk->press(Qt::Key_5);
    QVERIFY(test::waitUntil([this] { return !m_desk->dialogs.errors.empty(); }));
    QCOMPARE(m_desk->dialogs.errors.front().code, ErrorCode::NotWritable);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    QVERIFY(test::valueOf(readFile(session())) == bytes);
    m_desk->dialogs.saveTarget = fromUtf8((m_desk->folder() / "rescued.assize").string());
    m_desk->click("saveSessionCopy");
    ASSIZE_WAIT_FOR(m_desk->words("sessionName"), QStringLiteral("rescued.assize"));
    QVERIFY(m_desk->shows(QStringLiteral("p-1")));
    QCOMPARE(m_desk->label(), QStringLiteral("labelA"));
    QVERIFY(test::valueOf(readFile(session())) == bytes);
}

void TestFileFaultFlow::clockThatIsSetBackKeepsTheNewestLabel() {
    static std::atomic<std::int64_t> now; // the writer's thread reads it too
    now = 1'800'000'000'000;
    setClock([] { return now.load(); });
    QVERIFY(m_desk->open(session(), QStringLiteral("p-1")));
    m_desk->press(Qt::Key_2);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelA"));
    const std::int64_t hour = 3'600'000;
    now -= hour;
    m_desk->press(Qt::Key_5);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelB"));
    const std::optional<Annotation> newest = m_desk->stored(QStringLiteral("p-1"));
    QVERIFY(newest && newest->label == Label::B);
    QCOMPARE(newest->createdAt, 1'800'000'000'000 - hour);
    now -= hour;
    QVERIFY(m_desk->restart()); // ids continue behind those of the file, by whatever clock
    QVERIFY(m_desk->shows(QStringLiteral("p-1")));
    QCOMPARE(m_desk->label(), QStringLiteral("labelB"));
    m_desk->press(Qt::Key_3);
    ASSIZE_WAIT_FOR(m_desk->label(), QStringLiteral("labelTie"));
    QCOMPARE(m_desk->storedCount(QStringLiteral("p-1")), 3U);
    QVERIFY(m_desk->stored(QStringLiteral("p-1"))->id > newest->id);
    m_desk->closeWindow();
    setClock({});
    m_desk->start();
}

QTEST_MAIN(TestFileFaultFlow)
#include "tst_file_fault_flow.moc"
