// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "core/base/atomic_file.h"
#include "core/base/number_from.h"
#include "core/export/exporter.h"
#include "core/filter/filter.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

Result<StoredRowChoice> choiceFrom(const Arguments& arguments, SessionReader& reader) {
    StoredRowChoice choice;
    if (const auto name = arguments.value("--run")) {
        const auto run = reader.run(*name);
        if (!run)
            return tl::unexpected(run.error());
        choice.runKey = run->run.key;
    }
    if (const auto filter = arguments.value("--items")) {
        auto condition = compileFilter(*filter, {choice.runKey, {}, &reader});
        if (!condition)
            return tl::unexpected(condition.error());
        choice.items.condition = std::move(*condition);
    }
    choice.items.runKey = choice.runKey;
    return choice;
}

/// From 0 to 1, as margins go.
Result<double> leastMarginFrom(const Arguments& arguments) {
    const std::string written = arguments.valueOr("--min-margin", "0");
    const auto margin = numberFrom<double>(written);
    if (!margin || *margin < 0 || *margin > 1)
        return fail(ErrorCode::InvalidArgument, "--min-margin " + written, said("it should be a number from 0 to 1"));
    return *margin;
}

/// Standard output, or a file that appears when it is whole.
class Destination {
public:
    static Result<Destination> open(const std::string& path, std::ostream& standardOutput) {
        Destination destination;
        destination.m_out = &standardOutput;
        if (path == "-")
            return destination;
        auto file = AtomicFile::create(path);
        if (!file)
            return tl::unexpected(file.error());
        destination.m_file.emplace(std::move(*file));
        return destination;
    }
    Result<void> write(std::string_view bytes) {
        if (m_file)
            return m_file->write(bytes);
        if (m_out->write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
            return {};
        return fail(ErrorCode::NotWritable, "standard output", said("it was closed or the disk is full"));
    }
    Result<void> finish() { return m_file ? m_file->commit() : Result<void>(); }

private:
    std::optional<AtomicFile> m_file;
    std::ostream* m_out = nullptr;
};

Result<std::int64_t> exportTo(
    Destination& destination, const Exporter& exporter, const Arguments& arguments, const Terminal& terminal) {
    const auto session = Session::open(*arguments.value("SESSION"), Session::Access::ReadOnly);
    if (!session)
        return tl::unexpected(session.error());
    const auto reader = (*session)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    auto choice = choiceFrom(arguments, **reader);
    if (!choice)
        return tl::unexpected(choice.error());
    ExportOptions options;
    options.choice = std::move(*choice);
    options.stop = terminal.stop;
    const auto leastMargin = leastMarginFrom(arguments);
    if (!leastMargin)
        return tl::unexpected(leastMargin.error());
    options.leastMargin = *leastMargin;
    options.progress = [&](std::int64_t items) {
        constexpr std::int64_t ReportEvery = 256;
        if (items % ReportEvery == 0)
            terminal.progress(fmt::format("{} items", items));
    };
    auto items = exporter.write(**reader, options, [&](std::string_view bytes) { return destination.write(bytes); });
    if (!items)
        return items;
    if (const auto finished = destination.finish(); !finished)
        return tl::unexpected(finished.error());
    return items;
}

int runExport(const Arguments& arguments, Terminal& terminal) {
    const auto exporter = exporterNamed(arguments.valueOr("--format", "jsonl"));
    if (!exporter)
        return terminal.report(exporter.error());
    auto path = arguments.value("-o");
    if (path == "/dev/stdout")
        path = "-"; // or the sentence at the end would stand in the export
    if (!path)
        return terminal.report(
            {ErrorCode::InvalidArgument, "export", said("-o FILE is missing; - is standard output")});
    if (terminal.json && path == "-")
        return terminal.report(
            {ErrorCode::InvalidArgument, "export", said("--json and -o - both want standard output")});
    if (const auto allowed = mayReplace("-o", *path, arguments.values("SESSION")); !allowed)
        return terminal.report(allowed.error());
    auto destination = Destination::open(*path, terminal.out);
    if (!destination)
        return terminal.report(destination.error());
    const auto items = exportTo(*destination, **exporter, arguments, terminal);
    terminal.progress({});
    if (!items && *path == "-" && terminal.isReaderGone())
        return 0;
    if (!items)
        return terminal.report(items.error());
    if (terminal.json)
        terminal.printJson({{"format", (*exporter)->name}, {"file", *path}, {"items", *items}});
    else if (path != "-")
        terminal.out << fmt::format("{} items written to {}\n", *items, *path);
    return 0;
}

} // namespace

Command exportCommand() {
    return {"export", "Write a session, or part of it, for other programs", {{"SESSION", "The session"}},
        {{"--format", "F",
             "jsonl (everything, lossless; the default), csv (one row per item and run), yaml (as rubric judges "
             "answer), dpo (preference pairs), judgelm (training rows), llm-comparator or parquet"},
            {"-o", "FILE", "Where to; - is standard output"}, {"--run", "R", "Only this run's verdicts"},
            {"--items", "FILTER", "Only the items that this expression is true of"},
            {"--min-margin", "X", "Preference pairs: leave out what is closer than this, 0 to 1"}},
        runExport};
}

} // namespace assize::cli
