// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace assize;
using namespace assize::ui;

/// Keys of one's own: given in the settings, there after a restart, and taken back.
class TestShortcutFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void changedKeyOutlivesARestartAndCanBeReset();
    void keyOfAnotherActionIsTakenOverWithBothOutcomesKept();
    void settingsPagesAreReachedByKey();

private:
    [[nodiscard]] QDialog* openEditor(const QString& action) const;
    void closeDialogs() const;
    void typeKey(Qt::Key key) const;
    [[nodiscard]] bool isOn(const char* action) const { return m_desk->find<QAction>(action)->isChecked(); }

    std::unique_ptr<test::Desk> m_desk;
};

void TestShortcutFlow::init() {
    m_desk = std::make_unique<test::Desk>();
    QVERIFY(m_desk->openSample(QStringLiteral("rail-007")));
}

/// The settings at their list of keys, with this action chosen.
QDialog* TestShortcutFlow::openEditor(const QString& action) const {
    m_desk->find<QAction>("shortcuts")->trigger();
    auto* dialog = m_desk->find<QDialog>("settingsDialog");
    auto* table = dialog->findChild<QTreeWidget*>(QStringLiteral("shortcutTable"));
    table->setCurrentItem(table->findItems(action, Qt::MatchExactly).value(0));
    return dialog;
}

void TestShortcutFlow::closeDialogs() const {
    delete m_desk->find<QDialog>("settingsDialog");
    QVERIFY(m_desk->comeToFront());
    m_desk->find("itemList")->setFocus();
}

/// Pressed in the field, which takes it as the whole of a shortcut after a moment.
void TestShortcutFlow::typeKey(Qt::Key key) const {
    auto* field = m_desk->find<QKeySequenceEdit>("shortcutKeys");
    QSignalSpy taken(field, &QKeySequenceEdit::editingFinished);
    QTest::keyClick(field, key);
    QVERIFY(taken.wait());
}

void TestShortcutFlow::changedKeyOutlivesARestartAndCanBeReset() {
    QVERIFY(isOn("evidence"));
    static_cast<void>(openEditor(QStringLiteral("Evidence")));
    typeKey(Qt::Key_G);
    closeDialogs();
    m_desk->press(Qt::Key_G);
    QVERIFY(!isOn("evidence"));
    QVERIFY(m_desk->restart());
    m_desk->find("itemList")->setFocus();
    m_desk->press(Qt::Key_G);
    QVERIFY(isOn("evidence"));
    m_desk->press(Qt::Key_E);
    QVERIFY(isOn("evidence"));
    QTest::mouseClick(openEditor(QStringLiteral("Evidence"))->findChild<QPushButton*>(QStringLiteral("shortcutReset")),
        Qt::LeftButton);
    closeDialogs();
    m_desk->press(Qt::Key_G);
    QVERIFY(isOn("evidence"));
    m_desk->press(Qt::Key_E);
    QVERIFY(!isOn("evidence"));
    QVERIFY(m_desk->restart());
    m_desk->find("itemList")->setFocus();
    m_desk->press(Qt::Key_E);
    QVERIFY(isOn("evidence"));
}

void TestShortcutFlow::keyOfAnotherActionIsTakenOverWithBothOutcomesKept() {
    const QDialog* dialog = openEditor(QStringLiteral("Evidence"));
    typeKey(Qt::Key_D);
    QCOMPARE(dialog->findChild<QLabel*>(QStringLiteral("shortcutConflict"))->text(),
        QStringLiteral("“Word Diff” has this key already."));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("shortcutTakeOver")), Qt::LeftButton);
    closeDialogs();
    QVERIFY(m_desk->restart());
    m_desk->find("itemList")->setFocus();
    m_desk->press(Qt::Key_D);
    QVERIFY(!isOn("evidence"));
    QVERIFY(!isOn("wordDiff"));
    QTest::mouseClick(
        openEditor(QStringLiteral("Word Diff"))->findChild<QPushButton*>(QStringLiteral("shortcutResetAll")),
        Qt::LeftButton);
    closeDialogs();
    m_desk->press(Qt::Key_D);
    QVERIFY(isOn("wordDiff"));
}

void TestShortcutFlow::settingsPagesAreReachedByKey() {
    m_desk->find<QAction>("appSettings")->trigger();
    auto* dialog = m_desk->find<QDialog>("settingsDialog");
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    const auto* pages = dialog->findChild<QTabWidget*>();
    for (const char* name : {"settingTheme", "settingTextSize", "settingAnnotator"}) {
        dialog->findChild<QWidget*>(QLatin1String(name))->setFocus();
        m_desk->press(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), 1);
        m_desk->press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(pages->currentIndex(), 0);
    }
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Close)->setFocus(); // beside the pages
    m_desk->press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(pages->currentIndex(), 1);
}

QTEST_MAIN(TestShortcutFlow)
#include "tst_shortcut_flow.moc"
