// SPDX-License-Identifier: Apache-2.0
// Opening files for import, and a look at what they hold.
#include "core/import/import_job.h"
#include "core/import/row.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assize {
namespace {

Result<void> checkFieldMap(const Importer& importer, const std::map<std::string, std::string>& fieldMap) {
    for (const auto& [field, place] : fieldMap) {
        const auto isNamed = [&](std::string_view known) { return plainName(known) == plainName(field); };
        if (importer.fields.empty())
            return fail(ErrorCode::InvalidArgument, "--map " + field,
                said("the fields of the format %1 are fixed", importer.name));
        if (std::none_of(importer.fields.begin(), importer.fields.end(), isNamed))
            return fail(ErrorCode::InvalidArgument, "--map " + field,
                said("the fields of %1 are %2", importer.name, fmt::format("{}", fmt::join(importer.fields, ", "))));
    }
    return {};
}

Result<ImportFile> openImportFile(const std::string& path, const ImportJobOptions& options) {
    const Importer* importer = nullptr;
    const bool isContainer = options.format == "parquet"; // says how the rows are packed, not what they are
    if (!options.format.empty() && !isContainer) {
        const auto named = importerNamed(options.format);
        if (!named)
            return tl::unexpected(named.error());
        importer = *named;
    }
    auto source = ByteSource::open(path, options.stop);
    if (!source)
        return tl::unexpected(source.error());
    ImportFile file{std::move(*source), path == "-" ? std::string() : path, importer, importer == nullptr, {}};
    const ImportOptions reading = importOptionsFor(file.path, options);
    if (file.isGuessed) {
        auto guess = guessFormat(file.source, reading);
        if (!guess)
            return tl::unexpected(guess.error());
        file.importer = guess->importer;
        file.reason = std::move(guess->reason);
        file.needsItems = guess->needsItems;
    } else {
        file.needsItems = guessOf(*importer, file.source, reading).needsItems;
    }
    if (const auto checked = checkFieldMap(*file.importer, options.fieldMap); !checked)
        return tl::unexpected(checked.error());
    return file;
}

/// Keeps the first records; a full preview asks the importer to stop.
class PreviewSink final : public ImportSink {
public:
    PreviewSink(ImportPreview& preview, std::string file, std::size_t most)
        : m_preview(preview)
        , m_file(std::move(file))
        , m_most(most) {}

    Result<void> record(ImportRecord record, std::string_view) override {
        if (record.isPartOfOthers)
            ++m_preview.partsOfOthers;
        else if (!record.isEnd)
            m_preview.records.push_back(std::move(record));
        return goOn();
    }
    Result<void> stored(std::int64_t line, StoredRow row, std::string_view) override {
        if (auto* item = std::get_if<Item>(&row.row)) {
            ImportRecord& record = m_preview.records.emplace_back();
            record.line = line;
            record.item = std::move(*item);
        }
        return goOn();
    }
    Result<void> skipped(std::int64_t line, Sentence reason, std::string_view) override {
        m_preview.skipped.push_back({m_file, line, std::move(reason)});
        return goOn();
    }
    void progress(std::int64_t, std::int64_t) override {}
    [[nodiscard]] bool isFull() const {
        const auto parts = static_cast<std::size_t>(m_preview.partsOfOthers);
        return m_preview.records.size() + m_preview.skipped.size() + parts >= m_most;
    }

private:
    [[nodiscard]] Result<void> goOn() const {
        if (!isFull())
            return {};
        return fail(ErrorCode::Cancelled, m_file);
    }

    ImportPreview& m_preview;
    std::string m_file;
    std::size_t m_most;
};

} // namespace

ImportOptions importOptionsFor(
    const std::string& path, const ImportJobOptions& options, const std::vector<std::string>& paths) {
    ImportOptions made;
    for (const auto& [field, place] : options.fieldMap)
        made.fieldMap.emplace(plainName(field), place);
    made.path = path;
    std::copy_if(paths.begin(), paths.end(), std::back_inserter(made.beside),
        [&](const std::string& other) { return !other.empty() && other != path; });
    made.limit = options.limit;
    made.stop = options.stop;
    return made;
}

Result<std::vector<ImportFile>> openImportFiles(
    const std::vector<std::string>& paths, const ImportJobOptions& options) {
    std::vector<ImportFile> files;
    for (const std::string& path : paths) {
        auto file = openImportFile(path, options);
        if (!file)
            return tl::unexpected(file.error());
        files.push_back(std::move(*file));
    }
    return files;
}

Result<ImportPreview> previewFile(const std::string& path, const std::vector<std::string>& paths,
    const ImportJobOptions& options, std::size_t recordCount) {
    auto file = openImportFile(path, options);
    if (!file)
        return tl::unexpected(file.error());
    ImportPreview preview;
    preview.format = file->importer->name;
    preview.isGuessed = file->isGuessed;
    preview.reason = file->reason;
    PreviewSink sink(preview, file->source.name(), recordCount);
    const Result<void> read = file->importer->read(file->source, importOptionsFor(file->path, options, paths), sink);
    if (!read && !sink.isFull())
        return tl::unexpected(read.error());
    return preview;
}

} // namespace assize
