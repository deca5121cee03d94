// SPDX-License-Identifier: Apache-2.0
// What was judged: the items, where their gold labels come from, and how far the people behind those agree.
#include "core/report/number_text.h"
#include "core/report/section_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using nlohmann::json;

constexpr std::size_t MostNames = 20; // categories, languages, models in a table

json shareRow(const std::string& name, std::int64_t count, std::int64_t total, const ReportTexts& texts) {
    const double share = total > 0 ? static_cast<double>(count) / static_cast<double>(total) : 0;
    return {{"name", name}, {"count", countText(count)}, {"share", shareText(share, texts)}};
}

/// Items by name, the most frequent first; what is beyond the first few is one row.
json namesTable(const NameList& names, const std::vector<std::int32_t>& column, const ReportTexts& texts) {
    std::vector<std::pair<std::int64_t, std::string>> counts;
    for (const std::string& name : names.names())
        counts.emplace_back(0, name);
    std::int64_t without = 0;
    for (const std::int32_t index : column) {
        if (index < 0)
            ++without;
        else
            ++counts[static_cast<std::size_t>(index)].first;
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    const auto total = static_cast<std::int64_t>(column.size());
    json rows = json::array();
    std::int64_t others = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (i < MostNames)
            rows.push_back(shareRow(counts[i].second, counts[i].first, total, texts));
        else
            others += counts[i].first;
    }
    if (others > 0)
        rows.push_back(shareRow(texts.counted("judged.others", static_cast<std::int64_t>(counts.size() - MostNames)),
            others, total, texts));
    if (without > 0 && !counts.empty())
        rows.push_back(shareRow(texts.text("judged.unnamed"), without, total, texts));
    return rows;
}

json itemRows(const SectionInput& input) {
    const ItemFacts& facts = input.data.items;
    const auto total = static_cast<std::int64_t>(input.data.loaded.items.size());
    json rows = json::array();
    for (const auto& [format, count] : facts.formats)
        rows.push_back(shareRow(input.texts.fill("judged.format", {format}), count, total, input.texts));
    const std::array<std::pair<std::string_view, std::int64_t>, 5> kinds = {{{"judged.reference", facts.withReference},
        {"judged.context", facts.withContext}, {"judged.images", facts.withImages},
        {"judged.conversations", facts.conversations}, {"judged.more_responses", facts.moreResponses}}};
    for (const auto& [key, count] : kinds) {
        if (count > 0)
            rows.push_back(shareRow(input.texts.text(key), count, total, input.texts));
    }
    return rows;
}

/// Languages by their codes; "und" is the code of none.
json languageRows(const ItemTable& items, const ReportTexts& texts) {
    json rows = namesTable(items.languages, items.language, texts);
    for (json& row : rows) {
        if (row["name"] == "und")
            row["name"] = texts.text("judged.language_unknown");
    }
    return rows;
}

std::string goldName(const Rating& rating, const ItemTable& items, const ReportTexts& texts) {
    switch (rating.label) {
    case Cell::A:
        return texts.text("label.a");
    case Cell::B:
        return texts.text("label.b");
    case Cell::Tie:
        return texts.text(rating.labelOfFour == Cell::BothBad ? "label.both_bad" : "label.tie");
    case Cell::AnnotatorsSplit:
        return texts.code("left-annotators-split");
    default:
        break;
    }
    if (rating.result >= 0)
        return items.results.names()[static_cast<std::size_t>(rating.result)];
    if (!std::isnan(rating.score))
        return texts.text("judged.scored");
    return texts.code("left-no-gold");
}

json goldRows(const SectionInput& input) {
    const ItemTable& items = input.data.loaded.items;
    std::map<std::string, std::int64_t> counts;
    for (const Rating& rating : items.gold)
        ++counts[goldName(rating, items, input.texts)];
    json rows = json::array();
    std::int64_t others = 0;
    for (const auto& [name, count] : counts) {
        if (rows.size() < MostNames)
            rows.push_back(shareRow(name, count, static_cast<std::int64_t>(items.size()), input.texts));
        else
            others += count;
    }
    if (others > 0)
        rows.push_back(
            shareRow(input.texts.counted("judged.others", static_cast<std::int64_t>(counts.size() - MostNames)), others,
                static_cast<std::int64_t>(items.size()), input.texts));
    return rows;
}

json peopleRows(const SectionInput& input) {
    const RaterTable& raters = input.data.loaded.raters;
    json rows = json::array();
    for (std::size_t i = 0; i < raters.names.size(); ++i) {
        const auto labelled = std::count_if(raters.ratings[i].begin(), raters.ratings[i].end(),
            [](const Rating& rating) { return !rating.isAbsent(); });
        rows.push_back({{"name", raters.names[i]}, {"count", countText(labelled)}});
    }
    return rows;
}

json peopleFigures(const SectionInput& input) {
    json rows = json::array();
    for (const RaterPair& pair : input.data.people.pairs) {
        json agreement = figureRow("agreement.people", pair.agreement, input.texts);
        json kappa = figureRow("kappa", pair.kappa, input.texts);
        rows.push_back({{"pair", fmt::format("{} / {}", pair.a, pair.b)}, {"agreement", std::move(agreement)},
            {"kappa", std::move(kappa)}});
    }
    return rows;
}

} // namespace

Result<json> judgedSection(const SectionInput& input) {
    const ItemTable& items = input.data.loaded.items;
    json tables = json::array();
    const auto add = [&](std::string_view headingKey, json rows) {
        if (!rows.empty())
            tables.push_back({{"heading", input.texts.text(headingKey)}, {"rows", std::move(rows)}});
    };
    add("judged.kinds", itemRows(input));
    add("judged.gold", goldRows(input));
    add("judged.languages", languageRows(items, input.texts));
    add("judged.categories", namesTable(items.categories, items.category, input.texts));
    add("judged.models", namesTable(items.modelPairs, items.models, input.texts));
    json together = json::array();
    for (const auto& [key, figure] : input.data.people.figures)
        together.push_back(figureRow(key, figure, input.texts));
    json pairs = peopleFigures(input);
    json people = peopleRows(input);
    return json{{"is_empty", items.size() == 0}, {"tables", std::move(tables)}, {"has_people", !people.empty()},
        {"people", std::move(people)}, {"has_pairs", !pairs.empty()}, {"pairs", std::move(pairs)},
        {"has_figures", !together.empty()}, {"figures", std::move(together)}};
}

} // namespace assize
