// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/import/row.h"
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// FastChat has answers of models and reference answers in one form; only the folder or name of a file tells them
/// apart.
[[nodiscard]] bool isReferenceFile(const std::string& path);

/// What files of MT-Bench say of its questions: category and reference from question.jsonl, and the reference answers
/// of reference_answer/*.jsonl, which are newer and cover both turns. Other files are passed over after their first
/// record.
class ReferenceAnswers {
public:
    /// Cancelled on a stop.
    [[nodiscard]] static Result<ReferenceAnswers> read(
        const std::vector<std::string>& paths, const std::stop_token& stop);

    /// The reference for the first turn, or for this many together; nothing if there is none.
    [[nodiscard]] std::optional<std::string> reference(std::string_view questionId, std::size_t turns) const;
    [[nodiscard]] std::string category(std::string_view questionId) const;

private:
    struct Question {
        std::string category;
        std::vector<std::string> reference; ///< a text for each turn
        bool isAnswer = false;              ///< it comes from reference_answer
    };
    bool add(const RowValue& line, bool isReference);

    std::map<std::string, Question, std::less<>> m_questions;
};

} // namespace assize
