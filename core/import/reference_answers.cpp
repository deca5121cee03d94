// SPDX-License-Identifier: Apache-2.0
#include "core/import/reference_answers.h"

#include "core/import/companion_file.h"
#include "core/import/conversation.h"

#include <algorithm>
#include <filesystem>

namespace assize {
namespace {

std::vector<std::string> textsAt(const RowValue& value, std::string_view path) {
    std::vector<std::string> texts;
    const auto found = valueAt(value, path);
    const auto list = found ? found->array() : std::nullopt;
    if (!list)
        return texts;
    for (const simdjson::dom::element entry : *list) {
        auto text = RowValue(entry).text();
        if (!text || text->find('\0') != std::string::npos)
            return {};
        texts.push_back(std::move(*text));
    }
    return texts;
}

} // namespace

bool isReferenceFile(const std::string& path) {
    std::error_code problem; // standard input has no path
    const std::filesystem::path file = std::filesystem::absolute(path, problem);
    return file.stem().string().find("reference") != std::string::npos ||
           file.parent_path().filename().string().find("reference") != std::string::npos;
}

Result<ReferenceAnswers> ReferenceAnswers::read(const std::vector<std::string>& paths, const std::stop_token& stop) {
    ReferenceAnswers answers;
    for (const std::string& path : paths) {
        const bool isReference = isReferenceFile(path);
        const auto read =
            readCompanionFile(path, stop, [&](const RowValue& record) { return answers.add(record, isReference); });
        if (!read)
            return tl::unexpected(read.error());
    }
    return answers;
}

/// False if the record is of another kind of file.
bool ReferenceAnswers::add(const RowValue& line, bool isReference) {
    const auto id = valueAt(line, "question_id");
    const auto written = id ? id->text() : std::nullopt;
    const bool isQuestion = valueAt(line, "turns").has_value();
    if (!written || (!isQuestion && !(isReference && valueAt(line, "choices"))))
        return false;
    Question& question = m_questions[*written];
    if (!isQuestion) {
        question.reference = textsAt(line, "choices.0.turns");
        question.isAnswer = true;
        return true;
    }
    const auto category = valueAt(line, "category");
    question.category = category ? category->text().value_or("") : "";
    if (!question.isAnswer)
        question.reference = textsAt(line, "reference");
    return true;
}

std::optional<std::string> ReferenceAnswers::reference(std::string_view questionId, std::size_t turns) const {
    const auto found = m_questions.find(questionId);
    if (found == m_questions.end() || found->second.reference.empty())
        return std::nullopt;
    std::vector<std::string> texts = found->second.reference;
    texts.resize(std::clamp<std::size_t>(turns, 1, texts.size()));
    return textOfTurns(texts);
}

std::string ReferenceAnswers::category(std::string_view questionId) const {
    const auto found = m_questions.find(questionId);
    return found == m_questions.end() ? std::string() : found->second.category;
}

} // namespace assize
