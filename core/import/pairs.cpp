// SPDX-License-Identifier: Apache-2.0
// A prompt and two responses a record: Nova's input (protocols.md 3.1) and whatever people write by hand.
#include "core/import/pairs.h"

#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/nova_metrics.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> PairsFields = {"prompt", "turns", "messages", "responsea", "responseb", "reference",
    "context", "label", "annotators", "category", "id", "images", "modela", "modelb"};

Guess guessPairs(const FileHead& head) {
    const auto has = [&](const char* field) { return head.fields.count(field) > 0; };
    const bool hasPrompt = has("prompt") || has("turns") || has("messages");
    if (hasPrompt && has("responsea") && has("responseb"))
        return {80, said("its records have prompt, response_A and response_B")};
    return {};
}

std::optional<ItemLabel> labelFrom(const std::string& text) {
    ItemLabel label;
    label.label = labelFromText(text);
    label.step = stepFromText(text);
    return label.label ? std::optional(std::move(label)) : std::nullopt;
}

/// A table that this program wrote for spreadsheets. Its label is a judge's, and would make a bad gold.
bool isOwnTable(const Row& row) {
    const auto has = [&](std::string_view name) {
        return std::any_of(row.fields.begin(), row.fields.end(), [&](const Row::Field& f) { return f.plain == name; });
    };
    return has("gold") && has("sourceid") && has("labelforward");
}

/// Takes back what such a table does to texts that a spreadsheet would take for formulas.
void unguard(std::string& text) {
    if (text.size() > 1 && text[0] == '\'' && std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos)
        text.erase(0, 1);
}

/// The item as it was before it went into such a table.
Result<void> restoreItem(const Row& row, Item& item) {
    const auto sourceId = optionalText(row, "sourceid");
    const auto id = optionalText(row, "item");
    if (!sourceId || !id)
        return tl::unexpected(sourceId ? id.error() : sourceId.error());
    item.sourceId = sourceId->value_or(id->value_or(""));
    unguard(item.sourceId);
    unguard(item.category);
    for (Turn& turn : item.turns)
        unguard(turn.content);
    for (Response& response : item.responses)
        unguard(response.text);
    for (auto* text : {&item.reference, &item.context}) {
        if (*text)
            unguard(**text);
    }
    item.metadata = "{}";
    return {};
}

Result<void> readPairsLabel(const Row& row, ImportRecord& record) {
    const auto text = optionalText(row, isOwnTable(row) ? "gold" : "label");
    if (!text)
        return tl::unexpected(text.error());
    if (!*text)
        return {};
    auto gold = labelFrom(**text);
    if (!gold) {
        record.remark = said("the label \"%1\" is none of A>B, B>A, A=B, A=B (both bad) or their usual spellings; "
                             "the item was imported without it",
            **text);
        return {};
    }
    record.labels.push_back(std::move(*gold));
    return {};
}

} // namespace

Result<void> addPairLabels(const Row& row, ImportRecord& record) {
    if (const auto labelled = readPairsLabel(row, record); !labelled)
        return labelled;
    return addAnnotators(
        row, [](const RowValue& value) { return labelFrom(value.text().value_or("")); }, record);
}

Result<ImportRecord> readPair(const Row& row, std::string_view format) {
    auto item = readItemFields(row, format);
    if (!item)
        return tl::unexpected(item.error());
    auto first = requiredText(row, "responsea", "response_A");
    auto second = requiredText(row, "responseb", "response_B");
    const auto firstModel = optionalText(row, "modela");
    const auto secondModel = optionalText(row, "modelb");
    if (!first || !second)
        return tl::unexpected(first ? second.error() : first.error());
    if (!firstModel || !secondModel)
        return tl::unexpected(firstModel ? secondModel.error() : firstModel.error());
    item->responses = {{std::move(*first), firstModel->value_or("")}, {std::move(*second), secondModel->value_or("")}};
    item->metadata = row.rest(PairsFields);
    if (const auto restored = isOwnTable(row) ? restoreItem(row, *item) : Result<void>(); !restored)
        return tl::unexpected(restored.error());
    ImportRecord record;
    record.item = std::move(*item);
    if (const auto labelled = addPairLabels(row, record); !labelled)
        return tl::unexpected(labelled.error());
    const RowValue* metrics = row.find("metrics");
    if (auto verdict = metrics == nullptr ? std::nullopt : novaVerdict(*metrics)) {
        std::vector<std::string_view> taken = PairsFields;
        taken.emplace_back("metrics");
        record.item->metadata = row.rest(taken);
        record.verdicts.push_back(std::move(*verdict));
    } else if (metrics != nullptr && (format == "nova" || (metrics->text() && !metrics->number()))) {
        record.remark = record.remark.isEmpty()
                            ? said("metrics is no verdict of Nova's judge; the item was imported without it")
                            : said("neither label nor metrics can be read; the item was imported without them");
    }
    return record;
}

Importer pairsImporter() {
    return {"pairs", "a prompt and two responses a record, as JSON Lines, JSON array, CSV or TSV",
        {"prompt", "response_A", "response_B", "reference", "context", "label", "annotators", "category", "id",
            "images", "model_A", "model_B"},
        guessPairs, [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, [](const Row& row) { return readPair(row, "pairs"); });
        }};
}

} // namespace assize
