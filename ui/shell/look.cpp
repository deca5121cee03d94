// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/look.h"

#include "ui/bridge/settings.h"
#include "ui/support/app_style.h"
#include "ui/support/fonts.h"
#include "ui/support/system_scheme.h"

#include <QApplication>

namespace assize::ui {

Look::Look(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_desktop(QApplication::palette()) {
    QApplication::setFont(fontFor(TextRole::Body));
    apply();
    connect(&m_settings, &Settings::themeChanged, this, &Look::apply);
}

void Look::apply() {
    if (m_scheme == nullptr && m_settings.theme() == ThemeChoice::System) {
        m_scheme = new SystemScheme(this);
        connect(m_scheme, &SystemScheme::changed, this, &Look::apply);
    }
    const Theme theme = m_scheme == nullptr
                            ? themeFor(m_settings.theme(), m_desktop)
                            : themeFor(m_settings.theme(), m_desktop, m_scheme->wantsDark(), m_scheme->wantsContrast());
    if (auto* style = qobject_cast<AppStyle*>(QApplication::style()))
        style->setTheme(theme);
    else
        QApplication::setStyle(new AppStyle(theme));
}

} // namespace assize::ui
