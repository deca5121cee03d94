// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/model/item.h"
#include "core/model/verdict.h"
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// A verdict as a file holds it: about an item that comes with it, or about one named by source id or line.
struct ImportedVerdict {
    Verdict verdict;       ///< runKey and itemKey are not set yet
    std::string runName;   ///< empty: the sink's default run
    std::string judgeName; ///< the judge as the file names it, empty if it does not
};

/// Everything one record of a file says.
struct ImportRecord {
    std::int64_t line = 0; ///< or the element's number where lines mean nothing; 1-based
    std::optional<Item> item;
    std::string joinSourceId; ///< verdict-only records: the item they belong to
    std::vector<ItemLabel> labels;
    std::vector<ImportedVerdict> verdicts;
};

/// Where records go. The importer's thread calls it.
class ImportSink {
public:
    virtual ~ImportSink() = default;
    [[nodiscard]] virtual Result<void> record(ImportRecord record) = 0; ///< an error ends the import
    virtual void skipped(std::int64_t line, std::string reason) = 0;
    virtual void progress(std::int64_t bytesRead, std::int64_t bytesTotal) = 0; ///< total 0: not known
};

/// Bytes of a file or of standard input, read forward in blocks of 1 MiB; BOM and UTF-16 are handled, gzip and zstd
/// opened. Never mapped into memory.
class ByteSource;

struct ImportOptions {
    std::map<std::string, std::string> fieldMap; ///< our field → path in the record
    std::string fileStem;                        ///< for names where the format has none
    std::uint64_t seed = 7;                      ///< for formats whose better answer always comes first
    std::stop_token stop;
};

/// One format. Stateless, any thread.
struct Importer {
    std::string_view name;        ///< what --format takes
    std::string_view description; ///< one line for --help and the wizard
    /// How sure it is that the head of a file (up to 64 KiB, UTF-8) is its own: 0 no … 100 certain; says why.
    struct Guess {
        int certainty = 0;
        std::string reason;
    };
    Guess (*guess)(std::string_view head);
    Result<void> (*read)(ByteSource& source, const ImportOptions& options, ImportSink& sink);
};

} // namespace assize
