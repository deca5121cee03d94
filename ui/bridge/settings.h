// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "ui/support/theme.h"
#include <QByteArray>
#include <QKeySequence>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>

namespace assize::ui {

/// What a person set for the window, in gui.ini: looks, shortcuts, name, recent sessions, window state. What changes a
/// figure is not here but in the session (interfaces.md, Places). GUI thread; every change is in the file at once.
class Settings final : public QObject {
    Q_OBJECT

public:
    explicit Settings(const std::filesystem::path& configFolder, QObject* parent = nullptr);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// For this start only; not written, and over when a person chooses.
    void overrideTheme(ThemeChoice choice);

    /// "en", "zh_CN", or empty for the desktop's language.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    /// For this start only; not written, and over when a person chooses.
    void overrideLanguage(const QString& language);

    /// 1.0 is 13.5 px; 0.7 to 2.5.
    [[nodiscard]] double responseScale() const;
    void setResponseScale(double scale);

    /// The name that labels are given under; the desktop's user name until set.
    [[nodiscard]] QString annotator() const;
    void setAnnotator(const QString& name);

    /// For an annotator who never switched it: on, save while a session is open that is there to be read.
    [[nodiscard]] bool isBlind(const QString& annotator) const;
    /// Not written to the file.
    void setBlindAtFirst(bool isBlind) { m_isBlindAtFirst = isBlind; }
    void setBlind(const QString& annotator, bool isBlind);

    /// A plain switch of the Review page ("evidence", "diff", …) with its default.
    [[nodiscard]] bool flag(const QString& name, bool initial) const;
    void setFlag(const QString& name, bool value);

    [[nodiscard]] QKeySequence shortcut(const QString& action, const QKeySequence& standard) const;
    /// An empty sequence takes the shortcut away; the standard one restores it.
    void setShortcut(const QString& action, const QKeySequence& keys, const QKeySequence& standard);

    /// Newest first, at most ten.
    [[nodiscard]] QStringList recentSessions() const;
    void addRecentSession(const QString& path);
    void setRecentSessions(const QStringList& paths);

    /// Window and splitter states by name.
    [[nodiscard]] QByteArray state(const QString& name) const;
    void setState(const QString& name, const QByteArray& state);

    /// Where new sessions are made, if the person chose a place; else empty.
    [[nodiscard]] QString sessionFolder() const;
    void setSessionFolder(const QString& folder);

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void responseScaleChanged();
    void annotatorChanged();
    void recentSessionsChanged();
    void shortcutsChanged();

private:
    QSettings m_file;
    bool m_isBlindAtFirst = true;
    std::optional<ThemeChoice> m_themeOverride;
    std::optional<QString> m_languageOverride;
};

} // namespace assize::ui
