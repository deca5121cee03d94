// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace assize {

/// One event of a text/event-stream. The views are valid while it is handed over.
struct SseEvent {
    std::string_view name; ///< "message" where the stream names none
    std::string_view data; ///< several data lines joined by line feeds
    std::string_view id;   ///< of this event alone; empty if it has none
};

/// Cuts a stream of server-sent events (WHATWG HTML, 9.2) that comes in pieces cut anywhere, also within a line end or
/// a character. Line ends may be LF, CRLF or CR; comments and unknown fields are passed
/// over.
class SseReader {
public:
    using OnEvent = std::function<void(const SseEvent& event)>;

    /// Hands over each event that these bytes complete.
    void take(std::string_view bytes, const OnEvent& onEvent);
    /// Hands over the last event, where the stream ended without the empty line after it.
    void finish(const OnEvent& onEvent);

private:
    void endLine(std::string_view line, const OnEvent& onEvent);
    void endEvent(const OnEvent& onEvent);

    std::string m_line;
    std::string m_name;
    std::string m_data;
    std::string m_id;
    bool m_hasData = false;
    bool m_afterReturn = false; ///< the last byte was CR: a LF belongs to it
    bool m_isFirstLine = true;  ///< a byte order mark may stand before it
};

} // namespace assize
