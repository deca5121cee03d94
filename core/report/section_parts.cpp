// SPDX-License-Identifier: Apache-2.0
#include "core/report/section_parts.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/metrics/figure_text.h"
#include "core/report/number_text.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

// What each kind of run is told by. A figure that the run has not is passed over.
constexpr auto BothOrdersFigures = std::to_array<std::string_view>(
    {"accuracy.reconciled", "agreement.reconciled", "agreement.forward", "agreement.backward", "kappa.reconciled",
        "ac1.reconciled", "f1.reconciled", "position.consistency", "position.first_bias", "position.second_bias",
        "position.mixed", "winrate.A", "winrate.decisive", "winrate.length_adjusted", "length.bias", "length.excess",
        "calibration.auroc", "baseline.agreement", "human_ceiling", "n_needed"});
constexpr auto OneOrderFigures = std::to_array<std::string_view>({"agreement.single", "kappa.single", "ac1.single",
    "precision.single", "recall.single", "f1.single", "winrate.A", "winrate.decisive", "winrate.length_adjusted",
    "length.bias", "length.excess", "calibration.auroc", "baseline.agreement", "human_ceiling", "n_needed"});
constexpr auto GradeFigures =
    std::to_array<std::string_view>({"accuracy", "kappa", "kappa.quadratic", "precision", "recall", "f1", "tpr", "tnr",
        "balanced_accuracy", "mcc", "prevalence.gold", "prevalence.judge", "spearman", "pearson", "kendall_tau_b",
        "mae", "score.bias", "score.within_1", "select.accuracy", "select.chance", "select.consistency", "n_needed"});

struct ChipStyle {
    std::string_view letter;
    std::string_view style;
    std::string_view name; ///< a key of the texts
};

ChipStyle chipStyle(std::optional<Cell> label) {
    if (!label)
        return {"–", "none", "label.none"};
    switch (*label) {
    case Cell::A:
        return {"A", "a", "label.a"};
    case Cell::B:
        return {"B", "b", "label.b"};
    case Cell::Tie:
        return {"=", "tie", "label.tie"};
    case Cell::BothBad:
        return {"✕", "bad", "label.both_bad"};
    case Cell::Flip:
        return {"⇄", "alert", "label.flip"};
    default:
        return {"–", "none", "label.none"};
    }
}

/// The end of the first so many code points.
std::size_t endOfCodePoints(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size()) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (begins && count-- == 0)
            return at;
        ++at;
    }
    return at;
}

} // namespace

std::string reportTime(std::int64_t milliseconds) {
    if (milliseconds == 0)
        return "–";
    constexpr std::size_t Day = 10;
    constexpr std::size_t Minute = 16;
    const std::string time = isoTime(milliseconds);
    return fmt::format("{} {} UTC", time.substr(0, Day), time.substr(Day + 1, Minute - Day - 1));
}

std::string judgeTitle(const ReportData& data, const ReportRun& run) {
    return fmt::format("{} v{}", run.summary.judgeName, data.judges[run.judge].version.number);
}

json figureRow(std::string_view key, const Figure& figure, const ReportTexts& texts) {
    const FigureText words = figureText(key, texts.language());
    return {{"key", std::string(key)}, {"name", words.title}, {"value", figureValueText(key, figure, texts)},
        {"interval", figureIntervalText(key, figure, texts)}, {"count", figureCountText(figure)},
        {"judged", fmt::format("{}/{}", countText(figure.judged), countText(figure.total))},
        {"remarks", figureRemarks(figure, texts)}, {"reason", figureReason(figure, texts)}, {"meaning", words.meaning},
        {"has_value", figure.value.has_value()}};
}

json labelChip(std::optional<Cell> label, bool isHuman, const ReportTexts& texts) {
    const ChipStyle style = chipStyle(label);
    return {{"letter", std::string(style.letter)}, {"style", std::string(style.style)},
        {"name", texts.text(style.name)}, {"shape", isHuman ? "human" : "judge"}};
}

json excerpt(std::string_view text, std::size_t most, const ReportTexts& texts) {
    const std::size_t end = endOfCodePoints(text, most);
    const std::size_t more = codePointCount(text.substr(end));
    return {{"text", std::string(text.substr(0, end))},
        {"more", more == 0 ? std::string() : texts.counted("more_characters", static_cast<std::int64_t>(more))},
        {"is_empty", text.empty()}};
}

std::vector<std::string_view> mainFigures(const ReportRun& run) {
    if (!run.table.isPairwise())
        return {GradeFigures.begin(), GradeFigures.end()};
    if (hasBothOrders(run))
        return {BothOrdersFigures.begin(), BothOrdersFigures.end()};
    return {OneOrderFigures.begin(), OneOrderFigures.end()};
}

bool hasBothOrders(const ReportRun& run) {
    const Figure* consistency = findFigure(run.figures, "position.consistency");
    return consistency != nullptr && consistency->denominator && *consistency->denominator > 0;
}

} // namespace assize
