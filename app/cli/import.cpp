// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "core/base/atomic_file.h"
#include "core/base/files.h"
#include "core/base/ulid.h"
#include "core/import/import_job.h"
#include "core/session/session.h"

#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

/// Shows how far the import is and writes the rejects file as rows are refused.
class Reporter final : public ImportObserver {
public:
    Reporter(const Terminal& terminal, AtomicFile* rejects)
        : m_terminal(terminal)
        , m_rejects(rejects) {}

    void importAdvanced(
        const std::string& file, std::int64_t bytesRead, std::int64_t bytesTotal, const ImportCounts& stored) override {
        const auto now = std::chrono::steady_clock::now();
        if (!m_terminal.isTerminal || now < m_nextLine)
            return;
        m_nextLine = now + std::chrono::milliseconds(100);
        const std::string share =
            bytesTotal > 0 ? fmt::format("{} %", bytesRead * 100 / bytesTotal) : fmt::format("{} MB", bytesRead >> 20);
        m_terminal.progress(fmt::format("{}: {}, {} items, {} verdicts", file, share, stored.items, stored.verdicts));
    }

    void rowSkipped(const SkippedRow& row, std::string_view text) override {
        if (m_rejects == nullptr || !m_written)
            return;
        const nlohmann::ordered_json line = {
            {"file", row.file}, {"line", row.line}, {"reason", row.reason.english()}, {"text", text}};
        m_written =
            m_rejects->write(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
    }

    /// What became of the rejects file.
    [[nodiscard]] Result<void> finish() {
        if (m_rejects != nullptr && m_written)
            m_written = m_rejects->commit();
        return m_written;
    }

private:
    const Terminal& m_terminal;
    AtomicFile* m_rejects;
    Result<void> m_written;
    std::chrono::steady_clock::time_point m_nextLine;
};

Result<ImportJobOptions> optionsFrom(const Arguments& arguments, const Terminal& terminal) {
    ImportJobOptions options;
    options.format = arguments.valueOr("--format", "");
    options.runName = arguments.valueOr("--run", "");
    options.keepsRefusedText = arguments.has("--rejects");
    options.dryRun = arguments.has("--dry-run");
    options.stop = terminal.stop;
    const auto limit = arguments.number("--limit", 0, 1, 1'000'000'000'000);
    if (!limit)
        return tl::unexpected(limit.error());
    options.limit = *limit;
    for (const std::string& mapping : arguments.values("--map")) {
        const std::size_t equals = mapping.find('=');
        if (equals == 0 || equals == std::string::npos)
            return fail(ErrorCode::InvalidArgument, "--map " + mapping, said("it should read field=path"));
        options.fieldMap[mapping.substr(0, equals)] = mapping.substr(equals + 1);
    }
    return options;
}

/// The session a command line names; for a rehearsal without one a stand-in, and for one with a session that cannot be
/// written a copy of it. What was made here goes again if nothing came into it.
class Target {
public:
    static Result<Target> open(const std::filesystem::path& path, bool isRehearsal) {
        std::error_code problem;
        Target target;
        const bool exists = std::filesystem::exists(path, problem);
        if (!exists)
            target.m_madePath = isRehearsal ? standInPath() : path;
        auto session = Session::openOrCreate(exists ? path : target.m_madePath);
        if (!session && exists && isRehearsal && mayBeCopied(session.error().code)) {
            target.m_madePath = standInPath();
            session = openCopy(path, target.m_madePath);
        }
        if (!session)
            return tl::unexpected(session.error());
        target.m_session = std::move(*session);
        return target;
    }
    [[nodiscard]] Session& session() { return *m_session; }
    void close(bool keep) {
        m_session.reset();
        std::error_code ignored;
        if (!keep && !m_madePath.empty())
            std::filesystem::remove(m_madePath, ignored);
    }

private:
    static std::filesystem::path standInPath() { return temporaryFolder() / ("assize-" + newUlid() + ".assize"); }
    static bool mayBeCopied(ErrorCode code) {
        return code == ErrorCode::NotWritable || code == ErrorCode::SessionLocked;
    }
    static Result<std::unique_ptr<Session>> openCopy(
        const std::filesystem::path& path, const std::filesystem::path& copyPath) {
        const auto original = Session::open(path, Session::Access::ReadOnly);
        if (!original)
            return tl::unexpected(original.error());
        if (const auto copied = (*original)->saveCopy(copyPath); !copied)
            return tl::unexpected(copied.error());
        return Session::open(copyPath, Session::Access::ReadWrite);
    }

    std::unique_ptr<Session> m_session;
    std::filesystem::path m_madePath; ///< empty: it was there before
};

nlohmann::ordered_json toJson(const ImportSummary& summary, bool isRehearsal) {
    const ImportCounts& counts = summary.counts;
    nlohmann::ordered_json skipped = nlohmann::ordered_json::array();
    for (const SkippedRow& row : summary.skipped)
        skipped.push_back({{"file", row.file}, {"line", row.line}, {"reason", row.reason.english()}});
    return {{"format", summary.format}, {"guessed", summary.isGuessed}, {"reason", summary.reason.english()},
        {"items", counts.items}, {"items_new", counts.itemsNew}, {"labels", counts.labels},
        {"labels_new", counts.labelsNew}, {"verdicts", counts.verdicts}, {"verdicts_new", counts.verdictsNew},
        {"unusable", counts.unusable}, {"annotations", counts.annotations}, {"annotations_new", counts.annotationsNew},
        {"skipped_count", summary.skippedCount}, {"skipped", skipped},
        {"run", summary.runs.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(summary.runs.front())},
        {"runs", summary.runs}, {"batch", summary.batch}, {"dry_run", isRehearsal}};
}

void print(const ImportSummary& summary, const Terminal& terminal, bool isRehearsal) {
    const ImportCounts& counts = summary.counts;
    if (summary.isGuessed)
        terminal.out << fmt::format("Format {}: {}.\n", summary.format, summary.reason.english());
    terminal.out << fmt::format("{}{} items ({} new), {} labels ({} new), {} verdicts ({} new, {} unusable)\n",
        isRehearsal ? "Would import: " : "", counts.items, counts.itemsNew, counts.labels, counts.labelsNew,
        counts.verdicts, counts.verdictsNew, counts.unusable);
    if (counts.annotations > 0)
        terminal.out << fmt::format("{} annotations ({} new)\n", counts.annotations, counts.annotationsNew);
    if (!summary.runs.empty())
        terminal.out << fmt::format("Runs: {}\n", fmt::join(summary.runs, ", "));
    constexpr std::size_t Shown = 20;
    for (std::size_t index = 0; index < summary.skipped.size() && index < Shown; ++index) {
        const SkippedRow& row = summary.skipped[index];
        terminal.err << fmt::format("assize-cli: {}:{}: {}\n", row.file, row.line, row.reason.english());
    }
    if (summary.skippedCount > static_cast<std::int64_t>(Shown))
        terminal.err << fmt::format("assize-cli: and {} more; --rejects FILE keeps them all\n",
            summary.skippedCount - static_cast<std::int64_t>(Shown));
}

int runImport(const Arguments& arguments, Terminal& terminal) {
    const auto options = optionsFrom(arguments, terminal);
    if (!options)
        return terminal.report(options.error());
    auto files = openImportFiles(arguments.values("FILE"), *options);
    if (!files)
        return terminal.report(files.error());
    std::optional<AtomicFile> rejects;
    if (const auto path = arguments.value("--rejects")) {
        std::vector<std::string> inputs = arguments.values("FILE");
        inputs.push_back(*arguments.value("SESSION"));
        if (const auto allowed = mayReplace("--rejects", *path, inputs); !allowed)
            return terminal.report(allowed.error());
        auto created = AtomicFile::create(*path);
        if (!created)
            return terminal.report(created.error());
        rejects.emplace(std::move(*created));
    }
    auto target = Target::open(*arguments.value("SESSION"), options->dryRun);
    if (!target)
        return terminal.report(target.error());
    Reporter reporter(terminal, rejects ? &*rejects : nullptr);
    const auto summary = importFiles(target->session(), std::move(*files), *options, reporter);
    const bool cameIn = summary || summary.error().code == ErrorCode::Cancelled;
    target->close(cameIn && !options->dryRun);
    terminal.progress({});
    const auto written = reporter.finish();
    if (!summary || !written)
        return terminal.report(summary ? written.error() : summary.error());
    if (terminal.json)
        terminal.printJson(toJson(*summary, options->dryRun));
    else
        print(*summary, terminal, options->dryRun);
    return summary->skippedCount > 0 ? 1 : 0;
}

} // namespace

Command importCommand() {
    return {"import", "Create a session from files, or extend one",
        {{"SESSION", "The session; made if it is not there"},
            {"FILE", "Files to import; - is standard input", true, true}},
        {{"--format", "F", "What the files are, instead of a guess from their content"},
            {"--map", "FIELD=PATH", "Where a field of ours stands in a record; an empty path leaves it out", true},
            {"--run", "NAME", "Name of the run that imported verdicts go to"},
            {"--limit", "N", "Read at most N records of each file"},
            {"--dry-run", "", "Say what would be imported and change nothing"},
            {"--rejects", "FILE", "Write rows that cannot be used, with the reason, to this file as JSON Lines"}},
        runImport};
}

} // namespace assize::cli
