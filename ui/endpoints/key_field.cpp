// SPDX-License-Identifier: Apache-2.0
#include "ui/endpoints/key_field.h"

#include "ui/bridge/key_store.h"
#include "ui/endpoints/form_rows.h"
#include "ui/support/dialogs.h"
#include "ui/support/sentence_text.h"
#include "ui/support/text.h"
#include "ui/support/translated.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>

namespace assize::ui {
namespace {

const QString EnvironmentScheme = QStringLiteral("env:");
const QString KeychainScheme = QStringLiteral("keychain:");
const QString FileScheme = QStringLiteral("file:");

bool isVariableName(const QString& name) {
    static const QRegularExpression form(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    return form.match(name).hasMatch();
}

QHBoxLayout* lineOf(QWidget* page) {
    auto* line = new QHBoxLayout(page);
    line->setContentsMargins(0, 0, 0, 0);
    return line;
}

} // namespace

KeyField::KeyField(KeyStore& keys, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_dialogs(dialogs)
    , m_source(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_note(noteLabel(this)) {
    m_source->setObjectName(QStringLiteral("keySource"));
    m_source->addItems({QString(), QString(), QString(), QString()});
    m_note->setObjectName(QStringLiteral("keyNote"));
    m_pages->addWidget(new QWidget(m_pages));
    m_pages->addWidget(buildEnvironment());
    m_pages->addWidget(buildKeychain());
    m_pages->addWidget(buildFile());
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_source);
    column->addWidget(m_pages);
    column->addWidget(m_note);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_pages->setVisible(source() != Source::None);
        askKeychain();
        onEdited();
    });
    for (QLineEdit* field : {m_variable, m_typed, m_path})
        connect(field, &QLineEdit::textChanged, this, &KeyField::onEdited);
    connect(m_entry, &QLineEdit::textChanged, this, &KeyField::onEdited);
    connect(m_entry, &QLineEdit::editingFinished, this, &KeyField::askKeychain);
    m_pages->hide();
    setFocusProxy(m_source);
    translated(this, [this] { retranslate(); });
}

QWidget* KeyField::buildEnvironment() {
    auto* page = new QWidget(m_pages);
    m_variable = new QLineEdit(page);
    m_variable->setObjectName(QStringLiteral("keyVariable"));
    m_variable->setPlaceholderText(QStringLiteral("JUDGE_API_KEY")); // lint-allow: a name as it is typed
    lineOf(page)->addWidget(m_variable);
    return page;
}

QWidget* KeyField::buildKeychain() {
    auto* page = new QWidget(m_pages);
    m_entry = new QLineEdit(page);
    m_entry->setObjectName(QStringLiteral("keyEntry"));
    m_typed = new QLineEdit(page);
    m_typed->setObjectName(QStringLiteral("keyTyped"));
    m_typed->setEchoMode(QLineEdit::Password);
    QHBoxLayout* line = lineOf(page);
    line->addWidget(m_entry, 2);
    line->addWidget(m_typed, 3);
    return page;
}

QWidget* KeyField::buildFile() {
    auto* page = new QWidget(m_pages);
    m_path = new QLineEdit(page);
    m_path->setObjectName(QStringLiteral("keyPath"));
    auto* choose = new QPushButton(page);
    choose->setObjectName(QStringLiteral("chooseKeyFile"));
    choose->setAutoDefault(false);
    QHBoxLayout* line = lineOf(page);
    line->addWidget(m_path, 1);
    line->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this] {
        m_dialogs.pickFile(this, tr("File with the key"), {}, [this](const QString& path) { m_path->setText(path); });
    });
    translated(choose, [choose] { choose->setText(tr("Choose…")); });
    return page;
}

KeyField::Source KeyField::source() const {
    return static_cast<Source>(m_source->currentIndex());
}

void KeyField::setKey(const std::string& key) {
    const QString text = fromUtf8(key);
    Source source = Source::None;
    if (text.startsWith(EnvironmentScheme)) {
        source = Source::Environment;
        m_variable->setText(text.mid(EnvironmentScheme.size()));
    } else if (text.startsWith(KeychainScheme)) {
        source = Source::Keychain;
        m_entry->setText(text.mid(KeychainScheme.size()));
    } else if (text.startsWith(FileScheme)) {
        source = Source::File;
        m_path->setText(text.mid(FileScheme.size()));
    }
    m_source->setCurrentIndex(static_cast<int>(source));
}

std::string KeyField::key() const {
    switch (source()) {
    case Source::Environment:
        return toUtf8(EnvironmentScheme + m_variable->text().trimmed());
    case Source::Keychain:
        return toUtf8(KeychainScheme) + entry();
    case Source::File:
        return toUtf8(FileScheme + m_path->text().trimmed());
    case Source::None:
        break;
    }
    return "none";
}

void KeyField::setSuggestedEntry(const QString& name) {
    m_suggestedEntry = name;
    m_entry->setPlaceholderText(name);
}

std::string KeyField::entry() const {
    const QString typed = m_entry->text().trimmed();
    return toUtf8(typed.isEmpty() ? m_suggestedEntry : typed);
}

std::optional<std::string> KeyField::typedKey() const {
    const QString typed = m_typed->text().trimmed();
    return source() == Source::Keychain && !typed.isEmpty() ? std::optional(toUtf8(typed)) : std::nullopt;
}

QString KeyField::problem() const {
    if (source() == Source::Environment && !isVariableName(m_variable->text().trimmed()))
        return tr("Name the environment variable that holds the key: letters, digits and underscores. The key itself "
                  "does not go there.");
    if (source() == Source::Keychain && entry().empty())
        return tr("Give the entry of the keychain a name.");
    if (source() == Source::File && m_path->text().trimmed().isEmpty())
        return tr("Choose the file that holds the key.");
    return {};
}

void KeyField::onEdited() {
    updateNote();
    Q_EMIT edited();
}

void KeyField::askKeychain() {
    m_keychainNote.clear();
    const int question = ++m_question;
    if (source() != Source::Keychain || entry().empty())
        return;
    m_keys.read(entry(), this, [this, question](const Result<std::string>& key) {
        if (question != m_question)
            return;
        if (key)
            m_keychainNote = tr("A key is stored under this name; leave the field empty to keep it.");
        else if (key.error().code == ErrorCode::NotFound)
            m_keychainNote = tr("No key is stored under this name yet.");
        else
            m_keychainNote = tr("The key cannot be kept here: %1.").arg(worded(key.error().detail));
        updateNote();
    });
}

void KeyField::updateNote() {
    QString note;
    if (source() == Source::Environment && isVariableName(m_variable->text().trimmed()))
        note = qEnvironmentVariableIsEmpty(m_variable->text().trimmed().toLatin1().constData())
                   ? tr("It is not set in this program's environment now.")
                   : tr("It is set.");
    else if (source() == Source::Keychain)
        note = m_keychainNote;
    else if (source() == Source::File && !m_path->text().trimmed().isEmpty()) {
        const QFileInfo file(m_path->text().trimmed());
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        if (!file.isFile())
            note = tr("There is no such file.");
        else if (file.permissions() & others)
            note = tr("Others may read this file. Protect it first: chmod 600");
        else
            note = tr("Only you may read it.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void KeyField::retranslate() {
    m_source->setItemText(static_cast<int>(Source::None), tr("No key"));
    m_source->setItemText(static_cast<int>(Source::Environment), tr("Environment variable"));
    m_source->setItemText(static_cast<int>(Source::Keychain), tr("Keychain of the desktop"));
    m_source->setItemText(static_cast<int>(Source::File), tr("File that only you may read"));
    m_variable->setAccessibleName(tr("Name of the environment variable"));
    m_entry->setAccessibleName(tr("Name in the keychain"));
    m_typed->setAccessibleName(tr("Key to store in the keychain"));
    m_typed->setPlaceholderText(tr("Key"));
    m_path->setAccessibleName(tr("File with the key"));
    askKeychain();
    updateNote();
}

} // namespace assize::ui
