// SPDX-License-Identifier: Apache-2.0
// Auto-J: pairs by scenario, single answers to be criticised, and a judge's outputs, which join the pairs line by line
// (protocols.md 5.3 and 7).
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <filesystem>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> AutojFields = {"scenario", "label", "prompt", "response", "response1", "response2"};

Guess guessAutoj(const FileHead& head) {
    if (head.hasAll({"prompt", "response1", "response2"}))
        return {90, said("its records have prompt, \"response 1\" and \"response 2\"")};
    if (head.hasAll({"scenario", "prompt", "response", "critiques"}))
        return {90, said("its records have scenario, prompt, response and critiques")};
    if (head.fields == std::set<std::string>{"output"})
        return {60, said("its records have output and nothing else, as Auto-J's outputs have"), true};
    return {};
}

/// 0 and 1 name the better response, 2 says that they are alike.
std::optional<Label> labelFromAutoj(std::string_view number) {
    if (number == "0")
        return Label::A;
    if (number == "1")
        return Label::B;
    return number == "2" ? std::optional(Label::Tie) : std::nullopt;
}

/// The authors name the outputs for exchanged responses so; nothing inside the file tells them apart.
bool isExchangedFile(const std::string& path) {
    return std::filesystem::path(path).stem().string().find("exchange") != std::string::npos;
}

Result<ImportRecord> readAutojOutput(const Row& row, bool isExchanged) {
    const auto output = requiredText(row, "output", "output");
    if (!output)
        return tl::unexpected(output.error());
    ImportedVerdict imported;
    Verdict& verdict = imported.verdict;
    verdict.presentation = isExchanged ? "BA" : "AB";
    imported.run.orders = Orders::Both;
    const auto label = labelFromAutoj(*output);
    if (label)
        verdict.judgement.label = isExchanged ? swapped(*label) : *label;
    verdict.judgement.outcome = label ? Outcome::Verdict : Outcome::Unparseable;
    verdict.judgement.reason = label ? "" : "parse";
    verdict.rawReply = std::string(row.source);
    ImportRecord record;
    record.joinSourceId = fmt::format("{}", row.line);
    record.verdicts.push_back(std::move(imported));
    return record;
}

/// Fewer outputs than pairs may be another set's outputs, or have lost a line somewhere.
ImportRecord endOfOutputs(std::int64_t line) {
    ImportRecord record;
    record.line = line;
    record.joinSourceId = fmt::format("{}", line);
    record.isEnd = true;
    return record;
}

Result<std::vector<Response>> readAutojResponses(const Row& row) {
    std::vector<Response> responses;
    const bool isSingle = row.find("response") != nullptr;
    for (const char* number : isSingle ? std::vector<const char*>{""} : std::vector<const char*>{"1", "2"}) {
        auto text = requiredText(
            row, fmt::format("response{}", number), isSingle ? "response" : fmt::format("\"response {}\"", number));
        if (!text)
            return tl::unexpected(text.error());
        responses.push_back({std::move(*text), ""});
    }
    return responses;
}

Result<ImportRecord> readAutojItem(const Row& row) {
    auto prompt = requiredText(row, "prompt", "prompt");
    const auto scenario = optionalText(row, "scenario");
    const auto label = optionalText(row, "label");
    auto responses = readAutojResponses(row);
    if (!prompt || !responses)
        return tl::unexpected(prompt ? responses.error() : prompt.error());
    if (!scenario || !label)
        return tl::unexpected(scenario ? label.error() : scenario.error());
    ImportRecord record;
    if (*label) {
        ItemLabel gold;
        gold.label = labelFromAutoj(**label);
        if (!gold.label)
            return unusable(said("label is none of 0, 1 and 2: %1", **label));
        record.labels.push_back(std::move(gold));
    }
    Item& item = record.item.emplace();
    item.format = "autoj";
    item.sourceId = responses->size() == 2 ? fmt::format("{}", row.line) : std::string();
    item.turns = {{"user", std::move(*prompt)}};
    item.responses = std::move(*responses);
    item.category = scenario->value_or("");
    item.metadata = row.rest(AutojFields);
    return record;
}

} // namespace

Importer autojImporter() {
    return {"autoj", "Auto-J's test sets, and outputs that join the pairs line by line", {}, guessAutoj,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            const bool isExchanged = isExchangedFile(options.path);
            std::int64_t lastOutput = 0;
            const Result<void> read = readRows(source, options, sink, [&](const Row& row) {
                const bool isOutput = row.find("output") != nullptr;
                lastOutput = isOutput ? row.line : lastOutput;
                return isOutput ? readAutojOutput(row, isExchanged) : readAutojItem(row);
            });
            if (!read || lastOutput == 0 || options.limit > 0)
                return read;
            return sink.record(endOfOutputs(lastOutput + 1), {});
        }};
}

} // namespace assize
