// SPDX-License-Identifier: Apache-2.0
#include "core/reply/json_reply.h"

#include "core/base/text.h"
#include "core/reply/reply_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <simdjson.h>

namespace assize {
namespace {

constexpr std::size_t MostObjects = 16;
constexpr std::size_t DeepestJson = 32;

std::string numberText(const simdjson::dom::element& number) {
    if (number.is_int64())
        return fmt::format("{}", number.get_int64().value_unsafe());
    if (number.is_uint64())
        return fmt::format("{}", number.get_uint64().value_unsafe());
    return fmt::format("{}", number.get_double().value_unsafe());
}

ReplyNode nodeFrom(const simdjson::dom::element& element) {
    ReplyNode node;
    if (element.is_object()) {
        node.kind = ReplyNode::Kind::Map;
        const simdjson::dom::object members = element.get_object().value_unsafe();
        for (const auto& [key, value] : members)
            node.children.emplace_back(nodeFrom(value)).key = key;
    } else if (element.is_array()) {
        node.kind = ReplyNode::Kind::List;
        const simdjson::dom::array values = element.get_array().value_unsafe();
        for (const simdjson::dom::element value : values)
            node.children.push_back(nodeFrom(value));
    } else if (!element.is_null()) {
        node.kind = ReplyNode::Kind::Scalar;
        node.isQuoted = element.is_string();
        node.text = element.is_string() ? std::string(element.get_string().value_unsafe())
                    : element.is_bool() ? (element.get_bool().value_unsafe() ? "true" : "false")
                                        : numberText(element);
    }
    return node;
}

std::optional<ReplyNode> parsed(std::string_view text) {
    constexpr std::size_t Usual = 64U << 10U; // what a parser may keep for the next reply
    thread_local simdjson::dom::parser usual;
    simdjson::dom::parser large;
    simdjson::dom::parser& parser = text.size() <= Usual ? usual : large;
    const std::size_t capacity = std::max(text.size(), Usual);
    simdjson::dom::element root;
    if ((parser.capacity() == 0 && parser.allocate(capacity, DeepestJson) != simdjson::SUCCESS) ||
        parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
        return std::nullopt;
    return nodeFrom(root);
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
        if (!node || !accept(*node)) {
            reading.isOther = reading.isOther || node.has_value();
            continue;
        }
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
    reading.isOther = reading.objects.empty() && reading.isOther;
    return reading;
}

void refuseUnread(Judgement& judgement, const JsonReading& json) {
    if (json.isCutOff)
        refuse(judgement, Outcome::Truncated, "cut-off");
    else
        refuse(judgement, Outcome::Unparseable, json.isOther ? "no-verdict" : "not-json");
}

} // namespace assize
