// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDBusVariant>
#include <QObject>
#include <optional>

namespace assize::ui {

/// Whether the desktop wants dark windows and high contrast, as its settings portal has it (org.freedesktop.appearance,
/// color-scheme and contrast): Qt tells of the first from 6.5 on. Asks once without waiting for the bus and then
/// listens. Without a session bus or a portal it knows nothing and says nothing. GUI thread.
class SystemScheme final : public QObject {
    Q_OBJECT

public:
    explicit SystemScheme(QObject* parent = nullptr);

    /// Nothing where the desktop has no preference or none is known.
    [[nodiscard]] std::optional<bool> wantsDark() const { return m_wantsDark; }

    /// False where the desktop does not say.
    [[nodiscard]] bool wantsContrast() const { return m_wantsContrast; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& key);
    void adopt(const QString& key, QVariant value);

    std::optional<bool> m_wantsDark;
    bool m_wantsContrast = false;
};

} // namespace assize::ui
