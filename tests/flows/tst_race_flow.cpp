// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/desk.h"
#include "tests/support/process.h"
#include "ui/bridge/document.h"

#include <QTest>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

using namespace assize;
using namespace assize::ui;

namespace {

/// Ends the program, so that it leaves its stacks, when nobody called feed() for a minute.
class Watchdog {
public:
    void feed() {
        const std::lock_guard lock(m_mutex);
        ++m_fed;
        m_wake.notify_one();
    }

private:
    void watch(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            const bool isFed =
                m_wake.wait_for(lock, stop, std::chrono::minutes(1), [seen = m_fed, this] { return m_fed != seen; });
            if (!isFed && !stop.stop_requested())
                std::abort();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    long m_fed = 0;
    std::jthread m_thread{[this](const std::stop_token& stop) { watch(stop); }}; // last: starts after all it uses
};

} // namespace

/// Opening and closing as fast as it goes: nothing hangs, nothing is called that is gone.
class TestRaceFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsEndAtAnyMoment();
    void windowsEndAtAnyMoment();
};

void TestRaceFlow::documentsEndAtAnyMoment() {
    const test::TempFolder folder;
    const auto path = test::makeSession(folder.path() / "own.assize",
        R"({"id":"p-1","prompt":"Which?","response_A":"This.","response_B":"That."})"
        "\n");
    Watchdog watchdog;
    int answers = 0;
    const int cycles = 40 * test::killLoops(); // 4,000 where everything is tested
    for (int cycle = 0; cycle < cycles; ++cycle) {
        QObject context;
        std::unique_ptr<Document> document;
        bool isAnswered = false;
        // One cycle in eight gives up before the file is open; the next then waits until its lock is free.
        const auto open = [&] {
            Document::open(path, Session::Access::ReadWrite, &context, [&](Result<std::unique_ptr<Document>> opened) {
                isAnswered = true;
                if (opened)
                    document = std::move(*opened);
            });
        };
        open();
        if (cycle % 8 == 7)
            continue;
        QVERIFY(test::waitUntil([&] {
            if (std::exchange(isAnswered, false) && document == nullptr)
                open();
            return document != nullptr;
        }));
        for (int read = 0; read < cycle % 5; ++read)
            document->read<std::int64_t>(
                read % 2 == 0 ? Document::Lane::Now : Document::Lane::Later, {}, &context,
                [](SessionReader& reader) { return reader.itemCount(); },
                [&](const Result<std::int64_t>&) { ++answers; });
        document->write([](SessionTransaction&) { return Result<>(); }, SessionWriter::Urgency::Grouped, &context,
            [&](const Result<>&) { ++answers; });
        if (cycle % 3 == 0)
            QCoreApplication::processEvents(); // lint-allow: the moment of the end is what varies here
        watchdog.feed();
    }
    QVERIFY(answers < 5 * cycles);
}

void TestRaceFlow::windowsEndAtAnyMoment() {
    Watchdog watchdog;
    const auto folder = std::make_shared<test::TempFolder>();
    const int cycles = 10 * test::killLoops(); // 1,000 where everything is tested
    for (int cycle = 0; cycle < cycles; ++cycle) {
        test::Desk desk(folder);
        if (cycle == 0)
            QVERIFY(desk.openSample());
        else
            desk.window().openSample();
        for (int turns = 0; turns < cycle % 7; ++turns)
            QTest::qWait(10); // at different moments of opening
        watchdog.feed();
    }
}

QTEST_MAIN(TestRaceFlow)
#include "tst_race_flow.moc"
