// SPDX-License-Identifier: Apache-2.0
#include "core/net/http_message.h"

#include "core/net/curl_handle.h"

#include <algorithm>
#include <charconv>
#include <strings.h>

namespace assize {
namespace {

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK)
        return {};
    std::string copy = text;
    curl_free(text);
    return copy;
}

bool isPlain(std::string_view url) {
    return std::none_of(
        url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
}

} // namespace

std::optional<std::string_view> HttpResponse::header(std::string_view name) const {
    const auto found = std::find_if(headers.rbegin(), headers.rend(), [&](const HttpHeader& header) {
        return header.name.size() == name.size() && strncasecmp(header.name.data(), name.data(), name.size()) == 0;
    });
    if (found == headers.rend())
        return std::nullopt;
    return found->value;
}

std::optional<HttpUrl> parseHttpUrl(std::string_view url) {
    const CurlUrl parsed(curl_url());
    if (!isPlain(url) || curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) != CURLUE_OK)
        return std::nullopt;
    HttpUrl result;
    result.scheme = part(parsed.get(), CURLUPART_SCHEME);
    result.host = part(parsed.get(), CURLUPART_HOST);
    std::transform(result.host.begin(), result.host.end(), result.host.begin(),
        [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c); });
    if (result.host.size() > 2 && result.host.front() == '[')
        result.host = result.host.substr(1, result.host.size() - 2);
    const bool isHttp = result.scheme == "http" || result.scheme == "https";
    if (!isHttp || result.host.empty() || !part(parsed.get(), CURLUPART_USER).empty() ||
        !part(parsed.get(), CURLUPART_PASSWORD).empty())
        return std::nullopt;
    const std::string port = part(parsed.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::from_chars(port.data(), port.data() + port.size(), result.port);
    result.path = part(parsed.get(), CURLUPART_PATH);
    result.query = part(parsed.get(), CURLUPART_QUERY);
    return result;
}

bool isLoopback(const HttpUrl& url) {
    const auto isNumberOrDot = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    const bool isIpv4 = std::all_of(url.host.begin(), url.host.end(), isNumberOrDot);
    return url.host == "localhost" || url.host == "::1" || (isIpv4 && url.host.starts_with("127."));
}

std::optional<std::int64_t> parseHttpDate(std::string_view text) {
    const time_t seconds = curl_getdate(std::string(text).c_str(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional<std::int64_t>(std::int64_t{seconds} * 1000);
}

std::string joinUrl(std::string_view base, std::string_view path) {
    const std::size_t mark = base.find('?');
    const std::string_view query = mark == std::string_view::npos ? std::string_view() : base.substr(mark);
    base = base.substr(0, mark);
    while (base.ends_with('/'))
        base.remove_suffix(1);
    while (path.starts_with('/'))
        path.remove_prefix(1);
    return std::string(base) + "/" + std::string(path) + std::string(query);
}

} // namespace assize
