// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/row.h"
#include "core/model/item.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// Messages with role and content; content is a text, or a list of blocks of which those with a text count. leftOut
/// grows by the number of the others. unusable() names the field.
[[nodiscard]] Result<std::vector<Turn>> readTurns(
    const simdjson::dom::array& messages, std::string_view field, std::size_t* leftOut = nullptr);

/// The remark on blocks that are no text; empty if there is none.
[[nodiscard]] Sentence blocksLeftOut(std::size_t count);

/// One model's answers and the person's questions, as many of one as of the other.
struct Conversation {
    std::vector<Turn> questions; ///< what the system was told stands among them
    std::vector<std::string> answers;
    std::size_t leftOut = 0; ///< blocks that are no text
};

/// The field as a conversation, up to this turn, or all of it.
[[nodiscard]] Result<Conversation> readConversation(
    const Row& row, std::string_view field, std::optional<int> turns = std::nullopt);

/// One text alone as it is, several under headings. The answers of a later turn rest on those before it, which differ
/// from model to model: all of them are shown.
[[nodiscard]] std::string textOfTurns(const std::vector<std::string>& texts);

/// A prompt, and what was preferred to what.
struct RankedAnswers {
    std::vector<Turn> turns;
    std::string better;
    std::string worse;
};

/// From lists of messages, chosen and rejected, that are one conversation up to their last messages. Where these stand
/// alone, the prompt is the row's own.
[[nodiscard]] Result<RankedAnswers> readRankedConversations(const Row& row);

} // namespace assize
