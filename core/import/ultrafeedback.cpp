// SPDX-License-Identifier: Apache-2.0
// UltraFeedback (protocols.md 7): instructions with four completions that GPT-4 rated in four respects, and the
// binarized set that was made of them, with a chosen and a rejected conversation.
#include "core/import/conversation.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/seeded_order.h"
#include "core/reply/reply_format.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assize {
namespace {

constexpr std::size_t MostCompletions = 26; // letters A to Z

const std::vector<std::string_view> BinarizedFields = {"prompt", "messages", "chosen", "rejected"};

Guess guessUltrafeedback(const FileHead& head) {
    if (head.hasAll({"instruction", "models", "completions"}) && head.valueBegins("completions", "["))
        return {95, said("its records have instruction, models and a list of completions")};
    if (head.hasAll({"prompt", "chosen", "rejected", "scorechosen", "scorerejected"}) &&
        head.valueBegins("chosen", "[{"))
        return {92,
            said("its records have lists of messages as chosen and rejected, with score_chosen and score_rejected")};
    return {};
}

/// The mean of the four ratings. The overall score is not used: where it should be 10 the published files have 1.
std::optional<double> ratingOf(const RowValue& completion) {
    double sum = 0;
    int count = 0;
    for (const char* aspect : {"instruction_following", "honesty", "truthfulness", "helpfulness"}) {
        const auto value = valueAt(completion, fmt::format("annotations.{}.Rating", aspect));
        const auto rating = value ? value->number() : std::nullopt;
        if (!rating)
            continue; // "N/A", where a respect does not apply
        sum += *rating;
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

/// Everything GPT-4 said of a completion, without the completion itself.
std::string reviewOf(const RowValue& completion) {
    std::string review = "{";
    const auto members = completion.object();
    for (const simdjson::dom::key_value_pair& member : *members) {
        if (member.key != "response")
            review += fmt::format(
                "{}{}:{}", review.size() > 1 ? "," : "", RowValue(member.key).json(), RowValue(member.value).json());
    }
    return review + "}";
}

/// One choice among all of them, with their ratings as scores.
ImportedVerdict verdictOf(const std::vector<std::optional<double>>& ratings, std::string reviews) {
    Judge judge;
    judge.task = ratings.size() == 2 ? Task::Pairwise : Task::Select;
    judge.reply.format = "score-pair";
    ImportedVerdict imported;
    imported.run.name = "gpt-4";
    imported.run.model = "gpt-4";
    imported.run.task = judge.task;
    imported.verdict.presentation.clear();
    std::vector<double> scores;
    for (const std::optional<double>& rating : ratings) {
        imported.verdict.presentation += static_cast<char>('A' + imported.verdict.presentation.size());
        if (rating)
            scores.push_back(*rating);
    }
    imported.verdict.judgement = readReply(
        fmt::format("{}", fmt::join(scores, " ")), {.judge = &judge, .presentation = imported.verdict.presentation});
    imported.verdict.rawReply = std::move(reviews);
    return imported;
}

Result<ImportRecord> readCompletions(const Row& row) {
    auto prompt = requiredText(row, "instruction", "instruction");
    if (!prompt)
        return tl::unexpected(prompt.error());
    const RowValue* value = row.find("completions");
    const auto list = value == nullptr ? std::nullopt : value->array();
    if (!list || list->size() == 0 || list->size() > MostCompletions)
        return unusable(said("completions is not a list of 1 to 26 answers"));
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "ultrafeedback";
    item.turns = {{"user", std::move(*prompt)}};
    std::vector<std::optional<double>> ratings;
    std::string reviews;
    for (const simdjson::dom::element entry : *list) {
        const RowValue completion(entry);
        const auto response = valueAt(completion, "response");
        const auto model = valueAt(completion, "model");
        const auto text = response && !response->isNull() ? response->text() : std::nullopt;
        if (!text || text->find('\0') != std::string::npos)
            return unusable(said("completions: entry %1 is not a text", item.responses.size() + 1));
        item.responses.push_back({*text, model ? model->text().value_or("") : ""});
        ratings.push_back(ratingOf(completion));
        reviews += (reviews.empty() ? "[" : ",") + reviewOf(completion);
    }
    item.category = optionalText(row, "source").value_or(std::nullopt).value_or("");
    item.metadata = row.rest({"instruction", "completions", "models", "source"});
    if (ratings.size() > 1)
        record.verdicts.push_back(verdictOf(ratings, reviews + "]"));
    else if (ratings.front())
        record.remark = said("the rating of an answer without others was left out");
    return record;
}

/// Equal scores prefer neither: which one was called chosen was chance.
Result<ImportRecord> readBinarized(const Row& row, std::uint64_t seed) {
    auto ranked = readRankedConversations(row);
    if (!ranked)
        return tl::unexpected(ranked.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "ultrafeedback";
    item.turns = std::move(ranked->turns);
    item.metadata = row.rest(BinarizedFields);
    ItemLabel gold = addRankedPair(item, {std::move(ranked->better), ""}, {std::move(ranked->worse), ""}, seed);
    const RowValue* better = row.find("scorechosen");
    const RowValue* worse = row.find("scorerejected");
    if (better != nullptr && worse != nullptr && better->number() && better->number() == worse->number())
        gold.label = Label::Tie;
    record.labels.push_back(std::move(gold));
    return record;
}

Result<ImportRecord> readUltrafeedback(const Row& row, std::uint64_t seed) {
    return row.find("completions") != nullptr ? readCompletions(row) : readBinarized(row, seed);
}

} // namespace

Importer ultrafeedbackImporter() {
    return {"ultrafeedback", "UltraFeedback's completions with GPT-4's ratings, and the binarized pairs", {},
        guessUltrafeedback, [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(
                source, options, sink, [&](const Row& row) { return readUltrafeedback(row, options.seed); });
        }};
}

} // namespace assize
