// SPDX-License-Identifier: Apache-2.0
// Our own writer, because YAML::Emitter cannot say what becomes of the last line break of a literal block ("|-"), and
// prompts that people keep in git must stay readable blocks.
#include "core/judge/judge_yaml.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

/// A JSON string is a valid double-quoted YAML scalar.
std::string inQuotes(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// As a literal block where every character may stand in one, else quoted.
std::string scalar(std::string_view text, int indent) {
    const bool isPlainText = std::all_of(
        text.begin(), text.end(), [](char c) { return c == '\n' || static_cast<unsigned char>(c) >= 0x20; });
    const std::size_t lastText = text.find_last_not_of('\n');
    if (!isPlainText || text.find('\n') == std::string_view::npos || lastText == std::string_view::npos)
        return inQuotes(text);
    const std::size_t lineEnds = text.size() - lastText - 1;
    const std::string padding(static_cast<std::size_t>(indent), ' ');
    const bool startsBlank = text.front() == ' ' || text.front() == '\n';
    std::string out = fmt::format("|{}{}", startsBlank ? "2" : "", lineEnds == 0 ? "-" : lineEnds == 1 ? "" : "+");
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += '\n';
        if (end > at)
            out.append(padding).append(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

class Writer {
public:
    void line(int indent, std::string_view key, std::string_view value) {
        fmt::format_to(std::back_inserter(m_out), "{:{}}{}: {}\n", "", indent, key, value);
    }

    void text(int indent, std::string_view key, std::string_view value) {
        line(indent, key, scalar(value, (indent / 2 + 1) * 2));
    }

    void open(int indent, std::string_view key) {
        fmt::format_to(std::back_inserter(m_out), "{:{}}{}:\n", "", indent, key);
    }

    void categories(int indent, const std::vector<Category>& categories) {
        if (categories.empty())
            return line(indent, "categories", "[]");
        open(indent, "categories");
        for (const Category& category : categories) {
            line(indent + 2, "- name", inQuotes(category.name));
            line(indent + 4, "value", fmt::format("{}", category.value));
            line(indent + 4, "description", inQuotes(category.description));
        }
    }

    std::string take() { return std::move(m_out); }

private:
    std::string m_out;
};

void writeMessages(Writer& out, const Judge& judge) {
    if (judge.messages.empty())
        return out.line(0, "messages", "[]");
    out.open(0, "messages");
    for (const Message& message : judge.messages) {
        out.line(2, "- role", message.role);
        out.line(4, "content", scalar(message.content, 6));
    }
}

void writeRubric(Writer& out, const Judge& judge) {
    out.open(0, "rubric");
    out.line(2, "policy", rubricPolicyName(judge.rubricPolicy));
    if (judge.criteria.empty())
        return out.line(2, "criteria", "[]");
    out.open(2, "criteria");
    for (const Criterion& criterion : judge.criteria) {
        out.line(4, "- name", inQuotes(criterion.name));
        out.line(6, "description", inQuotes(criterion.description));
        out.line(6, "weight", fmt::format("{}", criterion.weight));
        out.line(6, "type", criterionTypeName(criterion.type));
        out.line(6, "min", fmt::format("{}", criterion.min));
        out.line(6, "max", fmt::format("{}", criterion.max));
        out.categories(6, criterion.categories);
    }
}

void writeReply(Writer& out, const ReplySettings& reply) {
    out.open(0, "reply");
    out.line(2, "format", inQuotes(reply.format));
    out.line(2, "structured", inQuotes(reply.structured));
    out.line(2, "pattern", inQuotes(reply.pattern));
    if (reply.labels.empty())
        return out.line(2, "labels", "{}");
    out.open(2, "labels");
    for (const auto& [token, label] : reply.labels)
        out.line(4, inQuotes(token), inQuotes(label));
}

void writeParameters(Writer& out, const ModelParameters& parameters) {
    out.open(0, "parameters");
    out.line(2, "temperature", fmt::format("{}", parameters.temperature));
    out.line(2, "max_tokens", fmt::format("{}", parameters.maxTokens));
    out.line(2, "seed", parameters.seed ? fmt::format("{}", *parameters.seed) : "null");
    out.line(2, "stop", nlohmann::json(parameters.stop).dump());
}

} // namespace

std::string judgeToYaml(const Judge& judge) {
    Writer out;
    out.line(0, "assize", "judge/1");
    out.line(0, "name", inQuotes(judge.name));
    out.line(0, "title", inQuotes(judge.title));
    out.line(0, "task", taskName(judge.task));
    writeMessages(out, judge);
    writeRubric(out, judge);
    out.line(0, "scale", fmt::format("{{min: {}, max: {}}}", judge.scaleMin, judge.scaleMax));
    out.categories(0, judge.categories);
    out.line(0, "positive", inQuotes(judge.positive));
    writeReply(out, judge.reply);
    out.line(0, "orders", ordersName(judge.orders));
    out.line(0, "mixed", mixedName(judge.mixed));
    out.line(0, "samples", fmt::format("{}", judge.samples));
    out.line(0, "reference", referencePolicyName(judge.reference));
    out.line(0, "guard", judge.guardNonce ? "nonce" : "none");
    writeParameters(out, judge.parameters);
    out.text(0, "notes", judge.notes);
    return out.take();
}

} // namespace assize
