// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "ui/bridge/document.h"
#include "ui/shell/import_dialog.h"
#include "ui/support/text.h"

#include <QAction>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QUrl>

using namespace assize;
using namespace assize::ui;

namespace {

constexpr int ManyRows = 16000; ///< enough to be stopped in the middle

std::string pair(int number) {
    const std::string n = std::to_string(number);
    return R"({"id":"p-)" + n + R"(","prompt":"Name town )" + n + R"(","response_A":"One )" + n +
           R"(","response_B":"Two )" + n + R"("})" + "\n";
}

std::string pairs(int count) {
    std::string all;
    for (int i = 1; i <= count; ++i)
        all += pair(i);
    return all;
}

} // namespace

/// Bringing one's own data in: from the start page, by dropping it, with rows that are broken, stopped, taken back.
class TestImportFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup() { m_desk.reset(); }
    void importWithNothingOpenMakesASession();
    void droppedFileIsPreviewedFirst();
    void cancelAtTheProblemsLeavesNoSessionBehind();
    void restOfABrokenFileIsImportedIntoTheOpenSession();
    void undoTakesTheImportBackAndRedoBringsItAgain();
    void stoppingTheCheckGoesBackToThePreview();
    void stoppingTheImportKeepsWhatIsStoredAndSaysSo();

private:
    QString write(const std::string& content) const;
    void importByAction(const QString& path);
    [[nodiscard]] QPushButton* next() const { return m_desk->find<QPushButton>("importNext"); }
    [[nodiscard]] bool hasDialog() const { return m_desk->find<ImportDialog>("importDialog") != nullptr; }
    /// Waits, then goes on.
    [[nodiscard]] bool pressNext() const;
    [[nodiscard]] bool finish() const;
    [[nodiscard]] std::int64_t itemCount() const;

    std::unique_ptr<test::Desk> m_desk;
};

QString TestImportFlow::write(const std::string& content) const {
    return fromUtf8(m_desk->sharedFolder()->write("towns.jsonl", content).string());
}

void TestImportFlow::importByAction(const QString& path) {
    m_desk->dialogs.importPaths = {path};
    m_desk->find<QAction>("import")->trigger();
}

bool TestImportFlow::pressNext() const {
    if (!test::waitUntil([this] { return next() != nullptr && next()->isEnabled(); }))
        return false;
    next()->click();
    return true;
}

/// Waits for the report, and closes it.
bool TestImportFlow::finish() const {
    return test::waitUntil([this] { return next()->isEnabled() && next()->text() == QStringLiteral("Close"); }) &&
           pressNext() && test::waitUntil([this] { return !hasDialog(); }) && m_desk->comeToFront();
}

std::int64_t TestImportFlow::itemCount() const {
    return m_desk->window().document()->session().reader().value()->itemCount().value();
}

void TestImportFlow::importWithNothingOpenMakesASession() {
    importByAction(write(pairs(3)));
    QVERIFY(m_desk->window().document() == nullptr);
    QVERIFY(pressNext());
    QVERIFY(finish());
    QVERIFY(m_desk->shows(QStringLiteral("p-1")));
    const QStringList expected = {QStringLiteral("p-1"), QStringLiteral("p-2"), QStringLiteral("p-3")};
    ASSIZE_WAIT_FOR(m_desk->items(), expected);
    QVERIFY(m_desk->words("sessionName").startsWith(QStringLiteral("untitled-")));
    QCOMPARE(m_desk->settings().recentSessions().size(), 1);
}

void TestImportFlow::droppedFileIsPreviewedFirst() {
    const QString path = write(pairs(2));
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_desk->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({300, 300}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_desk->window(), &drop);
    QVERIFY(hasDialog());
    QTRY_VERIFY(next()->isEnabled());
    QVERIFY(m_desk->words("importReason").startsWith(QStringLiteral("Recognised as pairs")));
    QCOMPARE(m_desk->find<QTableView>("importPreview")->model()->rowCount(), 2);
    QVERIFY(m_desk->window().document() == nullptr);
    m_desk->click("importCancel");
    QTRY_VERIFY(!hasDialog());
    QVERIFY(m_desk->isSeen("startPage"));
}

void TestImportFlow::cancelAtTheProblemsLeavesNoSessionBehind() {
    importByAction(write(pair(1) + "{\"id\":\"broken\n"));
    QVERIFY(pressNext());
    ASSIZE_WAIT_FOR(next()->text(), QStringLiteral("Import the rest"));
    QCOMPARE(m_desk->words("importTitle"), QStringLiteral("1 row cannot be imported."));
    m_desk->click("importCancel");
    QTRY_VERIFY(!hasDialog());
    QVERIFY(m_desk->window().document() == nullptr);
    QVERIFY(m_desk->isSeen("startPage"));
    QVERIFY(m_desk->settings().recentSessions().isEmpty());
    QVERIFY(std::filesystem::is_empty(m_desk->folder() / "state/sessions"));
}

void TestImportFlow::restOfABrokenFileIsImportedIntoTheOpenSession() {
    QVERIFY(m_desk->openSample());
    importByAction(write(pair(1) + "{\"id\":\"broken\n" + pair(2)));
    QVERIFY(pressNext());
    ASSIZE_WAIT_FOR(next()->text(), QStringLiteral("Import the rest"));
    const QAbstractItemModel* problems = m_desk->find<QTableView>("importProblems")->model();
    QCOMPARE(problems->rowCount(), 1);
    QCOMPARE(problems->index(0, 1).data().toString(), QStringLiteral("2"));
    QCOMPARE(itemCount(), 38);
    QVERIFY(pressNext());
    QVERIFY(finish());
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("40 items"));
}

void TestImportFlow::undoTakesTheImportBackAndRedoBringsItAgain() {
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
    importByAction(write(pairs(2)));
    QVERIFY(pressNext());
    QVERIFY(finish());
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("40 items"));
    QCOMPARE(m_desk->find<QAction>("undo")->text(), QStringLiteral("&Undo import of towns.jsonl"));
    QVERIFY(m_desk->go(QStringLiteral("p-2")));
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("38 items"));
    QTRY_VERIFY(m_desk->shownItem() != QStringLiteral("p-2"));
    QVERIFY(m_desk->dialogs.errors.empty());
    m_desk->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("40 items"));
    QVERIFY(m_desk->go(QStringLiteral("p-2")));
}

void TestImportFlow::stoppingTheCheckGoesBackToThePreview() {
    QVERIFY(m_desk->openSample());
    importByAction(write(pairs(ManyRows)));
    QVERIFY(pressNext());
    QTRY_VERIFY(m_desk->words("importProgressText").startsWith(QStringLiteral("Reading towns.jsonl: ")));
    m_desk->click("importCancel");
    QTRY_VERIFY(m_desk->isSeen("importPreview"));
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(itemCount(), 38);
    m_desk->click("importCancel");
    QTRY_VERIFY(!hasDialog());
    QVERIFY(!m_desk->find<QAction>("undo")->isEnabled());
}

void TestImportFlow::stoppingTheImportKeepsWhatIsStoredAndSaysSo() {
    QVERIFY(m_desk->openSample());
    importByAction(write(pairs(ManyRows)));
    QVERIFY(pressNext());
    QVERIFY(test::waitUntil(
        [this] { return m_desk->words("importProgressText").startsWith(QStringLiteral("Importing towns.jsonl: ")); }));
    m_desk->click("importCancel");
    ASSIZE_WAIT_FOR(next()->text(), QStringLiteral("Close"));
    QVERIFY2(m_desk->words("importDetail").contains(QStringLiteral("What was imported until then stays")),
        qPrintable(m_desk->words("importDetail")));
    QVERIFY(finish());
    QVERIFY(itemCount() < ManyRows + 38);
    m_desk->press(Qt::Key_Z, Qt::ControlModifier);
    ASSIZE_WAIT_FOR(m_desk->words("itemCount"), QStringLiteral("38 items"));
    QCOMPARE(itemCount(), 38);
}

QTEST_MAIN(TestImportFlow)
#include "tst_import_flow.moc"
