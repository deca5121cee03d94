// SPDX-License-Identifier: Apache-2.0
// WildBench's scores, 1 to 10, as text (protocols.md 7). The files have no prompts: items without text stand for
// sessions, so that the scores of several models are about the same items, each model in a run of its own.
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <filesystem>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr double WildbenchLowest = 1;
constexpr double WildbenchHighest = 10;

Guess guessWildbench(const FileHead& head) {
    if (head.hasAll({"sessionid", "modeltest", "score"}))
        return {95, said("its records have session_id, model_test and score")};
    return {};
}

/// The folder "eval=NAME" says who scored.
std::string judgeFromPath(const std::string& path) {
    constexpr std::string_view Key = "eval=";
    for (const std::filesystem::path& part : std::filesystem::path(path)) {
        if (part.string().starts_with(Key))
            return part.string().substr(Key.size());
    }
    return {};
}

std::string memberText(const Row& row, std::string_view field, std::string_view member) {
    const RowValue* value = row.find(field);
    const auto found = value == nullptr ? std::nullopt : valueAt(*value, member);
    return found && !found->isNull() ? found->text().value_or("") : std::string();
}

std::int64_t tokensAt(const Row& row, std::string_view member) {
    const RowValue* value = row.find("metadata");
    const auto found = value == nullptr ? std::nullopt : valueAt(*value, member);
    const double tokens = found ? found->number().value_or(0) : 0;
    return tokens > 0 && tokens < 1e15 ? static_cast<std::int64_t>(tokens) : 0;
}

Judgement readWildbenchScore(const RowValue* score) {
    Judgement judgement;
    const auto number = score == nullptr ? std::nullopt : score->number();
    if (!number) {
        judgement.reason = "no-verdict";
    } else if (*number < WildbenchLowest || *number > WildbenchHighest) {
        judgement.outcome = Outcome::Invalid;
        judgement.reason = fmt::format("out-of-range: score {}, 1 to 10", *number);
    } else {
        judgement.outcome = Outcome::Verdict;
        judgement.scores = {*number};
        judgement.result = fmt::format("{}", *number);
        judgement.weightedScoreA = (*number - WildbenchLowest) / (WildbenchHighest - WildbenchLowest);
    }
    return judgement;
}

std::string strengthsAndWeaknesses(const Row& row) {
    std::string text;
    for (const char* part : {"strengths", "weaknesses"}) {
        const std::string said = memberText(row, "parsedresult", part);
        if (!said.empty())
            text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", part, said);
    }
    return text;
}

/// The record itself is kept as the raw reply, as it holds the answer that was scored.
Result<ImportRecord> readWildbench(const Row& row, const std::string& judge) {
    auto id = requiredText(row, "sessionid", "session_id");
    const auto model = requiredText(row, "modeltest", "model_test");
    if (!id || !model)
        return tl::unexpected(id ? model.error() : id.error());
    if (id->empty())
        return unusable(said("session_id is empty"));
    ImportedVerdict imported;
    imported.run.name = judge.empty() ? *model : fmt::format("{} on {}", judge, *model);
    imported.run.model = judge;
    imported.run.task = Task::Direct;
    imported.run.scaleMin = WildbenchLowest;
    imported.run.scaleMax = WildbenchHighest;
    Verdict& verdict = imported.verdict;
    verdict.presentation = "A";
    verdict.judgement = readWildbenchScore(row.find("score"));
    verdict.judgement.overallJustification = strengthsAndWeaknesses(row);
    verdict.usage.inputTokens = tokensAt(row, "usage.prompt_tokens");
    verdict.usage.outputTokens = tokensAt(row, "usage.completion_tokens");
    verdict.rawReply = std::string(row.source);
    ImportRecord record;
    record.joinSourceId = *id;
    Item& item = record.item.emplace();
    item.format = "wildbench";
    item.sourceId = std::move(*id);
    record.verdicts.push_back(std::move(imported));
    return record;
}

} // namespace

Importer wildbenchImporter() {
    return {"wildbench", "WildBench's scores; the prompts are not in these files", {}, guessWildbench,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            const std::string judge = judgeFromPath(options.path);
            return readRows(source, options, sink, [&](const Row& row) { return readWildbench(row, judge); });
        }};
}

} // namespace assize
