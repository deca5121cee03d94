// SPDX-License-Identifier: Apache-2.0
#include "core/endpoint/endpoint_file.h"

#include "core/endpoint/capability_store.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace assize::test {
namespace {

constexpr const char* Documented = R"(endpoints:
  - name: local-vllm
    kind: openai-chat
    url: http://127.0.0.1:8000/v1
    model: selene-mini
    key: env:VLLM_API_KEY # env:NAME | keychain:NAME | file:PATH | none
    concurrency: 32
    limits: {requests_per_minute: 60, tokens_per_minute: 0}
    timeout_s: {connect: 10, first_token: 120, idle: 30.5, total: 900}
    price: {input: 0.15, output: 0.60, cached: 0.075, hourly: 0, currency: EUR, per: 1000000}
)";

std::string problemIn(const std::string& text) {
    const auto endpoints = readEndpointsYaml(text, "endpoints.yaml");
    return endpoints ? "no problem" : endpoints.error().subject + ": " + endpoints.error().detail.english();
}

TEST(EndpointFile, ReadsWhatIsDocumented) {
    const auto endpoints = readEndpointsYaml(Documented, "endpoints.yaml");
    ASSERT_TRUE(endpoints) << endpoints.error().detail;
    ASSERT_EQ(endpoints->size(), 1U);
    const Endpoint& endpoint = endpoints->front();
    EXPECT_EQ(endpoint.name, "local-vllm");
    EXPECT_EQ(endpoint.model, "selene-mini");
    EXPECT_EQ(endpoint.key, "env:VLLM_API_KEY");
    EXPECT_EQ(endpoint.concurrency, 32);
    EXPECT_EQ(endpoint.limits.requestsPerMinute, 60);
    EXPECT_EQ(endpoint.timeouts.idle, 30.5);
    EXPECT_EQ(endpoint.price.output, 0.6);
    EXPECT_EQ(endpoint.price.currency, "EUR");
}

TEST(EndpointFile, ReadsBackWhatItWrites) {
    auto endpoints = *readEndpointsYaml(Documented, "endpoints.yaml");
    endpoints.push_back({});
    endpoints.back().name = "other";
    endpoints.back().url = "https://h/v1?api-version=2#x";
    endpoints.back().model = "a: \"b\" #c";
    const auto again = readEndpointsYaml(endpointsYaml(endpoints), "again");
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(*again, endpoints);
    EXPECT_TRUE(readEndpointsYaml(endpointsYaml({}), "none")->empty());
    EXPECT_TRUE(readEndpointsYaml("", "empty")->empty());
}

TEST(EndpointFile, SaysWhatIsWrongAndWhere) {
    const std::string head = "endpoints:\n  - name: a\n    url: http://h/v1\n";
    EXPECT_EQ(problemIn(head + "    modle: x\n"),
        "endpoints.yaml:4: there is no key \"modle\", did you mean \"model\"?; known are name, kind, url, model, key, "
        "concurrency, stream, limits, timeout_s, price");
    EXPECT_EQ(
        problemIn(head + "    concurrency: many\n"), "endpoints.yaml:4: \"many\" is not a whole number from 1 to 1024");
    EXPECT_EQ(
        problemIn(head + "    concurrency: 2.5\n"), "endpoints.yaml:4: \"2.5\" is not a whole number from 1 to 1024");
    EXPECT_EQ(problemIn(head + "    price: {input: .nan}\n"),
        "endpoints.yaml:4: \".nan\" is not a number from 0 to 1000000000");
    EXPECT_EQ(problemIn(head + "    price: cheap\n"), "endpoints.yaml:4: here has to be a map of keys and values");
    EXPECT_EQ(problemIn(head + "    key: sk-canary\n").find("canary"), std::string::npos);
    EXPECT_EQ(
        problemIn(head + "  - name: a\n    url: http://h/v1\n"), "endpoints.yaml:4: there are two endpoints \"a\"");
    EXPECT_EQ(problemIn("endpoints:\n  - name: a b\n    url: http://h\n"),
        "endpoints.yaml:2: the name of an endpoint is made of letters, digits, dots, hyphens and underscores");
    EXPECT_EQ(problemIn("endpoints:\n  - name: a\n    url: ftp://h\n"),
        "endpoints.yaml:2: its url has to begin with http:// or https:// and hold no user, password or space");
    EXPECT_EQ(problemIn("endpoints: 7\n"), "endpoints.yaml:1: endpoints has to be a list");
    EXPECT_EQ(problemIn("endpoints: [\n").substr(0, 15), "endpoints.yaml:");
}

TEST(EndpointFile, IsOneFileInTheConfigFolder) {
    const TempFolder folder;
    EXPECT_TRUE(loadEndpoints(folder.path())->empty());
    const auto endpoints = *readEndpointsYaml(Documented, "endpoints.yaml");
    ASSERT_TRUE(saveEndpoints(folder.path() / "deep" / "er", endpoints));
    EXPECT_EQ(*loadEndpoints(folder.path() / "deep" / "er"), endpoints);
}

TEST(CapabilityStore, KeepsWhatWasFoundByEndpoint) {
    const TempFolder folder;
    Endpoint endpoint;
    endpoint.url = "http://h/v1";
    endpoint.model = "m";
    Capabilities found;
    found.schemaEnforced = true;
    found.schemaDialect = SchemaDialect::GuidedJson;
    found.logprobs = false;
    found.contextTokens = 4096;
    found.wantsCompletionTokens = true;
    found.reasoningTokens = 300;
    ASSERT_TRUE(keepCapabilities(folder.path() / "cache", endpoint, found));
    EXPECT_EQ(knownCapabilities(folder.path() / "cache", endpoint), found);
    endpoint.model = "other";
    EXPECT_EQ(knownCapabilities(folder.path() / "cache", endpoint), Capabilities());
}

TEST(CapabilityStore, KnowsNothingWithoutAReadableFile) {
    const TempFolder folder;
    EXPECT_EQ(knownCapabilities(folder.path(), {}), Capabilities());
    folder.write("capabilities.json", "{\"openai-chat  \": {\"context_tokens\": -5, \"logprobs\": \"yes\"}");
    EXPECT_EQ(knownCapabilities(folder.path(), {}), Capabilities());
}

} // namespace
} // namespace assize::test
