// SPDX-License-Identifier: Apache-2.0
// JudgeBench: the pairs, and a judge's outputs, which repeat them with a judgment in each order (protocols.md 5.8 and
// 7). The second one names the responses as they were shown, exchanged.
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <filesystem>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> JudgebenchFields = {
    "pairid", "source", "question", "responsemodel", "responsea", "responseb", "label", "judgename", "judgments"};

Guess guessJudgebench(const FileHead& head) {
    if (!head.hasAll({"pairid", "question", "responsea", "responseb"}))
        return {};
    return {95, head.hasAll({"judgments"})
                    ? said("its records have pair_id, question, response_A, response_B and judgments")
                    : said("its records have pair_id, question, response_A and response_B")};
}

/// "….,judge_model=NAME.jsonl" says which model a named prompt was given to; records whose judgment is null do not.
std::string modelFromName(const std::string& path) {
    constexpr std::string_view Key = "judge_model=";
    const std::string stem = std::filesystem::path(path).stem().string();
    const std::size_t at = stem.find(Key);
    return at == std::string::npos ? std::string() : stem.substr(at + Key.size());
}

/// null: the original's call failed and left no reply.
ImportedVerdict readJudgment(const RowValue& judgment, bool isExchanged, const ImportedRun& run) {
    ImportedVerdict imported;
    imported.run = run;
    Verdict& verdict = imported.verdict;
    verdict.presentation = isExchanged ? "BA" : "AB";
    const auto decision = valueAt(judgment, "decision");
    const auto label = decision && !decision->isNull() ? labelFromText(decision->text().value_or("")) : std::nullopt;
    if (label)
        verdict.judgement.label = isExchanged ? swapped(*label) : *label;
    verdict.judgement.outcome = label ? Outcome::Verdict : Outcome::Unparseable;
    if (!label)
        verdict.judgement.reason = judgment.isNull() ? "no-reply" : "no-verdict";
    if (const auto reply = valueAt(judgment, "judgment.response"))
        verdict.rawReply = reply->text().value_or(reply->json());
    else if (!judgment.isNull())
        verdict.rawReply = judgment.json();
    return imported;
}

Result<void> readJudgments(const Row& row, const std::string& model, ImportRecord& record) {
    const RowValue* judgments = row.find("judgments");
    if (judgments == nullptr)
        return {};
    const auto list = judgments->array();
    const auto judge = optionalText(row, "judgename");
    if (!list || list->size() == 0)
        return unusable(said("judgments is not a list with at least one entry"));
    if (!judge)
        return tl::unexpected(judge.error());
    ImportedRun run;
    run.name = judge->value_or("");
    if (!run.name.empty() && !model.empty())
        run.name += "/" + model;
    run.model = model;
    run.orders = list->size() > 1 ? Orders::Both : Orders::AB;
    for (const simdjson::dom::element judgment : *list) {
        if (record.verdicts.size() == 2) {
            record.remark = said("it has %1 judgments; the first two were imported", list->size());
            break;
        }
        record.verdicts.push_back(readJudgment(RowValue(judgment), record.verdicts.size() == 1, run));
    }
    return {};
}

Result<ImportRecord> readJudgebench(const Row& row, const std::string& model) {
    auto id = requiredText(row, "pairid", "pair_id");
    auto prompt = requiredText(row, "question", "question");
    auto first = requiredText(row, "responsea", "response_A");
    auto second = requiredText(row, "responseb", "response_B");
    for (const auto* field : {&id, &prompt, &first, &second}) {
        if (!*field)
            return tl::unexpected(field->error());
    }
    const auto responder = optionalText(row, "responsemodel");
    const auto source = optionalText(row, "source");
    const auto label = optionalText(row, "label");
    for (const auto* field : {&responder, &source, &label}) {
        if (!*field)
            return tl::unexpected(field->error());
    }
    ItemLabel gold;
    gold.label = labelFromText(label->value_or(""));
    if (*label && !gold.label)
        return unusable(said("label is neither A>B nor B>A: %1", **label));
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "judgebench";
    item.sourceId = std::move(*id);
    item.turns = {{"user", std::move(*prompt)}};
    item.responses = {{std::move(*first), responder->value_or("")}, {std::move(*second), responder->value_or("")}};
    item.category = source->value_or("");
    item.metadata = row.rest(JudgebenchFields);
    if (gold.label)
        record.labels.push_back(std::move(gold));
    if (const auto read = readJudgments(row, model, record); !read)
        return tl::unexpected(read.error());
    return record;
}

} // namespace

Importer judgebenchImporter() {
    return {"judgebench", "JudgeBench's pairs, and judges' outputs in both orders", {}, guessJudgebench,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            const std::string model = modelFromName(options.path);
            return readRows(source, options, sink, [&](const Row& row) { return readJudgebench(row, model); });
        }};
}

} // namespace assize
