// SPDX-License-Identifier: Apache-2.0
// HaluBench: an answer to a question from a passage, PASS if the passage bears it out (protocols.md 7).
#include "core/base/text.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> HalubenchFields = {"id", "passage", "question", "answer", "label", "sourceds"};

Guess guessHalubench(const FileHead& head) {
    if (head.hasAll({"passage", "question", "answer", "label"}))
        return {90, said("its records have passage, question, answer and label")};
    return {};
}

Result<ImportRecord> readHalubench(const Row& row) {
    auto question = requiredText(row, "question", "question");
    auto answer = requiredText(row, "answer", "answer");
    auto passage = optionalText(row, "passage");
    auto id = optionalText(row, "id");
    auto source = optionalText(row, "sourceds");
    auto label = optionalText(row, "label");
    if (!question || !answer)
        return tl::unexpected(question ? answer.error() : question.error());
    for (const auto* field : {&passage, &id, &source, &label}) {
        if (!*field)
            return tl::unexpected(field->error());
    }
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "halubench";
    item.sourceId = id->value_or("");
    item.turns = {{"user", std::move(*question)}};
    item.responses = {{std::move(*answer), ""}};
    item.context = std::move(*passage);
    item.category = source->value_or("");
    item.metadata = row.rest(HalubenchFields);
    const std::string word = foldCase(trimmed(label->value_or("")));
    if (word == "pass" || word == "fail") {
        ItemLabel gold;
        gold.result = word == "pass" ? "PASS" : "FAIL";
        record.labels.push_back(std::move(gold));
    } else if (*label) {
        record.remark = said("the label \"%1\" is neither PASS nor FAIL; the item was imported without it", **label);
    }
    return record;
}

} // namespace

Importer halubenchImporter() {
    return {"halubench", "HaluBench: answers from a passage, with PASS or FAIL", {}, guessHalubench,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readHalubench);
        }};
}

} // namespace assize
