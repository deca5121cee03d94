// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_folder.h"
#include "ui/bridge/settings.h"
#include "ui/shell/action_delegate.h"
#include "ui/shell/action_finder.h"
#include "ui/shell/shortcut_sheet.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPointer>
#include <QTest>
#include <QTreeWidget>

using namespace assize::ui;

/// Finding an action by words, and a key by its action.
class TestActionFinder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wordsInAnyOrderFindAnAction();
    void enterRunsWhatIsFound();
    void actionsThatMakeNoSenseNowAreLastAndStay();
    void sheetShowsKeysByMenu();

private:
    [[nodiscard]] QListWidget* list() const { return m_finder->findChild<QListWidget*>(); }
    [[nodiscard]] QLineEdit* field() const { return m_finder->findChild<QLineEdit*>(); }

    std::unique_ptr<assize::test::TempFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Actions* m_actions = nullptr;
    QPointer<ActionFinder> m_finder;
    int m_opened = 0;
};

void TestActionFinder::init() {
    m_folder = std::make_unique<assize::test::TempFolder>();
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_window = std::make_unique<QWidget>();
    m_actions = new Actions(new QMenuBar(m_window.get()), *m_settings, m_window.get());
    m_opened = 0;
    m_actions->bind(ActionId::OpenSession, m_window.get(), [this] { ++m_opened; });
    m_actions->bind(ActionId::NextItem, m_window.get(), [] {});
    m_finder = new ActionFinder(*m_actions, m_window.get());
    m_finder->show();
}

void TestActionFinder::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestActionFinder::wordsInAnyOrderFindAnAction() {
    QCOMPARE(list()->count(), 2);
    field()->setText(QStringLiteral("session op"));
    QCOMPARE(list()->count(), 1);
    QCOMPARE(list()->item(0)->text(), QStringLiteral("Open Session…"));
    QCOMPARE(list()->item(0)->data(ActionDelegate::KeyRole).toString(), QStringLiteral("Ctrl+O"));
    QCOMPARE(list()->item(0)->data(ActionDelegate::MenuRole).toString(), QStringLiteral("File"));
}

void TestActionFinder::enterRunsWhatIsFound() {
    QTest::keyClicks(field(), QStringLiteral("open"));
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(m_opened, 1);
    QTRY_VERIFY(m_finder == nullptr);
}

void TestActionFinder::actionsThatMakeNoSenseNowAreLastAndStay() {
    QVERIFY(!list()->item(1)->flags().testFlag(Qt::ItemIsEnabled));
    QCOMPARE(list()->item(1)->text(), QStringLiteral("Next Item"));
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(m_finder != nullptr);
    QCOMPARE(m_opened, 0);
}

void TestActionFinder::sheetShowsKeysByMenu() {
    auto* sheet = new ShortcutSheet(*m_actions, m_window.get());
    const auto* tree = sheet->findChild<QTreeWidget*>();
    QCOMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(1)->text(0), QStringLiteral("Item"));
    QCOMPARE(tree->topLevelItem(1)->child(0)->text(1), QStringLiteral("J"));
    sheet->findChild<QLineEdit*>()->setText(QStringLiteral("Ctrl+O"));
    QCOMPARE(tree->topLevelItemCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), QStringLiteral("Open Session…"));
}

QTEST_MAIN(TestActionFinder)
#include "tst_action_finder.moc"
