// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/settings.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <pwd.h>
#include <unistd.h>

namespace assize::ui {
namespace {

constexpr std::array ThemeNames = {"system", "light", "dark"};
constexpr qsizetype MostRecent = 10;

QString key(const char* group, const QString& name) {
    return QLatin1String(group) + QLatin1Char('/') + name;
}

} // namespace

Settings::Settings(const std::filesystem::path& configFolder, QObject* parent)
    : QObject(parent)
    , m_file(QFile::decodeName((configFolder / "gui.ini").c_str()), QSettings::IniFormat) {}

ThemeChoice Settings::theme() const {
    if (m_themeOverride)
        return *m_themeOverride;
    const QString name = m_file.value(QStringLiteral("look/theme")).toString();
    for (std::size_t i = 0; i < ThemeNames.size(); ++i) {
        if (name == QLatin1String(ThemeNames.at(i)))
            return static_cast<ThemeChoice>(i);
    }
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice) {
    m_themeOverride.reset();
    m_file.setValue(QStringLiteral("look/theme"), QLatin1String(ThemeNames.at(static_cast<std::size_t>(choice))));
    Q_EMIT themeChanged();
}

void Settings::overrideTheme(ThemeChoice choice) {
    m_themeOverride = choice;
    Q_EMIT themeChanged();
}

QString Settings::language() const {
    if (m_languageOverride)
        return *m_languageOverride;
    return m_file.value(QStringLiteral("look/language")).toString();
}

void Settings::setLanguage(const QString& language) {
    m_languageOverride.reset();
    m_file.setValue(QStringLiteral("look/language"), language);
    Q_EMIT languageChanged();
}

void Settings::overrideLanguage(const QString& language) {
    m_languageOverride = language;
    Q_EMIT languageChanged();
}

double Settings::responseScale() const {
    constexpr double Smallest = 0.7;
    constexpr double Largest = 2.5;
    return std::clamp(m_file.value(QStringLiteral("look/response_scale"), 1.0).toDouble(), Smallest, Largest);
}

void Settings::setResponseScale(double scale) {
    m_file.setValue(QStringLiteral("look/response_scale"), scale);
    Q_EMIT responseScaleChanged();
}

QString Settings::annotator() const {
    const QString name = m_file.value(QStringLiteral("person/annotator")).toString().trimmed();
    if (!name.isEmpty())
        return name;
    const QString user = qEnvironmentVariable("USER").trimmed();
    if (!user.isEmpty())
        return user;
    const passwd* entry = getpwuid(getuid());
    return entry == nullptr ? QStringLiteral("me") : QString::fromLocal8Bit(entry->pw_name);
}

void Settings::setAnnotator(const QString& name) {
    m_file.setValue(QStringLiteral("person/annotator"), name.trimmed());
    Q_EMIT annotatorChanged();
}

bool Settings::isBlind(const QString& annotator) const {
    return m_file.value(key("blind", annotator), m_isBlindAtFirst).toBool();
}

void Settings::setBlind(const QString& annotator, bool isBlind) {
    m_file.setValue(key("blind", annotator), isBlind);
}

bool Settings::flag(const QString& name, bool initial) const {
    return m_file.value(key("review", name), initial).toBool();
}

void Settings::setFlag(const QString& name, bool value) {
    m_file.setValue(key("review", name), value);
}

QKeySequence Settings::shortcut(const QString& action, const QKeySequence& standard) const {
    const QVariant stored = m_file.value(key("shortcuts", action));
    return stored.isValid() ? QKeySequence(stored.toString(), QKeySequence::PortableText) : standard;
}

void Settings::setShortcut(const QString& action, const QKeySequence& keys, const QKeySequence& standard) {
    if (keys == standard)
        m_file.remove(key("shortcuts", action));
    else
        m_file.setValue(key("shortcuts", action), keys.toString(QKeySequence::PortableText));
    Q_EMIT shortcutsChanged();
}

QStringList Settings::recentSessions() const {
    return m_file.value(QStringLiteral("recent/sessions")).toStringList();
}

void Settings::addRecentSession(const QString& path) {
    QStringList paths = recentSessions();
    paths.removeAll(path);
    paths.prepend(path);
    setRecentSessions(paths.mid(0, MostRecent));
}

void Settings::setRecentSessions(const QStringList& paths) {
    m_file.setValue(QStringLiteral("recent/sessions"), paths);
    Q_EMIT recentSessionsChanged();
}

QByteArray Settings::state(const QString& name) const {
    return m_file.value(key("state", name)).toByteArray();
}

void Settings::setState(const QString& name, const QByteArray& state) {
    m_file.setValue(key("state", name), state);
}

QString Settings::sessionFolder() const {
    return m_file.value(QStringLiteral("places/sessions")).toString();
}

void Settings::setSessionFolder(const QString& folder) {
    m_file.setValue(QStringLiteral("places/sessions"), folder);
}

} // namespace assize::ui
