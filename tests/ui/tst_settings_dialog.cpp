// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_dialogs.h"
#include "tests/support/temp_folder.h"
#include "ui/bridge/settings.h"
#include "ui/shell/actions.h"
#include "ui/shell/settings_dialog.h"

#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace assize::ui;

/// Every setting applies at once and is there again in a new Settings of the same folder.
class TestSettingsDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void choicesAreStoredAtOnce();
    void emptyNameMeansTheDesktopsUser();
    void folderIsPicked();
    void newKeyWorksAtOnce();
    void takenKeyIsNotGivenTwice();
    void takenKeyCanBeTakenOver();
    void standardKeyComesBack();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_dialog->findChild<T*>(QLatin1String(name));
    }
    void choose(const char* box, int index) const;
    void select(ActionId id) const;
    void enterKey(Qt::Key key) const;
    [[nodiscard]] QString keyOf(ActionId id) const {
        return m_actions->get(id)->shortcut().toString(QKeySequence::PortableText);
    }

    std::unique_ptr<assize::test::TempFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    Actions* m_actions = nullptr;
    assize::test::FakeDialogs m_dialogs;
    SettingsDialog* m_dialog = nullptr;
};

void TestSettingsDialog::init() {
    m_folder = std::make_unique<assize::test::TempFolder>();
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_window = std::make_unique<QWidget>();
    m_actions = new Actions(new QMenuBar(m_window.get()), *m_settings, m_window.get());
    for (const ActionId id : {ActionId::Evidence, ActionId::WordDiff})
        m_actions->bindSwitch(id, m_window.get(), [](bool) {});
    m_dialog = new SettingsDialog(*m_settings, *m_actions, m_dialogs, m_window.get());
    m_dialog->show();
}

void TestSettingsDialog::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestSettingsDialog::choose(const char* box, int index) const {
    auto* combo = child<QComboBox>(box);
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

void TestSettingsDialog::select(ActionId id) const {
    auto* table = child<QTreeWidget>("shortcutTable");
    for (int row = 0; row < table->topLevelItemCount(); ++row) {
        if (table->topLevelItem(row)->text(0) == m_actions->plainText(id))
            table->setCurrentItem(table->topLevelItem(row));
    }
}

void TestSettingsDialog::enterKey(Qt::Key key) const {
    auto* edit = child<QKeySequenceEdit>("shortcutKeys");
    edit->setKeySequence(QKeySequence(key));
    Q_EMIT edit->editingFinished();
}

void TestSettingsDialog::choicesAreStoredAtOnce() {
    choose("settingTheme", 2);
    choose("settingLanguage", 2);
    child<QSpinBox>("settingTextSize")->setValue(130);
    const Settings again(m_folder->path());
    QCOMPARE(again.theme(), ThemeChoice::Dark);
    QCOMPARE(again.language(), QStringLiteral("zh_CN"));
    QCOMPARE(again.responseScale(), 1.3);
}

void TestSettingsDialog::emptyNameMeansTheDesktopsUser() {
    qputenv("USER", "maya");
    auto* name = child<QLineEdit>("settingAnnotator");
    name->setText(QStringLiteral("  Ivo "));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_settings->annotator(), QStringLiteral("Ivo"));
    name->clear();
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_settings->annotator(), QStringLiteral("maya"));
    QCOMPARE(name->text(), QStringLiteral("maya"));
}

void TestSettingsDialog::folderIsPicked() {
    m_dialogs.folder = QStringLiteral("/somewhere/else");
    child<QPushButton>("settingChooseFolder")->click();
    QCOMPARE(m_settings->sessionFolder(), QStringLiteral("/somewhere/else"));
}

void TestSettingsDialog::newKeyWorksAtOnce() {
    select(ActionId::Evidence);
    enterKey(Qt::Key_G);
    QCOMPARE(keyOf(ActionId::Evidence), QStringLiteral("G"));
    const Settings again(m_folder->path());
    QCOMPARE(again.shortcut(QStringLiteral("evidence"), {}), QKeySequence(Qt::Key_G));
}

void TestSettingsDialog::takenKeyIsNotGivenTwice() {
    select(ActionId::Evidence);
    enterKey(Qt::Key_D);
    QCOMPARE(keyOf(ActionId::Evidence), QStringLiteral("E"));
    QCOMPARE(keyOf(ActionId::WordDiff), QStringLiteral("D"));
    QCOMPARE(child<QLabel>("shortcutConflict")->text(), QStringLiteral("“Word Diff” has this key already."));
}

void TestSettingsDialog::takenKeyCanBeTakenOver() {
    select(ActionId::Evidence);
    enterKey(Qt::Key_D);
    child<QPushButton>("shortcutTakeOver")->click();
    QCOMPARE(keyOf(ActionId::Evidence), QStringLiteral("D"));
    QCOMPARE(keyOf(ActionId::WordDiff), QString());
}

void TestSettingsDialog::standardKeyComesBack() {
    select(ActionId::Evidence);
    enterKey(Qt::Key_G);
    child<QPushButton>("shortcutReset")->click();
    QCOMPARE(keyOf(ActionId::Evidence), QStringLiteral("E"));
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
