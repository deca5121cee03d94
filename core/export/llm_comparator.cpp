// SPDX-License-Identifier: Apache-2.0
// One JSON object as LLM Comparator opens it (protocols.md 5.10 and 7): an example for each judged pair, with every
// verdict as a rating in the A/B frame. The examples are written as they are read.
#include "core/export/formats.h"
#include "core/export/verdict_rows.h"
#include "core/model/presentation.h"
#include "core/session/session_reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using ComparatorJson = nlohmann::ordered_json;

std::string comparatorText(const ComparatorJson& value) {
    return value.dump(-1, ' ', false, ComparatorJson::error_handler_t::replace);
}

struct Rating {
    double score;
    const char* label;
};

/// Half steps from 1.5 for a much better A to −1.5; both bad is the same, as the tool has no word for it.
Rating ratingOf(const Judgement& judgement) {
    const bool isStrong = judgement.step && std::abs(*judgement.step) >= 2;
    if (judgement.label == Label::A)
        return isStrong ? Rating{1.5, "A is much better"} : Rating{1, "A is better"};
    if (judgement.label == Label::B)
        return isStrong ? Rating{-1.5, "B is much better"} : Rating{-1, "B is better"};
    return {0, "same"};
}

/// Which models stand as A and as B; a name only where it is the same in every item.
struct ModelNames {
    std::string a = "";
    std::string b = "";
    bool isFirst = true;

    void add(const Item& item) {
        const std::string& first = item.responses[0].model;
        const std::string& second = item.responses[1].model;
        a = isFirst || a == first ? first : "";
        b = isFirst || b == second ? second : "";
        isFirst = false;
    }
    [[nodiscard]] ComparatorJson toJson() const {
        return {{{"name", a.empty() ? "A" : a}}, {{"name", b.empty() ? "B" : b}}};
    }
};

class ComparatorExport {
public:
    ComparatorExport(SessionReader& reader, const ExportOptions& options, const ExportWrite& write)
        : m_reader(reader)
        , m_options(options)
        , m_write(write) {}

    Result<std::int64_t> run() {
        if (const auto rated = collectRatings(); !rated)
            return tl::unexpected(rated.error());
        ModelNames models;
        if (const auto read = forEachRated([&](const Item& item) {
                models.add(item);
                return Result<void>();
            });
            !read)
            return tl::unexpected(read.error());
        const ComparatorJson metadata = {{"source_path", "Assize"},
            {"custom_fields_schema", {{{"name", "id"}, {"type", "string"}}, {{"name", "gold"}, {"type", "category"}}}}};
        Result<void> written = m_write(fmt::format("{{\"metadata\": {},\n\"models\": {},\n\"examples\": [",
            comparatorText(metadata), comparatorText(models.toJson())));
        if (written)
            written = forEachRated([&](const Item& item) { return writeExample(item); });
        if (written)
            written = m_write("\n]}\n");
        if (!written)
            return tl::unexpected(written.error());
        return m_written;
    }

private:
    /// Ratings are small beside the texts: all of them are kept, and the items are read one by one.
    Result<void> collectRatings() {
        ExportOptions quiet = m_options;
        quiet.progress = nullptr;
        const auto read = forEachVerdictRow(m_reader, quiet, [&](const VerdictRow& row) -> Result<bool> {
            const Judgement& judgement = row.verdict.judgement;
            const bool isRating = judgement.outcome == Outcome::Verdict && judgement.label &&
                                  row.item.responses.size() == 2 && !hidesReference(row.verdict.presentation);
            if (!isRating)
                return false;
            const Rating rating = ratingOf(judgement);
            m_ratings[row.item.key].push_back({{"score", rating.score}, {"rating_label", rating.label},
                {"is_flipped", row.verdict.presentation == "BA"}, {"rationale", judgement.overallJustification}});
            return true;
        });
        return read ? Result<void>() : tl::unexpected(read.error());
    }

    Result<void> forEachRated(const std::function<Result<void>(const Item& item)>& visit) {
        ItemQuery query = m_options.choice.items;
        query.order = ItemOrder::Id;
        Result<void> result;
        const auto read = m_reader.forEachItem(query, [&](const Item& item) {
            if (m_ratings.contains(item.key))
                result = visit(item);
            if (result && m_options.stop.stop_requested())
                result = fail(ErrorCode::Cancelled, "export");
            return result.has_value();
        });
        return read ? result : Result<void>(tl::unexpected(read.error()));
    }

    Result<void> writeExample(const Item& item) {
        const auto rows = m_reader.itemRows(std::vector<RowKey>{item.key}, 0, "");
        if (!rows)
            return tl::unexpected(rows.error());
        const std::vector<ComparatorJson>& ratings = m_ratings.at(item.key);
        double sum = 0;
        for (const ComparatorJson& rating : ratings)
            sum += rating["score"].get<double>();
        const auto gold = rows->empty() ? std::nullopt : rows->front().gold;
        ComparatorJson example = {{"input_text", promptOf(item)}, {"tags", ComparatorJson::array()},
            {"output_text_a", item.responses[0].text}, {"output_text_b", item.responses[1].text},
            {"score", sum / static_cast<double>(ratings.size())}, {"individual_rater_scores", ratings},
            {"custom_fields",
                {{"id", item.sourceId.empty() ? item.id : item.sourceId}, {"gold", gold ? labelText(*gold) : ""}}}};
        if (!item.category.empty())
            example["tags"].push_back(item.category);
        ++m_written;
        if (m_options.progress)
            m_options.progress(m_written);
        return m_write((m_written > 1 ? ",\n" : "\n") + comparatorText(example));
    }

    SessionReader& m_reader;
    const ExportOptions& m_options;
    const ExportWrite& m_write;
    std::map<RowKey, std::vector<ComparatorJson>> m_ratings;
    std::int64_t m_written = 0;
};

} // namespace

Exporter llmComparatorExporter() {
    return {"llm-comparator", "judged pairs for LLM Comparator",
        [](SessionReader& reader, const ExportOptions& options, const ExportWrite& write) {
            return ComparatorExport(reader, options, write).run();
        }};
}

} // namespace assize
