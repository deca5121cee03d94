// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/judge_arguments.h"
#include "core/base/text.h"
#include "core/reply/judgement_json.h"
#include "core/reply/original_readers.h"
#include "core/reply/reply_format.h"

#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

constexpr std::size_t LargestReply = 256U << 20U;

Result<std::string> replyFrom(const Arguments& arguments) {
    const std::string file = arguments.valueOr("FILE", "-");
    if (file != "-")
        return readFile(file, LargestReply);
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
}

/// What a format is for where no judge says it (interfaces.md, Judges).
Task usualTask(std::string_view format) {
    return format == "reasoning-result" || format == "score-json" ? Task::Direct : Task::Pairwise;
}

Result<Judge> judgeOfFormat(const std::string& format) {
    if (findReplyFormat(format) == nullptr) {
        std::vector<std::string> names;
        for (const ReplyFormat& known : replyFormats())
            names.emplace_back(known.name);
        return fail(ErrorCode::InvalidArgument, "--format",
            said("\"%1\" is not one of: %2", format, fmt::format("{}", fmt::join(names, ", "))));
    }
    Judge judge;
    judge.name = format;
    judge.task = usualTask(format);
    judge.reply.format = format;
    if (format.starts_with("rubric-"))
        judge.rubricPolicy = RubricPolicy::Generated;
    return judge;
}

Result<Judge> judgeFrom(const Arguments& arguments, const Terminal& terminal, SessionReader* session) {
    const auto name = arguments.value("--judge");
    const auto format = arguments.value("--format");
    if (name.has_value() == format.has_value())
        return fail(
            ErrorCode::InvalidArgument, "--judge", said("name either a judge or, with --format, a reply format"));
    if (name) {
        auto judge = judgeNamed(*name, terminal, session);
        if (!judge)
            return tl::unexpected(judge.error());
        return std::move(judge->judge);
    }
    auto judge = judgeOfFormat(*format);
    const auto task = arguments.value("--task");
    if (!judge || !task)
        return judge;
    const auto known = taskFrom(*task);
    if (!known)
        return fail(ErrorCode::InvalidArgument, "--task",
            said("\"%1\" is not pairwise, direct, classify, pass_fail, score_pair or select", *task));
    judge->task = *known;
    return judge;
}

/// A verdict-json reply without judge or task is read by its keys: as the first task that finds a verdict in it.
Judgement readByKeys(Judge judge, std::string_view reply, ReplyContext context) {
    context.judge = &judge;
    const Judgement first = readReply(reply, context);
    for (const Task task : {Task::PassFail, Task::Direct}) {
        if (first.outcome != Outcome::Unparseable)
            return first;
        judge.task = task;
        context.presentation = "A";
        Judgement judgement = readReply(reply, context);
        if (judgement.outcome == Outcome::Verdict || judgement.outcome == Outcome::Invalid)
            return judgement;
    }
    return first;
}

std::string numberText(const std::optional<double>& value) {
    return value ? fmt::format("{:.4g}", *value) : "-";
}

void print(const Judgement& judgement, std::ostream& out) {
    out << outcomeName(judgement.outcome);
    if (!judgement.reason.empty())
        out << ": " << judgement.reason;
    if (judgement.label)
        out << ' ' << labelText(*judgement.label);
    if (!judgement.result.empty())
        out << ' ' << judgement.result;
    out << '\n';
    for (const CriterionScore& score : judgement.criteria)
        out << fmt::format("  {}: weight {:.4g}, A {}, B {}\n", score.criterion.name, score.criterion.weight,
            numberText(score.scoreA), numberText(score.scoreB));
    if (judgement.scoreMargin)
        out << fmt::format("  weighted A {}, B {}, margin {}\n", numberText(judgement.weightedScoreA),
            numberText(judgement.weightedScoreB), numberText(judgement.scoreMargin));
    if (!judgement.flags.empty())
        out << fmt::format("  flags: {}\n", fmt::join(judgement.flags, ", "));
    if (!judgement.recovered.empty())
        out << fmt::format("  recovered: {}\n", fmt::join(judgement.recovered, ", "));
}

/// A reply, what it means, and what it was about where that is known.
struct Parsed {
    Judgement judgement;
    std::string reply;
    std::optional<Item> item;
};

Result<Parsed> parseOne(const Arguments& arguments, Terminal& terminal) {
    const auto session = sessionFrom(arguments);
    if (!session)
        return tl::unexpected(session.error());
    const auto judge = judgeFrom(arguments, terminal, session->reader.get());
    if (!judge)
        return tl::unexpected(judge.error());
    Parsed parsed;
    std::optional<Item>& item = parsed.item;
    if (const auto file = arguments.value("--item-json")) {
        auto read = itemFromFile(*file);
        if (!read)
            return tl::unexpected(read.error());
        item = std::move(*read);
    }
    constexpr std::size_t MostLetters = 26;
    const auto presentation = presentationFrom(arguments, judge->task, item ? item->responses.size() : MostLetters);
    if (!presentation)
        return tl::unexpected(presentation.error());
    auto reply = replyFrom(arguments);
    if (!reply)
        return tl::unexpected(reply.error());
    parsed.reply = std::move(*reply);
    ReplyContext context;
    context.judge = &*judge;
    context.presentation = *presentation;
    context.item = item ? &*item : nullptr;
    context.strict = arguments.has("--strict");
    const bool isByKeys = arguments.value("--format") == "verdict-json" && !arguments.has("--task");
    parsed.judgement = isByKeys ? readByKeys(*judge, parsed.reply, context) : readReply(parsed.reply, context);
    return parsed;
}

Result<const OriginalReader*> originalFrom(const Arguments& arguments) {
    const auto name = arguments.value("--original");
    const OriginalReader* reader = name ? findOriginalReader(*name) : nullptr;
    if (!name || reader != nullptr)
        return reader;
    std::vector<std::string_view> names;
    for (const OriginalReader& known : originalReaders())
        names.push_back(known.name);
    return fail(ErrorCode::InvalidArgument, "--original",
        said("\"%1\" is not one of: %2", *name, fmt::format("{}", fmt::join(names, ", "))));
}

void printParsed(const Parsed& parsed, const OriginalReader* original, Terminal& terminal) {
    if (!terminal.json) {
        print(parsed.judgement, terminal.out);
        if (original != nullptr)
            terminal.out << fmt::format(
                "  as {} reads it: {} ({})\n", original->name, original->read(parsed.reply), original->rule);
        return;
    }
    nlohmann::json document = judgementToJson(parsed.judgement);
    if (parsed.item)
        document["quotations"] = quotationsToJson(parsed.judgement, *parsed.item);
    if (original != nullptr)
        document["original"] = {
            {"reader", original->name}, {"result", original->read(parsed.reply)}, {"rule", original->rule}};
    terminal.printJson(document);
}

int run(const Arguments& arguments, Terminal& terminal) {
    const auto original = originalFrom(arguments);
    if (!original)
        return terminal.report(original.error());
    const auto parsed = parseOne(arguments, terminal);
    if (!parsed)
        return terminal.report(parsed.error());
    printParsed(*parsed, *original, terminal);
    return parsed->judgement.outcome == Outcome::Verdict ? 0 : exitStatus(ErrorCode::UnreadableReply);
}

} // namespace

Command parseCommand() {
    return {"parse", "A raw model reply to the verdict it holds",
        {{"FILE", "The reply; standard input if it is left out or -", false}},
        {{"--judge", "J", "Judge whose replies these are: a name, NAME@vN, NAME@hash or a YAML file"},
            {"--format", "F", "Reply format instead of a judge"},
            {"--task", "T", "Task of the format, if not its usual one"},
            {"--order", "ab|ba", "Which response stood first, default ab; or an order of many such as CAB"},
            {"--session", "S", "Session to look the judge up in"},
            {"--item-json", "FILE", "The item judged, to look quotations up in; any import format"},
            {"--strict", "", "Accept only replies that need no repair"},
            {"--original", "NAME", "Show beside it what judgelm, pandalm, fastchat or another program would read"}},
        run};
}

} // namespace assize::cli
