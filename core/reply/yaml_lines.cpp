// SPDX-License-Identifier: Apache-2.0
#include "core/reply/yaml_lines.h"

#include "core/base/text.h"
#include "core/reply/yaml_scalars.h"

#include <algorithm>

namespace assize {
namespace {

using Kind = ReplyNode::Kind;

constexpr int DeepestLine = 32;
constexpr int TabWidth = 2;
constexpr int MostNodes = 20'000; ///< a rubric of 200 criteria has some 2,000

struct Line {
    std::string_view raw;  ///< without its end
    std::string_view text; ///< without blanks around
    int indent = 0;
};

bool isDash(std::string_view text) {
    return text.starts_with("- ") || text == "-";
}

/// Keys that a wrongly indented line is known by.
bool isReplyKey(std::string_view key) {
    return keyMeansAny(key, {"criteria", "criteria_breakdown", "overall_justification", "preference", "verdict",
                                "label", "predictions", "description", "type", "weight", "score_a", "score_b",
                                "justification_a", "justification_b", "score", "justification"});
}

bool isRootKey(std::string_view key) {
    return keyMeansAny(key, {"criteria", "criteria_breakdown", "rubric", "overall_justification", "preference",
                                "verdict", "label", "predictions"});
}

class LineReader {
public:
    explicit LineReader(std::string_view text) { split(text); }

    YamlReading run() {
        skipProse();
        if (m_at < m_lines.size())
            m_reading.root = readBlock(-1, 0);
        m_reading.hasProse = m_reading.hasProse || skipBlanks();
        return std::move(m_reading);
    }

private:
    void split(std::string_view text) {
        m_lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            Line line;
            line.raw = text.substr(begin, end - begin);
            if (line.raw.ends_with('\r'))
                line.raw.remove_suffix(1);
            measure(line);
            m_lines.push_back(line);
            begin = end + 1;
        }
    }

    static void measure(Line& line) {
        for (const char c : line.raw) {
            if (c != ' ' && c != '\t')
                break;
            line.indent += c == '\t' ? TabWidth : 1;
        }
        line.text = trimmed(line.raw);
    }

    [[nodiscard]] const Line& line() const { return m_lines[m_at]; }

    [[nodiscard]] static bool isDocumentMark(const Line& line) {
        return line.indent == 0 && (line.text == "---" || line.text == "..." || line.text.starts_with("```"));
    }

    /// To the next line that says something; false if the document ends before it.
    bool skipBlanks() {
        while (m_at < m_lines.size() && (line().text.empty() || line().text.front() == '#'))
            ++m_at;
        return m_at < m_lines.size();
    }

    /// Lead-in lines: everything before the first key, or before the first key of ours if prose comes first.
    void skipProse() {
        YamlKey key;
        skipBlanks();
        if (m_at < m_lines.size() && line().text == "---") {
            ++m_at;
            skipBlanks();
        }
        if (m_at >= m_lines.size() || isDash(line().text) || splitYamlKey(line().text, key))
            return;
        for (std::size_t at = m_at; at < m_lines.size(); ++at) {
            if (splitYamlKey(m_lines[at].text, key) && isRootKey(key.name)) {
                m_reading.hasProse = m_reading.hasProse || at > m_at;
                m_at = at;
                return;
            }
        }
    }

    ReplyNode readBlock(int parentIndent, int depth) {
        YamlKey key;
        if (depth < DeepestLine && isDash(line().text))
            return readList(parentIndent, depth);
        if (depth < DeepestLine && splitYamlKey(line().text, key))
            return readMap(parentIndent, depth);
        const std::string_view value = line().text;
        const int indent = line().indent;
        ++m_at;
        return readValue(value, std::min(indent, parentIndent + 1) - 1);
    }

    ReplyNode readList(int parentIndent, int depth) {
        ReplyNode list;
        list.kind = Kind::List;
        const int indent = line().indent;
        while (skipBlanks() && line().indent > parentIndent && isDash(line().text)) {
            m_reading.isRepaired = m_reading.isRepaired || line().indent != indent;
            Line& item = m_lines[m_at];
            const std::size_t inside = std::min(item.text.find_first_not_of(" \t", 1), item.text.size());
            item.text.remove_prefix(inside);
            item.indent += static_cast<int>(inside);
            const int dashIndent = item.indent - static_cast<int>(inside);
            if (item.text.empty())
                ++m_at;
            countNode();
            list.children.push_back(readNested(dashIndent, depth));
        }
        return list;
    }

    /// What stands deeper than a key or dash; Null if nothing does.
    ReplyNode readNested(int indent, int depth) {
        if (!skipBlanks() || line().indent <= indent || isDocumentMark(line()))
            return {};
        return readBlock(indent, depth + 1);
    }

    ReplyNode readMap(int parentIndent, int depth) {
        ReplyNode map;
        map.kind = Kind::Map;
        const int indent = line().indent;
        while (skipBlanks() && line().indent > parentIndent && !isDocumentMark(line())) {
            YamlKey key;
            if (!splitYamlKey(line().text, key)) {
                readStray(map, parentIndent);
                continue;
            }
            checkIndent(line(), indent);
            m_reading.isRepaired = m_reading.isRepaired || key.isDecorated || key.isFullWidth;
            m_reading.hasFullWidth = m_reading.hasFullWidth || key.isFullWidth;
            const int keyIndent = line().indent;
            ++m_at;
            countNode();
            ReplyNode child = key.value.empty() || key.value.front() == '#' ? readBelow(keyIndent, depth)
                                                                            : readValue(key.value, keyIndent);
            child.key = std::move(key.name);
            map.children.push_back(std::move(child));
        }
        return map;
    }

    /// Ends the text where a reply has more nodes than memory should be spent on.
    void countNode() {
        m_reading.isTooLarge = ++m_nodes > MostNodes;
        if (m_reading.isTooLarge)
            m_lines.resize(m_at);
    }

    void checkIndent(const Line& found, int indent) {
        const bool hasTab =
            found.raw.substr(0, found.raw.size() - found.text.size()).find('\t') != std::string_view::npos;
        m_reading.isRepaired = m_reading.isRepaired || found.indent != indent || (hasTab && found.indent > 0);
    }

    /// A list may stand at the indentation of its key.
    ReplyNode readBelow(int keyIndent, int depth) {
        if (skipBlanks() && line().indent == keyIndent && isDash(line().text))
            return readList(keyIndent - 1, depth + 1);
        return readNested(keyIndent, depth);
    }

    /// A line without a key where one should be: the rest of the text before it, or prose.
    void readStray(ReplyNode& map, int parentIndent) {
        const bool followsBlank = m_at > 0 && m_lines[m_at - 1].text.empty();
        ReplyNode* last = &map;
        while (!last->children.empty())
            last = &last->children.back();
        if (last->kind == Kind::Scalar && !followsBlank &&
            !keyMeansAny(last->key, {"preference", "verdict", "label"})) {
            last->text.append(" ").append(line().text);
            m_reading.isRepaired = true;
        } else if (parentIndent < 0) {
            m_reading.hasProse = true;
        } else {
            m_reading.isRepaired = true;
        }
        ++m_at;
    }

    ReplyNode readValue(std::string_view value, int keyIndent) {
        ReplyNode node;
        node.kind = Kind::Scalar;
        BlockHeader header;
        if (readBlockHeader(value, header)) {
            node.isQuoted = true;
            node.text = readBlockText(header, keyIndent);
        } else if (value.front() == '"' || value.front() == '\'') {
            node.isQuoted = true;
            node.text = readQuoted(value, keyIndent);
        } else {
            node.text = readPlain(value, keyIndent);
            if (node.text == "~" || node.text == "null")
                node = ReplyNode{};
        }
        return node;
    }

    std::string readBlockText(const BlockHeader& header, int keyIndent) {
        std::string out;
        int indent = header.indent > 0 ? std::max(keyIndent, 0) + header.indent : 0;
        std::size_t emptyLines = 0;
        bool wasDeeper = true; // no fold before the first line
        for (; m_at < m_lines.size() && (line().text.empty() || line().indent > keyIndent); ++m_at) {
            if (line().text.empty()) {
                ++emptyLines;
                continue;
            }
            if (indent == 0)
                indent = line().indent;
            const std::size_t cut = std::min<std::size_t>(static_cast<std::size_t>(indent), line().raw.size());
            const std::string_view text = line().indent >= indent ? line().raw.substr(cut) : line().text;
            const bool isDeeper = text.front() == ' ' || text.front() == '\t';
            if (out.empty())
                out.append(emptyLines, '\n');
            else if (header.isFolded && !isDeeper && !wasDeeper)
                out.append(emptyLines == 0 ? " " : std::string(emptyLines, '\n'));
            else
                out.append(emptyLines + 1, '\n');
            out.append(text);
            wasDeeper = isDeeper;
            emptyLines = 0;
        }
        if (header.chomping == '+')
            out.append(emptyLines + (out.empty() ? 0 : 1), '\n');
        else if (header.chomping == ' ' && !out.empty())
            out += '\n';
        return out;
    }

    /// On one line as a rule; else folded over the lines up to its closing quote.
    std::string readQuoted(std::string_view value, int keyIndent) {
        const char quote = value.front();
        const std::size_t end = quotedEnd(value, quote, 1);
        if (end != std::string_view::npos) {
            const std::string_view rest = trimmed(value.substr(end));
            if (rest.empty() || (rest.front() == '#' && value[end] != '#'))
                return unquoted(value.substr(1, end - 2), quote, m_reading.isRepaired);
            m_reading.isRepaired = true; // quotes inside that are not escaped
            const std::size_t last = value.rfind(quote);
            return unquoted(
                value.substr(1, (last + 1 == value.size() ? last : value.size()) - 1), quote, m_reading.isRepaired);
        }
        std::string folded(value);
        while (isContinuation(keyIndent)) {
            const bool isLast = quotedEnd(line().text, quote, 0) == line().text.size();
            appendFolded(folded);
            ++m_at;
            if (isLast)
                return unquoted(std::string_view(folded).substr(1, folded.size() - 2), quote, m_reading.isRepaired);
        }
        m_reading.isRepaired = true; // never closed
        return unquoted(std::string_view(folded).substr(1), quote, m_reading.isRepaired);
    }

    std::string readPlain(std::string_view value, int keyIndent) {
        const std::string_view text = withoutComment(value);
        if (text.starts_with("[["))
            return std::string(text);
        const char first = text.empty() ? '#' : text.front();
        m_reading.needsLibrary =
            m_reading.needsLibrary || std::string_view("[{&*!").find(first) != std::string_view::npos;
        m_reading.isRepaired = m_reading.isRepaired || isNoPlainScalar(text);
        std::string folded(text);
        if (text.size() != value.size())
            return folded; // a comment ends it
        while (isContinuation(keyIndent)) {
            m_reading.isRepaired = m_reading.isRepaired || isNoPlainScalar(line().text);
            appendFolded(folded);
            ++m_at;
        }
        return folded;
    }

    static bool isNoPlainScalar(std::string_view text) {
        return text.empty() || text.find(": ") != std::string_view::npos || text.ends_with(':') ||
               std::string_view("%@`,]}|>\"'").find(text.front()) != std::string_view::npos || isDash(text);
    }

    /// True if the next lines go on with a scalar of a key at this indentation; moves over blank lines then.
    bool isContinuation(int keyIndent) {
        std::size_t next = m_at;
        while (next < m_lines.size() && m_lines[next].text.empty())
            ++next;
        if (next >= m_lines.size() || m_lines[next].indent <= keyIndent || m_lines[next].text.front() == '#')
            return false;
        YamlKey key;
        if (splitYamlKey(m_lines[next].text, key) && isReplyKey(key.name)) {
            m_reading.isRepaired = true;
            return false;
        }
        m_emptyLines = next - m_at;
        m_at = next;
        return true;
    }

    void appendFolded(std::string& text) const {
        if (m_emptyLines > 0)
            text.append(m_emptyLines, '\n');
        else if (text.ends_with('\\') && text.starts_with('"'))
            text.pop_back();
        else
            text += ' ';
        text.append(line().text);
    }

    std::vector<Line> m_lines;
    std::size_t m_at = 0;
    std::size_t m_emptyLines = 0;
    int m_nodes = 0;
    YamlReading m_reading;
};

} // namespace

YamlReading readYamlLines(std::string_view text) {
    return LineReader(text).run();
}

} // namespace assize
