// SPDX-License-Identifier: Apache-2.0
// kill -9 while somebody labels, and while they save as: a label that the window showed is in the file. The program
// starts itself as the one that works: the real window, keys typed into it, a line printed for every label it shows.
#include "core/session/check.h"
#include "core/session/session.h"
#include "tests/flows/desk.h"
#include "tests/support/process.h"
#include "tests/support/temp_session.h"
#include "ui/bridge/document.h"
#include "ui/support/text.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <array>
#include <csignal>
#include <cstdio>
#include <map>
#include <random>
#include <sstream>
#include <thread>

using namespace assize;

namespace {

constexpr int Items = 20;
constexpr std::array LabelNames = {"labelAMuch", "labelA", "labelTie", "labelBothBad", "labelB", "labelBMuch"};

/// With so much text in each, so that a copy takes its time.
std::string pairs(std::size_t size = 0) {
    std::string lines;
    for (int i = 1; i <= Items; ++i)
        lines += R"({"id":"p-)" + std::to_string(i) + R"(","prompt":"Which?","response_A":"This.)" +
                 std::string(size, 'x') + R"(","response_B":"That."})" + "\n";
    return lines;
}

std::filesystem::path sessionIn(const std::filesystem::path& folder) {
    return folder / "own.assize";
}

/// Labels one item after the other, round and round, until it is killed.
int labelForEver(const std::filesystem::path& folder) {
    test::Desk desk(folder);
    desk.settings().setBlind(QStringLiteral("ada"), false); // sides as they are
    if (!desk.open(sessionIn(folder), QStringLiteral("p-1")))
        return 1;
    std::size_t next = 0;
    for (int item = 1;; item = item % Items + 1) {
        if (!desk.go(QStringLiteral("p-%1").arg(item)))
            return 1;
        if (desk.label() == QLatin1String(LabelNames.at(next)))
            next = (next + 1) % LabelNames.size();
        const QString wanted = QString::fromLatin1(LabelNames.at(next));
        desk.press(Qt::Key_1 + static_cast<int>(next));
        if (!test::waitUntil([&] { return desk.label() == wanted; }))
            return 1;
        std::printf("p-%d %d\n", item, static_cast<int>(next));
        std::fflush(stdout);
        next = (next + 1) % LabelNames.size();
    }
}

/// Names that the session has in turn, each replacing what the last but one left there.
std::filesystem::path savedIn(const std::filesystem::path& folder, int turn) {
    return turn == 0 ? sessionIn(folder) : folder / (turn % 2 == 1 ? "one.assize" : "two.assize");
}

/// Labels and saves as another name, time and again, until it is killed.
int saveForEver(const std::filesystem::path& folder) {
    test::Desk desk(folder);
    desk.settings().setBlind(QStringLiteral("ada"), false);
    if (!desk.open(sessionIn(folder), QStringLiteral("p-1")))
        return 1;
    for (int turn = 1;; ++turn) {
        const int index = turn % static_cast<int>(LabelNames.size());
        desk.press(Qt::Key_1 + index);
        if (!test::waitUntil([&] { return desk.label() == QLatin1String(LabelNames.at(index)); }))
            return 1;
        std::printf("p-1 %d\n", index);
        std::fflush(stdout);
        const std::filesystem::path target = savedIn(folder, turn);
        desk.dialogs.saveTarget = ui::fromUtf8(target.string());
        desk.find<QAction>("saveAs")->trigger();
        const auto isThere = [&] {
            const ui::Document* document = desk.window().document();
            return document != nullptr && document->path() == target && desk.shownItem() == QLatin1String("p-1");
        };
        if (!test::waitUntil(isThere))
            return 1;
        std::printf("saved %d\n", turn);
        std::fflush(stdout);
    }
}

using Labels = std::map<std::string, std::vector<int>>; ///< by item, as indexes of LabelNames, oldest first

void addShown(Labels& shown, const std::string& output) {
    std::istringstream lines(output.substr(0, output.rfind('\n') + 1)); // the last line may be cut
    std::string item;
    int label = 0;
    while (lines >> item >> label)
        shown[item].push_back(label);
}

int indexOf(const Annotation& annotation) {
    const bool isMuch = std::abs(annotation.step.value_or(0)) == 2;
    switch (annotation.label.value()) {
    case Label::A:
        return isMuch ? 0 : 1;
    case Label::Tie:
        return 2;
    case Label::BothBad:
        return 3;
    case Label::B:
        break;
    }
    return isMuch ? 5 : 4;
}

Labels storedIn(const std::filesystem::path& path) {
    const auto session = test::valueOf(Session::open(path, Session::Access::ReadOnly));
    const auto reader = test::valueOf(session->reader());
    Labels stored;
    for (int i = 1; i <= Items; ++i) {
        const std::string item = "p-" + std::to_string(i);
        const auto annotations = test::valueOf(reader->annotationsOf(test::valueOf(reader->findItem(item))));
        for (const Annotation& annotation : annotations)
            stored[item].push_back(indexOf(annotation));
    }
    return stored;
}

/// All of one in the order of the other, which may hold more: a label that was stored and not shown in time.
bool holds(const std::vector<int>& stored, const std::vector<int>& shown) {
    auto next = shown.begin();
    for (const int label : stored) {
        if (next != shown.end() && *next == label)
            ++next;
    }
    return next == shown.end();
}

} // namespace

class TestKillFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelThatWasShownSurvivesAKill();
    void everyFileIsWholeWhenSavingAsIsKilled();
};

void TestKillFlow::labelThatWasShownSurvivesAKill() {
    const test::TempFolder folder;
    const auto path = test::makeSession(sessionIn(folder.path()), pairs());
    std::mt19937 random(17);
    std::uniform_int_distribution<int> moment(0, 400);
    Labels shown;
    const int loops = test::killLoops() >= 100 ? 50 : test::killLoops();
    for (int loop = 0; loop < loops; ++loop) {
        test::Process child({QCoreApplication::applicationFilePath().toStdString(), "--label", folder.path().string()});
        QVERIFY2(QTest::qWaitFor([&] { return !child.outputSoFar().empty(); }, 60'000), "no label was shown");
        std::this_thread::sleep_for(std::chrono::milliseconds(moment(random))); // the random moment, not a wait
        child.send(SIGKILL);
        const test::Finished killed = child.wait();
        QCOMPARE(killed.signal, SIGKILL);
        addShown(shown, killed.out);
        const Labels stored = storedIn(path);
        for (const auto& [item, labels] : shown)
            QVERIFY2(holds(stored.at(item), labels), ("a label was lost on " + item).c_str());
        QVERIFY(test::valueOf(checkSession(path)).empty());
    }
    QVERIFY(shown.size() > 1);
}

void TestKillFlow::everyFileIsWholeWhenSavingAsIsKilled() {
    std::mt19937 random(23);
    std::uniform_int_distribution<int> moment(0, 400);
    const int loops = test::killLoops() >= 100 ? 50 : test::killLoops();
    for (int loop = 0; loop < loops; ++loop) {
        const test::TempFolder folder;
        static_cast<void>(test::makeSession(sessionIn(folder.path()), pairs(200'000)));
        test::Process child({QCoreApplication::applicationFilePath().toStdString(), "--save", folder.path().string()});
        QVERIFY2(QTest::qWaitFor([&] { return !child.outputSoFar().empty(); }, 60'000), "no label was shown");
        std::this_thread::sleep_for(std::chrono::milliseconds(moment(random))); // the random moment, not a wait
        child.send(SIGKILL);
        const test::Finished killed = child.wait();
        QCOMPARE(killed.signal, SIGKILL);
        Labels shown;
        addShown(shown, killed.out);
        // Where the window was last: it had every label that it showed.
        const int turn = shown["saved"].empty() ? 0 : shown["saved"].back();
        QVERIFY2(holds(storedIn(savedIn(folder.path(), turn)).at("p-1"), shown.at("p-1")), "a label was lost");
        for (const int other : {0, 1, 2}) {
            const std::filesystem::path path = savedIn(folder.path(), other);
            if (std::filesystem::exists(path)) {
                QVERIFY(test::valueOf(checkSession(path)).empty());
                QCOMPARE(
                    test::valueOf(test::valueOf(test::valueOf(Session::open(path, Session::Access::ReadOnly))->reader())
                                      ->itemCount()),
                    Items);
            }
        }
    }
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--label"))
        return labelForEver(ui::toUtf8(arguments.value(2)));
    if (arguments.value(1) == QLatin1String("--save"))
        return saveForEver(ui::toUtf8(arguments.value(2)));
    TestKillFlow flow;
    return QTest::qExec(&flow, arguments);
}

#include "tst_kill_flow.moc"
