// SPDX-License-Identifier: Apache-2.0
#include "core/report/number_text.h"

#include "core/metrics/figure_text.h"
#include "core/report/report_texts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::string_view Minus = "\u2212";
constexpr std::string_view NoValue = "\u2013";
constexpr int NumberDecimals = 3;

struct UnitOfKeys {
    std::string_view beginning;
    FigureUnit unit;
};

// The first line that a key begins with.
constexpr auto Units = std::to_array<UnitOfKeys>({
    {"accuracy", FigureUnit::Share},
    {"agreement.", FigureUnit::Share},
    {"anchoring.", FigureUnit::Share},
    {"balanced_accuracy", FigureUnit::Share},
    {"baseline.", FigureUnit::Share},
    {"f1", FigureUnit::Share},
    {"human_ceiling", FigureUnit::Share},
    {"judge.bias", FigureUnit::Share},
    {"judge_corrected_rate", FigureUnit::Share},
    {"length.bias", FigureUnit::Share},
    {"length.excess", FigureUnit::Points},
    {"length.gold", FigureUnit::Share},
    {"n_needed", FigureUnit::Count},
    {"position.consistency", FigureUnit::Share},
    {"position.delta", FigureUnit::Points},
    {"position.first_bias", FigureUnit::Share},
    {"position.flipped", FigureUnit::Share},
    {"position.mixed", FigureUnit::Share},
    {"position.second_bias", FigureUnit::Share},
    {"ppi_rate", FigureUnit::Share},
    {"precision", FigureUnit::Share},
    {"prevalence.", FigureUnit::Share},
    {"probe.", FigureUnit::Share},
    {"recall", FigureUnit::Share},
    {"repeat.agreement", FigureUnit::Share},
    {"repeat.unanimous", FigureUnit::Share},
    {"score.exact", FigureUnit::Share},
    {"score.within_1", FigureUnit::Share},
    {"select.", FigureUnit::Share},
    {"tnr", FigureUnit::Share},
    {"tpr", FigureUnit::Share},
    {"winrate.stderr", FigureUnit::Number},
    {"winrate.", FigureUnit::Share},
});

std::string plainNumber(FigureUnit unit, double value) {
    switch (unit) {
    case FigureUnit::Share:
    case FigureUnit::Points:
        return fixedText(value * 100, 1);
    case FigureUnit::Count:
        return countText(static_cast<std::int64_t>(std::llround(value)));
    case FigureUnit::Number:
        break;
    }
    return fixedText(value, NumberDecimals);
}

std::string withUnit(FigureUnit unit, const std::string& number, const ReportTexts& texts) {
    if (unit == FigureUnit::Share)
        return texts.fill("number.percent", {number});
    return unit == FigureUnit::Points ? texts.fill("number.points", {number}) : number;
}

std::string numeratorText(double numerator) {
    const double whole = std::round(numerator);
    return numerator == whole ? countText(static_cast<std::int64_t>(whole)) : fixedText(numerator, 1);
}

} // namespace

FigureUnit unitOfFigure(std::string_view key) {
    const auto found = std::find_if(
        Units.begin(), Units.end(), [&](const UnitOfKeys& unit) { return key.starts_with(unit.beginning); });
    return found == Units.end() ? FigureUnit::Number : found->unit;
}

std::string countText(std::int64_t count) {
    constexpr std::size_t Group = 3;
    std::string digits = std::to_string(count < 0 ? -count : count);
    for (std::size_t at = digits.size(); at > Group; at -= Group)
        digits.insert(at - Group, ",");
    return count < 0 ? std::string(Minus) + digits : digits;
}

std::string fixedText(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool isZero = digits.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !isZero ? std::string(Minus) + digits : digits;
}

std::string shareText(double share, const ReportTexts& texts, int decimals) {
    return texts.fill("number.percent", {fixedText(share * 100, decimals)});
}

std::string figureValueText(std::string_view key, const Figure& figure, const ReportTexts& texts) {
    if (!figure.value)
        return std::string(NoValue);
    const FigureUnit unit = unitOfFigure(key);
    const std::string sign = unit == FigureUnit::Points && *figure.value > 0 ? "+" : "";
    return withUnit(unit, sign + plainNumber(unit, *figure.value), texts);
}

std::string figureIntervalText(std::string_view key, const Figure& figure, const ReportTexts& texts) {
    if (!figure.low || !figure.high)
        return {};
    const FigureUnit unit = unitOfFigure(key);
    return texts.fill("number.interval", {plainNumber(unit, *figure.low), plainNumber(unit, *figure.high)});
}

std::string figureCountText(const Figure& figure) {
    if (!figure.denominator)
        return {};
    const std::string items = countText(*figure.denominator);
    return figure.numerator ? numeratorText(*figure.numerator) + "/" + items : "n = " + items;
}

std::string figureRemarks(const Figure& figure, const ReportTexts& texts) {
    std::vector<std::string> parts;
    for (const auto& [reason, count] : figure.leftOut) {
        if (count > 0)
            parts.push_back(texts.fill("figures.left_out_part", {countText(count), texts.code("left-" + reason)}));
    }
    for (const std::string& note : figure.notes)
        parts.push_back(noteText(note, texts.language()));
    if (figure.dropped > 0)
        parts.push_back(texts.counted("figures.dropped", figure.dropped));
    return fmt::format("{}", fmt::join(parts, texts.text("number.comma")));
}

std::string figureReason(const Figure& figure, const ReportTexts& texts) {
    return figure.reason.empty() ? std::string() : reasonText(figure.reason, texts.language());
}

} // namespace assize
