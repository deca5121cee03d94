// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include "core/base/error_text.h"
#include "core/base/number_from.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
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
    const auto parsed = numberFrom<std::int64_t>(*text);
    if (!parsed || *parsed < low || *parsed > high)
        return fail(ErrorCode::InvalidArgument, std::string(name),
            said("\"%1\" is not a whole number from %2 to %3", *text, low, high));
    return *parsed;
}

Result<void> mayReplace(std::string_view option, const std::string& output, const std::vector<std::string>& inputs) {
    std::error_code ignored;
    const auto refuse = [&](Sentence why) {
        return fail(ErrorCode::InvalidArgument, fmt::format("{} {}", option, output), std::move(why));
    };
    for (const std::string& input : inputs) {
        const bool isNamedAlike = // also where neither is there yet
            std::filesystem::weakly_canonical(output, ignored) == std::filesystem::weakly_canonical(input, ignored);
        if (isNamedAlike || std::filesystem::equivalent(output, input, ignored))
            return refuse(said("the file is read here; write to another one"));
    }
    if (!std::filesystem::is_regular_file(output, ignored))
        return {};
    std::string start(15, '\0');
    std::ifstream(output, std::ios::binary).read(start.data(), static_cast<std::streamsize>(start.size()));
    return start == "SQLite format 3" ? refuse(said("it is a session or another database; write to another file"))
                                      : Result<void>();
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
