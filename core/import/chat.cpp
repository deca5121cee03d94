// SPDX-License-Identifier: Apache-2.0
// Conversations as OpenAI's services take them (protocols.md 8.1): messages that end in one answer, or in two to
// compare; and preference pairs, as fine-tuning takes them (input, preferred_output, non_preferred_output) or as lists
// of messages (chosen, rejected). Where a better answer is named, a seeded draw decides where it stands.
#include "core/import/conversation.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/pairs.h"
#include "core/import/seeded_order.h"
#include "core/import/single.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> AnsweredFields = {"messages", "prompt", "turns", "reference", "context", "label",
    "score", "annotators", "category", "id", "images", "model", "modela", "modelb"};
const std::vector<std::string_view> RankedFields = {"messages", "prompt", "turns", "input", "preferredoutput",
    "nonpreferredoutput", "chosen", "rejected", "reference", "context", "category", "id", "images"};

Guess guessChat(const FileHead& head) {
    if (head.hasAll({"input", "preferredoutput", "nonpreferredoutput"}))
        return {90, said("its records have input, preferred_output and non_preferred_output")};
    if (head.hasAll({"chosen", "rejected"}) && head.valueBegins("chosen", "[{") && head.valueBegins("rejected", "[{"))
        return {70, said("its records have lists of messages as chosen and rejected")};
    const bool hasAnswers = head.hasAll({"response"}) || head.hasAll({"responsea"}) || head.hasAll({"responses"});
    if (head.hasAll({"messages"}) && !hasAnswers && head.valueBegins("messages", "[{"))
        return {60, said("its records have a list of messages")};
    return {};
}

/// The one answer in a list of messages.
Result<std::string> onlyAnswer(const Row& row, std::string_view field) {
    const RowValue* value = row.find(plainName(field));
    const auto messages = value == nullptr ? std::nullopt : value->array();
    if (!messages)
        return unusable(said("%1 is not a list of messages", field));
    auto turns = readTurns(*messages, field);
    if (!turns)
        return tl::unexpected(turns.error());
    if (turns->size() != 1 || turns->front().role != "assistant")
        return unusable(said("%1 is not one message of the assistant", field));
    return std::move(turns->front().content);
}

Result<RankedAnswers> readPreferredOutputs(const Row& row) {
    const RowValue* input = row.find("input");
    const auto inside = input == nullptr ? std::nullopt : valueAt(*input, "messages");
    const auto messages = inside ? inside->array() : std::nullopt;
    if (!messages)
        return unusable(said("input.messages is not a list of messages"));
    auto turns = readTurns(*messages, "input.messages");
    auto better = onlyAnswer(row, "preferred_output");
    auto worse = onlyAnswer(row, "non_preferred_output");
    if (!turns || !better || !worse)
        return tl::unexpected(!turns ? turns.error() : !better ? better.error() : worse.error());
    return RankedAnswers{std::move(*turns), std::move(*better), std::move(*worse)};
}

/// What the assistant says last: one answer, or two that follow each other.
Result<std::vector<std::string>> takeFinalAnswers(std::vector<Turn>& turns) {
    const auto isOther = [](const Turn& turn) { return turn.role != "assistant"; };
    const auto first = std::find_if(turns.rbegin(), turns.rend(), isOther).base();
    const auto count = turns.end() - first;
    if (count == 0)
        return unusable(said("the conversation does not end with an answer"));
    if (count > 2)
        return unusable(said("the conversation ends with %1 answers, not with one or two", count));
    std::vector<std::string> answers;
    std::transform(first, turns.end(), std::back_inserter(answers), [](Turn& turn) { return std::move(turn.content); });
    turns.erase(first, turns.end());
    if (turns.empty())
        return unusable(said("prompt is missing"));
    return answers;
}

Result<void> readAnswered(const Row& row, ImportRecord& record) {
    std::size_t leftOut = 0;
    auto turns = readPromptTurns(row, &leftOut);
    if (!turns)
        return tl::unexpected(turns.error());
    record.remark = blocksLeftOut(leftOut);
    auto answers = takeFinalAnswers(*turns);
    if (!answers)
        return tl::unexpected(answers.error());
    const bool isPair = answers->size() == 2;
    record.item->turns = std::move(*turns);
    for (std::size_t index = 0; index < answers->size(); ++index) {
        const auto model = optionalText(row, !isPair ? "model" : index == 0 ? "modela" : "modelb");
        if (!model)
            return tl::unexpected(model.error());
        record.item->responses.push_back({std::move((*answers)[index]), model->value_or("")});
    }
    return isPair ? addPairLabels(row, record) : addSingleLabels(row, record);
}

Result<ImportRecord> readChat(const Row& row, std::uint64_t seed) {
    auto item = readItemDetails(row, "chat");
    if (!item)
        return tl::unexpected(item.error());
    ImportRecord record;
    record.item = std::move(*item);
    const bool hasOutputs = row.find("preferredoutput") != nullptr;
    const bool isRanked = hasOutputs || row.find("chosen") != nullptr;
    record.item->metadata = row.rest(isRanked ? RankedFields : AnsweredFields);
    if (!isRanked) {
        const auto read = readAnswered(row, record);
        return read ? Result<ImportRecord>(std::move(record)) : tl::unexpected(read.error());
    }
    auto ranked = hasOutputs ? readPreferredOutputs(row) : readRankedConversations(row);
    if (!ranked)
        return tl::unexpected(ranked.error());
    record.item->turns = std::move(ranked->turns);
    record.labels.push_back(
        addRankedPair(*record.item, {std::move(ranked->better), ""}, {std::move(ranked->worse), ""}, seed));
    return record;
}

} // namespace

Importer chatImporter() {
    return {"chat", "conversations as lists of messages, with one or two final answers",
        {"messages", "reference", "context", "label", "score", "annotators", "category", "id", "images", "model",
            "model_A", "model_B"},
        guessChat, [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, [&](const Row& row) { return readChat(row, options.seed); });
        }};
}

} // namespace assize
