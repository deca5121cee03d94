// SPDX-License-Identifier: Apache-2.0
#include "core/run/spending.h"

#include <gtest/gtest.h>
#include <vector>

namespace assize {
namespace {

Endpoint endpointOf(const std::string& url, const std::string& model, double input) {
    Endpoint endpoint;
    endpoint.url = url;
    endpoint.model = model;
    endpoint.price.input = input;
    return endpoint;
}

Run runAt(const std::string& url, const std::string& model) {
    Run run;
    run.endpointKind = "openai-chat";
    run.endpointUrl = url;
    run.model = model;
    return run;
}

TEST(Spending, TakesThePriceOfTheModelBeforeThatOfAnyModel) {
    const std::vector<Endpoint> endpoints = {
        endpointOf("http://one", "", 1), endpointOf("http://one", "large", 5), endpointOf("http://two", "large", 9)};
    EXPECT_EQ(priceOf(runAt("http://one", "large"), endpoints)->input, 5);
    EXPECT_EQ(priceOf(runAt("http://one", "small"), endpoints)->input, 1);
    EXPECT_EQ(priceOf(runAt("http://three", "large"), endpoints), nullptr);
}

TEST(Spending, KnowsNoPriceOfWhatIsFree) {
    const std::vector<Endpoint> endpoints = {endpointOf("http://one", "large", 0)};
    EXPECT_EQ(priceOf(runAt("http://one", "large"), endpoints), nullptr);
    EXPECT_FALSE(spendingOf({}, runAt("http://one", "large"), endpoints).has_value());
}

TEST(Spending, AddsTheHoursToTheTokens) {
    std::vector<Endpoint> endpoints = {endpointOf("http://one", "large", 2)};
    endpoints[0].price.hourly = 3.6;
    endpoints[0].price.currency = "EUR";
    RunUsage usage;
    usage.tokens.inputTokens = 500'000;
    usage.busySeconds = 1000;
    const auto spending = spendingOf(usage, runAt("http://one", "large"), endpoints);
    ASSERT_TRUE(spending.has_value());
    EXPECT_DOUBLE_EQ(spending->amount, 2.0) << "half a million at 2 each, a thousand seconds at 0.001 each";
    EXPECT_EQ(spending->currency, "EUR");
    EXPECT_TRUE(spending->isByTheHour);
}

} // namespace
} // namespace assize
