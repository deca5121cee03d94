// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/byte_source.h"
#include "core/base/result.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assize {

/// One record of a file, as text. The views are valid until the next record; JSON text has RecordPadding readable bytes
/// behind it, as simdjson needs.
struct TextRecord {
    std::int64_t line = 0; ///< where it begins, 1-based
    std::string_view text; ///< what it says, or as much of it as is at hand where there is a problem
    std::string_view key;  ///< keyed objects: its key as written, without the quotation marks
    Sentence problem;      ///< why it cannot be read as a record; empty if it can
};

constexpr std::size_t RecordPadding = 64;
constexpr std::size_t LongestRecord = 32U << 20U; ///< longer ones are problems: memory must not follow the file

/// Cuts a file into records, forward, holding one at a time. False at the end of the file. Damage inside a file is a
/// record with a problem; only what stops the import for good (Cancelled) is an error.
class TextRecordReader {
public:
    virtual ~TextRecordReader() = default;
    [[nodiscard]] virtual Result<bool> next(TextRecord& record) = 0;
};

/// How the JSON records of a file stand in it.
enum class JsonLayout {
    Lines,  ///< one a line
    Array,  ///< elements of one array
    Keyed,  ///< values of one object, each with its key
    Values, ///< one after the other, over several lines
};

/// From the head of a file; nothing if it does not begin like JSON.
[[nodiscard]] std::optional<JsonLayout> jsonLayoutOf(std::string_view head);

/// How deep lists and objects stand in each other in a JSON text, brackets in strings not counted.
[[nodiscard]] std::size_t jsonNesting(std::string_view text);

/// Lines end with LF or CRLF; blank lines are no records.
[[nodiscard]] std::unique_ptr<TextRecordReader> lineRecords(ByteSource& source);
/// The other layouts: string-aware, one element at a time.
[[nodiscard]] std::unique_ptr<TextRecordReader> elementRecords(ByteSource& source, JsonLayout layout);
/// One object's members, each with its key; the list at this path of keys is gone into, and its elements come one at a
/// time, without a key. A list that stands nearer on the path will do: {"results", "results"} also finds {"results":
/// []}.
[[nodiscard]] std::unique_ptr<TextRecordReader> listRecords(ByteSource& source, std::vector<std::string> path);

} // namespace assize
