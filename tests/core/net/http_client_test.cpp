// SPDX-License-Identifier: Apache-2.0
#include "core/net/http_client.h"

#include "core/base/base64.h"
#include "tests/support/fake_server.h"

#include <condition_variable>
#include <future>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using namespace std::chrono_literals;

HttpRequest post(const FakeServer& server, std::string body = "{}") {
    HttpRequest request;
    request.url = server.url("/v1/x");
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer canary"}};
    request.body = std::move(body);
    return request;
}

FakeServer::Handler always(const std::string& text) {
    return [text](const FakeRequest&) { return FakeReply{sendStep(text)}; };
}

/// Collects the ends of transfers.
class Ends {
public:
    HttpHandlers handlers() {
        return {{}, [this](HttpResponse response) {
                    const std::lock_guard lock(m_mutex);
                    m_responses.push_back(std::move(response));
                    m_changed.notify_all();
                }};
    }
    std::vector<HttpResponse> wait(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 20s, [&] { return m_responses.size() >= count; });
        return m_responses;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<HttpResponse> m_responses;
};

TEST(HttpClient, SendsAndReceives) {
    std::string seenBody;
    std::string seenKey;
    std::string seenExpect;
    const FakeServer server([&](const FakeRequest& request) {
        seenBody = request.method + " " + request.path + " " + request.body;
        seenKey = request.header("authorization");
        seenExpect = request.header("expect");
        return FakeReply{sendStep(httpText(200, "{\"ok\":true}", "application/json", "X-Seen: yes\r\n"))};
    });
    HttpClient client;
    const std::string long_(5000, 'x'); // curl would ask for leave before sending as much
    const HttpResponse response = client.exchange(post(server, long_));
    EXPECT_EQ(response.failure, HttpFailure::None);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "{\"ok\":true}");
    EXPECT_EQ(response.header("x-seen"), "yes");
    EXPECT_EQ(seenBody, "POST /v1/x " + long_);
    EXPECT_EQ(seenKey, "Bearer canary");
    EXPECT_EQ(seenExpect, "");
    EXPECT_GT(response.bytesSent, 5000);
    EXPECT_GT(response.totalSeconds, 0);
}

TEST(HttpClient, GetsWithoutABody) {
    const FakeServer server([](const FakeRequest& request) {
        return FakeReply{sendStep(httpText(200, request.method + request.header("content-length")))};
    });
    HttpClient client;
    HttpRequest request = post(server, "");
    request.method = "GET";
    EXPECT_EQ(client.exchange(std::move(request)).body, "GET");
}

TEST(HttpClient, KeepsConnections) {
    const FakeServer server(always(httpText(200, "ok")));
    HttpClient client;
    for (int call = 0; call < 20; ++call)
        ASSERT_EQ(client.exchange(post(server)).body, "ok");
    EXPECT_EQ(server.connectionCount(), 1);
}

// A server that silently closes kept connections must not cost a call.
TEST(HttpClient, SurvivesConnectionsClosedWhileIdle) {
    const FakeServer server(always(httpText(200, "ok")), {0, 30ms});
    HttpClient client;
    for (int call = 0; call < 5; ++call) {
        ASSERT_EQ(client.exchange(post(server)).body, "ok");
        while (server.openConnections() > 0)
            std::this_thread::yield();
    }
    EXPECT_EQ(server.requestCount(), 5);
}

TEST(HttpClient, LimitsConnectionsPerHost) {
    std::atomic<int> most{0};
    std::atomic<FakeServer*> self{nullptr};
    FakeServer server([&](const FakeRequest&) {
        if (const FakeServer* now = self)
            most = std::max(most.load(), now->openConnections());
        return FakeReply{waitStep(5ms), sendStep(httpText(200, "ok"))};
    });
    self = &server;
    HttpClient client({3, 3});
    Ends ends;
    for (int call = 0; call < 60; ++call)
        client.send(post(server), ends.handlers());
    const auto responses = ends.wait(60);
    ASSERT_EQ(responses.size(), 60U);
    for (const HttpResponse& response : responses)
        EXPECT_EQ(response.status, 200);
    EXPECT_EQ(most, 3);
    EXPECT_EQ(server.connectionCount(), 3);
}

TEST(HttpClient, HandsBodiesOverAsTheyCome) {
    const FakeServer server([](const FakeRequest&) {
        return FakeReply{sendStep(chunkedHead(200, "text/event-stream") + chunk("one ")), waitStep(20ms),
            sendStep(chunk("two") + chunk(""))};
    });
    HttpClient client;
    std::vector<std::string> pieces;
    std::promise<HttpResponse> end;
    client.send(post(server), {[&](std::string_view bytes) {
                                   pieces.emplace_back(bytes);
                                   return true;
                               },
                                  [&](HttpResponse response) { end.set_value(std::move(response)); }});
    const HttpResponse response = end.get_future().get();
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "");
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0], "one ");
    EXPECT_EQ(pieces[1], "two");
    EXPECT_LT(response.firstByteSeconds + 0.015, response.totalSeconds);
}

TEST(HttpClient, CollectsErrorBodiesAlsoForReceivers) {
    const FakeServer server(always(httpText(400, "{\"error\":1}")));
    HttpClient client;
    std::promise<HttpResponse> end;
    client.send(post(server),
        {[](std::string_view) { return false; }, [&](HttpResponse response) { end.set_value(std::move(response)); }});
    const HttpResponse response = end.get_future().get();
    EXPECT_EQ(response.failure, HttpFailure::None);
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.body, "{\"error\":1}");
}

TEST(HttpClient, UnpacksCompressedReplies) {
    // printf '{"ok":1}' | gzip -n | base64
    const std::string packed = *fromBase64("H4sIAAAAAAAAA6tWys9WsjKsBQAJjFQQCAAAAA==");
    const FakeServer server(always(httpText(200, packed, "application/json", "Content-Encoding: gzip\r\n")));
    HttpClient client;
    EXPECT_EQ(client.exchange(post(server)).body, "{\"ok\":1}");
}

TEST(HttpClient, FollowsRedirectsOnTheSameServer) {
    const FakeServer server([](const FakeRequest& request) {
        if (request.path == "/v1/x")
            return FakeReply{sendStep(httpText(307, "moved", "text/plain", "Location: /v1/x/\r\n"))};
        return FakeReply{sendStep(httpText(200, request.method + request.path + request.body))};
    });
    HttpClient client;
    EXPECT_EQ(client.exchange(post(server)).body, "POST/v1/x/{}");
}

TEST(HttpClient, EndsAnEndlessRedirect) {
    const FakeServer server(always(httpText(307, "moved", "text/plain", "Location: /v1/x\r\n")));
    HttpClient client;
    EXPECT_EQ(client.exchange(post(server)).status, 307);
    EXPECT_EQ(server.requestCount(), 6);
}

// The key goes out with the request, so nobody else may get it.
TEST(HttpClient, DoesNotFollowToAnotherHost) {
    const FakeServer other(always(httpText(200, "stolen")));
    const FakeServer server(always(httpText(307, "moved", "text/plain", "Location: " + other.url("/v1/x") + "\r\n")));
    HttpClient client;
    const HttpResponse response = client.exchange(post(server));
    EXPECT_EQ(response.status, 307);
    EXPECT_EQ(response.location, other.url("/v1/x"));
    EXPECT_EQ(other.connectionCount(), 0);
}

TEST(HttpClient, CountsTrafficByHost) {
    const FakeServer server(always(httpText(200, "ok")));
    HttpClient client;
    ASSERT_EQ(client.exchange(post(server)).status, 200);
    ASSERT_EQ(client.exchange(post(server)).status, 200);
    const auto traffic = client.traffic();
    ASSERT_EQ(traffic.size(), 1U);
    EXPECT_EQ(traffic[0].host, "127.0.0.1:" + std::to_string(server.port()));
    EXPECT_EQ(traffic[0].requests, 2);
    EXPECT_GT(traffic[0].bytesSent, 100);
    EXPECT_GT(traffic[0].bytesReceived, 100);
    EXPECT_GT(traffic[0].firstAt, 0);
    EXPECT_GE(traffic[0].lastAt, traffic[0].firstAt);
    EXPECT_EQ(traffic[0].failures, 0);
}

TEST(HttpClient, LetsHandlersSendMore) {
    const FakeServer server(always(httpText(200, "ok")));
    HttpClient client;
    Ends ends;
    client.send(post(server), {{}, [&](const HttpResponse&) { client.send(post(server), ends.handlers()); }});
    ASSERT_EQ(ends.wait(1).size(), 1U);
    EXPECT_EQ(server.requestCount(), 2);
}

} // namespace
} // namespace assize::test
