// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/endpoint_arguments.h"
#include "app/cli/run_arguments.h"
#include "app/cli/run_progress.h"
#include "app/cli/run_report.h"
#include "core/endpoint/capability_store.h"
#include "core/net/http_client.h"
#include "core/run/estimate.h"
#include "core/session/session.h"
#include "core/session/session_reader.h"

#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace assize::cli {
namespace {

/// One judge command, from its arguments to its exit status.
class JudgeJob {
public:
    JudgeJob(const Arguments& arguments, Terminal& terminal)
        : m_arguments(arguments)
        , m_terminal(terminal) {}

    Result<int> run() {
        if (auto ready = prepare(); !ready)
            return tl::unexpected(ready.error());
        return m_arguments.has("--estimate") ? estimate() : judge();
    }

private:
    Result<void> prepare() {
        auto session = Session::open(m_arguments.valueOr("SESSION", ""),
            m_arguments.has("--estimate") ? Session::Access::ReadOnly : Session::Access::ReadWrite);
        if (!session)
            return tl::unexpected(session.error());
        m_session = std::move(*session);
        auto reader = m_session->reader();
        if (!reader)
            return tl::unexpected(reader.error());
        m_reader = std::move(*reader);
        auto request = runRequestFrom(m_arguments, *m_reader, m_terminal.places);
        if (!request)
            return tl::unexpected(request.error());
        auto endpoint = chooseEndpoint(m_arguments, request->judge, m_terminal.places, m_http, m_terminal.stop);
        if (!endpoint)
            return tl::unexpected(endpoint.error());
        request->endpoint = std::move(endpoint->endpoint);
        m_tools.http = m_http.get();
        m_tools.credentials = std::move(endpoint->credentials);
        m_tools.capabilities = knownCapabilities(m_terminal.places.cache, request->endpoint);
        auto complete = withItems(m_arguments, *m_reader, std::move(*request));
        if (!complete)
            return tl::unexpected(complete.error());
        m_request = std::move(*complete);
        return openReuse();
    }

    Result<void> openReuse() {
        const auto path = m_arguments.value("--reuse");
        if (!path)
            return {};
        auto other = Session::open(*path, Session::Access::ReadOnly);
        if (!other)
            return tl::unexpected(other.error());
        m_reuse = std::move(*other);
        m_tools.reuse = m_reuse.get();
        return {};
    }

    Result<int> estimate() {
        const auto estimate = estimateRun(*m_reader, m_request, m_terminal.stop);
        if (!estimate)
            return tl::unexpected(estimate.error());
        if (m_terminal.json)
            m_terminal.printJson(estimateJson(*estimate, m_request));
        else
            m_terminal.out << estimateText(*estimate, m_request);
        return 0;
    }

    Result<int> judge() {
        Result<RunReport> report;
        {
            LiveProgress progress(m_terminal, form(), m_request.endpoint.price);
            report = executeRun(*m_session, m_request, m_tools, progress, m_terminal.stop);
        }
        if (!report)
            return tl::unexpected(report.error());
        if (m_terminal.json)
            m_terminal.printJson(reportJson(*report, m_request));
        else
            m_terminal.out << summaryText(*report, m_request);
        return concludeRun(*report, m_request, m_terminal);
    }

    [[nodiscard]] LiveProgress::Form form() const {
        if (m_arguments.has("--progress"))
            return LiveProgress::Form::JsonLines;
        return m_terminal.isTerminal ? LiveProgress::Form::Terminal : LiveProgress::Form::Notices;
    }

    const Arguments& m_arguments;
    Terminal& m_terminal;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionReader> m_reader;
    std::unique_ptr<Session> m_reuse;
    std::unique_ptr<HttpClient> m_http; ///< made when it is needed
    RunTools m_tools;
    RunRequest m_request;
};

int judge(const Arguments& arguments, Terminal& terminal) {
    if (const auto form = arguments.value("--progress"); form && *form != "json")
        return terminal.report(
            {ErrorCode::InvalidArgument, "--progress", said("\"%1\" is not known, only json is", *form)});
    const auto status = JudgeJob(arguments, terminal).run();
    return status ? *status : terminal.report(status.error());
}

} // namespace

Command judgeCommand() {
    return {"judge", "Judge the items of a session; only what is missing is sent",
        {{"SESSION", "The session to judge"}}, runOptions(), judge};
}

} // namespace assize::cli
