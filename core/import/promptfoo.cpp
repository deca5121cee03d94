// SPDX-License-Identifier: Apache-2.0
// promptfoo's results, as its evaluations write them to JSON (the list stands in results.results, in older files in
// results) or to JSON Lines. Each result is an item with the provider's output as its one response; what the assertions
// found is a verdict, PASS or FAIL, with a criterion for each of them; what a person decided in its viewer is a label.
#include "core/base/byte_source.h"
#include "core/base/text.h"
#include "core/import/conversation.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/reply/normalise.h"
#include "core/reply/reply_text.h"

#include <fmt/format.h>
#include <map>

namespace assize {
namespace {

constexpr std::string_view HumanAssertion = "human";

const std::vector<std::string_view> ResultFields = {"id", "prompt", "response", "success", "score", "gradingresult",
    "error", "failurereason", "latencyms", "cost", "tokenusage", "namedscores"};

bool isNested(std::string_view head) {
    const std::size_t results = head.find("\"results\"");
    return results != std::string_view::npos && results < head.find("\"gradingResult\"");
}

Guess guessPromptfoo(const FileHead& head) {
    const auto holds = [&](std::string_view word) { return head.text.find(word) != std::string_view::npos; };
    const bool isResult = holds("\"success\"") && holds("\"vars\"") && holds("\"prompt\"") && holds("\"provider\"");
    if (!isResult || (!holds("\"gradingResult\"") && !holds("\"testCase\"")))
        return {};
    if (head.hasAll({"results"}) && isNested(head.text))
        return {95, said("it is an object with results, each with prompt, provider, vars and success")};
    if (head.hasAll({"prompt", "provider", "success", "vars"}))
        return {95, said("its records have prompt, provider, vars and success")};
    return {};
}

std::optional<std::string> textAt(const RowValue& value, std::string_view path) {
    const auto found = valueAt(value, path);
    return found && !found->isNull() ? found->text() : std::nullopt;
}

/// prompt.raw: a text, or a list of messages written as JSON.
Result<std::vector<Turn>> promptTurns(const Row& row) {
    const RowValue* prompt = row.find("prompt");
    const auto inside = prompt == nullptr ? std::nullopt : textAt(*prompt, "raw");
    const auto raw = inside || prompt == nullptr ? inside : prompt->text();
    if (!raw)
        return unusable(said("prompt is missing"));
    if (raw->find('\0') != std::string::npos)
        return unusable(said("prompt holds a NUL character"));
    simdjson::dom::parser parser;
    simdjson::dom::array messages;
    if (raw->starts_with('[') && parser.parse(*raw).get(messages) == simdjson::SUCCESS) {
        if (auto turns = readTurns(messages, "prompt"))
            return turns;
    }
    return std::vector<Turn>{{"user", *raw}};
}

/// What the provider gave: a text, or anything else as JSON.
std::optional<std::string> outputOf(const Row& row) {
    const RowValue* response = row.find("response");
    const auto output = response == nullptr ? std::nullopt : valueAt(*response, "output");
    if (!output || output->isNull())
        return std::nullopt;
    const auto text = output->text();
    return text ? text : output->json();
}

/// A model's name, from a text or an object with id and label.
std::string providerOf(const Row& row) {
    const RowValue* provider = row.find("provider");
    if (provider == nullptr)
        return {};
    const auto id = textAt(*provider, "id");
    return id ? *id : provider->text().value_or("");
}

/// The good answer of an assertion that compares with one.
std::optional<std::string> referenceOf(const Row& row) {
    const RowValue* test = row.find("testcase");
    const auto asserts = test == nullptr ? std::nullopt : valueAt(*test, "assert");
    const auto list = asserts ? asserts->array() : std::nullopt;
    if (!list)
        return std::nullopt;
    for (const simdjson::dom::element element : *list) {
        const RowValue assertion(element);
        const auto type = textAt(assertion, "type");
        if (type == "equals" || type == "similar" || type == "factuality")
            return textAt(assertion, "value");
    }
    return std::nullopt;
}

/// Names given so far, as they are compared in rubrics, and the last number that told one from its likes.
using TakenNames = std::map<std::string, int>;

/// An assertion by its metric, or its type and what it was asked; told apart by number where two are alike.
std::string criterionName(const RowValue& component, TakenNames& taken) {
    std::string base = textAt(component, "assertion.metric").value_or("");
    if (trimmed(base).empty())
        base = textAt(component, "assertion.type").value_or("assertion");
    std::string name = base;
    while (!taken.try_emplace(plainName(name), 1).second)
        name = fmt::format("{} {}", base, ++taken[plainName(base)]);
    return name;
}

/// Scores are from 0 to 1. One that is missing or beyond makes the verdict invalid, as in every rubric.
CriterionScore scoreOf(const RowValue& component, TakenNames& taken) {
    CriterionScore score;
    score.criterion.name = criterionName(component, taken);
    score.criterion.description = textAt(component, "assertion.value").value_or("");
    const auto weight = valueAt(component, "assertion.weight");
    score.criterion.weight = weight ? weight->number().value_or(1) : 1;
    score.criterion.type = CriterionType::Scale;
    score.criterion.min = 0;
    score.criterion.max = 1;
    const auto points = valueAt(component, "score");
    score.scoreA = points ? points->number() : std::nullopt;
    score.justificationA = textAt(component, "reason").value_or("");
    return score;
}

/// What the assertions found, apart from what a person decided.
struct Grading {
    Judgement judgement;
    std::optional<bool> human;   ///< what a person said
    std::optional<double> score; ///< of the whole, where no part has one
    bool isPass = true;
    bool isGraded = false; ///< anything was looked at
};

Grading readComponents(const RowValue& result) {
    Grading grading;
    TakenNames names;
    const auto components = valueAt(result, "componentResults");
    const auto list = components ? components->array() : std::nullopt;
    if (!list)
        return grading;
    double weights = 0;
    bool areWeights = true;
    for (const simdjson::dom::element element : *list) {
        if (element.is_null())
            continue; // an assertion that was not looked at
        const RowValue component(element);
        const bool isPass = textAt(component, "pass") == "true";
        if (textAt(component, "assertion.type") == HumanAssertion) {
            grading.human = isPass;
            continue;
        }
        grading.isGraded = true;
        grading.isPass = grading.isPass && isPass;
        grading.judgement.criteria.push_back(scoreOf(component, names));
        const auto weight = valueAt(component, "assertion.weight");
        areWeights = areWeights && (!weight || weight->isNull() || weight->number());
        weights += grading.judgement.criteria.back().criterion.weight;
    }
    if (!areWeights)
        refuse(grading.judgement, Outcome::Invalid, "not-a-number: weight");
    if (!(weights > 0))
        return grading;
    for (CriterionScore& score : grading.judgement.criteria)
        score.criterion.weight /= weights; // they are shares, and need not add up to 1
    return grading;
}

Grading gradingOf(const Row& row) {
    const RowValue* result = row.find("gradingresult");
    if (result == nullptr || !result->object())
        return {};
    Grading grading = readComponents(*result);
    // A person's word overrides the whole; without one the whole may hang on a threshold rather than on each part.
    const auto whole = textAt(*result, "pass");
    const std::string reason = textAt(*result, "reason").value_or("");
    if (!grading.human && whole)
        grading.isPass = *whole == "true";
    grading.isGraded = grading.isGraded || (!grading.human && whole && reason != "No assertions");
    if (!grading.human)
        grading.judgement.overallJustification = reason;
    const auto score = valueAt(*result, "score");
    if (!grading.human && score && grading.judgement.criteria.empty())
        grading.score = score->number();
    return grading;
}

/// An assertion that broke down, rather than found something, is no verdict.
bool hasBrokenDown(const Row& row) {
    const RowValue* reason = row.find("failurereason");
    return reason != nullptr && reason->number() == 2.0;
}

/// Checks the scores as those of any judge are checked. Without criteria the score of the whole is all there is.
void compute(Judgement& judgement, std::optional<double> score) {
    if (score && !(*score >= 0 && *score <= 1))
        refuse(judgement, Outcome::Invalid, fmt::format("out-of-range: score {}, 0 to 1", *score));
    Judge judge;
    judge.task = Task::PassFail;
    ReplyContext context;
    context.judge = &judge;
    context.presentation = "A";
    ReplyReading reading;
    reading.judgement = std::move(judgement);
    normaliseReading(reading, context);
    judgement = std::move(reading.judgement);
    if (score && judgement.outcome == Outcome::Verdict)
        judgement.weightedScoreA = score;
}

void addGrading(const Row& row, ImportRecord& record) {
    Grading grading = gradingOf(row);
    if (grading.human) {
        ItemLabel label;
        label.result = *grading.human ? "PASS" : "FAIL";
        record.labels.push_back(std::move(label));
    }
    if (!grading.isGraded)
        return;
    ImportedVerdict imported;
    imported.run.task = Task::PassFail;
    imported.verdict.presentation = "A";
    imported.verdict.judgement = std::move(grading.judgement);
    Judgement& judgement = imported.verdict.judgement;
    if (hasBrokenDown(row)) {
        judgement = {};
        judgement.outcome = Outcome::TransportError;
        judgement.reason = row.text("error").value_or(std::nullopt).value_or("error");
    } else {
        if (judgement.outcome != Outcome::Invalid)
            judgement.outcome = Outcome::Verdict;
        judgement.result = grading.isPass ? "PASS" : "FAIL";
        compute(judgement, grading.score);
    }
    imported.verdict.rawReply = row.find("gradingresult")->json();
    record.verdicts.push_back(std::move(imported));
}

Result<ImportRecord> readResult(const Row& row) {
    auto turns = promptTurns(row);
    auto id = optionalText(row, "id");
    if (!turns || !id)
        return tl::unexpected(turns ? id.error() : turns.error());
    auto output = outputOf(row);
    if (!output)
        return unusable(said("response.output is missing"));
    if (output->find('\0') != std::string::npos)
        return unusable(said("response.output holds a NUL character"));
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "promptfoo";
    item.sourceId = id->value_or("");
    item.turns = std::move(*turns);
    item.responses = {{std::move(*output), providerOf(row)}};
    item.reference = referenceOf(row);
    item.metadata = row.rest(ResultFields);
    addGrading(row, record);
    return record;
}

Result<void> readPromptfoo(ByteSource& source, const ImportOptions& options, ImportSink& sink) {
    const std::string_view head = source.head();
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || head[begin] != '{' || !isNested(head))
        return readRows(source, options, sink, readResult);
    return readListRows(
        source, options, sink, {"results", "results"}, [](std::string_view, const RowValue&) {}, readResult);
}

} // namespace

Importer promptfooImporter() {
    return {"promptfoo", "promptfoo's results: providers' outputs, and what the assertions found", {}, guessPromptfoo,
        readPromptfoo};
}

} // namespace assize
