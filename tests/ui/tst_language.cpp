// SPDX-License-Identifier: Apache-2.0
#include "core/import/importer.h"
#include "tests/support/fake_dialogs.h"
#include "tests/support/temp_folder.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/settings.h"
#include "ui/shell/import_format_words.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/support/text.h"

#include <QAbstractButton>
#include <QTest>

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
};

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

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
