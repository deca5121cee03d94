// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/import/importer.h"
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace assize {

/// One value of a record: a cell of a table, or a JSON value. Valid until the next record.
class RowValue {
public:
    explicit RowValue(std::string_view cell)
        : m_value(cell) {}
    explicit RowValue(simdjson::dom::element element)
        : m_value(element) {}

    [[nodiscard]] bool isNull() const;
    /// Strings as they are, numbers and booleans as text; nothing for lists and objects.
    [[nodiscard]] std::optional<std::string> text() const;
    /// A number, or a text that is one.
    [[nodiscard]] std::optional<double> number() const;
    /// As JSON text: cells become strings.
    [[nodiscard]] std::string json() const;
    /// What follows are for JSON values, and empty for cells.
    [[nodiscard]] std::optional<simdjson::dom::array> array() const;
    [[nodiscard]] std::optional<simdjson::dom::object> object() const;

private:
    std::variant<std::string_view, simdjson::dom::element> m_value;
};

/// Lower case, without spaces, hyphens and underscores: "Response_A", "responseA" and "RESPONSE A" are one name.
[[nodiscard]] std::string plainName(std::string_view name);

/// One record of a file, by field name. Names compare as plainName() has them.
class Row {
public:
    struct Field {
        std::string_view name; ///< as the file has it
        std::string plain;
        RowValue value;
        bool isMapped = false; ///< a field map takes it as a field of ours
    };

    std::int64_t line = 0;
    std::string_view source;      ///< as it stands in the file
    std::string_view key;         ///< of a keyed object
    std::filesystem::path folder; ///< of the file; empty where the input is none
    std::vector<Field> fields;
    std::map<std::string, std::optional<RowValue>, std::less<>> mapped; ///< fields of ours that a field map names

    /// The value of a field of ours: where the map says, else under its name. Null counts as absent.
    [[nodiscard]] const RowValue* find(std::string_view field) const;
    /// What find() would give, as text; a failure says that a list or object stands where text should.
    [[nodiscard]] Result<std::optional<std::string>> text(std::string_view field) const;
    /// Fields whose plain names are not among these, as a JSON object in the order of the file.
    [[nodiscard]] std::string rest(const std::vector<std::string_view>& taken) const;
};

/// The value at a path such as "answers.0.text" in a JSON value; nothing if there is none.
[[nodiscard]] std::optional<RowValue> valueAt(const RowValue& value, std::string_view path);

/// Why a row cannot be used. The subject of the error is empty: the driver knows the line.
[[nodiscard]] tl::unexpected<Error> unusable(Sentence reason);

/// What a JSON record may be.
enum class RowShape {
    Fields, ///< an object
    List,   ///< also a list, which then stands in the row as its one field ListField
};
constexpr std::string_view ListField = "list";

/// Reads every row of a JSON, CSV or TSV source, hands it to readRow and what that gives to the sink. Rows that
/// readRow finds unusable() and records that cannot be read go to the sink as skipped, and reading goes on.
using RowFunction = std::function<Result<ImportRecord>(const Row& row)>;
[[nodiscard]] Result<void> readRows(ByteSource& source, const ImportOptions& options, ImportSink& sink,
    const RowFunction& readRow, RowShape shape = RowShape::Fields);

/// The same for one JSON object whose rows stand in the list at a path of keys (listRecords()). Its other members go to
/// readMember as they come; those over 32 MiB are left out.
using MemberFunction = std::function<void(std::string_view key, const RowValue& value)>;
[[nodiscard]] Result<void> readListRows(ByteSource& source, const ImportOptions& options, ImportSink& sink,
    const std::vector<std::string>& path, const MemberFunction& readMember, const RowFunction& readRow);

} // namespace assize
