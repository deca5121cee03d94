// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings_dialog.h"

#include "ui/bridge/settings.h"
#include "ui/shell/language.h"
#include "ui/shell/shortcut_editor.h"
#include "ui/support/dialogs.h"
#include "ui/support/translated.h"
#include "ui/widgets/panes.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QTabWidget>
#include <cmath>

namespace assize::ui {
namespace {

constexpr QSize SettingsSize(640, 520);
constexpr double Percent = 100.0;

/// A row's label, and what both label and field say in the window's language.
QLabel* rowLabel(QFormLayout* form, QWidget* field) {
    QLabel* label = plainLabel(field->parentWidget());
    label->setBuddy(field);
    form->addRow(label, field);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, Actions& actions, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_tabs(new QTabWidget(this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(SettingsSize);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildGeneral(), QString());
    m_tabs->addTab(new ShortcutEditor(actions, settings, m_tabs), QString());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter belongs to the fields
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    const auto addTurn = [this](const QKeySequence& keys, int step) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, step] {
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
        });
    };
    addTurn(QStringLiteral("Ctrl+Tab"), 1); // wherever the focus is, also beside the pages
    addTurn(QStringLiteral("Ctrl+Shift+Tab"), -1);
    translated(this, [this] {
        setWindowTitle(tr("Settings"));
        m_tabs->setTabText(static_cast<int>(Page::General), tr("General"));
        m_tabs->setTabText(static_cast<int>(Page::Shortcuts), tr("Shortcuts"));
    });
}

void SettingsDialog::showPage(Page page) {
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

QWidget* SettingsDialog::buildGeneral() {
    auto* page = new QWidget(m_tabs);
    auto* form = new QFormLayout(page);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addTheme(form);
    addLanguage(form);
    addTextSize(form);
    addAnnotator(form);
    addSessionFolder(form);
    return page;
}

void SettingsDialog::addTheme(QFormLayout* form) {
    auto* box = new QComboBox(form->parentWidget());
    box->setObjectName(QStringLiteral("settingTheme"));
    box->addItems({QString(), QString(), QString()});
    box->setCurrentIndex(static_cast<int>(m_settings.theme()));
    connect(
        box, &QComboBox::activated, this, [this](int index) { m_settings.setTheme(static_cast<ThemeChoice>(index)); });
    QLabel* label = rowLabel(form, box);
    translated(box, [label, box] {
        label->setText(tr("&Theme:"));
        box->setItemText(static_cast<int>(ThemeChoice::System), tr("Follow the desktop"));
        box->setItemText(static_cast<int>(ThemeChoice::Light), tr("Light"));
        box->setItemText(static_cast<int>(ThemeChoice::Dark), tr("Dark"));
    });
}

void SettingsDialog::addLanguage(QFormLayout* form) {
    auto* box = new QComboBox(form->parentWidget());
    box->setObjectName(QStringLiteral("settingLanguage"));
    box->addItem(QString(), QString());
    for (const LanguageChoice& choice : languageChoices())
        box->addItem(choice.name, choice.code);
    box->setCurrentIndex(std::max(0, box->findData(m_settings.language())));
    connect(box, &QComboBox::activated, this, [this, box] { m_settings.setLanguage(box->currentData().toString()); });
    QLabel* label = rowLabel(form, box);
    translated(box, [label, box] {
        label->setText(tr("&Language:"));
        box->setItemText(0, tr("Follow the desktop"));
    });
}

void SettingsDialog::addTextSize(QFormLayout* form) {
    constexpr int Smallest = 70;
    constexpr int Largest = 250;
    constexpr int Step = 10;
    auto* box = new QSpinBox(form->parentWidget());
    box->setObjectName(QStringLiteral("settingTextSize"));
    box->setRange(Smallest, Largest);
    box->setSingleStep(Step);
    constexpr int FieldWidth = 96;
    box->setMinimumWidth(FieldWidth);
    box->setSuffix(QStringLiteral(" %"));
    box->setValue(static_cast<int>(std::lround(m_settings.responseScale() * Percent)));
    connect(box, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setResponseScale(value / Percent); });
    QLabel* label = rowLabel(form, box);
    translated(box, [label] { label->setText(tr("&Response text size:")); });
}

void SettingsDialog::addAnnotator(QFormLayout* form) {
    auto* name = new QLineEdit(m_settings.annotator(), form->parentWidget());
    name->setObjectName(QStringLiteral("settingAnnotator"));
    connect(name, &QLineEdit::editingFinished, this, [this, name] {
        if (name->text().trimmed() != m_settings.annotator())
            m_settings.setAnnotator(name->text());
        name->setText(m_settings.annotator()); // an empty name means the desktop's user
    });
    QLabel* label = rowLabel(form, name);
    QLabel* note = plainLabel(form->parentWidget(), true);
    note->setWordWrap(true);
    form->addRow(nullptr, note);
    translated(name, [label, note] {
        label->setText(tr("Your &name:"));
        note->setText(tr("Your labels are stored under this name. Another name starts without labels."));
    });
}

void SettingsDialog::addSessionFolder(QFormLayout* form) {
    auto* field = new QWidget(form->parentWidget());
    auto* folder = new QLineEdit(QDir::toNativeSeparators(m_settings.sessionFolder()), field);
    folder->setObjectName(QStringLiteral("settingSessionFolder"));
    auto* choose = new QPushButton(field);
    choose->setObjectName(QStringLiteral("settingChooseFolder"));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(folder, 1);
    row->addWidget(choose);
    const auto apply = [this, folder] { m_settings.setSessionFolder(folder->text().trimmed()); };
    connect(folder, &QLineEdit::editingFinished, this, apply);
    connect(choose, &QPushButton::clicked, this, [this, folder, apply] {
        m_dialogs.pickFolder(this, folder->text(), [folder, apply](const QString& chosen) {
            folder->setText(QDir::toNativeSeparators(chosen));
            apply();
        });
    });
    QLabel* label = rowLabel(form, field);
    label->setBuddy(folder);
    translated(field, [label, folder, choose] {
        label->setText(tr("&Folder for sessions:"));
        folder->setPlaceholderText(tr("The program's own folder"));
        choose->setText(tr("Choose…"));
    });
}

} // namespace assize::ui
