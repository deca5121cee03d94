// SPDX-License-Identifier: Apache-2.0
// MT-Bench's questions: what is asked in each turn, and reference answers, but no responses (protocols.md 7). Reference
// answers in a file of their own (reference_answer/*.jsonl) are no items: they go to the questions and to the votes of
// mtbench that are named in the same call.
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/reference_answers.h"

namespace assize {
namespace {

const std::vector<std::string_view> QuestionFields = {"questionid", "category", "turns", "reference"};

Guess guessQuestions(const FileHead& head) {
    if (head.hasAll({"questionid", "category", "turns"}) && head.valueBegins("turns", "[\""))
        return {90, said("its records have question_id, category and turns that are texts")};
    if (head.hasAll({"questionid", "modelid", "choices"}))
        return {85, said("its records have question_id, model_id and choices, as reference answers have")};
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

/// A reference answer, which other files of the call have taken.
Result<ImportRecord> readReferenceAnswer(const ImportOptions& options) {
    if (!isReferenceFile(options.path))
        return unusable(
            said("these are a model's answers; reference answers stand in a folder or file named after them"));
    if (options.beside.empty())
        return unusable(said("a reference answer is no item; name the questions or votes in the same call"));
    ImportRecord record;
    record.isPartOfOthers = true;
    return record;
}

Result<ImportRecord> readQuestion(const Row& row, const ReferenceAnswers& references) {
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
    item.reference = references.reference(item.sourceId, item.turns.size());
    if (!item.reference)
        item.reference = std::move(*reference);
    item.metadata = row.rest(QuestionFields);
    return record;
}

} // namespace

Importer mtbenchQuestionsImporter() {
    return {"mtbench-questions", "MT-Bench's questions of two turns, without responses", {}, guessQuestions,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) -> Result<void> {
            const auto references = ReferenceAnswers::read(options.beside, options.stop);
            if (!references)
                return tl::unexpected(references.error());
            return readRows(source, options, sink, [&](const Row& row) {
                return row.find("choices") != nullptr ? readReferenceAnswer(options) : readQuestion(row, *references);
            });
        }};
}

} // namespace assize
