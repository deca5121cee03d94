// SPDX-License-Identifier: Apache-2.0
// Votes of the Chatbot Arena (protocols.md 7): the conversations of 2023 and the preference sets of 100,000 and 140,000
// votes as lists of messages, and the tables of 55,000 votes, whose cells hold lists as JSON, and of its successor.
#include "core/import/conversation.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> ArenaFields = {"id", "questionid", "modela", "modelb", "winner", "winnermodela",
    "winnermodelb", "winnertie", "conversationa", "conversationb", "fullconversation", "prompt", "responsea",
    "responseb"};

Guess guessArena(const FileHead& head) {
    const bool isArena = head.hasAll({"anony"}) || head.hasAll({"language"}) || head.hasAll({"evaluationsessionid"});
    if (isArena && head.hasAll({"modela", "modelb", "winner", "conversationa", "conversationb"}))
        return {92, said("its records have model_a, model_b, winner and both conversations, as Chatbot Arena's have")};
    if (head.hasAll({"prompt", "responsea", "responseb", "winnermodela", "winnermodelb"}))
        return {95, said("its records have prompt, response_a, response_b, winner_model_a and winner_model_b")};
    if (head.hasAll({"prompt", "responsea", "responseb", "modela", "modelb", "winner"}) && !head.hasAll({"label"}))
        return {90, said("its records have prompt, response_a, response_b, model_a, model_b and winner")};
    return {};
}

/// The texts of a cell that holds them as a JSON list. What a model failed to say is null there, and empty here.
Result<std::vector<std::string>> listInCell(const Row& row, std::string_view field, std::string_view shownAs) {
    const auto written = requiredText(row, field, shownAs);
    if (!written)
        return tl::unexpected(written.error());
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(*written).get(list) != simdjson::SUCCESS || list.size() == 0)
        return unusable(said("%1 is not a list of texts", shownAs));
    std::vector<std::string> texts;
    for (const simdjson::dom::element entry : list) {
        auto text = RowValue(entry).isNull() ? std::optional<std::string>("") : RowValue(entry).text();
        if (!text || text->find('\0') != std::string::npos)
            return unusable(said("%1: entry %2 is not a text", shownAs, texts.size() + 1));
        texts.push_back(std::move(*text));
    }
    return texts;
}

/// What the person asked, and what each of the two answered.
struct Battle {
    std::vector<Turn> questions;
    std::array<std::string, 2> answers;
    std::size_t leftOut = 0; ///< blocks of messages that are no text
};

Result<Battle> readConversations(const Row& row) {
    auto first = readConversation(row, "conversation_a");
    auto second = readConversation(row, "conversation_b");
    if (!first || !second)
        return tl::unexpected(first ? second.error() : first.error());
    if (first->questions != second->questions)
        return unusable(said("conversation_a and conversation_b do not ask the same"));
    return Battle{std::move(first->questions), {textOfTurns(first->answers), textOfTurns(second->answers)},
        first->leftOut + second->leftOut};
}

Result<Battle> readListCells(const Row& row) {
    const auto questions = listInCell(row, "prompt", "prompt");
    const auto first = listInCell(row, "responsea", "response_a");
    const auto second = listInCell(row, "responseb", "response_b");
    if (!questions || !first || !second)
        return tl::unexpected(!questions ? questions.error() : !first ? first.error() : second.error());
    if (first->size() != questions->size() || second->size() != questions->size())
        return unusable(said("prompt, response_a and response_b are lists of %1, %2 and %3 texts", questions->size(),
            first->size(), second->size()));
    Battle battle{{}, {textOfTurns(*first), textOfTurns(*second)}};
    for (const std::string& question : *questions)
        battle.questions.push_back({"user", question});
    return battle;
}

Result<Battle> readTextCells(const Row& row) {
    auto question = requiredText(row, "prompt", "prompt");
    auto first = requiredText(row, "responsea", "response_a");
    auto second = requiredText(row, "responseb", "response_b");
    if (!question || !first || !second)
        return tl::unexpected(!question ? question.error() : !first ? first.error() : second.error());
    return Battle{{{"user", std::move(*question)}}, {std::move(*first), std::move(*second)}};
}

Result<Battle> readBattle(const Row& row) {
    if (row.find("conversationa") != nullptr || row.find("conversationb") != nullptr)
        return readConversations(row);
    return row.find("winnermodela") != nullptr ? readListCells(row) : readTextCells(row);
}

/// The vote, from one field with a word or from three with 0 and 1.
std::optional<Label> voteOf(const Row& row) {
    const auto isSet = [&](std::string_view field) {
        const RowValue* value = row.find(field);
        return value != nullptr && (value->number() == 1.0 || value->text() == "true");
    };
    if (const RowValue* winner = row.find("winner"))
        return labelFromText(winner->text().value_or(""));
    std::optional<Label> vote;
    for (const auto& [field, label] : {std::pair{"winnermodela", Label::A}, std::pair{"winnermodelb", Label::B},
             std::pair{"winnertie", Label::Tie}}) {
        if (!isSet(field))
            continue;
        if (vote)
            return std::nullopt; // two at once say nothing
        vote = label;
    }
    return vote;
}

Result<ImportRecord> readArena(const Row& row) {
    auto battle = readBattle(row);
    auto id = optionalText(row, row.find("questionid") != nullptr ? "questionid" : "id");
    auto firstModel = optionalText(row, "modela");
    auto secondModel = optionalText(row, "modelb");
    if (!battle || !id)
        return tl::unexpected(battle ? id.error() : battle.error());
    if (!firstModel || !secondModel)
        return tl::unexpected(firstModel ? secondModel.error() : firstModel.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "arena";
    item.sourceId = id->value_or("");
    item.turns = std::move(battle->questions);
    item.responses = {{std::move(battle->answers[0]), firstModel->value_or("")},
        {std::move(battle->answers[1]), secondModel->value_or("")}};
    item.metadata = row.rest(ArenaFields);
    record.remark = blocksLeftOut(battle->leftOut);
    if (const auto vote = voteOf(row)) {
        ItemLabel gold;
        gold.label = vote;
        record.labels.push_back(std::move(gold));
    } else {
        record.remark = both(record.remark,
            said("the winner is none of model_a, model_b, tie and both bad; the item was imported without it"));
    }
    return record;
}

} // namespace

Importer arenaImporter() {
    return {"arena", "Chatbot Arena's conversations and preference sets, with people's votes", {}, guessArena,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readArena);
        }};
}

} // namespace assize
