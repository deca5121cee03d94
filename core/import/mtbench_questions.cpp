// SPDX-License-Identifier: Apache-2.0
// MT-Bench's questions: what is asked in each turn, and reference answers, but no responses (protocols.md 7).
#include "core/import/formats.h"
#include "core/import/item_fields.h"

namespace assize {
namespace {

const std::vector<std::string_view> QuestionFields = {"questionid", "category", "turns", "reference"};

Guess guessQuestions(const FileHead& head) {
    if (head.hasAll({"questionid", "category", "turns"}) && head.valueBegins("turns", "[\""))
        return {90, "its records have question_id, category and turns that are texts"};
    return {};
}

/// The turns' references, one after the other.
Result<std::optional<std::string>> joinedReference(const Row& row) {
    if (row.find("reference") == nullptr)
        return std::optional<std::string>();
    const auto parts = requiredTexts(row, "reference", "reference");
    if (!parts)
        return tl::unexpected(parts.error());
    std::string joined;
    for (const std::string& part : *parts)
        joined += (joined.empty() ? "" : "\n\n") + part;
    return std::optional(joined);
}

Result<ImportRecord> readQuestion(const Row& row) {
    const auto turns = requiredTexts(row, "turns", "turns");
    auto id = requiredText(row, "questionid", "question_id");
    auto category = optionalText(row, "category");
    auto reference = joinedReference(row);
    if (!turns || !id)
        return tl::unexpected(turns ? id.error() : turns.error());
    if (!category || !reference)
        return tl::unexpected(category ? reference.error() : category.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "mtbench-questions";
    item.sourceId = std::move(*id);
    item.category = category->value_or("");
    for (const std::string& turn : *turns)
        item.turns.push_back({"user", turn});
    item.reference = std::move(*reference);
    item.metadata = row.rest(QuestionFields);
    return record;
}

} // namespace

Importer mtbenchQuestionsImporter() {
    return {"mtbench-questions", "MT-Bench's questions of two turns, without responses", {}, guessQuestions,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readQuestion);
        }};
}

} // namespace assize
