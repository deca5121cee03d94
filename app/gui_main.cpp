// SPDX-License-Identifier: Apache-2.0
// assize: the window. Reads the command line, wires settings, look, language and the window, and runs it.
#include "app/cli/command.h"
#include "core/base/error_text.h"
#include "core/base/log.h"
#include "core/endpoint/endpoint_file.h"
#include "core/report/report.h"
#include "core/run/sample_session.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/report_writer.h"
#include "ui/bridge/settings.h"
#include "ui/insights/chart_access.h"
#include "ui/shell/language.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/support/accessible_button.h"
#include "ui/support/accessible_tips.h"
#include "ui/support/dialogs.h"
#include "ui/support/text.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>
#include <QTextStream>

namespace {

using namespace assize;
using namespace assize::ui;

constexpr int WrongUsage = 2;

struct Options {
    QCommandLineOption language{
        QStringLiteral("language"), QStringLiteral("Speak this language: en or zh_CN."), QStringLiteral("language")};
    QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("Look light, dark, or as the system does."),
        QStringLiteral("light|dark|system")};
    QCommandLineOption mode{QStringLiteral("mode"), QStringLiteral("Start in this mode: review, runs or insights."),
        QStringLiteral("mode")};
    QCommandLineOption item{
        QStringLiteral("item"), QStringLiteral("Start at this item of the session."), QStringLiteral("id")};
    QCommandLineOption sample{QStringLiteral("sample"), QStringLiteral("Open the sample session.")};
    QCommandLineOption logLevel{QStringLiteral("log-level"),
        QStringLiteral("debug, info, warning, error or off; the log is a file in the state folder."),
        QStringLiteral("level"), QStringLiteral("info")};
    QCommandLineOption configFolder{QStringLiteral("config-dir"),
        QStringLiteral("Use this folder for settings and endpoints."), QStringLiteral("folder")};
    QCommandLineOption report{QStringLiteral("report"),
        QStringLiteral("Print a report of the session into this PDF, without a window, and end."),
        QStringLiteral("file.pdf")};
    QCommandLineOption reportOption{QStringLiteral("report-option"),
        QStringLiteral(
            "What the report holds: language, sections, run, by, disagreements, title, or a metric setting."),
        QStringLiteral("name=value")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")};
    QCommandLineOption version{QStringLiteral("version"), QStringLiteral("Show the version.")};

    void declare(QCommandLineParser& parser) const {
        for (const auto& option :
            {language, theme, mode, item, sample, logLevel, configFolder, report, reportOption, help, version})
            parser.addOption(option);
        parser.addPositionalArgument(
            QStringLiteral("session"), QStringLiteral("The session to open."), QStringLiteral("[session]"));
    }
};

std::optional<ThemeChoice> themeFrom(const QString& name) {
    if (name == QLatin1String("light"))
        return ThemeChoice::Light;
    if (name == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return name == QLatin1String("system") ? std::optional(ThemeChoice::System) : std::nullopt;
}

std::optional<ModeId> modeFrom(const QString& name) {
    if (name == QLatin1String("runs"))
        return ModeId::Runs;
    if (name == QLatin1String("insights"))
        return ModeId::Insights;
    return name == QLatin1String("review") ? std::optional(ModeId::Review) : std::nullopt;
}

/// What is wrong with the command line, or nothing.
QString problemOf(const QCommandLineParser& parser, const Options& options) {
    if (parser.isSet(options.theme) && !themeFrom(parser.value(options.theme)))
        return QStringLiteral("--theme: \"%1\" is not light, dark or system").arg(parser.value(options.theme));
    if (parser.isSet(options.mode) && !modeFrom(parser.value(options.mode)))
        return QStringLiteral("--mode: \"%1\" is not review, runs or insights").arg(parser.value(options.mode));
    const bool isKnown = !parser.isSet(options.language) || parser.value(options.language) == QLatin1String("en") ||
                         parser.value(options.language) == QLatin1String("zh_CN");
    if (!isKnown)
        return QStringLiteral("--language: \"%1\" is not en or zh_CN").arg(parser.value(options.language));
    if (parser.isSet(options.report) && parser.positionalArguments().isEmpty())
        return QStringLiteral("--report: name the session it is about");
    if (parser.isSet(options.report) &&
        !parser.value(options.report).endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return QStringLiteral("--report: \"%1\" does not end in .pdf").arg(parser.value(options.report));
    if (parser.positionalArguments().size() > 1)
        return QStringLiteral("one session at a time, please");
    return {};
}

/// The status to end with before any window, or nothing.
std::optional<int> answerAtOnce(QCommandLineParser& parser, const Options& options, const QStringList& arguments) {
    const bool isRead = parser.parse(arguments);
    if (parser.isSet(options.version)) {
        QTextStream(stdout) << "assize " ASSIZE_VERSION "\n";
        return 0;
    }
    if (parser.isSet(options.help)) {
        // Qt knows the program's name only once there is an application.
        QTextStream(stdout) << parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("assize"));
        return 0;
    }
    const QString problem = isRead ? problemOf(parser, options) : parser.errorText();
    if (problem.isEmpty())
        return std::nullopt;
    QTextStream(stderr) << "assize: " << problem << ": see --help\n";
    return WrongUsage;
}

int failed(const Error& error) {
    QTextStream(stderr) << "assize: " << fromUtf8(errorText(error)) << '\n';
    return cli::exitStatus(error.code);
}

/// What --report-option and --language ask for.
Result<ReportOptions> reportOptions(const QCommandLineParser& parser, const Options& options, const Places& places) {
    ReportOptions asked;
    if (parser.isSet(options.language))
        asked.language = toUtf8(parser.value(options.language));
    const QStringList words = parser.values(options.reportOption);
    for (const QString& word : words) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const auto set = setReportOption(asked, toUtf8(word.left(equals)), toUtf8(word.mid(equals + 1)));
        if (!set)
            return tl::unexpected(set.error());
    }
    asked.sessionName = std::filesystem::path(toUtf8(parser.positionalArguments().first())).filename().string();
    auto endpoints = loadEndpoints(places.config);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    asked.prices = std::move(*endpoints);
    return asked;
}

int printReportOnly(const QCommandLineParser& parser, const Options& options) {
    const auto asked = reportOptions(parser, options, standardPlaces(toUtf8(parser.value(options.configFolder))));
    if (!asked)
        return failed(asked.error());
    const auto session = Session::open(toUtf8(parser.positionalArguments().first()), Session::Access::ReadOnly);
    if (!session)
        return failed(session.error());
    const auto written = writeReportFile(**session, *asked, parser.value(options.report));
    return written ? 0 : failed(written.error());
}

/// Its lower edge would lie outside the screen.
bool isTooLarge(const QWidget& window) {
    constexpr int TitleBar = 32;
    const QSize room = window.screen()->availableSize();
    return window.width() > room.width() || window.height() + TitleBar > room.height();
}

int runWindow(const QCommandLineParser& parser, const Options& options) {
    const Places places = standardPlaces(toUtf8(parser.value(options.configFolder)));
    startLog(places.state, logLevelFrom(toUtf8(parser.value(options.logLevel))));
    Settings settings(places.config);
    if (const auto theme = themeFrom(parser.value(options.theme)))
        settings.overrideTheme(*theme);
    if (parser.isSet(options.language))
        settings.overrideLanguage(parser.value(options.language));
    const Look look(settings);
    const Language language(settings);
    DesktopDialogs dialogs;
    ModelServers servers(places, nullptr, detectCandidates());
    MainWindow window({settings, dialogs, places,
        [](const std::filesystem::path& path) -> Result<> { return makeSampleSession(path); }, servers});
    if (const auto mode = modeFrom(parser.value(options.mode)))
        QObject::connect(
            &window, &MainWindow::sessionOpened, &window, [&window, mode] { window.showMode(*mode); },
            Qt::SingleShotConnection);
    const QStringList sessions = parser.positionalArguments();
    if (parser.isSet(options.sample))
        window.openSample(parser.value(options.item));
    else if (sessions.isEmpty())
        window.restoreSession();
    else
        window.openSession(toUtf8(sessions.first()), parser.value(options.item));
    if (isTooLarge(window))
        window.setWindowState(Qt::WindowMaximized);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("Assize"));
    // Desktops find the icon of a window by the name of its .desktop file.
    QGuiApplication::setDesktopFileName(QStringLiteral("assize"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSIZE_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Judge with language models, and judge the judges."));
    const Options options;
    options.declare(parser);
    if (const auto status = answerAtOnce(parser, options, arguments))
        return *status;
    if (parser.isSet(options.report)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        return printReportOnly(parser, options);
    }
    const QApplication application(argc, argv);
    installAccessibleButtons();
    installAccessibleCharts();
    installAccessibleTips(*QCoreApplication::instance());
    return runWindow(parser, options);
}
