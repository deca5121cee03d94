// SPDX-License-Identifier: Apache-2.0
#include "core/judge/prompt_import.h"

#include "core/base/control_characters.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/judge/judge_yaml.h"
#include "core/judge/validate.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

namespace assize {
namespace {

using Judges = std::vector<ImportedJudge>;

bool has(std::string_view text, std::string_view what) {
    return text.find(what) != std::string_view::npos;
}

/// A name out of a file's or prompt's one: small letters, digits, hyphens.
std::string slugOf(std::string_view text) {
    std::string slug;
    for (const char c : foldCase(text)) {
        const bool isKept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isKept)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (slug.ends_with('-'))
        slug.pop_back();
    return slug.empty() ? "imported" : slug;
}

std::string stemOf(std::string_view fileName) {
    return std::filesystem::path(fileName).stem().string();
}

/// Puts the converted prompt into a judge's user message and notes what it came from; `whole` is what is published,
/// where that is more than the user message.
void takePrompt(ImportedJudge& imported, std::string_view prompt, FieldMap fields, const FieldMap& set,
    std::string_view whole = {}) {
    for (const auto& [field, text] : set)
        fields[field] = text;
    ConvertedPrompt converted = convertFields(prompt, fields);
    imported.judge.messages.push_back({"user", std::move(converted.text)});
    imported.judge.guardNonce = false; // a boundary would make it another prompt
    imported.sha256 = sha256Hex(whole.empty() ? prompt : whole);
    imported.original = publishedPrompt(whole.empty() ? prompt : whole);
    imported.fields = std::move(converted.unknown);
    imported.judge.notes = fmt::format("Imported, sha256 {}{}", imported.sha256,
        imported.original.empty() ? std::string() : "; byte for byte the published prompt: " + imported.original);
}

std::vector<Category> yesAndNo() {
    return {{"Yes", 1, ""}, {"No", 0, ""}};
}

ImportedJudge seleneJudge(std::string_view prompt, std::string_view fileName, const FieldMap& set) {
    ImportedJudge imported;
    imported.origin = "selene";
    Judge& judge = imported.judge;
    judge.name = slugOf("selene " + stemOf(fileName));
    judge.title = fmt::format("Selene, {}", stemOf(fileName));
    judge.reply.format = "reasoning-result";
    judge.reply.structured = "off";
    judge.parameters.maxTokens = 512;
    judge.task = Task::Direct;
    judge.orders = Orders::AB;
    if (has(prompt, "{assistant_response_a}")) {
        judge.task = Task::Pairwise;
        judge.orders = Orders::Both;
        judge.reply.labels = {{"A", "A>B"}, {"B", "B>A"}};
    } else if (has(prompt, "<Yes or No>")) {
        judge.task = Task::Classify;
        judge.categories = yesAndNo();
    }
    judge.reference = has(prompt, "{reference_response}") ? ReferencePolicy::Require : ReferencePolicy::Auto;
    takePrompt(imported, prompt,
        {{"user_input", "{{prompt}}"}, {"assistant_response", "{{response}}"},
            {"assistant_response_a", "{{response_a}}"}, {"assistant_response_b", "{{response_b}}"},
            {"reference_response", "{{reference}}"}},
        set);
    return imported;
}

/// FastChat names its fields by turn where there are two; our item has the dialogue up to its last answer.
FieldMap fastchatFields(std::string_view prompt) {
    if (has(prompt, "{question_2}"))
        return {{"question_1", "{{turn.1}}"}, {"question_2", "{{prompt}}"}, {"answer_1", "{{turn.2}}"},
            {"answer_2", "{{response}}"}, {"answer_a_1", "{{turn.2}}"}, {"answer_a_2", "{{response_a}}"},
            {"answer_b_1", "{{turn.2}}"}, {"answer_b_2", "{{response_b}}"},
            {"ref_answer_1", "{{metadata.reference_1}}"}, {"ref_answer_2", "{{reference}}"}};
    return {{"question", "{{prompt}}"}, {"answer", "{{response}}"}, {"answer_a", "{{response_a}}"},
        {"answer_b", "{{response_b}}"}, {"ref_answer_1", "{{reference}}"}};
}

Result<ImportedJudge> fastchatJudge(const nlohmann::json& row, const std::string& where, const FieldMap& set) {
    ImportedJudge imported;
    imported.origin = "fastchat";
    Judge& judge = imported.judge;
    try {
        const auto prompt = row.at("prompt_template").get<std::string>();
        const bool isPair = row.at("type").get<std::string>() == "pairwise";
        judge.name = slugOf(row.at("name").get<std::string>());
        judge.title = row.value("description", judge.name);
        judge.task = isPair ? Task::Pairwise : Task::Direct;
        judge.orders = isPair ? Orders::Both : Orders::AB;
        judge.scaleMax = isPair ? judge.scaleMax : 10;
        judge.reference = has(prompt, "{ref_answer") ? ReferencePolicy::Require : ReferencePolicy::Auto;
        judge.reply.format = "label";
        judge.reply.structured = "off";
        const auto system = row.value("system_prompt", std::string());
        if (!system.empty())
            judge.messages.push_back({"system", convertFields(system, {}).text});
        takePrompt(imported, prompt, fastchatFields(prompt), set, system + prompt);
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::UnreadableInput, where, said("name, type and prompt_template are needed, as texts"));
    }
    return imported;
}

Result<Judges> fastchatJudges(std::string_view text, std::string_view fileName, const FieldMap& set) {
    Judges judges;
    std::size_t number = 0;
    for (const std::string_view line : splitLines(text)) {
        const std::string where = fmt::format("{}:{}", fileName, ++number);
        if (trimmed(line).empty())
            continue;
        const auto row = nlohmann::json::parse(line, nullptr, false);
        if (!row.is_object())
            return fail(ErrorCode::UnreadableInput, where, said("it is not a JSON object"));
        auto judge = fastchatJudge(row, where, set);
        if (!judge)
            return tl::unexpected(judge.error());
        judges.push_back(std::move(*judge));
    }
    return judges;
}

constexpr std::string_view MoreAnswers = "{{#more_responses}}[The Start of Assistant {{index}}'s Answer]\n{{text}}\n\n"
                                         "[The End of Assistant {{index}}'s Answer]\n\n{{/more_responses}}";

ImportedJudge judgelmJudge(std::string_view prompt, std::string_view fileName, const FieldMap& set) {
    ImportedJudge imported;
    imported.origin = "judgelm";
    Judge& judge = imported.judge;
    judge.name = slugOf(stemOf(fileName));
    judge.title = fmt::format("JudgeLM, {}", stemOf(fileName));
    judge.reply.format = "score-pair";
    judge.reply.structured = "off";
    judge.parameters.temperature = 0.2;
    judge.scaleMax = 10;
    judge.reference = has(prompt, "{reference}") ? ReferencePolicy::Require : ReferencePolicy::Auto;
    const bool isSingle = has(prompt, "### Response:10");
    const bool isMany = has(prompt, "{answer_more}");
    if (isSingle) { // the reference stands in the first place with its 10
        judge.task = Task::Direct;
        judge.orders = Orders::AB;
        judge.reference = ReferencePolicy::Require;
    } else if (isMany) {
        judge.task = Task::Select;
    }
    takePrompt(imported, prompt,
        {{"question", "{{prompt}}"}, {"reference", "{{reference}}"},
            {"answer_1", isSingle ? "{{reference}}" : "{{response_a}}"},
            {"answer_2", isSingle ? "{{response}}" : "{{response_b}}"}, {"answer_more", std::string(MoreAnswers)}},
        set);
    if (isMany)
        judge.messages.back().content =
            withAnswerCount(judge.messages.back().content, "{{response_count_word}}", "{{response_numbers}}");
    return imported;
}

/// The text under user_template of a YAML file; nothing if it is no such file.
std::optional<std::string> userTemplate(std::string_view text) {
    try {
        const YAML::Node root = YAML::Load(std::string(text));
        if (root.IsMap() && root["user_template"] && root["user_template"].IsScalar())
            return root["user_template"].Scalar();
    } catch (const YAML::Exception&) {
        return std::nullopt; // then it is text, or JSON lines, which say for themselves what is wrong
    }
    return std::nullopt;
}

Result<Judges> read(std::string_view text, std::string_view fileName, const FieldMap& set) {
    const std::string_view start = trimmed(text);
    if (start.starts_with('{') && has(start, "\"prompt_template\""))
        return fastchatJudges(text, fileName, set);
    if (has(text, "{question}") && has(text, "{answer_1}") && has(text, "{answer_2}"))
        return Judges{judgelmJudge(text, fileName, set)};
    if (has(text, "user_template")) {
        if (const auto prompt = userTemplate(text))
            return Judges{seleneJudge(*prompt, fileName, set)};
    }
    auto judge = judgeFromYaml(text, fileName);
    if (!judge)
        return tl::unexpected(judge.error());
    ImportedJudge imported;
    imported.origin = "assize";
    imported.judge = std::move(*judge);
    return Judges{std::move(imported)};
}

} // namespace

Result<std::vector<ImportedJudge>> importJudges(std::string_view text, std::string_view fileName, const FieldMap& set) {
    if (!isUtf8(text))
        return fail(ErrorCode::UnreadableInput, std::string(fileName), said("it is not UTF-8 text"));
    if (findControlCharacter(text))
        return fail(
            ErrorCode::UnreadableInput, std::string(fileName), said("it holds control characters, as no prompt does"));
    for (const auto& [field, value] : set) {
        if (has(value, "{{"))
            return fail(
                ErrorCode::InvalidArgument, field, said("its text cannot hold \"{{\", which begins a variable"));
    }
    return read(text, fileName, set);
}

} // namespace assize
