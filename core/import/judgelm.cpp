// SPDX-License-Identifier: Apache-2.0
// JudgeLM: judge samples with the teacher's scores as gold, and outputs, which repeat the samples with the text that a
// judge predicted (protocols.md 1.6). Outputs for reversed answers have the bodies exchanged and nothing else.
#include "core/base/text.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/reply/reply_format.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::size_t MostAnswers = 26; // letters A to Z

const std::vector<std::string_view> JudgelmFields = {
    "questionid", "questionbody", "reference", "predid", "predtext", "predmodelid", "tstamp"};

Guess guessJudgelm(const FileHead& head) {
    if (head.hasAll({"questionbody", "answer1body", "answer2body"}))
        return {95, head.hasAll({"predtext"})
                        ? said("its records have question_body, answer1_body, answer2_body and pred_text")
                        : said("its records have question_body, answer1_body and answer2_body")};
    return {};
}

Result<std::vector<Response>> readJudgelmAnswers(const Row& row) {
    std::vector<Response> answers;
    for (std::size_t number = 1; number <= MostAnswers; ++number) {
        const std::string body = fmt::format("answer{}body", number);
        if (number > 2 && row.find(body) == nullptr)
            break;
        auto text = requiredText(row, body, fmt::format("answer{}_body", number));
        auto model = optionalText(row, fmt::format("answer{}modelid", number));
        if (!text || !model)
            return tl::unexpected(text ? model.error() : text.error());
        answers.push_back({std::move(*text), model->value_or("")});
    }
    return answers;
}

/// A text, or an object that holds it.
Result<std::optional<std::string>> readReference(const Row& row) {
    const RowValue* value = row.find("reference");
    const auto inside = value == nullptr ? std::nullopt : valueAt(*value, "text");
    if (!inside)
        return optionalText(row, "reference");
    auto text = inside->text();
    if (!text || text->find('\0') != std::string::npos)
        return unusable(said("reference.text is not a text"));
    return text->empty() ? std::nullopt : text;
}

/// How a reply of these judges is read. Three and more answers are a choice.
Judge judgeFor(std::size_t answers) {
    Judge judge;
    judge.task = answers == 2 ? Task::Pairwise : Task::Select;
    judge.reply.format = "score-pair";
    judge.scaleMin = 1;
    judge.scaleMax = 10;
    return judge;
}

std::string firstLetters(std::size_t answers) {
    std::string letters;
    for (std::size_t index = 0; index < answers; ++index)
        letters += static_cast<char>('A' + index);
    return letters;
}

/// The teacher's scores, out of the list or its text; none where it failed (-1, "error"). Training rows have two: one
/// given without the reference and one with it, as the item is shown then.
std::vector<double> teacherScores(const Row& row, std::size_t answers, bool withReference) {
    const bool hasOwn =
        withReference && (row.find("scorewreference") != nullptr || row.find("textwreference") != nullptr);
    std::vector<double> scores;
    const RowValue* list = row.find(hasOwn ? "scorewreference" : "score");
    for (std::size_t index = 0; list != nullptr && index < answers; ++index) {
        const auto entry = valueAt(*list, fmt::format("{}", index));
        const auto score = entry ? entry->number() : std::nullopt;
        if (score)
            scores.push_back(*score);
    }
    const RowValue* text = row.find(hasOwn ? "textwreference" : "text");
    if (scores.size() != answers && text != nullptr) {
        const Judge judge = judgeFor(answers);
        scores = readReply(text->text().value_or(""), {.judge = &judge, .presentation = firstLetters(answers)}).scores;
    }
    const bool isFailed = std::any_of(scores.begin(), scores.end(), [](double score) { return score < 0; });
    return scores.size() == answers && !isFailed ? scores : std::vector<double>();
}

std::optional<ItemLabel> goldFrom(const std::vector<double>& scores) {
    if (scores.empty())
        return std::nullopt;
    ItemLabel gold;
    if (scores.size() == 2) {
        gold.label = scores[0] > scores[1] ? Label::A : scores[0] < scores[1] ? Label::B : Label::Tie;
        return gold;
    }
    const double best = *std::max_element(scores.begin(), scores.end());
    for (std::size_t index = 0; index < scores.size(); ++index) {
        if (scores[index] == best)
            gold.result += fmt::format("{}{}", gold.result.empty() ? "" : ",", static_cast<char>('A' + index));
    }
    return gold;
}

Result<void> readPrediction(const Row& row, std::size_t answers, ImportRecord& record) {
    const auto text = row.text("predtext");
    const auto model = optionalText(row, "predmodelid");
    if (!text || !model)
        return tl::unexpected(text ? model.error() : text.error());
    if (!*text)
        return {};
    const Judge judge = judgeFor(answers);
    ImportedVerdict imported;
    imported.run.name = model->value_or("");
    imported.run.model = imported.run.name;
    imported.run.task = judge.task;
    imported.run.orders = Orders::Both;
    imported.run.scaleMax = judge.scaleMax;
    imported.verdict.presentation = firstLetters(answers);
    imported.verdict.judgement = readReply(**text, {.judge = &judge, .presentation = firstLetters(answers)});
    imported.verdict.rawReply = **text;
    record.verdicts.push_back(std::move(imported));
    return {};
}

/// What the item keeps besides: nothing of the answers or of a prediction.
std::string restOf(const Row& row, std::size_t answers) {
    std::vector<std::string> names(JudgelmFields.begin(), JudgelmFields.end());
    for (std::size_t number = 1; number <= answers; ++number) {
        names.push_back(fmt::format("answer{}body", number));
        names.push_back(fmt::format("answer{}modelid", number));
    }
    return row.rest({names.begin(), names.end()});
}

Result<ImportRecord> readJudgelm(const Row& row) {
    auto prompt = requiredText(row, "questionbody", "question_body");
    auto answers = readJudgelmAnswers(row);
    auto id = optionalText(row, "questionid");
    auto reference = readReference(row);
    if (!prompt || !answers)
        return tl::unexpected(prompt ? answers.error() : prompt.error());
    if (!id || !reference)
        return tl::unexpected(id ? reference.error() : id.error());
    ImportRecord record;
    record.mayBeExchanged = true;
    Item& item = record.item.emplace();
    item.format = "judgelm";
    item.sourceId = id->value_or("");
    item.turns = {{"user", std::move(*prompt)}};
    item.responses = std::move(*answers);
    item.metadata = restOf(row, item.responses.size());
    item.reference = std::move(*reference);
    if (item.reference && !item.sourceId.empty())
        item.sourceId += " with reference"; // judged with and without it, they are two items
    if (auto gold = goldFrom(teacherScores(row, item.responses.size(), item.reference.has_value())))
        record.labels.push_back(std::move(*gold));
    if (const auto read = readPrediction(row, item.responses.size(), record); !read)
        return tl::unexpected(read.error());
    return record;
}

} // namespace

Importer judgelmImporter() {
    return {"judgelm", "JudgeLM's judge samples, and outputs in either order", {}, guessJudgelm,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, readJudgelm);
        }};
}

} // namespace assize
