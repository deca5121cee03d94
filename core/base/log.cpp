// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"

#include <memory>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace assize {
namespace {

std::shared_ptr<spdlog::logger>& logger() {
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

spdlog::level::level_enum toSpdlog(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    case LogLevel::Off:
        break;
    }
    return spdlog::level::off;
}

} // namespace

void startLog(const std::filesystem::path& folder, LogLevel level) {
    if (level == LogLevel::Off)
        return;
    try {
        if (folder.empty()) {
            logger() = std::make_shared<spdlog::logger>("assize", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        } else {
            std::filesystem::create_directories(folder);
            logger() = std::make_shared<spdlog::logger>("assize",
                std::make_shared<spdlog::sinks::rotating_file_sink_mt>((folder / "assize.log").string(), 2U << 20U, 3));
        }
        logger()->set_level(toSpdlog(level));
        logger()->flush_on(spdlog::level::warn);
    } catch (const std::exception&) {
        logger().reset(); // a program without its log still works
    }
}

void logLine(LogLevel level, std::string_view text) {
    if (logger())
        logger()->log(toSpdlog(level), text);
}

LogLevel logLevelFrom(std::string_view name) {
    if (name == "debug")
        return LogLevel::Debug;
    if (name == "warning")
        return LogLevel::Warning;
    if (name == "error")
        return LogLevel::Error;
    return name == "off" ? LogLevel::Off : LogLevel::Info;
}

} // namespace assize
