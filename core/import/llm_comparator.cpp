// SPDX-License-Identifier: Apache-2.0
// LLM Comparator's file: one object with the models' names and the examples, each with the ratings of single raters
// (protocols.md 5.10 and 7). Scores stand in the frame of A and B already; is_flipped says that B was shown first.
#include "core/base/byte_source.h"
#include "core/base/text_records.h"
#include "core/import/formats.h"
#include "core/import/item_fields.h"
#include "core/model/stored_row.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace assize {
namespace {

const std::vector<std::string_view> ExampleFields = {
    "inputtext", "tags", "outputtexta", "outputtextb", "individualraterscores"};

Guess guessComparator(const FileHead& head) {
    if (head.text.find("\"examples\"") != std::string_view::npos &&
        head.text.find("\"models\"") != std::string_view::npos &&
        head.text.find("\"output_text_a\"") != std::string_view::npos)
        return {95, "it is an object with models, and examples with output_text_a and output_text_b"};
    return {};
}

using ModelNames = std::array<std::string, 2>;

/// A text, or the text parts of a list of {data, type}.
Result<std::string> inputText(const Row& row) {
    const RowValue* value = row.find("inputtext");
    const auto parts = value == nullptr ? std::nullopt : value->array();
    if (!parts)
        return requiredText(row, "inputtext", "input_text");
    std::string joined;
    for (const simdjson::dom::element part : *parts) {
        const auto type = valueAt(RowValue(part), "type");
        const auto data = valueAt(RowValue(part), "data");
        if (type && data && type->text() == "text")
            joined += (joined.empty() ? "" : "\n") + data->text().value_or("");
    }
    return joined;
}

/// The first tag is the category.
std::string firstTag(const Row& row) {
    const RowValue* tags = row.find("tags");
    const auto first = tags == nullptr ? std::nullopt : valueAt(*tags, "0");
    return first ? first->text().value_or("") : "";
}

/// Half steps from 1.5 (A is much better) to −1.5. Finer or larger numbers keep their side.
Judgement ratingJudgement(const RowValue& rating) {
    constexpr double MuchBetter = 1.5;
    Judgement judgement;
    const auto rationale = valueAt(rating, "rationale");
    judgement.overallJustification = rationale ? rationale->text().value_or("") : "";
    const auto value = valueAt(rating, "score");
    const auto score = value ? value->number() : std::nullopt;
    if (!score) {
        judgement.reason = "no-verdict";
        return judgement;
    }
    judgement.outcome = Outcome::Verdict;
    const int strength = *score == 0 ? 0 : std::abs(*score) >= MuchBetter ? 2 : 1;
    judgement.step = *score < 0 ? -strength : strength;
    judgement.label = labelFromStep(*judgement.step);
    return judgement;
}

/// Each rating is a sample of the order in which the rater saw the two.
void addRatings(const Row& row, ImportRecord& record) {
    const RowValue* value = row.find("individualraterscores");
    const auto ratings = value == nullptr ? std::nullopt : value->array();
    std::array<int, 2> samples{};
    for (std::size_t at = 0; ratings && at < ratings->size(); ++at) {
        const RowValue rating(ratings->at(at).value());
        const auto flipped = valueAt(rating, "is_flipped");
        const bool isFlipped = flipped && flipped->text() == "true";
        ImportedVerdict imported;
        imported.run.orders = Orders::Both;
        imported.verdict.presentation = isFlipped ? "BA" : "AB";
        imported.verdict.sample = ++samples.at(isFlipped ? 1 : 0);
        imported.verdict.judgement = ratingJudgement(rating);
        imported.verdict.rawReply = rating.json();
        record.verdicts.push_back(std::move(imported));
    }
}

Result<ImportRecord> readExample(const Row& row, const ModelNames& models) {
    auto prompt = inputText(row);
    auto first = requiredText(row, "outputtexta", "output_text_a");
    auto second = requiredText(row, "outputtextb", "output_text_b");
    if (!prompt || !first || !second)
        return tl::unexpected(!prompt ? prompt.error() : !first ? first.error() : second.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "llm-comparator";
    item.category = firstTag(row);
    item.turns = {{"user", std::move(*prompt)}};
    item.responses = {{std::move(*first), models[0]}, {std::move(*second), models[1]}};
    item.metadata = row.rest(ExampleFields);
    addRatings(row, record);
    return record;
}

ModelNames comparedModels(std::string_view text) {
    ModelNames names;
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    if (parser.parse(text.data(), text.size()).get(element) != simdjson::SUCCESS)
        return names;
    for (std::size_t at = 0; at < names.size(); ++at) {
        const auto name = valueAt(RowValue(element), fmt::format("{}.name", at));
        names.at(at) = name ? name->text().value_or("") : "";
    }
    return names;
}

/// Lines of the examples, counted within the whole file.
class ShiftedSink final : public ImportSink {
public:
    ShiftedSink(ImportSink& sink, std::int64_t before)
        : m_sink(sink)
        , m_before(before) {}
    Result<void> record(ImportRecord record, std::string_view text) override {
        record.line += m_before;
        return m_sink.record(std::move(record), text);
    }
    Result<void> stored(std::int64_t line, StoredRow row, std::string_view text) override {
        return m_sink.stored(line, std::move(row), text);
    }
    Result<void> skipped(std::int64_t line, std::string reason, std::string_view text) override {
        return m_sink.skipped(line + m_before, std::move(reason), text);
    }
    void progress(std::int64_t, std::int64_t) override {}

private:
    ImportSink& m_sink;
    std::int64_t m_before;
};

/// The list or object that stands under a key of the outer object; up to the end where the file is cut off in it.
std::string_view memberOf(std::string_view object, std::string_view key) {
    int depth = 0;
    std::size_t begin = std::string_view::npos;
    for (std::size_t at = 0; at < object.size(); ++at) {
        const char c = object[at];
        if (c == '"') {
            const std::size_t open = at++;
            while (at < object.size() && object[at] != '"')
                at += object[at] == '\\' ? 2 : 1;
            const std::size_t next = object.find_first_not_of(" \t\r\n", std::min(at + 1, object.size()));
            const bool isKey = depth == 1 && next != std::string_view::npos && object[next] == ':';
            if (isKey && object.substr(open + 1, at - open - 1) == key)
                begin = std::min(object.find_first_not_of(" \t\r\n", next + 1), object.size());
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
            if (begin != std::string_view::npos && depth == 1)
                return object.substr(begin, at + 1 - begin);
        }
    }
    return begin == std::string_view::npos ? std::string_view() : object.substr(begin);
}

/// The whole file: the tool reads it into a page at once too. Nothing where it is longer than any record may be.
Result<std::optional<std::string>> wholeFile(ByteSource& source) {
    std::string text;
    std::string block(ByteSource::BlockSize, '\0');
    while (text.size() <= LongestRecord) {
        const Result<std::size_t> count = source.read(block.data(), block.size());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return std::optional(std::move(text));
        text.append(block, 0, *count);
    }
    return std::nullopt;
}

Result<void> readComparator(ByteSource& source, const ImportOptions& options, ImportSink& sink) {
    const auto file = wholeFile(source);
    if (!file)
        return tl::unexpected(file.error());
    if (!*file)
        return sink.skipped(1, fmt::format("the file is longer than {} MiB", LongestRecord >> 20U), {});
    const std::string_view text = **file;
    const std::string_view examples = memberOf(text, "examples");
    if (!examples.starts_with('['))
        return sink.skipped(1, "examples is not a list", {});
    auto list = ByteSource::fromText(std::string(examples), source.name());
    if (!list)
        return tl::unexpected(list.error());
    const ModelNames models = comparedModels(memberOf(text, "models"));
    const std::string_view before = text.substr(0, static_cast<std::size_t>(examples.data() - text.data()));
    ShiftedSink shifted(sink, std::count(before.begin(), before.end(), '\n'));
    return readRows(*list, options, shifted, [&](const Row& row) { return readExample(row, models); });
}

} // namespace

Importer llmComparatorImporter() {
    return {"llm-comparator", "LLM Comparator's side-by-side file, with the ratings in it", {}, guessComparator,
        readComparator};
}

} // namespace assize
