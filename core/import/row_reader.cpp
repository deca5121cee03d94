// SPDX-License-Identifier: Apache-2.0
#include "core/base/csv_reader.h"
#include "core/base/text.h"
#include "core/base/text_records.h"
#include "core/import/row.h"

#include <algorithm>
#include <fmt/format.h>

namespace assize {
namespace {

/// What a person can do something with, for the ways in which JSON can be wrong.
Sentence jsonProblem(simdjson::error_code code) {
    switch (code) {
    case simdjson::UTF8_ERROR:
        return said("not UTF-8; if the file is Latin-1, convert it first: iconv -f LATIN1 -t UTF-8");
    case simdjson::DEPTH_ERROR:
        return said("nested too deeply");
    case simdjson::UNESCAPED_CHARS:
        return said("a control character (line end or NUL) stands inside a string");
    case simdjson::UNCLOSED_STRING:
        return said("a string does not end");
    case simdjson::STRING_ERROR:
        return said("a string holds an escape that means nothing");
    case simdjson::NUMBER_ERROR:
        return said("a number is malformed or too large");
    default:
        return said("not valid JSON");
    }
}

/// Brings rows into the shape Row has, and hands them on. One per file.
class RowDriver {
public:
    RowDriver(
        ByteSource& source, const ImportOptions& options, ImportSink& sink, const RowFunction& readRow, RowShape shape)
        : m_source(source)
        , m_options(options)
        , m_sink(sink)
        , m_readRow(readRow)
        , m_shape(shape) {
        std::error_code gone; // the folder one is in: then the file was opened without one
        if (!options.path.empty())
            m_row.folder = std::filesystem::absolute(options.path, gone).parent_path();
    }

    Result<void> readJson(JsonLayout layout) {
        const auto records = layout == JsonLayout::Lines ? lineRecords(m_source) : elementRecords(m_source, layout);
        return readRecords(*records);
    }

    Result<void> readList(const std::vector<std::string>& path, const MemberFunction& readMember) {
        m_listName = path.back();
        m_readMember = &readMember;
        return readRecords(*listRecords(m_source, path));
    }

    Result<void> readTable() {
        CsvReader reader(m_source, csvSeparatorOf(m_source.head()));
        CsvRow cells;
        Result<bool> more = reader.next(cells);
        if (!more || !*more)
            return finish(more);
        const std::vector<std::string> header(cells.cells.begin(), cells.cells.end());
        while (mayGoOn()) {
            more = reader.next(cells);
            if (!more || !*more)
                return finish(more);
            const Result<void> handled = cells.problem.isEmpty()
                                             ? readTableRow(header, cells)
                                             : m_sink.skipped(cells.line, cells.problem, cells.text);
            if (!handled)
                return handled;
        }
        return finish(true);
    }

private:
    Result<void> readRecords(TextRecordReader& records) {
        constexpr std::size_t FirstCapacity = 1U << 16U;
        constexpr std::size_t DeepestNesting = 256;
        if (m_parser.allocate(FirstCapacity, DeepestNesting) != simdjson::SUCCESS)
            return fail(ErrorCode::Internal, m_source.name(), said("not enough memory"));
        TextRecord record;
        while (mayGoOn()) {
            const Result<bool> more = records.next(record);
            if (!more || !*more)
                return finish(more);
            if (!record.problem.isEmpty() && !record.key.empty() && m_readMember != nullptr)
                continue; // a long member is none of the rows
            const Result<void> handled = record.problem.isEmpty()
                                             ? readJsonRecord(record)
                                             : m_sink.skipped(record.line, record.problem, record.text);
            if (!handled)
                return handled;
        }
        return finish(true);
    }

    [[nodiscard]] bool mayGoOn() {
        constexpr std::int64_t ReportEvery = 1 << 20;
        if (m_source.bytesRead() - m_reported >= ReportEvery) {
            m_reported = m_source.bytesRead();
            m_sink.progress(m_reported, m_source.bytesTotal());
        }
        return !m_options.stop.stop_requested() && (m_options.limit == 0 || m_count < m_options.limit);
    }

    Result<void> finish(const Result<bool>& last) {
        if (!last)
            return tl::unexpected(last.error());
        if (m_options.stop.stop_requested())
            return fail(ErrorCode::Cancelled, m_source.name());
        m_sink.progress(m_source.bytesRead(), m_source.bytesTotal());
        return {};
    }

    Result<void> readJsonRecord(const TextRecord& record) {
        simdjson::dom::element element;
        const auto code = m_parser.parse(record.text.data(), record.text.size(), false).get(element);
        if (code != simdjson::SUCCESS)
            return m_sink.skipped(record.line, jsonProblem(code), record.text);
        if (m_readMember != nullptr && !record.key.empty())
            return readMember(record, element);
        simdjson::dom::object object;
        const bool isList = m_shape == RowShape::List && element.is_array();
        if (!isList && element.get(object) != simdjson::SUCCESS)
            return m_sink.skipped(record.line, said("not an object with named fields"), record.text);
        start(record.line, record.text);
        m_row.key = record.key;
        if (isList) {
            m_row.fields.push_back({ListField, std::string(ListField), RowValue(element)});
        } else {
            for (const auto& [name, value] : object)
                m_row.fields.push_back({name, plainName(name), RowValue(value)});
        }
        for (const auto& [field, path] : m_options.fieldMap)
            m_row.mapped.insert_or_assign(field, valueAt(RowValue(element), path));
        return handOver();
    }

    Result<void> readMember(const TextRecord& record, simdjson::dom::element value) {
        if (record.key == m_listName)
            return m_sink.skipped(record.line, said("%1 is not a list", m_listName), record.text);
        (*m_readMember)(record.key, RowValue(value));
        return {};
    }

    Result<void> readTableRow(const std::vector<std::string>& header, const CsvRow& cells) {
        if (!isUtf8(cells.text))
            return m_sink.skipped(cells.line, jsonProblem(simdjson::UTF8_ERROR), cells.text);
        if (cells.cells.size() != header.size())
            return m_sink.skipped(
                cells.line, said("%1 cells under a header of %2", cells.cells.size(), header.size()), cells.text);
        start(cells.line, cells.text);
        for (std::size_t index = 0; index < header.size(); ++index)
            m_row.fields.push_back({header[index], plainName(header[index]), RowValue(cells.cells[index])});
        for (const auto& [field, path] : m_options.fieldMap) {
            const auto at = std::find_if(m_row.fields.begin(), m_row.fields.end(),
                [&path = path](const Row::Field& candidate) { return candidate.name == path; });
            m_row.mapped.insert_or_assign(field, at == m_row.fields.end() ? std::nullopt : std::optional(at->value));
        }
        return handOver();
    }

    void start(std::int64_t line, std::string_view text) {
        m_row.line = line;
        m_row.source = text;
        m_row.key = {};
        m_row.fields.clear();
    }

    Result<void> handOver() {
        for (const auto& [field, path] : m_options.fieldMap) {
            for (Row::Field& candidate : m_row.fields)
                candidate.isMapped = candidate.isMapped || candidate.name == path;
        }
        Result<ImportRecord> record = m_readRow(m_row);
        if (!record && record.error().code == ErrorCode::NoUsableRow)
            return m_sink.skipped(m_row.line, record.error().detail, m_row.source);
        if (!record)
            return tl::unexpected(record.error());
        ++m_count;
        record->line = m_row.line;
        std::vector<ImportRecord> more = std::move(record->more);
        Result<void> taken = m_sink.record(std::move(*record), m_row.source);
        for (std::size_t index = 0; taken && index < more.size(); ++index) {
            more[index].line = m_row.line;
            taken = m_sink.record(std::move(more[index]), m_row.source);
        }
        return taken;
    }

    ByteSource& m_source;
    const ImportOptions& m_options;
    ImportSink& m_sink;
    const RowFunction& m_readRow;
    RowShape m_shape;
    const MemberFunction* m_readMember = nullptr; ///< of an object with a list, and the list's name
    std::string m_listName;
    simdjson::dom::parser m_parser;
    Row m_row;
    std::int64_t m_count = 0;
    std::int64_t m_reported = 0;
};

} // namespace

Result<void> readRows(
    ByteSource& source, const ImportOptions& options, ImportSink& sink, const RowFunction& readRow, RowShape shape) {
    RowDriver driver(source, options, sink, readRow, shape);
    const std::optional<JsonLayout> layout = jsonLayoutOf(source.head());
    return layout ? driver.readJson(*layout) : driver.readTable();
}

Result<void> readListRows(ByteSource& source, const ImportOptions& options, ImportSink& sink,
    const std::vector<std::string>& path, const MemberFunction& readMember, const RowFunction& readRow) {
    return RowDriver(source, options, sink, readRow, RowShape::Fields).readList(path, readMember);
}

} // namespace assize
