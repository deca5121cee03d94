// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"
#include "tests/flows/desk.h"
#include "tests/support/fake_model.h"
#include "tests/support/fake_program.h"
#include "ui/bridge/server_watch.h"
#include "ui/endpoints/endpoint_editor.h"
#include "ui/endpoints/endpoints_dialog.h"
#include "ui/endpoints/local_server_dialog.h"
#include "ui/endpoints/network_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <fstream>
#include <sstream>

using namespace assize;
using namespace assize::test;
using namespace assize::ui;

/// A person finds a model server, connects it, looks after it, and starts one of her own.
class TestConnectFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void foundServerIsConnectedAndItsLampIsLit();
    void nothingFoundOffersToStartOne();
    void removedServerComesBack();
    void brokenListIsNotWrittenOver();
    void networkPanelNamesEveryHost();
    void startedServerIsConnectedAndEndsWithTheWindow();
    void missingProgramIsNamed();
    void keyIsNowhereOnDisk();

private:
    void startWith(const FakeServer& server);
    [[nodiscard]] bool isOpen(const char* dialog) const {
        return waitUntil([&] { return m_desk->isSeen(dialog); });
    }
    [[nodiscard]] QStringList lamps() const;
    [[nodiscard]] std::vector<Endpoint> stored() const {
        return loadEndpoints(m_desk->folder() / "config").value_or(std::vector<Endpoint>());
    }
    [[nodiscard]] bool saveEditor() const;

    std::unique_ptr<Desk> m_desk;
};

void TestConnectFlow::init() {
    m_desk = std::make_unique<Desk>();
}

void TestConnectFlow::cleanup() {
    m_desk.reset();
}

/// The window as it would be on a machine where this server runs at a usual port.
void TestConnectFlow::startWith(const FakeServer& server) {
    m_desk->candidates = {{"llama.cpp", server.port()}};
    m_desk->closeWindow();
    m_desk->start();
}

QStringList TestConnectFlow::lamps() const {
    QStringList names;
    const auto buttons = m_desk->find("serverLamps")->findChildren<QToolButton*>(QStringLiteral("serverLamp"));
    for (const QToolButton* button : buttons) {
        if (!button->isHidden())
            names += button->accessibleName();
    }
    return names;
}

bool TestConnectFlow::saveEditor() const {
    auto* editor = m_desk->find<EndpointEditor>("endpointEditor");
    const auto* test = editor->findChild<QPushButton*>(QStringLiteral("testEndpoint"));
    if (!waitUntil([&] { return test->text() != QLatin1String("Stop"); }))
        return false;
    QTest::mouseClick(editor->findChild<QPushButton*>(QStringLiteral("saveEndpoint")), Qt::LeftButton);
    return waitUntil([&] { return !m_desk->isSeen("endpointEditor"); });
}

void TestConnectFlow::foundServerIsConnectedAndItsLampIsLit() {
    auto server = std::make_unique<FakeServer>(fakeModel());
    startWith(*server);
    const QString port = QString::number(server->port());
    ASSIZE_WAIT_FOR(m_desk->isSeen("connectFound"), true);
    QVERIFY(m_desk->words("foundServers").contains(QStringLiteral("llama.cpp :") + port));
    QCOMPARE(lamps(), QStringList{QStringLiteral("llama.cpp :%1 found").arg(port)});
    m_desk->click("connectFound");
    QVERIFY(isOpen("endpointEditor"));
    QVERIFY(saveEditor());
    QCOMPARE(stored().size(), 1U);
    QCOMPARE(stored().front().name, std::string("llama.cpp"));
    QCOMPARE(stored().front().model, std::string("fake-judge"));
    m_desk->click("closeEndpoints");
    ASSIZE_WAIT_FOR(lamps(), QStringList{QStringLiteral("llama.cpp: answers")});
    server.reset();
    m_desk->window().servers().watch().look();
    ASSIZE_WAIT_FOR(lamps(), QStringList{QStringLiteral("llama.cpp: no answer")});
    QVERIFY(m_desk->comeToFront());
    m_desk->click("serverLamp");
    QVERIFY(isOpen("endpointsDialog"));
}

void TestConnectFlow::nothingFoundOffersToStartOne() {
    m_desk->candidates = {{"llama.cpp", unusedPort()}};
    m_desk->closeWindow();
    m_desk->start();
    ASSIZE_WAIT_FOR(m_desk->words("foundServers").contains(QStringLiteral("None answers")), true);
    m_desk->click("startServer");
    QVERIFY(isOpen("localServerDialog"));
}

void TestConnectFlow::removedServerComesBack() {
    Endpoint endpoint;
    endpoint.url = "http://127.0.0.1:9/v1";
    for (const char* name : {"one", "two", "three"}) {
        endpoint.name = name;
        QVERIFY(m_desk->window().servers().book().add(endpoint).has_value());
    }
    m_desk->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(isOpen("endpointsDialog"));
    m_desk->find<EndpointsDialog>("endpointsDialog")->select("two");
    m_desk->find("endpointTable")->setFocus();
    ASSIZE_WAIT_FOR(m_desk->find("endpointTable")->hasFocus(), true);
    QTest::keyClick(m_desk->find("endpointTable"), Qt::Key_Delete);
    QCOMPARE(stored().size(), 2U);
    QVERIFY(m_desk->isSeen("endpointRemoved"));
    m_desk->click("undoRemoveEndpoint");
    QCOMPARE(stored().size(), 3U);
    QCOMPARE(stored().at(1).name, std::string("two"));
    QVERIFY(!m_desk->isSeen("endpointRemoved"));
    m_desk->click("duplicateEndpoint");
    QVERIFY(isOpen("endpointEditor"));
    QVERIFY(saveEditor());
    QCOMPARE(stored().back().name, std::string("two-2"));
}

void TestConnectFlow::brokenListIsNotWrittenOver() {
    const auto path = m_desk->sharedFolder()->write("config/endpoints.yaml", "endpoints:\n  - nmae: one\n");
    m_desk->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(isOpen("endpointsDialog"));
    ASSIZE_WAIT_FOR(m_desk->isSeen("endpointsProblem"), true);
    QVERIFY(m_desk->words("endpointsProblem").contains(QStringLiteral("endpoints.yaml:2")));
    QVERIFY(!m_desk->find<QPushButton>("addEndpoint")->isEnabled());
    QVERIFY(std::filesystem::exists(path));
}

void TestConnectFlow::networkPanelNamesEveryHost() {
    m_desk->window().actions().get(ActionId::NetworkPanel)->trigger();
    QVERIFY(isOpen("noTraffic"));
    const FakeServer server(fakeModel());
    Endpoint endpoint;
    endpoint.name = "one";
    endpoint.url = server.url("/v1");
    QVERIFY(m_desk->window().servers().book().add(endpoint).has_value());
    const auto* model = m_desk->find<QTreeView>("networkTable")->model();
    ASSIZE_WAIT_FOR(model->rowCount(), 1);
    QCOMPARE(model->index(0, TrafficModel::Host).data().toString(), QStringLiteral("127.0.0.1:%1").arg(server.port()));
    ASSIZE_WAIT_FOR(model->index(0, TrafficModel::Requests).data().toString(), QStringLiteral("1"));
}

void TestConnectFlow::startedServerIsConnectedAndEndsWithTheWindow() {
    const FakeProgram program("llama-server", FakeLlamaServer);
    const auto model = m_desk->sharedFolder()->write("tiny.gguf", "GGUF and more");
    m_desk->window().actions().get(ActionId::StartServer)->trigger();
    QVERIFY(isOpen("localServerDialog"));
    m_desk->dialogs.file = QString::fromStdString(model.string());
    m_desk->click("llamaModelChoose");
    const int port = unusedPort();
    m_desk->find<QSpinBox>("llamaPort")->setValue(port);
    QVERIFY(m_desk->find<QLineEdit>("serverCommand")->text().startsWith(QStringLiteral("llama-server -m ")));
    m_desk->click("startStopServer");
    auto* connectButton = m_desk->find<QPushButton>("connectStarted");
    ASSIZE_WAIT_FOR(connectButton->isEnabled(), true);
    QVERIFY(m_desk->words("serverStatus").contains(QStringLiteral("It is up")));
    m_desk->click("connectStarted");
    QVERIFY(isOpen("endpointEditor"));
    auto* editor = m_desk->find<EndpointEditor>("endpointEditor");
    QCOMPARE(editor->findChild<QLineEdit*>(QStringLiteral("endpointUrl"))->text(),
        QStringLiteral("http://127.0.0.1:%1/v1").arg(port));
    editor->toggleTest(); // the fake one only lists its models
    QVERIFY(saveEditor());
    QCOMPARE(stored().front().name, std::string("tiny"));
    m_desk->closeWindow();
    QVERIFY2(freePort(port).value_or(0) == port, "the server is still there");
}

void TestConnectFlow::missingProgramIsNamed() {
    m_desk->window().actions().get(ActionId::StartServer)->trigger();
    QVERIFY(isOpen("localServerDialog"));
    m_desk->find<QLineEdit>("llamaProgram")->setText(QStringLiteral("llama-server-of-nobody"));
    QVERIFY(m_desk->words("serverStatus").contains(QStringLiteral("“llama-server-of-nobody” is not installed")));
    QVERIFY(!m_desk->find<QPushButton>("startStopServer")->isEnabled());
    m_desk->find<QTabWidget>("localServerTabs")->setCurrentIndex(2);
    QVERIFY(!m_desk->isSeen("startStopServer"));
    QVERIFY(m_desk->isSeen("recipeCommand"));
}

// A key is typed, tested, stored in the keychain and used; then everything that the window has written is searched.
void TestConnectFlow::keyIsNowhereOnDisk() {
    constexpr const char* Canary = "canary-9d04b8e6aa";
    FakeModelOptions options;
    options.key = Canary;
    const FakeServer server(fakeModel(options));
    QVERIFY(m_desk->openSample());
    m_desk->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(isOpen("endpointsDialog"));
    Endpoint endpoint;
    endpoint.name = "secret";
    endpoint.url = server.url("/v1");
    m_desk->find<EndpointsDialog>("endpointsDialog")->add(endpoint, false);
    auto* editor = m_desk->find<EndpointEditor>("endpointEditor");
    editor->findChild<QComboBox*>(QStringLiteral("keySource"))->setCurrentIndex(2);
    editor->findChild<QLineEdit*>(QStringLiteral("keyTyped"))->setText(QLatin1String(Canary));
    editor->toggleTest();
    QVERIFY(saveEditor());
    QCOMPARE(m_desk->keys.entries.at("secret"), std::string(Canary));
    m_desk->click("testEndpointNow");
    QVERIFY(isOpen("endpointEditor"));
    QVERIFY(saveEditor());
    QVERIFY2(server.requestCount() > 8, "the key was used");
    m_desk->closeWindow();
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_desk->folder())) {
        if (!entry.is_regular_file())
            continue;
        ++files;
        std::stringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        QVERIFY2(text.str().find(Canary) == std::string::npos, entry.path().c_str());
    }
    QVERIFY(files >= 4); // settings, endpoints, capabilities, session
}

QTEST_MAIN(TestConnectFlow)
#include "tst_connect_flow.moc"
