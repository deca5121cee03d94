// SPDX-License-Identifier: Apache-2.0
// HH-RLHF (protocols.md 7): two whole transcripts a record, "\n\nHuman: … \n\nAssistant: …", the preferred one as
// chosen. They are one conversation up to where they part, mostly at the last answer. A seeded draw decides which
// stands as A.
#include "core/base/text.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/import/seeded_order.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::string_view HumanMark = "\n\nHuman:";
constexpr std::string_view AssistantMark = "\n\nAssistant:";

Guess guessHh(const FileHead& head) {
    constexpr std::string_view AsJson = R"("\n\nHuman:)";
    if (head.hasAll({"chosen", "rejected"}) && head.valueBegins("chosen", AsJson) &&
        head.valueBegins("rejected", AsJson))
        return {90, said("its records have transcripts of Human and Assistant as chosen and rejected")};
    return {};
}

/// One turn of a transcript, and where it begins.
struct SpokenTurn {
    std::size_t begin = 0;
    Turn turn;
};

std::vector<SpokenTurn> spokenTurns(std::string_view transcript) {
    std::vector<SpokenTurn> turns;
    std::size_t at = 0;
    std::size_t human = 0; // the next of each mark, looked for again only once it is passed
    std::size_t assistant = 0;
    while (at < transcript.size()) {
        const bool isAnswer = transcript.substr(at).starts_with(AssistantMark);
        const std::size_t begin = at + (isAnswer ? AssistantMark : HumanMark).size();
        human = human < begin ? transcript.find(HumanMark, begin) : human;
        assistant = assistant < begin ? transcript.find(AssistantMark, begin) : assistant;
        const std::size_t end = std::min({human, assistant, transcript.size()});
        turns.push_back(
            {at, {isAnswer ? "assistant" : "user", std::string(trimmed(transcript.substr(begin, end - begin)))}});
        at = end;
    }
    return turns;
}

/// What stands from a turn on: the last answer alone, or the rest of the transcript as it is.
std::string restOfTranscript(std::string_view transcript, const std::vector<SpokenTurn>& turns, std::size_t from) {
    if (from + 1 == turns.size())
        return turns[from].turn.content;
    return std::string(trimmed(transcript.substr(turns[from].begin)));
}

/// How many turns are the same in both; the answer that follows them is not counted, even where it is the same too.
std::size_t sharedTurns(const std::vector<SpokenTurn>& first, const std::vector<SpokenTurn>& second) {
    std::size_t shared = 0;
    while (shared < std::min(first.size(), second.size()) && first[shared].turn == second[shared].turn)
        ++shared;
    shared = std::min({shared, first.size() - 1, second.size() - 1});
    while (shared > 0 && first[shared - 1].turn.role != "user")
        --shared;
    return shared;
}

Result<ImportRecord> readHh(const Row& row, std::uint64_t seed) {
    const auto better = requiredText(row, "chosen", "chosen");
    const auto worse = requiredText(row, "rejected", "rejected");
    if (!better || !worse)
        return tl::unexpected(better ? worse.error() : better.error());
    if (!better->starts_with(HumanMark) || !worse->starts_with(HumanMark))
        return unusable(said("a transcript does not begin with Human"));
    const auto chosen = spokenTurns(*better);
    const auto rejected = spokenTurns(*worse);
    const std::size_t shared = sharedTurns(chosen, rejected);
    if (shared == 0)
        return unusable(chosen.size() < 2 || rejected.size() < 2 ? said("a transcript has no answer")
                                                                 : said("the transcripts have no question in common"));
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "hh";
    for (std::size_t index = 0; index < shared; ++index)
        item.turns.push_back(chosen[index].turn);
    item.metadata = row.rest({"chosen", "rejected"});
    record.labels.push_back(addRankedPair(
        item, {restOfTranscript(*better, chosen, shared), ""}, {restOfTranscript(*worse, rejected, shared), ""}, seed));
    return record;
}

} // namespace

Importer hhImporter() {
    return {"hh", "HH-RLHF: a preferred and another transcript of Human and Assistant", {}, guessHh,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return readRows(source, options, sink, [&](const Row& row) { return readHh(row, options.seed); });
        }};
}

} // namespace assize
