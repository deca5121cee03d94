// SPDX-License-Identifier: Apache-2.0
#include "ui/support/system_scheme.h"
#include "ui/support/theme.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace assize::ui;

namespace {

const QString FakeName = QStringLiteral("portal");

} // namespace

/// What a desktop's settings portal answers, for two keys.
class FakePortal final : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit FakePortal(QObject* desktop)
        : QDBusAbstractAdaptor(desktop) {}

    uint scheme = 0;
    uint contrast = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key) { // NOLINT(readability-identifier-naming): the portal's
        if (group != QLatin1String("org.freedesktop.appearance"))
            return QDBusVariant(QVariant(0));
        const bool isContrast = key == QLatin1String("contrast");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isContrast ? contrast : scheme)));
    }
};

/// The window follows a desktop that turns dark, over a session bus of the test's own.
class TestSystemScheme final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void desktopsWishIsAskedFor();
    void changesAreHeard();
    void highContrastIsAskedForAndHeard();
    void otherSettingsAreNot();
    void wishComesBeforeThePalette();
    void portalMayComeLater();

private:
    void tell(const QString& key, const QVariant& value) const;

    QProcess m_bus;
    QObject m_desktop;
    FakePortal m_portal{&m_desktop};
};

void TestSystemScheme::initTestCase() {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty())
        QSKIP("dbus-daemon is not installed: a bus of the test's own needs it");
    m_bus.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QTRY_VERIFY_WITH_TIMEOUT(m_bus.canReadLine(), 30000);
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QDBusConnection portal = QDBusConnection::connectToBus(QString::fromLatin1(address), FakeName);
    QVERIFY(portal.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    QVERIFY(portal.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_desktop));
}

void TestSystemScheme::cleanupTestCase() {
    QDBusConnection::disconnectFromBus(FakeName);
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestSystemScheme::tell(const QString& key, const QVariant& value) const {
    QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
    signal << QStringLiteral("org.freedesktop.appearance") << key << QVariant::fromValue(QDBusVariant(value));
    QVERIFY(QDBusConnection(FakeName).send(signal));
}

void TestSystemScheme::desktopsWishIsAskedFor() {
    m_portal.scheme = 1;
    const SystemScheme scheme;
    QTRY_COMPARE(scheme.wantsDark(), std::optional(true));
}

void TestSystemScheme::changesAreHeard() {
    m_portal.scheme = 1;
    const SystemScheme scheme;
    QTRY_COMPARE(scheme.wantsDark(), std::optional(true));
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    tell(QStringLiteral("color-scheme"), 2U);
    QTRY_COMPARE(scheme.wantsDark(), std::optional(false));
    tell(QStringLiteral("color-scheme"), 0U);
    QTRY_COMPARE(scheme.wantsDark(), std::optional<bool>());
    QCOMPARE(changed.size(), 2);
}

// GNOME's switch for high contrast leaves Qt's palette as it is.
void TestSystemScheme::highContrastIsAskedForAndHeard() {
    m_portal.scheme = 1;
    m_portal.contrast = 1;
    const SystemScheme scheme;
    QTRY_VERIFY(scheme.wantsContrast());
    QTRY_COMPARE(scheme.wantsDark(), std::optional(true));
    m_portal.contrast = 0;
    tell(QStringLiteral("contrast"), 0U);
    QTRY_VERIFY(!scheme.wantsContrast());
    const QPalette pale = paletteOf(lightTheme());
    const Theme dark = themeFor(ThemeChoice::System, pale, true, true);
    QCOMPARE(dark.base, QColor(Qt::black));
    QCOMPARE(dark.text3, QColor(Qt::white));
    QCOMPARE(themeFor(ThemeChoice::System, pale, {}, true).base, QColor(Qt::white));
    QCOMPARE(themeFor(ThemeChoice::Light, pale, {}, true).base, lightTheme().base);
}

void TestSystemScheme::otherSettingsAreNot() {
    m_portal.scheme = 2;
    const SystemScheme scheme;
    QTRY_COMPARE(scheme.wantsDark(), std::optional(false));
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    tell(QStringLiteral("accent-color"), 1U);
    tell(QStringLiteral("color-scheme"), 1U); // comes after it, so the other has been heard too
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(scheme.wantsDark(), std::optional(true));
}

void TestSystemScheme::wishComesBeforeThePalette() {
    const QPalette pale = paletteOf(lightTheme());
    QVERIFY(themeFor(ThemeChoice::System, pale, true).isDark);
    QVERIFY(!themeFor(ThemeChoice::System, pale).isDark);
    QVERIFY(themeFor(ThemeChoice::System, paletteOf(darkTheme())).isDark);
    QVERIFY(!themeFor(ThemeChoice::Light, pale, true).isDark);
}

void TestSystemScheme::portalMayComeLater() {
    const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
    QDBusConnection portal(FakeName);
    QVERIFY(portal.unregisterService(service));
    const SystemScheme scheme;
    QVERIFY(portal.registerService(service));
    tell(QStringLiteral("color-scheme"), 1U);
    QTRY_COMPARE(scheme.wantsDark(), std::optional(true));
}

QTEST_MAIN(TestSystemScheme)
#include "tst_system_scheme.moc"
