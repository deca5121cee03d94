// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/trier.h"

#include "core/run/keep_try.h"
#include "core/run/plan.h"
#include "core/session/session_reader.h"
#include "ui/bridge/document.h"
#include "ui/bridge/model_servers.h"
#include "ui/bridge/server_watch.h"

#include <fmt/format.h>
#include <utility>

namespace assize::ui {

Result<Trial> readTrial(SessionReader& reader, RunOrder order, RowKey itemKey) {
    if (itemKey != 0) {
        const auto item = reader.item(itemKey);
        if (!item)
            return tl::unexpected(item.error());
        order.filter = fmt::format("id == \"{}\"", item->id);
        order.tried = nullptr;
    }
    auto request = completeRequest(reader, order);
    if (!request)
        return tl::unexpected(request.error());
    const auto selection = selectCalls(
        reader, request->items, request->judge, request->orders.value_or(request->judge.orders), 1, request->probe, {});
    if (!selection)
        return tl::unexpected(selection.error());
    if (selection->calls.empty())
        return fail(ErrorCode::InvalidArgument, request->judge.name, said("the judge suits none of these items"));
    auto item = reader.item(selection->calls.front().itemKey);
    if (!item)
        return tl::unexpected(item.error());
    return Trial{*std::move(request), *std::move(item), selection->calls.front()};
}

void keepTrial(Document& document, const Trial& trial, const TryEnd& end, QObject* context,
    std::function<void(const Result<>&)> done) {
    document.work([request = trial.request, call = trial.call, end](
                      Session& session) { return keepTry(session, request, call, end).map([](const Run&) {}); },
        context, std::move(done));
}

/// On the try's own thread.
class Trier::Observer final : public TryObserver {
public:
    Observer(Trier& trier, RunRequest request)
        : m_trier(trier)
        , m_sender(trier.m_mailbox.sender())
        , m_request(std::move(request))
        , m_number(trier.m_number) {}

    void onProgress(const TryProgress& progress) override {
        post([&trier = m_trier, progress] { Q_EMIT trier.advanced(progress); });
    }
    void onEnd(const TryEnd& end) override {
        post([&trier = m_trier, end, request = m_request] { trier.finish(end, request); });
    }

private:
    void post(std::function<void()> call) {
        m_sender.post([&trier = m_trier, number = m_number, call = std::move(call)] {
            if (number == trier.m_number)
                call();
        });
    }

    Trier& m_trier; ///< touched on the GUI thread only
    const Mailbox::Sender m_sender;
    const RunRequest m_request;
    const int m_number;
};

Trier::Trier(ModelServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers)
    , m_mailbox(this) {}

Trier::~Trier() {
    stop();
}

void Trier::start(Trial trial) {
    stop();
    m_call.reset();
    m_stop = std::stop_source();
    ++m_number;
    m_isBusy = true;
    if (!needsServer(trial.request.endpoint))
        return send(std::move(trial), {});
    const Endpoint endpoint = trial.request.endpoint;
    m_servers.readKey(
        endpoint, this, [this, number = m_number, trial = std::move(trial)](const Result<Credentials>& credentials) {
            if (number != m_number)
                return;
            if (credentials)
                return ask(trial, *credentials);
            TryEnd end;
            end.error = credentials.error();
            finish(end, trial.request);
        });
}

/// A server that was chosen without a model is asked for its only one first.
void Trier::ask(Trial trial, const Credentials& credentials) {
    if (!trial.request.endpoint.model.empty())
        return send(std::move(trial), credentials);
    m_thread.post([this, sender = m_mailbox.sender(), http = &m_servers.http(), number = m_number, credentials,
                      stop = m_stop.get_token(), trial = std::move(trial)]() mutable {
        auto model = onlyModel(*http, trial.request.endpoint, credentials, stop);
        sender.post([this, number, credentials, model = std::move(model), trial = std::move(trial)]() mutable {
            if (number != m_number)
                return;
            if (model) {
                trial.request.endpoint.model = *std::move(model);
                return send(std::move(trial), credentials);
            }
            TryEnd end;
            end.error = model.error();
            finish(end, trial.request);
        });
    });
}

void Trier::send(Trial trial, const Credentials& credentials) {
    const bool isServer = needsServer(trial.request.endpoint);
    TryRequest request;
    request.judge = trial.request.judge;
    request.item = std::move(trial.item);
    request.presentation = trial.call.presentation;
    request.endpoint = trial.request.endpoint;
    request.credentials = credentials;
    if (isServer)
        request.capabilities = m_servers.capabilities(trial.request.endpoint);
    m_observer = std::make_unique<Observer>(*this, std::move(trial.request));
    m_call = std::make_unique<TryCall>(isServer ? &m_servers.http() : nullptr, std::move(request), *m_observer);
    if (m_stop.stop_requested())
        m_call->cancel();
}

void Trier::finish(const TryEnd& end, const RunRequest& request) {
    m_isBusy = false;
    if (!end.error && !end.failure)
        m_servers.watch().report(request.endpoint, ServerState::Answers);
    Q_EMIT ended(end, request);
}

void Trier::stop() {
    m_stop.request_stop();
    if (m_call != nullptr)
        m_call->cancel();
}

} // namespace assize::ui
