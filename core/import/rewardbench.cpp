// SPDX-License-Identifier: Apache-2.0
// RewardBench, and RewardBench 2 with four and more responses (protocols.md 5.6, 5.7 and 7); any file of prompt, chosen
// and rejected. The better answers are named, so that a seeded draw decides where they stand.
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/seeded_order.h"

#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> RewardbenchFields = {"id", "prompt", "turns", "messages", "reference", "context",
    "category", "images", "chosen", "chosenmodel", "rejected", "rejectedmodel", "subset"};

Guess guessRewardbench(const FileHead& head) {
    if (!head.hasAll({"prompt", "chosen", "rejected"}))
        return {};
    const bool holdsLists = head.valueBegins("chosen", "[");
    if (holdsLists && head.hasAll({"numcorrect"}))
        return {
            90, said("its records have prompt, lists of chosen and rejected, and num_correct, as RewardBench 2 has")};
    if (holdsLists)
        return {};
    if (head.hasAll({"subset"}))
        return {90, said("its records have prompt, chosen, rejected and subset")};
    return {70, said("its records have prompt, chosen and rejected")};
}

struct Answers {
    std::vector<std::string> better;
    std::vector<std::string> worse;
    std::string betterModel;
    std::string worseModel;

    [[nodiscard]] std::size_t count() const { return better.size() + worse.size(); }
    /// The better ones first.
    [[nodiscard]] std::vector<Response> ranked() const {
        std::vector<Response> responses;
        for (const std::string& text : better)
            responses.push_back({text, betterModel});
        for (const std::string& text : worse)
            responses.push_back({text, worseModel});
        return responses;
    }
};

Result<Answers> readRewardbenchAnswers(const Row& row) {
    constexpr std::size_t MostShown = 26; // letters A to Z
    auto better = requiredTexts(row, "chosen", "chosen");
    auto worse = requiredTexts(row, "rejected", "rejected");
    const auto betterModel = optionalText(row, "chosenmodel");
    const auto worseModel = optionalText(row, "rejectedmodel");
    if (!better || !worse)
        return tl::unexpected(better ? worse.error() : better.error());
    if (!betterModel || !worseModel)
        return tl::unexpected(betterModel ? worseModel.error() : betterModel.error());
    Answers answers{std::move(*better), std::move(*worse), betterModel->value_or(""), worseModel->value_or("")};
    if (answers.count() > MostShown)
        return unusable(said("%1 responses; a judge is shown %2 at most", answers.count(), MostShown));
    return answers;
}

/// A pair has a label, more responses the letters of the right ones.
ItemLabel goldOfOrder(const std::vector<std::size_t>& order, std::size_t right) {
    ItemLabel gold;
    if (order.size() == 2) {
        gold.label = order.front() == 0 ? Label::A : Label::B;
        return gold;
    }
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (order[place] < right)
            gold.result += fmt::format("{}{}", gold.result.empty() ? "" : ",", static_cast<char>('A' + place));
    }
    return gold;
}

Result<ImportRecord> readRewardbench(const Row& row, std::uint64_t seed) {
    auto item = readItemFields(row, "rewardbench");
    auto subset = optionalText(row, "subset");
    if (!item || !subset)
        return tl::unexpected(item ? subset.error() : item.error());
    const auto answers = readRewardbenchAnswers(row);
    if (!answers)
        return tl::unexpected(answers.error());
    const std::vector<Response> ranked = answers->ranked();
    const auto order = seededOrder(ranked.size(), seed, drawIdentity(*item, ranked));
    for (const std::size_t index : order)
        item->responses.push_back(ranked[index]);
    item->category = subset->value_or(item->category);
    item->metadata = withSeed(row.rest(RewardbenchFields), seed);
    ImportRecord record;
    record.labels.push_back(goldOfOrder(order, answers->better.size()));
    record.item = std::move(*item);
    return record;
}

} // namespace

Importer rewardbenchImporter() {
    return {"rewardbench", "RewardBench and RewardBench 2, and any file of prompt, chosen and rejected", {},
        guessRewardbench, [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, [&](const Row& row) { return readRewardbench(row, options.seed); });
        }};
}

} // namespace assize
