// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include <array>
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

std::string canonicalJson(const nlohmann::json& value) {
    nlohmann::json copy = value;
    normaliseLineEnds(copy);
    return copy.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace assize
