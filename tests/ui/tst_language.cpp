// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filter.h"
#include "core/import/importer.h"
#include "tests/core/import/collecting_sink.h"
#include "tests/support/fake_dialogs.h"
#include "tests/support/temp_folder.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/settings.h"
#include "ui/shell/import_format_words.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/support/error_text.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"

#include <QAbstractButton>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace assize;
using namespace assize::ui;

/// The window changes its language while it is open.
class TestLanguage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void windowSpeaksChineseAndEnglishAgain();
    void standardDialogsAreTranslatedToo();
    void englishCountsInSingularAndPlural();
    void everyImportFormatIsDescribedInChinese();
    void reasonsOfRefusedRowsAreChinese();
    void errorsOfTheCoreAreChinese();
};

namespace {

/// Three English words in a row, the first of which is no name in a file: nothing that a Chinese sentence quotes.
bool holdsEnglish(const QString& text) {
    static const QRegularExpression Sentence(QStringLiteral("[a-z]{2,} [a-z]{2,} [a-z]{2,}"));
    return text.contains(Sentence);
}

bool holdsChinese(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

void TestLanguage::windowSpeaksChineseAndEnglishAgain() {
    const test::TempFolder folder;
    Settings settings(folder.path());
    settings.setLanguage(QStringLiteral("en"));
    Language language(settings);
    test::FakeDialogs dialogs;
    const Places places{folder.path(), folder.path(), folder.path(), folder.path()};
    ModelServers servers(places, nullptr, {});
    MainWindow window({settings, dialogs, places, [](const std::filesystem::path&) { return Result<>(); }, servers});
    window.show();
    QCOMPARE(window.actions().menu(MenuId::File)->title(), QStringLiteral("&File"));
    settings.setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(window.actions().menu(MenuId::File)->title(), QStringLiteral("文件(&F)"));
    QCOMPARE(window.actions().plainText(ActionId::OpenSession), QStringLiteral("打开会话…"));
    const auto* sample = window.findChild<QAbstractButton*>(QStringLiteral("startSample"));
    QCOMPARE(sample->text(), QStringLiteral("打开示例会话"));
    settings.setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(window.actions().menu(MenuId::File)->title(), QStringLiteral("&File"));
    QCOMPARE(sample->text(), QStringLiteral("Open sample session"));
}

void TestLanguage::standardDialogsAreTranslatedToo() {
    const test::TempFolder folder;
    Settings settings(folder.path());
    settings.setLanguage(QStringLiteral("zh_CN"));
    const Language language(settings);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
}

void TestLanguage::englishCountsInSingularAndPlural() {
    const test::TempFolder folder;
    Settings settings(folder.path());
    settings.setLanguage(QStringLiteral("en"));
    const Language language(settings);
    const auto rows = [](int count) {
        return QCoreApplication::translate("assize::ui::ImportReport", "%n row(s) were left out.", nullptr, count);
    };
    QCOMPARE(rows(1), QStringLiteral("1 row was left out."));
    QCOMPARE(rows(2), QStringLiteral("2 rows were left out."));
}

void TestLanguage::everyImportFormatIsDescribedInChinese() {
    const test::TempFolder folder;
    Settings settings(folder.path());
    settings.setLanguage(QStringLiteral("zh_CN"));
    const Language language(settings);
    for (const Importer& importer : importers())
        QVERIFY2(importFormatWords(importer) != fromUtf8(importer.description), std::string(importer.name).c_str());
}

void TestLanguage::reasonsOfRefusedRowsAreChinese() {
    const test::TempFolder folder;
    Settings settings(folder.path());
    settings.setLanguage(QStringLiteral("zh_CN"));
    const Language language(settings);
    QCOMPARE(worded(said("%1 cannot be read: %2", "a.png", said("it is empty"))),
        QStringLiteral("a.png 无法读取：它是空的"));
    std::size_t count = 0;
    for (const Importer& importer : importers()) {
        if (importer.name == "assize")
            continue; // reads sessions
        const test::ReadText read(
            "{}\n[1]\nnonsense\n{\"prompt\":[]}\n{\"prompt\":\"p\",\"response\":[]}\n"
            "{\"prompt\":\"p\",\"response_a\":\"a\",\"response_b\":\"b\",\"label\":\"C\"}\n"
            "{\"prompt\":\"p\",\"responses\":[1],\"images\":[\"http://x/y.png\"]}\n{\"prompt\":\"p",
            importer.name);
        for (const Sentence& reason : read.sink.reasons) {
            const QString words = worded(reason);
            QVERIFY2(holdsChinese(words) && !holdsEnglish(words), qPrintable(words));
            ++count;
        }
    }
    QVERIFY2(count > 60, qPrintable(QString::number(count)));
}

void TestLanguage::errorsOfTheCoreAreChinese() {
    const test::TempFolder folder;
    Settings settings(folder.path());
    settings.setLanguage(QStringLiteral("zh_CN"));
    const Language language(settings);
    test::TempSession session;
    const FilterScope scope{0, {}, &session.reader()};
    std::vector<Error> errors;
    for (const char* filter : {"label", "label ==", "(flipped", "lable == 1", "margin > \"x\"", "label == \"C\"",
             "outcome == \"x\"", "score(\"Tone\") > 1", "abs(category) > 1", "margin ~ \"x\"", "id = 1", "tag:"})
        errors.push_back(compileFilter(filter, scope).error());
    errors.push_back(Session::open(folder.write("text.assize", "no session"), Session::Access::ReadOnly).error());
    errors.push_back(Session::open(folder.path(), Session::Access::ReadOnly).error());
    errors.push_back(Session::create(session.path()).error());
    errors.push_back(importerNamed("pears").error());
    for (const Error& error : errors) {
        const QString words = errorSentences(error).advice;
        QVERIFY2(holdsChinese(words) && !holdsEnglish(words), qPrintable(words));
    }
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
