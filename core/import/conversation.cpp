// SPDX-License-Identifier: Apache-2.0
#include "core/import/conversation.h"

#include "core/import/item_fields.h"

#include <fmt/format.h>

namespace assize {
namespace {

/// "content" of one message: a text, or a list of blocks of which the text ones count.
std::optional<std::string> messageText(const RowValue& content, std::size_t& leftOut) {
    const auto blocks = content.array();
    if (!blocks)
        return content.isNull() ? std::nullopt : content.text();
    std::string joined;
    for (const simdjson::dom::element block : *blocks) {
        const auto value = valueAt(RowValue(block), "text");
        const auto text = value && !value->isNull() ? value->text() : std::nullopt;
        if (text && !text->empty())
            joined += (joined.empty() ? "" : "\n") + *text;
        leftOut += text ? 0 : 1;
    }
    return joined;
}

} // namespace

Sentence blocksLeftOut(std::size_t count) {
    return count == 0 ? Sentence() : said("parts of messages that are no text were left out: %1", count);
}

Result<std::vector<Turn>> readTurns(
    const simdjson::dom::array& messages, std::string_view field, std::size_t* leftOut) {
    std::vector<Turn> turns;
    std::size_t others = 0;
    for (const simdjson::dom::element message : messages) {
        const auto role = valueAt(RowValue(message), "role");
        const auto content = valueAt(RowValue(message), "content");
        const auto roleText = role ? role->text() : std::nullopt;
        const auto contentText = content ? messageText(*content, others) : std::nullopt;
        if (!roleText)
            return unusable(said("%1: message %2 has no role", field, turns.size() + 1));
        if (!contentText)
            return unusable(said("%1: message %2 has no text", field, turns.size() + 1));
        if (contentText->find('\0') != std::string::npos || roleText->find('\0') != std::string::npos)
            return unusable(said("%1 holds a NUL character", field));
        turns.push_back({*roleText, *contentText});
    }
    if (turns.empty())
        return unusable(said("%1 is an empty list", field));
    if (leftOut != nullptr)
        *leftOut += others;
    return turns;
}

Result<Conversation> readConversation(const Row& row, std::string_view field, std::optional<int> turns) {
    const RowValue* value = row.find(plainName(field));
    const auto messages = value == nullptr ? std::nullopt : value->array();
    if (!messages)
        return unusable(said("%1 is not a list of messages", field));
    Conversation conversation;
    const auto all = readTurns(*messages, field, &conversation.leftOut);
    if (!all)
        return tl::unexpected(all.error());
    std::size_t questions = 0;
    for (const Turn& turn : *all) {
        const bool isAnswer = turn.role == "assistant";
        const bool isSystem = turn.role == "system";
        if (!isAnswer && !isSystem && turns && questions == static_cast<std::size_t>(*turns))
            break;
        if (isAnswer) {
            conversation.answers.push_back(turn.content);
            continue;
        }
        conversation.questions.push_back({isSystem ? "system" : "user", turn.content});
        questions += isSystem ? 0 : 1;
    }
    if (questions == 0 || conversation.answers.size() != questions)
        return unusable(said("%1 has %2 questions and %3 answers", field, questions, conversation.answers.size()));
    return conversation;
}

std::string textOfTurns(const std::vector<std::string>& texts) {
    if (texts.size() == 1)
        return texts.front();
    std::string text;
    for (std::size_t index = 0; index < texts.size(); ++index)
        text += fmt::format("{}[Turn {}]\n{}", text.empty() ? "" : "\n\n", index + 1, texts[index]);
    return text;
}

Result<RankedAnswers> readRankedConversations(const Row& row) {
    std::vector<std::vector<Turn>> both;
    for (const std::string_view field : {"chosen", "rejected"}) {
        const RowValue* value = row.find(field);
        const auto messages = value == nullptr ? std::nullopt : value->array();
        if (!messages)
            return unusable(said("%1 is not a list of messages", field));
        auto turns = readTurns(*messages, field);
        if (!turns)
            return tl::unexpected(turns.error());
        both.push_back(std::move(*turns));
    }
    RankedAnswers answers;
    if (both.front().back().role != "assistant" || both.back().back().role != "assistant")
        return unusable(said("a conversation does not end with an answer"));
    answers.better = std::move(both.front().back().content);
    answers.worse = std::move(both.back().back().content);
    both.front().pop_back();
    both.back().pop_back();
    if (both.front() != both.back())
        return unusable(said("chosen and rejected differ before their last message"));
    answers.turns = std::move(both.front());
    if (answers.turns.empty()) {
        auto prompt = readPromptTurns(row);
        if (!prompt)
            return tl::unexpected(prompt.error());
        answers.turns = std::move(*prompt);
    }
    return answers;
}

} // namespace assize
