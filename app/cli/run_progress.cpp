// SPDX-License-Identifier: Apache-2.0
#include "app/cli/run_progress.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/ioctl.h>
#include <unistd.h>

namespace assize::cli {
namespace {

constexpr int BarWidth = 30;
constexpr int UnknownColumns = 80;

std::int64_t answered(const RunProgress& progress) {
    return progress.cached + progress.sent;
}

double rate(const RunProgress& progress, double seconds) {
    return seconds > 0 ? static_cast<double>(answered(progress)) / seconds : 0;
}

std::int64_t withoutVerdict(const RunProgress& progress) {
    std::int64_t count = answered(progress);
    if (const auto verdicts = progress.outcomes.find(Outcome::Verdict); verdicts != progress.outcomes.end())
        count -= verdicts->second;
    return count;
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
    if (whole >= 3600)
        return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

int terminalColumns() {
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : UnknownColumns;
}

} // namespace

std::string progressLine(const RunProgress& progress, double seconds, int columns) {
    const std::int64_t done = progress.planned - progress.notReached();
    const double share = progress.planned > 0 ? static_cast<double>(done) / static_cast<double>(progress.planned) : 0;
    const double perSecond = rate(progress, seconds);
    const int filled = static_cast<int>(share * BarWidth);
    std::string line =
        fmt::format("[{}{}] {}/{} {:.0f} %  {:.0f}/s", std::string(static_cast<std::size_t>(filled), '#'),
            std::string(static_cast<std::size_t>(BarWidth - filled), '-'), done, progress.planned,
            std::floor(share * 100), perSecond);
    if (perSecond > 0 && progress.notReached() > 0)
        line += "  " + duration(static_cast<double>(progress.notReached()) / perSecond) + " left";
    if (const std::int64_t failed = withoutVerdict(progress); failed > 0)
        line += fmt::format("  {} without a verdict", failed);
    return line.substr(0, static_cast<std::size_t>(std::max(columns - 1, 10)));
}

nlohmann::json progressJson(const RunProgress& progress, double seconds) {
    nlohmann::json outcomes = nlohmann::json::object();
    for (const auto& [outcome, count] : progress.outcomes)
        outcomes[std::string(outcomeName(outcome))] = count;
    return {{"planned", progress.planned}, {"already", progress.already}, {"cached", progress.cached},
        {"sent", progress.sent}, {"not_reached", progress.notReached()}, {"outcomes", outcomes}, {"seconds", seconds},
        {"per_second", rate(progress, seconds)}};
}

LiveProgress::LiveProgress(const Terminal& terminal, Form form)
    : m_terminal(terminal)
    , m_form(form)
    , m_thread([this](const std::stop_token& stop) { drawUntilStopped(stop); }) {}

LiveProgress::~LiveProgress() {
    m_thread.request_stop();
    m_thread.join();
    if (m_form == Form::Terminal)
        m_terminal.progress({});
    else if (m_isPlanned)
        draw(m_progress);
}

void LiveProgress::onPlanned(const Run&, const RunProgress& progress) {
    update(progress);
}

void LiveProgress::onStored(std::span<const Verdict>, const RunProgress& progress) {
    update(progress);
}

void LiveProgress::update(const RunProgress& progress) {
    const std::lock_guard lock(m_mutex);
    m_progress = progress;
    m_isPlanned = true;
}

void LiveProgress::drawUntilStopped(const std::stop_token& stop) {
    const auto pause = m_form == Form::Terminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(1000);
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait_for(lock, stop, pause, [] { return false; });
        if (stop.stop_requested())
            return;
        if (m_isPlanned)
            draw(m_progress);
    }
}

void LiveProgress::draw(const RunProgress& progress) const {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    if (m_form == Form::Terminal)
        m_terminal.progress(progressLine(progress, seconds, terminalColumns()));
    else
        m_terminal.err << progressJson(progress, seconds).dump() << '\n' << std::flush;
}

} // namespace assize::cli
