// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"

#include <chrono>
#include <ctime>
#include <fmt/format.h>

namespace assize {
namespace {

std::function<std::int64_t()>& replacement() {
    static std::function<std::int64_t()> instance;
    return instance;
}

} // namespace

std::int64_t currentMilliseconds() {
    if (replacement())
        return replacement()();
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void setClock(std::function<std::int64_t()> milliseconds) {
    replacement() = std::move(milliseconds);
}

std::string isoTime(std::int64_t milliseconds) {
    const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1,
        parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, milliseconds % 1000);
}

} // namespace assize
