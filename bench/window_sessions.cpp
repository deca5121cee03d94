// SPDX-License-Identifier: Apache-2.0
#include "bench/window_sessions.h"

#include "core/model/judge_json.h"
#include "core/session/session.h"
#include "core/session/session_writer.h"

#include <cstdlib>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr int Items = 100'000;
constexpr int ItemsOfAJob = 1000;
constexpr std::size_t LongAnswer = 20'000;
constexpr std::size_t HugeAnswer = 1'000'000;

template <typename T>
T required(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "{}: {}\n", result.error().subject, result.error().detail.english());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

Item pairOf(const std::string& sourceId, const std::string& prompt, std::string first, std::string second) {
    Item item;
    item.format = "pairs";
    item.sourceId = sourceId;
    item.turns = {{"user", prompt}};
    item.responses = {{std::move(first), "model-a"}, {std::move(second), "model-b"}};
    return item;
}

RowKey addRubricRun(SessionTransaction& transaction) {
    JudgeVersion version;
    version.definition.name = "rubric";
    version.hash = versionHash(version.definition);
    version.source = "file";
    Run run;
    run.name = "rubric";
    run.identity = "bench";
    run.judgeVersionKey = required(transaction.addJudgeVersion(version)).key;
    return required(transaction.addRun(run)).key;
}

/// What it says of each side stands in the judgement's criteria; scores turn with the number.
Verdict verdictOf(RowKey run, RowKey item, const std::string& presentation, int number) {
    Verdict verdict;
    verdict.runKey = run;
    verdict.itemKey = item;
    verdict.presentation = presentation;
    Judgement& said = verdict.judgement;
    said.outcome = Outcome::Verdict;
    double margin = 0;
    const char* names[] = {"Correct", "Complete", "Concise"};
    for (int place = 0; place < 3; ++place) {
        CriterionScore score;
        score.criterion.name = names[place];
        score.criterion.weight = place == 0 ? 0.5 : 0.25;
        score.scoreA = 1 + (number + place) % 5;
        score.scoreB = 1 + (number * 7 + place * 2) % 5;
        score.normalisedA = (*score.scoreA - 1) / 4;
        score.normalisedB = (*score.scoreB - 1) / 4;
        margin += score.criterion.weight * (*score.normalisedA - *score.normalisedB);
        said.criteria.push_back(std::move(score));
    }
    said.scoreMargin = margin;
    said.label = margin > 0.02 ? Label::A : margin < -0.02 ? Label::B : Label::Tie;
    return verdict;
}

Result<void> addLargeItems(SessionTransaction& transaction, RowKey run, int first) {
    for (int number = first; number < first + ItemsOfAJob; ++number) {
        Item item =
            pairOf(fmt::format("row-{}", number), fmt::format("Question {}: how does a lock lift a boat?", number),
                fmt::format("{} Water from above fills the chamber until the gates open.", number * 31 % 1000),
                std::string(static_cast<std::size_t>(40 + number % 200), 'x') + " and the keeper works the sluice.");
        item.category = fmt::format("category {}", number % 17);
        const RowKey key = required(transaction.addItem(item, {})).key;
        ItemLabel gold;
        gold.itemKey = key;
        gold.label = number % 3 == 0 ? Label::A : Label::B;
        required(transaction.addLabel(gold));
        for (const char* presentation : {"AB", "BA"})
            required(transaction.addVerdict(verdictOf(run, key, presentation, number)));
    }
    return {};
}

/// Headings, lists and paragraphs; every tenth word is one that depends on the side.
std::string markdownOf(std::size_t size, int number, char side) {
    std::string text;
    for (int line = 0; text.size() < size; ++line) {
        if (line % 12 == 0)
            text += fmt::format("## Step {} of {}\n\n", line / 12 + 1, number);
        text += line % 4 == 1 ? "- " : "";
        for (int word = 0; word < 10; ++word)
            text += fmt::format(
                "{} ", word == 9 ? fmt::format("{}{}", side, line) : fmt::format("word{}", (line * 10 + word) % 97));
        text += line % 4 == 3 ? "\n\n" : "\n";
    }
    return text;
}

/// Quotes the words of a line of each answer.
void quoteLines(Judgement& said, int number) {
    int line = 2;
    for (CriterionScore& score : said.criteria) {
        const auto quoted = [line](char side) {
            return fmt::format("It says \"word{} {}{}\" in so many words.", (line * 10 + 8) % 97, side, line);
        };
        score.justificationA = quoted('a');
        score.justificationB = quoted('b');
        line += 4 + number % 3;
    }
}

} // namespace

void makeLargeSession(const std::filesystem::path& path) {
    const auto session = required(Session::create(path));
    SessionWriter& writer = *required(session->writer());
    RowKey run = 0;
    required(writer.run([&](SessionTransaction& transaction) -> Result<void> {
        run = addRubricRun(transaction);
        return {};
    }));
    for (int first = 0; first < Items; first += ItemsOfAJob)
        required(writer.run([&](SessionTransaction& transaction) { return addLargeItems(transaction, run, first); }));
    while (required(writer.indexMore(Items)) > 0) {
    }
}

void makeLongSession(const std::filesystem::path& path) {
    const auto session = required(Session::create(path));
    required(required(session->writer())->run([&](SessionTransaction& transaction) -> Result<void> {
        const RowKey run = addRubricRun(transaction);
        for (int number = 0; number < 20; ++number) {
            const Item item = pairOf(fmt::format("long-{}", number), "Explain it.", markdownOf(LongAnswer, number, 'a'),
                markdownOf(LongAnswer, number, 'b'));
            Verdict verdict = verdictOf(run, required(transaction.addItem(item, {})).key, "AB", number);
            quoteLines(verdict.judgement, number);
            required(transaction.addVerdict(verdict));
        }
        const Item huge = pairOf("huge", "All of it.", markdownOf(HugeAnswer, 0, 'a'), markdownOf(HugeAnswer, 0, 'b'));
        required(transaction.addItem(huge, {}));
        return {};
    }));
}

} // namespace assize
