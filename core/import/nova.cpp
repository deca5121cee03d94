// SPDX-License-Identifier: Apache-2.0
// What Amazon Nova's rubric judge says: rows with a field metrics, as its details have it, beside the pairs or without
// them (protocols.md 3.6); and YAML documents with the rubric, scores and label (3.4), as the yaml export writes them.
#include "core/import/nova_metrics.h"

#include "core/base/text_records.h"
#include "core/import/formats.h"
#include "core/import/nova_document.h"
#include "core/import/pairs.h"
#include "core/import/yaml_documents.h"

#include <fmt/format.h>

namespace assize {
namespace {

bool isYaml(std::string_view head) {
    return head.starts_with("---");
}

Guess guessNova(const FileHead& head) {
    const auto holds = [&](std::string_view word) { return head.text.find(word) != std::string_view::npos; };
    const bool isVerdict = holds("\ncriteria:") || holds("\npreference:");
    if (isYaml(head.text) && ((holds("\nprompt:") && isVerdict) || (holds("\nrun:") && holds("\npresentation:"))))
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
