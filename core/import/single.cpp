// SPDX-License-Identifier: Apache-2.0
// A prompt and one response a record, for judges that score, classify, or pass and fail.
#include "core/import/single.h"

#include "core/import/formats.h"
#include "core/import/item_fields.h"

namespace assize {
namespace {

const std::vector<std::string_view> SingleFields = {"prompt", "turns", "messages", "response", "reference", "context",
    "label", "score", "annotators", "category", "id", "images", "model"};

Guess guessSingle(const FileHead& head) {
    const auto has = [&](const char* field) { return head.fields.count(field) > 0; };
    const bool hasPrompt = has("prompt") || has("turns") || has("messages");
    if (hasPrompt && has("response") && !has("responsea"))
        return {60, said("its records have prompt and response")};
    return {};
}

/// score is a number; label is a number too, or else a class such as PASS.
Result<std::optional<ItemLabel>> readSingleLabel(const Row& row) {
    const RowValue* score = row.find("score");
    const auto scoreText = optionalText(row, "score");
    const auto label = optionalText(row, "label");
    if (!scoreText || !label)
        return tl::unexpected(scoreText ? label.error() : scoreText.error());
    ItemLabel gold;
    if (*scoreText) {
        gold.score = score->number();
        if (!gold.score)
            return unusable(said("score is not a number: %1", **scoreText));
    }
    if (*label) {
        const auto number = row.find("label")->number();
        if (number && !gold.score)
            gold.score = number;
        else
            gold.result = **label;
    }
    return *scoreText || *label ? std::optional(gold) : std::nullopt;
}

/// A number, or else a class.
std::optional<ItemLabel> opinionFrom(const RowValue& value) {
    const auto text = value.text();
    if (!text || text->find('\0') != std::string::npos)
        return std::nullopt;
    ItemLabel label;
    label.score = value.number();
    if (!label.score)
        label.result = *text;
    return label;
}

Result<ImportRecord> readSingle(const Row& row) {
    auto item = readItemFields(row, "single");
    if (!item)
        return tl::unexpected(item.error());
    auto response = requiredText(row, "response", "response");
    const auto model = optionalText(row, "model");
    if (!response || !model)
        return tl::unexpected(response ? model.error() : response.error());
    item->responses = {{std::move(*response), model->value_or("")}};
    item->metadata = row.rest(SingleFields);
    ImportRecord record;
    record.item = std::move(*item);
    if (const auto labelled = addSingleLabels(row, record); !labelled)
        return tl::unexpected(labelled.error());
    return record;
}

} // namespace

Result<void> addSingleLabels(const Row& row, ImportRecord& record) {
    auto label = readSingleLabel(row);
    if (!label)
        return tl::unexpected(label.error());
    if (*label)
        record.labels.push_back(std::move(**label));
    return addAnnotators(row, opinionFrom, record);
}

Importer singleImporter() {
    return {"single", "a prompt and one response a record, as JSON Lines, JSON array, CSV or TSV",
        {"prompt", "response", "reference", "context", "label", "score", "annotators", "category", "id", "images",
            "model"},
        guessSingle, [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readSingle);
        }};
}

} // namespace assize
