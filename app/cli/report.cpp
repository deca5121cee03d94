// SPDX-License-Identifier: Apache-2.0
#include "core/report/report.h"
#include "app/cli/commands.h"
#include "app/cli/figure_session.h"
#include "app/cli/window_program.h"
#include "core/chart/registry.h"
#include "core/endpoint/endpoint_file.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

enum class ReportFormat { Html, Pdf };

struct ReportTarget {
    std::string path; ///< "-" is standard output
    ReportFormat format = ReportFormat::Html;
};

Result<ReportTarget> reportTarget(const Arguments& arguments, const Terminal& terminal) {
    auto path = arguments.value("-o");
    if (!path)
        return fail(ErrorCode::InvalidArgument, "report",
            said("-o FILE is missing; FILE ends in .html or .pdf, - is standard output"));
    if (*path == "/dev/stdout")
        path = "-"; // or the sentence at the end would stand in the report
    if (terminal.json && *path == "-")
        return fail(ErrorCode::InvalidArgument, "report", said("--json and -o - both want standard output"));
    std::string ending = std::filesystem::path(*path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : static_cast<char>(letter);
    });
    const bool isHtml = *path == "-" || ending == ".html" || ending == ".htm";
    if (!isHtml && ending != ".pdf")
        return fail(ErrorCode::InvalidArgument, "-o", said("\"%1\" ends neither in .html nor in .pdf", *path));
    if (const auto allowed = mayReplace("-o", *path, arguments.values("SESSION")); !allowed)
        return tl::unexpected(allowed.error());
    return ReportTarget{*path, isHtml ? ReportFormat::Html : ReportFormat::Pdf};
}

/// Every option of the report as a name of setReportOption() and its value.
std::vector<std::pair<std::string, std::string>> reportOptionsGiven(const Arguments& arguments) {
    std::vector<std::pair<std::string, std::string>> given;
    std::vector<Option> options = withSettingOptions({{"--language", {}, {}}, {"--sections", {}, {}},
        {"--disagreements", {}, {}}, {"--title", {}, {}}, {"--run", {}, {}}, {"--by", {}, {}}});
    for (const Option& option : options) {
        std::string name(option.flag.substr(2));
        std::replace(name.begin(), name.end(), '-', '_');
        for (const std::string& value : arguments.values(option.flag))
            given.emplace_back(name, value);
    }
    return given;
}

Result<ReportOptions> reportOptions(const Arguments& arguments, const Terminal& terminal) {
    ReportOptions options;
    for (const auto& [name, value] : reportOptionsGiven(arguments)) {
        if (auto set = setReportOption(options, name, value); !set) {
            std::string flag = set.error().subject;
            std::replace(flag.begin(), flag.end(), '_', '-');
            return fail(set.error().code, "--" + flag, set.error().detail);
        }
    }
    options.sessionName = std::filesystem::path(arguments.valueOr("SESSION", "")).filename().string();
    auto endpoints = loadEndpoints(terminal.places.config);
    if (!endpoints)
        return tl::unexpected(endpoints.error());
    options.prices = std::move(*endpoints);
    options.stop = terminal.stop;
    options.progress = [&terminal](const ReportProgress& progress) {
        terminal.progress(fmt::format("report: {} of {} {}", progress.step + 1, progress.steps, progress.run));
    };
    return options;
}

Result<std::uintmax_t> writeHtml(const Arguments& arguments, const Terminal& terminal, const ReportTarget& target) {
    const auto options = reportOptions(arguments, terminal);
    if (!options)
        return tl::unexpected(options.error());
    const auto session = Session::open(arguments.valueOr("SESSION", ""), Session::Access::ReadOnly);
    if (!session)
        return tl::unexpected(session.error());
    const auto reader = (*session)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto document = writeReport(**reader, *options);
    terminal.progress({});
    if (!document)
        return tl::unexpected(document.error());
    if (target.path == "-") {
        if (!terminal.out.write(document->html.data(), static_cast<std::streamsize>(document->html.size())))
            return fail(ErrorCode::NotWritable, "standard output", said("it was closed or the disk is full"));
        return document->html.size();
    }
    if (const auto written = writeFileAtomically(target.path, document->html); !written)
        return tl::unexpected(written.error());
    return document->html.size();
}

/// The window's program prints; it shares this one's core, so that both say the same.
Result<std::uintmax_t> printPdf(
    const Arguments& arguments, const Terminal& terminal, const ReportTarget& target, int& status) {
    if (const auto checked = reportOptions(arguments, terminal); !checked)
        return tl::unexpected(checked.error());
    std::vector<std::string> words = {
        arguments.valueOr("SESSION", ""), "--report", target.path, "--config-dir", terminal.places.config.string()};
    for (const auto& [name, value] : reportOptionsGiven(arguments)) {
        words.emplace_back("--report-option");
        words.push_back(fmt::format("{}={}", name, value));
    }
    const auto ended = runWindowProgram(words, terminal.stop);
    if (!ended)
        return tl::unexpected(ended.error());
    status = *ended;
    std::error_code ignored;
    return status == 0 ? std::filesystem::file_size(target.path, ignored) : 0;
}

int runReport(const Arguments& arguments, Terminal& terminal) {
    const auto target = reportTarget(arguments, terminal);
    if (!target)
        return terminal.report(target.error());
    int status = 0;
    const auto bytes = target->format == ReportFormat::Html ? writeHtml(arguments, terminal, *target)
                                                            : printPdf(arguments, terminal, *target, status);
    if (!bytes && target->path == "-" && terminal.isReaderGone())
        return 0;
    if (!bytes)
        return terminal.report(bytes.error());
    if (status != 0)
        return status; // the other program said why
    if (terminal.json)
        terminal.printJson({{"file", target->path}, {"format", target->format == ReportFormat::Html ? "html" : "pdf"},
            {"language", arguments.valueOr("--language", "en")}, {"bytes", *bytes}});
    else if (target->path != "-")
        terminal.out << fmt::format("report written to {}\n", target->path);
    return 0;
}

} // namespace

Command reportCommand() {
    static const std::string sections = [] {
        std::string names;
        for (const ReportSectionName& section : reportSections())
            names += (names.empty() ? "" : ",") + std::string(section.name);
        names += "; of the charts only some: ";
        for (const ChartKind* chart : reportCharts())
            names += (chart == reportCharts().front() ? "charts." : ",charts.") + std::string(chart->id);
        return "Only these parts, with commas between: " + names;
    }();
    return {"report", "Write a report to read, print or send: one HTML file, or a PDF", {{"SESSION", "The session"}},
        withSettingOptions({{"-o", "FILE", "Where to, .html or .pdf; - is standard output"},
            {"--language", "L", "en or zh_CN; default en"}, {"--run", "R", "Only this run; may be repeated", true},
            {"--by", "category|section|judge|model|language|length",
                "Break the main figures of each run down; by category, where there are several, if not given"},
            {"--sections", "LIST", sections},
            {"--disagreements", "N", "How many disagreements of each run are shown; default 25"},
            {"--title", "TEXT", "The heading; default the name of the session"}}),
        runReport};
}

} // namespace assize::cli
