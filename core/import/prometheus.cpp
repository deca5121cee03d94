// SPDX-License-Identifier: Apache-2.0
// Prometheus: Feedback-Bench and Preference-Bench with their scores and preferences as gold, and the evaluation sets in
// which GPT-4 graded each answer several times (protocols.md 5.4 and 7).
#include "core/base/text.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr double LowestGrade = 1;
constexpr double HighestGrade = 5;

const std::vector<std::string_view> PrometheusFields = {"idx", "responsesource", "category", "instruction", "gpt4score",
    "gpt4feedback", "origscore", "origpreference", "originstruction", "origresponse", "origresponsea", "origresponseb",
    "origreferenceanswer", "output", "input", "messages", "indexlevel0"};

Guess guessPrometheus(const FileHead& head) {
    if (head.hasAll({"instruction", "gpt4score", "gpt4feedback"}))
        return {95, said("its records have instruction, gpt4_score and gpt4_feedback")};
    if (head.hasAll({"originstruction", "origresponse", "origcriteria"}))
        return {95, said("its records have orig_instruction, orig_response and orig_criteria")};
    if (head.hasAll({"originstruction", "origresponsea", "origresponseb"}))
        return {95, said("its records have orig_instruction, orig_response_A and orig_response_B")};
    return {};
}

/// What stands under a heading of the judge's prompt, up to the next one; nothing where the heading is missing.
std::optional<std::string> sectionOf(std::string_view prompt, std::string_view heading) {
    const std::string mark = fmt::format("###{}:\n", heading);
    const std::size_t at = prompt.find(mark);
    if (at == std::string_view::npos || (at > 0 && prompt[at - 1] != '\n'))
        return std::nullopt;
    const std::string_view rest = prompt.substr(at + mark.size());
    return std::string(trimmed(rest.substr(0, rest.find("\n###"))));
}

Judgement gradeJudgement(const RowValue& value, std::string feedback) {
    Judgement judgement;
    judgement.overallJustification = std::move(feedback);
    const auto grade = value.number();
    if (!grade) {
        judgement.reason = "no-verdict";
    } else if (*grade < LowestGrade || *grade > HighestGrade) {
        judgement.outcome = Outcome::Invalid;
        judgement.reason = fmt::format("out-of-range: score {}, 1 to 5", *grade);
    } else {
        judgement.outcome = Outcome::Verdict;
        judgement.scores = {*grade};
        judgement.result = fmt::format("{}", *grade);
        judgement.weightedScoreA = (*grade - LowestGrade) / (HighestGrade - LowestGrade);
    }
    return judgement;
}

Result<void> addGrades(const Row& row, ImportRecord& record) {
    const auto grades = row.find("gpt4score") == nullptr ? std::nullopt : row.find("gpt4score")->array();
    if (!grades)
        return unusable(said("gpt4_score is not a list"));
    int sample = 0;
    for (const simdjson::dom::element grade : *grades) {
        const RowValue* feedback = row.find("gpt4feedback");
        const auto said = feedback == nullptr ? std::nullopt : valueAt(*feedback, fmt::format("{}", sample));
        std::string text = said ? said->text().value_or("") : "";
        ImportedVerdict imported;
        imported.run.name = "gpt-4";
        imported.run.model = "gpt-4";
        imported.run.task = Task::Direct;
        imported.run.scaleMin = LowestGrade;
        imported.run.scaleMax = HighestGrade;
        imported.verdict.presentation = "A";
        imported.verdict.sample = ++sample;
        imported.verdict.rawReply = text;
        imported.verdict.judgement = gradeJudgement(RowValue(grade), std::move(text));
        record.verdicts.push_back(std::move(imported));
    }
    return {};
}

/// A whole prompt with its sections, and GPT-4's grades of the answer in it. The same idx stands for several answers.
Result<ImportRecord> readGraded(const Row& row) {
    const auto prompt = requiredText(row, "instruction", "instruction");
    const auto idx = optionalText(row, "idx");
    const auto writer = optionalText(row, "responsesource");
    const auto category = optionalText(row, "category");
    if (!prompt || !idx)
        return tl::unexpected(prompt ? idx.error() : prompt.error());
    if (!writer || !category)
        return tl::unexpected(writer ? category.error() : writer.error());
    const auto question = sectionOf(*prompt, "The instruction to evaluate");
    const auto answer = sectionOf(*prompt, "Response to evaluate");
    if (!question || !answer)
        return unusable(said("instruction lacks the section of the instruction or the response to evaluate"));
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "prometheus";
    item.sourceId = *idx ? fmt::format("{}/{}", **idx, writer->value_or("")) : "";
    item.category = category->value_or("");
    item.turns = {{"user", *question}};
    item.responses = {{*answer, writer->value_or("")}};
    item.reference = sectionOf(*prompt, "Reference Answer (Score 5)");
    item.metadata = row.rest(PrometheusFields);
    if (const auto rubric = sectionOf(*prompt, "Score Rubrics")) {
        const std::string member = fmt::format("\"rubric\":{}", RowValue(std::string_view(*rubric)).json());
        item.metadata = item.metadata == "{}" ? "{" + member + "}" : "{" + member + "," + item.metadata.substr(1);
    }
    if (const auto added = addGrades(row, record); !added)
        return tl::unexpected(added.error());
    return record;
}

Result<void> addBenchGold(const Row& row, ImportRecord& record) {
    ItemLabel gold;
    if (record.item->responses.size() == 1) {
        const RowValue* score = row.find("origscore");
        gold.score = score == nullptr ? std::nullopt : score->number();
        if (gold.score)
            record.labels.push_back(std::move(gold));
        return {};
    }
    const auto preference = optionalText(row, "origpreference");
    if (!preference)
        return tl::unexpected(preference.error());
    gold.label = labelFromText(preference->value_or(""));
    if (gold.label)
        record.labels.push_back(std::move(gold));
    else if (*preference)
        record.remark = said("orig_preference \"%1\" is neither A nor B", **preference);
    return {};
}

/// Feedback-Bench has one response with its score, Preference-Bench two with the preferred one.
Result<ImportRecord> readBench(const Row& row) {
    auto question = requiredText(row, "originstruction", "orig_instruction");
    auto reference = optionalText(row, "origreferenceanswer");
    if (!question || !reference)
        return tl::unexpected(question ? reference.error() : question.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "prometheus";
    item.turns = {{"user", std::move(*question)}};
    item.reference = std::move(*reference);
    const bool isPair = row.find("origresponsea") != nullptr;
    for (const char* field : isPair ? std::array{"origresponsea", "origresponseb"} : std::array{"origresponse", ""}) {
        if (*field == '\0')
            continue;
        auto response = requiredText(row, field, field);
        if (!response)
            return tl::unexpected(response.error());
        item.responses.push_back({std::move(*response), ""});
    }
    item.metadata = row.rest(PrometheusFields);
    if (const auto added = addBenchGold(row, record); !added)
        return tl::unexpected(added.error());
    return record;
}

Result<ImportRecord> readPrometheus(const Row& row) {
    return row.find("gpt4score") != nullptr ? readGraded(row) : readBench(row);
}

} // namespace

Importer prometheusImporter() {
    return {"prometheus", "Prometheus: Feedback-Bench, Preference-Bench, and sets that GPT-4 graded", {},
        guessPrometheus, [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readPrometheus);
        }};
}

} // namespace assize
