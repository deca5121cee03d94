// SPDX-License-Identifier: Apache-2.0
#include "core/net/http_message.h"

#include <gtest/gtest.h>

namespace assize {
namespace {

TEST(HttpMessage, TakesUrlsApart) {
    const auto url = parseHttpUrl("https://Api.Example.org/v1/chat?api-version=2");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->scheme, "https");
    EXPECT_EQ(url->host, "api.example.org");
    EXPECT_EQ(url->port, 443);
    EXPECT_EQ(url->path, "/v1/chat");
    EXPECT_EQ(url->query, "api-version=2");
    const auto local = parseHttpUrl("http://[::1]:8080");
    ASSERT_TRUE(local);
    EXPECT_EQ(local->host, "::1");
    EXPECT_EQ(local->port, 8080);
    EXPECT_EQ(local->path, "/");
}

TEST(HttpMessage, KeepsAnEncodedPathAsWritten) {
    EXPECT_EQ(parseHttpUrl("https://h/model/a%3A0/converse")->path, "/model/a%3A0/converse");
}

TEST(HttpMessage, RefusesUrlsOneMustNotSendTo) {
    for (const char* url : {"", "localhost:8080", "ftp://host/", "file:///etc/passwd", "http://",
             "http://user:pw@host/", "http://user@host/", "http://ho st/", "http://host/\r\nX: y", "http://host:99999/",
             "javascript:alert(1)", "http://host/\x01"})
        EXPECT_FALSE(parseHttpUrl(url)) << url;
}

TEST(HttpMessage, KnowsTheMachineItself) {
    for (const char* url : {"http://localhost:1", "http://127.0.0.1", "http://127.8.8.8/", "http://[::1]/v1"})
        EXPECT_TRUE(isLoopback(*parseHttpUrl(url))) << url;
    for (const char* url : {"http://127.evil.org/", "http://localhost.evil.org/", "http://10.0.0.1/", "http://a.b/"})
        EXPECT_FALSE(isLoopback(*parseHttpUrl(url))) << url;
}

TEST(HttpMessage, JoinsWithOneSlash) {
    EXPECT_EQ(joinUrl("http://h/v1", "/models"), "http://h/v1/models");
    EXPECT_EQ(joinUrl("http://h/v1//", "models"), "http://h/v1/models");
    EXPECT_EQ(joinUrl("https://h/openai?api-version=1", "/chat/completions"),
        "https://h/openai/chat/completions?api-version=1");
}

TEST(HttpMessage, ReadsDates) {
    EXPECT_EQ(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777000);
    EXPECT_FALSE(parseHttpDate("soon"));
}

TEST(HttpMessage, FindsHeadersWhateverTheirCase) {
    HttpResponse response;
    response.headers = {{"Retry-After", "1"}, {"retry-after", "2"}};
    EXPECT_EQ(response.header("RETRY-AFTER"), "2");
    EXPECT_FALSE(response.header("Retry"));
}

} // namespace
} // namespace assize
