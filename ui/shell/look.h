// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QObject>
#include <QPalette>

namespace assize::ui {

class Settings;
class SystemScheme;

/// The application's style and colours, as the settings have them; follows them, and a desktop that turns dark or
/// light, at once. Make one right after the QApplication: its palette is then still the desktop's own. GUI thread.
class Look final : public QObject {
    Q_OBJECT

public:
    explicit Look(Settings& settings, QObject* parent = nullptr);

private:
    void apply();

    Settings& m_settings;
    QPalette m_desktop;
    SystemScheme* m_scheme = nullptr; ///< made when the desktop is first followed
};

} // namespace assize::ui
