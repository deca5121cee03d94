// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_dialogs.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/shell/report_dialog.h"
#include "ui/support/text.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QUrl>
#include <QXmlStreamReader>

using namespace assize;
using namespace assize::ui;

/// Writing a report as a person does it: choose, write, open.
class TestReportDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesAWellFormedPage();
    void writesInTheLanguageChosen();
    void breaksFiguresDown();
    void printsAPdf();
    void asksBeforeItReplacesAFile();
    void refusesTheSessionItself();
    void saysWhyNothingWasWritten();
    void needsASectionAndAFile();
    void holdsTheChartsChosen();
    void opensWhatWasWritten();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_dialog->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QString target(const QString& name) const {
        return fromUtf8(m_folder->path().string()) + u'/' + name;
    }
    void write(const QString& path);
    [[nodiscard]] bool isDone() const { return child<QLabel>("reportDoneText")->isVisible(); }
    [[nodiscard]] static QByteArray bytesOf(const QString& path);

    std::unique_ptr<test::TempFolder> m_folder;
    std::unique_ptr<test::TempSession> m_session;
    std::unique_ptr<Document> m_document;
    test::FakeDialogs m_dialogs;
    QPointer<ReportDialog> m_dialog;
};

void TestReportDialog::init() {
    m_folder = std::make_unique<test::TempFolder>();
    m_session = std::make_unique<test::TempSession>();
    const RowKey item = m_session->addPair("p-1", "</pre><script>alert(1)</script>", "first & \u202Elast", "second");
    m_session->addVerdict(m_session->addRun("run-1"), item, "AB", Label::A, 0.4);
    m_session->close();
    Document::open(
        m_session->path(), Session::Access::ReadWrite, this, [this](Result<std::unique_ptr<Document>> opened) {
            QVERIFY(opened.has_value());
            m_document = std::move(*opened);
        });
    QTRY_VERIFY(m_document != nullptr);
    m_dialogs = {};
    m_dialog = new ReportDialog(*m_document, m_dialogs, QStringLiteral("en"), {}, nullptr);
    m_dialog->show();
    QTRY_COMPARE(child<QListWidget>("reportRuns")->count(), 1);
}

void TestReportDialog::cleanup() {
    delete m_dialog;
    m_document.reset();
    m_session.reset();
    m_folder.reset();
}

void TestReportDialog::write(const QString& path) {
    child<QLineEdit>("reportFile")->setText(path);
    child<QPushButton>("reportNext")->click();
}

QByteArray TestReportDialog::bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestReportDialog::writesAWellFormedPage() {
    write(target(QStringLiteral("r.html")));
    QTRY_VERIFY(isDone());
    const QByteArray html = bytesOf(target(QStringLiteral("r.html")));
    QVERIFY(!html.contains("<script"));
    QXmlStreamReader reader(html);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void TestReportDialog::writesInTheLanguageChosen() {
    auto* language = child<QComboBox>("reportLanguage");
    language->setCurrentIndex(language->findData(QStringLiteral("zh_CN")));
    write(target(QStringLiteral("r.html")));
    QTRY_VERIFY(isDone());
    QVERIFY(bytesOf(target(QStringLiteral("r.html"))).contains("<html lang=\"zh-CN\">"));
}

void TestReportDialog::breaksFiguresDown() {
    auto* by = child<QComboBox>("reportBy");
    QCOMPARE(by->count(), 6);
    QCOMPARE(by->currentText(), QStringLiteral("By category"));
    by->setCurrentIndex(by->findText(QStringLiteral("By judge")));
    write(target(QStringLiteral("r.html")));
    QTRY_VERIFY(isDone());
    const QByteArray html = bytesOf(target(QStringLiteral("r.html")));
    QVERIFY(html.contains("<h4>By judge</h4>"));
    QVERIFY(html.contains("--by judge"));
}

void TestReportDialog::printsAPdf() {
    child<QLineEdit>("reportFile")->setText(target(QStringLiteral("r.html")));
    child<QRadioButton>("reportPdf")->setChecked(true);
    QCOMPARE(child<QLineEdit>("reportFile")->text(), target(QStringLiteral("r.pdf")));
    child<QPushButton>("reportNext")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), 30000);
    QVERIFY(bytesOf(target(QStringLiteral("r.pdf"))).startsWith("%PDF-"));
}

void TestReportDialog::asksBeforeItReplacesAFile() {
    m_folder->write("old.html", "old");
    write(target(QStringLiteral("old.html")));
    QCOMPARE(m_dialogs.questions.size(), std::size_t{1});
    QCOMPARE(bytesOf(target(QStringLiteral("old.html"))), QByteArray("old"));
    m_dialogs.confirms = true;
    child<QPushButton>("reportNext")->click();
    QTRY_VERIFY(isDone());
    QVERIFY(bytesOf(target(QStringLiteral("old.html"))).startsWith("<!DOCTYPE html>"));
}

void TestReportDialog::refusesTheSessionItself() {
    m_dialogs.confirms = true;
    write(fromUtf8(m_document->path().string()));
    QVERIFY(!child<QLabel>("reportProblem")->text().isEmpty());
    QVERIFY(bytesOf(fromUtf8(m_document->path().string())).startsWith("SQLite format 3"));
}

void TestReportDialog::saysWhyNothingWasWritten() {
    write(target(QStringLiteral("no/such/folder/r.html")));
    QTRY_VERIFY(child<QLabel>("reportProblem")->text().contains(QLatin1String("no/such/folder")));
    QVERIFY(child<QPushButton>("reportNext")->isEnabled());
}

void TestReportDialog::needsASectionAndAFile() {
    auto* next = child<QPushButton>("reportNext");
    QVERIFY(next->isEnabled());
    child<QLineEdit>("reportFile")->clear();
    QVERIFY(!next->isEnabled());
    child<QLineEdit>("reportFile")->setText(target(QStringLiteral("r.html")));
    auto* sections = child<QListWidget>("reportSections");
    for (int row = 0; row < sections->count(); ++row)
        sections->item(row)->setCheckState(Qt::Unchecked);
    QVERIFY(!next->isEnabled());
    sections->item(0)->setCheckState(Qt::Checked);
    next->click();
    QTRY_VERIFY(isDone());
    const QByteArray html = bytesOf(target(QStringLiteral("r.html")));
    QVERIFY(html.contains("<section id=\"judged\">"));
    QVERIFY(!html.contains("<section id=\"cost\">"));
}

void TestReportDialog::holdsTheChartsChosen() {
    auto* charts = child<QListWidget>("reportCharts");
    QCOMPARE(charts->count(), 13);
    for (int row = 0; row < charts->count(); ++row) {
        const bool isWanted = charts->item(row)->text() == QLatin1String("Margins") ||
                              charts->item(row)->text() == QLatin1String("Ranking of models");
        charts->item(row)->setCheckState(isWanted ? Qt::Checked : Qt::Unchecked);
    }
    write(target(QStringLiteral("r.html")));
    QTRY_VERIFY(isDone());
    const QByteArray html = bytesOf(target(QStringLiteral("r.html")));
    QCOMPARE(html.count("<figure class=\"chart\">"), 2);
    QVERIFY(html.contains("<h4>Margins"));
    QVERIFY(html.contains("<h4>Ranking of models"));
    QVERIFY(html.contains("<section id=\"cost\">"));
}

void TestReportDialog::opensWhatWasWritten() {
    write(target(QStringLiteral("r 1.html")));
    QTRY_VERIFY(isDone());
    child<QPushButton>("reportOpenFile")->click();
    child<QPushButton>("reportOpenFolder")->click();
    QCOMPARE(m_dialogs.addresses.size(), 2);
    QCOMPARE(QUrl(m_dialogs.addresses.front()).toLocalFile(), target(QStringLiteral("r 1.html")));
    QCOMPARE(QUrl(m_dialogs.addresses.back()).toLocalFile(), fromUtf8(m_folder->path().string()));
}

QTEST_MAIN(TestReportDialog)
#include "tst_report_dialog.moc"
