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
