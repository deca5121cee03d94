// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>
#include <vector>

namespace assize::ui {

class Settings;

/// A language the window can speak.
struct LanguageChoice {
    QString code; ///< as in gui.ini: "en", "zh_CN"
    QString name; ///< in that language itself
};

[[nodiscard]] const std::vector<LanguageChoice>& languageChoices();

/// The language of the application, as the settings have it; follows them without a restart. Make one before the first
/// window, and keep it for as long as windows live. Translations, Qt's own included, are compiled in. GUI thread.
class Language final : public QObject {
    Q_OBJECT

public:
    explicit Language(Settings& settings, QObject* parent = nullptr);
    ~Language() override;

private:
    void apply();

    Settings& m_settings;
    QLocale m_desktop;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace assize::ui
