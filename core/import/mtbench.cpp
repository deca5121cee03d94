// SPDX-License-Identifier: Apache-2.0
// MT-Bench: votes of people and of GPT-4 on conversations, and FastChat's model_judgment files, pairwise and single,
// which hold no answers and join on question, models and turn (protocols.md 5.1 and 7).
#include "core/import/conversation.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/reference_answers.h"

#include <fmt/format.h>

namespace assize {
namespace {

constexpr double MtbenchHighest = 10;

const std::vector<std::string_view> MtbenchFields = {"modela", "modelb", "model1", "model2", "model", "winner",
    "g1winner", "g2winner", "judge", "conversationa", "conversationb", "userprompt", "judgment", "g1userprompt",
    "g2userprompt", "g1judgment", "g2judgment", "score", "tstamp"};

Guess guessMtbench(const FileHead& head) {
    const bool isArena = head.hasAll({"anony"}) || head.hasAll({"language"});
    if (!isArena && head.hasAll({"questionid", "modela", "modelb", "winner", "conversationa", "turn"}))
        return {90, said("its records have question_id, model_a, model_b, winner, conversations and turn")};
    if (head.hasAll({"questionid", "model1", "model2", "g1winner", "g2winner"}))
        return {95, said("its records have question_id, model_1, model_2, g1_winner and g2_winner"), true};
    if (head.hasAll({"questionid", "model", "judge", "judgment", "score", "turn"}))
        return {95, said("its records have question_id, model, judge, judgment, score and turn"), true};
    return {};
}

/// Which comparison a row is about. The models stand in the order of their names, whatever the row's order.
struct Comparison {
    std::string first;
    std::string second;
    bool isExchanged = false; ///< the row has them the other way round
    int turn = 1;
    std::string question;
    std::string id;

    [[nodiscard]] std::optional<Label> inOrder(std::optional<Label> label) const {
        return label && isExchanged ? swapped(*label) : label;
    }
};

Result<int> readTurn(const Row& row) {
    const auto turn = optionalText(row, "turn");
    if (!turn)
        return tl::unexpected(turn.error());
    const std::string written = turn->value_or("1");
    if (written != "1" && written != "2")
        return unusable(said("turn is neither 1 nor 2: %1", written));
    return written == "1" ? 1 : 2;
}

Result<Comparison> readComparison(const Row& row, std::string_view firstField, std::string_view secondField) {
    const auto question = requiredText(row, "questionid", "question_id");
    auto first = requiredText(row, plainName(firstField), firstField);
    auto second = requiredText(row, plainName(secondField), secondField);
    const auto turn = readTurn(row);
    if (!question || !turn)
        return tl::unexpected(question ? turn.error() : question.error());
    if (!first || !second)
        return tl::unexpected(first ? second.error() : first.error());
    Comparison comparison{std::move(*first), std::move(*second), false, *turn, *question, {}};
    comparison.isExchanged = comparison.second < comparison.first;
    if (comparison.isExchanged)
        std::swap(comparison.first, comparison.second);
    comparison.id = fmt::format("{}/{}/{}/turn {}", *question, comparison.first, comparison.second, comparison.turn);
    return comparison;
}

/// "expert_17" and "author_2" are people; anybody else is a judge: a name, or a list of model and prompt.
bool isPerson(std::string_view judge) {
    return judge.starts_with("expert") || judge.starts_with("author");
}

std::string judgeOf(const Row& row) {
    const RowValue* judge = row.find("judge");
    if (judge == nullptr)
        return {};
    const auto model = valueAt(*judge, "0");
    return model ? model->text().value_or("") : judge->text().value_or("");
}

Judgement readWinner(std::optional<Label> label, std::string_view winner) {
    Judgement judgement;
    judgement.label = label;
    judgement.outcome = label ? Outcome::Verdict : Outcome::Unparseable;
    judgement.reason = label ? (winner == "tie (inconsistent)" ? "split" : "") : "parse";
    return judgement;
}

Result<void> readVote(const Row& row, const Comparison& comparison, ImportRecord& record) {
    const auto winner = requiredText(row, "winner", "winner");
    if (!winner)
        return tl::unexpected(winner.error());
    const std::string judge = judgeOf(row);
    const auto label = comparison.inOrder(labelFromText(*winner));
    if (isPerson(judge)) {
        if (!label)
            return unusable(said("winner is none of model_a, model_b and tie: %1", *winner));
        ItemLabel vote;
        vote.annotator = judge;
        vote.label = label;
        record.labels.push_back(std::move(vote));
        return {};
    }
    ImportedVerdict imported;
    imported.run.name = judge;
    imported.verdict.judgement = readWinner(label, *winner);
    record.verdicts.push_back(std::move(imported));
    return {};
}

Result<ImportRecord> readVotedPair(const Row& row, const ReferenceAnswers& references) {
    const auto comparison = readComparison(row, "model_a", "model_b");
    if (!comparison)
        return tl::unexpected(comparison.error());
    auto first = readConversation(row, "conversation_a", comparison->turn);
    auto second = readConversation(row, "conversation_b", comparison->turn);
    if (!first || !second)
        return tl::unexpected(first ? second.error() : first.error());
    if (comparison->isExchanged)
        std::swap(first, second);
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "mtbench";
    item.sourceId = comparison->id;
    item.turns = std::move(first->questions);
    item.responses = {
        {textOfTurns(first->answers), comparison->first}, {textOfTurns(second->answers), comparison->second}};
    item.category = references.category(comparison->question);
    item.reference = references.reference(comparison->question, first->answers.size());
    item.metadata = row.rest(MtbenchFields);
    if (const auto read = readVote(row, *comparison, record); !read)
        return tl::unexpected(read.error());
    return record;
}

/// A record about an item that another file holds; without it, an item that is only its id.
ImportRecord joiningRecord(const Row& row, const std::string& id) {
    ImportRecord record;
    record.joinSourceId = id;
    Item& item = record.item.emplace();
    item.format = "mtbench";
    item.sourceId = id;
    item.metadata = row.rest(MtbenchFields);
    return record;
}

/// The first game shows model_1 first, the second model_2; both winners are named as model_1 and model_2.
Result<ImportedVerdict> readGame(const Row& row, const Comparison& comparison, int game) {
    const auto winner = requiredText(row, fmt::format("g{}winner", game), fmt::format("g{}_winner", game));
    auto reply = optionalText(row, fmt::format("g{}judgment", game));
    if (!winner || !reply)
        return tl::unexpected(winner ? reply.error() : winner.error());
    std::optional<Label> label;
    if (*winner == "model_1")
        label = Label::A;
    else if (*winner == "model_2")
        label = Label::B;
    else if (*winner == "tie")
        label = Label::Tie;
    ImportedVerdict imported;
    imported.run.name = fmt::format("{} pair", judgeOf(row));
    imported.run.model = judgeOf(row);
    imported.run.orders = Orders::Both;
    imported.verdict.presentation = (game == 2) == comparison.isExchanged ? "AB" : "BA";
    imported.verdict.judgement = readWinner(comparison.inOrder(label), *winner);
    imported.verdict.rawReply = reply->value_or("");
    return imported;
}

Result<ImportRecord> readJudgedPair(const Row& row) {
    const auto comparison = readComparison(row, "model_1", "model_2");
    if (!comparison)
        return tl::unexpected(comparison.error());
    ImportRecord record = joiningRecord(row, comparison->id);
    for (const int game : {1, 2}) {
        auto imported = readGame(row, *comparison, game);
        if (!imported)
            return tl::unexpected(imported.error());
        record.verdicts.push_back(std::move(*imported));
    }
    return record;
}

/// A score of -1 says that the reply held none.
Judgement readRating(const RowValue* score) {
    Judgement judgement;
    const auto number = score == nullptr ? std::nullopt : score->number();
    if (!number || *number < 0) {
        judgement.reason = "no-verdict";
        return judgement;
    }
    if (*number > MtbenchHighest) {
        judgement.outcome = Outcome::Invalid;
        judgement.reason = fmt::format("out-of-range: score {}, 1 to 10", *number);
        return judgement;
    }
    judgement.outcome = Outcome::Verdict;
    judgement.scores = {*number};
    judgement.result = fmt::format("{}", *number);
    return judgement;
}

Result<ImportRecord> readJudgedSingle(const Row& row) {
    const auto question = requiredText(row, "questionid", "question_id");
    const auto model = requiredText(row, "model", "model");
    const auto turn = readTurn(row);
    auto reply = optionalText(row, "judgment");
    if (!question || !model)
        return tl::unexpected(question ? model.error() : question.error());
    if (!turn || !reply)
        return tl::unexpected(turn ? reply.error() : turn.error());
    ImportRecord record = joiningRecord(row, fmt::format("{}/{}/turn {}", *question, *model, *turn));
    ImportedVerdict imported;
    imported.run.name = fmt::format("{} single", judgeOf(row));
    imported.run.model = judgeOf(row);
    imported.run.task = Task::Direct;
    imported.run.scaleMax = MtbenchHighest;
    imported.verdict.presentation = "A";
    imported.verdict.judgement = readRating(row.find("score"));
    imported.verdict.rawReply = reply->value_or("");
    record.verdicts.push_back(std::move(imported));
    return record;
}

Result<ImportRecord> readMtbench(const Row& row, const ReferenceAnswers& references) {
    if (row.find("g1winner") != nullptr)
        return readJudgedPair(row);
    return row.find("winner") != nullptr ? readVotedPair(row, references) : readJudgedSingle(row);
}

} // namespace

Importer mtbenchImporter() {
    return {"mtbench", "MT-Bench votes of people and GPT-4, and FastChat's judgments", {}, guessMtbench,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) -> Result<void> {
            const auto references = ReferenceAnswers::read(options.beside, options.stop);
            if (!references)
                return tl::unexpected(references.error());
            return readRows(source, options, sink, [&](const Row& row) { return readMtbench(row, *references); });
        }};
}

} // namespace assize
