// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>
#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace assize::ui {

class Dialogs;
class KeyStore;

/// Where the key of a model server is: nowhere, in the environment, in the desktop's keychain, in a file. A key that is
/// typed for the keychain stays in this field until somebody stores it.
class KeyField final : public QWidget {
    Q_OBJECT

public:
    enum class Source { None, Environment, Keychain, File };

    KeyField(KeyStore& keys, Dialogs& dialogs, QWidget* parent = nullptr);

    /// "env:NAME" and so on, as in endpoints.yaml.
    void setKey(const std::string& key);
    [[nodiscard]] std::string key() const;
    /// Under which name a key goes into the keychain if the person names none.
    void setSuggestedEntry(const QString& name);
    /// The name in the keychain, and the key to put there.
    [[nodiscard]] std::string entry() const;
    [[nodiscard]] std::optional<std::string> typedKey() const;
    /// Says what is missing; empty if nothing is.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QWidget* buildEnvironment();
    [[nodiscard]] QWidget* buildKeychain();
    [[nodiscard]] QWidget* buildFile();
    [[nodiscard]] Source source() const;
    void onEdited();
    void updateNote();
    void askKeychain();
    void retranslate();

    KeyStore& m_keys;
    Dialogs& m_dialogs;
    QComboBox* m_source;
    QStackedWidget* m_pages;
    QLineEdit* m_variable = nullptr;
    QLineEdit* m_entry = nullptr;
    QLineEdit* m_typed = nullptr;
    QLineEdit* m_path = nullptr;
    QLabel* m_note;
    QString m_suggestedEntry;
    QString m_keychainNote; ///< what the keychain last said of the entry
    int m_question = 0;     ///< answers to earlier ones are dropped
};

} // namespace assize::ui
