// SPDX-License-Identifier: Apache-2.0
// AlpacaEval: annotations of pairs with a preference from 1 (the first output) to 2 (the second), and model outputs
// (protocols.md 5.9 and 7).
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> AlpacaevalFields = {"instruction", "input", "output", "output1", "output2",
    "generator", "generator1", "generator2", "dataset", "annotator", "annotatorindex", "preference", "rawcompletion",
    "priceperexample", "timeperexample"};

Guess guessAlpacaeval(const FileHead& head) {
    if (head.hasAll({"instruction", "output1", "output2"}))
        return {90, said("its records have instruction, output_1 and output_2")};
    if (head.hasAll({"instruction", "output", "generator"}))
        return {85, said("its records have instruction, output and generator")};
    return {};
}

/// How strongly the first output is preferred, 0 to 1; 0 in the file means a draw, as 1.5 does.
std::optional<double> shareOfFirst(double preference) {
    if (preference == 0)
        return 0.5;
    return preference >= 1 && preference <= 2 ? std::optional(2 - preference) : std::nullopt;
}

Label labelFromShare(double share) {
    return share > 0.5 ? Label::A : share < 0.5 ? Label::B : Label::Tie;
}

Judgement readPreference(const RowValue* preference) {
    Judgement judgement;
    const auto number = preference == nullptr ? std::nullopt : preference->number();
    if (!number) {
        judgement.reason = "no-verdict";
        return judgement;
    }
    const auto share = shareOfFirst(*number);
    if (!share) {
        judgement.outcome = Outcome::Invalid;
        judgement.reason = fmt::format("out-of-range: preference {}, 1 to 2", *number);
        return judgement;
    }
    judgement.outcome = Outcome::Verdict;
    judgement.label = labelFromShare(*share);
    judgement.scores = {*share, 1 - *share};
    judgement.scoreMargin = 2 * *share - 1;
    const bool isContinuous = *share != 0 && *share != 1 && *share != 0.5;
    judgement.reason = isContinuous ? "preference" : "";
    return judgement;
}

ImportedVerdict readAnnotation(const Row& row, std::string annotator) {
    ImportedVerdict imported;
    imported.run.name = std::move(annotator);
    imported.verdict.judgement = readPreference(row.find("preference"));
    if (const RowValue* reply = row.find("rawcompletion"))
        imported.verdict.rawReply = reply->text().value_or(reply->json());
    const RowValue* seconds = row.find("timeperexample");
    imported.verdict.latencySeconds = seconds == nullptr ? 0 : seconds->number().value_or(0);
    return imported;
}

/// People have a number and no name. Theirs is a label; an annotator with a name is a judge, and its verdict.
Result<void> readOpinion(const Row& row, ImportRecord& record) {
    const auto name = optionalText(row, "annotator");
    const auto number = optionalText(row, "annotatorindex");
    if (!name || !number)
        return tl::unexpected(name ? number.error() : name.error());
    if (*name || !*number) {
        record.rater = name->value_or("");
        if (*name || row.find("preference") != nullptr)
            record.verdicts.push_back(readAnnotation(row, record.rater));
        return {};
    }
    record.rater = "annotator " + **number;
    const Judgement judgement = readPreference(row.find("preference"));
    if (!judgement.label) {
        record.remark = said("its preference is none from 1 to 2; the item was imported without it");
        return {};
    }
    ItemLabel label;
    label.annotator = record.rater;
    label.label = judgement.label;
    record.labels.push_back(std::move(label));
    return {};
}

/// Both outputs of a pair, or the one of a model.
Result<std::vector<Response>> readOutputs(const Row& row) {
    std::vector<Response> responses;
    const bool isSingle = row.find("output") != nullptr;
    for (const char* number : isSingle ? std::vector<const char*>{""} : std::vector<const char*>{"1", "2"}) {
        auto output =
            requiredText(row, fmt::format("output{}", number), isSingle ? "output" : fmt::format("output_{}", number));
        auto generator = optionalText(row, fmt::format("generator{}", number));
        if (!output || !generator)
            return tl::unexpected(output ? generator.error() : output.error());
        responses.push_back({std::move(*output), generator->value_or("")});
    }
    return responses;
}

Result<ImportRecord> readAlpacaeval(const Row& row) {
    auto prompt = requiredText(row, "instruction", "instruction");
    auto input = optionalText(row, "input");
    const auto dataset = optionalText(row, "dataset");
    auto outputs = readOutputs(row);
    if (!prompt || !outputs)
        return tl::unexpected(prompt ? outputs.error() : prompt.error());
    if (!input || !dataset)
        return tl::unexpected(input ? dataset.error() : input.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "alpacaeval";
    item.turns = {{"user", std::move(*prompt)}};
    item.context = std::move(*input);
    item.responses = std::move(*outputs);
    item.category = dataset->value_or("");
    item.metadata = row.rest(AlpacaevalFields);
    if (item.responses.size() == 2) {
        if (const auto read = readOpinion(row, record); !read)
            return tl::unexpected(read.error());
    }
    return record;
}

} // namespace

Importer alpacaevalImporter() {
    return {"alpacaeval", "AlpacaEval's annotations with preferences, and model outputs", {}, guessAlpacaeval,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readAlpacaeval);
        }};
}

} // namespace assize
