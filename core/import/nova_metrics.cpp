// SPDX-License-Identifier: Apache-2.0
#include "core/import/nova_metrics.h"

#include "core/base/number_from.h"
#include "core/base/text.h"
#include "core/base/text_records.h"
#include "core/reply/reply_format.h"

#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assize {
namespace {

using Json = nlohmann::ordered_json;

constexpr int DeepestLiteral = 64;

class PythonReader {
public:
    explicit PythonReader(std::string_view text)
        : m_text(text) {}

    std::optional<Json> read() {
        auto value = readValue(0);
        skipBlanks();
        return value && m_at == m_text.size() ? std::move(value) : std::nullopt;
    }

private:
    void skipBlanks() {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }

    /// Goes over this text if it stands here.
    bool takes(std::string_view what) {
        skipBlanks();
        if (!m_text.substr(m_at).starts_with(what))
            return false;
        m_at += what.size();
        return true;
    }

    std::optional<Json> readValue(int depth) {
        skipBlanks();
        if (depth > DeepestLiteral || m_at >= m_text.size())
            return std::nullopt;
        const char first = m_text[m_at];
        if (first == '\'' || first == '"')
            return readText();
        if (takes("{"))
            return readDict(depth);
        if (takes("["))
            return readList(']', depth);
        if (takes("("))
            return readList(')', depth);
        for (const auto& [word, value] :
            {std::pair("True", Json(true)), std::pair("False", Json(false)), std::pair("None", Json()),
                std::pair("nan", Json()), std::pair("inf", Json()), std::pair("-inf", Json())}) {
            if (takes(word))
                return value;
        }
        return readNumber();
    }

    std::optional<Json> readDict(int depth) {
        Json dict = Json::object();
        while (!takes("}")) {
            const auto key = readValue(depth + 1);
            if (!key || !key->is_string() || !takes(":"))
                return std::nullopt;
            auto value = readValue(depth + 1);
            if (!value || (!takes(",") && !m_text.substr(m_at).starts_with('}')))
                return std::nullopt;
            dict[key->get<std::string>()] = std::move(*value);
        }
        return dict;
    }

    std::optional<Json> readList(char closing, int depth) {
        Json list = Json::array();
        while (!takes(std::string_view(&closing, 1))) {
            auto value = readValue(depth + 1);
            if (!value || (!takes(",") && !m_text.substr(m_at).starts_with(closing)))
                return std::nullopt;
            list.push_back(std::move(*value));
        }
        return list;
    }

    std::optional<Json> readNumber() {
        const std::size_t end = std::min(m_text.find_first_not_of("0123456789+-.eE", m_at), m_text.size());
        const std::string_view text = m_text.substr(m_at, end - m_at);
        m_at = end;
        if (const auto whole = numberFrom<std::int64_t>(text))
            return Json(*whole);
        const auto real = numberFrom<double>(text);
        return real ? std::optional(Json(*real)) : std::nullopt;
    }

    std::optional<Json> readText() {
        const char quote = m_text[m_at++];
        std::string out;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            if (m_text[m_at] != '\\')
                out += m_text[m_at++];
            else if (!readEscape(out))
                return std::nullopt;
        }
        if (m_at >= m_text.size())
            return std::nullopt;
        ++m_at;
        return Json(std::move(out));
    }

    /// \n, \', \xNN, \uNNNN, \UNNNNNNNN as repr() writes them; another one stays as it is, as in Python.
    bool readEscape(std::string& out) {
        const char name = ++m_at < m_text.size() ? m_text[m_at++] : '\0';
        constexpr std::string_view Names = "ntr\\'\"0abfv";
        constexpr std::string_view Values("\n\t\r\\'\"\0\a\b\f\v", 11);
        if (const std::size_t at = Names.find(name); at != std::string_view::npos) {
            out += Values[at];
            return true;
        }
        const std::size_t digits = name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
        if (digits == 0) {
            out += '\\';
            out += name;
            return name != '\0';
        }
        unsigned point = 0;
        const std::string_view hex = m_text.substr(std::min(m_at, m_text.size()), digits);
        const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), point, 16);
        if (hex.size() != digits || read.ptr != hex.data() + hex.size() || point > 0x10FFFF)
            return false;
        m_at += digits;
        appendUtf8(out, point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point);
        return true;
    }

    static void appendUtf8(std::string& out, unsigned point) {
        if (point < 0x80) {
            out += static_cast<char>(point);
            return;
        }
        const int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        constexpr std::array<unsigned, 4> Leads = {0, 0xC0, 0xE0, 0xF0};
        out += static_cast<char>(Leads.at(static_cast<std::size_t>(more)) | (point >> (6 * more)));
        for (int shift = more - 1; shift >= 0; --shift)
            out += static_cast<char>(0x80U | ((point >> (6 * shift)) & 0x3FU));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// The details have a label without brackets, totals, and the criteria as a map: what rubric-json reads.
Judge novaJudge(bool hasCriteria) {
    Judge judge;
    judge.reply.format = "rubric-json";
    judge.rubricPolicy = hasCriteria ? RubricPolicy::Generated : RubricPolicy::None;
    return judge;
}

} // namespace

std::optional<std::string> jsonFromPython(std::string_view literal) {
    if (!isUtf8(literal))
        return std::nullopt;
    const auto value = PythonReader(literal).read();
    return value ? std::optional(value->dump(-1, ' ', false, Json::error_handler_t::replace)) : std::nullopt;
}

std::optional<ImportedVerdict> novaVerdict(const RowValue& metrics) {
    std::string text = metrics.object() ? metrics.json() : metrics.text().value_or("");
    if (const auto python = metrics.object() ? std::nullopt : jsonFromPython(text))
        text = *python;
    const auto document = jsonNesting(text) > DeepestLiteral ? Json() : Json::parse(text, nullptr, false);
    if (!document.is_object() || !document.contains("predictions"))
        return std::nullopt;
    const auto criteria = document.find("criteria_breakdown");
    const Judge judge = novaJudge(criteria != document.end() && !criteria->empty());
    ImportedVerdict imported;
    imported.run.task = Task::Pairwise;
    imported.verdict.judgement = readReply(text, {.judge = &judge});
    imported.verdict.rawReply = std::move(text);
    return imported;
}

} // namespace assize
