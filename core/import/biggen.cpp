// SPDX-License-Identifier: Apache-2.0
// BiGGen Bench: instances with a rubric of their own, an object keyed by id or a record a line. What stands as response
// may be a placeholder until a model has answered.
#include "core/import/formats.h"
#include "core/import/item_fields.h"

namespace assize {
namespace {

const std::vector<std::string_view> BiggenFields = {
    "id", "task", "systemprompt", "input", "referenceanswer", "response", "responsemodelname"};

Guess guessBiggen(const FileHead& head) {
    if (head.hasAll({"capability", "task", "input", "scorerubric"}))
        return {95, said("its records have capability, task, input and score_rubric")};
    return {};
}

Result<ImportRecord> readBiggen(const Row& row) {
    auto input = requiredText(row, "input", "input");
    if (!input)
        return tl::unexpected(input.error());
    std::map<std::string_view, std::string> texts;
    for (const std::string_view field :
        {"id", "task", "systemprompt", "referenceanswer", "response", "responsemodelname"}) {
        auto text = optionalText(row, field);
        if (!text)
            return tl::unexpected(text.error());
        texts[field] = text->value_or("");
    }
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "biggen";
    item.sourceId = texts["id"].empty() ? std::string(row.key) : texts["id"];
    item.category = texts["task"];
    if (!texts["systemprompt"].empty())
        item.turns.push_back({"system", texts["systemprompt"]});
    item.turns.push_back({"user", std::move(*input)});
    if (!texts["response"].empty())
        item.responses.push_back({texts["response"], texts["responsemodelname"]});
    if (!texts["referenceanswer"].empty())
        item.reference = texts["referenceanswer"];
    item.metadata = row.rest(BiggenFields);
    return record;
}

} // namespace

Importer biggenImporter() {
    return {"biggen", "BiGGen Bench's instances, each with its own rubric", {}, guessBiggen,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readBiggen);
        }};
}

} // namespace assize
