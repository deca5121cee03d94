// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace assize {

/// SHA-256 as 64 lower-case hex digits (FIPS 180-4, OpenSSL).
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// JSON with sorted keys, no spaces, UTF-8 as it is, line ends as LF. Bytes that are not UTF-8 become U+FFFD. Equal
/// values give equal bytes, which is what version hashes and content hashes rest on (interfaces.md).
[[nodiscard]] std::string canonicalJson(const nlohmann::json& value);

/// Appends a text as canonicalJson() would write it, quotation marks included, without a value in between: content
/// hashes of a bulk import are made of these.
void appendCanonicalText(std::string& out, std::string_view text);

} // namespace assize
