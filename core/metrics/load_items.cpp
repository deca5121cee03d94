// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/metrics/gold.h"
#include "core/metrics/load.h"
#include "core/session/language.h"

#include <map>

namespace assize {
namespace {

/// Ratings of one item by annotator, as they are gathered.
using ByAnnotator = std::map<std::string, Rating, std::less<>>;

struct Gathered {
    std::vector<Rating> given;       ///< the label it came with
    std::vector<Rating> adjudicated; ///< overrides all others
    std::vector<ByAnnotator> blind;
    std::vector<ByAnnotator> current;
};

template <typename Source>
Rating ratingOf(const Source& source, NameList& results) {
    Rating rating;
    if (source.label) {
        rating.labelOfFour = cellOf(*source.label);
        rating.label = folded(rating.labelOfFour, false);
    }
    rating.step = source.step ? *source.step : NoNumber;
    rating.score = source.score ? *source.score : NoNumber;
    if (!source.result.empty())
        rating.result = results.add(source.result);
    return rating;
}

std::int64_t lengthOf(const Item& item, std::size_t response) {
    return response < item.responses.size() ? static_cast<std::int64_t>(codePointCount(item.responses[response].text))
                                            : -1;
}

/// What items of one cluster share: the conversation and the context. Nothing for an item without a prompt.
std::string clusterText(const Item& item) {
    std::string text;
    for (const Turn& turn : item.turns)
        text += turn.role + '\x1f' + turn.content + '\x1e';
    if (!text.empty() && item.context)
        text += *item.context;
    return text;
}

std::string modelPair(const Item& item) {
    std::string pair;
    for (const Response& response : item.responses) {
        if (response.model.empty())
            return {};
        pair += (pair.empty() ? "" : " / ") + response.model;
    }
    return pair;
}

class ItemCollector {
public:
    explicit ItemCollector(ItemTable& items)
        : m_items(items) {}

    void add(const Item& item) {
        const std::uint32_t row = m_items.addRow(item.key, clusterOf(item), lengthOf(item, 0), lengthOf(item, 1));
        m_items.language[row] = m_items.languages.add(languageOf(item));
        if (!item.category.empty())
            m_items.category[row] = m_items.categories.add(item.category);
        if (const std::string pair = modelPair(item); !pair.empty())
            m_items.models[row] = m_items.modelPairs.add(pair);
    }

private:
    std::uint32_t clusterOf(const Item& item) {
        const std::string text = clusterText(item);
        if (text.empty())
            return m_next++;
        const auto [entry, isNew] = m_clusters.try_emplace(std::hash<std::string>()(text), m_next);
        m_next += isNew ? 1 : 0;
        return entry->second;
    }

    ItemTable& m_items;
    std::unordered_map<std::size_t, std::uint32_t> m_clusters;
    std::uint32_t m_next = 0;
};

Result<void> gatherLabels(SessionReader& reader, ItemTable& items, Gathered& gathered) {
    return reader.forEachLabel([&](const ItemLabel& label) {
        const auto row = items.rowOf.find(label.itemKey);
        if (row == items.rowOf.end())
            return true;
        const Rating rating = ratingOf(label, items.results);
        if (label.annotator.empty()) {
            gathered.given[row->second] = rating;
        } else {
            gathered.blind[row->second][label.annotator] = rating;
            gathered.current[row->second][label.annotator] = rating;
        }
        return true;
    });
}

/// Annotations come oldest first, so that later ones replace earlier ones.
Result<void> gatherAnnotations(SessionReader& reader, ItemTable& items, Gathered& gathered) {
    constexpr bool WithHistory = true;
    return reader.forEachAnnotation(WithHistory, [&](const Annotation& annotation) {
        const auto found = items.rowOf.find(annotation.itemKey);
        if (found == items.rowOf.end())
            return true;
        const std::uint32_t row = found->second;
        const Rating rating = annotation.cannotJudge ? Rating{} : ratingOf(annotation, items.results);
        gathered.current[row][annotation.annotator] = rating;
        if (annotation.adjudicated)
            gathered.adjudicated[row] = rating;
        else if (annotation.blind)
            gathered.blind[row][annotation.annotator] = rating;
        return true;
    });
}

Result<Gathered> gather(SessionReader& reader, ItemTable& items) {
    Gathered gathered;
    gathered.given.resize(items.size());
    gathered.adjudicated.resize(items.size());
    gathered.blind.resize(items.size());
    gathered.current.resize(items.size());
    if (auto labels = gatherLabels(reader, items, gathered); !labels)
        return tl::unexpected(labels.error());
    if (auto annotations = gatherAnnotations(reader, items, gathered); !annotations)
        return tl::unexpected(annotations.error());
    return gathered;
}

Rating goldOf(const Gathered& gathered, std::size_t row) {
    if (!gathered.adjudicated[row].isAbsent())
        return gathered.adjudicated[row];
    if (!gathered.given[row].isAbsent())
        return gathered.given[row];
    std::vector<Rating> ratings;
    for (const auto& [annotator, rating] : gathered.blind[row])
        ratings.push_back(rating);
    return pluralityOf(ratings);
}

RaterTable raterTable(const std::vector<ByAnnotator>& blind) {
    RaterTable raters;
    std::map<std::string, std::size_t, std::less<>> columns;
    for (const ByAnnotator& item : blind) {
        for (const auto& [annotator, rating] : item) {
            if (!rating.isAbsent())
                columns.try_emplace(annotator, 0);
        }
    }
    for (auto& [annotator, column] : columns) {
        column = raters.names.size();
        raters.names.push_back(annotator);
        raters.ratings.emplace_back(blind.size());
    }
    for (std::size_t row = 0; row < blind.size(); ++row) {
        for (const auto& [annotator, rating] : blind[row]) {
            if (!rating.isAbsent())
                raters.ratings[columns.find(annotator)->second][row] = rating;
        }
    }
    return raters;
}

} // namespace

Result<LoadedItems> loadItems(SessionReader& reader) {
    LoadedItems loaded;
    ItemCollector collector(loaded.items);
    const auto read = reader.forEachItem({}, [&](const Item& item) {
        collector.add(item);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    const auto gathered = gather(reader, loaded.items);
    if (!gathered)
        return tl::unexpected(gathered.error());
    for (std::size_t row = 0; row < loaded.items.size(); ++row)
        loaded.items.gold[row] = goldOf(*gathered, row);
    loaded.raters = raterTable(gathered->blind);
    return loaded;
}

Result<std::vector<Rating>> loadAnnotator(SessionReader& reader, ItemTable& items, std::string_view annotator) {
    const auto gathered = gather(reader, items);
    if (!gathered)
        return tl::unexpected(gathered.error());
    std::vector<Rating> ratings(items.size());
    bool isKnown = false;
    for (std::size_t row = 0; row < items.size(); ++row) {
        const auto found = gathered->current[row].find(annotator);
        if (found == gathered->current[row].end())
            continue;
        ratings[row] = found->second;
        isKnown = true;
    }
    if (!isKnown)
        return fail(ErrorCode::NotFound, std::string(annotator), "no run and no annotator has this name");
    return ratings;
}

} // namespace assize
