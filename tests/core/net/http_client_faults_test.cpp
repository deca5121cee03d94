// SPDX-License-Identifier: Apache-2.0
#include "core/net/http_client.h"

#include "tests/support/fake_server.h"

#include <chrono>
#include <future>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using namespace std::chrono_literals;
using Kind = FakeStep::Kind;

HttpRequest requestTo(const std::string& url) {
    HttpRequest request;
    request.url = url;
    request.body = "{}";
    request.timeouts = {2000ms, 300ms, 300ms, 5000ms};
    request.maxReplyBytes = 1U << 20U;
    return request;
}

HttpResponse exchangeWith(FakeReply reply, HttpTimeouts timeouts = {2000ms, 300ms, 300ms, 5000ms}) {
    const FakeServer server([&](const FakeRequest&) { return reply; });
    HttpClient client;
    HttpRequest request = requestTo(server.url());
    request.timeouts = timeouts;
    return client.exchange(std::move(request));
}

TEST(HttpClientFaults, NobodyListens) {
    HttpClient client;
    const HttpResponse response = client.exchange(requestTo("http://127.0.0.1:" + std::to_string(unusedPort())));
    EXPECT_EQ(response.failure, HttpFailure::Unconnected);
    EXPECT_EQ(response.status, 0);
    EXPECT_NE(response.failureDetail, "");
}

TEST(HttpClientFaults, NameWithoutAddress) {
    HttpClient client;
    EXPECT_EQ(client.exchange(requestTo("http://no-such-host.invalid/")).failure, HttpFailure::Unresolved);
}

TEST(HttpClientFaults, UrlThatMustNotBeSentTo) {
    HttpClient client;
    for (const char* url : {"ftp://127.0.0.1/", "file:///etc/passwd", "http://user:pw@127.0.0.1/", "nonsense"})
        EXPECT_EQ(client.exchange(requestTo(url)).failure, HttpFailure::BadUrl) << url;
    EXPECT_TRUE(client.traffic().empty());
}

TEST(HttpClientFaults, NoTlsWhereItShouldBe) {
    const FakeServer server([](const FakeRequest&) { return FakeReply{sendStep(httpText(200, "ok"))}; });
    HttpClient client;
    const HttpResponse response = client.exchange(requestTo("https://127.0.0.1:" + std::to_string(server.port())));
    EXPECT_TRUE(response.failure == HttpFailure::Untrusted || response.failure == HttpFailure::FirstByteTimeout ||
                response.failure == HttpFailure::ConnectTimeout)
        << static_cast<int>(response.failure);
}

TEST(HttpClientFaults, ResetBeforeTheReply) {
    EXPECT_EQ(exchangeWith({step(Kind::Reset)}).failure, HttpFailure::Broken);
}

TEST(HttpClientFaults, ResetWithinTheBody) {
    const HttpResponse response = exchangeWith(
        {sendStep("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), waitStep(20ms), step(Kind::Reset)});
    EXPECT_EQ(response.failure, HttpFailure::Broken);
    EXPECT_EQ(response.status, 200);
}

TEST(HttpClientFaults, ClosedBeforeTheLengthPromised) {
    EXPECT_EQ(exchangeWith({sendStep("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), step(Kind::Close)}).failure,
        HttpFailure::Broken);
}

TEST(HttpClientFaults, ChunksWithoutTheLast) {
    EXPECT_EQ(exchangeWith({sendStep(chunkedHead(200, "text/plain") + chunk("half")), step(Kind::Close)}).failure,
        HttpFailure::Broken);
}

TEST(HttpClientFaults, NotHttp) {
    EXPECT_EQ(
        exchangeWith({sendStep("220 mail.example.org ESMTP\r\n"), step(Kind::Close)}).failure, HttpFailure::Malformed);
}

TEST(HttpClientFaults, CompressionThatIsNone) {
    EXPECT_EQ(exchangeWith({sendStep(httpText(200, "not packed", "text/plain", "Content-Encoding: gzip\r\n"))}).failure,
        HttpFailure::Malformed);
}

TEST(HttpClientFaults, SilenceBeforeTheReply) {
    EXPECT_EQ(exchangeWith({step(Kind::Stall)}).failure, HttpFailure::FirstByteTimeout);
}

TEST(HttpClientFaults, SilenceWithinTheReply) {
    const HttpResponse response =
        exchangeWith({sendStep(chunkedHead(200, "text/plain") + chunk("half")), step(Kind::Stall)});
    EXPECT_EQ(response.failure, HttpFailure::IdleTimeout);
    EXPECT_EQ(response.body, "half");
}

TEST(HttpClientFaults, RepliesThatDribble) {
    FakeReply reply = {sendStep(chunkedHead(200, "text/plain"))};
    for (int piece = 0; piece < 100; ++piece) {
        reply.push_back(sendStep(chunk("x")));
        reply.push_back(waitStep(20ms));
    }
    const HttpResponse response = exchangeWith(reply, {2000ms, 300ms, 300ms, 400ms});
    EXPECT_EQ(response.failure, HttpFailure::TotalTimeout);
    EXPECT_GE(response.totalSeconds, 0.4);
    EXPECT_LT(response.totalSeconds, 1.0);
}

TEST(HttpClientFaults, ReplyOf200Megabytes) {
    const std::string block(1U << 20U, 'x');
    const HttpResponse response = exchangeWith(
        {sendStep("HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\n"), sendStep(block, 200), step(Kind::Close)});
    EXPECT_EQ(response.failure, HttpFailure::TooLong);
    EXPECT_LE(response.body.size(), 1U << 20U);
}

TEST(HttpClientFaults, StreamWithoutEnd) {
    const std::string block = chunk(std::string(4096, 'x'));
    EXPECT_EQ(
        exchangeWith({sendStep(chunkedHead(200, "text/plain")), sendStep(block, ~0ULL)}).failure, HttpFailure::TooLong);
}

TEST(HttpClientFaults, HeadersWithoutEnd) {
    EXPECT_EQ(
        exchangeWith({sendStep("HTTP/1.1 200 OK\r\n"), sendStep("X-More: " + std::string(4000, 'x') + "\r\n", ~0ULL)})
            .failure,
        HttpFailure::TooLong);
}

TEST(HttpClientFaults, ReceiverThatHasEnough) {
    const FakeServer server([](const FakeRequest&) {
        return FakeReply{sendStep(chunkedHead(200, "text/plain")), sendStep(chunk("x"), ~0ULL)};
    });
    HttpClient client;
    std::promise<HttpResponse> end;
    client.send(requestTo(server.url()),
        {[](std::string_view) { return false; }, [&](HttpResponse response) { end.set_value(std::move(response)); }});
    EXPECT_EQ(end.get_future().get().failure, HttpFailure::Cancelled);
}

TEST(HttpClientFaults, StopEndsATransferAtOnce) {
    std::promise<void> arrived;
    const FakeServer server([&](const FakeRequest&) {
        arrived.set_value();
        return FakeReply{step(Kind::Stall)};
    });
    HttpClient client;
    std::stop_source stop;
    std::promise<std::chrono::steady_clock::time_point> ended;
    HttpRequest request = requestTo(server.url());
    request.timeouts = {};
    client.send(std::move(request),
        {{},
            [&](const HttpResponse& response) {
                EXPECT_EQ(response.failure, HttpFailure::Cancelled);
                ended.set_value(std::chrono::steady_clock::now());
            }},
        stop.get_token());
    arrived.get_future().wait();
    const auto before = std::chrono::steady_clock::now();
    stop.request_stop();
    EXPECT_LT(ended.get_future().get() - before, 100ms);
    while (server.abandoned() == 0)
        std::this_thread::yield(); // the server learns of it as well
}

TEST(HttpClientFaults, StopEndsWaitingTransfers) {
    const FakeServer server([](const FakeRequest&) { return FakeReply{step(Kind::Stall)}; });
    HttpClient client({1, 1});
    std::stop_source stop;
    std::atomic<int> cancelled{0};
    std::promise<void> all;
    for (int call = 0; call < 50; ++call) {
        client.send(requestTo(server.url()),
            {{},
                [&](const HttpResponse& response) {
                    if (response.failure == HttpFailure::Cancelled && ++cancelled == 50)
                        all.set_value();
                }},
            stop.get_token());
    }
    stop.request_stop();
    EXPECT_EQ(all.get_future().wait_for(5s), std::future_status::ready);
    EXPECT_LE(server.requestCount(), 1);
}

TEST(HttpClientFaults, StopBeforeTheStart) {
    HttpClient client;
    std::stop_source stop;
    stop.request_stop();
    const FakeServer server([](const FakeRequest&) { return FakeReply{step(Kind::Stall)}; });
    EXPECT_EQ(client.exchange(requestTo(server.url()), stop.get_token()).failure, HttpFailure::Cancelled);
}

} // namespace
} // namespace assize::test
