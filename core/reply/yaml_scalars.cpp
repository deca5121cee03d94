// SPDX-License-Identifier: Apache-2.0
#include "core/reply/yaml_scalars.h"

#include "core/base/text.h"

#include <charconv>

namespace assize {
namespace {

constexpr std::size_t LongestKey = 200;
constexpr std::string_view FullWidthColon = "\xEF\xBC\x9A";

void appendUtf8(std::string& out, unsigned point) {
    if (point >= 0xD800 && point <= 0xDFFF)
        point = 0xFFFD;
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else if (point < 0x110000) {
        out += static_cast<char>(0xF0U | (point >> 18U));
        out += static_cast<char>(0x80U | ((point >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    }
}

/// Reads the digits of \xNN, \uNNNN or \UNNNNNNNN. Gives how many characters that took; 0 if they are not there.
std::size_t appendHexEscape(std::string_view text, std::size_t digits, std::string& out) {
    unsigned point = 0;
    const char* begin = text.data() + 1;
    if (text.size() < digits + 1)
        return 0;
    const auto read = std::from_chars(begin, begin + digits, point, 16);
    if (read.ec != std::errc() || read.ptr != begin + digits)
        return 0;
    appendUtf8(out, point);
    return digits + 1;
}

/// One escape behind its backslash. Gives how many characters it took; 0 if YAML has no such escape.
std::size_t appendEscape(std::string_view text, std::string& out) {
    constexpr std::string_view Names = "0abt\tnvfre \"'/\\N_LP";
    constexpr std::string_view Values[] = {std::string_view("\0", 1), "\a", "\b", "\t", "\t", "\n", "\v", "\f", "\r",
        "\x1b", " ", "\"", "'", "/", "\\", "\xC2\x85", "\xC2\xA0", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    const char name = text.front();
    if (name == 'x')
        return appendHexEscape(text, 2, out);
    if (name == 'u')
        return appendHexEscape(text, 4, out);
    if (name == 'U')
        return appendHexEscape(text, 8, out);
    const std::size_t index = Names.find(name);
    if (index == std::string_view::npos)
        return 0;
    out += Values[index];
    return 1;
}

std::size_t colonOf(std::string_view line, std::size_t from, YamlKey& key) {
    for (std::size_t at = from; at < line.size() && at < LongestKey; ++at) {
        if (line[at] == ':' && (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t')) {
            key.value = trimmed(line.substr(at + 1));
            return at;
        }
        if (line[at] == FullWidthColon.front() && line.substr(at).starts_with(FullWidthColon)) {
            key.value = trimmed(line.substr(at + FullWidthColon.size()));
            key.isFullWidth = true;
            return at;
        }
    }
    return std::string_view::npos;
}

} // namespace

bool splitYamlKey(std::string_view line, YamlKey& key) {
    key = YamlKey{};
    if (line.empty() || std::string_view("[]{},&!|>%@`#").find(line.front()) != std::string_view::npos)
        return false;
    const bool isQuoted = line.front() == '"' || line.front() == '\'';
    const std::size_t keyEnd = isQuoted ? quotedEnd(line, line.front(), 1) : 0;
    if (keyEnd == std::string_view::npos || keyEnd > LongestKey)
        return false;
    const std::size_t colon = colonOf(line, keyEnd, key);
    if (colon == std::string_view::npos || (isQuoted && !trimmed(line.substr(keyEnd, colon - keyEnd)).empty()))
        return false;
    bool isRepaired = false;
    if (isQuoted) {
        key.name = unquoted(line.substr(1, keyEnd - 2), line.front(), isRepaired);
        return true;
    }
    std::string_view name = trimmed(line.substr(0, colon));
    while (name.size() > 1 && name.front() == '*') {
        name.remove_prefix(1);
        key.isDecorated = true;
    }
    while (key.isDecorated && !name.empty() && name.back() == '*')
        name.remove_suffix(1);
    while (key.isDecorated && key.value.starts_with('*'))
        key.value = trimmed(key.value.substr(1));
    key.name = std::string(name);
    return !name.empty();
}

std::size_t quotedEnd(std::string_view text, char quote, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && at + 1 < text.size() && text[at + 1] == quote)
            ++at;
        else if (text[at] == quote)
            return at + 1;
    }
    return std::string_view::npos;
}

std::string unquoted(std::string_view inside, char quote, bool& isRepaired) {
    std::string out;
    out.reserve(inside.size());
    for (std::size_t at = 0; at < inside.size(); ++at) {
        const char c = inside[at];
        if (quote == '\'' && c == '\'') {
            if (at + 1 < inside.size() && inside[at + 1] == '\'')
                ++at;
            out += c;
        } else if (quote == '"' && c == '\\' && at + 1 < inside.size()) {
            const std::size_t length = appendEscape(inside.substr(at + 1), out);
            isRepaired = isRepaired || length == 0;
            if (length == 0)
                out += c;
            at += length;
        } else {
            out += c;
        }
    }
    return out;
}

std::string_view withoutComment(std::string_view text) {
    for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
        if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t')
            return trimmed(text.substr(0, at));
    }
    return trimmed(text);
}

bool readBlockHeader(std::string_view value, BlockHeader& header) {
    if (value.empty() || (value.front() != '|' && value.front() != '>'))
        return false;
    header = BlockHeader{value.front() == '>', ' ', 0};
    for (const char c : withoutComment(value).substr(1)) {
        if (c == '-' || c == '+')
            header.chomping = c;
        else if (c >= '1' && c <= '9')
            header.indent = c - '0';
        else
            return false;
    }
    return true;
}

} // namespace assize
