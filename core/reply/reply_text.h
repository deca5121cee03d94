// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/verdict.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// Notes a repair once (the vocabulary of `recovered`, interfaces.md).
void noteRecovered(Judgement& judgement, std::string_view what);
/// Notes a finding of the audit once.
void noteFlag(Judgement& judgement, std::string_view what);

/// Makes a judgement one that is no verdict.
void refuse(Judgement& judgement, Outcome outcome, std::string reason);

struct CleanReply {
    std::string text;
    bool hadThinking = false;
    bool thinksToTheEnd = false; ///< a think block is never closed
};

/// Valid UTF-8 without byte order mark and without the think blocks that begin a line. Linear.
[[nodiscard]] CleanReply cleanReply(std::string_view reply);

/// The inside of one Markdown fence, and where the whole fence stands.
struct FencedBlock {
    std::string_view inside;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The fenced blocks of a text, one after the other; a last one that is never closed runs to the end.
[[nodiscard]] std::vector<FencedBlock> fencedBlocks(std::string_view text);

/// Full-width forms (U+FF01…U+FF5E, U+3000) as ASCII; the same text if there are none.
[[nodiscard]] std::string withoutFullWidth(std::string_view text);
[[nodiscard]] bool hasFullWidth(std::string_view text);

/// A number in any of the ways that models write one: "4", "4/5" (only where limit is 5; recovered: fraction), "30%"
/// (only where limit is 1), full-width digits. Notes what it repaired.
[[nodiscard]] std::optional<double> scoreFromText(std::string_view text, double limit, Judgement& notes);

/// "true", "yes", "on" and the opposites, any case.
[[nodiscard]] std::optional<bool> boolFromText(std::string_view text);

struct ReadLabel {
    Label label = Label::Tie;
    int step = 0;
};

/// A label that is the whole text, bracketed or not. needsBrackets notes label-bracket where some are missing.
[[nodiscard]] std::optional<ReadLabel> labelFromReply(std::string_view text, bool needsBrackets, Judgement& notes);

/// Two labels for the same responses that are not the same verdict.
[[nodiscard]] bool differ(const ReadLabel& a, const ReadLabel& b);

} // namespace assize
