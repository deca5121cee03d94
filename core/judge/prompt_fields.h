// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// Which of ours a `{field}` of somebody else's prompt is: a template tag or a text of its own.
using FieldMap = std::map<std::string, std::string, std::less<>>;

struct ConvertedPrompt {
    std::string text;                 ///< a template of ours
    std::vector<std::string> unknown; ///< fields the map lacks; they became {{metadata.FIELD}}
};

/// Turns a prompt with `{field}` placeholders (Python's str.format: "{{" is a brace) into a template. What is no field
/// stays as it is, byte for byte.
[[nodiscard]] ConvertedPrompt convertFields(std::string_view prompt, const FieldMap& fields);

/// The fields of a prompt, each once, in the order in which they come.
[[nodiscard]] std::vector<std::string> fieldsOf(std::string_view prompt);

/// The same placeholders replaced by texts in one pass; what the map lacks stays.
[[nodiscard]] std::string fillFields(std::string_view prompt, const FieldMap& texts);

/// JudgeLM's instruction for two answers, reworded for as many as a word and a list say: "three", "1, 2 and 3".
[[nodiscard]] std::string withAnswerCount(std::string_view prompt, std::string_view word, std::string_view numbers);

} // namespace assize
