// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/aws_sigv4.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <fmt/format.h>
#include <map>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <vector>

namespace assize {
namespace {

constexpr std::string_view Algorithm = "AWS4-HMAC-SHA256";

std::string hmac(std::string_view key, std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
        text.size(), digest.data(), &length);
    return {reinterpret_cast<const char*>(digest.data()), length};
}

std::string hex(std::string_view bytes) {
    std::string out;
    for (const char byte : bytes)
        out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return out;
}

/// "20150830T123600Z"
std::string timeStamp(std::int64_t milliseconds) {
    const time_t seconds = milliseconds / 1000;
    std::tm time = {};
    gmtime_r(&seconds, &time);
    std::array<char, 32> text = {};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &time)};
}

std::string hostOf(const HttpUrl& url) {
    const bool isDefault = url.port == (url.scheme == "https" ? 443 : 80);
    return isDefault ? url.host : fmt::format("{}:{}", url.host, url.port);
}

/// Each part between slashes encoded.
std::string canonicalPath(std::string_view path) {
    std::string out;
    for (const char c : path)
        out += c == '/' ? std::string(1, c) : awsUriEncoded({&c, 1});
    return out;
}

/// The query's parts in order; they come encoded.
std::string canonicalQuery(std::string_view query) {
    std::vector<std::string> parts;
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        std::string part(query.substr(0, end));
        if (!part.empty())
            parts.push_back(part.find('=') == std::string::npos ? part + "=" : part);
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    }
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : "&") + part;
    return out;
}

/// A header's value as it is signed: trimmed, and each run of blanks as one.
std::string canonicalValue(std::string_view value) {
    std::string out;
    for (const char c : trimmed(value)) {
        if (c != ' ' || out.back() != ' ')
            out += c;
    }
    return out;
}

struct SignedHeaders {
    std::string lines; ///< "host:example.org\n…"
    std::string names; ///< "host;x-amz-date"
};

SignedHeaders signedHeaders(const HttpRequest& request, const HttpUrl& url) {
    std::map<std::string, std::string> sorted = {{"host", hostOf(url)}};
    for (const HttpHeader& header : request.headers) {
        std::string name = header.name;
        std::transform(name.begin(), name.end(), name.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        sorted[name] = canonicalValue(header.value);
    }
    SignedHeaders result;
    for (const auto& [name, value] : sorted) {
        result.lines += name + ":" + value + "\n";
        result.names += (result.names.empty() ? "" : ";") + name;
    }
    return result;
}

} // namespace

std::string awsUriEncoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                             c == '.' || c == '_' || c == '~';
        out += isPlain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

void signAwsRequest(HttpRequest& request, const AwsSigner& signer, std::int64_t nowMilliseconds) {
    const auto url = parseHttpUrl(request.url);
    if (!url) // it will not be sent either
        return;
    const std::string stamp = timeStamp(nowMilliseconds);
    const std::string day = stamp.substr(0, 8);
    request.headers.push_back({"X-Amz-Date", stamp});
    if (!signer.sessionToken.empty())
        request.headers.push_back({"X-Amz-Security-Token", signer.sessionToken});
    const SignedHeaders headers = signedHeaders(request, *url);
    const std::string canonical = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", request.method, canonicalPath(url->path),
        canonicalQuery(url->query), headers.lines, headers.names, sha256Hex(request.body));
    const std::string scope = fmt::format("{}/{}/{}/aws4_request", day, signer.region, signer.service);
    const std::string toSign = fmt::format("{}\n{}\n{}\n{}", Algorithm, stamp, scope, sha256Hex(canonical));
    const std::string key =
        hmac(hmac(hmac(hmac("AWS4" + signer.secretKey, day), signer.region), signer.service), "aws4_request");
    request.headers.push_back(
        {"Authorization", fmt::format("{} Credential={}/{}, SignedHeaders={}, Signature={}", Algorithm,
                              signer.accessKey, scope, headers.names, hex(hmac(key, toSign)))});
}

} // namespace assize
