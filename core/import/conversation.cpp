// SPDX-License-Identifier: Apache-2.0
#include "core/import/conversation.h"

#include "core/import/item_fields.h"

#include <fmt/format.h>

namespace assize {
namespace {

/// "content" of one message: a text, or a list of blocks of which the text ones count.
std::optional<std::string> messageText(const RowValue& content) {
    const auto blocks = content.array();
    if (!blocks)
        return content.isNull() ? std::nullopt : content.text();
    std::string joined;
    for (const simdjson::dom::element block : *blocks) {
        const auto text = valueAt(RowValue(block), "text");
        if (!text || text->isNull() || !text->text())
            return std::nullopt;
        joined += (joined.empty() ? "" : "\n") + *text->text();
    }
    return joined;
}

} // namespace

Result<std::vector<Turn>> readTurns(const simdjson::dom::array& messages, std::string_view field) {
    std::vector<Turn> turns;
    for (const simdjson::dom::element message : messages) {
        const auto role = valueAt(RowValue(message), "role");
        const auto content = valueAt(RowValue(message), "content");
        const auto roleText = role ? role->text() : std::nullopt;
        const auto contentText = content ? messageText(*content) : std::nullopt;
        if (!roleText || !contentText)
            return unusable(said("%1: message %2 has no role and content", field, turns.size() + 1));
        if (contentText->find('\0') != std::string::npos)
            return unusable(said("%1 holds a NUL character", field));
        turns.push_back({*roleText, *contentText});
    }
    if (turns.empty())
        return unusable(said("%1 is an empty list", field));
    return turns;
}

Result<Conversation> readConversation(const Row& row, std::string_view field, std::optional<int> turns) {
    const RowValue* value = row.find(plainName(field));
    const auto messages = value == nullptr ? std::nullopt : value->array();
    if (!messages)
        return unusable(said("%1 is not a list of messages", field));
    const auto all = readTurns(*messages, field);
    if (!all)
        return tl::unexpected(all.error());
    Conversation conversation;
    for (const Turn& turn : *all) {
        const bool isAnswer = turn.role == "assistant";
        if (!isAnswer && turns && conversation.questions.size() == static_cast<std::size_t>(*turns))
            break;
        if (isAnswer)
            conversation.answers.push_back(turn.content);
        else
            conversation.questions.push_back({"user", turn.content});
    }
    if (conversation.questions.empty() || conversation.answers.size() != conversation.questions.size())
        return unusable(said(
            "%1 has %2 questions and %3 answers", field, conversation.questions.size(), conversation.answers.size()));
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
