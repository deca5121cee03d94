// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"
#include "tests/support/fake_key_store.h"
#include "tests/support/fake_model.h"
#include "tests/support/temp_folder.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_watch.h"
#include "ui/models/endpoint_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace assize;
using namespace assize::ui;

namespace {

Endpoint endpointOf(const std::string& name, const std::string& url) {
    Endpoint endpoint;
    endpoint.name = name;
    endpoint.url = url;
    return endpoint;
}

} // namespace

/// endpoints.yaml as the window keeps it, as a list and with its lamps.
class TestEndpointList final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesAreInTheFileAtOnce();
    void whatAnotherProgramWritesIsSeen();
    void nothingIsWrittenOverAFileThatCannotBeRead();
    void namesAreUnique();
    void listFollowsTheBook();
    void baselineStandsBeforeTheServers();
    void lampSaysWhetherAServerAnswers();
    void serverThatAnswersOthersIsNotAway();
    void remoteServersAreNotMetByThemselves();
    void keysAreReadFromWhereTheyAre();

private:
    [[nodiscard]] std::filesystem::path config() const { return m_folder->path() / "config"; }
    [[nodiscard]] EndpointBook& book() const { return m_servers->book(); }

    std::unique_ptr<test::TempFolder> m_folder;
    test::FakeKeyStore m_keys;
    std::unique_ptr<ModelServers> m_servers;
};

void TestEndpointList::init() {
    m_folder = std::make_unique<test::TempFolder>();
    const auto& top = m_folder->path();
    m_keys = {};
    m_servers = std::make_unique<ModelServers>(
        Places{config(), top / "data", top / "state", top / "cache"}, &m_keys, std::vector<DetectCandidate>());
}

void TestEndpointList::cleanup() {
    m_servers.reset();
    m_folder.reset();
}

void TestEndpointList::changesAreInTheFileAtOnce() {
    QVERIFY(book().add(endpointOf("one", "http://h/v1")).has_value());
    QVERIFY(book().add(endpointOf("two", "http://h/v2"), 0).has_value());
    Endpoint changed = endpointOf("three", "http://h/v3");
    changed.price.hourly = 2.5;
    QVERIFY(book().replace("one", changed).has_value());
    QVERIFY(book().remove("two").has_value());
    const auto stored = loadEndpoints(config());
    QVERIFY(stored.has_value());
    QCOMPARE(stored->size(), 1U);
    QVERIFY(stored->front() == changed);
    QCOMPARE(book().remove("two").error().code, ErrorCode::NotFound);
}

void TestEndpointList::whatAnotherProgramWritesIsSeen() {
    QVERIFY(book().add(endpointOf("one", "http://h/v1")).has_value());
    QSignalSpy changed(&book(), &EndpointBook::changed);
    QVERIFY(saveEndpoints(config(), {endpointOf("other", "http://h/v1")}).has_value());
    QTRY_VERIFY(book().find("other") != nullptr);
    QVERIFY(book().find("one") == nullptr);
    QVERIFY(!changed.isEmpty());
}

void TestEndpointList::nothingIsWrittenOverAFileThatCannotBeRead() {
    const auto path = m_folder->write("config/endpoints.yaml", "endpoints:\n  - nmae: one\n");
    book().reload();
    QVERIFY(book().problem().has_value());
    QVERIFY(!book().add(endpointOf("one", "http://h/v1")).has_value());
    QVERIFY(!loadEndpoints(config()).has_value());
    std::filesystem::remove(path);
    book().reload();
    QVERIFY(!book().problem().has_value());
    QVERIFY(book().add(endpointOf("one", "http://h/v1")).has_value());
}

void TestEndpointList::namesAreUnique() {
    QVERIFY(book().add(endpointOf("one", "http://h/v1")).has_value());
    QCOMPARE(book().add(endpointOf("one", "http://h/v2")).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(book().freeName("one"), std::string("one-2"));
    QCOMPARE(book().freeName("two"), std::string("two"));
    QCOMPARE(book().add(endpointOf("no spaces", "http://h/v2")).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(book().add(endpointOf("two", "ftp://h")).error().code, ErrorCode::InvalidArgument);
}

void TestEndpointList::listFollowsTheBook() {
    EndpointListModel model(book(), m_servers->watch(), EndpointListModel::Baseline::Hidden);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    Endpoint endpoint = endpointOf("work", "https://models.example.org/v1");
    endpoint.model = "big-judge";
    endpoint.kind = "openai-completions";
    QVERIFY(book().add(endpoint).has_value());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, EndpointListModel::Name).data().toString(), QStringLiteral("work"));
    QCOMPARE(model.index(0, EndpointListModel::Kind).data().toString(), QStringLiteral("OpenAI completions"));
    QCOMPARE(
        model.index(0, EndpointListModel::Address).data().toString(), QStringLiteral("https://models.example.org/v1"));
    QCOMPARE(model.index(0, EndpointListModel::Model).data().toString(), QStringLiteral("big-judge"));
    QCOMPARE(model.index(0, EndpointListModel::State).data().toString(), QStringLiteral("not asked yet"));
    QCOMPARE(model.rowOf("work"), 0);
    QCOMPARE(model.rowOf("home"), -1);
}

void TestEndpointList::baselineStandsBeforeTheServers() {
    QVERIFY(book().add(endpointOf("one", "http://h/v1")).has_value());
    EndpointListModel model(book(), m_servers->watch(), EndpointListModel::Baseline::Shown);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data(EndpointListModel::EndpointNameRole).toString(), QStringLiteral("builtin:lexical"));
    QVERIFY(!model.index(0, 0).data(EndpointListModel::HasLampRole).toBool());
    QCOMPARE(model.endpointAt(1).name, std::string("one"));
}

void TestEndpointList::lampSaysWhetherAServerAnswers() {
    const test::FakeServer server(test::fakeModel());
    const Endpoint there = endpointOf("there", server.url("/v1"));
    const Endpoint gone = endpointOf("gone", "http://127.0.0.1:" + std::to_string(test::unusedPort()) + "/v1");
    QVERIFY(book().add(there).has_value());
    QVERIFY(book().add(gone).has_value());
    ServerWatch& watch = m_servers->watch();
    QTRY_COMPARE(watch.state(there), ServerState::Answers);
    QTRY_COMPARE(watch.state(gone), ServerState::NoAnswer);
    watch.report(there, ServerState::NoAnswer);
    QCOMPARE(watch.state(there), ServerState::NoAnswer);
    watch.look();
    QTRY_COMPARE(watch.state(there), ServerState::Answers);
}

void TestEndpointList::serverThatAnswersOthersIsNotAway() {
    const test::FakeServer server(
        [](const test::FakeRequest&) { return test::FakeReply{test::step(test::FakeStep::Kind::Stall)}; });
    const Endpoint busy = endpointOf("busy", server.url("/v1"));
    QVERIFY(book().add(busy).has_value());
    ServerWatch& watch = m_servers->watch();
    QTRY_COMPARE(watch.state(busy), ServerState::NoAnswer); // nobody has heard of it yet
    watch.report(busy, ServerState::Answers);               // a run had a reply
    const int before = server.abandoned();
    watch.look();
    QTRY_VERIFY(server.abandoned() > before); // the look was given up
    QTest::qWait(50);
    QCOMPARE(watch.state(busy), ServerState::Answers);
}

void TestEndpointList::remoteServersAreNotMetByThemselves() {
    const Endpoint remote = endpointOf("remote", "http://models.invalid/v1");
    QVERIFY(book().add(remote).has_value());
    m_servers->watch().look();
    QVERIFY(!m_servers->hasUsedNetwork());
    QCOMPARE(m_servers->watch().state(remote), ServerState::Unknown);
}

void TestEndpointList::keysAreReadFromWhereTheyAre() {
    qputenv("ASSIZE_TEST_KEY", "from-environment");
    m_keys.entries["work"] = "from-keychain";
    Endpoint endpoint = endpointOf("work", "http://h/v1");
    const auto keyFrom = [&](const char* source) {
        endpoint.key = source;
        std::optional<Result<Credentials>> read;
        m_servers->readKey(endpoint, this, [&read](const Result<Credentials>& credentials) { read = credentials; });
        if (!QTest::qWaitFor([&read] { return read.has_value(); }) || !*read)
            return std::string("none");
        return (*read)->key;
    };
    QCOMPARE(keyFrom("env:ASSIZE_TEST_KEY"), std::string("from-environment"));
    QCOMPARE(keyFrom("keychain:work"), std::string("from-keychain"));
    QCOMPARE(keyFrom("keychain:other"), std::string("none"));
    QCOMPARE(keyFrom("none"), std::string());
    m_keys.isThere = false;
    QCOMPARE(keyFrom("keychain:work"), std::string("none"));
}

QTEST_MAIN(TestEndpointList)
#include "tst_endpoint_list.moc"
