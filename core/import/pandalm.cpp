// SPDX-License-Identifier: Apache-2.0
// PandaLM: the test set with three annotators, and verdict files that join it on idx (protocols.md 5.2 and 7).
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> PandalmFields = {
    "idx", "instruction", "input", "response1", "response2", "annotator1", "annotator2", "annotator3"};

Guess guessPandalm(const FileHead& head) {
    const auto has = [&](const char* field) { return head.fields.count(field) > 0; };
    if (has("idx") && has("instruction") && has("response1") && has("response2"))
        return {90, said("its records have idx, instruction, response1 and response2")};
    if (has("idx") && has("gptresult"))
        return {90, said("its records have idx and gpt_result"), true};
    return {};
}

/// 1 and 2 name the better response, 0 says that they are alike.
std::optional<Label> labelFromAnnotator(std::string_view number) {
    if (number == "1")
        return Label::A;
    if (number == "2")
        return Label::B;
    return number == "0" ? std::optional(Label::Tie) : std::nullopt;
}

/// "1", "2" or "Tie"; anything else ("garbage") is a reply that held no verdict, and no tie.
std::optional<Label> labelFromResult(std::string_view result) {
    if (result == "Tie")
        return Label::Tie;
    return result == "0" ? std::nullopt : labelFromAnnotator(result);
}

/// cmp_key is "model1_model2"; a name with an underscore of its own leaves both unknown.
std::pair<std::string, std::string> modelsFrom(const std::string& key) {
    const std::size_t underscore = key.find('_');
    if (std::count(key.begin(), key.end(), '_') != 1)
        return {};
    return {key.substr(0, underscore), key.substr(underscore + 1)};
}

Result<std::vector<ItemLabel>> readAnnotators(const Row& row) {
    std::vector<ItemLabel> labels;
    for (const char* annotator : {"annotator1", "annotator2", "annotator3"}) {
        const auto written = optionalText(row, annotator);
        if (!written)
            return tl::unexpected(written.error());
        if (!*written)
            continue;
        ItemLabel label;
        label.annotator = annotator;
        label.label = labelFromAnnotator(**written);
        if (!label.label)
            return unusable(said("%1 is none of 0, 1 and 2: %2", annotator, **written));
        labels.push_back(std::move(label));
    }
    return labels;
}

Result<ImportRecord> readItem(const Row& row, std::string id) {
    auto prompt = requiredText(row, "instruction", "instruction");
    auto first = requiredText(row, "response1", "response1");
    auto second = requiredText(row, "response2", "response2");
    auto input = optionalText(row, "input");
    auto application = optionalText(row, "motivationapp");
    const auto key = optionalText(row, "cmpkey");
    if (!prompt || !first || !second)
        return tl::unexpected(!prompt ? prompt.error() : !first ? first.error() : second.error());
    if (!input || !application || !key)
        return tl::unexpected(!input ? input.error() : !application ? application.error() : key.error());
    auto labels = readAnnotators(row);
    if (!labels)
        return tl::unexpected(labels.error());
    auto [firstModel, secondModel] = modelsFrom(key->value_or(""));
    ImportRecord record;
    record.item = Item();
    record.item->format = "pandalm";
    record.item->sourceId = std::move(id);
    record.item->turns = {{"user", std::move(*prompt)}};
    record.item->context = std::move(*input);
    record.item->responses = {{std::move(*first), std::move(firstModel)}, {std::move(*second), std::move(secondModel)}};
    record.item->category = application->value_or("");
    record.item->metadata = row.rest(PandalmFields);
    record.labels = std::move(*labels);
    return record;
}

/// The record itself is kept as the raw reply, as it holds a reference the judge wrote and nothing else does.
Result<ImportRecord> readVerdict(const Row& row, std::string id) {
    const auto result = requiredText(row, "gptresult", "gpt_result");
    auto reason = optionalText(row, "gptreason");
    if (!result || !reason)
        return tl::unexpected(result ? reason.error() : result.error());
    ImportedVerdict imported;
    Judgement& judgement = imported.verdict.judgement;
    judgement.label = labelFromResult(*result);
    judgement.outcome = judgement.label ? Outcome::Verdict : Outcome::Unparseable;
    judgement.reason = judgement.label ? "" : "parse";
    judgement.overallJustification = reason->value_or("");
    imported.verdict.rawReply = std::string(row.source);
    ImportRecord record;
    record.joinSourceId = std::move(id);
    record.verdicts.push_back(std::move(imported));
    return record;
}

Result<ImportRecord> readPandalmRecord(const Row& row) {
    auto id = requiredText(row, "idx", "idx");
    if (!id)
        return tl::unexpected(id.error());
    if (id->empty())
        return unusable(said("idx is empty"));
    return row.find("gptresult") != nullptr ? readVerdict(row, std::move(*id)) : readItem(row, std::move(*id));
}

} // namespace

Importer pandalmImporter() {
    return {"pandalm", "PandaLM's test set, and verdict files joined on idx", {}, guessPandalm,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readPandalmRecord);
        }};
}

} // namespace assize
