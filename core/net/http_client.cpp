// SPDX-License-Identifier: Apache-2.0
#include "core/net/http_client.h"

#include "core/net/http_loop.h"

#include <future>

namespace assize {

HttpClient::HttpClient()
    : HttpClient(Limits{}) {}

HttpClient::HttpClient(Limits limits)
    : m_loop(std::make_unique<Loop>(limits)) {}

HttpClient::~HttpClient() = default;

void HttpClient::send(HttpRequest request, HttpHandlers handlers, std::stop_token stop) {
    m_loop->post(std::move(request), std::move(handlers), std::move(stop));
}

HttpResponse HttpClient::exchange(HttpRequest request, std::stop_token stop) {
    std::promise<HttpResponse> promise;
    auto response = promise.get_future();
    send(std::move(request), {{}, [&promise](HttpResponse done) { promise.set_value(std::move(done)); }},
        std::move(stop));
    return response.get();
}

std::vector<HostTraffic> HttpClient::traffic() const {
    return m_loop->traffic();
}

} // namespace assize
