// SPDX-License-Identifier: Apache-2.0
#include "core/reply/partial_reply.h"

namespace assize {
namespace {

/// Follows a JSON text to its end and remembers where it could be cut: behind a list element or a member of the
/// outermost object, but not inside a criterion, which counts only when it is whole.
class OpenJson {
public:
    explicit OpenJson(std::string_view text)
        : m_text(text) {}

    std::string close(bool keepOpenText) {
        for (std::size_t at = m_text.find('{'); at < m_text.size(); ++at)
            step(at);
        if (m_begin == std::string_view::npos)
            return {};
        if (keepOpenText && m_isInString && m_isValue && m_closers.size() == 1)
            return std::string(wholeText()) + '"' + m_closers;
        std::string closed(m_text.substr(m_begin, m_cut - m_begin));
        return closed.append(m_cutClosers.rbegin(), m_cutClosers.rend());
    }

private:
    static constexpr std::size_t DeepestCut = 2;

    void step(std::size_t at) {
        const char c = m_text[at];
        if (m_isEscaped) {
            m_isEscaped = false;
        } else if (m_isInString) {
            m_isEscaped = c == '\\';
            m_isInString = c != '"';
        } else if (c == '"') {
            m_isInString = true;
        } else if (c == '{' || c == '[') {
            open(at);
        } else if ((c == '}' || c == ']') && !m_closers.empty()) {
            m_closers.pop_back();
            m_isValue = false;
            mayCut(at + 1);
        } else if (c == ':') {
            m_isValue = true;
        } else if (c == ',') {
            m_isValue = false;
            if (m_closers.size() == 1)
                mayCut(at);
        }
    }

    void open(std::size_t at) {
        if (m_closers.empty()) {
            m_begin = at;
            m_closers = m_text[at] == '{' ? "}" : "]";
            return mayCut(at + 1);
        }
        m_closers += m_text[at] == '{' ? '}' : ']';
        m_isValue = false;
        if (m_text[at] == '[')
            mayCut(at + 1);
    }

    void mayCut(std::size_t at) {
        if (m_closers.size() > DeepestCut)
            return;
        m_cut = at;
        m_cutClosers = m_closers;
    }

    /// What can be quoted of a text value that is being written: no half escape, no half character.
    [[nodiscard]] std::string_view wholeText() const {
        std::string_view text = m_text.substr(m_begin);
        const std::size_t escape = text.rfind('\\');
        const bool isUnicodeCut =
            escape != std::string_view::npos && text.substr(escape + 1, 1) == "u" && text.size() - escape < 6;
        if (m_isEscaped || isUnicodeCut)
            text = text.substr(0, escape);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
            text.remove_suffix(1);
        if (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0xC0U)
            text.remove_suffix(1);
        return text;
    }

    std::string_view m_text;
    std::string m_closers;
    std::string m_cutClosers;
    std::size_t m_begin = std::string_view::npos;
    std::size_t m_cut = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isValue = false;
};

} // namespace

std::string closedJson(std::string_view textSoFar, bool keepOpenText) {
    return OpenJson(textSoFar).close(keepOpenText);
}

} // namespace assize
