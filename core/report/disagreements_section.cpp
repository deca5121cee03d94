// SPDX-License-Identifier: Apache-2.0
// Where judge and people differ, with the texts, so that a reader can decide who is right.
#include "core/metrics/pair_sample.h"
#include "core/model/presentation.h"
#include "core/report/disagreements.h"
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::size_t MostItemPrompt = 1'500; // code points
constexpr std::size_t MostResponseText = 2'500;
constexpr std::size_t MostItemReason = 1'200;
constexpr std::size_t MostResponses = 6;
constexpr std::size_t MostCriteria = 12;

std::string scoreText(std::optional<double> score) {
    if (!score)
        return "–";
    return *score == std::round(*score) ? fixedText(*score, 0) : fixedText(*score, 2);
}

/// What somebody says of a single response: a class, a score, or nothing.
std::string gradeText(const Rating& rating, const ItemTable& items) {
    if (rating.result != NoResult)
        return items.results.names()[static_cast<std::size_t>(rating.result)];
    return std::isnan(rating.score) ? std::string("–") : scoreText(rating.score);
}

json saidBy(const Rating& rating, bool isHuman, const ReportRun& run, const SectionInput& input) {
    json said = labelChip(run.policy.four() ? rating.labelOfFour : rating.label, isHuman, input.texts);
    if (!run.table.isPairwise())
        said["name"] = gradeText(rating, input.data.loaded.items);
    said["is_pairwise"] = run.table.isPairwise();
    return said;
}

json orderChips(const ReportRun& run, std::uint32_t row, const ReportTexts& texts) {
    json orders = json::array();
    const auto add = [&](const OrderColumn& column, std::string_view nameKey) {
        if (column.planned[row] == 0)
            return;
        const double margin = column.margin(row);
        orders.push_back(
            {{"name", texts.text(nameKey)}, {"chip", labelChip(column.cell(row, run.policy.four()), false, texts)},
                {"margin", std::isnan(margin) ? std::string() : fixedText(margin, 2)}});
    };
    add(run.table.forward, "disagreements.a_first");
    add(run.table.backward, "disagreements.b_first");
    return orders;
}

json criterionRows(const Judgement& judgement, const ReportTexts& texts) {
    json rows = json::array();
    for (const CriterionScore& score : judgement.criteria) {
        if (rows.size() == MostCriteria)
            break;
        rows.push_back({{"name", score.criterion.name}, {"weight", fixedText(score.criterion.weight, 2)},
            {"score_a", scoreText(score.scoreA)}, {"score_b", scoreText(score.scoreB)},
            {"reason_a", excerpt(score.justificationA, MostItemReason, texts)},
            {"reason_b", excerpt(score.justificationB, MostItemReason, texts)}});
    }
    return rows;
}

/// The judge's reasons: of the first verdict, A before B.
json reasonsContent(const std::vector<Verdict>& verdicts, RowKey runKey, const ReportTexts& texts) {
    const auto found = std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
        return verdict.runKey == runKey && verdict.judgement.outcome == Outcome::Verdict &&
               !hidesReference(verdict.presentation);
    });
    if (found == verdicts.end())
        return nullptr;
    const Judgement& judgement = found->judgement;
    json rows = criterionRows(judgement, texts);
    if (rows.empty() && judgement.overallJustification.empty())
        return nullptr;
    return {{"order", texts.text(found->presentation == "BA" ? "disagreements.b_first" : "disagreements.a_first")},
        {"has_criteria", !rows.empty()}, {"criteria", std::move(rows)},
        {"has_overall", !judgement.overallJustification.empty()},
        {"overall", excerpt(judgement.overallJustification, MostItemReason, texts)}};
}

/// What other runs of the report say of the item.
json otherJudges(const SectionInput& input, const ReportRun& run, std::uint32_t row) {
    json others = json::array();
    for (const ReportRun& other : input.data.runs) {
        if (other.summary.run.key == run.summary.run.key || other.table.isPairwise() != run.table.isPairwise() ||
            !isPlanned(other.table, row))
            continue;
        PairPattern pattern;
        pattern.forward = other.table.forward.cell(row, other.policy.four());
        pattern.backward = other.table.backward.cell(row, other.policy.four());
        Rating rating;
        rating.label = rating.labelOfFour = labelIn(View::Single, pattern, other.policy);
        rating.score = other.table.grades.score[row];
        rating.result = other.table.grades.result[row];
        others.push_back({{"run", other.summary.run.name}, {"said", saidBy(rating, false, other, input)}});
    }
    return others;
}

json peopleContent(const std::vector<Annotation>& annotations, const ReportTexts& texts) {
    std::map<std::string, const Annotation*> latest;
    for (const Annotation& annotation : annotations)
        latest[annotation.annotator] = &annotation; // oldest first
    json people = json::array();
    for (const auto& [name, annotation] : latest) {
        const std::optional<Cell> label = annotation->label ? std::optional(cellOf(*annotation->label)) : std::nullopt;
        std::string marks;
        for (const std::string& tag : annotation->tags)
            marks += (marks.empty() ? "" : texts.text("number.comma")) + tag;
        people.push_back({{"name", name}, {"chip", labelChip(label, true, texts)}, {"tags", marks},
            {"comment", excerpt(annotation->comment, MostItemReason, texts)},
            {"has_comment", !annotation->comment.empty()}});
    }
    return people;
}

json responsesContent(const Item& item, const ReportTexts& texts) {
    constexpr std::string_view Letters = "ABCDEF";
    json responses = json::array();
    for (std::size_t i = 0; i < std::min(item.responses.size(), MostResponses); ++i)
        responses.push_back({{"letter", item.responses.size() == 1 ? std::string() : std::string(1, Letters[i])},
            {"style", i == 0 && item.responses.size() > 1 ? "a"
                      : i == 1                            ? "b"
                                                          : "none"},
            {"model", item.responses[i].model}, {"text", excerpt(item.responses[i].text, MostResponseText, texts)}});
    return responses;
}

Result<json> itemContent(const SectionInput& input, const ReportRun& run, const Disagreement& disagreement) {
    const ItemTable& items = input.data.loaded.items;
    const RowKey key = items.keys[disagreement.row];
    const auto item = input.reader.item(key);
    if (!item)
        return tl::unexpected(item.error());
    const auto verdicts = input.reader.verdictsOf(key);
    if (!verdicts)
        return tl::unexpected(verdicts.error());
    const auto annotations = input.reader.annotationsOf(key);
    if (!annotations)
        return tl::unexpected(annotations.error());
    json people = peopleContent(*annotations, input.texts);
    json others = otherJudges(input, run, disagreement.row);
    json reasons = reasonsContent(*verdicts, run.summary.run.key, input.texts);
    return json{{"id", item->sourceId.empty() ? item->id : item->sourceId}, {"category", item->category},
        {"judge", saidBy(disagreement.judge, false, run, input)},
        {"human", saidBy(items.gold[disagreement.row], true, run, input)},
        {"orders", run.table.isPairwise() ? orderChips(run, disagreement.row, input.texts) : json::array()},
        {"prompt", excerpt(promptOf(*item), MostItemPrompt, input.texts)},
        {"turns", item->turns.size() > 1 ? input.texts.counted("disagreements.earlier_turns",
                                               static_cast<std::int64_t>(item->turns.size() - 1))
                                         : std::string()},
        {"responses", responsesContent(*item, input.texts)}, {"has_reasons", !reasons.is_null()},
        {"reasons", std::move(reasons)}, {"has_people", !people.empty()}, {"people", std::move(people)},
        {"has_others", !others.empty()}, {"others", std::move(others)}};
}

std::string countSentence(std::size_t shown, std::size_t all, const ReportTexts& texts) {
    const auto total = static_cast<std::int64_t>(all);
    if (shown == all)
        return texts.counted("disagreements.count", total);
    return texts.fill("disagreements.count_shown", {countText(total), countText(static_cast<std::int64_t>(shown))});
}

Result<json> runDisagreements(const SectionInput& input, const ReportRun& run) {
    const std::vector<Disagreement> all = disagreementsOf(input.data, run);
    const std::size_t shown = std::min(all.size(), static_cast<std::size_t>(input.options.mostDisagreements));
    json items = json::array();
    for (std::size_t i = 0; i < shown; ++i) {
        auto content = itemContent(input, run, all[i]);
        if (!content)
            return content;
        items.push_back(std::move(*content));
        if (input.options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "report", said("it was stopped"));
    }
    return json{{"run", run.summary.run.name}, {"judge", judgeTitle(input.data, run)},
        {"count", countSentence(shown, all.size(), input.texts)}, {"is_perfect", all.empty()},
        {"items", std::move(items)}};
}

} // namespace

Result<json> disagreementsSection(const SectionInput& input) {
    json runs = json::array();
    for (const ReportRun& run : input.data.runs) {
        auto content = runDisagreements(input, run);
        if (!content)
            return content;
        runs.push_back(std::move(*content));
    }
    const std::vector<Rating>& gold = input.data.loaded.items.gold;
    const bool hasGold = std::any_of(gold.begin(), gold.end(), [](const Rating& rating) { return !rating.isAbsent(); });
    return json{{"has_runs", !runs.empty() && hasGold}, {"has_gold", hasGold}, {"runs", std::move(runs)}};
}

} // namespace assize
