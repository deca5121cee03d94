// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_model.h"
#include "tests/support/process.h"
#include "tests/support/temp_folder.h"
#include "ui/bridge/key_store.h"

#include <QTest>
#include <optional>

using namespace assize;
using namespace assize::ui;

/// The desktop's real keychain: what the window stores there, the window and the command line read. Started by
/// with_keyring.sh.
class TestKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keyIsStoredReadAndRemoved();
    void commandLineReadsTheSameEntry();
    void withoutASecretServiceItSaysSo();

private:
    static bool hasKeyring() { return qEnvironmentVariableIsSet("ASSIZE_TEST_KEYRING"); }
    Result<void> write(const std::string& name, const std::string& key);
    Result<std::string> read(const std::string& name);
    Result<void> remove(const std::string& name);
    template <typename T>
    static Result<T> waited(const std::optional<Result<T>>& answer);

    DesktopKeyStore m_keys;
};

template <typename T>
Result<T> TestKeychain::waited(const std::optional<Result<T>>& answer) {
    constexpr int Patience = 30'000;
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, Patience))
        return fail(ErrorCode::Internal, "keychain", said("no answer"));
    return *answer;
}

Result<void> TestKeychain::write(const std::string& name, const std::string& key) {
    std::optional<Result<void>> answer;
    m_keys.write(name, key, this, [&answer](const Result<void>& done) { answer = done; });
    return waited(answer);
}

Result<std::string> TestKeychain::read(const std::string& name) {
    std::optional<Result<std::string>> answer;
    m_keys.read(name, this, [&answer](const Result<std::string>& key) { answer = key; });
    return waited(answer);
}

Result<void> TestKeychain::remove(const std::string& name) {
    std::optional<Result<void>> answer;
    m_keys.remove(name, this, [&answer](const Result<void>& done) { answer = done; });
    return waited(answer);
}

void TestKeychain::keyIsStoredReadAndRemoved() {
    if (!hasKeyring())
        QSKIP("dbus-run-session and gnome-keyring-daemon are not installed");
    QCOMPARE(read("work").error().code, ErrorCode::NotFound);
    const auto written = write("work", "key-1");
    QVERIFY2(written.has_value(), written ? "" : written.error().detail.english().c_str());
    QCOMPARE(read("work").value_or("none"), std::string("key-1"));
    QVERIFY(write("work", "key-2").has_value());
    QCOMPARE(read("work").value_or("none"), std::string("key-2"));
    QVERIFY(remove("work").has_value());
    QCOMPARE(read("work").error().code, ErrorCode::NotFound);
    QVERIFY2(remove("work").has_value(), "what is gone need not be removed twice");
}

void TestKeychain::commandLineReadsTheSameEntry() {
    if (!hasKeyring())
        QSKIP("dbus-run-session and gnome-keyring-daemon are not installed");
    test::FakeModelOptions options;
    options.key = "key-of-the-window";
    const test::FakeServer server(test::fakeModel(options));
    QVERIFY(write("window-entry", options.key).has_value());
    const test::TempFolder home;
    const auto tested =
        test::runCli({"endpoints", "test", server.url("/v1"), "--key", "keychain:window-entry", "--json"}, home.path());
    QVERIFY2(tested.status == 0, tested.err.c_str());
    QVERIFY(tested.out.find("\"key_accepted\":true") != std::string::npos ||
            tested.out.find("\"key_accepted\": true") != std::string::npos);
    QVERIFY(tested.out.find(options.key) == std::string::npos);
    const auto missing =
        test::runCli({"endpoints", "test", server.url("/v1"), "--key", "keychain:other-entry"}, home.path());
    QCOMPARE(missing.status, 4);
    QVERIFY(remove("window-entry").has_value());
}

// A machine without a desktop: the message names the environment as the way out, and nothing is kept anywhere.
void TestKeychain::withoutASecretServiceItSaysSo() {
    if (qEnvironmentVariableIsSet("ASSIZE_TEST_NO_BUS")) {
        const auto written = write("work", "key-1");
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::NotWritable);
        QVERIFY2(written.error().detail.english().find("environment variable") != std::string::npos,
            written.error().detail.english().c_str());
        const auto gone = read("work");
        QCOMPARE(gone.error().code, ErrorCode::UnreadableInput);
        return;
    }
    const test::TempFolder home; // this test again, where no bus can be reached
    test::ProcessOptions options;
    options.environment = {{"DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"}, {"ASSIZE_TEST_NO_BUS", "1"},
        {"HOME", home.path().string()}, {"XDG_RUNTIME_DIR", home.path().string()},
        {"XDG_DATA_HOME", home.path().string()}, {"XDG_CONFIG_HOME", home.path().string()}};
    const auto done = test::runProgram(
        {QCoreApplication::applicationFilePath().toStdString(), "withoutASecretServiceItSaysSo"}, options);
    QVERIFY2(done.status == 0, done.out.c_str());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home.path()))
        QVERIFY2(!entry.is_regular_file(), entry.path().c_str());
}

QTEST_MAIN(TestKeychain)
#include "tst_keychain.moc"
