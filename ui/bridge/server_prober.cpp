// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/server_prober.h"

#include "core/base/log.h"
#include "core/endpoint/capability_store.h"
#include "core/endpoint/endpoint_client.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_watch.h"

namespace assize::ui {
namespace {

/// A person looks on: a server that says nothing for so long is not tested further.
constexpr double MostPatience = 60;

Endpoint impatient(Endpoint endpoint) {
    for (double* seconds : {&endpoint.timeouts.firstToken, &endpoint.timeouts.idle, &endpoint.timeouts.total})
        *seconds = *seconds > 0 ? std::min(*seconds, MostPatience) : MostPatience;
    return endpoint;
}

} // namespace

ServerProber::ServerProber(ModelServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers) {}

ServerProber::~ServerProber() {
    cancel();
}

void ServerProber::cancel() {
    m_stop.request_stop();
}

void ServerProber::start(const Endpoint& endpoint, const std::optional<std::string>& typedKey, Job job, NoKey noKey) {
    cancel();
    m_stop = std::stop_source();
    m_isBusy = true;
    Question question{++m_number, &m_servers.http(), impatient(endpoint), {}, m_stop.get_token()};
    const auto begin = [this, question = std::move(question), job = std::move(job), noKey = std::move(noKey)](
                           const Result<Credentials>& credentials) {
        if (question.number != m_number)
            return;
        if (!credentials || question.stop.stop_requested()) {
            m_isBusy = false;
            noKey(credentials ? Error{ErrorCode::Cancelled, question.endpoint.name, {}} : credentials.error());
            return;
        }
        Question asked = question;
        asked.credentials = *credentials;
        m_thread.post([job, asked] { job(asked); }, "probe");
    };
    if (!typedKey) {
        m_servers.readKey(endpoint, this, begin);
        return;
    }
    Credentials credentials;
    credentials.key = *typedKey;
    begin(credentials);
}

void ServerProber::test(const Endpoint& endpoint, const std::optional<std::string>& typedKey) {
    start(
        endpoint, typedKey, [this](const Question& question) { runTest(question); },
        [this](const Error& error) {
            m_report = tl::unexpected(error);
            Q_EMIT finished();
        });
}

void ServerProber::listModels(const Endpoint& endpoint, const std::optional<std::string>& typedKey) {
    start(
        endpoint, typedKey, [this](const Question& question) { runList(question); },
        [this](const Error& error) {
            m_models = tl::unexpected(error);
            Q_EMIT modelsListed();
        });
}

void ServerProber::answer(int number, std::function<void()> call) {
    m_mailbox.sender().post([this, number, call = std::move(call)] {
        if (number == m_number && m_isBusy)
            call();
    });
}

void ServerProber::runTest(const Question& question) {
    const auto onStep = [this, number = question.number](ProbeStep step, const ProbeReport& soFar) {
        answer(number, [this, step, soFar] { Q_EMIT stepStarted(step, soFar); });
    };
    const auto report = probeEndpoint(*question.http, question.endpoint, question.credentials, onStep, question.stop);
    if (report) {
        if (const auto kept = keepCapabilities(m_servers.places().cache, report->endpoint, report->capabilities); !kept)
            logLine(LogLevel::Warning, "what a test found could not be kept: " + kept.error().detail.english());
    }
    answer(question.number, [this, endpoint = question.endpoint, report] {
        m_isBusy = false;
        noteState(endpoint, report ? std::nullopt : std::optional(report.error()));
        m_report = report;
        Q_EMIT finished();
    });
}

void ServerProber::runList(const Question& question) {
    const auto client = EndpointClient::create(*question.http, question.endpoint, question.credentials);
    const auto models = client ? client->models(question.stop) : tl::unexpected(client.error());
    answer(question.number, [this, endpoint = question.endpoint, models] {
        m_isBusy = false;
        noteState(endpoint, models ? std::nullopt : std::optional(models.error()));
        m_models = models;
        Q_EMIT modelsListed();
    });
}

void ServerProber::noteState(const Endpoint& endpoint, const std::optional<Error>& error) {
    if (!error)
        m_servers.watch().report(endpoint, ServerState::Answers);
    else if (error->code == ErrorCode::KeyRefused)
        m_servers.watch().report(endpoint, ServerState::KeyRefused);
    else if (error->code == ErrorCode::EndpointUnreachable)
        m_servers.watch().report(endpoint, ServerState::NoAnswer);
}

} // namespace assize::ui
