// SPDX-License-Identifier: Apache-2.0
// What the window costs: starting, opening, the next item, scrolling, other weights. The real widgets run without a
// screen. Costs are CPU time, since clocks on a shared machine say little; "GUI" is that of the window's thread alone.
// With an argument the large session is kept there, and used again the next time.
#include "bench/window_sessions.h"
#include "core/endpoint/detect.h"
#include "core/session/session_reader.h"
#include "ui/bridge/document.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/settings.h"
#include "ui/insights/insights_page.h"
#include "ui/models/item_list_model.h"
#include "ui/models/rubric_model.h"
#include "ui/review/item_list_pane.h"
#include "ui/review/responses_area.h"
#include "ui/review/review_page.h"
#include "ui/shell/language.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/support/dialogs.h"

#include <QAbstractEventDispatcher>
#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace assize;
using namespace assize::ui;

constexpr int Passes = 5;
constexpr double Milli = 1e3;

double millisecondsOf(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * Milli + static_cast<double>(now.tv_nsec) / 1e6;
}

double guiMs() {
    return millisecondsOf(CLOCK_THREAD_CPUTIME_ID);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void report(const std::string& what, double value, const std::string& unit, double goal) {
    fmt::print(
        "{:<66} {:>8.2f} {:<3} goal < {:>6.1f}  {}\n", what, value, unit, goal, value < goal ? "met" : "NOT MET");
}

/// Lets the window do what it has to, until it had this long to do it in.
void settle(int milliseconds) {
    QEventLoop loop; // lint-allow: nothing but this loop runs the window here
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The longest time the window's thread works without looking for events.
class LongestBlock final : public QObject {
public:
    LongestBlock() {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_start = guiMs(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this,
            [this] { m_longest = std::max(m_longest, guiMs() - m_start); });
    }
    [[nodiscard]] double ms() const { return m_longest; }

private:
    double m_start = guiMs();
    double m_longest = 0;
};

/// A window with settings and folders of its own.
class Bench {
public:
    Bench() {
        m_settings.setLanguage(QStringLiteral("en"));
        m_settings.setAnnotator(QStringLiteral("bench"));
        m_settings.setBlind(QStringLiteral("bench"), false);
        m_settings.setFlag(QStringLiteral("wordDiff"), true);
        m_window.resize(1440, 900);
        m_window.show();
    }

    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] QListView& list() { return *m_window.findChild<QListView*>(QStringLiteral("itemList")); }

    void open(const std::filesystem::path& path, const QString& item = {}) {
        m_window.openSession(path, item);
        while (!m_window.review().hasItem())
            settle(20);
        settle(Quiet);
    }

    /// Makes the item in this row current and waits until both answers are there, compared and searched for quotes.
    void showRow(int row) {
        QEventLoop loop; // lint-allow: as in settle()
        QObject::connect(m_window.findChild<ResponsesArea*>(), &ResponsesArea::itemShown, &loop, &QEventLoop::quit);
        ItemListPane& pane = m_window.review().list();
        pane.select(pane.model().keyAt(row));
        loop.exec();
        settle(Quiet);
    }

    static constexpr int Quiet = 1500;

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path{m_folder.path().toStdString()};
    Settings m_settings{m_path / "config"};
    Look m_look{m_settings};
    Language m_language{m_settings};
    DesktopDialogs m_dialogs;
    Places m_places{m_path / "config", m_path / "data", m_path / "state", m_path / "cache"};
    ModelServers m_servers{m_places, nullptr, detectCandidates()};
    MainWindow m_window{
        {m_settings, m_dialogs, m_places, [](const std::filesystem::path&) { return Result<>(); }, m_servers}};
};

/// Ends the program at a paint of the widget, once the condition holds.
class ExitAtPaint final : public QObject {
public:
    ExitAtPaint(QWidget* widget, std::function<bool()> isReady)
        : m_isReady(std::move(isReady)) {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint && m_isReady())
            QTimer::singleShot(0, this, [] { std::_Exit(0); }); // after the painting
        return false;
    }

private:
    std::function<bool()> m_isReady;
};

/// The children: an empty window, the first list, all that is read behind it.
int runChild(const std::string& kind, const std::filesystem::path& path) {
    Bench bench;
    if (kind == "empty") {
        const ExitAtPaint atPaint(&bench.window(), [] { return true; });
        return QApplication::exec();
    }
    bench.window().openSession(path);
    if (kind == "settled") {
        QObject::connect(
            &bench.window().review(), &ReviewPage::agreementChanged, &bench.window(), [](const auto& agreement) {
                if (agreement)
                    std::_Exit(0);
            });
        return QApplication::exec();
    }
    const ExitAtPaint atPaint(bench.list().viewport(), [&bench] {
        const QAbstractItemModel& model = *bench.list().model();
        return model.rowCount() > 0 && model.index(0, 0).data(ItemListModel::RowRole).isValid();
    });
    return QApplication::exec();
}

struct ChildCost {
    double cpu = 0;
    double clock = 0;
    double megabytes = 0;
};

ChildCost costOf(std::vector<std::string> command) {
    std::vector<char*> arguments;
    for (std::string& argument : command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    int status = 0;
    rusage used{};
    const double start = millisecondsOf(CLOCK_MONOTONIC);
    if (posix_spawn(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0 ||
        wait4(child, &status, 0, &used) != child || status != 0) {
        fmt::print(stderr, "{} failed\n", command[0]);
        std::exit(1);
    }
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * Milli + static_cast<double>(time.tv_usec) / Milli;
    };
    return {ms(used.ru_utime) + ms(used.ru_stime), millisecondsOf(CLOCK_MONOTONIC) - start,
        static_cast<double>(used.ru_maxrss) / 1024};
}

ChildCost medianCost(const std::vector<std::string>& command) {
    std::vector<double> cpu;
    std::vector<double> clock;
    std::vector<double> megabytes;
    for (int pass = 0; pass < Passes; ++pass) {
        const ChildCost cost = costOf(command);
        cpu.push_back(cost.cpu);
        clock.push_back(cost.clock);
        megabytes.push_back(cost.megabytes);
    }
    return {median(cpu), median(clock), median(megabytes)};
}

void measureStart(const std::string& self, const std::filesystem::path& large) {
    const std::string bare = (std::filesystem::path(self).parent_path() / "bare-window").string();
    const double bareMs = medianCost({bare}).cpu;
    const ChildCost empty = medianCost({self, "--child", "empty", "-"});
    const ChildCost list = medianCost({self, "--child", "list", large.string()});
    const ChildCost settled = costOf({self, "--child", "settled", large.string()});
    fmt::print("bare QMainWindow {:.0f} ms, empty window {:.0f} ms, first list of 100,000 items {:.0f} ms\n", bareMs,
        empty.cpu, list.cpu);
    report("start, empty window / bare QMainWindow", empty.cpu / bareMs, "x", 3);
    // Counts and figures are read behind the list, on other threads: the clock tells when it is there.
    report("open 100,000 items and 200,000 verdicts, first list / empty window", list.clock / empty.clock, "x", 1.5);
    report("memory at the first list", list.megabytes, "MiB", 200);
    report("memory once all figures are read", settled.megabytes, "MiB", 200);
}

void measureItems(const std::filesystem::path& path) {
    Bench bench;
    bench.open(path, QStringLiteral("long-0"));
    std::vector<double> costs;
    for (int row = 1; row < 12; ++row) {
        const double before = guiMs();
        bench.showRow(row);
        costs.push_back(guiMs() - before);
    }
    report("next item, two answers of 20 KB with diff and evidence, GUI", median(costs), "ms", 50);
    const double before = guiMs();
    const LongestBlock block;
    bench.showRow(20);
    report("item of two answers of 1 MB, GUI, longest without events", block.ms(), "ms", 100);
    fmt::print("  all of it {:.0f} ms\n", guiMs() - before);
}

void measureList(const std::filesystem::path& large) {
    Bench bench;
    bench.open(large);
    settle(Bench::Quiet);
    QScrollBar& bar = *bench.list().verticalScrollBar();
    std::vector<double> frames;
    for (int step = 1; step <= 100; ++step) {
        const double before = guiMs();
        bar.setValue(bar.maximum() / 101 * step);
        bench.list().viewport()->repaint();
        settle(20); // the rows come, and are painted
        frames.push_back(guiMs() - before);
    }
    report("scroll 100,000 items by a page, rows read and painted, GUI", median(frames), "ms", 16);
    auto* rubric = bench.window().findChild<RubricModel*>();
    std::vector<double> gui;
    std::vector<double> all;
    for (const double weight : {0.6, 0.3, 0.7, 0.2, 0.8}) {
        const double before = guiMs();
        const double allBefore = millisecondsOf(CLOCK_PROCESS_CPUTIME_ID);
        rubric->setData(rubric->index(0, RubricModel::WeightColumn), weight, Qt::EditRole);
        settle(Bench::Quiet);
        gui.push_back(guiMs() - before);
        all.push_back(millisecondsOf(CLOCK_PROCESS_CPUTIME_ID) - allBefore);
    }
    report("other weights for 100,000 items in both orders, GUI", median(gui), "ms", 16);
    fmt::print("  on all threads, with storing and painting {:.1f} ms\n", median(all));
}

/// Every figure and chart of a judge against gold, from the moment somebody turns to the page.
void measureInsights(const std::filesystem::path& large) {
    Bench bench;
    bench.open(large);
    settle(Bench::Quiet);
    const double allBefore = millisecondsOf(CLOCK_PROCESS_CPUTIME_ID);
    const LongestBlock block;
    bench.window().showMode(ModeId::Insights); // makes the page
    QEventLoop loop;                           // lint-allow: as in settle()
    QObject::connect(
        bench.window().findChild<InsightsPage*>(), &InsightsPage::busyChanged, &loop, [&loop](bool isBusy) {
            if (!isBusy)
                loop.quit();
        });
    loop.exec();
    settle(Bench::Quiet);
    report("Insights on 100,000 items, GUI, longest without events", block.ms(), "ms", 100);
    fmt::print("  on all threads, read, computed and painted {:.0f} ms\n",
        millisecondsOf(CLOCK_PROCESS_CPUTIME_ID) - allBefore);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const QApplication application(argc, argv);
    if (arguments.size() == 3 && arguments[0] == "--child")
        return runChild(arguments[1], arguments[2]);
    const QTemporaryDir folder;
    const std::filesystem::path own = folder.path().toStdString();
    const std::filesystem::path large = arguments.empty() ? own / "large.assize" : std::filesystem::path(arguments[0]);
    if (!std::filesystem::exists(large))
        makeLargeSession(large);
    makeLongSession(own / "long.assize");
    measureStart(std::filesystem::read_symlink("/proc/self/exe").string(), large);
    measureItems(own / "long.assize");
    measureList(large);
    measureInsights(large);
    return 0;
}
