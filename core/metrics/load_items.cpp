// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/metrics/gold.h"
#include "core/metrics/load.h"
#include "core/session/language.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

/// Ratings of one item by annotator, as they are gathered.
using ByAnnotator = std::map<std::string, Rating, std::less<>>;
using RevisionsByAnnotator = std::map<std::string, Revision, std::less<>>;

struct Gathered {
    std::vector<Rating> given;       ///< the label it came with
    std::vector<Rating> adjudicated; ///< overrides all others
    std::vector<ByAnnotator> blind;
    std::vector<ByAnnotator> current;
    std::map<std::uint32_t, RevisionsByAnnotator> revisions;
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
        m_items.format[row] = m_items.formats.add(item.format);
        addWriters(item, row);
        addBenchmarkFields(item, row);
        if (const std::string pair = modelPair(item); !pair.empty())
            m_items.models[row] = m_items.modelPairs.add(pair);
    }

private:
    void addWriters(const Item& item, std::uint32_t row) {
        std::vector<std::int32_t> writers;
        for (const Response& response : item.responses)
            writers.push_back(response.model.empty() ? NoResult : m_items.writerNames.add(response.model));
        for (std::size_t at = 0; at < std::min<std::size_t>(writers.size(), 2); ++at)
            m_items.writers[row].at(at) = writers[at];
        if (writers.size() > 2)
            m_items.writersOfMany.emplace(row, std::move(writers));
    }

    /// What published figures of some benchmarks need besides.
    void addBenchmarkFields(const Item& item, std::uint32_t row) {
        if (item.format == "mtbench" || item.format == "rewardbench")
            m_items.sourceIds.emplace(row, item.sourceId);
        if (item.format != "rmbench")
            return;
        const auto metadata = nlohmann::json::parse(item.metadata, nullptr, false);
        const auto styleOf = [&](const char* field) {
            constexpr std::array<std::string_view, 3> Styles = {"concise", "detailed_plain", "detailed_markdown"};
            const auto found = metadata.is_object() ? metadata.find(field) : metadata.end();
            const std::string style = found != metadata.end() && found->is_string() ? found->get<std::string>() : "";
            return static_cast<std::uint8_t>(std::find(Styles.begin(), Styles.end(), style) - Styles.begin());
        };
        const std::array<std::uint8_t, 2> styles = {styleOf("chosen_style"), styleOf("rejected_style")};
        if (styles[0] < 3 && styles[1] < 3)
            m_items.styles.emplace(row, styles);
    }

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

/// Follows what became of a label made blind.
void gatherRevision(Gathered& gathered, std::uint32_t row, const Annotation& annotation, const Rating& rating) {
    if (annotation.adjudicated || rating.isAbsent())
        return;
    RevisionsByAnnotator& ofItem = gathered.revisions[row];
    if (annotation.blind) {
        ofItem[annotation.annotator] = {row, rating, rating, 0};
    } else if (const auto found = ofItem.find(annotation.annotator); found != ofItem.end()) {
        found->second.now = rating;
        found->second.shownRun = annotation.shownRunKey;
    }
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
        gatherRevision(gathered, row, annotation, rating);
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
    for (const auto& [row, ofItem] : gathered->revisions) {
        for (const auto& [annotator, revision] : ofItem)
            loaded.revisions.push_back(revision);
    }
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
        return fail(ErrorCode::NotFound, std::string(annotator), said("no run and no annotator has this name"));
    return ratings;
}

} // namespace assize
