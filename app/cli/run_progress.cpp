// SPDX-License-Identifier: Apache-2.0
#include "app/cli/run_progress.h"

#include "core/run/cost.h"

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

double secondsUntil(std::chrono::steady_clock::time_point until) {
    return std::max(0.0, std::chrono::duration<double>(until - std::chrono::steady_clock::now()).count());
}

/// How many calls of this run gave no verdict, and of which classes they are.
std::string failuresText(const RunProgress& progress) {
    std::int64_t count = 0;
    std::string kinds;
    for (const auto& [kind, number] : progress.pace.failures) {
        count += number;
        kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", kind, number);
    }
    return count > 0 ? fmt::format("  {} without a verdict ({})", count, kinds) : std::string();
}

nlohmann::json optionalJson(const std::optional<double>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
}

} // namespace

std::string noticeText(const RunNotice& notice) {
    const std::string detail = notice.detail.isEmpty() ? std::string() : " (" + notice.detail.english() + ")";
    switch (notice.kind) {
    case RunNotice::Kind::GoingOn:
        return {};
    case RunNotice::Kind::Paused:
        return "paused";
    case RunNotice::Kind::RateLimited:
        return fmt::format("the server asks to wait {}{}", duration(secondsUntil(notice.until)), detail);
    case RunNotice::Kind::ServerAway:
        return fmt::format(
            "waiting for the server{}: see that it runs; Ctrl-C stops and keeps what was judged", detail);
    case RunNotice::Kind::SchemaRefused:
        return fmt::format("the server takes no JSON schema{}: asking without one", detail);
    }
    return {};
}

std::string progressLine(
    const RunProgress& progress, const EndpointPrice& price, const RunNotice& notice, int columns) {
    const std::int64_t done = progress.planned - progress.notReached();
    const double share = progress.planned > 0 ? static_cast<double>(done) / static_cast<double>(progress.planned) : 0;
    const int filled = static_cast<int>(share * BarWidth);
    std::string line =
        fmt::format("[{}{}] {}/{} {:.0f} %  {:.0f}/s", std::string(static_cast<std::size_t>(filled), '#'),
            std::string(static_cast<std::size_t>(BarWidth - filled), '-'), done, progress.planned,
            std::floor(share * 100), progress.pace.perSecond);
    if (const std::string waiting = noticeText(notice); !waiting.empty())
        line += "  " + waiting;
    else if (progress.pace.secondsLeft && progress.notReached() > 0)
        line += "  " + duration(*progress.pace.secondsLeft) + " left";
    if (hasPrice(price))
        line += fmt::format("  {:.2f} {}", progress.cost, price.currency);
    line += failuresText(progress);
    return line.substr(0, static_cast<std::size_t>(std::max(columns - 1, 10)));
}

nlohmann::json outcomesJson(const std::map<Outcome, std::int64_t>& outcomes) {
    nlohmann::json document = nlohmann::json::object();
    for (const auto& [outcome, count] : outcomes)
        document[std::string(outcomeName(outcome))] = count;
    return document;
}

nlohmann::json progressJson(const RunProgress& progress, const EndpointPrice& price, double seconds) {
    const Usage& usage = progress.usage;
    const RunPace& pace = progress.pace;
    return {{"planned", progress.planned}, {"already", progress.already}, {"cached", progress.cached},
        {"sent", progress.sent}, {"not_reached", progress.notReached()}, {"outcomes", outcomesJson(progress.outcomes)},
        {"failures", pace.failures},
        {"tokens", {{"input", usage.inputTokens}, {"output", usage.outputTokens}, {"cached", usage.cachedTokens},
                       {"estimated", usage.estimated}}},
        {"cost", {{"value", progress.cost}, {"currency", price.currency}}},
        {"latency", {{"p50", optionalJson(pace.latency50)}, {"p95", optionalJson(pace.latency95)}}},
        {"seconds", seconds}, {"per_second", pace.perSecond}, {"seconds_left", optionalJson(pace.secondsLeft)}};
}

LiveProgress::LiveProgress(const Terminal& terminal, Form form, EndpointPrice price)
    : m_terminal(terminal)
    , m_form(form)
    , m_price(std::move(price))
    , m_thread([this](const std::stop_token& stop) { drawUntilStopped(stop); }) {}

LiveProgress::~LiveProgress() {
    m_thread.request_stop();
    m_thread.join();
    if (m_form == Form::Terminal)
        m_terminal.progress({});
    else if (m_isPlanned)
        draw();
}

void LiveProgress::onPlanned(const Run&, const RunProgress& progress) {
    update(progress);
}

void LiveProgress::onStored(std::span<const Verdict>, const RunProgress& progress) {
    update(progress);
}

void LiveProgress::onNotice(const RunNotice& notice) {
    const std::lock_guard lock(m_mutex);
    m_notice = notice;
    if (const std::string text = noticeText(notice); m_form == Form::Notices && !text.empty())
        m_terminal.err << "assize-cli: " << text << '\n' << std::flush;
}

void LiveProgress::update(const RunProgress& progress) {
    const std::lock_guard lock(m_mutex);
    m_progress = progress;
    m_isPlanned = true;
}

void LiveProgress::drawUntilStopped(const std::stop_token& stop) {
    if (m_form == Form::Notices)
        return;
    const auto pause = m_form == Form::Terminal ? std::chrono::milliseconds(200) : std::chrono::milliseconds(1000);
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait_for(lock, stop, pause, [] { return false; });
        if (stop.stop_requested())
            return;
        if (m_isPlanned)
            draw();
    }
}

void LiveProgress::draw() const {
    if (m_form == Form::Terminal) {
        m_terminal.progress(progressLine(m_progress, m_price, m_notice, terminalColumns()));
    } else if (m_form == Form::JsonLines) {
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
        nlohmann::json line = progressJson(m_progress, m_price, seconds);
        const std::string waiting = noticeText(m_notice);
        line["waiting"] = waiting.empty() ? nlohmann::json() : nlohmann::json(waiting);
        m_terminal.err << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n' << std::flush;
    }
}

} // namespace assize::cli
