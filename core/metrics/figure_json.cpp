// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/figure_json.h"

#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

template <typename Value>
json orNull(const std::optional<Value>& value) {
    return value ? json(*value) : json(nullptr);
}

json orNull(const std::string& text) {
    return text.empty() ? json(nullptr) : json(text);
}

/// Counts as whole numbers; half points keep their fraction.
json countJson(const std::optional<double>& count) {
    if (count && *count == static_cast<double>(static_cast<std::int64_t>(*count)))
        return static_cast<std::int64_t>(*count);
    return orNull(count);
}

json tableJson(const FigureTable& table) {
    json cells = json::array();
    for (const auto& row : table.cells) {
        json& line = cells.emplace_back(json::array());
        for (const auto& cell : row)
            line.push_back(countJson(cell));
    }
    return {{"rows", table.rows}, {"columns", table.columns}, {"cells", std::move(cells)}};
}

json mcnemarJson(const McNemar& test) {
    return {{"p", orNull(test.p)}, {"method", test.p ? json("exact") : json(nullptr)}, {"fixed", test.fixed},
        {"broken", test.broken}, {"reason", orNull(test.reason)}};
}

} // namespace

nlohmann::json figureJson(const Figure& figure) {
    json document = {{"value", orNull(figure.value)}, {"numerator", countJson(figure.numerator)},
        {"denominator", orNull(figure.denominator)}, {"judged", figure.judged}, {"total", figure.total},
        {"left_out", json::object()}, {"ties", figure.ties}, {"low", orNull(figure.low)}, {"high", orNull(figure.high)},
        {"method", orNull(figure.method)}, {"seed", orNull(figure.seed)}, {"reason", orNull(figure.reason)}};
    for (const auto& [reason, count] : figure.leftOut)
        document["left_out"][reason] = count;
    if (figure.dropped > 0)
        document["dropped"] = figure.dropped;
    if (!figure.notes.empty())
        document["notes"] = figure.notes;
    if (figure.table)
        document["table"] = tableJson(*figure.table);
    return document;
}

nlohmann::json figuresJson(const Figures& figures) {
    json document = json::object();
    for (const auto& [key, figure] : figures) {
        document[key] = figureJson(figure);
        if (findFigure(figures, key + ".all") != nullptr)
            document[key + ".valid"] = document[key];
    }
    return document;
}

nlohmann::json raterAgreementJson(const RaterAgreement& agreement) {
    json document = figuresJson(agreement.figures);
    document["pairs"] = json::array();
    for (const RaterPair& pair : agreement.pairs)
        document["pairs"].push_back({{"a", pair.a}, {"b", pair.b}, {"kappa", figureJson(pair.kappa)},
            {"agreement", figureJson(pair.agreement)}});
    return document;
}

nlohmann::json comparisonJson(const Comparison& comparison) {
    return {{"label", comparison.view}, {"common", comparison.common}, {"fixed", comparison.fixed},
        {"broken", comparison.broken}, {"unchanged", comparison.unchanged}, {"label_changed", comparison.labelChanged},
        {"only_a_failed", comparison.onlyAFailed}, {"only_b_failed", comparison.onlyBFailed},
        {"mcnemar", mcnemarJson(comparison.mcnemar)}, {"mcnemar_all", mcnemarJson(comparison.mcnemarAll)},
        {"agreement", figureJson(comparison.agreement)}, {"kappa", figureJson(comparison.kappa)},
        {"flipped", figureJson(comparison.flipped)}, {"difference", figureJson(comparison.difference)},
        {"conclusive", comparison.conclusive}};
}

nlohmann::json manyComparisonsJson(const std::vector<OneOfMany>& many) {
    json document = json::object();
    for (const OneOfMany& one : many) {
        json& entry = document[one.name] = comparisonJson(one.comparison);
        entry["mcnemar"]["adjusted"] = orNull(one.adjusted);
    }
    return document;
}

} // namespace assize
