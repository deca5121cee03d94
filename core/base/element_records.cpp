// SPDX-License-Identifier: Apache-2.0
#include "core/base/text_records.h"
#include "core/base/text_window.h"

#include <algorithm>

namespace assize {
namespace {

/// Finds where a JSON value ends without reading what it says; may be fed in pieces.
class ValueScanner {
public:
    void start(char first) {
        m_isScalar = first != '{' && first != '[' && first != '"';
        m_depth = 0;
        m_inString = false;
        m_escaped = false;
    }

    /// Looks at text from `from` on; the length of the whole value, or npos if it goes on behind the text.
    std::size_t scan(std::string_view text, std::size_t from) {
        for (std::size_t at = from; at < text.size(); ++at) {
            const char c = text[at];
            if (m_inString)
                scanInString(c);
            else if (m_isScalar && std::string_view(",]} \t\r\n").find(c) != std::string_view::npos)
                return at;
            else if (c == '"')
                m_inString = true;
            else if (c == '{' || c == '[')
                ++m_depth;
            else if (c == '}' || c == ']')
                --m_depth;
            if (!m_isScalar && m_depth == 0 && !m_inString)
                return at + 1;
        }
        return std::string_view::npos;
    }

private:
    void scanInString(char c) {
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
    }

    std::int64_t m_depth = 0;
    bool m_isScalar = false;
    bool m_inString = false;
    bool m_escaped = false;
};

class ElementRecords final : public TextRecordReader {
public:
    ElementRecords(ByteSource& source, JsonLayout layout, std::vector<std::string> path = {})
        : m_window(source)
        , m_layout(layout)
        , m_path(std::move(path)) {}

    Result<bool> next(TextRecord& record) override {
        while (true) {
            m_isOnTheWay = false;
            Result<bool> found = nextHere(record);
            if (!found || !m_isOnTheWay)
                return found;
        }
    }

private:
    static constexpr char EndOfText = '\0';

    /// What comes next at this depth; a bracket on the way to the list that is wanted, or back, is no record.
    Result<bool> nextHere(TextRecord& record) {
        record = {};
        takeAll(m_taken);
        m_taken = 0;
        if (m_isOver)
            return false;
        Result<char> first = skipTo();
        if (first && !m_isOpened && m_layout != JsonLayout::Values) {
            takeAll(1);
            m_isOpened = true;
            first = skipTo();
        }
        if (!first)
            return tl::unexpected(first.error());
        record.line = m_line;
        if (*first == EndOfText)
            return m_layout == JsonLayout::Values && m_window.damage().isEmpty() ? false : cutOff(record);
        if (*first == closing())
            return m_outer.empty() ? finishOuter(record) : Result<bool>(leave());
        if (m_layout == JsonLayout::Keyed) {
            const Result<bool> hasKey = takeKey(record, *first);
            if (!hasKey || !record.problem.isEmpty())
                return hasKey;
            if (isOnPath(m_window.text().front()))
                return enter();
        }
        return readValue(record);
    }

    /// The value of the key that was taken, which begins so, is to be gone into.
    [[nodiscard]] bool isOnPath(char first) const {
        const std::size_t depth = m_outer.size();
        if (depth >= m_path.size() || m_key != m_path[depth])
            return false;
        return first == '[' || (first == '{' && depth + 1 < m_path.size());
    }

    bool enter() {
        m_outer.push_back(m_layout);
        m_layout = m_window.text().front() == '[' ? JsonLayout::Array : JsonLayout::Keyed;
        return crossBracket();
    }

    bool leave() {
        m_layout = m_outer.back();
        m_outer.pop_back();
        return crossBracket();
    }

    bool crossBracket() {
        takeAll(1);
        m_key.clear();
        m_isOnTheWay = true;
        return true;
    }

    [[nodiscard]] char closing() const {
        if (m_layout == JsonLayout::Values)
            return EndOfText;
        return m_layout == JsonLayout::Array ? ']' : '}';
    }

    void takeAll(std::size_t count) {
        const std::string_view taken = m_window.text().substr(0, count);
        m_line += std::count(taken.begin(), taken.end(), '\n');
        m_window.take(count);
    }

    /// Moves to the next character that is neither white space nor a comma and gives it.
    Result<char> skipTo() {
        while (true) {
            const std::size_t at = m_window.text().find_first_not_of(" \t\r\n,");
            takeAll(std::min(at, m_window.text().size()));
            if (!m_window.text().empty())
                return m_window.text().front();
            const Result<bool> more = m_window.more();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return EndOfText;
        }
    }

    /// The length of the value at the front of the window; npos if the file ends inside it. Of a value that is too long
    /// everything but the end is let go.
    Result<std::size_t> measure() {
        m_scanner.start(m_window.text().front());
        std::size_t scanned = 0;
        m_isTooLong = false;
        while (true) {
            const std::size_t length = m_scanner.scan(m_window.text(), scanned);
            scanned = std::min(length, m_window.text().size());
            if (scanned > LongestRecord && !m_isTooLong) {
                keepExcerpt();
                m_isTooLong = true;
            }
            if (length != std::string_view::npos)
                return length;
            if (m_isTooLong) {
                takeAll(scanned);
                scanned = 0;
            }
            const Result<bool> more = m_window.more();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return std::string_view::npos;
        }
    }

    void keepExcerpt() {
        constexpr std::size_t Shown = 200;
        m_excerpt = std::string(m_window.text().substr(0, Shown));
    }

    Result<bool> readValue(TextRecord& record) {
        const Result<std::size_t> length = measure();
        if (!length)
            return tl::unexpected(length.error());
        if (*length == std::string_view::npos)
            return cutOff(record);
        record.key = m_key;
        record.text = m_isTooLong ? std::string_view(m_excerpt) : m_window.text().substr(0, *length);
        if (m_isTooLong)
            record.problem = said("the record is longer than 32 MiB");
        m_taken = *length == 0 ? 1 : *length; // a stray closing bracket is a value of its own
        if (*length == 0) {
            record.text = m_window.text().substr(0, 1);
            record.problem = said("a closing bracket stands where a record should begin");
        }
        return true;
    }

    /// Reads "key": in front of a value. A problem in the record ends the file: what follows cannot be told apart.
    Result<bool> takeKey(TextRecord& record, char first) {
        const Result<std::size_t> length = first == '"' ? measure() : Result<std::size_t>(0);
        if (!length)
            return tl::unexpected(length.error());
        if (*length == std::string_view::npos)
            return cutOff(record);
        if (*length < 2)
            return giveUp(record, said("a key in quotation marks should stand here"));
        m_key = std::string(m_window.text().substr(1, *length - 2));
        takeAll(*length);
        const Result<char> colon = skipTo();
        if (!colon)
            return tl::unexpected(colon.error());
        if (*colon != ':')
            return giveUp(record, said("a colon should stand behind the key"));
        takeAll(1);
        const Result<char> value = skipTo();
        if (!value)
            return tl::unexpected(value.error());
        return *value == EndOfText ? cutOff(record) : Result<bool>(true);
    }

    Result<bool> cutOff(TextRecord& record) {
        return giveUp(record, m_window.damage().isEmpty() ? said("the file ends in the middle of a record or list")
                                                          : said("%1; what stands before is kept", m_window.damage()));
    }

    Result<bool> giveUp(TextRecord& record, Sentence problem) {
        keepExcerpt();
        record.text = m_excerpt;
        record.problem = std::move(problem);
        m_isOver = true;
        return true;
    }

    /// Behind the outer bracket nothing may follow.
    Result<bool> finishOuter(TextRecord& record) {
        takeAll(1);
        const Result<char> rest = skipTo();
        if (!rest)
            return tl::unexpected(rest.error());
        m_isOver = true;
        if (*rest == EndOfText)
            return false;
        record.line = m_line;
        return giveUp(record, said("something follows the end of the list; it was not read"));
    }

    TextWindow m_window;
    JsonLayout m_layout;
    std::vector<std::string> m_path; ///< keys that lead to a list
    std::vector<JsonLayout> m_outer; ///< of the brackets that were gone into
    ValueScanner m_scanner;
    std::string m_key;
    std::string m_excerpt;
    std::size_t m_taken = 0;
    std::int64_t m_line = 1;
    bool m_isOpened = false;
    bool m_isOver = false;
    bool m_isTooLong = false;
    bool m_isOnTheWay = false;
};

/// The length of the first value of a head, npos if it is longer than the head.
std::size_t firstValueLength(std::string_view text) {
    ValueScanner scanner;
    scanner.start(text.front());
    return scanner.scan(text, 0);
}

} // namespace

std::optional<JsonLayout> jsonLayoutOf(std::string_view head) {
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return std::nullopt;
    const std::string_view text = head.substr(begin);
    if (text.front() == '[') {
        const std::size_t length = firstValueLength(text);
        const std::size_t lineEnd = text.find('\n');
        const std::size_t second =
            length <= lineEnd ? text.find_first_not_of(" \t\r\n", length) : std::string_view::npos;
        const bool isFollowed = second != std::string_view::npos && second > lineEnd && text[second] == '[';
        const bool holdsRecords = text.find_first_of("{[]", 1) == text.find_first_not_of(" \t\r\n", 1);
        return isFollowed && !holdsRecords ? JsonLayout::Lines : JsonLayout::Array; // each list is a record itself
    }
    if (text.front() != '{')
        return std::nullopt;
    const std::size_t lineEnd = text.find('\n');
    const std::size_t length = firstValueLength(text);
    if (length <= lineEnd) // the first line holds a whole value, or all there is to see
        return JsonLayout::Lines;
    const std::size_t second = text.find_first_not_of(" \t\r\n", lineEnd);
    if (second != std::string_view::npos && text[second] == '{')
        return JsonLayout::Lines; // its first line is damaged
    const std::size_t colon = text.find(':');
    const std::size_t value = colon == std::string_view::npos ? colon : text.find_first_not_of(" \t\r\n", colon + 1);
    return value != std::string_view::npos && text[value] == '{' ? JsonLayout::Keyed : JsonLayout::Values;
}

std::size_t jsonNesting(std::string_view text) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString)
            at += c == '\\' ? 1U : 0U;
        if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (c == '}' || c == ']') && depth > 0)
            --depth;
    }
    return deepest;
}

std::unique_ptr<TextRecordReader> elementRecords(ByteSource& source, JsonLayout layout) {
    return std::make_unique<ElementRecords>(source, layout);
}

std::unique_ptr<TextRecordReader> listRecords(ByteSource& source, std::vector<std::string> path) {
    return std::make_unique<ElementRecords>(source, JsonLayout::Keyed, std::move(path));
}

} // namespace assize
