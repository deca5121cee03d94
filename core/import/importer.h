// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/item.h"
#include "core/model/judge.h"
#include "core/model/verdict.h"
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

class ByteSource;
struct StoredRow;

/// Who judged, as far as a file tells. Verdicts of one import with equal names make one run.
struct ImportedRun {
    std::string name; ///< empty: the name of the import (--run, else the file's stem)
    Task task = Task::Pairwise;
    Orders orders = Orders::AB;
    std::string model;   ///< empty if the file does not say
    double scaleMin = 1; ///< of direct scores
    double scaleMax = 5;
};

/// A verdict as a file holds it: about the item that comes with it, or about the one the record joins.
struct ImportedVerdict {
    Verdict verdict; ///< runKey and itemKey are not set yet
    ImportedRun run;
};

/// Everything one record of a file says.
struct ImportRecord {
    std::int64_t line = 0; ///< where the record begins, 1-based
    std::optional<Item> item;
    std::string
        joinSourceId;   ///< the item of the same format the record is about; its own item stands in for a missing one
    bool isEnd = false; ///< says nothing but that its file, which joins by line, ends here: the item must not exist
    std::string rater;  ///< who speaks: equal rows of different raters are about one item, of one rater about two
    bool mayBeExchanged = false; ///< means the item with its source id also where that has the responses exchanged
    std::vector<ItemLabel> labels;
    std::vector<ImportedVerdict> verdicts;
    Sentence remark; ///< what could not be taken from a row that is otherwise used; reported like a skipped row
    std::vector<ImportRecord> more; ///< what else the same row holds: further items
    bool isPartOfOthers = false;    ///< rows of another file of the call were read with it: nothing is stored for it
};

/// A record, or a part of one, that was not imported.
struct SkippedRow {
    std::string file;
    std::int64_t line = 0;
    Sentence reason;
};

/// Where records go. The importer's thread calls it. An error from it ends the import.
class ImportSink {
public:
    virtual ~ImportSink() = default;
    /// text: the record as it stands in the file.
    [[nodiscard]] virtual Result<void> record(ImportRecord record, std::string_view text) = 0;
    /// One row of another session, ids and all (importers of sessions only).
    [[nodiscard]] virtual Result<void> stored(std::int64_t line, StoredRow row, std::string_view text) = 0;
    [[nodiscard]] virtual Result<void> skipped(std::int64_t line, Sentence reason, std::string_view text) = 0;
    virtual void progress(std::int64_t bytesRead, std::int64_t bytesTotal) = 0; ///< total 0: not known
};

struct ImportOptions {
    /// Our field, as plainName() has it → path in the record; an empty path leaves the field out.
    std::map<std::string, std::string> fieldMap;
    std::string path; ///< of the file; empty for standard input
    std::vector<std::string>
        beside;             ///< paths of the call's other files, which may hold the rest of what rows are about
    std::int64_t limit = 0; ///< records to read at most; 0: all
    std::uint64_t seed = 7; ///< for formats whose better answer always comes first
    std::stop_token stop;
};

/// What is known of a file before it is read.
struct FileHead {
    std::string_view text;        ///< up to 64 KiB, UTF-8
    std::set<std::string> fields; ///< plain names of its records' fields, and those that a field map gives

    /// All of these plain names are among the fields.
    [[nodiscard]] bool hasAll(std::initializer_list<const char*> names) const;
    /// The first value of this field, named as the file has it, begins so; blanks are left out. JSON only.
    [[nodiscard]] bool valueBegins(std::string_view field, std::string_view with) const;
};

/// How sure a format is that a file is its own: 0 no … 100 certain, and why, as one clause for people.
struct Guess {
    int certainty = 0;
    Sentence reason;
    bool needsItems = false; ///< its records are about items that another file holds, which is read before it
};

/// One format. Stateless, any thread.
struct Importer {
    std::string_view name;                ///< what --format takes
    std::string_view description;         ///< one line for --help and the wizard
    std::vector<std::string_view> fields; ///< what a field map may name; empty: the format's fields are fixed
    Guess (*guess)(const FileHead& head);
    Result<void> (*read)(ByteSource& source, const ImportOptions& options, ImportSink& sink);
};

/// Every format, one line each (core/import/registry.cpp).
[[nodiscard]] const std::vector<Importer>& importers();

/// By name; InvalidArgument lists the formats and the nearest.
[[nodiscard]] Result<const Importer*> importerNamed(std::string_view name);

struct FormatGuess {
    const Importer* importer = nullptr;
    Sentence reason;
    bool needsItems = false;
};

/// The format of a file, from its content alone; looks beyond the head where the first record is longer than that.
/// UnreadableInput says what was seen if none fits.
[[nodiscard]] Result<FormatGuess> guessFormat(ByteSource& source, const ImportOptions& options);

/// What one format makes of a file's head.
[[nodiscard]] Guess guessOf(const Importer& importer, const ByteSource& source, const ImportOptions& options);

} // namespace assize
