// SPDX-License-Identifier: Apache-2.0
// Candidates that want files opened and addresses fetched. The program starts itself under strace as the window that
// shows them all, and what the system was asked for is looked through.
#include "core/base/files.h"
#include "core/session/session.h"
#include "core/session/session_writer.h"
#include "tests/flows/desk.h"
#include "tests/support/process.h"
#include "tests/support/temp_session.h"
#include "ui/review/response_view.h"
#include "ui/support/text.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTabBar>
#include <QTest>
#include <sstream>
#include <sys/stat.h>

using namespace assize;
using namespace assize::ui;

namespace {

struct Hostile {
    const char* name;
    QString text;
};

QString repeated(const QString& part, int count) {
    QString all;
    all.reserve(part.size() * count);
    for (int i = 0; i < count; ++i)
        all += part;
    return all;
}

/// Every way to name a file or an address that a response can hold. The paths are there, so that only our care is what
/// keeps them shut.
std::vector<Hostile> hostileTexts(const QString& folder) {
    const QString picture = folder + QStringLiteral("/canary.png");
    const QString pipe = folder + QStringLiteral("/canary-pipe");
    const QString address = QStringLiteral("http://127.0.0.1:9/canary.png");
    const QString image = QStringLiteral("![x](%1)");
    return {
        {"markdown", image.arg(picture) + image.arg(QStringLiteral("file://") + picture) +
                         image.arg(QStringLiteral("canary.png")) + QStringLiteral("\n\n> - ") + image.arg(picture)},
        {"html",
            QStringLiteral("<img src=\"file://%1\"><img src=%1><link rel=stylesheet href=\"file://%1\">"
                           "<style>@import url(file://%1); p { background: url(%1) }</style><iframe src=%1></iframe>"
                           "<table background=%1><tr><td>x</table><script>open('%1')</script>")
                .arg(picture)},
        {"reference", QStringLiteral("![x][1] ![1]\n\n[1]: %1\n").arg(picture)},
        {"pipe", image.arg(pipe) + QStringLiteral("<img src=%1>").arg(pipe)},
        {"remote", image.arg(address) + QStringLiteral("<img src=%1> <%1>\n\n[a](%1)").arg(address)},
        {"links", QStringLiteral("[run](javascript:alert(1)) [file](file://%1) [data](data:text/html,x)").arg(picture)},
        {"bidi", QStringLiteral("pay \u202Egro.elpmaxe\u202C now \u2066x\u2069 ") + image.arg(picture)},
        {"table",
            QStringLiteral("|a|b|\n|-|-|\n") + repeated(QStringLiteral("|%1|x|\n").arg(image.arg(picture)), 4000)},
        {"long line", image.arg(picture) + repeated(QStringLiteral("x"), 1'000'000)},
        {"deep", repeated(QStringLiteral("> "), 500) + image.arg(picture)},
    };
}

void writeSession(const std::filesystem::path& path, const std::vector<Hostile>& texts) {
    std::string lines;
    for (const Hostile& hostile : texts) {
        const QString id = QString::fromLatin1(hostile.name);
        const QString small = hostile.text.left(2000);
        const QJsonObject pair{{QStringLiteral("id"), id}, {QStringLiteral("prompt"), small},
            {QStringLiteral("response_A"), hostile.text}, {QStringLiteral("response_B"), small},
            {QStringLiteral("reference"), small}, {QStringLiteral("context"), small},
            {QStringLiteral("category"), small.left(300)}, {QStringLiteral("model_A"), small.left(300)},
            {QStringLiteral("model_B"), small.left(300)}};
        lines += QJsonDocument(pair).toJson(QJsonDocument::Compact).toStdString() + "\n";
    }
    static_cast<void>(test::makeSession(path, lines));
}

/// A judge whose names, reasons and raw replies are no better than the candidates.
void addVerdicts(const std::filesystem::path& path, const std::vector<Hostile>& texts) {
    const auto session = test::valueOf(Session::open(path, Session::Access::ReadWrite));
    const auto reader = test::valueOf(session->reader());
    test::valueOf(test::valueOf(session->writer())->run([&](SessionTransaction& transaction) -> Result<void> {
        const std::string bad = toUtf8(texts[0].text + texts[1].text);
        JudgeVersion version;
        version.definition.name = bad;
        version.hash = "0";
        version.source = "file";
        Run run;
        run.name = bad;
        run.identity = "hostile";
        run.judgeVersionKey = test::valueOf(transaction.addJudgeVersion(version)).key;
        const RowKey runKey = test::valueOf(transaction.addRun(run)).key;
        for (const Hostile& hostile : texts) {
            const std::string text = toUtf8(hostile.text.left(2000));
            Verdict verdict;
            verdict.runKey = runKey;
            verdict.itemKey = test::valueOf(reader->findItem(hostile.name));
            verdict.rawReply = text;
            verdict.judgement.outcome = Outcome::Verdict;
            verdict.judgement.label = Label::A;
            verdict.judgement.overallJustification = text;
            Criterion criterion;
            criterion.name = text.substr(0, 300);
            criterion.description = text;
            verdict.judgement.criteria = {{criterion, 5, 1, 1, 0, text, text}};
            static_cast<void>(test::valueOf(transaction.addVerdict(verdict)));
        }
        return {};
    }));
}

/// Rests the mouse on some places of the text, as a tooltip wants it, and clicks there.
void touch(QWidget* area) {
    for (const QPoint& at : {QPoint(20, 20), QPoint(60, 24), QPoint(120, 40), QPoint(20, 60)}) {
        QHelpEvent help(QEvent::ToolTip, at, area->mapToGlobal(at));
        QCoreApplication::sendEvent(area, &help);
        QTest::mouseClick(area, Qt::LeftButton, {}, at);
    }
}

/// Looks at everything there is to see of every item.
int showAll(const std::filesystem::path& folder) {
    test::Desk desk(folder);
    if (!desk.open(folder / "hostile.assize"))
        return 1;
    desk.press(Qt::Key_B);
    const std::vector<Hostile> texts = hostileTexts(fromUtf8(folder.string()));
    for (const Hostile& hostile : texts) {
        if (!desk.go(QString::fromLatin1(hostile.name)))
            return 1;
        auto* a = desk.find<ResponseView>("responseA");
        const QString isThere = QStringLiteral("x");
        if (!test::waitUntil([&] { return a->toPlainText().contains(isThere); }))
            return 1;
        touch(a->viewport());
        touch(desk.find<QAbstractScrollArea>("rubric")->viewport());
        touch(desk.find<QAbstractScrollArea>("itemList")->viewport());
        auto* tabs = desk.find<QTabBar>("promptTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(20); // let it be painted
        }
        for (const int key : {Qt::Key_S, Qt::Key_D, Qt::Key_R, Qt::Key_S, Qt::Key_D, Qt::Key_R}) {
            desk.find("itemList")->setFocus();
            desk.press(key);
            QTest::qWait(20);
        }
        static_cast<void>(desk.window().grab());
    }
    std::puts("all shown");
    return desk.dialogs.addresses.isEmpty() ? 0 : 1;
}

bool canTrace() {
    try {
        return test::runProgram({"strace", "-qq", "-o", "/dev/null", "true"}).status == 0;
    } catch (const std::runtime_error&) {
        return false; // not installed
    }
}

} // namespace

class TestHostileFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noFileIsOpenedAndNoConnectionMade();
};

void TestHostileFlow::noFileIsOpenedAndNoConnectionMade() {
    if (!canTrace())
        QSKIP("strace is not installed, or may not trace here");
    const test::TempFolder folder;
    const std::vector<Hostile> texts = hostileTexts(fromUtf8(folder.path().string()));
    QImage canary(8, 8, QImage::Format_RGB32);
    canary.fill(Qt::red);
    QVERIFY(canary.save(fromUtf8((folder.path() / "canary.png").string())));
    QCOMPARE(mkfifo((folder.path() / "canary-pipe").c_str(), 0600), 0);
    writeSession(folder.path() / "hostile.assize", texts);
    addVerdicts(folder.path() / "hostile.assize", texts);
    const std::filesystem::path trace = folder.path() / "trace.txt";
    test::ProcessOptions options;
    options.folder = folder.path();                             // so that relative names would be found
    options.environment = {{"ASAN_OPTIONS", "detect_leaks=0"}}; // which does not go with being traced
    const test::Finished shown =
        test::runProgram({"strace", "-f", "-qq", "-s", "300", "-e", "trace=%file,connect,socket", "-o", trace.string(),
                             QApplication::applicationFilePath().toStdString(), "--show", folder.path().string()},
            options);
    QVERIFY2(shown.status == 0, ("the window did not come through: " + shown.err).c_str());
    QCOMPARE(shown.out, "all shown\n");
    const std::string calls = test::valueOf(readFile(trace));
    QVERIFY2(calls.find("hostile.assize") != std::string::npos, "the trace does not hold what is surely opened");
    std::istringstream lines(calls);
    for (std::string line; std::getline(lines, line);) {
        QVERIFY2(line.find("canary") == std::string::npos, line.c_str());
        QVERIFY2(line.find("AF_INET") == std::string::npos, line.c_str());
    }
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--show"))
        return showAll(toUtf8(arguments.value(2)));
    TestHostileFlow flow;
    return QTest::qExec(&flow, arguments);
}

#include "tst_hostile_flow.moc"
