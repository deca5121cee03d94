// SPDX-License-Identifier: Apache-2.0
#include "core/base/text_records.h"
#include "core/base/text_window.h"

#include <algorithm>

namespace assize {
namespace {

std::string_view withoutBlanks(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

class LineRecords final : public TextRecordReader {
public:
    explicit LineRecords(ByteSource& source)
        : m_window(source) {}

    Result<bool> next(TextRecord& record) override {
        record = {};
        m_window.take(m_taken);
        m_taken = 0;
        while (true) {
            const Result<std::size_t> length = findEnd();
            if (!length)
                return tl::unexpected(length.error());
            const std::string_view line = m_window.text().substr(0, *length);
            record.line = ++m_line;
            record.text = withoutBlanks(line);
            m_taken = std::min(*length + 1, m_window.text().size());
            if (m_isTooLong)
                return skipTooLong(record);
            if (!record.text.empty())
                return true;
            if (m_taken == 0)
                return reportDamage(record);
            m_window.take(m_taken);
            m_taken = 0;
        }
    }

private:
    /// The length of the line at the front of the window, which is made to hold all of it unless it is too long.
    Result<std::size_t> findEnd() {
        std::size_t searched = 0;
        while (true) {
            const std::size_t end = m_window.text().find('\n', searched);
            m_isTooLong = end != std::string_view::npos && end > LongestRecord;
            if (end != std::string_view::npos)
                return end;
            searched = m_window.text().size();
            m_isTooLong = searched > LongestRecord;
            if (m_isTooLong)
                return searched;
            const Result<bool> more = m_window.more();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return searched;
        }
    }

    /// Drops the rest of a line that is longer than any record may be, and keeps its beginning for the report.
    Result<bool> skipTooLong(TextRecord& record) {
        constexpr std::size_t Shown = 200;
        m_excerpt = std::string(record.text.substr(0, Shown));
        while (true) {
            const std::size_t end = m_window.text().find('\n');
            m_window.take(end == std::string_view::npos ? m_window.text().size() : end + 1);
            m_taken = 0;
            if (end != std::string_view::npos)
                break;
            const Result<bool> more = m_window.more();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
        }
        record.text = m_excerpt;
        record.problem = said("the record is longer than 32 MiB");
        return true;
    }

    Result<bool> reportDamage(TextRecord& record) {
        if (m_window.damage().isEmpty() || m_damageReported)
            return false;
        m_damageReported = true;
        record.problem = said("%1; what stands before is kept", m_window.damage());
        return true;
    }

    TextWindow m_window;
    std::size_t m_taken = 0; ///< bytes of the record last given, taken off when the next is asked for
    std::int64_t m_line = 0;
    bool m_isTooLong = false;
    bool m_damageReported = false;
    std::string m_excerpt;
};

} // namespace

std::unique_ptr<TextRecordReader> lineRecords(ByteSource& source) {
    return std::make_unique<LineRecords>(source);
}

} // namespace assize
