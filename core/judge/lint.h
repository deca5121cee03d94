// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/model/judge.h"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

enum class LintRule : std::uint8_t {
    BrokenTag,        ///< a tag that cannot be; subject: why
    UnknownVariable,  ///< subject: the name
    UnusedVariable,   ///< a name that the task cannot do without; subject: the name
    SwapAsymmetry,    ///< A and B are not treated alike; subject: what stands there for one side only
    NoOutputContract, ///< the prompt does not say how to reply; subject: the reply format
    ContractMismatch, ///< the prompt describes another format than the one that is read; subject: that other format
    WeightSum,        ///< the weights do not sum to 1; subject: their sum
    LongPrompt,       ///< subject: the estimate in tokens
};

/// A change that would settle a finding: replace length bytes at the finding's place, or for WeightSum divide all
/// weights by their sum (no text).
struct LintFix {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::string text;
};

struct LintFinding {
    LintRule rule = LintRule::BrokenTag;
    bool isError = false;   ///< errors stop runs, warnings stop nothing
    int message = 0;        ///< which message, from 1; 0: the definition as a whole
    int line = 0;           ///< within the message, from 1
    std::size_t offset = 0; ///< of the text meant, in bytes
    std::size_t length = 0; ///< 0: a place, not a text
    std::string subject;    ///< as the rule says
    std::string suggestion; ///< the nearest known name, for UnknownVariable
    std::optional<LintFix> fix;
};

struct LintSettings {
    std::vector<std::string> extraNames; ///< fields that the items at hand have beside ours
    std::size_t contextTokens = 0;       ///< of the model, 0 if unknown: 8,192 is taken
};

/// What is wrong with a judge's prompt, by message and place (ui.md, section 5). Never fails.
[[nodiscard]] std::vector<LintFinding> lintJudge(const Judge& judge, const LintSettings& settings = {});

/// The rule's name in JSON, in kebab-case: "unknown-variable".
[[nodiscard]] std::string_view lintRuleName(LintRule rule);

/// One English sentence for a terminal: what is wrong and what to do.
[[nodiscard]] std::string lintText(const LintFinding& finding);

} // namespace assize
