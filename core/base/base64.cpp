// SPDX-License-Identifier: Apache-2.0
#include "core/base/base64.h"

#include <openssl/evp.h>

namespace assize {

std::string toBase64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4, '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
        static_cast<int>(bytes.size()));
    return text;
}

std::optional<std::string> fromBase64(std::string_view text) {
    while (!text.empty() && text.back() == '=')
        text.remove_suffix(1);
    std::string padded(text);
    while (padded.size() % 4 != 0)
        padded += '=';
    constexpr std::size_t Lonely = 3; // one character of four holds no whole byte
    const std::size_t padding = padded.size() - text.size();
    std::string bytes(padded.size() / 4 * 3, '\0');
    const int decoded = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
        reinterpret_cast<const unsigned char*>(padded.data()), static_cast<int>(padded.size()));
    if (decoded < 0 || padding == Lonely || text.find_first_of(" \t\r\n") != std::string_view::npos)
        return std::nullopt;
    bytes.resize(static_cast<std::size_t>(decoded) - padding);
    return bytes;
}

} // namespace assize
