// SPDX-License-Identifier: Apache-2.0
// A prompt and any number of responses a record, for judges that choose among many.
#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::size_t MostResponses = 26; // letters A to Z

const std::vector<std::string_view> MultiFields = {
    "prompt", "turns", "messages", "responses", "reference", "context", "label", "category", "id", "images", "models"};

Guess guessMulti(const FileHead& head) {
    const bool hasPrompt = head.hasAll({"prompt"}) || head.hasAll({"turns"}) || head.hasAll({"messages"});
    if (hasPrompt && head.hasAll({"responses"}) && head.valueBegins("responses", "["))
        return {65, said("its records have prompt and a list of responses")};
    return {};
}

/// A text, or an object with the text and who wrote it.
std::optional<Response> responseFrom(const RowValue& value) {
    if (auto text = value.text())
        return Response{std::move(*text), ""};
    const auto model = valueAt(value, "model");
    for (const char* member : {"text", "response", "content"}) {
        const auto found = valueAt(value, member);
        if (auto text = found ? found->text() : std::nullopt)
            return Response{std::move(*text), model ? model->text().value_or("") : ""};
    }
    return std::nullopt;
}

Result<std::vector<Response>> readResponses(const Row& row) {
    const RowValue* value = row.find("responses");
    const auto list = value == nullptr ? std::nullopt : value->array();
    if (!list || list->size() == 0 || list->size() > MostResponses)
        return unusable(said("responses is not a list of 1 to 26 texts"));
    std::vector<Response> responses;
    const RowValue* models = row.find("models");
    for (const simdjson::dom::element entry : *list) {
        auto response = responseFrom(RowValue(entry));
        if (!response || response->text.find('\0') != std::string::npos)
            return unusable(said("responses: entry %1 is not a text", responses.size() + 1));
        const auto model = models == nullptr ? std::nullopt : valueAt(*models, fmt::format("{}", responses.size()));
        if (response->model.empty() && model)
            response->model = model->text().value_or("");
        responses.push_back(std::move(*response));
    }
    return responses;
}

/// The letter of the best response, or its place counted from 0.
std::optional<std::string> bestOf(std::string_view label, std::size_t responses) {
    const std::string_view word = trimmed(label);
    auto place = numberFrom<std::size_t>(word);
    if (!place && word.size() == 1)
        place = static_cast<std::size_t>((word[0] | 0x20) - 'a');
    return place && *place < responses ? std::optional(std::string(1, static_cast<char>('A' + *place))) : std::nullopt;
}

Result<ImportRecord> readMulti(const Row& row) {
    auto item = readItemFields(row, "multi");
    if (!item)
        return tl::unexpected(item.error());
    auto responses = readResponses(row);
    const auto label = optionalText(row, "label");
    if (!responses || !label)
        return tl::unexpected(responses ? label.error() : responses.error());
    item->responses = std::move(*responses);
    item->metadata = row.rest(MultiFields);
    ImportRecord record;
    if (*label) {
        ItemLabel gold;
        gold.result = bestOf(**label, item->responses.size()).value_or("");
        if (gold.result.empty())
            record.remark =
                said("the label \"%1\" names none of the responses; the item was imported without it", **label);
        else
            record.labels.push_back(std::move(gold));
    }
    record.item = std::move(*item);
    return record;
}

} // namespace

Importer multiImporter() {
    return {"multi", "a prompt and a list of responses a record",
        {"prompt", "responses", "reference", "context", "label", "category", "id", "images", "models"}, guessMulti,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readMulti);
        }};
}

} // namespace assize
