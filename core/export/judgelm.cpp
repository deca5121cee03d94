// SPDX-License-Identifier: Apache-2.0
// Training rows as JudgeLM reads them (protocols.md, 1.6 and 1.7): a row for each verdict with two scores, in the order
// in which the judge saw the responses, and after it the same row with the responses exchanged. Where the judge saw a
// reference, text and scores stand under their names with a reference too.
#include "core/export/formats.h"
#include "core/export/verdict_rows.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using json = nlohmann::ordered_json;
using Scores = std::array<double, 2>;

/// From 0..1 to 1..10, with one decimal, as the scores that the model learns from have it.
double tenPoint(double normalised) {
    return std::round((1 + 9 * normalised) * 10) / 10;
}

/// Scores of A and B from 1 to 10; nothing for a verdict that holds none.
std::optional<Scores> scoresOf(const Judgement& judgement, const Judge& judge) {
    const bool isPreference = judgement.reason.starts_with("preference");
    if (judgement.scores.size() == 2 && isPreference)
        return Scores{tenPoint(judgement.scores[0]), tenPoint(judgement.scores[1])};
    if (judgement.scores.size() == 2 && judge.reply.format == "score-pair" && judge.task == Task::Pairwise)
        return Scores{judgement.scores[0], judgement.scores[1]};
    if (judgement.weightedScoreA && judgement.weightedScoreB)
        return Scores{tenPoint(*judgement.weightedScoreA), tenPoint(*judgement.weightedScoreB)};
    return std::nullopt;
}

/// "Assistant 1" for "Assistant 2" and the other way round; answers named A and B likewise.
std::string withNamesExchanged(std::string_view text) {
    using Names = std::pair<std::string_view, std::string_view>;
    constexpr std::array Pairs = {Names{"Assistant 1", "Assistant 2"}, Names{"Assistant A", "Assistant B"},
        Names{"Response A", "Response B"}, Names{"Answer 1", "Answer 2"}, Names{"Answer A", "Answer B"}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        std::string_view other;
        for (const auto& [first, second] : Pairs) {
            if (rest.starts_with(first))
                other = second;
            else if (rest.starts_with(second))
                other = first;
        }
        if (other.empty())
            out += rest.front();
        out += other;
        at += std::max<std::size_t>(other.size(), 1);
    }
    return out;
}

struct Row {
    std::string id;
    std::string question;
    std::array<Response, 2> answers; ///< in the order shown
    Scores scores{};
    std::string explanation;
    std::optional<std::string> reference;
    bool sawReference = false;

    [[nodiscard]] Row swapped() const {
        Row other = *this;
        std::swap(other.answers[0], other.answers[1]);
        std::swap(other.scores[0], other.scores[1]);
        other.explanation = withNamesExchanged(explanation);
        return other;
    }

    [[nodiscard]] std::string line(std::int64_t number, bool isSwapped) const {
        const std::string text = fmt::format("{:g} {:g}\n{}", scores[0], scores[1], explanation);
        json row = {{"question_id", number}, {"review_id", id}, {"augmentation", isSwapped ? "swap" : "none"},
            {"score", scores}, {"text", text}, {"question_body", question}};
        for (std::size_t side = 0; side < answers.size(); ++side) {
            const std::string key = fmt::format("answer{}_", side + 1);
            row[key + "body"] = answers[side].text;
            row[key + "model_id"] = answers[side].model;
            row[key + "metadata"] = json::object();
        }
        if (reference)
            row["reference"] = {{"text", *reference}};
        if (sawReference) {
            row["text_w_reference"] = text;
            row["score_w_reference"] = scores;
        }
        return row.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    }
};

std::optional<Row> rowOf(const Verdict& verdict, const Item& item, const Judge& judge) {
    const bool isPair = verdict.presentation == "AB" || verdict.presentation == "BA";
    const auto scores = scoresOf(verdict.judgement, judge);
    if (verdict.judgement.outcome != Outcome::Verdict || !isPair || item.responses.size() != 2 || !scores)
        return std::nullopt;
    Row row{verdict.id, promptOf(item), {item.responses[0], item.responses[1]}, *scores,
        verdict.judgement.overallJustification, item.reference, false};
    row.sawReference = item.reference.has_value() && judge.reference != ReferencePolicy::Drop;
    if (verdict.presentation == "BA") {
        std::swap(row.answers[0], row.answers[1]);
        std::swap(row.scores[0], row.scores[1]);
    }
    return row;
}

Result<bool> writeTrainingRows(const VerdictRow& given, const ExportWrite& write) {
    const auto row = rowOf(given.verdict, given.item, given.judge.definition);
    if (!row)
        return false;
    for (const bool isSwapped : {false, true}) {
        const auto written = write((isSwapped ? row->swapped() : *row).line(given.item.key, isSwapped));
        if (!written)
            return tl::unexpected(written.error());
    }
    return true;
}

} // namespace

Exporter judgelmExporter() {
    return {"judgelm", "training rows with scores, each followed by its swapped twin",
        [](SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
            return forEachVerdictRow(
                reader, options, [&](const VerdictRow& row) { return writeTrainingRows(row, write); });
        }};
}

} // namespace assize
