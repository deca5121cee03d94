// SPDX-License-Identifier: Apache-2.0
// LLMBar: dataset.json, and evaluators/<model>/<strategy>/result.json, which repeats the records with a verdict for
// each order (protocols.md 7; the data set's own notes).
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <filesystem>

namespace assize {
namespace {

const std::vector<std::string_view> LlmbarFields = {"input", "output1", "output2", "label", "results"};

Guess guessLlmbar(const FileHead& head) {
    const auto has = [&](const char* field) { return head.fields.count(field) > 0; };
    if (!has("input") || !has("output1") || !has("output2") || !has("label"))
        return {};
    return {90, has("results") ? said("its records have input, output_1, output_2, label and an evaluator's results")
                               : said("its records have input, output_1, output_2 and label")};
}

std::optional<Label> labelFromNumber(const std::optional<std::string>& number) {
    if (number == "1")
        return Label::A;
    return number == "2" ? std::optional(Label::B) : std::nullopt;
}

std::optional<std::string> textAt(const RowValue& value, std::string_view path) {
    const auto found = valueAt(value, path);
    return found && !found->isNull() ? found->text() : std::nullopt;
}

/// evaluators/GPT-4/Vanilla/result.json is by "GPT-4/Vanilla"; a file that lies elsewhere does not say who judged.
ImportedRun runFrom(const std::string& path) {
    ImportedRun run;
    run.orders = Orders::Both;
    const std::filesystem::path strategy = std::filesystem::path(path).parent_path();
    const std::filesystem::path model = strategy.parent_path();
    if (model.parent_path().filename() == "evaluators") {
        run.model = model.filename().string();
        run.name = run.model + "/" + strategy.filename().string();
    }
    return run;
}

/// One order's verdict. The winner is in the item's own numbering in both orders; none means that the reply held none.
/// Of the pointwise strategy both replies and their scores are kept.
ImportedVerdict readOrder(const RowValue& result, std::string_view order, const ImportedRun& run) {
    ImportedVerdict imported;
    imported.run = run;
    Verdict& verdict = imported.verdict;
    verdict.presentation = order == "swap = False" ? "AB" : "BA";
    const std::string member = std::string(order);
    verdict.judgement.label = labelFromNumber(textAt(result, member + ".winner"));
    verdict.judgement.outcome = verdict.judgement.label ? Outcome::Verdict : Outcome::Unparseable;
    verdict.judgement.reason = verdict.judgement.label ? "" : "parse";
    verdict.rawReply = textAt(result, member + ".completion.0").value_or("");
    const auto first = valueAt(result, "score_1.0");
    const auto second = valueAt(result, "score_2.0");
    if (first && second) {
        verdict.rawReply = first->text().value_or("") + "\n" + second->text().value_or("");
        if (first->number() && second->number())
            verdict.judgement.scores = {*first->number(), *second->number()};
    }
    return imported;
}

/// Only the last result is the verdict; those before it are steps on the way.
Result<std::vector<ImportedVerdict>> readResults(const RowValue& results, const ImportedRun& run) {
    const auto list = results.array();
    if (!list || list->size() == 0)
        return unusable(said("results is not a list with at least one entry"));
    const RowValue last(list->at(list->size() - 1).value_unsafe());
    std::vector<ImportedVerdict> verdicts;
    for (const std::string_view order : {"swap = False", "swap = True"}) {
        if (valueAt(last, order))
            verdicts.push_back(readOrder(last, order, run));
    }
    if (verdicts.empty())
        return unusable(said("the last of the results has neither \"swap = False\" nor \"swap = True\""));
    return verdicts;
}

Result<ImportRecord> readLlmbarRecord(const Row& row, const ImportedRun& run) {
    auto prompt = requiredText(row, "input", "input");
    auto first = requiredText(row, "output1", "output_1");
    auto second = requiredText(row, "output2", "output_2");
    auto label = requiredText(row, "label", "label");
    for (const auto* field : {&prompt, &first, &second, &label}) {
        if (!*field)
            return tl::unexpected(field->error());
    }
    ItemLabel gold;
    gold.label = labelFromNumber(*label);
    if (!gold.label)
        return unusable(said("label is neither 1 nor 2: %1", *label));
    ImportRecord record;
    record.item = Item();
    record.item->format = "llmbar";
    record.item->turns = {{"user", std::move(*prompt)}};
    record.item->responses = {{std::move(*first), ""}, {std::move(*second), ""}};
    record.item->metadata = row.rest(LlmbarFields);
    record.labels.push_back(std::move(gold));
    if (const RowValue* results = row.find("results")) {
        auto verdicts = readResults(*results, run);
        if (!verdicts)
            return tl::unexpected(verdicts.error());
        record.verdicts = std::move(*verdicts);
    }
    return record;
}

} // namespace

Importer llmbarImporter() {
    return {"llmbar", "LLMBar's dataset.json and its evaluators' result.json", {}, guessLlmbar,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            const ImportedRun run = runFrom(options.path);
            return readRows(source, options, sink, [&](const Row& row) { return readLlmbarRecord(row, run); });
        }};
}

} // namespace assize
