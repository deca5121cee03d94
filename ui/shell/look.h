// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QObject>
#include <QPalette>

namespace assize::ui {

class Settings;

/// The application's style and colours, as the settings have them; follows them at once. Make one right after the
/// QApplication: the desktop's own palette is what "follow the desktop" goes by. GUI thread.
class Look final : public QObject {
    Q_OBJECT

public:
    explicit Look(Settings& settings, QObject* parent = nullptr);

private:
    void apply();

    Settings& m_settings;
    QPalette m_desktop;
};

} // namespace assize::ui
