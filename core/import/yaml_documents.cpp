// SPDX-License-Identifier: Apache-2.0
#include "core/import/yaml_documents.h"

#include "core/base/text.h"
#include "core/base/text_window.h"

#include <algorithm>

namespace assize {
namespace {

class YamlDocuments final : public TextRecordReader {
public:
    explicit YamlDocuments(ByteSource& source)
        : m_window(source) {}

    Result<bool> next(TextRecord& record) override {
        while (!m_isOver) {
            record = {};
            take(m_taken);
            const Result<std::size_t> length = measure();
            if (!length)
                return tl::unexpected(length.error());
            m_taken = *length;
            record.line = m_line;
            record.text = m_window.text().substr(0, *length);
            if (m_isTooLong)
                return skipTooLong(record);
            if (!m_window.damage().isEmpty())
                return giveUp(record);
            m_isOver = *length == 0;
            if (!isBlank(record.text))
                return true;
        }
        return false;
    }

private:
    static constexpr std::string_view Mark = "---";

    /// Nothing but marks of a document, comments and directives.
    static bool isBlank(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size() - 1);
            const std::string_view line = trimmed(text.substr(0, end + 1));
            if (!line.empty() && line != Mark && line != "..." && line[0] != '#' && line[0] != '%')
                return false;
            text.remove_prefix(end + 1);
        }
        return true;
    }

    void take(std::size_t count) {
        const std::string_view taken = m_window.text().substr(0, count);
        m_line += std::count(taken.begin(), taken.end(), '\n');
        m_window.take(count);
        m_taken = 0;
    }

    /// Where the next mark stands that begins a line, from here on; npos if none does, or what follows it is not seen.
    static std::size_t markIn(std::string_view text, std::size_t from) {
        for (std::size_t at = text.find("\n---", from); at != std::string_view::npos; at = text.find("\n---", at + 1)) {
            const std::size_t behind = at + 1 + Mark.size();
            if (behind >= text.size())
                return std::string_view::npos;
            if (std::string_view(" \t\r\n").find(text[behind]) != std::string_view::npos)
                return at + 1;
        }
        return std::string_view::npos;
    }

    /// The length of the document at the front: up to the next mark or the end.
    Result<std::size_t> measure() {
        std::size_t seen = 0;
        while (true) {
            const std::string_view text = m_window.text();
            if (const std::size_t mark = markIn(text, seen); mark != std::string_view::npos) {
                m_isTooLong = mark > LongestRecord;
                return mark;
            }
            constexpr std::size_t MarkAndEnd = 5;
            seen = text.size() > MarkAndEnd ? text.size() - MarkAndEnd : 0;
            m_isTooLong = text.size() > LongestRecord;
            const Result<bool> more = m_isTooLong ? Result<bool>(false) : m_window.more();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return m_window.text().size();
        }
    }

    /// Drops the rest of a document up to the next mark, and keeps its beginning for the report.
    Result<bool> skipTooLong(TextRecord& record) {
        constexpr std::size_t Shown = 200;
        constexpr std::size_t MarkAndEnd = 5;
        m_excerpt = std::string(record.text.substr(0, Shown));
        record.text = m_excerpt;
        record.problem = said("the record is longer than 32 MiB");
        m_isTooLong = false;
        while (true) {
            const std::size_t size = m_window.text().size();
            const std::size_t mark = markIn(m_window.text(), 0);
            take(std::min(mark, size > MarkAndEnd ? size - MarkAndEnd : 0));
            if (mark != std::string_view::npos)
                return true;
            const Result<bool> more = m_window.more();
            if (!more)
                return tl::unexpected(more.error());
            if (*more)
                continue;
            m_isOver = true;
            return true;
        }
    }

    bool giveUp(TextRecord& record) {
        constexpr std::size_t Shown = 200;
        record.text = record.text.substr(0, Shown);
        record.problem = said("%1; what stands before is kept", m_window.damage());
        m_isOver = true;
        return true;
    }

    TextWindow m_window;
    std::size_t m_taken = 0;
    std::int64_t m_line = 1;
    bool m_isOver = false;
    bool m_isTooLong = false;
    std::string m_excerpt;
};

} // namespace

std::unique_ptr<TextRecordReader> yamlDocuments(ByteSource& source) {
    return std::make_unique<YamlDocuments>(source);
}

} // namespace assize
