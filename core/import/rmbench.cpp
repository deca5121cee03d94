// SPDX-License-Identifier: Apache-2.0
// RM-Bench: three good and three bad answers in rising style (protocols.md 7). Each of the nine pairs is an item, so
// that every pairwise judge can judge it; chosen_style and rejected_style say which cell of the matrix it is.
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/seeded_order.h"

#include <array>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::array<std::string_view, 3> Styles = {"concise", "detailed_plain", "detailed_markdown"};

const std::vector<std::string_view> RmbenchFields = {"id", "prompt", "turns", "messages", "reference", "context",
    "category", "images", "chosen", "rejected", "scorechosen", "scorerejected"};

Guess guessRmbench(const FileHead& head) {
    if (head.hasAll({"prompt", "chosen", "rejected"}) && !head.hasAll({"numcorrect"}) &&
        head.valueBegins("chosen", "[\""))
        return {90, said("its records have prompt, and lists of texts as chosen and rejected")};
    return {};
}

/// One row, as all of its nine pairs need it.
struct StyledRow {
    Item item; ///< without responses
    std::vector<std::string> good;
    std::vector<std::string> bad;
    std::array<std::optional<double>, Styles.size()> goodScores; ///< of a reward model's results
    std::array<std::optional<double>, Styles.size()> badScores;
    std::string metadata;
};

std::array<std::optional<double>, Styles.size()> readScores(const Row& row, std::string_view field) {
    std::array<std::optional<double>, Styles.size()> scores;
    const RowValue* value = row.find(field);
    for (std::size_t index = 0; value != nullptr && index < scores.size(); ++index) {
        if (const auto score = valueAt(*value, fmt::format("{}", index)))
            scores.at(index) = score->number();
    }
    return scores;
}

Result<StyledRow> readStyledRow(const Row& row) {
    auto item = readItemFields(row, "rmbench");
    auto good = requiredTexts(row, "chosen", "chosen");
    auto bad = requiredTexts(row, "rejected", "rejected");
    auto domain = optionalText(row, "domain");
    auto subset = optionalText(row, "subset");
    if (!item || !good || !bad)
        return tl::unexpected(!item ? item.error() : !good ? good.error() : bad.error());
    if (!domain || !subset)
        return tl::unexpected(domain ? subset.error() : domain.error());
    if (good->size() != Styles.size() || bad->size() != Styles.size())
        return unusable(said(
            "chosen has %1 texts and rejected %2; each should have 3, one of each style", good->size(), bad->size()));
    item->category = domain->value_or(subset->value_or(""));
    return StyledRow{std::move(*item), std::move(*good), std::move(*bad), readScores(row, "scorechosen"),
        readScores(row, "scorerejected"), row.rest(RmbenchFields)};
}

/// Ids are only known to differ within a domain, whose files may come one by one.
std::string pairId(const Item& item, std::size_t good, std::size_t bad) {
    if (item.sourceId.empty())
        return {};
    return fmt::format(
        "{}{}{}/{}-{}", item.category, item.category.empty() ? "" : "/", item.sourceId, good + 1, bad + 1);
}

void addScores(const StyledRow& row, std::size_t good, std::size_t bad, bool isGoodFirst, ImportRecord& record) {
    const auto goodScore = row.goodScores.at(good);
    const auto badScore = row.badScores.at(bad);
    if (!goodScore || !badScore)
        return;
    ImportedVerdict imported;
    Judgement& judgement = imported.verdict.judgement;
    judgement.outcome = Outcome::Verdict;
    judgement.scores = {isGoodFirst ? *goodScore : *badScore, isGoodFirst ? *badScore : *goodScore};
    const double difference = judgement.scores[0] - judgement.scores[1];
    judgement.label = difference > 0 ? Label::A : difference < 0 ? Label::B : Label::Tie;
    record.verdicts.push_back(std::move(imported));
}

ImportRecord pairOf(const StyledRow& row, std::size_t good, std::size_t bad, std::uint64_t seed) {
    ImportRecord record;
    Item& item = record.item.emplace(row.item);
    item.sourceId = pairId(row.item, good, bad);
    const std::string identity = item.sourceId.empty() ? row.good[good] + '\n' + row.bad[bad] : item.sourceId;
    const bool isGoodFirst = seededOrder(2, seed, identity).front() == 0;
    item.responses = {{row.good[good], ""}, {row.bad[bad], ""}};
    if (!isGoodFirst)
        std::swap(item.responses[0], item.responses[1]);
    const std::string styles =
        fmt::format(R"("chosen_style":"{}","rejected_style":"{}")", Styles.at(good), Styles.at(bad));
    item.metadata = withSeed("{" + styles + (row.metadata == "{}" ? "}" : "," + row.metadata.substr(1)), seed);
    ItemLabel gold;
    gold.label = isGoodFirst ? Label::A : Label::B;
    record.labels.push_back(std::move(gold));
    addScores(row, good, bad, isGoodFirst, record);
    return record;
}

Result<ImportRecord> readRmbench(const Row& row, std::uint64_t seed) {
    const auto styled = readStyledRow(row);
    if (!styled)
        return tl::unexpected(styled.error());
    ImportRecord record = pairOf(*styled, 0, 0, seed);
    for (std::size_t cell = 1; cell < Styles.size() * Styles.size(); ++cell)
        record.more.push_back(pairOf(*styled, cell / Styles.size(), cell % Styles.size(), seed));
    return record;
}

} // namespace

Importer rmbenchImporter() {
    return {"rmbench", "RM-Bench: each row's nine pairs of styles, and reward models' scores of them", {}, guessRmbench,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, [&](const Row& row) { return readRmbench(row, options.seed); });
        }};
}

} // namespace assize
