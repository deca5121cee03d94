// SPDX-License-Identifier: Apache-2.0
// Calibration rows of Root Signals' evaluators: an expected score from 0 to 1, an output and perhaps an input. The
// service's description has them in this order, its Python examples have the input before the output (protocols.md, 4.2
// and ambiguity 9), and nothing in a file tells which: the first is the default, a field map says the other.
#include "core/import/formats.h"
#include "core/import/item_fields.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

/// Where the parts of a row stand.
struct RowPlaces {
    std::string score = "0";
    std::string response = "1";
    std::string prompt = "2";
};

RowPlaces rowPlacesFrom(const ImportOptions& options) {
    RowPlaces places;
    for (auto [field, place] : {std::pair{"score", &places.score}, std::pair{"response", &places.response},
             std::pair{"prompt", &places.prompt}}) {
        if (const auto mapped = options.fieldMap.find(field); mapped != options.fieldMap.end())
            *place = mapped->second;
    }
    return places;
}

/// The text begins with a list whose first entry is a number, also one in quotation marks, and whose second is a text.
/// The list stands in another one, or on a line of its own.
bool beginsWithScores(std::string_view text) {
    constexpr std::string_view Blanks = " \t\r\n";
    std::size_t at = text.find_first_not_of(Blanks);
    int brackets = 0;
    for (; brackets < 2 && at != std::string_view::npos && text[at] == '['; ++brackets)
        at = text.find_first_not_of(Blanks, at + 1);
    if (brackets == 0 || at == std::string_view::npos)
        return false;
    at = std::min(text.find_first_not_of('"', at), text.size() - 1);
    if (text[at] < '0' || text[at] > '9')
        return false;
    if (brackets == 2)
        return true;
    at = text.find(',', at);
    at = at == std::string_view::npos ? at : text.find_first_not_of(Blanks, at + 1);
    return at != std::string_view::npos && text[at] == '"';
}

Guess guessRootCalibration(const FileHead& head) {
    if (head.hasAll({"testdata"}))
        return {80, said("it has test_data, as requests for a calibration have")};
    if (beginsWithScores(head.text))
        return {70, said("its rows are lists that begin with a score: score, output and input; where the input comes "
                         "second, map prompt to 1 and response to 2")};
    return {};
}

Result<std::string> textAt(const RowValue& row, const std::string& place, std::string_view part) {
    const auto value = valueAt(row, place);
    const auto text = value && !value->isNull() ? value->text() : std::optional<std::string>("");
    if (!text || text->find('\0') != std::string::npos)
        return unusable(said("the %1 is not a text", part));
    return *text;
}

/// At most 40 bytes, cut between characters.
std::string beginningOf(const std::string& text) {
    std::size_t end = std::min<std::size_t>(text.size(), 40);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

Result<ImportRecord> readCalibrationRow(const RowValue& row, const RowPlaces& places) {
    const auto score = valueAt(row, places.score);
    const auto expected = score ? score->number() : std::nullopt;
    if (!expected || *expected < 0 || *expected > 1)
        return unusable(said("the expected score is no number from 0 to 1%1",
            score && score->text() ? ": " + beginningOf(*score->text()) : ""));
    if (!valueAt(row, places.response))
        return unusable(said("the output is missing"));
    auto response = textAt(row, places.response, "output");
    auto prompt = textAt(row, places.prompt, "input");
    if (!response || !prompt)
        return tl::unexpected(response ? prompt.error() : response.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "root-calibration";
    item.turns = {{"user", std::move(*prompt)}};
    item.responses = {{std::move(*response), ""}};
    record.labels.emplace_back().score = expected;
    return record;
}

/// A row is a record of its own, or one of the many of a request.
Result<ImportRecord> readCalibration(const Row& row, const RowPlaces& places) {
    const RowValue* list = row.find(ListField);
    if (list != nullptr)
        return readCalibrationRow(*list, places);
    const RowValue* data = row.find("testdata");
    const auto rows = data == nullptr ? std::nullopt : data->array();
    if (!rows)
        return unusable(said("test_data is missing or not a list"));
    std::vector<ImportRecord> records;
    Sentence remark;
    std::size_t number = 0;
    std::size_t bad = 0;
    std::size_t firstBad = 0;
    Sentence firstProblem;
    for (const simdjson::dom::element element : *rows) {
        ++number;
        auto record = readCalibrationRow(RowValue(element), places);
        if (!record && ++bad == 1) {
            firstBad = number;
            firstProblem = record.error().detail;
        }
        if (record)
            records.push_back(std::move(*record));
    }
    if (bad == 1)
        remark = said("row %1 of test_data: %2", firstBad, firstProblem);
    else if (bad > 1)
        remark = said("%1 rows of test_data cannot be used, first row %2: %3", bad, firstBad, firstProblem);
    if (records.empty())
        return unusable(remark.isEmpty() ? said("test_data is empty") : remark);
    ImportRecord first = std::move(records.front());
    first.more.assign(std::make_move_iterator(records.begin() + 1), std::make_move_iterator(records.end()));
    first.remark = std::move(remark);
    return first;
}

} // namespace

Importer rootCalibrationImporter() {
    return {"root-calibration", "calibration rows of Root Signals' evaluators: score, output, input",
        {"score", "response", "prompt"}, guessRootCalibration,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            const RowPlaces places = rowPlacesFrom(options);
            return readRows(
                source, options, sink, [&](const Row& row) { return readCalibration(row, places); }, RowShape::List);
        }};
}

} // namespace assize
