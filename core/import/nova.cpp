// SPDX-License-Identifier: Apache-2.0
// What Amazon Nova's rubric judge says: rows with a field metrics, as its details have it, beside the pairs or without
// them (protocols.md 3.6); and YAML documents with the rubric, scores and label (3.4), as the yaml export writes them.
#include "core/import/nova_metrics.h"

#include "core/base/text.h"
#include "core/base/text_records.h"
#include "core/import/formats.h"
#include "core/import/nova_document.h"
#include "core/import/pairs.h"
#include "core/import/yaml_documents.h"

#include <fmt/format.h>

namespace assize {
namespace {

constexpr std::size_t LongestPreamble = 4096;

/// Its first line that says something is the mark of a document, or a key and a colon, which no table begins with.
bool isYaml(std::string_view head) {
    if (jsonLayoutOf(head))
        return false;
    for (const std::string_view line : splitLines(head.substr(0, LongestPreamble))) {
        if (trimmed(line).empty() || line[0] == '#' || line[0] == '%')
            continue;
        const std::size_t colon = line.find(':');
        const bool isKey = colon != std::string_view::npos && (colon + 1 == line.size() || line[colon + 1] == ' ');
        return line.starts_with("---") ||
               (isKey && line.substr(0, colon).find_first_of(",\t") == std::string_view::npos);
    }
    return false;
}

bool hasKey(std::string_view text, const std::string& key) {
    return text.starts_with(key + ":") || text.find("\n" + key + ":") != std::string_view::npos;
}

Guess guessNova(const FileHead& head) {
    const auto holds = [&](std::string_view word) { return head.text.find(word) != std::string_view::npos; };
    const auto has = [&](const char* key) { return hasKey(head.text, key); };
    const bool isVerdict = has("criteria") || has("preference") || has("verdict") || has("label") || has("predictions");
    if (isYaml(head.text) && ((has("prompt") && isVerdict) || (has("run") && has("presentation"))))
        return {95, said("its YAML documents hold a rubric judge's verdicts")};
    if (!head.hasAll({"metrics"}) || !holds("predictions") || !(holds("a_scores") || holds("score_margin")))
        return {};
    if (head.hasAll({"prompt", "responsea", "responseb"}))
        return {90, said("its records have prompt, response_A, response_B and Nova's metrics")};
    return {75, said("its records have Nova's metrics, without the texts")};
}

/// A row without texts is known by its id or line.
Result<ImportRecord> readMetricsRow(const Row& row) {
    if (row.find("prompt") != nullptr)
        return readPair(row, "nova");
    const RowValue* metrics = row.find("metrics");
    auto verdict = metrics == nullptr ? std::nullopt : novaVerdict(*metrics);
    if (!verdict)
        return unusable(said("metrics is no verdict of Nova's judge"));
    const auto id = row.text("id");
    if (!id)
        return tl::unexpected(id.error());
    ImportRecord record;
    Item& item = record.item.emplace();
    item.format = "nova";
    item.sourceId = id->value_or(fmt::format("{}", row.line));
    record.verdicts.push_back(std::move(*verdict));
    return record;
}

Result<void> readDocuments(ByteSource& source, const ImportOptions& options, ImportSink& sink) {
    const auto documents = yamlDocuments(source);
    TextRecord document;
    for (std::int64_t count = 0; options.limit == 0 || count < options.limit;) {
        if (options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, source.name());
        const Result<bool> more = documents->next(document);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (document.problem.isEmpty() && !isUtf8(document.text))
            document.problem = said("not UTF-8; if the file is Latin-1, convert it first: iconv -f LATIN1 -t UTF-8");
        auto record = document.problem.isEmpty() ? readNovaDocument(document.text)
                                                 : Result<ImportRecord>(unusable(document.problem));
        count += record ? 1 : 0;
        if (record)
            record->line = document.line;
        const Result<void> handled = record ? sink.record(std::move(*record), document.text)
                                            : sink.skipped(document.line, record.error().detail, document.text);
        if (!handled)
            return handled;
        sink.progress(source.bytesRead(), source.bytesTotal());
    }
    return {};
}

} // namespace

Importer novaImporter() {
    return {"nova", "Amazon Nova's judge: pairs with its metrics, and verdicts as YAML documents", {}, guessNova,
        [](ByteSource& source, const ImportOptions& options, ImportSink& sink) {
            return isYaml(source.head()) ? readDocuments(source, options, sink)
                                         : readRows(source, options, sink, readMetricsRow);
        }};
}

} // namespace assize
