// SPDX-License-Identifier: Apache-2.0
// What another person needs to get the same numbers: commands, settings, seed, hashes, version.
#include "core/metrics/settings.h"
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::size_t HashPrefix = 12;

/// A word as a shell takes it, in single quotes where it needs them.
std::string shellWord(std::string_view word) {
    constexpr std::string_view Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=@,+%";
    if (!word.empty() && word.front() != '-' && word.find_first_not_of(Plain) == std::string_view::npos)
        return std::string(word);
    std::string quoted = "'";
    for (const char letter : word)
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + "'";
}

std::string flagOf(std::string name) {
    std::replace(name.begin(), name.end(), '_', '-');
    return "--" + name;
}

std::string settingFlags(const ReportData& data) {
    std::string flags;
    for (const auto& [name, value] : metricSettingTexts(data.settings))
        flags += fmt::format(" {} {}", flagOf(name), shellWord(value));
    return flags;
}

json runCommands(const SectionInput& input, const std::string& session) {
    json runs = json::array();
    for (const ReportRun& run : input.data.runs) {
        const JudgeVersion& version = input.data.judges[run.judge].version;
        const Run& stored = run.summary.run;
        std::string command;
        if (!stored.endpointKind.empty()) {
            command = fmt::format("assize-cli judge {} --judge {}@{} --new-run", session, version.definition.name,
                version.hash.substr(0, HashPrefix));
            if (stored.endpointKind != "builtin")
                command += fmt::format(" --endpoint NAME --model {}", shellWord(stored.model));
        }
        runs.push_back({{"name", stored.name}, {"id", stored.id}, {"judge_hash", version.hash},
            {"digest", run.calls.digest}, {"command", command},
            {"metrics", fmt::format("assize-cli metrics {} --run {}{}", session, shellWord(stored.name),
                            settingFlags(input.data))}});
    }
    return runs;
}

std::string reportCommand(const SectionInput& input, const std::string& session) {
    const ReportOptions& options = input.options;
    std::string command = fmt::format("assize-cli report {} -o report.html --language {}", session, options.language);
    if (!options.sections.empty())
        command += fmt::format(" --sections {}", fmt::join(options.sections, ","));
    for (const std::string& run : options.runs)
        command += " --run " + shellWord(run);
    if (options.by)
        command += fmt::format(" --by {}", sliceByName(*options.by));
    if (options.mostDisagreements != ReportOptions().mostDisagreements)
        command += fmt::format(" --disagreements {}", options.mostDisagreements);
    for (const auto& [name, value] : options.settings)
        command += fmt::format(" {} {}", flagOf(name), shellWord(value));
    return command;
}

} // namespace

Result<json> reproduceSection(const SectionInput& input) {
    const std::string session = shellWord(input.options.sessionName);
    return json{{"runs", runCommands(input, session)}, {"has_runs", !input.data.runs.empty()},
        {"report", reportCommand(input, session)}, {"check", "assize-cli check " + session},
        {"items_digest", input.data.items.digest},
        {"items", input.texts.counted("head.items", static_cast<std::int64_t>(input.data.loaded.items.size()))},
        {"seed", std::to_string(input.data.settings.seed)}, {"resamples", countText(input.data.settings.resamples)},
        {"program", "Assize " + std::string(ASSIZE_VERSION)}};
}

} // namespace assize
