// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/sse_reader.h"

namespace assize {
namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

} // namespace

void SseReader::take(std::string_view bytes, const OnEvent& onEvent) {
    if (m_afterReturn && bytes.starts_with('\n'))
        bytes.remove_prefix(1);
    if (!bytes.empty())
        m_afterReturn = false;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find_first_of("\r\n");
        if (end == std::string_view::npos) {
            m_line += bytes;
            return;
        }
        if (m_line.empty()) {
            endLine(bytes.substr(0, end), onEvent);
        } else {
            m_line += bytes.substr(0, end);
            endLine(m_line, onEvent);
            m_line.clear();
        }
        const bool isReturn = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        if (isReturn && bytes.empty())
            m_afterReturn = true;
        else if (isReturn && bytes.front() == '\n')
            bytes.remove_prefix(1);
    }
}

void SseReader::finish(const OnEvent& onEvent) {
    if (!m_line.empty())
        endLine(m_line, onEvent);
    m_line.clear();
    endEvent(onEvent);
}

void SseReader::endLine(std::string_view line, const OnEvent& onEvent) {
    if (m_isFirstLine && line.starts_with(ByteOrderMark))
        line.remove_prefix(ByteOrderMark.size());
    m_isFirstLine = false;
    if (line.empty())
        return endEvent(onEvent);
    const std::size_t colon = line.find(':');
    const std::string_view field = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (field == "data") {
        if (m_hasData)
            m_data += '\n';
        m_data += value;
        m_hasData = true;
    } else if (field == "event") {
        m_name = value;
    } else if (field == "id") {
        m_id = value;
    }
}

void SseReader::endEvent(const OnEvent& onEvent) {
    if (m_hasData)
        onEvent({m_name.empty() ? std::string_view("message") : std::string_view(m_name), m_data, m_id});
    m_name.clear();
    m_data.clear();
    m_id.clear();
    m_hasData = false;
}

} // namespace assize
