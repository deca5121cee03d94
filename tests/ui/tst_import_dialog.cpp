// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_folder.h"
#include "ui/bridge/document.h"
#include "ui/shell/import_dialog.h"
#include "ui/support/text.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

constexpr const char* GoodPairs = R"({"id":"p-1","prompt":"Name a prime.","response_A":"Seven.","response_B":"Nine."}
{"id":"p-2","prompt":"Name an even number.","response_A":"Three.","response_B":"Four."}
)";
constexpr const char* BrokenPairs = R"({"id":"p-1","prompt":"Name a prime.","response_A":"Seven.","response_B":"Nine."}
{"id":"p-2","prompt":"Name an even number.","response_A":
)";

constexpr const char* BatchRequests =
    R"({"custom_id":"q-1","method":"POST","url":"/v1/chat/completions","body":{"model":"oak-1","messages":[{"role":"user","content":"Name a prime."}]}}
)";
constexpr const char* BatchReplies =
    R"({"id":"r-1","custom_id":"q-1","response":{"status_code":200,"body":{"model":"oak-1","choices":[{"message":{"role":"assistant","content":"Seven."}}]}},"error":null}
)";

} // namespace

/// Importing as a person does it: look, go on, be told what cannot be used.
class TestImportDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void recognisedFormatAndFirstRecordsAreShown();
    void goodFileIsImportedInOneGo();
    void brokenRowIsListedBeforeAnythingIsStored();
    void restIsImportedWhenAskedFor();
    void sessionIsAskedForWhereNoneIsOpen();
    void unreadableFileCannotBeImported();
    void repliesOfABatchAreSeenWithTheirRequests();

private:
    void open(const char* content, bool hasSession = true);
    [[nodiscard]] QPushButton* next() const { return child<QPushButton>("importNext"); }
    [[nodiscard]] QString title() const { return child<QLabel>("importTitle")->text(); }
    [[nodiscard]] qint64 itemCount() const;
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_dialog->findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<Document> m_document;
    QPointer<ImportDialog> m_dialog;
};

void TestImportDialog::init() {
    m_folder = std::make_unique<test::TempFolder>();
    Document::open(m_folder->path() / "new.assize", Session::Access::ReadWrite, this,
        [this](Result<std::unique_ptr<Document>> opened) {
            QVERIFY(opened.has_value());
            m_document = std::move(*opened);
        });
    QTRY_VERIFY(m_document != nullptr);
}

void TestImportDialog::cleanup() {
    delete m_dialog;
    m_document.reset();
    m_folder.reset();
}

void TestImportDialog::open(const char* content, bool hasSession) {
    const QString path = fromUtf8(m_folder->write("pairs.jsonl", content).string());
    m_dialog = new ImportDialog({path}, hasSession ? m_document.get() : nullptr, nullptr);
    m_dialog->show();
}

qint64 TestImportDialog::itemCount() const {
    const auto reader = m_document->session().reader();
    return (*reader)->itemCount().value();
}

void TestImportDialog::recognisedFormatAndFirstRecordsAreShown() {
    open(GoodPairs);
    QTRY_VERIFY(next()->isEnabled());
    QVERIFY(child<QLabel>("importReason")->text().startsWith(QStringLiteral("Recognised as pairs: ")));
    const QAbstractItemModel* model = child<QTableView>("importPreview")->model();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Prompt"));
    QCOMPARE(model->index(0, 1).data().toString(), QStringLiteral("Name a prime."));
    QCOMPARE(model->index(1, 3).data().toString(), QStringLiteral("Four."));
    QCOMPARE(itemCount(), 0);
}

void TestImportDialog::goodFileIsImportedInOneGo() {
    open(GoodPairs);
    QSignalSpy imported(m_dialog, &ImportDialog::imported);
    QTRY_VERIFY(next()->isEnabled());
    next()->click();
    QTRY_COMPARE(title(), QStringLiteral("Imported."));
    QCOMPARE(imported.size(), 1);
    QCOMPARE(imported.front().at(1).toString(), QStringLiteral("import of pairs.jsonl"));
    QCOMPARE(itemCount(), 2);
}

void TestImportDialog::brokenRowIsListedBeforeAnythingIsStored() {
    open(BrokenPairs);
    QTRY_VERIFY(next()->isEnabled());
    next()->click();
    QTRY_COMPARE(next()->text(), QStringLiteral("Import the rest"));
    const QAbstractItemModel* problems = child<QTableView>("importProblems")->model();
    QCOMPARE(problems->rowCount(), 1);
    QCOMPARE(problems->index(0, 1).data().toString(), QStringLiteral("2"));
    QVERIFY(!problems->index(0, 2).data().toString().isEmpty());
    QCOMPARE(itemCount(), 0);
    child<QPushButton>("importCancel")->click();
    QTRY_VERIFY(m_dialog == nullptr);
    QCOMPARE(itemCount(), 0);
}

void TestImportDialog::restIsImportedWhenAskedFor() {
    open(BrokenPairs);
    QTRY_VERIFY(next()->isEnabled());
    next()->click();
    QTRY_COMPARE(next()->text(), QStringLiteral("Import the rest"));
    next()->click();
    QTRY_COMPARE(title(), QStringLiteral("Imported."));
    QCOMPARE(itemCount(), 1);
}

void TestImportDialog::sessionIsAskedForWhereNoneIsOpen() {
    open(GoodPairs, false);
    QSignalSpy needed(m_dialog, &ImportDialog::sessionNeeded);
    QTRY_VERIFY(next()->isEnabled());
    next()->click();
    QCOMPARE(needed.size(), 1);
    m_dialog->setDocument(m_document.get());
    QTRY_COMPARE(title(), QStringLiteral("Imported."));
    QCOMPARE(itemCount(), 2);
}

void TestImportDialog::unreadableFileCannotBeImported() {
    open("just some words\n");
    QTRY_VERIFY(!child<QLabel>("importPreviewProblem")->text().isEmpty());
    QVERIFY(!next()->isEnabled());
}

// Each was looked at alone: replies without requests cannot be used.
void TestImportDialog::repliesOfABatchAreSeenWithTheirRequests() {
    const QString requests = fromUtf8(m_folder->write("requests.jsonl", BatchRequests).string());
    const QString replies = fromUtf8(m_folder->write("replies.jsonl", BatchReplies).string());
    m_dialog = new ImportDialog({requests, replies}, m_document.get(), nullptr);
    m_dialog->show();
    const auto reason = [this] { return child<QLabel>("importReason")->text(); };
    QTRY_VERIFY2(reason().endsWith(QStringLiteral("1 row(s) of this sample are read together with another file's.")),
        qPrintable(reason()));
    child<QComboBox>("importFile")->setCurrentIndex(1);
    QTRY_COMPARE(child<QTableView>("importPreview")->model()->rowCount(), 1);
    QVERIFY(!child<QLabel>("importPreviewProblem")->isVisible());
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_COMPARE(title(), QStringLiteral("Imported."));
    QCOMPARE(itemCount(), 1);
}

QTEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
