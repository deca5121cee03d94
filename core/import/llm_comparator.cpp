// SPDX-License-Identifier: Apache-2.0
// LLM Comparator's file: one object with the models' names and the examples, each with the ratings of single raters
// (protocols.md 5.10 and 7). Scores stand in the frame of A and B already; is_flipped says that B was shown first.
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> ExampleFields = {
    "inputtext", "tags", "outputtexta", "outputtextb", "individualraterscores"};

Guess guessComparator(const FileHead& head) {
    if (head.text.find("\"examples\"") != std::string_view::npos &&
        head.text.find("\"models\"") != std::string_view::npos &&
        head.text.find("\"output_text_a\"") != std::string_view::npos)
        return {95, said("it is an object with models, and examples with output_text_a and output_text_b")};
    return {};
}

using ModelNames = std::array<std::string, 2>;

/// A text, or the text parts of a list of {data, type}.
Result<std::string> inputText(const Row& row) {
    const RowValue* value = row.find("inputtext");
    const auto parts = value == nullptr ? std::nullopt : value->array();
    if (!parts)
        return requiredText(row, "inputtext", "input_text");
    std::string joined;
    for (const simdjson::dom::element part : *parts) {
        const auto type = valueAt(RowValue(part), "type");
        const auto data = valueAt(RowValue(part), "data");
        if (type && data && type->text() == "text")
            joined += (joined.empty() ? "" : "\n") + data->text().value_or("");
    }
    return joined;
}

/// The first tag is the category.
std::string firstTag(const Row& row) {
    const RowValue* tags = row.find("tags");
    const auto first = tags == nullptr ? std::nullopt : valueAt(*tags, "0");
    return first ? first->text().value_or("") : "";
}

/// Half steps from 1.5 (A is much better) to −1.5. Finer or larger numbers keep their side.
Judgement ratingJudgement(const RowValue& rating) {
    constexpr double MuchBetter = 1.5;
    Judgement judgement;
    const auto rationale = valueAt(rating, "rationale");
    judgement.overallJustification = rationale ? rationale->text().value_or("") : "";
    const auto value = valueAt(rating, "score");
    const auto score = value ? value->number() : std::nullopt;
    if (!score) {
        judgement.reason = "no-verdict";
        return judgement;
    }
    judgement.outcome = Outcome::Verdict;
    const int strength = *score == 0 ? 0 : std::abs(*score) >= MuchBetter ? 2 : 1;
    judgement.step = *score < 0 ? -strength : strength;
    judgement.label = labelFromStep(*judgement.step);
    return judgement;
}

/// Each rating is a sample of the order in which the rater saw the two.
void addRatings(const Row& row, ImportRecord& record) {
    const RowValue* value = row.find("individualraterscores");
    const auto ratings = value == nullptr ? std::nullopt : value->array();
    if (!ratings)
        return;
    std::array<int, 2> samples{};
    for (const simdjson::dom::element entry : *ratings) {
        const RowValue rating(entry);
        const auto flipped = valueAt(rating, "is_flipped");
        const bool isFlipped = flipped && flipped->text() == "true";
        ImportedVerdict imported;
        imported.run.orders = Orders::Both;
        imported.verdict.presentation = isFlipped ? "BA" : "AB";
        imported.verdict.sample = ++samples.at(isFlipped ? 1 : 0);
        imported.verdict.judgement = ratingJudgement(rating);
        imported.verdict.rawReply = rating.json();
        record.verdicts.push_back(std::move(imported));
    }
}

Result<ImportRecord> readExample(const Row& row, const ModelNames& models) {
    auto prompt = inputText(row);
    auto first = requiredText(row, "outputtexta", "output_text_a");
    auto second = requiredText(row, "outputtextb", "output_text_b");
    if (!prompt || !first || !second)
        return tl::unexpected(!prompt ? prompt.error() : !first ? first.error() : second.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "llm-comparator";
    item.category = firstTag(row);
    item.turns = {{"user", std::move(*prompt)}};
    item.responses = {{std::move(*first), models[0]}, {std::move(*second), models[1]}};
    item.metadata = row.rest(ExampleFields);
    addRatings(row, record);
    return record;
}

ModelNames comparedModels(const RowValue& models) {
    ModelNames names;
    for (std::size_t at = 0; at < names.size(); ++at) {
        const auto name = valueAt(models, fmt::format("{}.name", at));
        names.at(at) = name ? name->text().value_or("") : "";
    }
    return names;
}

Result<void> readComparator(ByteSource& source, const ImportOptions& options, ImportSink& sink) {
    ModelNames models;
    bool hasExamples = false;
    bool isNamedLate = false;
    const auto readMember = [&](std::string_view key, const RowValue& value) {
        if (key != "models")
            return;
        isNamedLate = hasExamples;
        models = comparedModels(value);
    };
    const auto read = readListRows(source, options, sink, {"examples"}, readMember, [&](const Row& row) {
        hasExamples = true;
        return readExample(row, models);
    });
    if (!read || !isNamedLate)
        return read;
    return sink.skipped(1, said("models stands behind examples, too late to name theirs"), {});
}

} // namespace

Importer llmComparatorImporter() {
    return {"llm-comparator", "LLM Comparator's side-by-side file, with the ratings in it", {}, guessComparator,
        readComparator};
}

} // namespace assize
