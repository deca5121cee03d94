// SPDX-License-Identifier: Apache-2.0
#include "ui/support/system_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <utility>

namespace assize::ui {
namespace {

const QString PortalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString PortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString SettingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString AppearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString SchemeKey = QStringLiteral("color-scheme");
const QString ContrastKey = QStringLiteral("contrast");

/// Qt starts a bus of its own under X11 where there is none; nobody would ever speak on it.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

SystemScheme::SystemScheme(QObject* parent)
    : QObject(parent) {
    if (!hasSessionBus())
        return;
    // Signals of the bus can be met by name only.
    QDBusConnection::sessionBus().connect(PortalService, PortalPath, SettingsInterface,
        QStringLiteral("SettingChanged"), this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(SchemeKey);
    ask(ContrastKey);
}

void SystemScheme::ask(const QString& key) {
    QDBusMessage question =
        QDBusMessage::createMethodCall(PortalService, PortalPath, SettingsInterface, QStringLiteral("Read"));
    question << AppearanceGroup << key;
    auto* call = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, key, call] {
        call->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (reply.isValid())
            adopt(key, QVariant::fromValue(reply.value()));
    });
}

void SystemScheme::onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == AppearanceGroup)
        adopt(key, QVariant::fromValue(value));
}

/// Portals wrap the number in one variant or two.
void SystemScheme::adopt(const QString& key, QVariant value) {
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    constexpr uint PrefersDark = 1;
    constexpr uint PrefersLight = 2;
    constexpr uint PrefersContrast = 1;
    const uint wish = value.toUInt();
    const auto before = std::pair(m_wantsDark, m_wantsContrast);
    if (key == SchemeKey)
        m_wantsDark = wish == PrefersDark || wish == PrefersLight ? std::optional(wish == PrefersDark) : std::nullopt;
    if (key == ContrastKey)
        m_wantsContrast = wish == PrefersContrast;
    if (before != std::pair(m_wantsDark, m_wantsContrast))
        Q_EMIT changed();
}

} // namespace assize::ui
