// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include "core/base/error_text.h"

#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <unistd.h>

namespace assize::cli {

void Arguments::add(std::string name, std::string value) {
    m_values.emplace(std::move(name), std::move(value));
}

void Arguments::setSwitch(std::string name) {
    m_values.emplace(std::move(name), std::string());
}

bool Arguments::has(std::string_view name) const {
    return m_values.find(name) != m_values.end();
}

std::optional<std::string> Arguments::value(std::string_view name) const {
    const auto [first, last] = m_values.equal_range(name);
    if (first == last)
        return std::nullopt;
    return std::prev(last)->second;
}

std::string Arguments::valueOr(std::string_view name, std::string_view fallback) const {
    return value(name).value_or(std::string(fallback));
}

std::vector<std::string> Arguments::values(std::string_view name) const {
    std::vector<std::string> all;
    const auto [first, last] = m_values.equal_range(name);
    for (auto entry = first; entry != last; ++entry)
        all.push_back(entry->second);
    return all;
}

Result<std::int64_t> Arguments::number(
    std::string_view name, std::int64_t fallback, std::int64_t low, std::int64_t high) const {
    const auto text = value(name);
    if (!text)
        return fallback;
    std::int64_t parsed = 0;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), parsed);
    if (problem != std::errc() || end != text->data() + text->size() || parsed < low || parsed > high)
        return fail(ErrorCode::InvalidArgument, std::string(name),
            fmt::format("\"{}\" is not a whole number from {} to {}", *text, low, high));
    return parsed;
}

void Terminal::printJson(const nlohmann::json& document) const {
    out << document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n' << std::flush;
}

int Terminal::report(const Error& error) const {
    progress({});
    err << "assize-cli: " << errorText(error) << '\n' << std::flush;
    return exitStatus(error.code);
}

bool Terminal::isReaderGone() const {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return !out && ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

void Terminal::progress(std::string_view text) const {
    if (isTerminal)
        err << "\r\x1b[K" << text << std::flush;
}

} // namespace assize::cli
