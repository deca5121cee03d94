// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/judge/prompt_fields.h"
#include "core/model/judge.h"
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// A judge made of a file that others publish, or read from a definition of ours.
struct ImportedJudge {
    Judge judge;
    std::string origin;              ///< "assize", "selene", "fastchat" or "judgelm"
    std::string sha256;              ///< of the prompt as the file has it, its system text first; empty for ours
    std::string original;            ///< which published prompt it is byte for byte, empty if none that is known
    std::vector<std::string> fields; ///< placeholders that items must bring as metadata
};

/// Reads judges out of a file: our YAML, Selene's prompt-templates/*.yaml, FastChat's judge_prompts.jsonl, or a text
/// with JudgeLM's {question}, {answer_1} and {answer_2}. set gives placeholders a fixed text ("rubric_objective").
/// InvalidArgument or UnreadableInput with file and line where it is none of these.
[[nodiscard]] Result<std::vector<ImportedJudge>> importJudges(
    std::string_view text, std::string_view fileName, const FieldMap& set = {});

/// The published prompt that a text with placeholders is byte for byte ("JudgeLM, pair"), by size and SHA-256
/// (protocols.md, 1.1 and 2.1); empty if it is none of them.
[[nodiscard]] std::string publishedPrompt(std::string_view prompt);

} // namespace assize
