// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/capability_store.h"
#include "core/endpoint/endpoint_file.h"
#include "tests/support/fake_dialogs.h"
#include "tests/support/fake_key_store.h"
#include "tests/support/fake_model.h"
#include "tests/support/temp_folder.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_watch.h"
#include "ui/endpoints/endpoint_editor.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace assize;
using namespace assize::ui;

/// The form of one model server, as a person fills it in and tests it.
class TestEndpointEditor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void savesEveryField();
    void testFillsTheTable();
    void testOfAWrongKeySaysSo();
    void testWhereNothingListensSaysWhatToDo();
    void testCanBeStopped();
    void modelsAreListed();
    void changedAddressClearsWhatWasFound();
    void typedKeyGoesToTheKeychainOnly();
    void withoutAKeychainNothingIsStored();
    void variableIsLookedUp();
    void keyFileOfOthersIsNamed();
    void unencryptedRemoteServerIsWarnedOf();
    void modelKeepsItsRules();

private:
    EndpointEditor& open(const Endpoint& endpoint, std::optional<std::string> existing = std::nullopt);
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_editor->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QString said(const char* label) const { return child<QLabel>(label)->text(); }
    [[nodiscard]] QString answer(int row) const {
        return child<QTreeView>("capabilities")->model()->index(row, CapabilityModel::Answer).data().toString();
    }
    [[nodiscard]] bool isTested() const { return child<QPushButton>("testEndpoint")->text() != QLatin1String("Stop"); }
    [[nodiscard]] std::vector<Endpoint> stored() const { return loadEndpoints(m_folder->path() / "config").value(); }
    static Endpoint endpointAt(const std::string& url);

    std::unique_ptr<test::TempFolder> m_folder;
    test::FakeKeyStore m_keys;
    test::FakeDialogs m_dialogs;
    std::unique_ptr<ModelServers> m_servers;
    QPointer<EndpointEditor> m_editor;
};

constexpr int Patience = 30'000;

void TestEndpointEditor::init() {
    m_folder = std::make_unique<test::TempFolder>();
    const auto& top = m_folder->path();
    m_keys.entries.clear();
    m_keys.isThere = true;
    m_servers = std::make_unique<ModelServers>(
        Places{top / "config", top / "data", top / "state", top / "cache"}, &m_keys, std::vector<DetectCandidate>());
}

void TestEndpointEditor::cleanup() {
    delete m_editor;
    m_servers.reset();
    m_folder.reset();
}

Endpoint TestEndpointEditor::endpointAt(const std::string& url) {
    Endpoint endpoint;
    endpoint.name = "work";
    endpoint.url = url;
    return endpoint;
}

EndpointEditor& TestEndpointEditor::open(const Endpoint& endpoint, std::optional<std::string> existing) {
    m_editor = new EndpointEditor(*m_servers, m_dialogs, endpoint, std::move(existing), nullptr);
    m_editor->show();
    return *m_editor;
}

void TestEndpointEditor::saysWhatIsMissing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem");
    const QString good = QStringLiteral("http://127.0.0.1:8080/v1");
    QTest::newRow("no name") << QString() << good << QStringLiteral("Give it a name.");
    QTest::newRow("no address") << QStringLiteral("a") << QString() << QStringLiteral("Enter its address.");
    QTest::newRow("odd name") << QStringLiteral("my judge") << good
                              << QStringLiteral("A name is made of letters, digits, dots, hyphens and underscores.");
    const QString badUrl =
        QStringLiteral("The address has to begin with http:// or https:// and hold no user, password or space.");
    QTest::newRow("no scheme") << QStringLiteral("a") << QStringLiteral("127.0.0.1:8080") << badUrl;
    QTest::newRow("password") << QStringLiteral("a") << QStringLiteral("https://me:secret@host/v1") << badUrl;
    QTest::newRow("taken") << QStringLiteral("taken") << good
                           << QStringLiteral("There is a model server of this name already.");
    QTest::newRow("good") << QStringLiteral("judge-2.b_c") << good << QString();
}

void TestEndpointEditor::saysWhatIsMissing() {
    QFETCH(QString, name);
    QFETCH(QString, url);
    QFETCH(QString, problem);
    Endpoint taken = endpointAt("http://h/v1");
    taken.name = "taken";
    QVERIFY(m_servers->book().add(taken).has_value());
    open({});
    child<QLineEdit>("endpointName")->setText(name);
    child<QLineEdit>("endpointUrl")->setText(url);
    QCOMPARE(said("endpointProblem"), problem);
    QCOMPARE(child<QPushButton>("saveEndpoint")->isEnabled(), problem.isEmpty());
}

void TestEndpointEditor::savesEveryField() {
    QVERIFY(m_servers->book().add(endpointAt("http://h/v1")).has_value());
    open(endpointAt("http://h/v1"), "work");
    QSignalSpy saved(m_editor, &EndpointEditor::saved);
    child<QLineEdit>("endpointName")->setText(QStringLiteral("renamed"));
    auto* kind = child<QComboBox>("endpointKind");
    kind->setCurrentIndex(kind->findData(QStringLiteral("ollama")));
    child<QLineEdit>("endpointUrl")->setText(QStringLiteral("http://127.0.0.1:11434"));
    child<QComboBox>("endpointModel")->setEditText(QStringLiteral("tiny"));
    child<QComboBox>("keySource")->setCurrentIndex(1);
    child<QLineEdit>("keyVariable")->setText(QStringLiteral("OLLAMA_KEY"));
    child<QSpinBox>("endpointConcurrency")->setValue(2);
    child<QSpinBox>("endpointRequests")->setValue(30);
    child<QSpinBox>("endpointTokens")->setValue(5000);
    child<QDoubleSpinBox>("endpointFirstTime")->setValue(20);
    child<QDoubleSpinBox>("endpointInputPrice")->setValue(0.15);
    child<QDoubleSpinBox>("endpointHourlyPrice")->setValue(1.5);
    child<QLineEdit>("endpointCurrency")->setText(QStringLiteral("EUR"));
    QTest::mouseClick(child<QPushButton>("saveEndpoint"), Qt::LeftButton);
    QCOMPARE(saved.size(), 1);
    Endpoint wanted;
    wanted.name = "renamed";
    wanted.kind = "ollama";
    wanted.url = "http://127.0.0.1:11434";
    wanted.model = "tiny";
    wanted.key = "env:OLLAMA_KEY";
    wanted.concurrency = 2;
    wanted.limits = {30, 5000};
    wanted.timeouts.firstToken = 20;
    wanted.price.input = 0.15;
    wanted.price.hourly = 1.5;
    wanted.price.currency = "EUR";
    QCOMPARE(stored().size(), 1U);
    QVERIFY(stored().front() == wanted);
}

void TestEndpointEditor::testFillsTheTable() {
    const test::FakeServer server(test::fakeModel());
    open(endpointAt(server.url("/v1")));
    QTest::mouseClick(child<QPushButton>("testEndpoint"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(answer(CapabilityModel::Budget) == QLatin1String("2,048"), Patience);
    QCOMPARE(answer(CapabilityModel::Reachable), QStringLiteral("yes"));
    QCOMPARE(answer(CapabilityModel::Key), QStringLiteral("none sent, none wanted"));
    QCOMPARE(answer(CapabilityModel::Models), QStringLiteral("fake-judge"));
    QCOMPARE(answer(CapabilityModel::Context), QStringLiteral("4,096 tokens"));
    QCOMPARE(answer(CapabilityModel::Schema), QStringLiteral("yes, in the form “openai”"));
    QCOMPARE(child<QComboBox>("endpointModel")->currentText(), QStringLiteral("fake-judge"));
    Endpoint asked = endpointAt(server.url("/v1"));
    asked.model = "fake-judge";
    QCOMPARE(knownCapabilities(m_folder->path() / "cache", asked).schemaEnforced, std::optional(true));
    QCOMPARE(m_servers->watch().state(asked), ServerState::Answers);
}

void TestEndpointEditor::testOfAWrongKeySaysSo() {
    test::FakeModelOptions options;
    options.key = "right";
    const test::FakeServer server(test::fakeModel(options));
    qputenv("ASSIZE_TEST_KEY", "wrong");
    Endpoint endpoint = endpointAt(server.url("/v1"));
    endpoint.key = "env:ASSIZE_TEST_KEY";
    open(endpoint).toggleTest();
    QTRY_COMPARE_WITH_TIMEOUT(answer(CapabilityModel::Key), QStringLiteral("refused"), Patience);
    QVERIFY(said("testMessage").contains(QStringLiteral("refused the key")));
    QCOMPARE(m_servers->watch().state(endpoint), ServerState::KeyRefused);
}

void TestEndpointEditor::testWhereNothingListensSaysWhatToDo() {
    open(endpointAt("http://127.0.0.1:" + std::to_string(test::unusedPort()) + "/v1")).toggleTest();
    QTRY_COMPARE_WITH_TIMEOUT(answer(CapabilityModel::Reachable), QStringLiteral("no answer"), Patience);
    QVERIFY(said("testMessage").contains(QStringLiteral("does not answer")));
    QVERIFY(said("testMessage").contains(QStringLiteral("Start a Local Server")));
}

void TestEndpointEditor::testCanBeStopped() {
    test::FakeModelOptions options;
    options.fault = [](const test::FakeRequest& request) {
        return request.method == "POST" ? test::Fault::StallBefore : test::Fault::None;
    };
    const test::FakeServer server(test::fakeModel(options));
    open(endpointAt(server.url("/v1"))).toggleTest();
    QTRY_COMPARE_WITH_TIMEOUT(answer(CapabilityModel::Streaming), QStringLiteral("asking…"), Patience);
    QCOMPARE(answer(CapabilityModel::Models), QStringLiteral("fake-judge"));
    QTest::mouseClick(child<QPushButton>("testEndpoint"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(said("testMessage"), QStringLiteral("Stopped."), Patience);
    QVERIFY(isTested());
    QCOMPARE(answer(CapabilityModel::Streaming), QStringLiteral("–"));
    QCOMPARE(answer(CapabilityModel::Models), QStringLiteral("fake-judge"));
}

void TestEndpointEditor::modelsAreListed() {
    test::FakeModelOptions options;
    options.models = {"small", "large"};
    const test::FakeServer server(test::fakeModel(options));
    open(endpointAt(server.url("/v1")));
    QTest::mouseClick(child<QPushButton>("listModels"), Qt::LeftButton);
    auto* models = child<QComboBox>("endpointModel");
    QTRY_COMPARE_WITH_TIMEOUT(models->count(), 2, Patience);
    QCOMPARE(models->currentText(), QStringLiteral("small"));
    QCOMPARE(said("testMessage"), QStringLiteral("The server lists 2 model(s)."));
}

void TestEndpointEditor::changedAddressClearsWhatWasFound() {
    const test::FakeServer server(test::fakeModel());
    open(endpointAt(server.url("/v1"))).toggleTest();
    QTRY_COMPARE_WITH_TIMEOUT(answer(CapabilityModel::Reachable), QStringLiteral("yes"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(isTested(), Patience);
    child<QLineEdit>("endpointUrl")->setText(QStringLiteral("http://127.0.0.1:9/v1"));
    QCOMPARE(answer(CapabilityModel::Reachable), QStringLiteral("–"));
}

void TestEndpointEditor::typedKeyGoesToTheKeychainOnly() {
    constexpr const char* Canary = "canary-51fa0c77d2";
    test::FakeModelOptions options;
    options.key = Canary;
    const test::FakeServer server(test::fakeModel(options));
    open(endpointAt(server.url("/v1")));
    child<QComboBox>("keySource")->setCurrentIndex(2);
    QTRY_COMPARE(said("keyNote"), QStringLiteral("No key is stored under this name yet."));
    child<QLineEdit>("keyTyped")->setText(QLatin1String(Canary));
    m_editor->toggleTest(); // with the key that is not stored yet
    QTRY_COMPARE_WITH_TIMEOUT(answer(CapabilityModel::Key), QStringLiteral("accepted"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(isTested(), Patience);
    QVERIFY(m_keys.entries.empty());
    QTest::mouseClick(child<QPushButton>("saveEndpoint"), Qt::LeftButton);
    QTRY_COMPARE(stored().size(), 1U);
    QCOMPARE(stored().front().key, std::string("keychain:work"));
    QCOMPARE(m_keys.entries.at("work"), std::string(Canary));
}

// No desktop keychain, a server in a cellar: the form says so and offers the environment, and no file is written.
void TestEndpointEditor::withoutAKeychainNothingIsStored() {
    m_keys.isThere = false;
    open(endpointAt("http://127.0.0.1:8080/v1"));
    child<QComboBox>("keySource")->setCurrentIndex(2);
    QTRY_VERIFY(said("keyNote").startsWith(QStringLiteral("The key cannot be kept here")));
    child<QLineEdit>("keyTyped")->setText(QStringLiteral("a-key"));
    QTest::mouseClick(child<QPushButton>("saveEndpoint"), Qt::LeftButton);
    QTRY_VERIFY(said("testMessage").contains(QStringLiteral("no secret service")));
    QVERIFY(m_editor->isVisible());
    QVERIFY(stored().empty());
}

void TestEndpointEditor::variableIsLookedUp() {
    qputenv("ASSIZE_TEST_KEY", "x");
    open(endpointAt("http://127.0.0.1:8080/v1"));
    child<QComboBox>("keySource")->setCurrentIndex(1);
    auto* variable = child<QLineEdit>("keyVariable");
    variable->setText(QStringLiteral("ASSIZE_TEST_KEY"));
    QCOMPARE(said("keyNote"), QStringLiteral("It is set."));
    variable->setText(QStringLiteral("ASSIZE_TEST_KEY_OF_NOBODY"));
    QCOMPARE(said("keyNote"), QStringLiteral("It is not set in this program's environment now."));
    variable->setText(QStringLiteral("sk-1234 secret"));
    QVERIFY(said("endpointProblem").contains(QStringLiteral("The key itself does not go there")));
    QVERIFY(!child<QPushButton>("saveEndpoint")->isEnabled());
}

void TestEndpointEditor::keyFileOfOthersIsNamed() {
    const auto path = m_folder->write("key", "secret");
    m_dialogs.file = QString::fromStdString(path.string());
    open(endpointAt("http://127.0.0.1:8080/v1"));
    child<QComboBox>("keySource")->setCurrentIndex(3);
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    QTest::mouseClick(child<QPushButton>("chooseKeyFile"), Qt::LeftButton);
    QCOMPARE(said("keyNote"), QStringLiteral("Others may read this file. Protect it first: chmod 600"));
    std::filesystem::permissions(path, std::filesystem::perms(0600));
    child<QLineEdit>("keyPath")->clear();
    QTest::mouseClick(child<QPushButton>("chooseKeyFile"), Qt::LeftButton);
    QCOMPARE(said("keyNote"), QStringLiteral("Only you may read it."));
}

void TestEndpointEditor::unencryptedRemoteServerIsWarnedOf() {
    Endpoint endpoint = endpointAt("http://models.example.org/v1");
    endpoint.key = "env:K";
    open(endpoint);
    QVERIFY(said("endpointProblem").contains(QStringLiteral("unencrypted")));
    QVERIFY(child<QPushButton>("saveEndpoint")->isEnabled());
    child<QLineEdit>("endpointUrl")->setText(QStringLiteral("https://models.example.org/v1"));
    QVERIFY(said("endpointProblem").isEmpty());
}

void TestEndpointEditor::modelKeepsItsRules() {
    CapabilityModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.state(CapabilityModel::Seed), CapabilityModel::State::NotAsked);
    ProbeReport report;
    report.models = {"m"};
    model.showStep(ProbeStep::Grammar, report, true);
    QCOMPARE(model.state(CapabilityModel::Reachable), CapabilityModel::State::Yes);
    QCOMPARE(model.state(CapabilityModel::Grammar), CapabilityModel::State::Asking);
    QCOMPARE(model.state(CapabilityModel::Seed), CapabilityModel::State::NotAsked);
    model.showFailure({ErrorCode::EndpointUnreachable, "u", assize::quoted("gone")});
    QCOMPARE(model.state(CapabilityModel::Reachable), CapabilityModel::State::Failed);
    report.capabilities.logprobs = false;
    report.capabilities.seedHonoured = std::nullopt;
    model.showReport(report, true);
    QCOMPARE(model.index(CapabilityModel::Logprobs, 1).data().toString(), QStringLiteral("no"));
    QCOMPARE(model.index(CapabilityModel::Seed, 1).data().toString(), QStringLiteral("the replies prove neither"));
    QCOMPARE(model.index(CapabilityModel::Logprobs, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Log-probabilities: no"));
    model.clear();
    QCOMPARE(model.index(CapabilityModel::Logprobs, 1).data().toString(), QStringLiteral("–"));
}

QTEST_MAIN(TestEndpointEditor)
#include "tst_endpoint_editor.moc"
