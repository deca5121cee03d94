// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include "core/base/text.h"

#include <array>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>

namespace assize {
namespace {

constexpr std::size_t Sha256Size = 32;

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

/// Where the next character stands that JSON writes as an escape; the size if there is none. Eight bytes at a time: the
/// borrow of a subtraction marks bytes below the space, and bytes that are a quotation mark or a backslash.
std::size_t nextEscaped(std::string_view text, std::size_t at) {
    constexpr std::uint64_t Ones = 0x0101010101010101ULL;
    constexpr std::uint64_t Tops = Ones << 7U;
    const auto zeros = [](std::uint64_t bytes) { return (bytes - Ones) & ~bytes & Tops; };
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        const std::uint64_t controls = (bytes - Ones * 0x20U) & ~bytes & Tops;
        if ((controls | zeros(bytes ^ (Ones * '"')) | zeros(bytes ^ (Ones * '\\'))) != 0)
            break; // it is among these, or a borrow from one of them only made it look so
    }
    for (; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x20 || c == '"' || c == '\\')
            break;
    }
    return at;
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
    // Looking an algorithm up costs more than hashing a kilobyte with it.
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm(
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::array<unsigned char, Sha256Size> digest{};
    if (EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) != 1 ||
        EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1 ||
        EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1)
        throw std::bad_alloc(); // the only way in which a hash of bytes in memory can fail
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
    for (std::size_t plain = 0; plain < text.size();) { // where the part begins that stands as it is
        const std::size_t at = nextEscaped(text, plain);
        out.append(text, plain, at - plain);
        plain = at + 1;
        const bool isHalfLineEnd = at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n';
        if (at < text.size() && !isHalfLineEnd)
            appendEscaped(out, static_cast<unsigned char>(text[at]));
    }
    out += '"';
}

std::string canonicalJson(const nlohmann::json& value) {
    nlohmann::json copy = value;
    normaliseLineEnds(copy);
    return copy.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace assize
