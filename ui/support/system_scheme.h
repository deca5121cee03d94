// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDBusVariant>
#include <QObject>
#include <optional>

class QDBusPendingCallWatcher;

namespace assize::ui {

/// Whether the desktop wants dark windows, as its settings portal has it (org.freedesktop.appearance, color-scheme):
/// Qt tells from 6.5 on. Asks once without waiting for the bus and then listens. Without a session bus or a portal it
/// knows nothing and says nothing. GUI thread.
class SystemScheme final : public QObject {
    Q_OBJECT

public:
    explicit SystemScheme(QObject* parent = nullptr);

    /// Nothing where the desktop has no preference or none is known.
    [[nodiscard]] std::optional<bool> wantsDark() const { return m_wantsDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void onAnswer(QDBusPendingCallWatcher* call);
    void adopt(QVariant value);

    std::optional<bool> m_wantsDark;
};

} // namespace assize::ui
