// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.h"
#include "core/endpoint/call_failure.h"

#include <charconv>
#include <cmath>
#include <ctime>

namespace assize {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds LongestHonoured{120'000};

/// The number that a text begins with, which is cut off it.
std::optional<double> takeNumber(std::string_view& text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || !std::isfinite(value))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

std::optional<double> wholeNumber(std::string_view text) {
    text = trimmed(text);
    const auto value = takeNumber(text);
    return value && text.empty() ? value : std::nullopt;
}

milliseconds rounded(double value) {
    return milliseconds(static_cast<std::int64_t>(std::ceil(std::min(std::max(value, 0.0), 1e12))));
}

/// "2026-01-31T09:05:00Z", as Anthropic writes when a limit is reset.
std::optional<std::int64_t> isoMilliseconds(std::string_view text) {
    std::tm time = {};
    const std::string copy(text);
    const char* rest = strptime(copy.c_str(), "%Y-%m-%dT%H:%M:%S", &time);
    if (rest == nullptr)
        return std::nullopt;
    return std::int64_t{timegm(&time)} * 1000;
}

/// "6m0s", "1h2m3.5s", "20ms": units after numbers.
std::optional<milliseconds> withUnits(std::string_view text) {
    double total = 0;
    while (!text.empty()) {
        const auto value = takeNumber(text);
        if (!value)
            return std::nullopt;
        const std::size_t end = std::min(text.find_first_of("0123456789."), text.size());
        const std::string_view unit = text.substr(0, end);
        const double factor = unit == "ms"  ? 1
                              : unit == "s" ? 1000
                              : unit == "m" ? 60'000
                              : unit == "h" ? 3'600'000
                              : unit == "d" ? 86'400'000
                                            : -1;
        if (factor < 0)
            return std::nullopt;
        total += *value * factor;
        text.remove_prefix(end);
    }
    return rounded(total);
}

/// Seconds, seconds or milliseconds since 1970, units, or a date: all of them are out there.
std::optional<milliseconds> resetTime(std::string_view text, std::int64_t now) {
    text = trimmed(text);
    if (text.empty())
        return std::nullopt;
    if (const auto value = wholeNumber(text)) {
        if (*value > 1e11)
            return rounded(*value - static_cast<double>(now));
        return *value > 1e9 ? rounded(*value * 1000 - static_cast<double>(now)) : rounded(*value * 1000);
    }
    if (const auto date = isoMilliseconds(text))
        return rounded(static_cast<double>(*date - now));
    return withUnits(text);
}

std::optional<std::int64_t> count(const HttpResponse& response, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const auto text = response.header(name);
        const auto value = text ? wholeNumber(*text) : std::nullopt;
        if (value && *value >= 0 && *value < 9e15)
            return static_cast<std::int64_t>(*value);
    }
    return std::nullopt;
}

std::optional<milliseconds> reset(
    const HttpResponse& response, std::initializer_list<std::string_view> names, std::int64_t now) {
    for (const std::string_view name : names) {
        if (const auto text = response.header(name))
            return resetTime(*text, now);
    }
    return std::nullopt;
}

} // namespace

RateState rateState(const HttpResponse& response, std::int64_t nowMilliseconds) {
    RateState state;
    state.requestLimit =
        count(response, {"x-ratelimit-limit-requests", "anthropic-ratelimit-requests-limit", "x-ratelimit-limit"});
    state.requestsLeft = count(response,
        {"x-ratelimit-remaining-requests", "anthropic-ratelimit-requests-remaining", "x-ratelimit-remaining"});
    state.requestsReset = reset(response,
        {"x-ratelimit-reset-requests", "anthropic-ratelimit-requests-reset", "x-ratelimit-reset"}, nowMilliseconds);
    state.tokenLimit = count(response, {"x-ratelimit-limit-tokens", "anthropic-ratelimit-tokens-limit"});
    state.tokensLeft = count(response, {"x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-remaining"});
    state.tokensReset =
        reset(response, {"x-ratelimit-reset-tokens", "anthropic-ratelimit-tokens-reset"}, nowMilliseconds);
    return state;
}

std::optional<milliseconds> retryAfter(const HttpResponse& response, std::int64_t nowMilliseconds) {
    std::optional<milliseconds> wait;
    if (const auto text = response.header("retry-after-ms")) {
        if (const auto value = wholeNumber(*text))
            wait = rounded(*value);
    }
    if (const auto text = response.header("retry-after"); text && !wait) {
        if (const auto value = wholeNumber(*text))
            wait = rounded(*value * 1000);
        else if (const auto date = parseHttpDate(*text))
            wait = rounded(static_cast<double>(*date - nowMilliseconds));
    }
    if (!wait || wait->count() <= 0)
        return std::nullopt;
    return std::min(*wait, LongestHonoured);
}

} // namespace assize
