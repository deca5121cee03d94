// SPDX-License-Identifier: Apache-2.0
#include "core/reply/json_reply.h"

#include "core/base/text.h"
#include "core/reply/reply_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>

namespace assize {
namespace {

constexpr std::size_t MostObjects = 16;
constexpr std::size_t MaxDepth = 32;

/// Builds a ReplyNode from the library's events. Too deep a document is refused.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return add({}); }
    bool boolean(bool value) override { return scalar(value ? "true" : "false", false); }
    bool number_integer(number_integer_t value) override { return scalar(fmt::format("{}", value), false); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(fmt::format("{}", value), false); }
    bool number_float(number_float_t, const string_t& text) override { return scalar(text, false); }
    bool string(string_t& value) override { return scalar(std::move(value), true); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(ReplyNode::Kind::Map); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(ReplyNode::Kind::List); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

    bool key(string_t& value) override {
        m_keys.back() = std::move(value);
        return true;
    }

    ReplyNode take() { return std::move(m_root); }

private:
    bool scalar(std::string text, bool isQuoted) {
        ReplyNode node;
        node.kind = ReplyNode::Kind::Scalar;
        node.text = std::move(text);
        node.isQuoted = isQuoted;
        return add(std::move(node));
    }

    bool add(ReplyNode node) {
        if (m_open.empty()) {
            m_root = std::move(node);
            return true;
        }
        node.key = std::move(m_keys.back());
        m_keys.back().clear();
        m_open.back().children.push_back(std::move(node));
        return true;
    }

    bool open(ReplyNode::Kind kind) {
        m_open.emplace_back().kind = kind;
        m_keys.emplace_back();
        return m_open.size() <= MaxDepth;
    }

    bool close() {
        ReplyNode done = std::move(m_open.back());
        m_open.pop_back();
        m_keys.pop_back();
        return add(std::move(done));
    }

    ReplyNode m_root;
    std::vector<ReplyNode> m_open;
    std::vector<std::string> m_keys;
};

std::optional<ReplyNode> parsed(std::string_view text) {
    TreeBuilder builder;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return std::nullopt;
    return builder.take();
}

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Balanced braces that are not inside others, in one pass. Quotes count inside braces only.
class BraceScanner {
public:
    explicit BraceScanner(std::string_view text)
        : m_text(text) {}

    std::vector<Span> run() {
        bool isInString = false;
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (isInString && c == '\\')
                ++at;
            else if (c == '"')
                isInString = !m_open.empty() && !isInString;
            else if (!isInString && c == '{')
                m_open.push_back(at);
            else if (!isInString && c == '}')
                close(at + 1);
        }
        return std::move(m_spans);
    }

    /// An object was begun and the text ends before it does.
    [[nodiscard]] bool isCutOff() const {
        return !m_open.empty() && trimmed(m_text.substr(m_open.front() + 1)).starts_with('"');
    }

private:
    void close(std::size_t end) {
        if (m_open.empty())
            return;
        const std::size_t begin = m_open.back();
        m_open.pop_back();
        while (!m_spans.empty() && m_spans.back().begin > begin)
            m_spans.pop_back();
        m_spans.push_back({begin, end});
    }

    std::string_view m_text;
    std::vector<std::size_t> m_open;
    std::vector<Span> m_spans;
};

/// The text without commas before a closing bracket; the same text if there are none.
std::string withoutTrailingCommas(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool isInString = false;
    std::size_t comma = std::string::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isBlank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (isInString) {
            isInString = c != '"';
            if (c == '\\' && at + 1 < text.size())
                out += text[at++];
        } else if ((c == '}' || c == ']') && comma != std::string::npos) {
            out.erase(comma, 1);
        } else {
            isInString = c == '"';
        }
        if (c == ',' && !isInString)
            comma = out.size();
        else if (!isBlank)
            comma = std::string::npos;
        out += text[at];
    }
    return out;
}

} // namespace

JsonReading readJsonObjects(
    std::string_view reply, const std::function<bool(const ReplyNode&)>& accept, Judgement& notes) {
    JsonReading reading;
    BraceScanner scanner(reply);
    const std::vector<Span> spans = scanner.run();
    const std::size_t first = spans.size() > MostObjects ? spans.size() - MostObjects : 0;
    for (std::size_t index = first; index < spans.size(); ++index) {
        const std::string_view text = reply.substr(spans[index].begin, spans[index].end - spans[index].begin);
        auto node = parsed(text);
        bool hadComma = false;
        if (!node) {
            const std::string repaired = withoutTrailingCommas(text);
            hadComma = repaired.size() != text.size();
            if (hadComma)
                node = parsed(repaired);
        }
        if (!node || !accept(*node))
            continue;
        if (hadComma)
            noteRecovered(notes, "trailing-comma");
        reading.objects.push_back(std::move(*node));
        const std::string_view before = trimmed(reply.substr(0, spans[index].begin));
        const std::string_view after = trimmed(reply.substr(spans[index].end));
        const bool isFenced = before.ends_with("```json") || before.ends_with("```") || before.ends_with("```JSON");
        if (isFenced)
            noteRecovered(notes, "code-fence");
        const bool isBare = before.empty() && after.empty();
        const bool isOnlyFenced = isFenced && before.find('\n') == std::string_view::npos &&
                                  before.starts_with("```") && (after == "```" || after.empty());
        if (!isBare && !isOnlyFenced)
            noteRecovered(notes, "surrounding-prose");
    }
    reading.isCutOff = reading.objects.empty() && scanner.isCutOff();
    return reading;
}

} // namespace assize
