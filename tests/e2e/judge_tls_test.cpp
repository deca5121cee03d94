// SPDX-License-Identifier: Apache-2.0
// Servers that are not who they should be: nothing is sent to them, and the message says what is wrong.
#include "tests/e2e/server_session.h"
#include "tests/support/fake_tls_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* Key = "canary-key-of-tls";

struct TlsCase {
    TlsFault fault;
    const char* name;
    const char* says;
};

class JudgeTls : public testing::TestWithParam<TlsCase> {};

TEST_P(JudgeTls, SendsNothingToAServerThatCannotBeTrusted) {
    const FakeTlsServer server(GetParam().fault);
    const ServerSession session(5);
    ProcessOptions options = session.options();
    options.environment["ASSIZE_TEST_KEY"] = Key;
    const Finished finished = runCli({"judge", "s.assize", "--judge", "pairwise-json", "--endpoint", server.url("/v1"),
                                         "--model", "m", "--key", "env:ASSIZE_TEST_KEY", "--json"},
        session.home().path(), options);
    EXPECT_EQ(finished.status, 4) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr(GetParam().says));
    EXPECT_THAT(finished.err, testing::Not(HasSubstr(Key)));
    const json report = json::parse(finished.out);
    EXPECT_EQ(report["end"], "unreachable");
    EXPECT_TRUE(addsUp(report));
    EXPECT_GT(server.connectionCount(), 0);
    EXPECT_EQ(server.requestBytes(), 0);
    EXPECT_TRUE(session.isSound());
}

TEST_P(JudgeTls, TheTestOfAnEndpointSaysTheSame) {
    const FakeTlsServer server(GetParam().fault);
    const TempFolder home;
    const Finished finished = runCli({"endpoints", "test", server.url("/v1"), "--model", "m"}, home.path());
    EXPECT_EQ(finished.status, 4) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr(GetParam().says));
    EXPECT_EQ(server.requestBytes(), 0);
}

// Companies have authorities of their own. Who trusts one still does not trust a certificate for another host, or one
// that is out of date.
struct TrustCase {
    TlsFault fault;
    const char* name;
    const char* says; ///< nothing: the request gets through
};

class TrustedTls : public testing::TestWithParam<TrustCase> {};

TEST_P(TrustedTls, IsHeldToItsHostAndItsTime) {
    const FakeTlsServer server(GetParam().fault);
    const ServerSession session(2);
    session.home().write("authority.pem", server.certificate());
    ProcessOptions options = session.options();
    options.environment["ASSIZE_TEST_KEY"] = Key;
    options.environment["SSL_CERT_FILE"] = (session.home().path() / "authority.pem").string();
    const Finished finished = runCli({"judge", "s.assize", "--judge", "pairwise-json", "--endpoint", server.url("/v1"),
                                         "--model", "m", "--key", "env:ASSIZE_TEST_KEY", "--json"},
        session.home().path(), options);
    EXPECT_NE(finished.status, 0);
    if (GetParam().says == nullptr) {
        EXPECT_GT(server.requestBytes(), 0) << finished.err;
        EXPECT_THAT(finished.err, testing::Not(HasSubstr("TLS")));
        return;
    }
    EXPECT_EQ(finished.status, 4) << finished.err;
    EXPECT_EQ(server.requestBytes(), 0);
    EXPECT_THAT(finished.err, HasSubstr(GetParam().says));
    EXPECT_EQ(json::parse(finished.out)["end"], "unreachable");
    EXPECT_TRUE(session.isSound());
}

std::string trustName(const testing::TestParamInfo<TrustCase>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Server, TrustedTls,
    testing::Values(TrustCase{TlsFault::SelfSigned, "sound", nullptr},
        TrustCase{TlsFault::OtherHost, "other_host",
            "its certificate is for another host; the endpoint's URL has to have the name that it is for"},
        TrustCase{TlsFault::Expired, "expired",
            "its certificate is out of date; it has to be renewed on the server, or the clock here is wrong"}),
    trustName);

TEST(JudgeTlsTrust, AFileOfAuthoritiesThatIsNotThereIsNoReasonToTrustAll) {
    const FakeTlsServer server(TlsFault::SelfSigned);
    const ServerSession session(2);
    ProcessOptions options = session.options();
    options.environment["SSL_CERT_FILE"] = "/nowhere/authority.pem";
    const Finished finished =
        runCli({"judge", "s.assize", "--judge", "pairwise-json", "--endpoint", server.url("/v1"), "--model", "m"},
            session.home().path(), options);
    EXPECT_EQ(finished.status, 4) << finished.err;
    EXPECT_THAT(finished.err, HasSubstr("SSL_CERT_FILE"));
    EXPECT_EQ(server.requestBytes(), 0);
}

std::string tlsName(const testing::TestParamInfo<TlsCase>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Server, JudgeTls,
    testing::Values(TlsCase{TlsFault::SelfSigned, "self_signed", "one that this system trusts"},
        TlsCase{TlsFault::HangsUp, "hangs_up", "TLS"}, TlsCase{TlsFault::PlainHttp, "plain_http", "speaks plain HTTP"},
        TlsCase{TlsFault::OutdatedOnly, "outdated", "TLS"}),
    tlsName);

} // namespace
} // namespace assize::test
