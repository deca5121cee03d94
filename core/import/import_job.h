// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/byte_source.h"
#include "core/base/result.h"
#include "core/import/import_batch.h"
#include "core/import/importer.h"
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace assize {

class Session;

struct ImportJobOptions {
    std::string format;                          ///< empty: guessed for each file
    std::map<std::string, std::string> fieldMap; ///< field of ours as people write it → path in the record
    std::string runName;                         ///< --run
    std::int64_t limit = 0;                      ///< records of each file at most; 0: all
    bool dryRun = false;                         ///< count, and change nothing
    bool keepsRefusedText = false; ///< hand the observer the text of rows, also of those the session refuses
    std::string batch;             ///< ULID by which the import can be undone; empty: a new one
    std::stop_token stop;
};

/// A file opened for import, its format known. Nothing has been read but its head.
struct ImportFile {
    ByteSource source;
    std::string path; ///< empty for standard input
    const Importer* importer = nullptr;
    bool isGuessed = false;
    Sentence reason;         ///< of the guess
    bool needsItems = false; ///< it is about items of another file, which is read before it
};

/// Opens every file before anything is written anywhere. "-" is standard input. InvalidArgument for a format or mapped
/// field that does not exist, UnreadableInput for a file that cannot be read or is in no known format.
[[nodiscard]] Result<std::vector<ImportFile>> openImportFiles(
    const std::vector<std::string>& paths, const ImportJobOptions& options);

/// What the importer of one file is told. paths: of all files of the call; empty for standard input.
[[nodiscard]] ImportOptions importOptionsFor(
    const std::string& path, const ImportJobOptions& options, const std::vector<std::string>& paths = {});

struct ImportSummary {
    std::string format; ///< of the first file
    bool isGuessed = false;
    Sentence reason;
    ImportCounts counts;
    std::int64_t skippedCount = 0;
    std::vector<SkippedRow> skipped; ///< the first ten thousand
    std::vector<std::string> runs;   ///< names of the runs that were made or extended
    std::string batch;
};

/// Told of an import while it runs, on the thread that called importFiles().
class ImportObserver {
public:
    virtual ~ImportObserver() = default;
    /// Of the file that is being read; total 0 if its size is not known.
    virtual void importAdvanced(
        const std::string& file, std::int64_t bytesRead, std::int64_t bytesTotal, const ImportCounts& stored) = 0;
    /// The text is empty where it was not kept.
    virtual void rowSkipped(const SkippedRow& row, std::string_view text) = 0;
};

/// Reads the files one after the other, those that need others' items last, and stores what they hold, a batch at a
/// time; what a batch brought stays, also when the import is stopped (Cancelled), killed or fails later, and importing
/// again goes on from there. NoUsableRow if a file held nothing to import. Blocks; any thread.
[[nodiscard]] Result<ImportSummary> importFiles(
    Session& session, std::vector<ImportFile> files, const ImportJobOptions& options, ImportObserver& observer);

/// What a file would give: its format, and its first records (or rows of a session) without a session.
struct ImportPreview {
    std::string format;
    bool isGuessed = false;
    Sentence reason;
    std::vector<ImportRecord> records;
    std::vector<SkippedRow> skipped;
    std::int64_t partsOfOthers = 0; ///< rows that were read with those of another file
};
/// paths: of all files of the call, this one among them or not.
[[nodiscard]] Result<ImportPreview> previewFile(const std::string& path, const std::vector<std::string>& paths,
    const ImportJobOptions& options, std::size_t recordCount);

} // namespace assize
