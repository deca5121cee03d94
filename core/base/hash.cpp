// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include "core/base/text.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <openssl/sha.h>

namespace assize {
namespace {

std::string withLineFeeds(const std::string& text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            out += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n')
            out += '\n';
    }
    return out;
}

/// A carriage return that gets here stands alone, and counts as a line end.
void appendEscaped(std::string& out, unsigned char c) {
    constexpr std::string_view Escaped = "\"\\\b\f\n\r\t";
    constexpr std::string_view Letters = "\"\\bfnnt";
    const std::size_t at = Escaped.find(static_cast<char>(c));
    if (at == std::string_view::npos)
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
    else
        out.append({'\\', Letters[at]});
}

void normaliseLineEnds(nlohmann::json& value) {
    if (value.is_string()) {
        auto& text = value.get_ref<std::string&>();
        if (text.find('\r') != std::string::npos)
            text = withLineFeeds(text);
    } else if (value.is_structured()) {
        for (auto& element : value)
            normaliseLineEnds(element);
    }
}

} // namespace

std::string sha256Hex(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(digest.size() * 2);
    for (const unsigned char byte : digest) {
        hex += Digits[byte >> 4U];
        hex += Digits[byte & 15U];
    }
    return hex;
}

void appendCanonicalText(std::string& out, std::string_view text) {
    if (!isUtf8(text)) {
        out += canonicalJson(std::string(text));
        return;
    }
    out += '"';
    std::size_t plain = 0; // where the part begins that stands as it is
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, plain, at - plain);
        plain = at + 1;
        if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n')
            continue;
        appendEscaped(out, c);
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

std::string canonicalJson(const nlohmann::json& value) {
    nlohmann::json copy = value;
    normaliseLineEnds(copy);
    return copy.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace assize
