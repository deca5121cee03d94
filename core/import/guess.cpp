// SPDX-License-Identifier: Apache-2.0
#include "core/base/byte_source.h"
#include "core/base/csv_reader.h"
#include "core/base/text.h"
#include "core/base/text_records.h"
#include "core/import/importer.h"
#include "core/import/row.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assize {
namespace {

/// The end of the string that begins at a quotation mark, or npos if the text ends inside it.
std::size_t stringEnd(std::string_view text, std::size_t begin) {
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at;
    }
    return std::string_view::npos;
}

/// Collects the keys of the objects that stand this deep in a JSON text, which may be cut off or damaged anywhere.
void addKeys(std::string_view text, int wantedDepth, std::set<std::string>& keys) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{' || text[at] == '[')
            ++depth;
        else if (text[at] == '}' || text[at] == ']')
            --depth;
        if (text[at] != '"')
            continue;
        const std::size_t end = stringEnd(text, at);
        if (end == std::string_view::npos)
            return;
        const std::size_t next = text.find_first_not_of(" \t\r\n", end + 1);
        if (depth == wantedDepth && next != std::string_view::npos && text[next] == ':')
            keys.insert(plainName(text.substr(at + 1, end - at - 1)));
        at = end;
    }
}

std::set<std::string> fieldsOf(std::string_view head) {
    std::set<std::string> fields;
    const std::optional<JsonLayout> layout = jsonLayoutOf(head);
    if (layout == JsonLayout::Lines) {
        for (const std::string_view line : splitLines(head)) // one at a time, so that damage ends with its line
            addKeys(line, 1, fields);
    } else if (layout) {
        addKeys(head, *layout == JsonLayout::Values ? 1 : 2, fields);
    } else if (auto header = ByteSource::fromText(std::string(head), "head")) {
        CsvRow row;
        CsvReader reader(*header, csvSeparatorOf(head));
        if (const auto found = reader.next(row); found && *found && row.problem.isEmpty() && row.cells.size() > 1) {
            for (const std::string_view cell : row.cells)
                fields.insert(plainName(cell));
        }
    }
    return fields;
}

std::string formatNames() {
    std::vector<std::string_view> names;
    for (const Importer& importer : importers())
        names.push_back(importer.name);
    names.emplace_back("parquet"); // says how rows are packed, and goes with each of them
    return fmt::format("{}", fmt::join(names, ", "));
}

Sentence whatWasSeen(const std::set<std::string>& fields) {
    if (fields.empty())
        return said("it begins neither like JSON records nor like a table");
    constexpr std::size_t Shown = 8;
    std::vector<std::string> some(fields.begin(), std::next(fields.begin(), std::min(Shown, fields.size())));
    if (fields.size() > Shown)
        some.emplace_back("…");
    return said("its fields are %1", fmt::format("{}", fmt::join(some, ", ")));
}

FileHead headOf(const ByteSource& source, const ImportOptions& options) {
    FileHead head{source.head(), source.isDatabase() ? std::set<std::string>() : fieldsOf(source.head())};
    for (const auto& [field, path] : options.fieldMap)
        head.fields.insert(field);
    return head;
}

FormatGuess bestGuess(const FileHead& head) {
    FormatGuess best;
    int certainty = 0;
    for (const Importer& importer : importers()) {
        Guess guess = importer.guess(head);
        if (guess.certainty > certainty) {
            certainty = guess.certainty;
            best = {&importer, std::move(guess.reason), guess.needsItems};
        }
    }
    return best;
}

} // namespace

bool FileHead::hasAll(std::initializer_list<const char*> names) const {
    return std::all_of(names.begin(), names.end(), [&](const char* name) { return fields.count(name) > 0; });
}

bool FileHead::valueBegins(std::string_view field, std::string_view with) const {
    constexpr std::string_view Blanks = " \t\r\n";
    const std::string key = fmt::format("\"{}\"", field);
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        std::size_t next = text.find_first_not_of(Blanks, at + key.size());
        if (next == std::string_view::npos || text[next] != ':')
            continue;
        for (const char wanted : with) {
            next = text.find_first_not_of(Blanks, next + 1);
            if (next == std::string_view::npos || text[next] != wanted)
                return false;
        }
        return true;
    }
    return false;
}

Guess guessOf(const Importer& importer, const ByteSource& source, const ImportOptions& options) {
    return importer.guess(headOf(source, options));
}

Result<const Importer*> importerNamed(std::string_view name) {
    std::vector<std::string> known;
    for (const Importer& importer : importers()) {
        if (importer.name == name)
            return &importer;
        known.emplace_back(importer.name);
    }
    const std::string nearest = nearestName(name, known);
    return fail(ErrorCode::InvalidArgument, fmt::format("format \"{}\"", name),
        nearest.empty() ? said("the formats are %1", formatNames())
                        : said("did you mean %1? the formats are %2", nearest, formatNames()));
}

Result<FormatGuess> guessFormat(ByteSource& source, const ImportOptions& options) {
    while (true) {
        const FileHead head = headOf(source, options);
        if (auto best = bestGuess(head); best.importer != nullptr)
            return best;
        const Result<bool> more = source.extendHead();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return fail(ErrorCode::UnreadableInput, source.name(),
                said("it is in no format that is known (%1): %2; name the format with --format, or the fields "
                     "with --map",
                    formatNames(), whatWasSeen(head.fields)));
    }
}

} // namespace assize
