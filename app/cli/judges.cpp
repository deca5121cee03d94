// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/judge_arguments.h"
#include "app/cli/text_table.h"
#include "core/base/error_text.h"
#include "core/judge/judge_yaml.h"
#include "core/judge/lint.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

using nlohmann::json;

constexpr std::size_t ShownHash = 12;

/// Session, library and presets, in the order in which names are looked up.
Result<std::vector<NamedJudge>> allJudges(const Arguments& arguments, Terminal& terminal, bool& hasProblems) {
    const auto session = sessionFrom(arguments);
    if (!session)
        return tl::unexpected(session.error());
    std::vector<NamedJudge> judges;
    if (session->reader) {
        const auto versions = session->reader->judgeVersions();
        if (!versions)
            return tl::unexpected(versions.error());
        for (const JudgeVersion& version : *versions)
            judges.push_back({version.definition, "session", version.number});
    }
    Library library = readLibrary(judgeLibrary(terminal));
    std::move(library.judges.begin(), library.judges.end(), std::back_inserter(judges));
    for (const Error& problem : library.problems)
        terminal.err << "assize-cli: " << errorText(problem) << '\n';
    hasProblems = !library.problems.empty();
    for (const Judge& preset : presetJudges())
        judges.push_back({preset, "preset", 0});
    return judges;
}

json judgeEntry(const NamedJudge& judge) {
    return {{"name", judge.judge.name}, {"title", judge.judge.title}, {"task", taskName(judge.judge.task)},
        {"reply", judge.judge.reply.format}, {"rubric", rubricPolicyName(judge.judge.rubricPolicy)},
        {"version", versionHash(judge.judge)}, {"number", judge.number == 0 ? json() : json(judge.number)},
        {"source", judge.source}};
}

int list(const Arguments& arguments, Terminal& terminal) {
    bool hasProblems = false;
    const auto judges = allJudges(arguments, terminal, hasProblems);
    if (!judges)
        return terminal.report(judges.error());
    if (terminal.json) {
        json entries = json::array();
        for (const NamedJudge& judge : *judges)
            entries.push_back(judgeEntry(judge));
        terminal.printJson({{"judges", entries}});
        return hasProblems ? 1 : 0;
    }
    TextTable table({false, false, false, false, false, false});
    table.add({"name", "task", "reply", "rubric", "version", "source"});
    for (const NamedJudge& judge : *judges)
        table.add({judge.judge.name, std::string(taskName(judge.judge.task)), judge.judge.reply.format,
            std::string(rubricPolicyName(judge.judge.rubricPolicy)), versionHash(judge.judge).substr(0, ShownHash),
            judge.number == 0 ? judge.source : fmt::format("{} v{}", judge.source, judge.number)});
    table.print(terminal.out, "");
    return hasProblems ? 1 : 0;
}

Result<NamedJudge> judgeArgument(const Arguments& arguments, const Terminal& terminal) {
    const auto session = sessionFrom(arguments);
    if (!session)
        return tl::unexpected(session.error());
    return judgeNamed(arguments.valueOr("JUDGE", ""), terminal, session->reader.get());
}

int show(const Arguments& arguments, Terminal& terminal) {
    const auto judge = judgeArgument(arguments, terminal);
    if (!judge)
        return terminal.report(judge.error());
    if (!terminal.json) {
        terminal.out << judgeToYaml(judge->judge);
        return 0;
    }
    json document = judgeEntry(*judge);
    document["definition"] = judgeToJson(judge->judge);
    terminal.printJson(document);
    return 0;
}

json findingEntry(const LintFinding& finding) {
    return {{"rule", lintRuleName(finding.rule)}, {"severity", finding.isError ? "error" : "warning"},
        {"message", finding.message == 0 ? json() : json(finding.message)},
        {"line", finding.line == 0 ? json() : json(finding.line)}, {"subject", finding.subject},
        {"suggestion", finding.suggestion.empty() ? json() : json(finding.suggestion)}, {"text", lintText(finding)}};
}

std::string findingLine(const LintFinding& finding) {
    std::string where;
    if (finding.message > 0)
        where = fmt::format("message {}, line {}: ", finding.message, std::max(finding.line, 1));
    return fmt::format("{}: {}{}\n", finding.isError ? "error" : "warning", where, lintText(finding));
}

int lint(const Arguments& arguments, Terminal& terminal) {
    const auto judge = judgeArgument(arguments, terminal);
    if (!judge)
        return terminal.report(judge.error());
    const std::vector<LintFinding> findings = lintJudge(judge->judge);
    const bool hasErrors =
        std::any_of(findings.begin(), findings.end(), [](const LintFinding& finding) { return finding.isError; });
    if (terminal.json) {
        json entries = json::array();
        for (const LintFinding& finding : findings)
            entries.push_back(findingEntry(finding));
        terminal.printJson({{"judge", judge->judge.name}, {"version", versionHash(judge->judge)}, {"ok", !hasErrors},
            {"findings", entries}});
    } else {
        for (const LintFinding& finding : findings)
            terminal.out << findingLine(finding);
        if (findings.empty())
            terminal.out << judge->judge.name << ": nothing found\n";
    }
    return hasErrors ? 1 : 0;
}

const std::vector<Option>& sessionOption() {
    static const std::vector<Option> options = {{"--session", "S", "Session whose judges come first"}};
    return options;
}

const std::vector<Positional>& judgePositional() {
    static const std::vector<Positional> positionals = {{"JUDGE", "A name, NAME@vN, NAME@hash or a YAML file"}};
    return positionals;
}

} // namespace

Command judgesListCommand() {
    return {"judges list", "Judges of the session, the library and the program", {}, sessionOption(), list};
}

Command judgesShowCommand() {
    return {"judges show", "A judge's definition as YAML", judgePositional(), sessionOption(), show};
}

Command judgesLintCommand() {
    return {"judges lint", "What is wrong with a judge's prompt", judgePositional(), sessionOption(), lint};
}

} // namespace assize::cli
