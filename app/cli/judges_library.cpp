// SPDX-License-Identifier: Apache-2.0
// The library of judges as files: what differs between two, into it, and out of it.
#include "app/cli/commands.h"
#include "app/cli/judge_arguments.h"
#include "core/judge/judge_diff.h"
#include "core/judge/judge_yaml.h"
#include "core/judge/prompt_import.h"
#include "core/judge/validate.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

using nlohmann::json;

constexpr std::size_t LargestFile = 4U << 20U;

char sign(LineChange change) {
    return change == LineChange::Same ? ' ' : change == LineChange::Removed ? '-' : '+';
}

json diffToJson(const JudgeDiff& diff) {
    json settings = json::array();
    for (const SettingDiff& setting : diff.settings)
        settings.push_back(
            {{"path", setting.path}, {"a", setting.before.empty() ? json() : json::parse(setting.before)},
                {"b", setting.after.empty() ? json() : json::parse(setting.after)}});
    json messages = json::array();
    for (const MessageDiff& message : diff.messages) {
        json lines = json::array();
        for (const DiffLine& line : message.lines)
            lines.push_back({{"change", std::string(1, sign(line.change))}, {"text", line.text}});
        messages.push_back({{"message", message.number}, {"role_a", message.roleBefore}, {"role_b", message.roleAfter},
            {"lines", lines}});
    }
    return {{"same_version", diff.isSameVersion}, {"settings", settings}, {"messages", messages}};
}

void print(const JudgeDiff& diff, std::ostream& out) {
    if (diff.isSameVersion)
        out << "one version\n";
    for (const SettingDiff& setting : diff.settings)
        out << fmt::format("{}: {} -> {}\n", setting.path, setting.before.empty() ? "nothing" : setting.before,
            setting.after.empty() ? "nothing" : setting.after);
    for (const MessageDiff& message : diff.messages) {
        out << fmt::format("message {}, {}\n", message.number,
            message.roleBefore == message.roleAfter || message.roleAfter.empty() ? message.roleBefore
            : message.roleBefore.empty()                                         ? message.roleAfter
                                         : message.roleBefore + " -> " + message.roleAfter);
        for (const DiffLine& line : message.lines)
            out << sign(line.change) << ' ' << line.text << '\n';
    }
}

int diff(const Arguments& arguments, Terminal& terminal) {
    const auto session = sessionFrom(arguments);
    if (!session)
        return terminal.report(session.error());
    const auto before = judgeNamed(arguments.valueOr("A", ""), terminal, session->reader.get());
    if (!before)
        return terminal.report(before.error());
    const auto after = judgeNamed(arguments.valueOr("B", ""), terminal, session->reader.get());
    if (!after)
        return terminal.report(after.error());
    const JudgeDiff found = diffJudges(before->judge, after->judge);
    if (!terminal.json) {
        print(found, terminal.out);
        return 0;
    }
    json document = diffToJson(found);
    document["a"] = {{"name", before->judge.name}, {"version", versionHash(before->judge)}};
    document["b"] = {{"name", after->judge.name}, {"version", versionHash(after->judge)}};
    terminal.printJson(document);
    return 0;
}

/// --set field=text, as often as there are fields.
Result<FieldMap> fixedFields(const Arguments& arguments) {
    FieldMap fields;
    for (const std::string& value : arguments.values("--set")) {
        const std::size_t equals = value.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorCode::InvalidArgument, "--set", said("\"%1\" is not field=text", value));
        fields[value.substr(0, equals)] = value.substr(equals + 1);
    }
    return fields;
}

/// Writes a judge into the library. A file that holds another version stays, unless it may be replaced.
Result<std::filesystem::path> keep(const Judge& judge, const Terminal& terminal, bool mayReplace) {
    const std::filesystem::path folder = judgeLibrary(terminal);
    const std::filesystem::path path = folder / (judge.name + ".yaml");
    std::error_code problem;
    if (std::filesystem::exists(path, problem) && !mayReplace) {
        const auto there = readJudgeFile(path);
        if (!there || versionHash(*there) != versionHash(judge))
            return fail(ErrorCode::InvalidArgument, path.string(),
                said("another judge of this name is there; --replace overwrites it, --name gives this one another "
                     "name"));
        return path;
    }
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return fail(ErrorCode::NotWritable, folder.string(), quoted(problem.message()));
    if (const auto written = writeFileAtomically(path, judgeToYaml(judge)); !written)
        return tl::unexpected(written.error());
    return path;
}

json importEntry(const ImportedJudge& imported, const std::string& file) {
    return {{"name", imported.judge.name}, {"version", versionHash(imported.judge)}, {"origin", imported.origin},
        {"file", file.empty() ? json() : json(file)},
        {"sha256", imported.sha256.empty() ? json() : json(imported.sha256)},
        {"published_as", imported.original.empty() ? json() : json(imported.original)}, {"fields", imported.fields}};
}

void printImport(const ImportedJudge& imported, const std::string& file, std::ostream& out) {
    out << imported.judge.name << (file.empty() ? "" : " -> " + file) << '\n';
    if (!imported.sha256.empty())
        out << fmt::format("  {} prompt, {}\n", imported.origin,
            imported.original.empty() ? "not byte for byte one of the published ones"
                                      : "byte for byte the published one: " + imported.original);
    for (const std::string& field : imported.fields)
        out << fmt::format("  {{{}}} comes from an item's metadata; --set {}=TEXT fixes it\n", field, field);
}

Result<std::vector<ImportedJudge>> judgesIn(const std::string& file, const Arguments& arguments) {
    const auto fields = fixedFields(arguments);
    if (!fields)
        return tl::unexpected(fields.error());
    const auto text = readFile(file, LargestFile);
    if (!text)
        return tl::unexpected(text.error());
    auto judges = importJudges(*text, file, *fields);
    const auto name = arguments.value("--name");
    if (!judges || !name)
        return judges;
    if (judges->size() != 1)
        return fail(ErrorCode::InvalidArgument, "--name",
            said("\"%1\" holds %2 judges, which cannot all have one name", file, judges->size()));
    judges->front().judge.name = *name;
    if (const auto problem = findDefinitionProblem(judges->front().judge))
        return fail(ErrorCode::InvalidArgument, "--name", quoted(problem->reason));
    return judges;
}

int importAll(const Arguments& arguments, Terminal& terminal) {
    json entries = json::array();
    for (const std::string& file : arguments.values("FILE")) {
        const auto judges = judgesIn(file, arguments);
        if (!judges)
            return terminal.report(judges.error());
        for (const ImportedJudge& imported : *judges) {
            std::string kept;
            if (!arguments.has("--dry-run")) {
                const auto path = keep(imported.judge, terminal, arguments.has("--replace"));
                if (!path)
                    return terminal.report(path.error());
                kept = path->string();
            }
            if (terminal.json)
                entries.push_back(importEntry(imported, kept));
            else
                printImport(imported, kept, terminal.out);
        }
    }
    if (terminal.json)
        terminal.printJson({{"judges", entries}});
    return 0;
}

int exportOne(const Arguments& arguments, Terminal& terminal) {
    const auto session = sessionFrom(arguments);
    if (!session)
        return terminal.report(session.error());
    const auto judge = judgeNamed(arguments.valueOr("JUDGE", ""), terminal, session->reader.get());
    if (!judge)
        return terminal.report(judge.error());
    const std::string file = arguments.valueOr("-o", "-");
    const std::string yaml = judgeToYaml(judge->judge);
    if (file == "-" && terminal.json)
        return terminal.report(
            {ErrorCode::InvalidArgument, "judges export", said("--json and -o - both want standard output")});
    if (file == "-") {
        terminal.out << yaml;
        return 0;
    }
    if (const auto allowed = mayReplace("-o", file, arguments.values("--session")); !allowed)
        return terminal.report(allowed.error());
    if (const auto written = writeFileAtomically(file, yaml); !written)
        return terminal.report(written.error());
    if (terminal.json)
        terminal.printJson({{"name", judge->judge.name}, {"version", versionHash(judge->judge)}, {"file", file}});
    else
        terminal.out << fmt::format("{} written to {}\n", judge->judge.name, file);
    return 0;
}

constexpr std::string_view JudgeHelp = "A name, NAME@vN, NAME@hash or a YAML file";
constexpr Option SessionOption = {"--session", "S", "Session whose judges come first"};

} // namespace

Command judgesDiffCommand() {
    return {"judges diff", "What differs between two judges or versions", {{"A", JudgeHelp}, {"B", JudgeHelp}},
        {SessionOption}, diff};
}

Command judgesImportCommand() {
    return {"judges import", "Put judges into the library: ours, or prompt files of Selene, FastChat and JudgeLM",
        {{"FILE", "Judge YAML, prompt-templates/*.yaml, judge_prompts.jsonl or a text with {question}", true, true}},
        {{"--name", "N", "Name to keep it under, if it is one judge"},
            {"--set", "FIELD=TEXT", "Text for a {field} of the prompt, such as rubric_objective", true},
            {"--replace", "", "Overwrite a judge of the same name"}, {"--dry-run", "", "Read and check the file only"}},
        importAll};
}

Command judgesExportCommand() {
    return {"judges export", "Write a judge's definition as a YAML file", {{"JUDGE", JudgeHelp}},
        {SessionOption, {"-o", "FILE", "Where to; - is standard output, the default"}}, exportOne};
}

} // namespace assize::cli
